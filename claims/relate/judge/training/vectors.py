"""Distils static.model: one short vector a word piece, to find claims that mean the same field.

    python vectors.py --data DATA --out ../static.model [--dims 128]

In: the base encoder and sentences of sets that may train. Out: a CCJ1
container with the tensors "vectors" and "cells" (i8row). A text's vector is the
sum of the rows of its pieces, scaled to length 1: the weight of a piece is the
length of its row. Cells are the middles of the regions in which texts lie
thickest; a text is kept under those nearest to it. Rows start from the encoder's own state for the piece alone, cut to
its main components and weighted by rarity (Arora et al. 2017, "SIF"; Tulkens
and van Dongen 2024, "Model2Vec"), and are then fitted so that the two sides of
a conflict or an agreement find each other among others.
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
LONGEST = 48  # tokens of a text that is fitted
CELLS = 4096
SHARP = 20  # what cosines are multiplied with in fitting


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


def sentences(data: Path, tokeniser) -> list[list[int]]:
    """Token rows by which pieces are counted: treebanks and the pairs that may train."""
    texts = [s for f in sorted((data / "ud").glob("*-train.conllu.gz")) for doc in sets.documents(f) for s in doc]
    for pair in sets.read(data, "pairs-news-train") + sets.read(data, "mnli_dev"):
        texts += [pair.a, pair.b]
    return [tokeniser.encode(t, add_special_tokens=False).ids for t in texts]


def start(model, vocab: int, rows: list[list[int]], dims: int) -> torch.Tensor:
    """Rows before fitting."""
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
    return vectors


def couples(data: Path, tokeniser) -> list[tuple[list[int], list[int]]]:
    """Token rows of pairs about one thing: what conflicts or agrees belongs together, both are to be found."""
    pairs = []
    for name in ("pairs-news-train", "mnli_dev", "snli", "fever_symmetric", "vitaminc_mini"):
        part = [p for p in sets.read(data, name) if p.label != sets.NEUTRAL]
        pairs += part if name != "snli" else random.Random(1).sample(part, 4000)
    sides = ([tokeniser.encode(t, add_special_tokens=False).ids[:LONGEST] for t in (p.a, p.b)] for p in pairs)
    return [(a, b) for a, b in sides if a and b]


def bag(table, rows: list[list[int]]) -> torch.Tensor:
    """The vectors of texts, of length 1."""
    flat = torch.tensor([piece for row in rows for piece in row])
    offsets = torch.tensor(np.cumsum([0] + [len(row) for row in rows[:-1]]))
    return F.normalize(table(flat, offsets), dim=-1)


def fitted(vectors: torch.Tensor, pairs: list, epochs: int, rate: float) -> torch.Tensor:
    """Rows after fitting: each text is to find its partner among the 511 others of the batch."""
    table = torch.nn.EmbeddingBag.from_pretrained(vectors.clone(), freeze=False, mode="sum")
    optimiser = torch.optim.Adam(table.parameters(), lr=rate)
    rng = random.Random(1)
    for _ in range(epochs):
        rng.shuffle(pairs)
        for first in range(0, len(pairs) - 511, 512):
            part = pairs[first: first + 512]
            left, right = bag(table, [a for a, _ in part]), bag(table, [b for _, b in part])
            like, own = left @ right.T * SHARP, torch.arange(512)
            loss = F.cross_entropy(like, own) + F.cross_entropy(like.T, own)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    out = table.weight.detach()
    out[:4] = 0
    return out


@torch.no_grad()
def cells(vectors: torch.Tensor, pairs: list, rounds: int = 12) -> torch.Tensor:
    """Middles of regions, of length 1, each holding some texts: k-means by cosine (Dhillon and Modha 2001)."""
    table = torch.nn.EmbeddingBag.from_pretrained(vectors, mode="sum")
    texts = bag(table, [side for pair in pairs for side in pair])
    drawn = torch.Generator().manual_seed(1)
    middles = texts[torch.randperm(len(texts), generator=drawn)[:CELLS]]
    for _ in range(rounds):
        nearest = torch.cat([(part @ middles.T).argmax(1) for part in texts.split(2048)])
        sums = torch.zeros_like(middles).index_add_(0, nearest, texts)
        empty = sums.norm(dim=1) < 1e-6
        sums[empty] = texts[torch.randint(len(texts), (int(empty.sum()),), generator=drawn)]
        middles = F.normalize(sums, dim=-1)
    return middles


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--data", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--dims", type=int, default=128)
    p.add_argument("--epochs", type=int, default=10, help="0 leaves the rows as they start")
    p.add_argument("--rate", type=float, default=5e-4)
    p.add_argument("--start", type=Path, help="an earlier result with --epochs 0, to spare the encoder's work")
    args = p.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    pieces, kept = base.vocabulary()
    tokeniser = base.tokeniser(pieces)
    if args.start:
        vectors = torch.from_numpy(container.read(args.start)[2]["vectors"])
    else:
        model = fresh(base.weights(kept, POSITIONS), drop=0.0).eval()
        vectors = start(model, len(pieces), sentences(args.data, tokeniser), args.dims)
    pairs = couples(args.data, tokeniser)
    if args.epochs:
        vectors = fitted(vectors, pairs, args.epochs, args.rate)
    vectors = torch.from_numpy(container.dequantised(vectors.numpy()))  # cells of the vectors as they are read
    tensors = {"vectors": ("i8row", vectors.numpy()), "cells": ("i8row", cells(vectors, pairs).numpy())}
    container.write(args.out, {"kind": "static", "dims": args.dims, "pooling": "sum"}, pieces, tensors)
    print(f"{args.out}: {args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
