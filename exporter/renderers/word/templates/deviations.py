"""List what a template does otherwise than a house style: page, letters, lines, headings, page number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from exporter.model import Notice
from exporter.renderers.word.markup import MAIN, PT
from exporter.renderers.word.parts.fonts import word_fonts
from exporter.renderers.word.templates import package
from exporter.style import Style, TextRole

W = f"{{{MAIN}}}"
CHECKED: tuple[tuple[str, str, TextRole], ...] = (
    ("", "body text", "body"),
    ("title", "the title", "title"),
    ("heading 1", "heading 1", "heading1"),
    ("heading 2", "heading 2", "heading2"),
    ("heading 3", "heading 3", "heading3"),
)
"""Name of the Word style, what people call it, and the role that it should follow; empty: the default style."""


def deviations(template: bytes, style: Style) -> tuple[Notice, ...]:
    """List the deviations of a checked template, each with what was found, what the style has, and the clause."""
    opened = package.open_document(template)
    found = (*_page(opened, style), *_letters(opened, style), *_number(opened), *_theme(opened))
    return tuple(Notice("template.deviates", message, "info") for message in found)


def _page(opened: Any, style: Style) -> Iterator[str]:
    section = opened.sections[-1]
    page = style.page
    for what, length, wanted, token in (
        ("paper width", section.page_width, page.width, "width"),
        ("paper height", section.page_height, page.height, "height"),
        ("top margin", section.top_margin, page.top, "top"),
        ("bottom margin", section.bottom_margin, page.bottom, "bottom"),
        ("left margin", section.left_margin, page.inside, "inside"),
        ("right margin", section.right_margin, page.outside, "outside"),
    ):
        has = None if length is None else round(length.mm, 2)
        if has is None or abs(has - wanted) > 0.5:
            yield _said(what, "none" if has is None else f"{has:g} mm", f"{wanted:g} mm", style, f"page.{token}")


def _letters(opened: Any, style: Style) -> Iterator[str]:
    fonts = word_fonts(style)
    styles = opened.styles.element
    for name, what, role in CHECKED:
        found = _find(styles, name)
        if found is None:
            yield f"the template has no style for {what}; ours is added"
            continue
        text = style.text[role]
        font, size = _effective(styles, found, "rFonts", "eastAsia"), _effective(styles, found, "sz", "val")
        named = fonts[text.font]
        if font not in (named.name, named.alt):
            yield _said(f"font of {what}", font or "the theme's", named.name, style, f"text.{role}.font")
        if size is None or abs(int(size) / 2 - text.size) > 0.3:
            yield _said(f"size of {what}", _points(size, 2), f"{text.size:g} pt", style, f"text.{role}.size")
        if role == "body":
            yield from _line(styles, found, style)


def _line(styles: Any, found: Any, style: Style) -> Iterator[str]:
    line, rule = _effective(styles, found, "spacing", "line"), _effective(styles, found, "spacing", "lineRule")
    wanted = style.text["body"].line
    if rule != "exact" or line is None or abs(int(line) / PT - wanted) > 0.2:
        has = f"{_points(line, PT)} exactly" if rule == "exact" else "not a fixed distance"
        yield _said("lines of body text", has, f"{wanted:g} pt exactly", style, "text.body.line")


def _number(opened: Any) -> Iterator[str]:
    fields = (
        "".join(root.itertext()) + " ".join(one.get(f"{W}instr", "") for one in root.iter(f"{W}fldSimple"))
        for root in package.furniture_elements(opened)
    )
    if not any("PAGE" in text for text in fields):
        yield "the template has no page number (a PAGE field in header or footer)"


def _theme(opened: Any) -> Iterator[str]:
    uses = [
        one
        for one in opened.styles.element.iter(f"{W}rFonts")
        if any(one.get(f"{W}{kind}Theme") for kind in ("ascii", "hAnsi", "eastAsia"))
    ]
    if uses:
        yield f"{len(uses)} styles take their fonts from the theme, which changes with the machine; name fonts instead"


def _find(styles: Any, name: str) -> Any:
    for one in styles.iter(f"{W}style"):
        label = one.find(f"{W}name")
        is_default = one.get(f"{W}type") == "paragraph" and one.get(f"{W}default") in ("1", "true", "on")
        if is_default if not name else label is not None and label.get(f"{W}val", "").casefold() == name:
            return one
    return None


def _effective(styles: Any, style: Any, tag: str, name: str) -> str | None:
    """Look a property up in a style, then in those that it is based on, then in the file's defaults."""
    by_id = {one.get(f"{W}styleId"): one for one in styles.iter(f"{W}style")}
    seen: set[int] = set()
    while style is not None and id(style) not in seen:
        seen.add(id(style))
        for one in (*style.findall(f"{W}pPr/{W}{tag}"), *style.findall(f"{W}rPr/{W}{tag}")):
            if one.get(f"{W}{name}") is not None:
                return str(one.get(f"{W}{name}"))
        based = style.find(f"{W}basedOn")
        style = by_id.get(based.get(f"{W}val")) if based is not None else None
    defaults = styles.find(f"{W}docDefaults")
    found = defaults.iter(f"{W}{tag}") if defaults is not None else ()
    return next((str(one.get(f"{W}{name}")) for one in found if one.get(f"{W}{name}") is not None), None)


def _points(value: str | None, unit: int) -> str:
    return "none" if value is None else f"{int(value) / unit:g} pt"


def _said(what: str, has: str, wanted: str, style: Style, token: str) -> str:
    evidence = style.evidence.get(token)
    source = f" ({evidence.source}, {evidence.clause})" if evidence and evidence.clause else ""
    return f"{what}: the template has {has}, the style {style.name} {wanted}{source}"
