"""Write styles.xml: every text role of a house style as a named Word style, the built-in ones where Word has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from exporter.model import Heading, Paragraph, ParagraphRole
from exporter.renderers.layout.official_parts import TABLE_LEFT
from exporter.renderers.word.markup import HEAD, MAIN, PT
from exporter.renderers.word.parts.character_styles import character_styles
from exporter.renderers.word.parts.fonts import WordFonts, faces_xml
from exporter.renderers.word.sizes import COLUMN_MARGIN, SECOND
from exporter.style import Style, TextRole, TextStyle


@dataclass(frozen=True, slots=True)
class Named:
    """A paragraph style of the file: its id, the name that people see, and the role that it sets."""

    id: str
    name: str
    role: TextRole
    outline: int | None = None
    """0 to 8; None: body text."""
    next: str = ""
    own: bool = False
    """A style of ours, not one that Word knows."""


_DEEP: TextRole = "heading4"
_HEADING_ROLES: tuple[TextRole, ...] = ("heading1", "heading2", "heading3", *(_DEEP,) * 6)
HEADINGS = tuple(
    Named(f"Heading{level}", f"heading {level}", _role, level - 1, "BodyText")
    for level, _role in enumerate(_HEADING_ROLES, 1)
)
ENGLISH_HEADINGS = tuple(
    Named(f"EnglishHeading{level}", f"英文标题 {level}", _role, None, "English", own=True)
    for level, _role in enumerate(_HEADING_ROLES[:4], 1)
)
PARAGRAPHS: tuple[Named, ...] = (
    Named("BodyText", "Body Text", "body"),
    Named("Title", "Title", "title", next="BodyText"),
    Named("EnglishTitle", "英文题名", "subtitle", own=True),
    Named("Subtitle", "Subtitle", "subtitle", next="BodyText"),
    *HEADINGS,
    *ENGLISH_HEADINGS,
    Named("Headline", "导语", "headline", own=True),
    Named("Salutation", "Salutation", "addressee", next="BodyText"),
    Named("BodyTextContinued", "正文（续）", "addressee", own=True),
    Named("Closing", "Closing", "body"),
    Named("Signature", "Signature", "signature"),
    Named("Date", "Date", "signature"),
    Named("Caption", "caption", "caption"),
    Named("FootnoteText", "footnote text", "note"),
    Named("NoteText", "注释", "note", own=True),
    Named("ListParagraph", "List Paragraph", "body"),
    Named("Attachment", "附件说明", "body", own=True),
    Named("IssuingMark", "发文机关标志", "title", own=True),
    Named("Remark", "附注", "body", own=True),
    Named("Imprint", "版记", "body", own=True),
    Named("DocumentNumber", "发文字号", "body", own=True),
    Named("CopyNumber", "份号", "body", own=True),
    Named("Secrecy", "密级和紧急程度", "heading1", own=True),
    Named("AttachmentLabel", "附件标识", "heading1", own=True),
    Named("AttachmentTitle", "附件标题", "title", own=True),
    Named("Byline", "题下署名", "subtitle", own=True),
    Named("Provenance", "资料来源", "provenance", own=True),
    Named("Status", "译文状态", "provenance", own=True),
    Named("TableText", "表格文字", "table", own=True),
    Named("TableHead", "表头", "table_head", own=True),
    Named("TableNote", "表注", "table", own=True),
    Named("TableTextSmall", "表格小字", "table", own=True),
    Named("TableHeadSmall", "表头小字", "table_head", own=True),
    Named("CardLabel", "指标名称", "card_label", own=True),
    Named("CardValue", "指标数值", "card_value", own=True),
    Named("CardValueSecond", "指标数值（另一语言）", "card_value", own=True),
    Named("English", "英文", "english", own=True),
    Named("TOCHeading", "TOC Heading", "heading1", next="BodyText"),
    *(Named(f"TOC{level}", f"toc {level}", "contents") for level in (1, 2, 3)),
)

PARAGRAPH_STYLES: Mapping[ParagraphRole, str] = MappingProxyType(
    {
        "body": "BodyText",
        "continued": "BodyTextContinued",
        "headline": "Headline",
        "subtitle": "Subtitle",
        "addressee": "Salutation",
        "closing": "Closing",
        "signature": "Signature",
        "date": "Date",
        "attachment": "Attachment",
        "document_number": "DocumentNumber",
        "byline": "Byline",
        "caption": "Caption",
        "note": "NoteText",
        "provenance": "Provenance",
        "status": "Status",
        "copy_number": "CopyNumber",
        "secrecy": "Secrecy",
        "urgency": "Secrecy",
        "issuer_mark": "IssuingMark",
        "signatory": "DocumentNumber",
        "remark": "Remark",
        "copied_to": "Imprint",
        "issued": "Imprint",
    }
)

_NAMED: Mapping[str, Named] = MappingProxyType({named.id: named for named in PARAGRAPHS})


def style_of(block: Heading | Paragraph, english: bool) -> str:
    """Give the id of the style of a heading or paragraph; `english`: it stands on the English side of a pair."""
    if isinstance(block, Paragraph):
        named = PARAGRAPH_STYLES[block.role]
        return "English" if named == "BodyText" and (english or block.lang == "en") else named
    if block.level <= 0:
        return "EnglishTitle" if english else "Title"
    headings = ENGLISH_HEADINGS if english else HEADINGS
    return headings[min(block.level, len(headings)) - 1].id


def role_of(id: str) -> TextRole:
    """Give the text role that sets a style."""
    return _NAMED[id].role


def letters_of(id: str, style: Style) -> TextStyle:
    """Give the text style with which a style of the file is set."""
    return _letters(_NAMED[id], style)


def styles_part(style: Style, fonts: WordFonts) -> str:
    """Write styles.xml."""
    body = style.text["body"]
    return (
        f'{HEAD}<w:styles xmlns:w="{MAIN}">'
        f'<w:docDefaults><w:rPrDefault><w:rPr>{faces_xml(body, fonts)}<w:sz w:val="{round(body.size * 2)}"/>'
        f'<w:szCs w:val="{round(body.size * 2)}"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="0" '
        'w:defUnhideWhenUsed="0" w:defQFormat="0" w:count="376"/>'
        + _normal(style, fonts)
        + "".join(_paragraph_style(named, style, fonts) for named in PARAGRAPHS)
        + "".join(_furniture(style, fonts))
        + "".join(character_styles(style, fonts, _HEADING_ROLES[:4]))
        + _table_styles(style)
        + "</w:styles>"
    )


_BREAKING = (
    "<w:kinsoku/><w:wordWrap/><w:overflowPunct/>"
    '<w:autoSpaceDE/><w:autoSpaceDN/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
)
"""Line-start and line-end rules, Han-Latin space, no grid; marks may overflow, as in every Chinese edition of Word
(LibreOffice 7.4 reads that one the wrong way round, and keeps them in)."""


def _widows(style: Style) -> str:
    """A page of a set number of lines is filled whatever ends on it (GB/T 9704-2012, 5.2.3: 撑满版心)."""
    return f'<w:widowControl w:val="{int(style.page.lines is None)}"/>'


def text_properties(text: TextStyle, fonts: WordFonts) -> str:
    """Write the children of `w:rPr` for a text style, all of them, so that nothing is left to inherit."""
    bold = '<w:b w:val="{0}"/><w:bCs w:val="{0}"/>'.format(int(text.weight >= 600 and fonts[text.font].bold))
    color = f'<w:color w:val="{text.color.lstrip("#").upper()}"/>'
    size = round(text.size * 2)
    return (
        f'{faces_xml(text, fonts)}{bold}{color}<w:spacing w:val="{round(text.tracking * PT)}"/>'
        f'<w:kern w:val="0"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def paragraph_properties(text: TextStyle) -> str:
    """Write spacing, indents and alignment of a text style, in the order of the schema."""
    em = text.size + text.tracking
    chars = {"left": text.left, "right": text.right, "firstLine": text.indent}
    indents = " ".join(
        f'w:{name}Chars="{round(value * 100)}" w:{name}="{round(value * em * PT)}"' for name, value in chars.items()
    )
    return (
        f'<w:spacing w:before="{round(text.before * PT)}" w:after="{round(text.after * PT)}" '
        f'w:line="{round(text.line * PT)}" w:lineRule="exact"/><w:ind {indents}/>'
        f'<w:jc w:val="{_ALIGN[text.align]}"/>'
    )


_ALIGN = {"left": "left", "center": "center", "right": "right", "justify": "both"}


def _normal(style: Style, fonts: WordFonts) -> str:
    """Normal has the body's letters but no indent, so that what people add in tables is not indented."""
    body = style.text["body"]
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f'<w:pPr>{_widows(style)}{_BREAKING}<w:spacing w:line="{round(body.line * PT)}" w:lineRule="exact"/>'
        f'<w:jc w:val="{_ALIGN[body.align]}"/>'
        f"</w:pPr><w:rPr>{text_properties(body, fonts)}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def _paragraph_style(named: Named, style: Style, fonts: WordFonts) -> str:
    text = _letters(named, style)
    own = ' w:customStyle="1"' if named.own else ""
    follows = f'<w:next w:val="{named.next}"/>' if named.next else ""
    keep = "<w:keepNext/><w:keepLines/>" if text.keep_next else ""
    outline = "" if named.outline is None else f'<w:outlineLvl w:val="{named.outline}"/>'
    language = '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>' if named.id.startswith("English") else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{named.id}"><w:name w:val="{named.name}"/>'
        f'<w:basedOn w:val="Normal"/>{follows}<w:qFormat/>'
        f"<w:pPr>{keep}{_rule(named, style)}{paragraph_properties(text)}{outline}</w:pPr>"
        f"<w:rPr>{text_properties(text, fonts)}{language}</w:rPr></w:style>"
    )


