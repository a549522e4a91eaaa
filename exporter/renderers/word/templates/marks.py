"""Fill the marks of a Word template, `{{标题}}` and the like, and find those that no one knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from exporter.model import Block, Document, Heading, Metadata, Paragraph
from exporter.renderers.word.markup import MAIN

W = f"{{{MAIN}}}"


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark: its names, what the document says for it, and the role of the paragraph that it takes the place of."""

    zh: str
    en: str
    says: Callable[[Metadata], str | None]
    role: str = ""
    """Role of the paragraphs that are not printed again in the text; `title` is the title; empty: none."""


def day_of(date: str | None) -> str | None:
    """Give a day as official papers write it (GB/T 9704-2012, 7.3.5.4); what is no day stays as it is."""
    found = re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", date or "")
    return f"{found[1]}年{int(found[2])}月{int(found[3])}日" if found else date


MARKS = (
    Mark("标题", "title", lambda said: said.title, "title"),
    Mark("副标题", "subtitle", lambda said: said.subtitle, "subtitle"),
    Mark("份号", "copy_number", lambda said: said.copy_number, "copy_number"),
    Mark("密级", "secrecy", lambda said: said.secrecy, "secrecy"),
    Mark("紧急程度", "urgency", lambda said: said.urgency, "urgency"),
    Mark("发文机关标志", "issuer_mark", lambda said: said.issuer_mark, "issuer_mark"),
    Mark("文号", "number", lambda said: said.document_number, "document_number"),
    Mark("签发人", "signatory", lambda said: said.signatory, "signatory"),
    Mark("主送", "addressee", lambda said: said.addressee, "addressee"),
    Mark("附件", "attachments", lambda said: "；".join(said.attachments) or None),
    Mark("署名", "signature", lambda said: said.signature or said.publisher, "signature"),
    Mark("日期", "date", lambda said: day_of(said.date), "date"),
    Mark("附注", "note", lambda said: said.note, "remark"),
    Mark("抄送", "copied_to", lambda said: said.copied_to, "copied_to"),
    Mark("印发机关", "issued_by", lambda said: said.issued_by, "issued"),
    Mark("印发日期", "issued_on", lambda said: day_of(said.issued_on), "issued"),
)
"""Every mark of one value; `{{正文}}` is the text itself."""
BODY = ("{{正文}}", "{{body}}")
"""A paragraph that says only this is replaced by the document."""
BY_NAME: Mapping[str, Mark] = MappingProxyType({name: mark for mark in MARKS for name in (mark.zh, mark.en)})
_FIELD = re.compile(r"\{\{\s?([^{}\s]{1,20})\s?\}\}")


def filled(roots: Iterable[Any], metadata: Metadata) -> frozenset[str]:
    """Replace every mark by what the document says of itself, by nothing where it says nothing; tell which roles."""
    found: set[str] = set()
    for paragraph in (one for root in roots for one in root.iter(f"{W}p")):
        marks = [BY_NAME[name] for name in _FIELD.findall(said(paragraph)) if name in BY_NAME]
        if marks:
            put(paragraph, _FIELD.sub(lambda one: _value(one, metadata), whole(paragraph)))
            found.update(mark.role for mark in marks if mark.role)
    return frozenset(found)


def _value(found: re.Match[str], metadata: Metadata) -> str:
    mark = BY_NAME.get(found[1])
    return found[0] if mark is None else mark.says(metadata) or ""


def marks_in(roots: Iterable[Any]) -> Iterator[str]:
    """Give the name of every mark, known or not, in the order of the template."""
    for root in roots:
        for paragraph in root.iter(f"{W}p"):
            yield from _FIELD.findall(whole(paragraph))


def is_known(name: str) -> bool:
    """Tell whether a mark is one of ours."""
    return name in BY_NAME or f"{{{{{name}}}}}" in BODY


def without(document: Document, roles: frozenset[str]) -> Document:
    """Give the document without the parts that the template itself shows."""
    kept = tuple(block for block in document.blocks if _role(block) not in roles)
    return replace(document, blocks=kept)


def _role(block: Block) -> str:
    if isinstance(block, Heading):
        return "title" if block.level == 0 else ""
    return block.role if isinstance(block, Paragraph) else ""


def whole(paragraph: Any) -> str:
    """Give the characters of a paragraph."""
    return "".join(text.text or "" for text in paragraph.iter(f"{W}t"))


def said(paragraph: Any) -> str:
    """Give the characters of a paragraph without the blanks around them."""
    return whole(paragraph).strip()


def put(paragraph: Any, words: str) -> None:
    """Set the words of a paragraph: Word cuts what people type into runs as it likes, so the first one takes all."""
    texts = list(paragraph.iter(f"{W}t"))
    texts[0].text = words
    texts[0].set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    for text in texts[1:]:
        text.text = ""
