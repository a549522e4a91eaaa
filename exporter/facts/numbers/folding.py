"""Put a text into one form, so that the grammar of figures need know only one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from exporter.style import data_folder


@lru_cache(maxsize=2048)
def fold(text: str) -> str:
    """Give a text in one form: ASCII digits and signs, simplified characters.

    The result has a character for each character of the text.
    """
    return text.translate(_table()) if _odd().search(text) else text


_WIDE = {0xFF10 + i: str(i) for i in range(10)} | {
    ord("．"): ".",
    ord("％"): "%",
    ord("﹪"): "%",
    ord("："): "：",
    ord("〇"): "零",
    ord("○"): "零",
    ord("／"): "/",
    ord("＋"): "+",
    ord("－"): "-",
    ord("﹣"): "-",
    ord("−"): "-",
    ord("\u3000"): " ",
    ord("\xa0"): " ",
    ord("\t"): " ",
    ord("("): "（",
    ord(")"): "）",
    ord(";"): "；",
    ord(":"): "：",
    ord(","): "，",
    ord("!"): "！",
    ord("?"): "？",
    ord("巿"): "市",
}
_LETTERS = {0xFF21 + i: chr(65 + i) for i in range(26)} | {0xFF41 + i: chr(97 + i) for i in range(26)}


@cache
def _odd() -> re.Pattern[str]:
    """Find what becomes another: a tenth of what it takes to translate, and most texts have none."""
    return re.compile(f"[{''.join(map(re.escape, map(chr, _table())))}]")


@cache
def _table() -> dict[int, str]:
    """Give what each character becomes; `source/traditional.tsv` holds the characters that Hong Kong prints."""
    rows = (data_folder("source") / "traditional.tsv").read_text("utf-8").splitlines()[1:]
    return {ord(row[0]): row[2] for row in rows} | _WIDE | _LETTERS
