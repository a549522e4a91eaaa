"""Name the office of who gave a report, as its source has it beside the name: 县长李明, Li Ming, Head of the County."""

from __future__ import annotations

import re

from exporter.english.document import person_in_english
from exporter.english.grammar.opening_lines import opening_of
from exporter.model import Document

OPENING = 4000
"""Characters of a source within which it says who speaks."""
_POST = "(?<![副原])(?P<post>(?:自治区)?代?(?:总理|省长|市长|州长|盟长|县长|区长|旗长|镇长|乡长|主席))"


def speaker_of(document: Document) -> tuple[str, str] | None:
    """Name the speaker of a report with the office, in both languages; without it where the source says none."""
    name = document.metadata.speaker
    if not name:
        return None
    text = document.origin.text[:OPENING] if document.origin else ""
    found = re.search(
        _POST + r"[\s:：]*" + r"\s*".join(map(re.escape, name)) + r"(?![\u4e00-\u9fff](?<![在向作]))", text
    )
    post = found["post"] if found else ""
    return post + name, (opening_of(post + name) if post else None) or person_in_english(name) or ""
