"""Open the brief: the title in both languages, place and kind, then where that lies, the years, and whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from exporter.brief.gazetteer import above
from exporter.brief.languages import language_of
from exporter.brief.options import Languages
from exporter.brief.papers import addressee_of, brief_of, issuer_of, number_of
from exporter.brief.side_by_side import MARK
from exporter.english.document import (
    DOC_TYPES,
    person_in_english,
    place_in_english,
    publisher_in_english,
    title_in_english,
)
from exporter.english.grammar.opening_lines import opening_of
from exporter.english.grammar.titles import REMARKS
from exporter.english.words.dates import day_said
from exporter.model import Block, DocType, Heading, Metadata, Paragraph, Run, Runs, plain

SEPARATOR = " · "

Said = tuple[str, str]
"""The same in Chinese and in English."""


def masthead(
    metadata: Metadata,
    languages: Languages = "zh-en",
    results: bool = True,
    targets: bool = True,
    speaker: Said | None = None,
) -> Iterator[Block]:
    """Give the title, its English, the place and kind, and a line in each language of what the source says it is.

    `results`, `targets`: the brief has some, and names their years. `speaker`: with the office, in both languages.
    """
    yield from _title(metadata, languages)
    if metadata.title:
        yield Paragraph(_kicker(metadata, languages), "byline", language_of(languages))
    period, given = _period(metadata, results, targets), _given(metadata, speaker)
    first = (number_of(metadata), addressee_of(metadata)) if brief_of(metadata) else (_where(metadata), period)
    said = [both for both in (*first, given, _publisher(metadata)) if both]
    if said and languages != "en":
        yield Paragraph((Run(SEPARATOR.join(zh for zh, _ in said)),), "status")
    if english := SEPARATOR.join(en for _, en in said if en) if languages != "zh" else "":
        yield Paragraph((Run(english),), "status", "en")


def title_said(metadata: Metadata, languages: Languages) -> str:
    """Give the title of the brief itself; of a document without one, its place and kind."""
    if not metadata.title:
        return plain(_kind_as_title(metadata, languages))
    english = english_title(metadata) if languages == "en" else None
    return f"{english}: brief" if english else f"{metadata.title}：摘要简报"


def _title(metadata: Metadata, languages: Languages) -> Iterator[Block]:
    english = english_title(metadata) if languages == "en" else None
    if english:
        yield Heading(0, (Run(english),), lang="en")
    elif metadata.title:
        yield Heading(0, (Run(metadata.title),))
        if languages != "zh":
            yield _title_in_english(metadata)
    else:
        yield from _named_by_kind(metadata, languages)


def _named_by_kind(metadata: Metadata, languages: Languages) -> Iterator[Block]:
    """Head the brief of a document without a title with what its place and kind say."""
    yield Heading(0, _kind_as_title(metadata, languages), lang=language_of(languages))
    if languages == "zh-en":
        yield Paragraph((*_kicker(metadata, "en"), *_year(metadata)), "subtitle", "en")


def _kind_as_title(metadata: Metadata, languages: Languages) -> Runs:
    if languages == "en":
        return (*_kicker(metadata, "en"), *_year(metadata))
    year = f"{metadata.year_planned}年" if _year(metadata) else ""
    return tuple(replace(run, text=run.text.replace(SEPARATOR, year)) for run in _kicker(metadata, "zh"))


def _year(metadata: Metadata) -> Runs:
    """Give the year of a work report, behind its English name: that of the work it plans."""
    return (Run(f" ({metadata.year_planned})"),) if metadata.year_planned and metadata.place else ()


def _kicker(metadata: Metadata, languages: Languages) -> Runs:
    """Say whose document it is and of what kind: 慈溪市 Cixi City · 统计公报简报 Brief: statistical communiqué.

    An official paper is its issuer's, and named by its own kind: 市政府 · 简报：通知 Brief: notice.
    """
    (kind_zh, kind), paper = _kind(metadata), brief_of(metadata)
    whose = (paper and issuer_of(metadata)) or (_whose(metadata) if metadata.place else None)
    said = [*([whose] if whose else []), paper or (f"{kind_zh}简报", f"Brief: {kind[:1].lower()}{kind[1:]}")]
    if languages != "zh-en":
        names = (en or f"{zh} {MARK}" for zh, en in said) if languages == "en" else (zh for zh, _ in said)
        return (Run(SEPARATOR.join(names)),)
    runs: list[Run] = []
    for at, (zh, en) in enumerate(said):
        runs.append(Run((SEPARATOR if at else "") + zh + (" " if en else "")))
        runs += [Run(en, lang="en")] * bool(en)
    return tuple(runs)


def _whose(metadata: Metadata) -> Said:
    """Name the place of a document; a work report of the whole state is its government's."""
    if metadata.place_rank == "national":
        of_council = metadata.doc_type == "work_report"
        return (
            ("中华人民共和国国务院", "State Council of the People's Republic of China")
            if of_council
            else ("中国", "China")
        )
    place = metadata.place or ""
    return place, place_in_english(place, metadata.place_rank) or ""


def _kind(metadata: Metadata) -> Said:
    """Name the kind of document; an address of Hong Kong is no work report."""
    title = metadata.title or ""
    for words, said in OWN_NAMES.items():
        if any(word in title for word in words):
            return said
    return TYPES[metadata.doc_type], DOC_TYPES[metadata.doc_type]


