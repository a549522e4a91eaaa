"""Fill a unit's own Word template: its styles, page and letterhead stay, the document's text goes in."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

from lxml import etree

from exporter.errors import ExporterError, SourceError
from exporter.model import Document, Notice
from exporter.pipeline import Renderer
from exporter.renderers.word.body.lists import numbering_part
from exporter.renderers.word.body.pictures import picture_pieces
from exporter.renderers.word.body.writing import Writing, begin
from exporter.renderers.word.markup import MAIN, NAMESPACES
from exporter.renderers.word.parts import trace
from exporter.renderers.word.parts.styles import PARAGRAPHS, styles_part
from exporter.renderers.word.render import body_xml, chart_pieces, footnotes_piece, trace_pieces, word_piece
from exporter.renderers.word.templates import package
from exporter.renderers.word.templates.deviations import deviations
from exporter.renderers.word.templates.marks import BODY, filled, is_known, marks_in, said, without
from exporter.renderers.word.templates.safety import read_template
from exporter.renderers.word.templates.samples import samples_filled
from exporter.style import PageSetup, Style

W = f"{{{MAIN}}}"


def from_template(path: str | Path, trace: bool = True) -> Renderer:
    """Give a renderer that fills a template (.dotx or .docx), which is read and checked at once.

    A paragraph `{{正文}}` or `{{body}}` is replaced by the text, and every other mark (`marks.MARKS`) by what the
    document says of itself. A template without marks is filled by its samples, or else the text follows what it
    says. Raises SourceError `template.*`, `source.not_found`.
    """
    template = read_template(path)
    package.try_out(template)

    def fill_template(document: Document, style: Style) -> bytes:
        return fill(template, document, style, trace)

    return fill_template


def template_notices(path: str | Path, style: Style) -> tuple[Notice, ...]:
    """List marks that nobody knows, and what a template does otherwise than a style.

    Raises SourceError as `from_template` does.
    """
    template = read_template(path)
    opened = package.open_document(template)
    marks = marks_in([opened.element, *package.furniture_elements(opened)])
    unknown = tuple(
        Notice("template.unknown_mark", f"the template has a mark {{{{{name}}}}} that is not known; it stays as it is")
        for name in dict.fromkeys(marks)
        if not is_known(name)
    )
    return (*unknown, *deviations(template, style))


def template_marks(path: str | Path) -> tuple[str, ...]:
    """Name the marks of a template in their order, once each. Raises SourceError as `from_template` does."""
    opened = package.open_document(read_template(path))
    return tuple(dict.fromkeys(marks_in([opened.element, *package.furniture_elements(opened)])))


def fill(template: bytes, document: Document, style: Style, trace: bool = True) -> bytes:
    """Give the bytes of a checked template, filled with a document. Raises SourceError `template.malformed`."""
    try:
        return _filled(template, document, style, trace)
    except ExporterError:
        raise
    except Exception as error:  # what is wrong inside a part shows only when the part is used
        why = f"{type(error).__name__}: {error}"
        raise SourceError(
            f"the template cannot be filled ({why}); save it again from Word", "template.malformed"
        ) from error


def _filled(template: bytes, document: Document, style: Style, traced: bool) -> bytes:
    opened = package.open_document(template)
    package.drop(opened.part, _is_left_over)
    marked = any(is_known(name) for name in marks_in([opened.element]))
    shown_there = filled([opened.element], document.metadata)
    shown_there |= filled(package.furniture_elements(opened), document.metadata) & {"title"}
    sample = None
    if not marked:
        shown_so, sample = samples_filled(opened.element.body, opened.styles.element, document.metadata)
        shown_there |= shown_so
    shown = without(document, shown_there)
    writing = begin(shown, replace(style, page=_page(opened, style.page)))
    writing.bookmarks = _clear_bookmarks(opened.element)
    body = etree.fromstring(f"<w:body {NAMESPACES}>{body_xml(shown, writing)}</w:body>".encode())
    _number_pictures(opened.element, body)
    _take_styles(opened.styles.element, body, writing)
    _take_lists(opened, body, writing)
    _take_notes(opened, body, writing)
    _insert(opened.element.body, body, sample)
    proof = trace_pieces(document, writing) if traced else ()
    for piece in (*chart_pieces(writing), *picture_pieces(writing), *proof):
        package.attach(opened.part, piece)
    package.link(opened.part, writing.links)
    return package.save(opened, document.metadata)


def _is_left_over(relation: str, data: bytes) -> bool:
    """What belongs to an earlier text (our trace), or contradicts the styles (a copy of them for Word 2007)."""
    return relation.endswith("/stylesWithEffects") or trace.NAMESPACE.encode() in data[:500]


def _clear_bookmarks(root: Any) -> int:
    """Take out bookmarks of an earlier text of ours; give the highest number of those that stay."""
    kept = 0
    for one in list(root.iter(f"{W}bookmarkStart")):
        if re.match(r"_fig_|_Toc\d{8}$|_note_|_source_", one.get(f"{W}name", "")):
            ends = [end for end in root.iter(f"{W}bookmarkEnd") if end.get(f"{W}id") == one.get(f"{W}id")]
            for gone in (one, *ends):
                gone.getparent().remove(gone)
        else:
            kept = max(kept, int(one.get(f"{W}id", "0")))
    return kept


def _number_pictures(root: Any, body: etree._Element) -> None:
    """Number our drawings above those of the template."""
    tag = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    base = max((int(one.get("id", "0")) for one in root.iter(tag)), default=0)
    for one in body.iter(tag):
        one.set("id", str(int(one.get("id", "0")) + base))


# ---------------------------------------------------------------- fields and place


def _insert(into: Any, body: etree._Element, sample: Any | None) -> None:
    """Put the text in the place of its mark or of a sample, or after what the template says."""
    holder = next((one for one in into.iter(f"{W}p") if said(one) in BODY), sample)
    if holder is None:
        if not any(said(one) for one in into.iter(f"{W}p")):
            for child in [child for child in into if child.tag != f"{W}sectPr"]:
                into.remove(child)
        last = into.find(f"{W}sectPr")
        for child in list(body):
            into.append(child) if last is None else last.addprevious(child)
        return
    for child in list(body):
        holder.addprevious(child)
    if holder.find(f"{W}pPr/{W}sectPr") is None and holder.getparent().tag != f"{W}tc":
        holder.getparent().remove(holder)
    else:  # the paragraph ends a section or a cell: it stays, empty
        for run in holder.findall(f"{W}r"):
            holder.remove(run)


def _page(opened: Any, page: PageSetup) -> PageSetup:
    """Give the template's own page, so that tables and charts fit it."""
    section = opened.sections[-1]
    sides = (section.left_margin, section.right_margin, section.page_width, section.page_height)
    if any(side is None for side in sides) or section.page_width <= section.left_margin + section.right_margin:
        return page
    left, right, width, height = (side.mm for side in sides)
    return replace(page, inside=left, outside=right, width=width, height=height)


