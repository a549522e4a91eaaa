"""Judge the letters of each element: its font in the Chinese slot, its size, its colour (5.2.2, 5.2.4, 7.2 to 7.4)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from exporter.measure.draft.draft import Draft, Part, Piece
from exporter.measure.draft.findings import Case, Finding, Mend, judged
from exporter.measure.draft.roles import Role
from exporter.renderers.word.parts.fonts import word_fonts
from exporter.style import FontRole, Style

FACES: dict[FontRole, re.Pattern[str]] = {
    "fangsong": re.compile(r"仿宋|fang\s?song", re.I),
    "kai": re.compile(r"楷|kai\s?ti|kaiti|wenkai", re.I),
    "hei": re.compile(r"黑体|simhei|heiti", re.I),
    "biaosong": re.compile(r"小标宋|xiao\s?biao\s?song", re.I),
    "song": re.compile(r"^(?:新?宋体|n?simsun|.*书宋.*)", re.I),
}
"""Names that a face of each kind goes by."""
CHINESE: dict[FontRole, str] = {
    "fangsong": "仿宋", "kai": "楷体", "hei": "黑体", "biaosong": "小标宋体", "song": "宋体",
}  # fmt: skip
WITHIN = 0.3
"""pt: 3号 is 15.75 or 16 pt."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the letters of an element are to be."""

    clause: str
    what: str
    face: FontRole | None
    size: float
    roles: tuple[Role, ...]


def looks_of(style: Style) -> tuple[Look, ...]:
    """Give what the letters of each element are to be, sizes as the style has them."""
    text = style.text["body"].size
    return (
        Look("5.2.2", "body", "fangsong", text, ("body",)),
        Look("7.2.1", "copy number", None, text, ("copy_number",)),
        Look("7.2.2", "secrecy", "hei", text, ("secrecy",)),
        Look("7.2.3", "urgency", "hei", text, ("urgency",)),
        Look("7.2.5", "document number", "fangsong", text, ("document_number",)),
        Look("7.3.1", "title", "biaosong", style.text["title"].size, ("title",)),
        Look("7.3.2", "addressee", "fangsong", text, ("addressee",)),
        Look("7.3.3", "headings 一、", "hei", text, ("heading1",)),
        Look("7.3.3", "headings （一）", "kai", text, ("heading2",)),
        Look("7.3.3", "headings 1.", "fangsong", text, ("heading3",)),
        Look("7.3.3", "headings （1）", "fangsong", text, ("heading4",)),
        Look("7.3.4", "list of attachments", "fangsong", text, ("attachment",)),
        Look("7.3.5", "signature and date", "fangsong", text, ("signature", "date")),
        Look("7.3.6", "remark", "fangsong", text, ("remark",)),
        Look("7.3.7", "label of an attachment", "hei", text, ("attachment_label",)),
        Look("7.4", "imprint", "fangsong", 14.0, ("copied_to", "issued")),
    )


def letters(draft: Draft, style: Style) -> Iterator[Finding]:
    """Judge font and size of every element, and the colour of all text."""
    names = word_fonts(style)
    for look in looks_of(style):
        stretches = [
            (part, max(start, _label(part), _lead(part)) if look.what == "body" else start, end)
            for part in draft.parts
            for role, start, end in part.roles
            if role in look.roles and (not part.in_table or look.clause == "7.4")
        ]
        if look.face is not None:
            cases = [_face(part, start, end, look.face, names[look.face].name) for part, start, end in stretches]
            expected = CHINESE[look.face]
            yield judged(look.clause, f"font of the {look.what}", expected, [case for case in cases if case])
        sized = [_size(part, start, end, look.size) for part, start, end in stretches]
        yield judged(look.clause, f"size of the {look.what}", f"{look.size:g}", [one for one in sized if one], "pt")
    yield _black(draft)


def _label(part: Part) -> int:
    """Give where the label of a line of minutes ends, which stands in Hei (10.3); 0: it has none."""
    found = _LABEL.match(part.text)
    return found.end() if found else 0


_LABEL = re.compile(r"\s{0,4}(?:出席|请假|列席|缺席|主持|记录)(?:人员?)?\s?[:：]")


def _lead(part: Part) -> int:
    """Give where the sentence ends that opens a paragraph in Kai and says what it is about; 0: it has none."""
    said = "".join(piece.text for piece in takewhile(_is_kai, part.pieces))
    return len(said) if said.rstrip().endswith(("。", "：")) and part.text[len(said) :].strip() else 0


def _is_kai(piece: Piece) -> bool:
    return FACES["kai"].search(piece.letters.han or "") is not None


def _face(part: Part, start: int, end: int, face: FontRole, name: str) -> Case | None:
    counted = Counter[str]()
    for piece, text in _cut(part, start, end):
        counted[piece.letters.han or "?"] += sum("\u3400" <= letter <= "\u9fff" for letter in text)
    counted = +counted
    if not counted:
        return None
    wrong = [font for font in counted if not FACES[face].search(font)]
    found = wrong or list(counted)
    told = "、".join("not said (theme or default)" if font == "?" else font for font in found)
    return Case(part, told, not wrong, (Mend("font", part.number, name, (start, end)),))


def _size(part: Part, start: int, end: int, size: float) -> Case | None:
    counted = Counter[float]()
    for piece, text in _cut(part, start, end):
        counted[piece.letters.size] += len(text.strip())
    counted = +counted
    if not counted:
        return None
    wrong = [one for one in counted if abs(one - size) > WITHIN]
    return Case(
        part,
        "、".join(f"{one:g}" for one in wrong or counted),
        not wrong,
        (Mend("size", part.number, size, (start, end)),),
    )


def _black(draft: Draft) -> Finding:
    cases = []
    for part in draft.parts:
        if part.role == "issuer_mark" or not part.text.strip():
            continue
        colours = sorted({piece.letters.color for piece in part.pieces if piece.text.strip()})
        wrong = [colour for colour in colours if not _is_black(colour)]
        mends = (Mend("color", part.number, "000000"),)
        cases.append(Case(part, "、".join(f"#{one}" for one in wrong or colours), not wrong, mends))
    return judged("5.2.4", "colour of the text", "#000000", cases)


def _is_black(colour: str) -> bool:
    try:
        value = int(colour, 16)
    except ValueError:
        return True
    return max(value >> 16, value >> 8 & 255, value & 255) <= 0x20


def _cut(part: Part, start: int, end: int) -> Sequence[tuple[Piece, str]]:
    """Give the runs of a stretch, each with its letters in it."""
    found, at = [], 0
    for piece in part.pieces:
        text = piece.text[max(0, start - at) : max(0, end - at)]
        at += len(piece.text)
        if text:
            found.append((piece, text))
    return found
