"""Writes judge.model and the golden logits from a trained state dict.

    python export.py --state run/news.pt --model ../judge.model --golden ../testdata/golden.json

In: a state dict of train.py and golden_pairs.json (texts). Out: the container
(matrices as i8row, the rest f32) and, for every golden pair, token ids and the
logits computed with the weights read back from the container.
"""

import argparse
import json
from pathlib import Path

import torch

import base
import container
from batches import MAX_TOKENS, ids_of, padded
from encoder import CLASSES, EPS, HEADS, HIDDEN, INNER, LAYERS, POSITIONS, Judge

HEADER = {
    "layers": LAYERS, "hidden": HIDDEN, "heads": HEADS, "intermediate": INNER,
    "max_tokens": MAX_TOKENS, "positions": POSITIONS, "eps": EPS, "pooling": "mean", "classes": CLASSES,
}
PLAIN = ("position_embeddings", "token_type_embeddings", "LayerNorm", "classifier")


def write_model(state: dict, pieces: list[str], path: Path) -> None:
    """Matrices go in with 8 bits a value; small tensors, on which much hangs, as floats."""
    tensors = {}
    for name, value in state.items():
        small = value.dim() < 2 or any(part in name for part in PLAIN)
        tensors[name] = ("f32" if small else "i8row", value.float().numpy())
    container.write(path, HEADER, pieces, tensors)


def reread(path: Path) -> tuple[Judge, list[str]]:
    """The model as the container holds it."""
    _, pieces, tensors = container.read(path)
    model = Judge(len(pieces), drop=0.0)
    model.load_state_dict({name: torch.from_numpy(value) for name, value in tensors.items()})
    model.eval()
    return model, pieces


@torch.inference_mode()
def golden(model: Judge, pieces: list[str], texts: list[dict]) -> list[dict]:
    """Token ids and logits of each pair, computed one by one without padding."""
    tokeniser = base.tokeniser(pieces)
    out = []
    for t in texts:
        ids, first = ids_of(tokeniser, t["a"], t["b"])
        logits = model(*padded([(ids, first)]))[0].tolist()
        out.append({"a": t["a"], "b": t["b"], "ids": ids, "logits": [round(x, 5) for x in logits]})
    return out


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--state", type=Path, required=True)
    p.add_argument("--model", type=Path, required=True)
    p.add_argument("--golden", type=Path, required=True)
    args = p.parse_args()
    torch.set_num_threads(1)
    pieces, _ = base.vocabulary()
    write_model(torch.load(args.state, weights_only=True), pieces, args.model)
    model, pieces = reread(args.model)
    texts = json.loads((Path(__file__).parent / "golden_pairs.json").read_text())
    args.golden.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(x, ensure_ascii=False) for x in golden(model, pieces, texts))
    args.golden.write_text(f"[\n{lines}\n]\n")
    print(f"{args.model}: {args.model.stat().st_size / 1e6:.1f} MB; {len(texts)} golden pairs")


if __name__ == "__main__":
    main()