SECTION = 10.0
"""pt above a section of a brief."""
_RULES = {"Title": ("top", 36, 8), "Heading1": ("bottom", 6, 1)}
"""Side, eighths of a point, and pt to the text of the rules of a brief."""


def rule_height(id: str, style: Style) -> float:
    """Give the height in pt of the rule that a style of a brief has."""
    if style.kind != "brief" or id not in _RULES:
        return 0.0
    _, eighths, space = _RULES[id]
    return eighths / 8 + space


def _rule(named: Named, style: Style) -> str:
    if style.kind != "brief" or named.id not in _RULES:
        return ""
    side, eighths, space = _RULES[named.id]
    return f"<w:pBdr>{_border(side, eighths, style.accent.lstrip('#').upper(), space)}</w:pBdr>"


SMALL = 0.7
"""Share of a table's letters that a table of many columns is set in."""


def _letters(named: Named, style: Style) -> TextStyle:
    """Give the text style of a role; the English line under a Chinese heading is smaller and close to it."""
    text = style.text[named.role]
    if named.id.endswith("Small"):
        return replace(text, size=max(6.5, text.size * SMALL), line=text.line * SMALL)
    if named.id == "CardValueSecond":
        return replace(text, size=round(text.size * SECOND * 2) / 2, line=text.line * SECOND)
    if named.id == "Byline" and style.kind == "brief":
        return replace(text, color=style.accent)
    if named.id == "Heading1" and style.kind == "brief":  # its page has no grid to keep sections apart
        return replace(text, before=max(text.before, SECTION))
    if named.id == "TableNote":
        return replace(text, align="justify", left=TABLE_LEFT, indent=0.0, before=2.0, after=2.0)
    if named.id in _OFFICIAL:
        return _official(named, text)
    if not named.id.startswith("EnglishHeading"):
        return text
    body = style.text["english"]
    size = max(body.size, round(text.size * 1.6) / 2)
    return replace(text, size=size, line=text.line * size / text.size, before=0.0, tracking=0.0, indent=text.indent)


