"""Read what a document says of itself: title, place, dates, speaker, session, numbers, kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeGuard

from exporter.model import Block, DocType, Heading, Metadata, Paragraph, plain
from exporter.readers.lines.page_words import page_words
from exporter.readers.lines.paper_parts import DOCUMENT_NUMBER, is_body_name
from exporter.readers.lines.recognisers import CREDIT
from exporter.readers.structure.dates import GIVEN, agency_of, day_of, day_spoken, day_told, day_wired, tells
from exporter.readers.structure.head import Head
from exporter.readers.structure.paper import paper_of
from exporter.readers.structure.places import place_of
from exporter.readers.structure.records import said_by
from exporter.readers.structure.speakers import holder_of, is_name, speaker_in

HEAD = 12
"""Lines beside those of the head among which a dateline may stand."""
OPENING = 4
"""First blocks of a text that say what it is."""
SAID = 160
"""Characters at the start of a paragraph in which it says where a report was given."""
TELLING = 12
"""First blocks of a news story that tell who spoke, and when."""
_OF_ORDER = r"[（(]?(?P<number>第[\d一二三四五六七八九十百〇零○]{1,7}号)[）)]?"
"""The number of an order behind its name: …令（第48号）."""
_TYPES: tuple[tuple[str, DocType], ...] = (
    (r"的(?:决议|决定)$", "notice"),
    (r"政府工作报告|工作报告|施政報告|施政报告", "work_report"),
    (r"(?:函|复函)$", "letter"),
    (rf"(?:令|命令)(?:{_OF_ORDER})?$", "order"),
    (r"(?:会议|办公会|专题会|联席会|协调会)?纪要", "minutes"),
    (r"^(?!.*(?:印发|转发|批转)).*关于.*的(?:通知|决定|意见|批复|公告|通告|通报|请示)$", "notice"),
    (r"统计公报|公报", "communique"),
    (r"预算|决算|預算", "budget"),
    (r"规划|纲要|计划|方案|要点", "plan"),
    (r"通知|决定|意见|批复|办法|公告|通告|条例|规定|细则|通报|请示|决议", "notice"),
    (r"讲话|致辞|致词|演讲|演辭", "speech"),
    (r"开幕|闭幕|召开|举行|侧记|报道", "news"),
)
_SPOKEN = re.compile(
    r"(?:向大会|向会议|代表.{2,12}政府).{0,12}报告(?:政府)?工作|作(?:政府)?工作报告|代表.{2,16}(?:委员会|常委会)向大会作报告"
)
_SUBTITLED: tuple[tuple[str, DocType], ...] = (
    (r"(?:会议|大会|全会)上?的(?:政府)?(?:工作)?报告$", "work_report"),
    (r"上的(?:讲话|致辞|致词|演讲)$", "speech"),
)
"""What a subtitle says of a paper whose title says nothing."""
_SESSION = re.compile(
    r"中国共产党[\u4e00-\u9fff]{0,14}?第[一二三四五六七八九十]{1,3}次(?:全国)?代表大会|"
    r"第?[一二三四五六七八九十百]{1,4}届[\u4e00-\u9fff]{0,18}?(?:人民代表大会|人大|政协|委员会)[^，。、上）)\s]{0,8}?"
    r"第?[一二三四五六七八九十]{1,3}次(?:全体)?会议"
)
_BODY_BEFORE = re.compile(r"(?:[\u4e00-\u9fff]{2,12}(?:省|市|县|区|旗|州|盟|镇|乡)|全国|^[省市县区旗州盟])$")


def metadata_of(
    head: Head, blocks: Sequence[Block], texts: Sequence[str], language: str, days: Sequence[str] = ()
) -> Metadata:
    """Read the metadata from the head, the body and, for place, all lines; what is not said stays None."""
    opening = list(said_by(head.lines))
    labels = labels_of(opening)
    title = head.title
    told = [plain(block.runs) for block in blocks[:TELLING] if isinstance(block, Paragraph)]
    first = [plain(block.runs) for block in blocks[:OPENING] if isinstance(block, Paragraph)]
    doc_type = _doc_type(title, head.text("subtitle"), first, blocks)
    said = [*opening, *(line.text for line in head.printed)]
    paper = paper_of(head.blocks, blocks)
    spoken = [text[:SAID] for text in first[:2] if _OPENS_SESSION.match(text) or GIVEN.search(text[:SAID])]
    session = _session([*said, *spoken])
    place, rank = place_of(title, session, [*said, paper.issuer_mark or "", paper.signature or ""], first, texts)
    spoken_on = day_spoken([*said, *spoken], doc_type)
    near = texts[: len(head.lines) + HEAD]
    wired = day_wired(near, labels, spoken_on)
    own = title is not None or not _is_person(paper.signature)
    day = (paper.date if own else None) or day_of(opening, labels, days)
    day = wired if wired and day in (None, spoken_on) else day
    return replace(
        paper,
        title=title,
        subtitle=re.sub(r"^[—\-－―\s]+", "", head.text("subtitle") or "") or None,
        place=place,
        place_rank=rank,
        date=day,
        signature=paper.signature if own else None,
        signatory=paper.signatory or (holder_of(paper.signature or "") if doc_type == "order" else None),
        speech_date=spoken_on or (day_told(told, day) if tells(told) else None),
        publisher=_publisher(labels, texts) or _issuers(head, doc_type) or agency_of(near),
        speaker=_speaker(said, labels.get("speaker", ""), title or "", told) or _named_alone(head, doc_type),
        session=session,
        document_number=paper.document_number or labels.get("document_number") or _number(said) or _of_order(title),
        doc_type=doc_type,
        language=language,
    )


def _speaker(said: Sequence[str], label: str, title: str, told: Sequence[str]) -> str | None:
    return speaker_in([text for text in said if text not in title], label, [title, *told])


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


_OPENS_SESSION = re.compile(r"^[^，。；]{0,24}在[^，。；]{4,60}(?:会议|大会)上")


_NOBODY = frozenset(("政府官网", "官网", "官方网站", "网络", "互联网", "本站", "本网", "原创", "转载", "其他"))
"""Sources that name no body."""


def _publisher(labels: dict[str, str], texts: Sequence[str]) -> str | None:
    said = labels.get("publisher")
    if said is None:
        said = next((found["name"] for text in texts[-40:] if (found := CREDIT.match(text)) and found["name"]), None)
    name = re.split(r"[\s\u3000（(【\[）)]", said, maxsplit=1)[0] if said else ""
    return name if name and name not in _NOBODY else None


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


def _named_alone(head: Head, doc_type: DocType) -> str | None:
    """Give the name that stands alone below the title of a speech or a report."""
    if doc_type not in ("speech", "work_report"):
        return None
    said = re.sub(r"\s", "", head.text("byline") or "")
    spoken = doc_type == "speech" and re.fullmatch(r"[\u4e00-\u9fff]{2,4}", said)
    return said if spoken or is_name(said) else None


def _session(said: Sequence[str]) -> str | None:
    """Give the session as it is named first, with its body where any line names that too."""
    named = []
    for text in said:
        if found := _SESSION.search(text):
            before = _BODY_BEFORE.search(re.split(r"[在于日的了，（(—\s]", text[: found.start()])[-1])
            named.append((before[0] if before else "") + found[0])
    return max((whole for whole in named if whole.endswith(named[0])), key=len, default=None)


def _of_order(title: str | None) -> str | None:
    """Give the number of an order that stands in its title: …令第48号."""
    found = re.search(rf"令{_OF_ORDER}$", re.sub(r"\s", "", title or ""))
    return found["number"] if found else None


_REVIEWS = re.compile(r"工作(?:的)?(?:回顾|总结)")


def _number(said: Sequence[str]) -> str | None:
    return next((match[0] for text in said if (match := DOCUMENT_NUMBER.search(text))), None)


def _doc_type(title: str | None, subtitle: str | None, first: Sequence[str], blocks: Sequence[Block]) -> DocType:
    for text, forms in ((title, _TYPES), (subtitle, _SUBTITLED)):
        for pattern, kind in forms:
            if text and re.search(pattern, text):
                return kind
    spoken = any(_SPOKEN.search(text[:120]) for text in first)
    return "work_report" if spoken or _reviews_and_addresses(blocks) else "other"


def _reviews_and_addresses(blocks: Sequence[Block]) -> bool:
    """Tell a report by what only reports have together: a heading that reviews the work, and deputies addressed."""
    reviewed = any(isinstance(one, Heading) and _REVIEWS.search(plain(one.runs)) for one in blocks)
    return reviewed and any(isinstance(one, Paragraph) and plain(one.runs).startswith("各位代表") for one in blocks)
