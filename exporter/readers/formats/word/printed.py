"""Write the numbers that Word prints by itself into the text of a file, for those who compare what is shown."""

from __future__ import annotations

from exporter.readers.formats.word.numbering import Counters, printed
from exporter.readers.formats.word.package import open_package, part
from exporter.readers.formats.word.styles import local, styles_of

MAIN = "word/document.xml"


def numbered(data: bytes) -> str:
    """Give the XML of a Word file's text with each automatic number as text of its paragraph.

    Raises SourceError `docx.*`.
    """
    from lxml import etree

    package = open_package(MAIN, data)
    root = part(MAIN, package, MAIN)
    if root is None:
        return ""
    styles, counters = styles_of(MAIN, package, "word"), Counters()
    for one in root.iter():
        found = styles.paragraph(one).numbering if local(one) == "p" else None
        if found is None or not any(local(inner) == "t" and inner.text for inner in one.iter()):
            continue
        tag = str(one.tag)
        run = one.makeelement(tag[:-1] + "r", {})
        text = run.makeelement(tag[:-1] + "t", {})
        text.text = printed(counters, *found)
        run.append(text)
        one.insert(0, run)
    return etree.tostring(root, encoding="unicode")
