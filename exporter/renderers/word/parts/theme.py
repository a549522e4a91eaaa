"""Write the theme: no text refers to it, but the colours and fonts that Word offers people come from it."""

from __future__ import annotations

from exporter.renderers.word.markup import HEAD, attribute
from exporter.renderers.word.parts.fonts import WordFonts
from exporter.style import Style, TextRole


def theme_part(style: Style, fonts: WordFonts) -> str:
    """Write theme1.xml with the style's accent colour and its fonts for headings and body."""
    accent = style.accent.lstrip("#").upper()
    named = {"dk1": "000000", "lt1": "FFFFFF", "dk2": "404040", "lt2": "F2F2F2", "hlink": accent, "folHlink": "7F7F7F"}
    accents = (accent, "A6A6A6", "7F6000", "385723", "843C0C", "595959")
    colors = "".join(_color(name, named[name]) for name in ("dk1", "lt1", "dk2", "lt2"))
    colors += "".join(_color(f"accent{index}", value) for index, value in enumerate(accents, 1))
    colors += "".join(_color(name, named[name]) for name in ("hlink", "folHlink"))
    name = attribute(style.name)
    return (
        f'{HEAD}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="{name}">'
        f'<a:themeElements><a:clrScheme name="{name}">{colors}</a:clrScheme><a:fontScheme name="{name}">'
        f"{_fonts('major', 'heading1', style, fonts)}{_fonts('minor', 'body', style, fonts)}"
        f'</a:fontScheme><a:fmtScheme name="{name}">'
        f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>"
        "</a:fmtScheme></a:themeElements></a:theme>"
    )


_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="9525">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def _color(name: str, value: str) -> str:
    return f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'


def _fonts(kind: str, role: TextRole, style: Style, fonts: WordFonts) -> str:
    text = style.text[role]
    latin, chinese = attribute(fonts[text.latin].name), attribute(fonts[text.font].name)
    return (
        f'<a:{kind}Font><a:latin typeface="{latin}"/><a:ea typeface="{chinese}"/><a:cs typeface=""/>'
        f'<a:font script="Hans" typeface="{chinese}"/></a:{kind}Font>'
    )
