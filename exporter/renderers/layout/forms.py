"""Tell the form of an official paper (GB/T 9704-2012, 7 and 10), and which lines are its head and its imprint."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile
from typing import Literal, TypeAlias

from exporter.elements import mark_said
from exporter.model import Block, DocType, Document, Heading, Note, Paragraph, heading_text, plain
from exporter.style import Style

Form: TypeAlias = Literal["paper", "letter", "order", "minutes"]
"""Paper with a red head or without; 信函 (10.1), 命令 (10.2), 纪要 (10.3)."""
ABOVE = ("copy_number", "secrecy", "urgency")
"""Roles of what stands above the mark (7.2.1 to 7.2.3)."""
_HEAD = (*ABOVE, "issuer_mark", "document_number", "signatory")
_NAMED = re.compile(r".{2,40}文件")
_ORDER = re.compile(r"(?:(?!关于).){2,38}(?:令|纪要|公告|通告)")
"""The mark of an order, of minutes or of an announcement, which have no title beside it; with 关于 it is a title."""


def form_by(mark: str, kind: DocType) -> Form:
    """Tell the form by the words of the mark (empty: there is none) and the kind of paper."""
    if re.search(r"令$", mark) or (kind == "order" and mark):
        return "order"
    if kind == "minutes" or re.search(r"纪要$", mark):
        return "minutes"
    if kind == "letter" and mark and not mark.endswith("文件"):
        return "letter"
    return "paper"


def form_of_head(head: Sequence[Block]) -> Form:
    """Tell the form by a head alone: the number of a letter says 函."""
    mark = mark_said(words(block) for block in head if is_mark(block, head)) or ""
    letter = any(is_one(block, "document_number") and "函" in words(block) for block in head)
    return form_by(mark, "letter" if letter else "other")


def head_of(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the lines that a paper opens with, down to its number and who signs it."""
    return tuple(takewhile(lambda block: is_one(block, *_HEAD) or is_mark(block, blocks), blocks))


def signed_below(blocks: Sequence[Block]) -> int | None:
    """Find who signs right behind the number below the title, or below it alone, where a paper has no mark."""
    title = next((at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 0), None)
    under = blocks[title + 1 : title + 3] if title is not None else ()
    signed = next((at for at, one in enumerate(under, 1) if is_one(one, "signatory")), 0)
    numbered = signed == 1 or (signed == 2 and is_one(under[0], "document_number"))
    return title + signed if title is not None and numbered else None


def is_mark(block: Block, blocks: Sequence[Block]) -> bool:
    """Tell the issuing authority's mark; a first line that ends in 文件, 令 or 纪要 above a number is one."""
    if is_one(block, "issuer_mark"):
        return True
    if block is not blocks[0] or len(blocks) < 2 or not is_one(blocks[1], "document_number"):
        return False
    titled = isinstance(block, Heading) and block.level == 0 and is_mark_of_its_own(words(block))
    return titled or (isinstance(block, Paragraph | Heading) and _NAMED.fullmatch(words(block)) is not None)


def is_mark_of_its_own(said: str) -> bool:
    """Tell the mark of an order or of minutes, which stands where others have their title."""
    return _ORDER.fullmatch(said) is not None


def printed_by(blocks: Sequence[Block], form: Form) -> tuple[Block, ...]:
    """Give the body and the day that minutes have in one line below their number; empty if they have none."""
    behind = len(head_of(blocks))
    line = tuple(blocks[behind : behind + 2])
    paired = form == "minutes" and len(line) == 2 and is_one(line[0], "byline") and is_one(line[1], "date")
    return line if paired else ()


_LABEL = re.compile(r"附件\s?[\d一二三四五六七八九十]{0,3}[:：]?")
LEAST = 4
"""Characters of the title of a paper that is issued."""


def is_label(block: Block | None) -> bool:
    """Tell the label above an attachment (7.3.7)."""
    if not isinstance(block, Heading | Paragraph) or is_one(block, "attachment"):
        return False
    return _LABEL.fullmatch(words(block)) is not None


_ISSUES = re.compile(r"印发|转发|批转|公布|发布|颁布|令$")
"""What the title of a paper says that issues another."""
LONGEST = 60
"""Characters of the longest title of what is issued."""


