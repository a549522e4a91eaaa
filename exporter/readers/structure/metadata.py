"""Read what a document says of itself: title, place, dates, speaker, session, numbers, kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeGuard

from exporter.model import Block, DocType, Metadata, Paragraph, plain
from exporter.readers.lines.page_words import page_words
from exporter.readers.lines.paper_parts import DOCUMENT_NUMBER, ONLY_DATE, is_body_name
from exporter.readers.lines.recognisers import CREDIT, SPEAKER
from exporter.readers.structure.dates import iso_date
from exporter.readers.structure.head import Head
from exporter.readers.structure.paper import paper_of
from exporter.readers.structure.places import place_of
from exporter.readers.structure.records import said_by

_TYPES: tuple[tuple[str, DocType], ...] = (
    (r"政府工作报告|工作报告|施政報告|施政报告", "work_report"),
    (r"(?:函|复函)$", "letter"),
    (r"(?:令|命令)$", "order"),
    (r"(?:会议|办公会|专题会|联席会|协调会)?纪要", "minutes"),
    (r"^(?!.*(?:印发|转发|批转)).*关于.*的(?:通知|决定|意见|批复|公告|通告|通报|请示)$", "notice"),
    (r"统计公报|公报", "communique"),
    (r"预算|决算|預算", "budget"),
    (r"规划|纲要|计划|方案|要点", "plan"),
    (r"通知|决定|意见|批复|办法|公告|通告|条例|规定|细则|通报|请示|决议", "notice"),
    (r"讲话|致辞|致词|演讲|演辭", "speech"),
    (r"开幕|闭幕|召开|举行|侧记|报道", "news"),
)
_SPOKEN = re.compile(r"(?:向大会|向会议|代表.{2,12}政府).{0,12}报告工作|作(?:政府)?工作报告")
_SESSION = re.compile(
    r"第?[一二三四五六七八九十百]{1,4}届[\u4e00-\u9fff]{0,18}?(?:人民代表大会|人大|政协|委员会)[^，。、上）)\s]{0,8}?"
    r"第?[一二三四五六七八九十]{1,3}次(?:全体)?会议"
)
_BODY_BEFORE = re.compile(r"(?:[\u4e00-\u9fff]{2,12}(?:省|市|县|区|旗|州|盟|镇|乡)|全国)$")


def metadata_of(head: Head, blocks: Sequence[Block], texts: Sequence[str], language: str) -> Metadata:
    """Read the metadata from the head, the body and, for place, all lines; what is not said stays None."""
    opening = list(said_by(head.lines))
    labels = labels_of(opening)
    title = head.title
    first = [plain(block.runs) for block in blocks[:4] if isinstance(block, Paragraph)]
    doc_type = _doc_type(title, first)
    said = [*opening, *(line.text for line in head.printed)]
    paper = paper_of(head.blocks, blocks)
    spoken = [text for text in first[:2] if _OPENS_SESSION.match(text)]
    session = _session([*said, *spoken])
    place, rank = place_of(title, session, [*said, paper.issuer_mark or "", paper.signature or ""], first, texts)
    return replace(
        paper,
        title=title,
        subtitle=re.sub(r"^[—\-－―\s]+", "", head.text("subtitle") or "") or None,
        place=place,
        place_rank=rank,
        date=(paper.date if title or not _is_person(paper.signature) else None) or _date(opening, labels, doc_type),
        speech_date=_speech_date([*said, *spoken], doc_type),
        publisher=_publisher(labels, texts) or _issuers(head, doc_type),
        speaker=_speaker([text for text in said if text not in (title or "")], labels) or _named_alone(head, doc_type),
        session=session,
        document_number=paper.document_number or labels.get("document_number") or _number(said),
        doc_type=doc_type,
        language=language,
    )


def _is_person(signature: str | None) -> bool:
    """Tell whether a person signs: of a text without title that is one of the papers it holds, not its own."""
    return signature is not None and not is_body_name(re.sub(r"\s", "", signature))


def labels_of(texts: Iterable[str]) -> dict[str, str]:
    """Read 来源：…, 发布时间：… and their like; the first of each field counts."""
    words = page_words()
    found: dict[str, str] = {}
    for text in texts:
        for match in words.label.finditer(text[:300]):
            word = words.key(match[0])
            value = text[match.end() : match.end() + 200]
            if words.label.match(value):
                continue
            if words.fields[word] != "title":
                value = re.split(r"[\s\u3000|]{2,}|\t", value, maxsplit=1)[0]
            if value.strip() and value.strip() not in ("未知", "无", "暂无"):
                found.setdefault(words.fields[word], value.strip())
    return found


def _date(opening: Sequence[str], labels: dict[str, str], doc_type: DocType) -> str | None:
    """Give the day of the page or of the speech, in this order."""
    page = [text for text in opening if not text.startswith("——") and not SAID_AT.search(text)]
    for text in (labels.get("date", ""), *page, *opening):
        if found := iso_date(text):
            return found
    return None


def _speech_date(said: Sequence[str], doc_type: DocType) -> str | None:
    """Give the day that stands with the session, or alone below the title of a report or a speech."""
    for text in said:
        if SAID_AT.search(text) and len(text) < 120 and (found := iso_date(text)):
            return found
    if doc_type in ("work_report", "speech", "budget", "plan"):
        alone = [text for text in said if ONLY_DATE.match(text) and "日" in text]
        return next(map(iso_date, sorted(alone, key=_stands_bare)), None)
    return None


def _stands_bare(day: str) -> bool:
    """A day in brackets is the speech's own; a page prints its day without."""
    return day[0] not in "（("


