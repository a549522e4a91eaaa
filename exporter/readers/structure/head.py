"""Sort out the head of a document: title, subtitle, who speaks, dates and numbers, each as a block of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporter.elements import PAPER, signers_of
from exporter.model import Block, Heading, Paragraph, ParagraphRole, Span, plain
from exporter.readers.lines.joining import BROKEN_HEADING
from exporter.readers.lines.line import Line, cut, join, run
from exporter.readers.lines.page_words import page_words
from exporter.readers.lines.paper_parts import (
    ONLY_DATE,
    front_part,
    is_body_name,
    is_kind_alone,
    is_number_of_order,
    is_own_mark,
)
from exporter.readers.lines.parting import names_apart
from exporter.readers.lines.recognisers import ADDRESSEE, ADOPTED, DATE, SPEAKER, SUBTITLE, TITLE_END, is_prose
from exporter.readers.structure.blocks import Setting, paragraph
from exporter.readers.structure.layout import Layout
from exporter.readers.structure.records import value_of

TITLE = 90
"""Longest title, in characters, that is put together from several lines."""
_POST = re.compile(r"(?:总理|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席|主任|局长|厅长|部长)$")
_NAME = re.compile(r"^[\u4e00-\u9fff]\s{0,3}[\u4e00-\u9fff](?:\s{0,2}[\u4e00-\u9fff]){0,2}$")
_DASH = re.compile(r"(?<=\S)\s*——")
_SAID_AT = re.compile(r"(?<=会议上|大会上|全会上)(?=[\s\u4e00-\u9fff])")
"""Where a session ends in a line that goes on with who speaks."""
_DATED_SUBTITLE = re.compile(rf"^—+\s*(?:[（(]\s*)?(?:{DATE.pattern}|在[^，。]{{4,60}}(?:会议|大会|全会))")
"""A subtitle that says when and where; it is none of the title."""
_REST_OF_TITLE = re.compile(r"^(?:与|和|及|暨|并|关于|草案|的|计划|预算|执行|情况|——)")
_ORGANISATION = re.compile(r"(?:政府|国务院|厅|局|委员会|办公室|调查队|部|委|院|会|社|队)$")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a document as blocks, and its lines that are not printed but say something of it."""

    blocks: tuple[Block, ...] = ()
    lines: tuple[Line, ...] = ()
    """All its lines, before they were joined or parted."""
    printed: tuple[Line, ...] = ()
    """The lines that its blocks were made of."""

    def text(self, role: ParagraphRole) -> str | None:
        """Give the text of the first paragraph of a role, or None."""
        found = (plain(one.runs) for one in self.blocks if isinstance(one, Paragraph) and one.role == role)
        return next(found, None)

    @property
    def title(self) -> str | None:
        """The title as printed, or None."""
        found = (plain(one.runs) for one in self.blocks if isinstance(one, Heading))
        return next(found, None)


def head_of(text: str, lines: Sequence[Line], layout: Layout, lang: str) -> Head:
    """Sort out the lines before the body."""
    rows = [
        (line, lot.reason)
        for line, lot in zip(lines[: layout.start], layout.lots, strict=False)
        if lot.kind == "metadata" and lot.reason != "contents"
    ]
    named = _named_title([line for line, _ in rows]) if layout.title is None else None
    named = _without_repeats(named, rows) if named else None
    at = lines[layout.title].start if layout.title is not None else named.start if named else -1
    whole = _whole_title(text, [line for line, why in rows if why == "title"])
    shown = [*([named] if named else []), *whole, *(line for line, why in rows if why == "head")]
    printed = _joined(text, sorted(shown, key=lambda line: line.start))
    title = next((index for index, line in enumerate(printed) if line.start <= at < line.end), None)
    roles = _roles([line.text for line in printed], title)
    blocks: list[Block] = []
    for index, line in enumerate(printed):
        if index == title:
            blocks.append(Heading(0, (run(line),), lang=lang, span=Span(line.start, line.end)))
        else:
            pieces = names_apart(line) if roles[index] == "issuer_mark" else [line]
            blocks += (paragraph(piece, Setting(lang), roles[index]) for piece in pieces)
    return Head(tuple(blocks), tuple(line for line, _ in rows), tuple(printed))