# ---------------------------------------------------------------- styles


def _take_styles(styles: Any, body: etree._Element, writing: Writing) -> None:
    """Name the template's styles where it has one of that name; add ours where it has none."""
    theirs = {_name(one): one.get(f"{W}styleId", "") for one in styles.iter(f"{W}style")}
    taken = set(theirs.values())
    ours = etree.fromstring(styles_part(writing.style, writing.fonts).encode())
    by_id = {one.get(f"{W}styleId", ""): one for one in ours.iter(f"{W}style")}
    normal = _default(styles, "paragraph") or "Normal"
    known: dict[str, str] = {"BodyText": theirs.get("body text", normal), "Normal": normal}
    for element in body.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"):
        id = element.get(f"{W}val", "")
        if id not in known:
            known[id] = theirs.get(_name(by_id[id])) or _added(styles, by_id[id], normal, taken)
        element.set(f"{W}val", known[id])


def _added(styles: Any, ours: etree._Element, normal: str, taken: set[str]) -> str:
    """Add one of our styles; one that sets body text only takes the place of its lines from us, not the letters."""
    style = deepcopy(ours)
    id = style.get(f"{W}styleId", "")
    while id in taken:
        id += "X"
    taken.add(id)
    style.set(f"{W}styleId", id)
    kind = style.get(f"{W}type", "paragraph")
    based = style.find(f"{W}basedOn")
    parent = normal if kind == "paragraph" else _default(styles, kind)
    if based is not None and parent:
        based.set(f"{W}val", parent)
    elif based is not None:
        style.remove(based)
    for tag in ("next", "link"):
        for one in style.findall(f"{W}{tag}"):
            style.remove(one)
    if id in _LIKE_BODY:
        for one in [*style.findall(f"{W}rPr"), *style.findall(f"{W}pPr/{W}spacing")]:
            holder = one.getparent()
            if holder is not None:
                holder.remove(one)
    styles.append(style)
    return id