_OFFICIAL = ("DocumentNumber", "CopyNumber", "Secrecy", "AttachmentLabel", "AttachmentTitle", "IssuingMark", "Imprint")


def _official(named: Named, text: TextStyle) -> TextStyle:
    """Give the text style of a part that an official paper has beside its text (GB/T 9704-2012, clauses named)."""
    if named.id == "DocumentNumber":  # GB/T 9704-2012, 7.2.5
        return replace(text, align="center", indent=0.0, after=text.line)
    if named.id == "CopyNumber":  # 7.2.1
        return replace(text, indent=0.0, align="left")
    if named.id in ("Secrecy", "AttachmentLabel"):  # 7.2.2, 7.2.3, 7.3.7: Hei at the edge
        return replace(text, indent=0.0, align="left", before=0.0, after=0.0)
    if named.id == "AttachmentTitle":
        return replace(text, before=0.0, after=text.line)
    if named.id == "IssuingMark":  # 7.2.4: red, small standard Song
        return replace(text, color="#FF0000", before=0.0, after=0.0)
    # The imprint (7.4): size 4, one character from each side.
    size = text.size * 14 / 16
    return replace(text, size=size, line=size * 1.5, indent=0.0, left=1.0, right=1.0, tracking=0.0)


def _furniture(style: Style, fonts: WordFonts) -> Iterator[str]:
    """Header, footer, and what stands between a table and the text below it."""
    number = style.page_number
    letters = TextStyle(font=number.font, size=number.size, line=number.size, align="center")
    for name in ("header", "footer"):
        yield (
            f'<w:style w:type="paragraph" w:styleId="{name.title()}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="Normal"/>'
            f"<w:pPr>{paragraph_properties(letters)}</w:pPr><w:rPr>{text_properties(letters, fonts)}</w:rPr></w:style>"
        )
    yield (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Picture"><w:name w:val="图表"/>'
        '<w:basedOn w:val="Normal"/><w:pPr><w:keepLines/><w:spacing w:before="80" w:after="80" w:line="240" '
        'w:lineRule="auto"/><w:jc w:val="center"/></w:pPr></w:style>'
    )
    yield (
        '<w:style w:type="paragraph" w:customStyle="1" w:styleId="Gap"><w:name w:val="间隔"/>'
        '<w:basedOn w:val="Normal"/>'
        '<w:pPr><w:spacing w:line="200" w:lineRule="exact"/></w:pPr><w:rPr><w:sz w:val="12"/></w:rPr></w:style>'
    )