def _whole_title(text: str, lines: Sequence[Line]) -> list[Line]:
    """Join the lines that a title is broken over; a slogan of two halves keeps them apart."""
    whole: list[Line] = []
    glue = "" if not lines or TITLE_END.search(lines[-1].text) else "\u3000"
    for line in lines:
        apart = _blank_in(whole[0].text) if whole and _name_another(whole[0].text, line.text) else glue
        whole[:1] = [join(text, whole[0], line, BROKEN_HEADING, apart) if whole else line]
    return whole


def _blank_in(text: str) -> str:
    """Give the blank that stands between names in a title."""
    found = re.search(r"[ \u3000]", text)
    return found[0] if found else "\u3000"


def _name_another(above: str, below: str) -> bool:
    """Tell whether a line of a title ends in the name of one who issues a paper, and the next begins with another's."""
    first = re.match(r"[\u4e00-\u9fff]{4,20}?(?=\s|关于|$)", below)
    return first is not None and is_body_name(re.split(r"\s", above)[-1]) and is_body_name(first[0])


def _named_title(lines: Sequence[Line]) -> Line | None:
    """Take the title from the line of a scraper's record that names it, where the text prints none."""
    words = page_words()
    for index, line in enumerate(lines):
        if (value := value_of("title", lines, index)) is not None:
            return value
        found = words.label.match(line.text)
        if found and words.fields[words.key(found[0])] == "title" and found.end() < len(line.text):
            return cut(line, [found.end()])[-1]
    return None


def _without_repeats(named: Line, rows: Sequence[tuple[Line, str]]) -> Line:
    """Take from a title of the record what the text prints below it again."""
    dash = _DASH.search(named.text)
    printed = {re.sub(r"\s", "", line.text) for line, _ in rows}
    repeated = dash and re.sub(r"\s", "", named.text[dash.start() :]) in printed
    return cut(named, [dash.start()])[0] if dash and repeated else named


def _joined(text: str, rows: Sequence[Line]) -> list[Line]:
    """Part a title from the subtitle in its line, and join what is broken over several lines."""
    done: list[Line] = []
    for row in _parted(rows):
        if done and (rule := _goes_on(done[-1].text, row.text)):
            done[-1] = join(text, done[-1], row, BROKEN_HEADING, "　" if rule == "name" else "")
        else:
            done.append(row)
    return done


def _parted(rows: Sequence[Line]) -> Iterator[Line]:
    for row in rows:
        dash = _DASH.search(row.text) if not row.text.startswith("——") else None
        split = dash and (
            TITLE_END.search(row.text[: dash.start()]) or SUBTITLE.search(row.text[dash.start() :].strip())
        )
        for piece in cut(row, [dash.start()]) if dash and split else [row]:
            said = _SAID_AT.search(piece.text)
            held = said and SPEAKER.match(piece.text[said.end() :].strip())
            yield from cut(piece, [said.end()]) if said and held else [piece]