_OPENS_SESSION = re.compile(r"^[^，。；]{0,24}在[^，。；]{4,60}(?:会议|大会)上")
SAID_AT = re.compile(r"(?:会议|大会|全会|會議|座谈会|动员会|工作会|培训班|论坛|仪式)(?:闭幕会|开幕会)?上")
"""Where a speech was given: 在…会议上."""


def _publisher(labels: dict[str, str], texts: Sequence[str]) -> str | None:
    said = labels.get("publisher")
    if said is None:
        said = next((found["name"] for text in texts[-40:] if (found := CREDIT.match(text)) and found["name"]), None)
    return re.split(r"[\s\u3000（(【\[）)]", said, maxsplit=1)[0] or None if said else None


def _issuers(head: Head, doc_type: DocType) -> str | None:
    """Give the offices that stand below the title of a communique, which they issue together."""
    if doc_type != "communique":
        return None
    lines = [re.sub(r"\s", "", plain(block.runs)) for block in head.blocks if _is_byline(block)]
    names = [
        name for line in lines if is_body_name(line) for name in re.split(r"(?<=[局厅委队办])(?=国家统计局)", line)
    ]
    return "、".join(names) or None


def _is_byline(block: Block) -> TypeGuard[Paragraph]:
    return isinstance(block, Paragraph) and block.role == "byline"


def _speaker(said: Sequence[str], labels: dict[str, str]) -> str | None:
    for text in (*said, labels.get("speaker", "")):
        found = SPEAKER.match(text.strip("（）() "))
        if found and found["name"] and not re.search(r"[，。：]", text):
            return re.sub(r"\s", "", found["name"])
    named = labels.get("speaker", "").split()
    return named[-1] if named and re.fullmatch(r"[\u4e00-\u9fff·]{2,10}", named[-1]) else None


def _named_alone(head: Head, doc_type: DocType) -> str | None:
    """Give the name that stands alone below the title of a speech."""
    if doc_type != "speech":
        return None
    said = re.sub(r"\s", "", head.text("byline") or "")
    return said if re.fullmatch(r"[\u4e00-\u9fff]{2,4}", said) else None


def _session(said: Sequence[str]) -> str | None:
    """Give the session as it is named first, with its body where any line names that too."""
    named = []
    for text in said:
        if found := _SESSION.search(text):
            before = _BODY_BEFORE.search(re.split(r"[在于日，（(—\s]", text[: found.start()])[-1])
            named.append((before[0] if before else "") + found[0])
    return max((whole for whole in named if whole.endswith(named[0])), key=len, default=None)


def _number(said: Sequence[str]) -> str | None:
    return next((match[0] for text in said if (match := DOCUMENT_NUMBER.search(text))), None)


def _doc_type(title: str | None, first: Sequence[str]) -> DocType:
    for pattern, kind in _TYPES:
        if title and re.search(pattern, title):
            return kind
    return "work_report" if any(_SPOKEN.search(text[:120]) for text in first) else "other"
