"""Write footnotes.xml: the separators that Word wants, then every note that a mark of the text points to."""

from __future__ import annotations

from exporter.renderers.word.body.blocks import note_xml
from exporter.renderers.word.body.writing import Writing
from exporter.renderers.word.markup import HEAD, NAMESPACES


def footnotes_part(writing: Writing) -> str:
    """Write footnotes.xml; numbers are those of the marks, in the order of the text."""
    notes = "".join(
        f'<w:footnote w:id="{number}">{note_xml(writing.notes[id], writing, "FootnoteText", _REFERENCE)}</w:footnote>'
        for id, number in writing.footnotes.items()
    )
    separators = _separator(-1, "separator") + _separator(0, "continuationSeparator")
    return f"{HEAD}<w:footnotes {NAMESPACES}>{separators}{notes}</w:footnotes>"


_REFERENCE = '<w:rStyle w:val="FootnoteReference"/>'


def _separator(number: int, kind: str) -> str:
    return (
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/></w:pPr>'
        f"<w:r><w:{kind}/></w:r></w:p></w:footnote>"
    )
