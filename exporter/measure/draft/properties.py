"""Set properties of paragraphs, runs and sections in a tree, each child in the place that the schema gives it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def names(text: str) -> tuple[str, ...]:
    """Give the words of a list."""
    return tuple(text.split())


ORDERS = {
    "pPr": names(
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
        "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
        "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
    ),
    "rPr": names(
        "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
        "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
        "em lang eastAsianLayout specVanish oMath"
    ),
    "sectPr": names(
        "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
        "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings "
        "sectPrChange"
    ),
}


def of(element: _Element, name: str) -> _Element:
    """Give `w:pPr` or `w:rPr` of an element; it is made where it is missing."""
    found = element.find(W + name)
    if found is None:
        found = etree.Element(W + name)
        element.insert(0, found)
    return found


def child(properties: _Element, name: str) -> _Element:
    """Give a property; it is made in its place where it is missing."""
    found = properties.find(W + name)
    if found is not None:
        return found
    order = ORDERS[etree.QName(properties).localname]
    made = etree.Element(W + name)
    before = set(order[: order.index(name) + 1])
    at = sum(1 for one in properties if etree.QName(one).localname in before)
    properties.insert(at, made)
    return made


def put(properties: _Element, name: str, values: Mapping[str, Any]) -> None:
    """Set attributes of a property; None takes one away."""
    element = child(properties, name)
    for key, value in values.items():
        if value is None:
            element.attrib.pop(W + key, "")
        else:
            element.set(W + key, str(value))


def drop(properties: _Element, *names: str) -> None:
    """Take properties away."""
    for name in names:
        for one in properties.findall(W + name):
            properties.remove(one)
