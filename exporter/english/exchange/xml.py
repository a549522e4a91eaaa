"""Read and write the XML of exchange files: safely parsed, nothing in it that XML cannot hold."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from exporter.errors import TranslationError

if TYPE_CHECKING:
    from lxml.etree import _Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def parsed(data: bytes, what: str) -> _Element:
    """Parse XML without entities or network. Raises TranslationError `exchange.malformed`."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise TranslationError(
            f"{what}: not well-formed XML ({error.msg if isinstance(error, SyntaxError) else error}); export it again",
            "exchange.malformed",
        ) from None


def written(root: _Element) -> bytes:
    """Write XML as UTF-8 with its declaration."""
    from lxml import etree

    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def added(parent: _Element, tag: str, text: str, attributes: dict[str, str] | None = None) -> None:
    """Add an element with a text."""
    from lxml import etree

    etree.SubElement(parent, tag, attributes or {}).text = legal(text)


def local_name(element: _Element) -> str:
    """Name an element without its namespace, with the version that it says it has."""
    version = element.get("version", "")
    return f"{element.tag.rpartition('}')[2]} {version[:8]}".rstrip()


def text_of(element: _Element) -> str:
    """Give the text of an element and all in it."""
    return "".join(str(part) for part in element.itertext())


_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """Leave out characters that XML cannot hold."""
    return _ILLEGAL.sub("", text)
