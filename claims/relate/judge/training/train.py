"""Trains the judge in two stages and keeps checkpoints, so that a stopped run goes on.

    python train.py --data DATA --out run --stage general --epochs 1
    python train.py --data ... --out ... --stage news --start run/general.pt --epochs 4

In: the folder of pair sets. Out: OUT/STAGE.pt (state dict) and OUT/STAGE.ckpt
(what resuming needs) and a log on standard output.
"""

import argparse
import random
import time
from pathlib import Path

import torch
from torch.nn import functional as F

import base
import sets
from batches import epoch, probabilities
from encoder import POSITIONS, fresh

EVERY_SECONDS = 420  # between checkpoints


def mixture(args) -> list[sets.Pair]:
    """The pairs of one epoch of a stage."""
    data, seed = args.data, args.seed
    news = sets.read(data, "pairs-news-train")
    if args.stage == "quick":
        return news
    general = sets.general(data, seed, args.part)
    count = len(general)
    told = sets.stories(args.stories, 3500, seed) if args.stories else []
    own = sets.written(Path(__file__).parent)
    if args.stage == "general":
        apart = sets.neighbours(data, count // 12, seed) + sets.strangers(general, count // 24, seed)
        return general + apart + news + own + told
    strange = sets.strangers(news + own, 1000, seed) + sets.neighbours(data, 400, seed)
    return news + own + told + strange + general


def groups(model, rate: float) -> list[dict]:
    """Weight decay for matrices alone; the untrained classifier learns faster."""
    decay, plain, head = [], [], []
    for name, p in model.named_parameters():
        if not p.requires_grad:
            continue
        (head if name.startswith("classifier") else decay if p.dim() > 1 else plain).append(p)
    return [
        {"params": decay, "weight_decay": 0.01, "initial_lr": rate, "lr": rate},
        {"params": plain, "weight_decay": 0.0, "initial_lr": rate, "lr": rate},
        {"params": head, "weight_decay": 0.0, "initial_lr": rate * 5, "lr": rate * 5},
    ]


def report(model, tokeniser, data: Path) -> str:
    """F1 and false alarms on the news pairs held out for choosing, at p(conflict) of one half."""
    pairs = sets_dev(data)
    p = probabilities(model, tokeniser, [(x.a, x.b) for x in pairs])[:, sets.CONFLICT]
    gold = torch.tensor([x.label == sets.CONFLICT for x in pairs])
    said = p > 0.5
    hit = (said & gold).sum().item()
    f1 = 2 * hit / max(1, said.sum().item() + gold.sum().item())
    alarms = (said & ~gold).sum().item() / (~gold).sum().item()
    return f"news-dev F1 {f1:.3f} recall {hit / gold.sum().item():.3f} false alarms {alarms:.3f}"


def sets_dev(data: Path) -> list[sets.Pair]:
    """pairs-news-dev, with "compatible" as neutral: only conflict or not is measured there."""
    sets.BY_LABEL.setdefault("compatible", sets.NEUTRAL)
    return sets.read(data, "pairs-news-dev")


def run(args) -> None:
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    pieces, rows = base.vocabulary()
    tokeniser = base.tokeniser(pieces)
    model = fresh(base.weights(rows, POSITIONS))
    if args.start:
        model.load_state_dict(torch.load(args.start, weights_only=True))
    if args.stage != "quick":  # the word table stays as it is: few pairs touch a rare word
        model.embeddings["word_embeddings"].weight.requires_grad_(False)
    pairs = mixture(args)
    per_epoch = (len(pairs) + args.batch - 1) // args.batch
    total = per_epoch * args.epochs
    optimiser = torch.optim.AdamW(groups(model, args.rate), fused=True)
    args.out.mkdir(parents=True, exist_ok=True)
    checkpoint, done, spent = args.out / f"{args.stage}.ckpt", 0, 0.0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimiser.load_state_dict(saved["optimiser"])
        done, spent = saved["done"], saved["spent"]
    print(f"{args.stage}: {len(pairs)} pairs, {total} steps, at step {done}", flush=True)
    loop(args, model, tokeniser, pairs, optimiser, total, checkpoint, done, spent)
    torch.save(model.state_dict(), args.out / f"{args.stage}.pt")
    checkpoint.unlink(missing_ok=True)


def pace(progress: float) -> float:
    """The factor of the learning rate: it rises over the first sixteenth and then falls to nothing."""
    return min(1.0, progress * 16 + 0.01, max(0.0, (1 - progress) * 16 / 15))


def loop(args, model, tokeniser, pairs, optimiser, total, checkpoint, done, spent) -> None:
    """All steps from number done on; the order of batches depends on the seed and the epoch alone."""
    rates = [group["initial_lr"] for group in optimiser.param_groups]
    step, began, losses = 0, time.time() - spent, []
    saved = time.time()
    for turn in range(args.epochs):
        for inputs, labels in epoch(pairs, tokeniser, args.batch, random.Random(args.seed * 1000 + turn)):
            step += 1
            if step <= done:
                continue
            progress = max(step / total, (time.time() - began) / 60 / args.minutes)
            if progress >= 1:
                break
            for group, rate in zip(optimiser.param_groups, rates):
                group["lr"] = rate * pace(progress)
            losses.append(learn(model, optimiser, inputs, labels, args.smooth))
            if step % 25 == 0:
                print(f"step {step} loss {sum(losses[-25:]) / 25:.4f} progress {progress:.3f} after {time.time() - began:.0f} s", flush=True)
            if time.time() - saved > EVERY_SECONDS:
                torch.save({"model": model.state_dict(), "optimiser": optimiser.state_dict(), "done": step, "spent": time.time() - began}, checkpoint)
                saved = time.time()
    print(f"{report(model, tokeniser, args.data)} after {step} steps, {time.time() - began:.0f} s", flush=True)


def learn(model, optimiser, inputs, labels, smooth: float) -> float:
    """One step; returns its loss."""
    model.train()
    loss = F.cross_entropy(model(*inputs), labels, label_smoothing=smooth)
    optimiser.zero_grad()
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimiser.step()
    return loss.item()


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--data", type=Path, required=True, help="folder of the pair sets")
    p.add_argument("--out", type=Path, required=True)
    p.add_argument("--stage", choices=["quick", "general", "news"], required=True)
    p.add_argument("--start", type=Path, help="state dict to start from; the base without it")
    p.add_argument("--epochs", type=int, default=1)
    p.add_argument("--batch", type=int, default=32)
    p.add_argument("--minutes", type=float, default=1e9, help="stop after so long, the learning rate falling to nothing by then")
    p.add_argument("--rate", type=float, default=1e-4)
    p.add_argument("--part", type=float, default=1.0, help="part (0 to 1) of the general pairs: all in the general stage, a tenth or so in the news stage")
    p.add_argument("--stories", type=Path, help="pairs of stories for the news stage, as `train stories` prints them")
    p.add_argument("--smooth", type=float, default=0.05)
    p.add_argument("--threads", type=int, default=2)
    p.add_argument("--seed", type=int, default=1)
    run(p.parse_args())


if __name__ == "__main__":
    main()
