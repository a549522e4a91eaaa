"""Compute style sheets from a Style: no measure, size or colour of its own but those of rules and paddings."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from typing import TypeAlias

from exporter.renderers.layout.pictures import ABOVE, BELOW
from exporter.renderers.layout.table_widths import BETWEEN, CARD, CARD_GAP, CELL, CELL_ABOVE, FIRST, fewest_lines
from exporter.style import FontRole, PageNumber, Style, TextRole, TextStyle

Families: TypeAlias = Callable[[TextStyle, bool], str]
"""Gives the value of `font-family` for a text style, in Chinese or (True) in a language with an alphabet."""
Paint: TypeAlias = Callable[[str], str]
"""Turns a colour of the style (`#1f4e79`) into a colour of the sheet."""

_SYSTEM: Mapping[FontRole, str] = {
    "song": '"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif',
    "biaosong": '"FZXiaoBiaoSong-B05S","Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif',
    "hei": '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",SimHei,sans-serif',
    "kai": '"KaiTi","STKaiti","Kaiti SC","LXGW WenKai",serif',
    "fangsong": '"FangSong","STFangsong","FangSong_GB2312","FandolFang",serif',
    "serif": '"Times New Roman","Liberation Serif","Tinos",serif',
    "sans": '"Source Sans 3","Noto Sans CJK SC",Arial,"Liberation Sans",sans-serif',
}


def screen(style: Style) -> str:
    """Write the sheet of a web page: the style's colours and proportions, a readable measure, fonts by name."""
    latin = "U+0020-007E,U+00A1-00B6,U+00B8-024F"
    faces = "".join(
        f'@font-face{{font-family:"Latin {role}";font-weight:{weight};src:{local};unicode-range:{latin}}}'
        for role, weight, local in _LOCAL_LATIN
    )
    rules = (
        _text_rule(role, text, f'"Latin {text.latin}",{_SYSTEM[text.font]}', str, False) for role, text in _texts(style)
    )
    weights = "".join(f".{role}{{font-weight:{text.weight}}}" for role, text in _texts(style) if text.weight != 400)
    return (
        faces
        + _BASE
        + "".join(rules)
        + weights
        + _shared(style, str)
        + ".strong,.lead{font-weight:700}.emphasis{font-style:italic}"
        + "body{max-width:44em;margin:3em auto;padding:0 1.2em}html{font-size:100%}"
        + ".status{font-size:85%}.contents a{text-decoration:none;color:inherit}.page-break{display:none}"
        + style.css
    )


def paged(style: Style, families: Families, used: Container[str], paint: Paint = str) -> str:
    """Write the sheet of the printed page: geometry, page number, running head, and the text styles in `used`."""
    rules = (
        _text_rule(role, text, families(text, False), paint, True)
        + (f".{role}.w{{font-family:{families(text, True)}}}" if "w" in used else "")
        for role, text in _texts(style)
        if role in used
    )
    named = (("accent", style.accent), ("rule", style.rule), ("tint", style.tint))
    ground = f"html{{color:{paint('#000000')};{';'.join(f'--{name}:{paint(colour)}' for name, colour in named)}}}"
    lines = f"html{{orphans:{fewest_lines(style)};widows:2}}"
    return "".join(
        (_BASE, ground, _page(style, families, paint), *rules, _shared(style, paint), lines, _PRINT, style.css)
    )


def string(given: str) -> str:
    """Quote text as a CSS string; `<` is escaped too, since the sheet stands inside a page."""
    return '"' + "".join(f"\\{ord(char):x} " if char in '"\\<\n\r' else char for char in given) + '"'


_LOCAL_LATIN = (
    ("serif", 400, 'local("Times New Roman"),local("Liberation Serif"),local("Tinos")'),
    ("serif", 700, 'local("Times New Roman Bold"),local("Liberation Serif Bold"),local("Tinos Bold")'),
    ("sans", 400, 'local("Source Sans 3"),local("Noto Sans CJK SC"),local("Arial")'),
    ("sans", 700, 'local("Source Sans 3 Bold"),local("Noto Sans CJK SC Bold"),local("Arial Bold")'),
)

