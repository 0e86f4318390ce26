"""Measures a judge on sets that it never trained on, by set and by kind.

    python measure.py --data DATA --model ../judge.model [--sample 600]

In: a container, or a state dict of train.py. Out: figures on standard output.
Every pair is judged in one order, or in both with --both (mean of the two).
"""

import argparse
import json
import random
from collections import defaultdict
from pathlib import Path

import torch

import base
import sets
from batches import probabilities
from encoder import Judge
from export import reread


class Measure:
    """A judge with its tokeniser; conflict() gives p(conflict) for texts."""

    def __init__(self, path: Path, both: bool):
        if path.suffix == ".model":
            self.model, pieces = reread(path)
        else:
            pieces, _ = base.vocabulary()
            self.model = Judge(len(pieces))
            self.model.load_state_dict(torch.load(path, weights_only=True))
        self.tokeniser, self.both = base.tokeniser(pieces), both

    def conflict(self, texts: list[tuple[str, str]]) -> list[float]:
        p = probabilities(self.model, self.tokeniser, texts)[:, sets.CONFLICT]
        if self.both:
            p = (p + probabilities(self.model, self.tokeniser, [(b, a) for a, b in texts])[:, sets.CONFLICT]) / 2
        return p.tolist()

    def of(self, pairs: list[sets.Pair]) -> list[float]:
        return self.conflict([(p.a, p.b) for p in pairs])


def share(values, cut: float) -> float:
    """The share of values above the cut."""
    return sum(v > cut for v in values) / max(1, len(values))


def best(p: list[float], gold: list[bool]) -> tuple[float, float, float, float, float]:
    """F1, cut, precision, recall and false alarms at the cut with the best F1."""
    total, hit, out = sum(gold), 0, (0.0, 1.0, 0.0, 0.0, 0.0)
    for n, (value, good) in enumerate(sorted(zip(p, gold), reverse=True), 1):
        hit += good
        f1 = 2 * hit / (n + total)
        if f1 > out[0]:
            out = (f1, value, hit / n, hit / total, (n - hit) / max(1, len(gold) - total))
    return out


def news(judge: Measure, data: Path) -> float:
    """pairs-news-dev by kind; returns the cut of the best F1."""
    sets.BY_LABEL["compatible"] = sets.NEUTRAL
    pairs = sets.read(data, "pairs-news-dev")
    p = judge.of(pairs)
    gold = [x.label == sets.CONFLICT for x in pairs]
    for cut in (0.5, 0.7, 0.9):
        hit = sum(g and v > cut for g, v in zip(gold, p))
        said = sum(v > cut for v in p)
        alarms = share([v for v, g in zip(p, gold) if not g], cut)
        print(f"pairs-news-dev at {cut}: P {hit / max(1, said):.3f} R {hit / sum(gold):.3f} F1 {2 * hit / (said + sum(gold)):.3f} false alarms {alarms:.3f}")
    f1, cut, precision, recall, alarms = best(p, gold)
    print(f"pairs-news-dev best cut {cut:.3f}: P {precision:.3f} R {recall:.3f} F1 {f1:.3f} false alarms {alarms:.3f}")
    kinds = defaultdict(list)
    for x, v in zip(pairs, p):
        kinds[(x.label != sets.CONFLICT, x.kind)].append(v)
    for (other, kind), values in sorted(kinds.items()):
        print(f"  {'false alarms' if other else 'recall'} {kind}: {share(values, 0.5):.2f} of {len(values)}")
    return cut


def real(judge: Measure, data: Path) -> None:
    """Recall on real-life contradictions at 6 % false alarms on RTE3's other pairs."""
    others = [x for x in sets.read(data, "rte3way-dev") if x.id.startswith("RTE3_dev") and x.label != sets.CONFLICT]
    pairs = sets.read(data, "realcontra-dev")
    noise = sorted(judge.of(others), reverse=True)
    p = judge.of(pairs)
    cut = noise[int(len(noise) * 0.06)]
    print(f"realcontra-dev: recall {share(p, cut):.3f} at 6 % of {len(noise)} false alarms (cut {cut:.3f}); at 0.5: {share(p, 0.5):.3f}, false alarms {share(noise, 0.5):.3f}")


def alarms(judge: Measure, data: Path, sample: int) -> None:
    """Sets without conflicts: the share taken for one."""
    for name in ("claimdiff-train", "monli"):
        with open(data / f"{name}.jsonl", encoding="utf-8") as lines:
            texts = [(x["a"], x["b"]) for x in map(json.loads, lines)]
        texts = random.Random(1).sample(texts, min(sample, len(texts)))
        p = judge.conflict(texts)
        print(f"{name}: false alarms {share(p, 0.5):.3f} at 0.5, {share(p, 0.9):.3f} at 0.9, of {len(p)}")


def emergent(judge: Measure, data: Path, sample: int) -> None:
    """Rumours and headlines: against or not."""
    pairs = sets.read(data, "emergent-train")
    pairs = random.Random(1).sample(pairs, min(sample, len(pairs)))
    p = judge.of(pairs)
    gold = [x.label == sets.CONFLICT for x in pairs]
    f1, cut, precision, recall, _ = best(p, gold)
    hit = sum(g and v > 0.5 for g, v in zip(gold, p))
    print(f"emergent-train: against F1 {2 * hit / max(1, share(p, 0.5) * len(p) + sum(gold)):.3f} at 0.5; best {f1:.3f} (P {precision:.3f} R {recall:.3f}) at {cut:.3f}, of {len(p)}")


def articles(judge: Measure, data: Path) -> None:
    """Gold statements of articles-dev: conflicts, compatible pairs, and pairs of one article or of different stories."""
    whole = json.loads((data / "articles-dev.json").read_text())
    texts, groups = {}, {"conflict": [], "compatible": [], "one article": [], "two stories": []}
    for article in whole["articles"]:
        for s in article["statements"]:
            texts[f"{article['id']}:{s['key']}"] = " ".join(s["content"])
        for name, key in (("conflict", "conflicts"), ("compatible", "compatible")):
            groups[name] += [tuple(f"{article['id']}:{k}" for k in pair) for pair in article[key]]
    groups["conflict"] += map(tuple, whole["cross"]["conflicts"])
    groups["compatible"] += map(tuple, whole["cross"]["compatible"])
    known = {frozenset(p) for p in groups["conflict"] + groups["compatible"]}
    keys = sorted(texts)
    rng = random.Random(1)
    while min(len(groups["one article"]), len(groups["two stories"])) < 300:
        a, b = rng.sample(keys, 2)
        one = a.split(":")[0] == b.split(":")[0]
        two = a.split("-")[0] != b.split("-")[0]
        if (one or two) and frozenset((a, b)) not in known:
            groups["one article" if one else "two stories"].append((a, b))
    for name, pairs in groups.items():
        p = judge.conflict([(texts[a], texts[b]) for a, b in pairs[:300]])
        print(f"articles-dev {name}: {share(p, 0.5):.3f} above 0.5, {share(p, 0.9):.3f} above 0.9, of {len(p)}")


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--model", type=Path, required=True, help="container (.model) or state dict (.pt)")
    p.add_argument("--sample", type=int, default=10**6, help="at most so many pairs of each large set")
    p.add_argument("--both", action="store_true", help="mean of both orders")
    args = p.parse_args()
    torch.set_num_threads(2)
    judge = Measure(args.model, args.both)
    news(judge, args.data)
    real(judge, args.data)
    articles(judge, args.data)
    alarms(judge, args.data, args.sample)
    emergent(judge, args.data, args.sample)


if __name__ == "__main__":
    main()
