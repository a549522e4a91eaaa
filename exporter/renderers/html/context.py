"""Say what every block of a page needs to know, and write its text and its attributes."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, replace

from exporter.model import Heading, Medium
from exporter.renderers.html import css
from exporter.renderers.html.markup import Html, Inline, quoted
from exporter.renderers.layout.composition import Part, scaled, western
from exporter.renderers.layout.wording import outline_name
from exporter.style import Style


@dataclass(frozen=True, slots=True)
class Setting:
    """The style, how text is set, and where notes and headings are."""

    style: Style
    inline: Inline
    places: Iterator[tuple[int, int]]
    """Place and depth in the outline of the next heading, drawn as they are written."""
    notes: Mapping[str, str]
    feet: Container[str]
    """Notes that stand at the foot of a page, and not in their place."""
    language: str
    paint: css.Paint
    printed: bool
    measure: float
    """Width of the text in pt."""
    media: Mapping[str, Medium]
    """Bytes of pictures, by hash."""

    def narrowed(self, measure: float) -> Setting:
        """Give the same with less width."""
        return replace(self, measure=measure)

    def set(self, part: Part) -> Html:
        """Set text of one part."""
        return "".join(self.inline((part,), self.measure))

    def attributes(self, role: str, lang: str, more: str = "") -> Html:
        """Write classes and language of an element."""
        names = [role, more] if more and more != role else [role]
        return f'class="{" ".join(names + ["w"] * western(lang))}"{self.language_of(lang)}'

    def language_of(self, lang: str) -> Html:
        """Write the language of an element that differs from the document's."""
        return "" if lang == self.language else f' lang="{quoted(lang)}"'

    def size_of(self, part: Part, more: str = "") -> Html:
        """Write the size of text that is smaller than its style has it, and more that is said of its look."""
        text_style = scaled(part, self.style)
        size = f"font-size:{text_style.size:.2f}pt;line-height:{text_style.line:.2f}pt" if part.scale != 1.0 else ""
        said = ";".join(filter(None, (size, more)))
        return f' style="{said}"' if said else ""

    def heading(self, heading: Heading) -> tuple[str, Html]:
        """Give the tag of the next heading, and what links and the outline know it by."""
        place, depth = next(self.places)
        return f"h{depth}", f'id="section-{place}" data-name="{quoted(outline_name(heading))}"'
