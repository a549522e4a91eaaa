"""Feed every compiled pattern its worst cases: none may take time that grows faster than the text."""

from __future__ import annotations

import importlib
import pkgutil
import re
import subprocess
import sys
from collections import deque

import pytest

import exporter.readers

SIZE = 100_000
LIMIT = 600
"""Seconds for all patterns together; those that are quadratic take a minute and more on each case."""
WORST = (
    "一",
    "一、",
    "第一",
    "（",
    "）",
    "(",
    "((((",
    "“",
    "0",
    "0,",
    "0.",
    "０",
    " ",
    "　",
    "\xa0",
    "\t",
    "—",
    "-",
    "?",
    "，",
    "。",
    "年",
    "2018年",
    "政府",
    "关于",
    "各位",
    "中共市",
    "市",
    "<",
    "<a ",
    "<a '",
    '"',
    "&",
    "&#",
    "&amp",
    "\\r",
    "\\n",
    "_M",
    "|",
    "[",
    "[x](",
    "*",
    "`",
    "#",
    "目",
    ".",
    "…",
    "\n",
    "\r",
    "\x00",
    "\ufffe",
    "A",
    "a=",
    "在第届",
    "一二三四五六七八九十",
    "国发〔",
    "报告人：",
    "来源：来源",
)


def patterns() -> dict[str, re.Pattern[str]]:
    """Find every pattern that a module of the readers has compiled."""
    found = {}
    names = [one.name for one in pkgutil.walk_packages(exporter.readers.__path__, "exporter.readers.")]
    for name in ["exporter.characters", *names]:
        for label, value in vars(importlib.import_module(name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                found[f"{name}.{label}"] = value
    from exporter.readers.lines.page_words import page_words

    for label in ("start", "hold", "end", "end_hold", "watermark", "label"):
        found[f"page_words.{label}"] = getattr(page_words(), label)
    return found


def try_all() -> None:
    """Search and match each pattern on each worst case."""
    for pattern in patterns().values():
        for piece in WORST:
            text = (piece * (SIZE // len(piece) + 1))[:SIZE]
            pattern.match(text)
            deque(pattern.finditer(text + "x"), maxlen=0)


def test_there_are_patterns_to_try() -> None:
    assert len(patterns()) > 60


@pytest.mark.slow
def test_no_pattern_is_worse_than_linear() -> None:
    command = [sys.executable, "-c", "from tests.readers.test_patterns import try_all; try_all()"]
    subprocess.run(command, check=True, timeout=LIMIT)
