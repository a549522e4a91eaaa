"""Drafts as other tools write them, right but for the faults that are planted in them."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FANGSONG, HEI, KAI, BIAOSONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
ALIGNS = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


@dataclass(frozen=True)
class Row:
    """A paragraph of a draft: its words and how they are set."""

    text: str
    font: str = FANGSONG
    size: float = 16
    align: str = "both"
    first: float = 2
    right: float = 0
    line: float | None = 28.95
    before: float = 0
    after: float = 0
    color: str = ""
    slot: str = "eastAsia"
    page_break: bool = False
    rule: str = ""


@dataclass(frozen=True)
class Sheet:
    """A draft: its page in mm, its page number, its rows."""

    rows: dict[str, Row]
    width: float = 210
    height: float = 297
    margins: tuple[float, float, float, float] = (37, 35, 28, 26)
    """Top, bottom, left, right."""
    number: str = "— # —"
    number_size: float = 14
    number_font: str = "宋体"
    sides: tuple[str, str] = ("right", "left")
    footer: float = 25

    def put(self, name: str, **changes: Any) -> Sheet:
        """Give the draft with one row set otherwise."""
        return replace(self, rows={**self.rows, name: replace(self.rows[name], **changes)})

    def with_rows(self, rows: dict[str, Row]) -> Sheet:
        """Give the draft with more rows at its end."""
        return replace(self, rows={**self.rows, **rows})


TEXT = "沿河各乡镇要对重点河段开展巡查，发现问题及时上报，确保汛期安全。" * 3


def notice() -> Sheet:
    """Give a plain notice without a red head."""
    return Sheet(
        {
            "title": Row("关于做好汛期河道巡查工作的通知", BIAOSONG, 22, "center", 0, line=33),
            "blank1": Row("", first=0),
            "addressee": Row("各县区水务局：", first=0),
            "opening": Row("为做好今年汛期河道巡查工作，现将有关事项通知如下。"),
            "one": Row("一、明确巡查范围", HEI),
            "text1": Row(TEXT),
            "one_one": Row("（一）主要河道", KAI),
            "text2": Row(TEXT),
            "one_two": Row("（二）重点水库", KAI),
            "text3": Row(TEXT),
            "three": Row("1.水库大坝。每日查看坝体渗漏情况，做好记录。"),
            "two": Row("二、落实巡查责任", HEI),
            "text4": Row(TEXT),
            "blank2": Row("", first=0),
            "attached": Row("附件：1.巡查河道名单"),
            "attached2": Row("2.巡查记录表", first=5),
            "blank3": Row("", first=0),
            "signature": Row("澄湖市水务局", align="right", first=0, right=4),
            "date": Row("2025年3月6日", align="right", first=0, right=2),
            "remark": Row("（联系人：某某，电话：0123）"),
        }
    )


def headed() -> Sheet:
    """Give a notice with a red head and an attachment."""
    plain = notice().rows
    head = {
        "mark": Row("澄湖市水务局文件", BIAOSONG, 44, "center", 0, line=52, before=35 / 25.4 * 72 - 4, color="FF0000"),
        "blank4": Row("", first=0),
        "blank5": Row("", first=0),
        "number": Row("澄水发〔2025〕7号", align="center", first=0, rule="FF0000"),
        "blank6": Row("", first=0),
        "blank7": Row("", first=0),
    }
    tail = {
        "label": Row("附件1", HEI, first=0, page_break=True),
        "blank8": Row("", first=0),
        "attachment": Row("巡查河道名单", BIAOSONG, 22, "center", 0, line=33),
        "blank9": Row("", first=0),
        "list": Row("本次巡查的河道包括东河、西河和南河三条。"),
    }
    return Sheet({**head, **plain, **tail})


# ---------------------------------------------------------------- faults


Expected = tuple[tuple[str, str], ...]
"""Clause and what of each check that is to fail."""


@dataclass(frozen=True)
class Planted:
    """A draft with faults, and what an inspector is to find."""

    name: str
    sheet: Sheet
    faults: Expected
    tool: str = "direct"
    """`direct`: letters set run by run; `styles`: by styles; `office`: saved by LibreOffice."""
    more: Callable[[Any], None] | None = field(default=None)


def planted() -> tuple[Planted, ...]:
    """Give the drafts, each with its faults."""
    base, red = notice(), headed()
    return (
        Planted("clean", base, ()),
        Planted("clean-headed", red, ()),
        Planted("clean-office", base, (), "office"),
        Planted("clean-styles", base, (), "styles"),
        Planted(
            "margins",
            replace(base, margins=(25.4, 25.4, 31.8, 31.8)),
            (
                ("5.2.1", "top margin"), ("5.2.1", "bottom margin"), ("5.2.1", "left margin"),
                ("5.2.1", "right margin"), ("5.2.3", "lines on a page"),
                ("5.2.3", "characters on a line (27 in Word's 16 pt)"),
                ("7.5", "page number below the type area"),
            ),
        ),
        Planted(
            "letter-paper",
            replace(base.put("title", font=HEI, size=18, align="left"), width=215.9, height=279.4),
            (
                ("5.1", "paper width"), ("5.1", "paper height"), ("5.2.3", "lines on a page"),
                ("7.3.1", "font of the title"), ("7.3.1", "size of the title"), ("7.3.1", "place of the title"),
            ),
        ),
        Planted(
            "slots",
            base.put("text1", slot="ascii").put("text2", font="宋体", size=14).put("one", font=FANGSONG)
            .put("one_one", font=HEI),
            (
                ("5.2.2", "font of the body"), ("5.2.2", "size of the body"),
                ("7.3.3", "font of the headings 一、"), ("7.3.3", "font of the headings （一）"),
            ),
        ),
        Planted(
            "words",
            base.put("addressee", text="各县区水务局:").put("attached", text="附件：1、巡查河道名单；")
            .put("date", text="2025年03月06日").put("three", text="1、水库大坝。每日查看坝体渗漏情况，做好记录。"),
            (
                ("7.3.2", "mark behind the addressee"), ("7.3.4", "no mark behind an attachment's name"),
                ("7.3.4", "numbers of attachments"), ("7.3.5.4", "form of the date"),
                ("7.3.3", "form of the numbers 1."),
            ),
        ),
        Planted(
            "red-head",
            red.put("number", text="澄水发[2025]007号", align="left", rule="000000").put("mark", color="000000")
            .put("label", page_break=False, font=FANGSONG),
            (
                ("7.2.4", "colour of the issuing mark"), ("7.2.5", "form of the document number"),
                ("7.2.5", "place of the document number"), ("7.2.7", "red rule below the number"),
                ("7.3.7", "font of the label of an attachment"), ("7.3.7", "an attachment begins a page"),
            ),
        ),
        Planted(
            "places",
            base.put("text1", first=0).put("date", right=0, align="left").put("addressee", first=2)
            .put("text3", before=12, after=12).put("text4", align="center", first=0),
            (
                ("7.3.3", "indent of the first lines"), ("7.3.5", "place of signature and date"),
                ("7.3.2", "indent of the addressee"), ("5.2.3", "space between paragraphs"),
            ),
        ),
        Planted(
            "unmarked",
            base.put("addressee", text="各县区水务局，").put("blank1", text="（印发稿）", align="center")
            .put("three", text="1）水库大坝。每日查看坝体渗漏情况，做好记录。"),
            (("7.3.2", "mark behind the addressee"), ("7.3.3", "form of the numbers 1.")),
        ),
        Planted(
            "numbers",
            replace(
                base.put("two", text="三、落实巡查责任").put("text2", color="0000FF"),
                number="#", number_size=10.5, number_font="Calibri", sides=("center", "center"), footer=12.7,
            ),
            (
                ("7.3.3", "numbers 一、 follow one another"), ("5.2.4", "colour of the text"),
                ("7.5", "page number size"), ("7.5", "page number font"), ("7.5", "page number form"),
                ("7.5", "page number side"), ("7.5", "page number below the type area"),
            ),
        ),
        Planted(
            "office",
            replace(
                base.put("title", size=16).put("one", font="宋体").put("date", text="二〇二五年三月六日"),
                number="",
            ),
            (
                ("7.3.1", "size of the title"), ("7.3.3", "font of the headings 一、"),
                ("7.3.5.4", "form of the date"), ("7.5", "there is a page number"),
            ),
            "office",
        ),
        Planted(
            "office-lines",
            base.put("opening", line=20).put("text1", font="微软雅黑").put("blank1", text="请遵照执行。", first=2),
            (
                ("5.2.3", "pitch of the body's lines"), ("5.2.2", "font of the body"),
                ("7.3.2", "blank lines above the addressee"),
            ),
            "office",
        ),
        Planted(
            "styles",
            replace(
                changed(base, ("text1", "text2", "text3", "text4", "opening"), font="宋体", size=12, line=None),
                number="",
            ),
            (
                ("5.2.2", "font of the body"), ("5.2.2", "size of the body"), ("5.2.3", "lines on a page"),
                ("5.2.3", "characters on a line (27 in Word's 16 pt)"), ("7.5", "there is a page number"),
            ),
            "styles",
        ),
    )  # fmt: skip


def changed(sheet: Sheet, names: Sequence[str], **changes: Any) -> Sheet:
    for name in names:
        sheet = sheet.put(name, **changes)
    return sheet


# ---------------------------------------------------------------- python-docx


def written(sheet: Sheet, by_styles: bool = False) -> bytes:
    """Write a draft with python-docx, letters set run by run or by styles."""
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(sheet.width), Mm(sheet.height)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, sheet.margins)
    section.footer_distance = Mm(sheet.footer)
    for name, row in sheet.rows.items():
        paragraph = document.add_paragraph()
        if by_styles:
            style = document.styles.add_style(f"Draft {name}", 1)
            _letters(style, row)
            _setting(style.paragraph_format, row)
            paragraph.style = style
            paragraph.add_run(row.text)
        else:
            _letters(paragraph.add_run(row.text), row)
            _setting(paragraph.paragraph_format, row)
        if row.rule:
            _rule(paragraph, row.rule)
    if sheet.number:
        document.settings.odd_and_even_pages_header_footer = True
        for footer, side in zip((section.footer, section.even_page_footer), sheet.sides, strict=True):
            _number(footer.paragraphs[0], sheet, side)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _letters(owner: Any, row: Row) -> None:
    owner.font.size = Pt(row.size)
    owner.font.name = "Times New Roman" if row.slot == "eastAsia" else row.font
    if row.slot == "eastAsia":
        owner._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), row.font)
    if row.color:
        owner.font.color.rgb = RGBColor.from_string(row.color)


def _setting(form: Any, row: Row) -> None:
    form.alignment = ALIGNS[row.align]
    form.first_line_indent = Pt(row.size * row.first) if row.first else None
    form.right_indent = Pt(row.size * row.right) if row.right else None
    form.line_spacing = Pt(row.line) if row.line else 1.0
    form.space_before, form.space_after = Pt(row.before), Pt(row.after)
    form.page_break_before = row.page_break or None


def _rule(paragraph: Any, color: str) -> None:
    borders = OxmlElement("w:pBdr")
    bottom = OxmlElement("w:bottom")
    for key, value in (("val", "single"), ("sz", "12"), ("space", "7"), ("color", color)):
        bottom.set(qn(f"w:{key}"), value)
    borders.append(bottom)
    properties = paragraph._p.get_or_add_pPr()
    properties.insert(sum(one.tag in (qn("w:pStyle"), qn("w:pageBreakBefore")) for one in properties), borders)


def _number(paragraph: Any, sheet: Sheet, side: str) -> None:
    paragraph.alignment = ALIGNS[side]
    before, _, after = sheet.number.partition("#")
    for kind, text in (("t", before), ("begin", ""), ("instrText", " PAGE "), ("end", ""), ("t", after)):
        if kind == "t" and not text:
            continue
        run = paragraph.add_run(text if kind == "t" else "")
        run.font.size, run.font.name = Pt(sheet.number_size), sheet.number_font
        if kind != "t":
            element = OxmlElement("w:instrText" if kind == "instrText" else "w:fldChar")
            if kind == "instrText":
                element.text = text
            else:
                element.set(qn("w:fldCharType"), kind)
            run._r.append(element)