OWN_NAMES: Mapping[tuple[str, ...], Said] = {
    ("施政报告", "施政報告"): ("施政报告", "Policy address"),
    ("财政预算案", "財政預算案"): ("财政预算案", "Budget"),
}
"""Kinds of document by what their titles call them."""


def _title_in_english(metadata: Metadata) -> Paragraph:
    english = english_title(metadata)
    if english is None:
        return Paragraph((Run("No English title yet; see the Chinese."),), "status", "en")
    return Paragraph((Run(english),), "subtitle", "en")


def english_title(metadata: Metadata) -> str | None:
    """Render the title of a document, without its asides where it must be; None where that is not sure."""
    made = map(title_in_english, (metadata, *_short_title(metadata)))
    return next((title.text for title in made if title.status == "verified"), None)


def _short_title(metadata: Metadata) -> Iterator[Metadata]:
    """Give the title without what stands elsewhere: years, day and meeting. What else qualifies it is never lost."""
    parts = _PARTS.findall(metadata.title or "")
    if not parts or any(not _TOLD.search(part) and not _remarked(part) for part in parts[1:]):
        return
    short = "".join(part for at, part in enumerate(parts) if at == 0 or _remarked(part)).strip()
    yield replace(metadata, title=short)


_PARTS = re.compile(r"[（(][^）)]*[）)]|(?:—+|：)[^（(—：]+|[^（(—：]+")
"""A title, and what stands behind it: asides in brackets, and its second half."""
_TOLD = re.compile(r"\d{4}|[一二〇零○]{4}年|会议|审议通过")


def _remarked(part: str) -> bool:
    """Tell whether an aside is one that titles have in English: （摘要）, （示例）."""
    return part.startswith(("（", "(")) and part.strip("（）()") in REMARKS


TYPES: Mapping[DocType, str] = {
    "work_report": "政府工作报告",
    "communique": "统计公报",
    "notice": "公文",
    "letter": "函",
    "order": "令",
    "minutes": "会议纪要",
    "budget": "预算报告",
    "plan": "计划",
    "speech": "讲话",
    "news": "新闻报道",
    "other": "文件",
}
"""What a document is, in Chinese."""

RANKS: Mapping[str, Said] = {
    "national": ("国家级", "National"),
    "province": ("省级", "Provincial level"),
    "prefecture": ("地级", "Prefecture level"),
    "county": ("县级", "County level"),
    "township": ("乡级", "Township level"),
}


def _where(metadata: Metadata) -> Said | None:
    """Say in which province and city a place lies; of what rank it is, where the gazetteer does not tell."""
    higher = above(metadata.place or "")
    english = [place_in_english(one, "province" if at == 0 else None) for at, one in enumerate(higher)]
    if higher and all(english):
        return "".join(higher), ", ".join(one for one in reversed(english) if one)
    return None if "特别行政区" in (metadata.place or "") else RANKS.get(metadata.place_rank or "")


def _period(metadata: Metadata, results: bool, targets: bool) -> Said | None:
    done = metadata.year_reviewed if results else None
    planned = metadata.year_planned if targets else None
    said = [
        *([(f"{done}年完成情况", f"results for {done}")] if done else []),
        *([(f"{planned}年目标", f"targets for {planned}")] if planned else []),
    ]
    if not said:
        return None
    en = ", ".join(en for _, en in said)
    return "、".join(zh for zh, _ in said), en[:1].upper() + en[1:]


def _given(metadata: Metadata, speaker: Said | None) -> Said | None:
    """Say when, where and by whom a report was given; else on which day its source was published, or is dated."""
    if metadata.speech_date or (metadata.session and metadata.doc_type == "work_report"):
        return _delivered(metadata, speaker)
    if metadata.date:
        zh, en = _day(metadata.date)
        return (f"{zh}刊发", f"Published {en}") if metadata.publisher else (f"日期：{zh}", f"Dated {en}")
    return None


def _delivered(metadata: Metadata, speaker: Said | None) -> Said:
    zh, day = _day(metadata.speech_date) if metadata.speech_date else ("", "")
    where = f"{zh}在{metadata.session}上" if metadata.session else ""
    written = metadata.doc_type in ("budget", "plan")  # an assembly may have been given it to read
    deed = "作报告" if metadata.doc_type == "work_report" else "提出" if written else "发表"
    english = opening_of(where) or f"Delivered{' on ' * bool(day)}{day}"
    english = english.replace("Delivered", "Presented") if written else english
    name, name_en = speaker or (metadata.speaker or "", person_in_english(metadata.speaker or "") or "")
    place = f"在{metadata.session}上" if metadata.session else ""
    return f"{zh}{name}{place}{deed}", f"{english}{', by ' * bool(name_en)}{name_en}"


def _day(iso: str) -> Said:
    year, month, day = (int(part) for part in iso.split("-"))
    return f"{year}年{month}月{day}日", day_said(year, month, day)


def _publisher(metadata: Metadata) -> Said | None:
    if metadata.publisher is None:
        return None
    english = publisher_in_english(metadata.publisher)
    return f"来源：{metadata.publisher}", f"Source: {english or metadata.publisher}"
