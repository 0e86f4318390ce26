"""Writes and reads the container CCJ1 that holds a model for the Go program.

Layout: the bytes "CCJ1\\n"; a uint32 (little endian) with the length of the
header; the header as JSON; the vocabulary, one piece a line in UTF-8
("vocab_bytes" long); the data. Offsets of tensors count from the start of the
data. Type "f32": little-endian floats. Type "i8row": for each row a float32
scale, then one int8 a column, value = scale * q.
"""

import json
import struct
from pathlib import Path

import numpy as np

MAGIC = b"CCJ1\n"


def quantise(matrix: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Scales (float32, one a row) and int8 values; rows of zeros get scale 0."""
    scale = (np.abs(matrix).max(axis=1) / 127).astype(np.float32)
    safe = np.where(scale == 0, 1, scale)
    return scale, np.clip(np.rint(matrix / safe[:, None]), -127, 127).astype(np.int8)


def dequantised(matrix: np.ndarray) -> np.ndarray:
    """The matrix as a reader of the container sees it."""
    scale, q = quantise(matrix)
    return scale[:, None] * q.astype(np.float32)


def rows_as_bytes(matrix: np.ndarray) -> bytes:
    scale, q = quantise(matrix)
    out = np.empty((matrix.shape[0], 4 + matrix.shape[1]), np.uint8)
    out[:, :4] = scale.astype("<f4").view(np.uint8).reshape(-1, 4)
    out[:, 4:] = q.view(np.uint8)
    return out.tobytes()


def write(path: Path, header: dict, pieces: list[str], tensors: dict[str, tuple[str, np.ndarray]]) -> None:
    """Writes the file; tensors maps a name to its type and its float32 values."""
    vocab = "".join(p + "\n" for p in pieces).encode()
    listed, data, offset = [], [], 0
    for name, (kind, value) in tensors.items():
        raw = rows_as_bytes(value) if kind == "i8row" else value.astype("<f4").tobytes()
        listed.append({"name": name, "type": kind, "shape": list(value.shape), "offset": offset, "bytes": len(raw)})
        data.append(raw)
        offset += len(raw)
    head = json.dumps({**header, "vocab": len(pieces), "vocab_bytes": len(vocab), "tensors": listed}).encode()
    with open(path, "wb") as out:
        out.write(MAGIC + struct.pack("<I", len(head)) + head + vocab)
        out.writelines(data)


def read(path: Path) -> tuple[dict, list[str], dict[str, np.ndarray]]:
    """Header, pieces and tensors as floats."""
    raw = path.read_bytes()
    if raw[:5] != MAGIC:
        raise SystemExit(f"{path}: not a CCJ1 file")
    (size,) = struct.unpack("<I", raw[5:9])
    header = json.loads(raw[9: 9 + size])
    start = 9 + size
    pieces = raw[start: start + header["vocab_bytes"]].decode().split("\n")[:-1]
    start += header["vocab_bytes"]
    tensors = {}
    for t in header["tensors"]:
        part = raw[start + t["offset"]: start + t["offset"] + t["bytes"]]
        if t["type"] == "f32":
            tensors[t["name"]] = np.frombuffer(part, "<f4").reshape(t["shape"]).copy()
            continue
        rows = np.frombuffer(part, np.uint8).reshape(t["shape"][0], -1)
        scale = np.ascontiguousarray(rows[:, :4]).view("<f4")
        tensors[t["name"]] = scale * rows[:, 4:].view(np.int8).astype(np.float32)
    return header, pieces, tensors
