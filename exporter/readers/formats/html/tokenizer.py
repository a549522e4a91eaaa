"""Cut HTML into text and tags in one pass: every character is in exactly one token, and no input is quadratic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias

TokenKind: TypeAlias = Literal["text", "open", "close", "skip"]


class Token(NamedTuple):
    """Characters `start` to `end`; `name` is the tag in lower case, and of `skip` what is skipped."""

    kind: TokenKind
    start: int
    end: int
    name: str = ""


RAW = frozenset(("script", "style", "noscript", "template", "svg", "math", "iframe", "object", "xml"))
"""Elements whose content is never text of the document."""
QUOTED = 20_000
"""Longest quoted attribute value, in characters; beyond it the quote is taken for a stray one."""
PICTURE = 40_000_000
"""Longest attribute value that holds the bytes of a picture."""
_NAME = re.compile(r"/?([a-zA-Z][a-zA-Z0-9:_-]{0,40})")
_QUOTE = re.compile(r"[\"'<>]")
_HAN = re.compile("[\u3400-\u9fff]")
_BLOCK = re.compile(r"<(?:p|div|body|table|h[1-6]|article|section)[\s>]", re.IGNORECASE)
_CLOSINGS = {name: re.compile(rf"</{name}", re.IGNORECASE) for name in RAW}
_ATTRIBUTE = re.compile(r"([a-zA-Z-]{1,30})\s{0,8}=\s{0,8}(?:\"([^\"]{0,4000})\"|'([^']{0,4000})'|([^\s\"'>]{1,400}))")


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Give the tokens of a page, or of a stretch of it that ends where a tag does, in order and without gaps."""
    here, size = start, len(text) if end is None else end
    gone: set[str] = set()
    while here < size:
        sign = text.find("<", here, size)
        if sign < 0:
            yield Token("text", here, size)
            return
        token = _markup(text, sign, gone)
        if token is None:
            following = text.find("<", sign + 1, size)
            stop = following if following >= 0 else size
            yield Token("text", here, stop)
            here = stop
            continue
        if sign > here:
            yield Token("text", here, sign)
        yield token
        here = token.end
        if token.kind == "open" and token.name in RAW and text[token.end - 2] != "/":
            stop = _raw_end(text, here, token.name, gone)
            if stop > here:
                yield Token("skip", here, stop, token.name)
                here = stop


def attributes(text: str, token: Token) -> dict[str, str]:
    """Give the attributes of a tag, names in lower case."""
    return {
        found[1].lower(): found[2] or found[3] or found[4] or ""
        for found in _ATTRIBUTE.finditer(text, token.start, min(token.end, token.start + 8000))
    }


def _markup(text: str, sign: int, gone: set[str]) -> Token | None:
    """Read the tag, comment or declaration that begins at `<`, or None if it is none."""
    mark = text[sign + 1 : sign + 2]
    if mark in ("!", "?"):
        return _declaration(text, sign, gone)
    found = _NAME.match(text, sign + 1)
    if found is None:
        return None
    end = _tag_end(text, found.end())
    if end < 0 or _is_text(text, found.end(), end):
        return None
    return Token("close" if mark == "/" else "open", sign, end, found[1].lower())


def _is_text(text: str, start: int, end: int) -> bool:
    """Tell whether what follows `<b` is no tag but text, as in 收入<b 亿元: Chinese and no attribute."""
    return "=" not in text[start:end] and _HAN.search(text, start, end) is not None


def _declaration(text: str, sign: int, gone: set[str]) -> Token | None:
    if text.startswith("<![CDATA[", sign):
        return Token("skip", sign, sign + 9, "comment")
    if text.startswith("<!--", sign) and "-->" not in gone:
        end = text.find("-->", sign + 4)
        if end >= 0:
            return Token("skip", sign, end + 3, "comment")
        # A comment that is never closed would swallow the rest of the page: only its opening is markup.
        gone.add("-->")
    end = text.find(">", sign, sign + QUOTED)
    return Token("skip", sign, end + 1, "comment") if end >= 0 else None


def _tag_end(text: str, here: int) -> int:
    """Find the end of a tag, or -1; a `>` inside quotes does not end it, a `<` outside does."""
    while True:
        found = _QUOTE.search(text, here, here + QUOTED)
        if found is None:
            return -1
        if found[0] == ">":
            return found.end()
        if found[0] == "<":
            return found.start()
        longest = PICTURE if text.startswith("data:", found.end()) else QUOTED
        close = text.find(found[0], found.end(), found.end() + longest)
        here = close + 1 if close >= 0 else found.end()


def _raw_end(text: str, here: int, name: str, gone: set[str]) -> int:
    """Find where a script or style ends; one that is never closed ends where the page's text goes on."""
    if name not in gone:
        found = _CLOSINGS[name].search(text, here)
        if found:
            return found.start()
        gone.add(name)
    again = _BLOCK.search(text, here) if "block" not in gone else None
    if again is None:
        gone.add("block")
    return again.start() if again else here
