"""Say what is wrong with a source: it breaks off, holds several papers, or has lost characters on its way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from exporter.model import Alteration, Block, Heading, Notice, Paragraph, Table, plain
from exporter.readers.lines.paper_parts import DOCUMENT_NUMBER
from exporter.readers.lines.repair import LOST_INSIDE

FIRST = 3
"""Blocks at the top of a text in which its own number may stand."""
LOST = frozenset(("spaces lost in encoding", "percent sign lost in encoding"))
"""Repairs of what a wrong encoding has done to a text."""
_ORDER = re.compile(r"[\u4e00-\u9fff]{4,30}令(?:第\d{1,5}号|（第\d{1,5}号）)")
_ANNEX = re.compile(r"附[件录錄]")


def broken_off(blocks: Sequence[Block]) -> tuple[Notice, ...]:
    """Give a notice if the last paragraph stops inside a sentence."""
    last = next((block for block in reversed(blocks) if not isinstance(block, Table)), None)
    if not isinstance(last, Paragraph) or last.role != "body":
        return ()
    text = plain(last.runs)
    if len(text) < 30 or (re.search(r"[。！？；：）)”』」!?.]$", text) and not re.search(r"[.…]{3,}$", text)):
        return ()
    return (
        Notice("source.incomplete", "the text breaks off inside a sentence; get the whole document", span=last.span),
    )


def several(blocks: Sequence[Block]) -> tuple[Notice, ...]:
    """Give a notice if papers with a number of their own follow in the text that no annex announces."""
    found: list[Block] = []
    for block in blocks[FIRST:]:
        text = _bare(block)
        if _ANNEX.match(text):
            break
        if _is_number(text):
            found.append(block)
    if not found:
        return ()
    message = f"other papers follow in the text, {len(found)} with a number; what is read of it is of one; split it"
    return (Notice("source.several", message, "info", found[0].span),)


def is_paper_number(block: Block) -> bool:
    """Tell whether a block is nothing but the number of a paper, or the title of an order with its number."""
    return _is_number(_bare(block))


def _bare(block: Block) -> str:
    return re.sub(r"\s", "", plain(block.runs)) if isinstance(block, Heading | Paragraph) else ""


def _is_number(text: str) -> bool:
    return DOCUMENT_NUMBER.fullmatch(text) is not None or _ORDER.fullmatch(text) is not None


def without_notes(marks: Mapping[str, str]) -> tuple[Notice, ...]:
    """Give a notice if a text has marks of notes, by their numbers, and not the notes: their ids are empty."""
    lost = [int(number) for number, id in marks.items() if not id and number.isdecimal()]
    if not lost:
        return ()
    first, last = min(lost), max(lost)
    which = f"note {first} is" if first == last else f"notes {first} to {last} are"
    message = f"{which} marked in the text and not given; the source has lost {'it' if first == last else 'them'}"
    return (Notice("source.notes_lost", message, "info"),)


def doubtful(blocks: Iterable[Block]) -> tuple[Notice, ...]:
    """Give a notice if half-width question marks stand inside of sentences that ask nothing."""
    paragraphs = (one for one in blocks if isinstance(one, Paragraph))
    found = [one.span for one in paragraphs for _ in LOST_INSIDE.findall(plain(one.runs))]
    if not found:
        return ()
    message = (
        f"a half-width question mark stands inside a sentence, {len(found)} times, "
        "perhaps for a character that was lost"
    )
    return (Notice("source.damaged", message, "info", found[0]),)


def garbled(blocks: Iterable[Block]) -> tuple[Notice, ...]:
    """Warn if paragraphs are Chinese in UTF-8 that somebody read as another encoding and saved so."""
    found = [one.span for one in blocks if isinstance(one, Paragraph | Heading) and _is_garbled(plain(one.runs))]
    if not found:
        return ()
    several = f"{len(found)} paragraphs are" if len(found) > 1 else "a paragraph is"
    message = f"{several} Chinese that was read in a wrong encoding; get an undamaged copy"
    return (Notice("source.damaged", message, span=found[0]),)


def _is_garbled(text: str) -> bool:
    """Tell whether the letters of a text, put back to the bytes that they were read from, are mostly Chinese."""
    letters = "".join(_HIGH.findall(text))
    if len(letters) < FEWEST:
        return False
    return any(
        3 * len(_HAN.findall(letters.encode(codec, "ignore").decode("utf-8", "ignore"))) > SHARE * len(letters)
        for codec in ("mac_cyrillic", "cp1251", "cp1252")
    )


FEWEST = 30
"""Letters that tell; a name in another script has fewer."""
SHARE = 0.5
"""Share of the letters that becomes Chinese, at three letters a character; some bytes are lost on such ways."""
_HIGH = re.compile("[\u0080-\u2bff]+")
_HAN = re.compile("[\u4e00-\u9fff]")


def damaged(alterations: Iterable[Alteration]) -> tuple[Notice, ...]:
    """Give a notice if a wrong encoding has cost a text characters, which reading can only guess."""
    found = [one for one in alterations if one.rule in LOST]
    if not found:
        return ()
    message = f"characters were lost in a wrong encoding, {len(found)} times; compare with the printed text"
    return (Notice("source.damaged", message, "info", found[0].span),)
