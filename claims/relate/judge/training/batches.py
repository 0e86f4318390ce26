"""Turns pairs into padded batches of like length.

In: Pair lists and a tokeniser. Out: tensors (ids, segments, real, labels).
"""

import random

import torch

from sets import Pair, loosen

MAX_TOKENS = 96
CLS, SEP = 2, 3


def ids_of(tokeniser, a: str, b: str) -> tuple[list[int], int]:
    """[CLS] a [SEP] b [SEP], the longer side cut first; also the length of the first segment."""
    left = tokeniser.encode(a, add_special_tokens=False).ids
    right = tokeniser.encode(b, add_special_tokens=False).ids
    while len(left) + len(right) > MAX_TOKENS - 3:
        longer = left if len(left) > len(right) else right
        longer.pop()
    return [CLS] + left + [SEP] + right + [SEP], len(left) + 2


def padded(rows: list[tuple[list[int], int]]):
    """Token ids, segment ids and the mask of real tokens, one row a pair."""
    width = max(len(ids) for ids, _ in rows)
    ids = torch.zeros(len(rows), width, dtype=torch.long)
    segments = torch.zeros(len(rows), width, dtype=torch.long)
    real = torch.zeros(len(rows), width, dtype=torch.bool)
    for i, (row, first) in enumerate(rows):
        ids[i, : len(row)] = torch.tensor(row)
        segments[i, first: len(row)] = 1
        real[i, : len(row)] = True
    return ids, segments, real


def epoch(pairs: list[Pair], tokeniser, size: int, rng: random.Random):
    """The pairs of one epoch in batches of like length, each pair in a random order of its sides."""
    rows = []
    for p in pairs:
        a, b = loosen(p.a, rng), loosen(p.b, rng)
        if rng.random() < 0.5:
            a, b = b, a
        rows.append((ids_of(tokeniser, a, b), p.label))
    rng.shuffle(rows)
    pool = size * 40
    batches = []
    for start in range(0, len(rows), pool):
        part = sorted(rows[start: start + pool], key=lambda r: len(r[0][0]))
        batches += [part[i: i + size] for i in range(0, len(part), size)]
    rng.shuffle(batches)
    for batch in batches:
        yield padded([r for r, _ in batch]), torch.tensor([label for _, label in batch])


@torch.inference_mode()
def probabilities(model, tokeniser, texts: list[tuple[str, str]], size: int = 64) -> torch.Tensor:
    """The class probabilities of (a, b) texts in the given order; the model is left in evaluation mode."""
    model.eval()
    rows = [ids_of(tokeniser, a, b) for a, b in texts]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    out = torch.zeros(len(rows), 3)
    for start in range(0, len(order), size):
        part = order[start: start + size]
        out[part] = model(*padded([rows[i] for i in part])).softmax(-1)
    return out
