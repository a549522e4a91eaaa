"""Give a draft the page numbers of the standard: outer edge of odd and even pages, 4号 Song between dashes (7.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporter.measure.draft import properties
from exporter.measure.draft.draft import Draft
from exporter.measure.draft.parcel import OFFICE, Parcel
from exporter.measure.draft.properties import W, names

if TYPE_CHECKING:
    from lxml.etree import _Element

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SIZE = 14.0
BELOW = 7.0
"""mm from the type area to the dash."""


def set_footers(draft: Draft, parcel: Parcel) -> None:
    """Put footers of our own in the place of those there are, in every section of upright pages."""
    ids = {
        place: parcel.add(f"inspected-footer-{place}.xml", "footer", _footer(side))
        for place, side in (("default", "right"), ("even", "left"))
    }
    for section in (one for one in draft.sections if not one.landscape):
        root: _Element = section.element
        properties.drop(root, "footerReference", "titlePg")
        heads = len(root.findall(W + "headerReference"))
        for place, id in sorted(ids.items()):
            made = root.makeelement(W + "footerReference", {W + "type": place, f"{{{OFFICE}}}id": id})
            root.insert(heads, made)
        margins = root.find(W + "pgMar")
        bottom = float(margins.get(W + "bottom", "1440")) if margins is not None else 1440.0
        footer = bottom - BELOW * 1440 / 25.4 - SIZE * 0.6 * 20
        properties.put(root, "pgMar", {"footer": max(0, round(footer))})
    settings = parcel.tree(f"{parcel.folder}settings.xml")
    if settings is None:
        parcel.add("settings.xml", "settings", f'<w:settings xmlns:w="{MAIN}"><w:evenAndOddHeaders/></w:settings>')
    else:
        _facing(settings)


_BEFORE = names(
    "writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries "
    "displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts "
    "embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader "
    "bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState "
    "formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge "
    "revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride "
    "styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone "
    "doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle"
)
"""What stands before `evenAndOddHeaders` in settings.xml, by the schema."""


def _facing(settings: _Element) -> None:
    properties.drop(settings, "evenAndOddHeaders")
    at = sum(1 for one in settings if str(one.tag).rpartition("}")[2] in _BEFORE)
    settings.insert(at, settings.makeelement(W + "evenAndOddHeaders", {}))


def _footer(side: str) -> str:
    letters = (
        '<w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体" w:hint="eastAsia"/>'
        f'<w:color w:val="000000"/><w:sz w:val="{SIZE * 2:g}"/><w:szCs w:val="{SIZE * 2:g}"/></w:rPr>'
    )
    field = "".join(
        f"<w:r>{letters}{inside}</w:r>"
        for inside in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:ftr xmlns:w="{MAIN}"><w:p><w:pPr>'
        '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
        f'<w:ind w:{side}Chars="100" w:{side}="{SIZE * 20:g}" w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr>'
        f"{field}</w:p></w:ftr>"
    )
