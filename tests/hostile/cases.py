"""Say what a hostile source is, and what must become of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Fate: TypeAlias = Literal["done", "refused", "either"]
HEAD = "报告从这里开头"
TAIL = "报告到这里结尾"
"""Every source that can be read begins and ends with these: a text that lost its end is found out."""
SECRET = "秘密九一七三四"
"""Stands in a file beside the sources, and must stand in nothing that is made."""


@dataclass(frozen=True, slots=True)
class Case:
    """A source under a file name, and its fate: exported whole, refused by name, or either of the two."""

    name: str
    data: bytes | Callable[[], bytes]
    fate: Fate = "either"
    keeps: tuple[str, ...] = ()
    """What must be found in what is made of it, beside its head and tail."""
    framed: bool = True
    """Head and tail stand in it, and must come out if anything does."""

    def write(self) -> bytes:
        """Give the bytes, which may be many."""
        return self.data if isinstance(self.data, bytes) else self.data()


def report(payload: str) -> str:
    """Put a payload into the middle of a small work report."""
    return (
        f"政府工作报告\n\n{HEAD}，请予审议。\n\n一、工作回顾\n\n{payload}\n\n"
        f"二、工作安排\n\n全年生产总值增长8%以上，新增就业2.3万人。{TAIL}。\n"
    )


def text_cases(fate: Fate, payloads: dict[str, str], keeps: bool = False) -> Iterator[Case]:
    """Make a text of each payload."""
    for name, payload in payloads.items():
        yield Case(f"{name}.txt", report(payload).encode("utf-8", "surrogatepass"), fate, (payload,) if keeps else ())