_MARGINS = (
    '<w:tblCellMar><w:top w:w="{0}" w:type="dxa"/><w:left w:w="{1}" w:type="dxa"/>'
    '<w:bottom w:w="{0}" w:type="dxa"/><w:right w:w="{2}" w:type="dxa"/></w:tblCellMar>'
)


def _table_styles(style: Style) -> str:
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"{_MARGINS.format(0, 108, 108)}</w:tblPr></w:style>"
    )
    hair = _border("insideH", 4, style.rule.lstrip("#").upper()) if style.accent != "#000000" else ""
    beside = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Columns"><w:name w:val="双语对照"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{hair}</w:tblBorders>'
        f"{_MARGINS.format(50, 0, round(COLUMN_MARGIN * PT))}</w:tblPr></w:style>"
    )
    notes = (
        '<w:style w:type="table" w:customStyle="1" w:styleId="Notes"><w:name w:val="注释两栏"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{_MARGINS.format(0, 40, 40)}</w:tblPr></w:style>'
    )
    return (
        plain
        + notes
        + beside
        + (
            '<w:style w:type="table" w:customStyle="1" w:styleId="DataTable"><w:name w:val="数据表"/>'
            f'<w:basedOn w:val="TableNormal"/><w:tblPr>{_borders(style)}{_MARGINS.format(40, 85, 85)}</w:tblPr>'
            f'<w:tblStylePr w:type="firstRow"><w:tcPr>{_head_fill(style)}</w:tcPr></w:tblStylePr></w:style>'
        )
    )


def _borders(style: Style) -> str:
    """A black style draws every line and a heavier frame; a coloured one only lines across.

    In a brief, the rule of its heading is the table's first.
    """
    black = style.accent == "#000000"
    accent, rule = (color.lstrip("#").upper() for color in (style.accent, "#000000" if black else style.rule))
    edges = ("top", "left", "bottom", "right") if black else ("bottom",) if style.kind == "brief" else ("top", "bottom")
    inner = ("insideH", "insideV") if black else ("insideH",)
    lines = [_border(side, 8, accent) for side in edges] + [_border(side, 4, rule) for side in inner]
    return f"<w:tblBorders>{''.join(lines)}</w:tblBorders>"


def _border(side: str, eighths: int, color: str, space: int = 0) -> str:
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{color}"/>'


def _head_fill(style: Style) -> str:
    if style.accent == "#000000" or style.kind == "brief":
        return ""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{style.tint.lstrip("#").upper()}"/>'
