"""Mixes two state dicts of train.py: OUT = (1 - part) * A + part * B.

    python mean.py --a run/general.pt --b run/news.pt --part 0.6 --out run/mean.pt

The mean of a model before and after its last stage is better than either on
what the last stage did not show it (Wortsman et al. 2022, "Robust fine-tuning").
"""

import argparse
from pathlib import Path

import torch


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--a", type=Path, required=True)
    p.add_argument("--b", type=Path, required=True)
    p.add_argument("--part", type=float, default=0.6, help="weight of B, 0 to 1")
    p.add_argument("--out", type=Path, required=True)
    args = p.parse_args()
    a, b = torch.load(args.a, weights_only=True), torch.load(args.b, weights_only=True)
    torch.save({name: (1 - args.part) * a[name] + args.part * b[name] for name in a}, args.out)


if __name__ == "__main__":
    main()
