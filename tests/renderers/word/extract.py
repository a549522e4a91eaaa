"""Read a Word file back as a person reads it: paragraph by paragraph, list numbers counted, notes where they belong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

from exporter.model import Document, Note, all_lines
from exporter.renderers.layout.imprint_lines import parted

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HAN = "零一二三四五六七八九"


def part(data: bytes, name: str) -> ET.Element | None:
    """Parse one part of the package, or give None where there is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return ET.fromstring(package.read(name)) if name in package.namelist() else None


def body_lines(data: bytes) -> list[str]:
    """Give the text of every paragraph of the body that has any, without the contents."""
    document = part(data, "word/document.xml")
    assert document is not None
    numbers = _numbers(data)
    lines = (_number(one, numbers) + text_of(one) for one in paragraphs(document))
    return [line for line in lines if line]


def printed_lines(document: Document) -> list[str]:
    """Give the text in the order of a paper: the imprint that closes it stands behind what is attached (7.3.7, 7.4)."""
    blocks, imprint = parted(document.blocks)
    if all(isinstance(block, Note) for block in document.appendix):
        return list(all_lines(document))
    return list(all_lines(replace(document, blocks=(*blocks, *document.appendix, *imprint), appendix=())))


def note_lines(data: bytes) -> list[str]:
    """Give the text of every footnote."""
    notes = part(data, "word/footnotes.xml")
    found = [] if notes is None else notes.findall(f"{W}footnote")
    return [text for note in found if (text := "".join(text_of(one) for one in note.iter(f"{W}p")))]


def paragraphs(root: ET.Element) -> Iterator[ET.Element]:
    """Give every paragraph in order, those of a text box behind the one that holds it, none of the contents."""
    for child in root:
        if child.tag == f"{W}sdt":
            continue
        if child.tag == f"{W}p":
            yield child
            for box in child.iter(f"{W}txbxContent"):
                yield from paragraphs(box)
        else:
            yield from paragraphs(child)


def text_of(paragraph: ET.Element) -> str:
    """Give the text of a paragraph as it is shown: no field codes, breaks and tabs as characters."""
    return "".join(_shown(one) for one in paragraph)


def _shown(element: ET.Element) -> str:
    """Give what an element shows; a reading stands above its text, and is read behind it in brackets."""
    if element.tag == f"{W}ruby":
        over, base = element.find(f"{W}rt"), element.find(f"{W}rubyBase")
        assert over is not None
        assert base is not None
        return f"{text_of(base)}（{text_of(over)}）"
    if element.tag in (f"{W}t", f"{W}tab", f"{W}br"):
        return {f"{W}tab": "\t", f"{W}br": "\n"}.get(element.tag, element.text or "")
    return "" if element.tag in (f"{W}instrText", f"{W}drawing", f"{W}pPr") else text_of(element)


def style_of(paragraph: ET.Element) -> str:
    """Give the id of a paragraph's style."""
    named = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if named is None else named.get(f"{W}val", "")


class Numbers:
    """Counts lists as Word does."""

    def __init__(self, root: ET.Element | None) -> None:
        self.levels: dict[str, dict[str, ET.Element]] = {}
        self.counts: dict[str, dict[int, int]] = {}
        abstract = {one.get(f"{W}abstractNumId"): one for one in _all(root, "abstractNum")}
        for num in _all(root, "num"):
            definition = abstract[num.find(f"{W}abstractNumId").get(f"{W}val")]  # type: ignore[union-attr]
            self.levels[num.get(f"{W}numId", "")] = {
                one.get(f"{W}ilvl", ""): one for one in definition.findall(f"{W}lvl")
            }

    def next(self, number: str, level: str) -> str:
        """Count one on and give what is printed."""
        definition = self.levels[number][level]
        counts = self.counts.setdefault(number, {})
        here = int(level)
        for deeper in [one for one in counts if one > here]:
            del counts[deeper]
        start = int(definition.find(f"{W}start").get(f"{W}val", "1"))  # type: ignore[union-attr]
        counts[here] = counts.get(here, start - 1) + 1
        kind = definition.find(f"{W}numFmt").get(f"{W}val", "")  # type: ignore[union-attr]
        text = definition.find(f"{W}lvlText").get(f"{W}val", "")  # type: ignore[union-attr]
        return text.replace(f"%{here + 1}", _counted(kind, counts[here]))


def _all(root: ET.Element | None, name: str) -> list[ET.Element]:
    return [] if root is None else root.findall(f"{W}{name}")


def _numbers(data: bytes) -> Numbers:
    return Numbers(part(data, "word/numbering.xml"))


def _number(paragraph: ET.Element, numbers: Numbers) -> str:
    found = paragraph.find(f"{W}pPr/{W}numPr")
    if found is None:
        return ""
    number, level = (found.find(f"{W}{name}").get(f"{W}val", "") for name in ("numId", "ilvl"))  # type: ignore[union-attr]
    return numbers.next(number, level)


def _counted(kind: str, count: int) -> str:
    if kind == "decimalEnclosedCircle":
        return chr(0x2460 + count - 1)
    if kind == "decimalFullWidth":
        return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))
    if kind == "chineseCountingThousand":
        tens, ones = divmod(count, 10)
        return ("" if tens == 0 else "十" if tens == 1 else HAN[tens] + "十") + (HAN[ones] if ones else "")
    if kind in ("lowerLetter", "upperLetter"):
        return chr(ord("a" if kind == "lowerLetter" else "A") + count - 1)
    return str(count) if kind == "decimal" else ""


def whole(text: str) -> str:
    """Give text without its spaces, and without the mark behind what has no English."""
    return "".join(text.replace("*", "").split())