def _goes_on(above: str, below: str) -> str:
    """Tell whether a line goes on in the next one: a title, a session, a post and its holder."""
    if front_part(above) or front_part(below):
        return ""
    if is_body_name(above) and (is_own_mark(below) or is_kind_alone(below)):
        return "mark"
    if _POST.search(above) and _NAME.match(below) and not SPEAKER.match(below):
        return "name"
    if re.match(r"第[一二三四五六七八九十]{1,3}次(?:全体)?会议上?$", below):
        return "session" if re.search(r"(?:人民代表大会|人大|政协|委员会)$", above) else ""
    if above.startswith("——") or re.search(r"在.{2,30}[第届]$|^[（(][^）)]*$", above):
        ended = re.search(r"[上）)]$", above) or below.startswith(("——", "（", "("))
        return "session" if not ended and SUBTITLE.search(below) and len(above) + len(below) <= 60 else ""
    if _DATED_SUBTITLE.match(below):
        return ""
    if len(above) + len(below) > TITLE or is_prose(below) or DATE.match(below) or SPEAKER.match(below):
        return ""
    if below.startswith("关于") and not (is_body_name(above) or above.endswith("的")):
        return ""
    if TITLE_END.search(above) and not _REST_OF_TITLE.match(below):
        return ""
    wanted = re.search(r"关于|[年的与和及、]$|年度$", above) and TITLE_END.search(below)
    return "title" if wanted or (_REST_OF_TITLE.match(below) and TITLE_END.search(below)) else ""


def _roles(texts: Sequence[str], title: int | None) -> list[ParagraphRole]:
    """Give the role of each line of a head; a body's name above the number is the mark of who issues the paper."""
    roles = [_role(text) for text in texts]
    roles = ["body" if _is_stray(texts, roles, index) else role for index, role in enumerate(roles)]
    last = max((index for index, role in enumerate(roles) if role in ("document_number", "issuer_mark")), default=-1)
    for index, text in enumerate(texts):
        titled = title is not None and index == title - 1 and texts[title].startswith("关于") and is_own_mark(text)
        above = titled or (index < last and (title is None or index < title))
        if above and roles[index] in ("byline", "body") and _is_of_mark(text):
            roles[index] = "issuer_mark"
        elif _goes_on_signing(roles[:index]) and all(map(_NAME.match, signers_of(text))):
            roles[index] = "signatory"
        elif title is not None and index > title and is_number_of_order(text):
            roles[index] = "document_number"
        elif title is not None and index > title and roles[index] == "body" and _NAME.match(text):
            roles[index] = "byline"
    return roles


def _goes_on_signing(above: Sequence[ParagraphRole]) -> bool:
    """Tell whether those who sign may go on: right below others, or below the number beside which the last stand."""
    return bool(above) and "signatory" in above[-2:] and above[-1] in ("signatory", "document_number")


def _is_stray(texts: Sequence[str], roles: Sequence[ParagraphRole], index: int) -> bool:
    """Tell whether a number of less than six digits is no copy's: it stands above no secrecy, urgency or mark."""
    short = roles[index] == "copy_number" and re.fullmatch(r"\d{3,5}", texts[index].strip()) is not None
    return short and not set(roles[index + 1 : index + 4]) & {"secrecy", "urgency", "issuer_mark", "document_number"}


def _is_of_mark(text: str) -> bool:
    """Tell whether a line can be of the mark of who issues a paper; where it stands decides."""
    return is_body_name(text) or is_own_mark(text) or _is_beside(text)


def _is_beside(text: str) -> bool:
    """Tell whether a line is 文件 beside the names of those who issue a paper together, or one of these with it."""
    name = re.sub(r"\s", "", text).removesuffix(PAPER)
    return text.endswith(PAPER) and (not name or is_body_name(name))


def _role(text: str) -> ParagraphRole:
    if part := front_part(text):
        return part
    if SUBTITLE.search(text) or text.startswith("——"):
        return "subtitle"
    if SPEAKER.match(text):
        return "byline"
    if ONLY_DATE.match(text):
        return "date"
    if ADDRESSEE.match(text):
        return "addressee"
    if ADOPTED.fullmatch(text):
        return "subtitle"
    if re.fullmatch(r"[（(][^（）()]{1,40}[）)]", text):
        return "subtitle" if re.search(rf"(?:{DATE.pattern})[）)]$", text) else "status"
    return "byline" if _ORGANISATION.search(text) and len(text) < 40 else "body"