_LIKE_BODY = frozenset(named.id for named in PARAGRAPHS if named.role in ("body", "addressee", "signature"))


def _name(style: Any) -> str:
    name = style.find(f"{W}name")
    return (name.get(f"{W}val", "") if name is not None else "").casefold()


def _default(styles: Any, kind: str) -> str | None:
    found = (
        one.get(f"{W}styleId")
        for one in styles.iter(f"{W}style")
        if one.get(f"{W}type") == kind and one.get(f"{W}default") in ("1", "true", "on")
    )
    return next(found, None)


# ---------------------------------------------------------------- lists and notes


def _take_lists(opened: Any, body: etree._Element, writing: Writing) -> None:
    """Add our lists after the template's own, under numbers of their own."""
    if not writing.lists:
        return
    ours = etree.fromstring(numbering_part(writing.lists, writing.style.text["body"]).encode())
    theirs = package.part_element(opened.part, "numbering")
    if theirs is None:
        package.attach(opened.part, word_piece("numbering", "rNumbering", etree.tostring(ours, encoding="unicode")))
        return
    base, abstract = _above(theirs, "num", "numId"), _above(theirs, "abstractNum", "abstractNumId")
    first = theirs.find(f"{W}num")
    for one in ours.findall(f"{W}abstractNum"):
        _shift(one, "abstractNumId", abstract)
        theirs.append(one) if first is None else first.addprevious(one)
    for one in ours.findall(f"{W}num"):
        _shift(one, "numId", base)
        _shift(one.find(f"{W}abstractNumId"), "val", abstract)
        _after_last(theirs, "num", one)
    for one in body.iter(f"{W}numId"):
        _shift(one, "val", base)
    package.put_element(opened.part, "numbering", theirs)


def _take_notes(opened: Any, body: etree._Element, writing: Writing) -> None:
    if not writing.footnotes:
        return
    piece = footnotes_piece(writing)
    theirs = package.part_element(opened.part, "footnotes")
    if theirs is None:
        package.attach(opened.part, piece)
        return
    base = _above(theirs, "footnote", "id")
    ours = etree.fromstring(piece.data)
    for one in ours.findall(f"{W}footnote"):
        if one.get(f"{W}type") is None:
            _shift(one, "id", base)
            theirs.append(one)
    for one in body.iter(f"{W}footnoteReference"):
        _shift(one, "id", base)
    package.put_element(opened.part, "footnotes", theirs)


def _above(root: Any, tag: str, name: str) -> int:
    """Give a number above all that are taken."""
    return max((int(one.get(f"{W}{name}", "0")) for one in root.findall(f"{W}{tag}")), default=0) + 1


def _shift(element: Any, name: str, by: int) -> None:
    element.set(f"{W}{name}", str(int(element.get(f"{W}{name}", "0")) + by))


def _after_last(root: Any, tag: str, new: etree._Element) -> None:
    last = root.findall(f"{W}{tag}")
    root.append(new) if not last else last[-1].addnext(new)
