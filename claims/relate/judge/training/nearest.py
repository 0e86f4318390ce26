"""Measures static.model as a finder: how often a conflict's other side is among the nearest claims.

    python nearest.py --data DATA --model ../static.model [--encoder]

In: a container of vectors.py. Out: the share of conflicts whose partner is
among the 1, 5 and 20 nearest of all claims of the set; with --encoder also for
the whole sentence encoder, which the vectors imitate.
"""

import argparse
import json
from pathlib import Path

import torch
from torch.nn import functional as F

import base
import container
import sets
from batches import CLS, SEP
from encoder import POSITIONS, fresh
from vectors import encoded


def found(vectors: torch.Tensor, pairs: list[tuple[int, int]]) -> str:
    """Shares at 1, 5 and 20 over both directions of each pair."""
    like = vectors @ vectors.T
    like.fill_diagonal_(-2)
    ranks = torch.tensor([(like[a] > like[a, b]).sum().item() for x, y in pairs for a, b in ((x, y), (y, x))])
    return " ".join(f"@{k} {(ranks < k).float().mean():.3f}" for k in (1, 5, 20)) + f" of {len(ranks)} over {len(vectors)} claims"


def news(data: Path) -> tuple[list[str], list[tuple[int, int]]]:
    """The conflicts of pairs-news-dev among all its claims."""
    sets.BY_LABEL["compatible"] = sets.NEUTRAL
    pairs = sets.read(data, "pairs-news-dev")
    texts = [t for p in pairs for t in (p.a, p.b)]
    return texts, [(2 * i, 2 * i + 1) for i, p in enumerate(pairs) if p.label == sets.CONFLICT]


def articles(data: Path) -> tuple[list[str], list[tuple[int, int]]]:
    """The conflicts of articles-dev, within and across articles, among all its statements."""
    whole = json.loads((data / "articles-dev.json").read_text())
    place, texts, pairs = {}, [], []
    for a in whole["articles"]:
        for s in a["statements"]:
            place[f"{a['id']}:{s['key']}"] = len(texts)
            texts.append(" ".join(s["content"]))
        pairs += [tuple(place[f"{a['id']}:{k}"] for k in p) for p in a["conflicts"]]
    return texts, pairs + [tuple(place[k] for k in p) for p in whole["cross"]["conflicts"]]


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--model", type=Path, required=True)
    p.add_argument("--encoder", action="store_true")
    args = p.parse_args()
    torch.set_num_threads(1)
    _, pieces, tensors = container.read(args.model)
    table, tokeniser = torch.from_numpy(tensors["vectors"]), base.tokeniser(pieces)
    for name, (texts, pairs) in (("pairs-news-dev", news(args.data)), ("articles-dev", articles(args.data))):
        rows = [tokeniser.encode(t, add_special_tokens=False).ids for t in texts]
        static = torch.stack([F.normalize(table[row].sum(0), dim=-1) for row in rows])
        print(f"{name} static: {found(static, pairs)}")
        if args.encoder:
            _, kept = base.vocabulary()
            model = fresh(base.weights(kept, POSITIONS), drop=0.0).eval()
            print(f"{name} encoder: {found(encoded(model, [[CLS] + r[:94] + [SEP] for r in rows]), pairs)}")


if __name__ == "__main__":
    main()
