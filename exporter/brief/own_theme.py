"""Name the line that a report gives itself, and how many tasks it sets out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.brief.phrases import Said, joined, number_word, words
from exporter.english.document import names_of
from exporter.english.grammar.headings import english_of
from exporter.model import Document, Paragraph, Run, plain


def own_theme(document: Document, tasks: int) -> Said | None:
    """Name the line that the report gives itself, and how many areas of work it says that follow (0: it says none)."""
    named = next(_themes(document), None)
    parts: list[Said] = []
    if named is not None:
        (what, zh_kind, en_kind), run = named
        english = english_of(what, "term", names=names_of(document.metadata, document.terms))
        said = english.text if english.status in ("verified", "reviewed") else None
        parts.append(Said((Run(f"报告的{zh_kind}："), run), (Run(f"The report's {en_kind}: {said}."),) if said else ()))
    if tasks:
        parts.append(
            words(
                f"{'；' if parts else '报告'}列出{tasks}个方面的任务",
                f"{' ' if parts and parts[0].en else ''}The report sets out {number_word(tasks)} areas of work.",
            )
        )
    return joined(*parts, words("。", "")) if parts else None


_SETS_OUT = re.compile("总体要求|总体思路|指导思想|总要求|基本思路|工作思路")
_THEMES = (
    (re.compile(r"(?:工作)?总基调[是为：:]*“?([\u4e00-\u9fff]{4,8})[”，。；]"), "工作总基调", "guiding tone"),
    (
        re.compile(r"(?:坚持|坚持以|把握)“?([\u4e00-\u9fff]{4,8}?)”?(?:的)?(?:工作)?总基调"),
        "工作总基调",
        "guiding tone",
    ),
    (re.compile(r"以“?([\u4e00-\u9fff]{4,16})”?为(?:工作)?主线"), "主线", "main line"),
    (re.compile(r"以“?([\u4e00-\u9fff]{4,16})”?为(?:大会|报告|工作)?主题"), "主题", "theme"),
)


_COMMON = re.compile("稳中求进")
"""The tone that nearly every report has: it tells nothing of one."""


def _themes(document: Document) -> Iterator[tuple[tuple[str, str, str], Run]]:
    for block in document.blocks:
        if isinstance(block, Paragraph) and _SETS_OUT.search(text := plain(block.runs)):
            for pattern, zh, en in _THEMES:
                if (found := pattern.search(text)) and not _COMMON.match(found[1]):
                    yield (found[1], zh, en), Run(f"“{found[1]}”", span=block.span)
