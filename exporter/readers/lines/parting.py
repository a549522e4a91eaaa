"""Part the lines that hold several parts of an official paper: number and signatory, signature, day and remark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from exporter.elements import PAPER
from exporter.readers.lines.line import Line, cut
from exporter.readers.lines.paper_parts import closes_imprint, front_part, is_body_name, is_person
from exporter.readers.lines.recognisers import DATE

FRONT = 120
"""Longest line, in characters, that may be made of parts of the front."""
CLOSING = 240
"""Characters at the end of a line among which its closing is looked for."""
_GAP = re.compile(r"\s+")
_REMARKED = re.compile(r"[（(]此件[^（）()]{2,20}[）)]\s+(?=\S)")
_REMARK = re.compile(r"[（(]此[件文][^（）()]{2,24}[）)]$")
_STOP = re.compile(r"[。！？；”）)][”’」』]?")
_APART = re.compile(r"[ \u3000\xa0]{4,}")
_ATTACHED = re.compile(r"附\s{0,4}件?\s{0,4}[\d一二三四五六七八九十]{0,2}\s{0,2}[：:]")
_LISTED = re.compile(r"规定|办法|方案|名单|清单|规划|意见|细则|计划|条例|标准|目录|预案|要点|(?<=[一-龥])表")
"""What the name of an attachment ends in."""
_ISSUER = re.compile(r"[\u4e00-\u9fff]{2,24}?(?=关于)")
_IMPRINT = re.compile(rf"(?:{DATE.pattern})\s{{0,8}}印[发發制]。?$")
_COPIES = re.compile(r"(?<=印发)\s+(?=[（(]?共印\s?\d{1,6}\s?份[）)]?。?$)")
"""How many copies there are, behind the day of printing."""
_ENDS = ("日", "）", ")", "发", "印发。")


def all_parted(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Give the parts of each line; who printed a paper, and when, are one."""
    for above, line in pairwise((None, *lines)):
        assert line is not None
        if above and (places := _names_behind_number(above.text, line.text)):
            yield cut(line, places)
        else:
            yield [line] if above and closes_imprint(line.text, above.text) else parted(line)


def _names_behind_number(above: str, text: str) -> list[int]:
    """Give where names begin behind a number: those who sign a paper fill several rows, the last beside it (7.2.6)."""
    pieces = _GAP.split(text, maxsplit=1) if len(text) <= FRONT else []
    if len(pieces) < 2 or front_part(above) != "signatory" or front_part(pieces[0]) != "document_number":
        return []
    return [len(text) - len(pieces[1])] if _NAMES.fullmatch(pieces[1]) else []


_NAME = r"(?:[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]\s{1,4}[\u4e00-\u9fff](?![\u4e00-\u9fff]))"
_NAMES = re.compile(rf"{_NAME}(?:[\s、，]+{_NAME})*")


def parted(line: Line) -> list[Line]:
    """Cut a line that holds several parts of an official paper and nothing else, or ends in its closing."""
    text = line.text
    if line.grid is not None or "\t" in text:
        return [line]
    if len(text) <= FRONT and _GAP.search(text):
        if copies := _COPIES.search(text):
            return cut(line, [copies.end()])
        if remark := _REMARKED.match(text):
            return cut(line, [remark.end()])
        if places := list(_front_places(text)):
            return cut(line, places)
    return cut(line, signed_ends(text))


def issuer_of(lines: Sequence[Line]) -> str:
    """Give who issues a paper: what stands before 关于 in one of its first lines; empty if nobody does."""
    found = (_ISSUER.match(line.text[:60]) for line in lines)
    return next((one[0] for one in found if one and is_body_name(one[0])), "")


def names_apart(line: Line) -> list[Line]:
    """Cut a line of names that issue or sign a paper together, and of 文件 beside them; any other stays whole."""
    starts = [0, *(found.end() for found in _GAP.finditer(line.text))]
    pieces = [line.text[start:stop].strip() for start, stop in pairwise([*starts, len(line.text)])]
    names = [piece.removesuffix(PAPER) for piece in pieces if piece != PAPER]
    together = len(pieces) > 1 and all(len(name) >= LEAST_NAME and is_body_name(name) for name in names)
    return cut(line, starts[1:]) if together and names else [line]


LEAST_NAME = 3
"""Characters of the shortest name of a body."""


def signed_ends(text: str, issuer: str = "", dated_below: bool = False) -> list[int]:
    """Give where signature, day and remark begin at the end of a line; nothing if they do not close it.

    A body, or a person with a post, signs behind the end of a sentence; behind a list of attachments only `issuer`
    does. Without a day in the line it signs if the next line is one (`dated_below`), or if wide blanks set it apart.
    """
    if not (text.endswith(_ENDS) or dated_below or "\u3000\u3000" in text or "  " in text):
        return []
    if printed := _IMPRINT.search(text, max(0, len(text) - 30)):
        signer = _signer(text[: printed.start()].rstrip(), "", sure=True)
        return [signer] if signer > 0 else []
    remark = _REMARK.search(text, max(0, len(text) - 30))
    rest = text[: remark.start()].rstrip() if remark else text
    day = _day_at_end(rest)
    if remark and day < 0:
        return []
    above = rest[:day].rstrip() if day >= 0 else rest
    signer = _signer(above, issuer, day >= 0 or dated_below)
    places = [remark.start()] if remark else []
    if day >= 0 and (signer >= 0 or not above or above[-1] in "。！？"):
        places.append(day)
    elif day >= 0:
        return []
    return sorted(place for place in (*places, signer) if 0 < place < len(text))


def _day_at_end(text: str) -> int:
    """Give where the day begins that a text ends in; -1 if it ends in none."""
    if not text.endswith("日"):
        return -1
    found = [match for match in DATE.finditer(text, max(0, len(text) - 24)) if match.end() == len(text)]
    return found[-1].start() if found else -1


def _signer(text: str, issuer: str, sure: bool) -> int:
    """Give where the signature begins that a text ends in; -1 if it ends in none."""
    first = max(0, len(text) - CLOSING)
    stops = [found.end() for found in _STOP.finditer(text, first)]
    for begins in (*reversed(stops[-2:]), *(() if first else (0,))):
        name = text[begins:]
        apart = begins > 0 and _APART.match(name) is not None
        if (sure or apart) and (is_body_name(name.strip()) or is_person(name.strip())):
            return len(text) - len(name.lstrip())
        if sure and _ATTACHED.match(name) and (signs := _behind_names(name, issuer)):
            return len(text) - signs
    return -1


def _behind_names(listed: str, issuer: str) -> int:
    """Give the length of the body's name behind the last name of a list of attachments; 0 if there is none."""
    if issuer and listed.endswith(issuer):
        return len(issuer)
    found = [match.end() for match in _LISTED.finditer(listed) if is_body_name(listed[match.end() :])]
    return len(listed) - found[-1] if found else 0


def _front_places(text: str) -> Iterator[int]:
    """Give where parts begin inside a line that is made of parts of the front and nothing else."""
    gaps = [found.span() for found in _GAP.finditer(text)]
    starts = [0, *(end for _, end in gaps)]
    roles = [front_part(text[start:stop].strip()) for start, stop in pairwise([*starts, len(text)])]
    if roles[0] is None or len(starts) < 2 or "signatory" in roles[:1]:
        return
    open_ = roles[0]
    found: list[int] = []
    for start, role in zip(starts[1:], roles[1:], strict=True):
        if role is not None and role != open_:
            found.append(start)
            open_ = role
        elif open_ not in ("signatory", "issuer_mark"):
            return
    yield from found
