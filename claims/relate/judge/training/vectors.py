"""Distils static.model: one short vector a word piece, to find claims that mean the same field.

    python vectors.py --data ../../../../data --out ../static.model [--dims 64]

In: the base encoder and sentences of sets that may train. Out: a CCJ1
container with one tensor "vectors" (i8row). A text's vector is the sum of the
rows of its pieces, scaled to length 1: the weight of a piece is the length of
its row. Rows start from the encoder's own state for the piece alone, cut to
its main components and weighted by rarity (Arora et al. 2017, "SIF"; Tulkens
and van Dongen 2024, "Model2Vec"), and are then fitted to the encoder's vectors
of whole sentences.
"""

import argparse
import random
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import base
import container
import sets
from batches import CLS, SEP
from encoder import POSITIONS, fresh

RARE = 1e-3  # the frequency at which a piece counts half
LONGEST = 48  # tokens of a sentence that is fitted


@torch.no_grad()
def encoded(model, rows: list[list[int]], size: int = 256) -> torch.Tensor:
    """The sentence encoder's vectors of token rows, each of length 1."""
    order = sorted(range(len(rows)), key=lambda i: len(rows[i]))
    out = torch.zeros(len(rows), 384)
    for start in range(0, len(order), size):
        part = order[start: start + size]
        width = max(len(rows[i]) for i in part)
        ids = torch.tensor([rows[i] + [0] * (width - len(rows[i])) for i in part])
        real = ids > 0
        states = model.states(ids, torch.zeros_like(ids), real)
        mean = (states * real.unsqueeze(-1)).sum(1) / real.sum(1, keepdim=True)
        out[part] = F.normalize(mean, dim=-1)
    return out


def sentences(data: Path, tokeniser, count: int) -> list[list[int]]:
    """Token rows of sentences from the treebanks and the pairs that may train."""
    texts = [s for f in sorted((data / "ud").glob("*-train.conllu.gz")) for doc in sets.documents(f) for s in doc]
    for pair in sets.read(data, "pairs-news-train") + sets.read(data, "mnli_dev"):
        texts += [pair.a, pair.b]
    random.Random(1).shuffle(texts)
    return [tokeniser.encode(t, add_special_tokens=False).ids[:LONGEST] for t in texts[:count]]


def start(model, vocab: int, rows: list[list[int]], dims: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Rows before fitting, and the components (384 x dims) that they were cut to."""
    alone = encoded(model, [[CLS, piece, SEP] for piece in range(vocab)], 1024)
    alone[:4] = 0
    counts = Counter(piece for row in rows for piece in row)
    share = torch.tensor([counts[i] + 0.5 for i in range(vocab)]) / sum(counts.values())
    weight = RARE / (RARE + share)
    mean = alone[4:].mean(0)
    _, _, main = torch.linalg.svd(alone[4:] - mean, full_matrices=False)
    cut = main[:dims].T.contiguous()
    vectors = (alone - mean) @ cut * weight[:, None]
    vectors[:4] = 0
    return vectors, cut


def fitted(vectors: torch.Tensor, cut: torch.Tensor, rows: list[list[int]], target: torch.Tensor, epochs: int) -> torch.Tensor:
    """Rows after fitting: the sum of a sentence's rows is to point where the encoder's vector points."""
    table = torch.nn.EmbeddingBag.from_pretrained(vectors.clone(), freeze=False, mode="sum")
    goal = F.normalize((target - target.mean(0)) @ cut, dim=-1)
    optimiser = torch.optim.Adam(table.parameters(), lr=2e-3)
    rng = random.Random(1)
    order = [i for i, row in enumerate(rows) if row]
    for _ in range(epochs):
        rng.shuffle(order)
        for first in range(0, len(order), 512):
            part = order[first: first + 512]
            flat = torch.tensor([p for i in part for p in rows[i]])
            offsets = torch.tensor(np.cumsum([0] + [len(rows[i]) for i in part[:-1]]))
            said = F.normalize(table(flat, offsets), dim=-1)
            likeness = said @ goal[part].T * 20  # the other sentences of the batch are the wrong answers
            loss = (1 - (said * goal[part]).sum(-1)).mean() + 0.1 * F.cross_entropy(likeness, torch.arange(len(part)))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    out = table.weight.detach()
    out[:4] = 0
    return out


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--dims", type=int, default=64)
    p.add_argument("--count", type=int, default=20000, help="sentences that are fitted; 0 leaves the start as it is")
    p.add_argument("--epochs", type=int, default=6)
    args = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    pieces, kept = base.vocabulary()
    tokeniser = base.tokeniser(pieces)
    model = fresh(base.weights(kept, POSITIONS), drop=0.0).eval()
    rows = sentences(args.data, tokeniser, max(args.count, 20000))
    vectors, cut = start(model, len(pieces), rows, args.dims)
    if args.count:
        target = encoded(model, [[CLS] + row + [SEP] for row in rows[: args.count]])
        vectors = fitted(vectors, cut, rows[: args.count], target, args.epochs)
    container.write(args.out, {"kind": "static", "dims": args.dims, "pooling": "sum"}, pieces, {"vectors": ("i8row", vectors.numpy())})
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
