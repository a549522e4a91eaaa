"""Name the line that a report sets for its year, and how many tasks it sets out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from exporter.brief.phrases import Said, joined, number_word, words
from exporter.english.document import names_of
from exporter.english.grammar.headings import english_of
from exporter.model import Document, Paragraph, Run, plain


def own_theme(document: Document, tasks: int) -> Said | None:
    """Say which line the report sets for its year, and how many areas of work it says that follow (0: it says none).

    How many alone tells nothing: they all have a line of their own.
    """
    theme = next(_themes(document), None)
    if theme is None:
        return None
    english = english_of(theme.what, "term", names=names_of(document.metadata, document.terms))
    said = english.text if english.status in ("verified", "reviewed") else None
    year = document.metadata.year_planned
    en = f"{theme.en} set for {year} is {said}."
    line = Said((Run(f"{year}年{theme.where}以"), theme.run, Run(f"为{theme.zh}")), (Run(en),) if said else ())
    if not tasks:
        return joined(line, words("。", ""))
    told = f"{' ' if said else ''}The report sets out {number_word(tasks)} areas of work."
    return joined(line, words(f"；列出{tasks}个方面的任务。", told))


class _Theme(NamedTuple):
    """What a year's requirements name as their line, what they call it in both languages, and their own name."""

    what: str
    zh: str
    en: str
    where: str
    run: Run


_REQUIREMENTS = "总体要求|总要求|总体思路|工作思路|基本思路|指导思想"
"""What a report calls the requirements that it sets for a year."""
_SETS_OUT = re.compile(
    rf"(?:^|[。！；，：\s])[^。！；，：]{{0,6}}?(?:(?P<year>\d{{4}})年|今年|新的?一年|明年)[^。！；，：]{{0,16}}?(?P<where>{_REQUIREMENTS})"
    r"[^。！；]{0,6}?[是为：:，]"
)
"""The beginning of the requirements of one year, not of a five-year plan."""
_OF_YEARS = re.compile("五年|十[一二三四五六七]五|时期")
_LINES = (
    (re.compile(r"(?:工作)?总基调[是为：:]*“?([\u4e00-\u9fff]{4,8})[”，。；]"), "工作总基调", "The guiding tone"),
    (
        re.compile(r"(?:坚持|坚持以|把握)“?([\u4e00-\u9fff]{4,8}?)”?(?:的)?(?:工作)?总基调"),
        "工作总基调",
        "The guiding tone",
    ),
    (re.compile(r"以“?([\u4e00-\u9fff]{4,16})”?为(?:工作)?主线"), "主线", "The main theme of work"),
    (re.compile(r"以“?([\u4e00-\u9fff]{4,16})”?为(?:工作)?主题"), "主题", "The theme"),
)


_COMMON = re.compile("稳中求进")
"""The tone that nearly every report has: it tells nothing of one."""


def _themes(document: Document) -> Iterator[_Theme]:
    for block in document.blocks:
        if not isinstance(block, Paragraph):
            continue
        text = plain(block.runs)
        for opened in _SETS_OUT.finditer(text):
            if not _is_of_year(opened, document.metadata.year_planned):
                continue
            said = _SENTENCE_END.split(text[opened.end() :], maxsplit=1)[0]
            for pattern, zh, en in _LINES:
                if (found := pattern.search(said)) and not _COMMON.match(found[1]):
                    yield _Theme(found[1], zh, en, opened["where"], Run(f"“{found[1]}”", span=block.span))


_SENTENCE_END = re.compile("[。！]")


def _is_of_year(opened: re.Match[str], year: int | None) -> bool:
    return year is not None and opened["year"] in (None, str(year)) and not _OF_YEARS.search(opened[0])
