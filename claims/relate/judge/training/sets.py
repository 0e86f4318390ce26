"""Reads the pair sets and maps their labels to the judge's three classes.

In: JSON Lines files with a, b, label and orig, one folder. Out: lists of Pair.
Only sets whose licence allows it are read for training; see README.md.
"""

import gzip
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

from encoder import CLASSES

CONFLICT, AGREE, NEUTRAL = range(len(CLASSES))
BY_LABEL = {
    "contradiction": CONFLICT, "conflict": CONFLICT,
    "entailment": AGREE, "agree": AGREE,
    "neutral": NEUTRAL, "not_contradiction": NEUTRAL,
}
WORD = re.compile(r"[a-z0-9]+")


@dataclass
class Pair:
    """Two claims, the class (index into CLASSES), and where they are from."""
    a: str
    b: str
    label: int
    set: str
    kind: str = ""
    id: str = ""


def read(folder: Path, name: str) -> list[Pair]:
    """All pairs of one set; those whose label has no place among the classes are left out."""
    pairs = []
    with open(folder / f"{name}.jsonl", encoding="utf-8") as lines:
        for line in lines:
            x = json.loads(line)
            label = BY_LABEL.get(x["label"])
            if label is not None:
                pairs.append(Pair(x["a"], x["b"], label, name, x.get("type") or "", x["id"]))
    return pairs


def written(folder: Path) -> list[Pair]:
    """The pairs written for this trainer: those of pairs/ (a claim and its three partners), but for those held
    back, and others.tsv."""
    out = []
    for file in sorted((folder / "pairs").glob("*.tsv")):
        if file.stem != "held":
            out += triples(file)
    for line in (folder / "others.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        label, a, b = line.split("\t")
        out.append(Pair(a, b, BY_LABEL[label], "others"))
    return out


def triples(file: Path) -> list[Pair]:
    """The three pairs of each line: a claim with one that conflicts, one that agrees, one that does neither."""
    out = []
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        claim, *partners = line.split("\t")
        out += [Pair(claim, text, label, file.stem) for label, text in enumerate(partners)]
    return out


def general(folder: Path, seed: int, part: float) -> list[Pair]:
    """Part (0 to 1) of the first stage's mixture: general sentence pairs, and negatives as documents have them."""
    rng = random.Random(seed)
    out = []
    for name in ("snli", "mnli_dev", "mnli_overlap", "negnli", "fever_symmetric", "vitaminc_mini"):
        out += read(folder, name)
    swaps = read(folder, "breaking_nli")
    conflicts = [p for p in swaps if p.label == CONFLICT]
    out += [p for p in swaps if p.label != CONFLICT] + rng.sample(conflicts, 1500)
    out += read(folder, "contradoc_pairs")
    out = [p for p in out if len((p.a + " " + p.b).split()) <= 60]
    return rng.sample(out, int(part * len(out)))


def neighbours(folder: Path, count: int, seed: int) -> list[Pair]:
    """Sentences of one treebank document that share words: neutral, and hard to tell apart.

    Pairs are taken where at least two words of four letters or more are shared,
    most alike first within a document, one for each sentence.
    """
    rng = random.Random(seed)
    out = []
    for file in sorted((folder / "ud").glob("*-train.conllu.gz")):
        for sentences in documents(file):
            out += alike(sentences)
    rng.shuffle(out)
    return out[:count]


def documents(file: Path):
    """The sentences of each document of a treebank, between 6 and 30 words long."""
    sentences = []
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                yield sentences
                sentences = []
            elif line.startswith("# text = "):
                text = line[9:].strip()
                if 6 <= len(text.split()) <= 30:
                    sentences.append(text)
    yield sentences


def alike(sentences: list[str]) -> list[Pair]:
    """For each sentence its most similar later one among the next forty, if two long words are shared."""
    bags = [{w for w in WORD.findall(s.lower()) if len(w) > 3} for s in sentences]
    out = []
    for i, bag in enumerate(bags):
        rest = range(i + 1, min(i + 41, len(bags)))
        best = max(rest, key=lambda j: len(bag & bags[j]), default=None)
        if best is not None and len(bag & bags[best]) >= 2 and sentences[i] != sentences[best]:
            out.append(Pair(sentences[i], sentences[best], NEUTRAL, "neighbours"))
    return out


def strangers(pairs: list[Pair], count: int, seed: int) -> list[Pair]:
    """Claims of different pairs put together: neutral, the archive's usual case.

    For each drawn claim the partner is the most similar of two hundred others,
    so that common words alone never make a conflict.
    """
    rng = random.Random(seed)
    claims = [(i, t, set(WORD.findall(t.lower()))) for i, p in enumerate(pairs) for t in (p.a, p.b)]
    out = []
    for i, text, bag in rng.sample(claims, min(count, len(claims))):
        others = [c for c in rng.sample(claims, 200) if abs(c[0] - i) > 3]
        best = max(others, key=lambda c: len(bag & c[2]) / (1 + len(bag | c[2])))
        out.append(Pair(text, best[1], NEUTRAL, "strangers"))
    return out


def stories(file: Path, neutral: int, seed: int) -> list[Pair]:
    """Pairs of statements of one story, as `train stories` prints them, where most are neutral.

    Of the neutral ones as many as asked for are kept: two thirds of them those
    that share most words, the rest drawn. The few others come twice.
    """
    pairs = read(file.parent, file.stem)
    plain = [p for p in pairs if p.label == NEUTRAL]
    random.Random(seed).shuffle(plain)
    plain.sort(key=lambda p: -shared(p))
    hard = plain[: neutral * 2 // 3]
    rest = plain[len(hard):]
    return [p for p in pairs if p.label != NEUTRAL] * 2 + hard + rest[:: max(1, len(rest) // (neutral - len(hard)))]


def shared(p: Pair) -> float:
    """How much of their long words two texts share, 0 to 1."""
    a, b = ({w for w in WORD.findall(t.lower()) if len(w) > 3} for t in (p.a, p.b))
    return len(a & b) / (1 + min(len(a), len(b)))


def loosen(text: str, rng: random.Random) -> str:
    """Removes what tells the label by accident: quotation marks round all, the last full stop, the capital."""
    text = text.strip()
    if len(text) > 2 and text[0] in "\"“" and text[-1] in "\"”" and rng.random() < 0.7:
        text = text[1:-1].strip()
    text = text.rstrip(".")
    return text + "." if rng.random() < 0.5 else text