_BASE = (
    "html,body,p,h1,h2,h3,h4,h5,h6,ul,li,figure,nav,main,section{margin:0;padding:0}"
    "h1,h2,h3,h4,h5,h6,th,strong{font-weight:400;font-size:inherit}ul{list-style:none;break-before:auto}"
    "a{color:inherit;text-decoration:none}sup.mark{font-size:.62em;vertical-align:.55em;line-height:0}"
    "sup,sub{font-size:.62em;line-height:0}sup{vertical-align:.55em}sub{vertical-align:-.2em}rt{font-size:.5em}"
    f"figure.picture{{margin:{ABOVE:g}pt 0 {BELOW:g}pt;text-align:center;break-inside:avoid}}"
    "figure.picture img{display:block;margin:0 auto;max-width:100%;max-height:170mm}"
    "@media print{figure.picture img{image-rendering:crisp-edges}}"
    "table{border-collapse:collapse;border-spacing:0;width:100%}td,th{vertical-align:top;text-align:left}"
    "svg.drawing{display:block;width:100%;height:auto}"
)

_PRINT = (
    ".page-break{break-after:page}"
    "h1,h2,h3,h4,h5,h6{break-inside:avoid;bookmark-label:attr(data-name)}tr,.card,.cards,figure{break-inside:avoid}"
    "nav.contents a::after{content:leader(' . ') target-counter(attr(href),page)}"
)


def _texts(style: Style) -> Iterator[tuple[TextRole, TextStyle]]:
    yield from style.text.items()


def _text_rule(role: TextRole, text: TextStyle, families: str, paint: Paint, printed: bool) -> str:
    said = declarations(text, paint, printed)
    if printed:
        said += ";white-space:pre"
    return f".{role}{{font-family:{families};{said}}}"


def declarations(text: TextStyle, paint: Paint, printed: bool) -> str:
    """Write what a text style says beside its fonts, as declarations."""
    pitch = text.size + text.tracking
    said = {
        "font-size": f"{text.size:g}pt",
        "line-height": f"{text.line:g}pt",
        "color": paint(text.color),
        "text-align": "left" if printed and text.align == "justify" else text.align,
        "text-indent": f"{text.indent * pitch:g}pt" if text.indent else "0",
        "margin": f"{text.before:g}pt {text.right * pitch:g}pt {text.after:g}pt {text.left * pitch:g}pt",
        "break-after": "avoid" if text.keep_next else "auto",
    }
    return ";".join(f"{name}:{value}" for name, value in said.items())


def _page(style: Style, families: Families, paint: Paint) -> str:
    page = style.page
    sides = (page.outside, page.inside) if page.mirrored else (page.inside, page.outside)
    left = f"@page :left{{margin-left:{sides[0]:g}mm;margin-right:{sides[1]:g}mm}}" if page.mirrored else ""
    bleed = f";bleed:{page.bleed:g}mm" if page.bleed else ""
    return (
        f"@page{{size:{page.width:g}mm {page.height:g}mm;margin:{page.top:g}mm {page.outside:g}mm "
        f"{page.bottom:g}mm {page.inside:g}mm{bleed}}}{left}"
        f"{_numbers(style, families, paint)}{_running_head(style, families, paint) if style.running_head else ''}"
    )


def _numbers(style: Style, families: Families, paint: Paint) -> str:
    number = style.page_number
    said = (
        f"content:{_number_content(number)};font-family:{families(number_style(style), False)};"
        f"font-size:{number.size:g}pt;line-height:{number.size:g}pt;vertical-align:top;padding-top:{number_drop(style):.3f}mm;"
        f"color:{paint(style.text['provenance'].color)}"
    )
    if number.place == "center":
        return f"@page{{@bottom-center{{{said};text-align:center}}}}"
    indent = f"{number.indent * number.size:g}pt"
    return (
        f"@page :right{{@bottom-right{{{said};text-align:right;padding-right:{indent}}}}}"
        f"@page :left{{@bottom-left{{{said};text-align:left;padding-left:{indent}}}}}"
    )


