"""Write settings.xml: Chinese line breaking and spacing as Word's Chinese edition sets them."""

from __future__ import annotations

from exporter.renderers.word.markup import HEAD, MAIN
from exporter.style import Style

NO_LINE_END = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥"
NO_LINE_START = "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠"
"""What Word's Chinese edition keeps from a line's end and start; written out because other editions differ."""


def settings_part(style: Style, footnotes: bool, carries_fonts: bool = False) -> str:
    """Write settings.xml."""
    carried = "<w:embedTrueTypeFonts/><w:saveSubsetFonts/>" if carries_fonts else ""
    mirrored = "<w:mirrorMargins/>" if style.page.mirrored else ""
    even = "<w:evenAndOddHeaders/>" if style.page.mirrored else ""
    notes = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' if footnotes else ""
    return (
        f'{HEAD}<w:settings xmlns:w="{MAIN}"><w:zoom w:percent="100"/>{carried}{mirrored}'
        f'<w:defaultTabStop w:val="420"/>{even}'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f'<w:noLineBreaksAfter w:lang="zh-CN" w:val="{NO_LINE_END}"/>'
        f'<w:noLineBreaksBefore w:lang="zh-CN" w:val="{NO_LINE_START}"/>'
        f"{notes}<w:compat>{_COMPATIBLE}</w:compat>"
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


_MODE = "http://schemas.microsoft.com/office/word"
_COMPATIBLE = (
    "<w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
    "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{_MODE}" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", "15"),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
            ("doNotFlipMirrorIndents", "1"),
            ("differentiateMultirowTableHeaders", "1"),
        )
    )
)