def issued_title(blocks: Sequence[Block]) -> Block | None:
    """Find the title of what a paper issues: a heading right behind date or remark, where its own title says so.

    Where its title is not among the blocks, the heading alone says so.
    """
    title = next((words(block) for block in blocks if isinstance(block, Heading) and block.level == 0), "")
    signed = False
    for block, after in pairwise(blocks):
        signed = signed or is_one(block, "signature")
        closes = (signed and is_one(block, "date", "remark", "status")) or _renews(block)
        if closes and isinstance(after, Heading | Paragraph) and not is_one(after, "remark", "status"):
            issued = _is_issued(after, title) or _is_listed(after, blocks)
            return after if issued and after is not blocks[-1] else None
    return None


def _renews(block: Block) -> bool:
    """Tell the sentence of a decision that has a law printed again as amended."""
    return is_one(block, "body") and _RENEWS.match(words(block)) is not None


_RENEWS = re.compile(r"《[^》]{4,60}》[^。]{0,6}根据本(?:决定|令)[^。]{2,60}。$")
_KIND = re.compile(
    r"(?:办法|规定|方案|意见|细则|规则|规程|制度|条例|规划|计划|预案|标准|目录|清单|名单|要点|章程|纲要|指南|措施)"
    r"(?:（[^（）]{1,12}）)?》?"
)


def issued_titles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the titles of all that a paper issues: behind the first, headings like it that name such a paper."""
    first = issued_title(blocks)
    if not isinstance(first, Heading):
        return (first,) if first is not None else ()
    behind = next(at for at, block in enumerate(blocks) if block is first) + 1
    alike = (one for one in blocks[behind:] if isinstance(one, Heading) and one.level == first.level and not one.number)
    return (first, *(one for one in alike if LEAST <= len(words(one)) <= LONGEST and _names_a_paper(words(one))))


def _names_a_paper(said: str) -> bool:
    return any(found.end() == len(said) for found in _KIND.finditer(said))


def _is_issued(block: Block, title: str) -> bool:
    said = words(block).strip("《》")
    named = len(said) >= LEAST and said in title and said != title
    headed = isinstance(block, Heading) and not block.number and len(said) <= LONGEST and not is_label(block)
    return named or (headed and (not title or _ISSUES.search(title) is not None))


def _is_listed(block: Block, blocks: Sequence[Block]) -> bool:
    """Tell what the list of attachments names: 附：…名单."""
    said = words(block)
    return len(said) >= LEAST and any(is_one(one, "attachment") and words(one).endswith(said) for one in blocks)


_CHAPTER = re.compile(r"第[一二三四五六七八九十百]{1,4}[编篇章节]")


def is_chapter(block: Block) -> bool:
    """Tell the heading of a chapter or section of rules, which stands in the middle of its line."""
    return isinstance(block, Heading) and not block.run_in and _CHAPTER.match(heading_text(block).strip()) is not None


_HAN = "[一二三四五六七八九十]{1,3}"
_LEVELS = tuple(map(re.compile, (f"{_HAN}、", f"[（(]{_HAN}[）)]", r"\d{1,2}[.．](?!\d)", r"[（(]\d{1,2}[）)]")))


def number_level(heading: Heading) -> int | None:
    """Give the level that the standard gives the number of a heading (7.3.3); None: the number is of another form."""
    said = words(heading)
    return next((level for level, form in enumerate(_LEVELS, 1) if form.match(said)), None)


_BOX = re.compile(r"(?:专栏|專欄)\s?[\d一二三四五六七八九十]{1,3}[\s：:]")
BOXED = 2


def look_of(heading: Heading, style: Style) -> int:
    """Give the level whose letters a heading is set in: that of its number, where a style sets official papers.

    Headings of boxes are alike, wherever a box stands.
    """
    if style.page.lines and heading.level and _BOX.match(words(heading)):
        return BOXED
    return (number_level(heading) if style.page.lines and heading.level else None) or heading.level


def holds_nothing(block: Block, following: Block | None) -> bool:
    """Tell a heading with nothing below it: the next is none of its own, and need not stand on its page."""
    if not isinstance(block, Heading) or not isinstance(following, Heading):
        return False
    return 0 < following.level <= block.level


def appendix_breaks(document: Document) -> bool:
    """An appendix that opens with a heading opens a page (7.3.7), but for notes, which go on below the text."""
    first, second = (*document.appendix, None, None)[:2]
    return bool(document.blocks) and isinstance(first, Heading) and not isinstance(second, Note)


def is_one(block: Block | None, *roles: str) -> bool:
    """Tell whether a block is a paragraph of one of these roles."""
    return isinstance(block, Paragraph) and block.role in roles


def words(block: Block) -> str:
    """Give the words of a heading or paragraph without the blanks around them."""
    if isinstance(block, Heading):
        return heading_text(block).strip()
    return plain(block.runs).strip() if isinstance(block, Paragraph) else ""
