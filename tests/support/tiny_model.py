"""Build a translation model that a few hundred numbers hold: it says each piece of Chinese in one piece of English.

The file is Marian's binary format and the vocabularies are SentencePiece's, so that the real engine loads and decodes
them. The one decoder layer looks at the place of the source that it has come to, by the sine and cosine of places that
the engine adds to every word, and copies what stands there; nothing else is in it.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from pathlib import Path

DIM = 128
HALF = DIM // 2
FIRST = 32
"""First dimension of words; those below are of places, where sine and cosine turn fast."""
LEVEL = HALF - 1
"""A dimension that always holds nearly nothing: what normalization moves, it moves here too."""
SHARP = 60.0
LOUD = 40.0
FLOAT, BYTES, TEXT = 0x404, 0x4101, 0x101
NORMAL, UNKNOWN, CONTROL = 1, 2, 3

Matrix = list[list[float]]
Tensor = tuple[str, int, tuple[int, ...], bytes]


def write_model(folder: Path, words: Mapping[str, str], pair: str = "zhen") -> Path:
    """Write a model that knows these pieces of Chinese, with what each is in English (`▁` is a space before a word)."""
    chinese = [("<unk>", UNKNOWN), ("</s>", CONTROL), ("▁", NORMAL), *((one, NORMAL) for one in words)]
    english = [("<unk>", UNKNOWN), ("</s>", CONTROL), ("<s>", CONTROL), *((one, NORMAL) for one in words.values())]
    assert len(chinese) <= HALF - FIRST - 1
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"model.{pair}.intgemm.alphas.bin").write_bytes(_marian(_tensors(len(chinese))))
    (folder / f"srcvocab.{pair}.spm").write_bytes(_pieces(chinese))
    (folder / f"trgvocab.{pair}.spm").write_bytes(_pieces(english))
    return folder


# ---------------------------------------------------------------- what the model knows


def _tensors(words: int) -> list[Tensor]:
    zero, layer = _matrix({}), "decoder_l1"
    places = {(at, at): 1.0 for at in (*range(FIRST), *range(HALF, HALF + FIRST))}
    level = {(LEVEL, at): -1.0 for at, _ in places}
    own = {(at, at): 1.0 for at in (*range(FIRST, HALF), *range(HALF + FIRST, DIM))}
    weights = {
        f"{layer}_rnn_W": zero,
        f"{layer}_rnn_Wf": zero,
        f"{layer}_context_Wq": _matrix({**places, **level}, SHARP),
        f"{layer}_context_Wk": _matrix(places),
        f"{layer}_context_Wv": _matrix(own),
        f"{layer}_context_Wo": _matrix(own, LOUD),
        f"{layer}_ffn_W1": zero,
        f"{layer}_ffn_W2": zero,
    }
    biases = ("rnn_bf", "context_bq", "context_bk", "context_bv", "context_bo", "ffn_b1", "ffn_b2")
    norms = ("rnn_ffn", "context_Wo", "ffn_ffn")
    config = f"dim-emb: {DIM}\ntransformer-heads: 1\nenc-depth: 0\ndec-depth: 1\ntransformer-dim-ffn: {DIM}\n"
    return [
        ("special:model.yml", TEXT, (len(config),), config.encode()),
        *(_int8(f"{side}_Wemb", _embedding(words)) for side in ("encoder", "decoder")),
        ("decoder_Wemb_QuantMultA", BYTES, (1, 1), b"\x7f" + struct.pack("<f", 127 / 10.0)),
        *(_int8(name, rows) for name, rows in weights.items()),
        *(_float(f"{name}_QuantMultA", [127 / 12.0]) for name in weights),
        *(_float(f"{layer}_{name}", [0.0] * DIM) for name in biases),
        *(_float(f"{layer}_{name}_ln_scale", [1.0] * DIM) for name in norms),
        *(_float(f"{layer}_{name}_ln_bias", [0.0] * DIM) for name in norms),
    ]


def _embedding(words: int) -> Matrix:
    """Give each word a dimension of its own, up in one half and down in the other, so that the mean stays."""
    return [
        [1.0 if at == FIRST + word else -1.0 if at == HALF + FIRST + word else 0.0 for at in range(DIM)]
        for word in range(words)
    ]


def _matrix(entries: Mapping[tuple[int, int], float], scale: float = 1.0) -> Matrix:
    rows = [[0.0] * DIM for _ in range(DIM)]
    for (row, column), value in entries.items():
        rows[column][row] = value * scale
    return rows


# ---------------------------------------------------------------- files


def _float(name: str, values: Sequence[float]) -> Tensor:
    return name, FLOAT, (1, len(values)), struct.pack(f"<{len(values)}f", *values)


def _int8(name: str, rows: Matrix) -> Tensor:
    """Quantize a matrix that is given by its columns, as it lies in the file."""
    largest = max((abs(value) for row in rows for value in row), default=0.0) or 1.0
    scale = 127 / largest
    data = b"".join(struct.pack("<b", round(value * scale)) for row in rows for value in row)
    shape = (len(rows), DIM) if name.endswith("_Wemb") else (DIM, len(rows))
    return name, BYTES, shape, data + struct.pack("<f", scale) + bytes(252)


def _marian(tensors: Sequence[Tensor]) -> bytes:
    """Write tensors as Marian's binary file, version 1."""
    names = [name.encode() + b"\0" for name, *_ in tensors]
    head = struct.pack("<QQ", 1, len(tensors))
    for name, (_, kind, shape, data) in zip(names, tensors, strict=True):
        head += struct.pack("<QQQQ", len(name), kind, len(shape), len(data))
    head += b"".join(names) + b"".join(struct.pack(f"<{len(one[2])}i", *one[2]) for one in tensors)
    gap = -(len(head) + 8) % 256
    return head + struct.pack("<Q", gap) + bytes(gap) + b"".join(one[3] for one in tensors)


def _pieces(pieces: Sequence[tuple[str, int]]) -> bytes:
    """Write a vocabulary as SentencePiece's ModelProto: pieces with score and kind."""
    made = b""
    for text, kind in pieces:
        word = text.encode()
        piece = b"\x0a" + bytes([len(word)]) + word + b"\x15" + struct.pack("<f", -1.0) + b"\x18" + bytes([kind])
        made += b"\x0a" + bytes([len(piece)]) + piece
    return made