def number_style(style: Style) -> TextStyle:
    """Give the text style of the page number: its digits are of its own font (GB/T 9704-2012, 7.5)."""
    number = style.page_number
    return TextStyle(font=number.font, latin=number.font, size=number.size, line=number.size, indent=0)


def _number_content(number: PageNumber) -> str:
    content = string(number.form)
    for token, counter in (("{pages}", "counter(pages)"), ("{page}", "counter(page)")):
        content = content.replace(token, f'" {counter} "')
    return content


def number_drop(style: Style) -> float:
    """mm from the page's foot margin to the number's line, so that its middle is `below` mm under the last ink.

    The margin begins half a line gap under the last glyph; the dash of the number is its middle.
    """
    body, number = style.text["body"], style.page_number
    return max(0.0, number.below - ((body.line - body.size) / 2 + number.size / 2) * _MM_PER_PT)


_MM_PER_PT = 25.4 / 72


HEAD_ABOVE = 5.0
"""mm between the text and the rule of the running head."""
HEAD_PADDING = 2.0
"""pt between that rule and the words on it."""


def _running_head(style: Style, families: Families, paint: Paint) -> str:
    text = style.text["provenance"]
    said = (
        f"font-family:{families(text, False)};font-size:{text.size:g}pt;line-height:{text.line:g}pt;"
        f"color:{paint(text.color)};vertical-align:bottom;padding-bottom:{HEAD_PADDING:g}pt;margin-bottom:{HEAD_ABOVE:g}mm;width:50%;"
        f"border-bottom:.5pt solid {paint(style.rule)};white-space:nowrap;overflow:hidden"
    )
    none = "content:none;border:none"
    return (
        ".title{string-set:title attr(data-name)}.heading1[data-name]{string-set:section attr(data-name)}"
        f"@page{{@top-left{{content:string(title);text-align:left;{said}}}"
        f"@top-right{{content:string(section,start);text-align:right;{said}}}}}"
        f"@page :first{{@top-left{{{none}}}@top-right{{{none}}}}}"
    )


def _shared(style: Style, paint: Paint) -> str:
    accent, rule, tint = paint(style.accent), paint(style.rule), paint(style.tint)
    return (
        f"table.table{{table-layout:fixed;border-top:1pt solid {accent};border-bottom:1pt solid {accent};"
        f"margin:2pt 0 8pt}}.table.captioned{{margin-top:{style.text['caption'].before:g}pt}}"
        f"thead{{border-bottom:.6pt solid {accent}}}tbody tr+tr{{border-top:.4pt solid {rule}}}"
        f"td,th{{padding:{CELL_ABOVE:g}pt {CELL:g}pt;text-indent:0}}"
        "td.left,th.left{text-align:left}"
        "td.center,th.center{text-align:center}td.right,th.right{text-align:right}"
        f"caption.caption{{caption-side:top;margin-top:0}}.chart{{margin:4pt 0 10pt}}"
        f".cards{{display:grid;gap:7pt {CARD_GAP:g}pt;margin:6pt 0 8pt}}.across-1{{grid-template-columns:1fr}}"
        ".across-2{grid-template-columns:1fr 1fr}.across-3{grid-template-columns:repeat(3,1fr)}"
        ".across-4{grid-template-columns:repeat(4,1fr)}"
        f".card{{border-top:1.2pt solid {accent};background:{tint};padding:5pt {CARD:g}pt 6pt}}"
        ".pair{display:table;width:100%;table-layout:fixed}"
        ".pair>div{display:table-cell;box-sizing:border-box;vertical-align:baseline}"
        f".pair>.zh{{width:{FIRST * 100:g}%}}.pair>.en{{width:{100 - FIRST * 100:g}%}}"
        f".pair>.zh{{padding-right:{BETWEEN / 2:g}pt}}.pair>.en{{padding-left:{BETWEEN / 2:g}pt}}"
        ".pair.alone>.zh{width:100%}"
        f".status{{color:{paint(style.text['provenance'].color)}}}"
        "p.contents-head{text-align:center}"
        ".run-in{display:inline;margin:0;text-indent:0;break-after:auto}"
        ".contents.level-2{padding-left:1em}nav.contents{break-after:page}"
    )
