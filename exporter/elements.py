"""Set elements of an official paper that its source does not say: 签发人, 密级 … (GB/T 9704-2012); part its mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from types import MappingProxyType
from typing import Any

from exporter.errors import DocumentError
from exporter.model import Block, Document, Heading, Metadata, Notice, Paragraph, ParagraphRole, Run, plain
from exporter.publisher import Seal

ELEMENTS: Mapping[str, ParagraphRole] = MappingProxyType(
    {
        "份号": "copy_number",
        "密级": "secrecy",
        "紧急程度": "urgency",
        "发文机关标志": "issuer_mark",
        "发文字号": "document_number",
        "签发人": "signatory",
        "主送": "addressee",
        "署名": "signature",
        "成文日期": "date",
        "附注": "remark",
        "抄送": "copied_to",
        "印发": "issued",
    }
)
"""Elements that can be set, by their names in the standard, in the order in which they stand on the paper."""
SEAL = "印章"
"""Set like an element, though it is none that can be written: room for it is kept where it is to be stamped."""
SEALS: Mapping[str, Seal] = MappingProxyType({"有": "sealed", "无": "none", "签名章": "stamp"})
_WITHOUT = re.compile(r"(?:令|纪要|电报|明电|密电|传真)$")
"""Marks of papers that bear no seal of a body."""
_HEAD = ("copy_number", "secrecy", "urgency", "issuer_mark", "document_number", "signatory")
_MARKED = ("issuer_mark", "document_number")
_ORDER = tuple(ELEMENTS.values())
_FIELDS: Mapping[str, str] = MappingProxyType({"remark": "note", "issued": "issued_by"})
"""Fields of the metadata that have another name than the role."""
_LABELS: Mapping[str, str] = MappingProxyType({"signatory": "签发人：", "copied_to": "抄送："})
PAPER = "文件"
_PAPERS = ("notice", "letter", "order", "minutes")


def with_elements(document: Document, said: Iterable[tuple[str, str]]) -> Document:
    """Give the document with elements set, each in its place; one that the source has is replaced.

    Raises DocumentError `element.unknown` for a name that is none of `ELEMENTS`.
    """
    for name, value in said:
        if name == SEAL:
            _check_seal(value.strip())
            continue
        role = ELEMENTS.get(name)
        if role is None:
            raise DocumentError(f"no element {name!r}; there are {'、'.join((*ELEMENTS, SEAL))}", "element.unknown")
        document = _set(document, role, value.strip())
    return document


def _check_seal(value: str) -> None:
    if value not in SEALS:
        known = "、".join(f"{SEAL}={one}" for one in SEALS)
        raise DocumentError(f"no element {f'{SEAL}={value}'!r}; there are {known}", "element.unknown")


def seal_of(document: Document, said: Iterable[tuple[str, str]]) -> Seal | None:
    """Give the seal that a paper is set for; None: as its style has it.

    A paper that a body signs bears its seal, but for telegrams, minutes and orders; a text without a mark is no
    paper to be stamped.
    """
    asked = [SEALS[value.strip()] for name, value in said if name == SEAL and value.strip() in SEALS]
    if asked:
        return asked[-1]
    paragraphs = [block for block in document.blocks if isinstance(block, Paragraph)]
    mark = mark_said(plain(block.runs) for block in paragraphs if block.role == "issuer_mark")
    signed = any(block.role == "signature" for block in paragraphs)
    return "sealed" if mark and signed and not _WITHOUT.search(mark) else None


def issuers_of(lines: Iterable[str]) -> tuple[tuple[str, ...], str]:
    """Part the lines of a mark in the bodies that issue a paper, and 文件 behind the last of them or beside them."""
    bare = [re.sub(r"\s", "", line) for line in lines]
    paper = PAPER if any(line.endswith(PAPER) for line in bare) else ""
    return tuple(name for line in bare if (name := line.removesuffix(PAPER))), paper


def mark_said(lines: Iterable[str]) -> str | None:
    """Give a mark as one text, None of no lines: the only line as printed, the names of several before 文件."""
    printed = list(lines)
    names, paper = issuers_of(printed)
    return printed[0] if len(printed) == 1 else " ".join(names) + paper or None


def signers_of(said: str) -> list[str]:
    """Part the names of those who sign; a surname and a given name of one letter each, with a blank between, are one.

    A name keeps its blank, as three letters wide as those of its neighbours.
    """
    names = [name for name in re.split(r"[\s、，,]+", said.strip()) if name]
    done: list[str] = []
    while names:
        name = names.pop(0)
        whole = len(name) == 1 and names and len(names[0]) == 1
        done.append(f"{name}\u3000{names.pop(0)}" if whole else name)
    return done


def missing(document: Document) -> tuple[Notice, ...]:
    """Say which elements a paper with a red head requires and the document lacks."""
    metadata = document.metadata
    if metadata.doc_type not in _PAPERS or metadata.issuer_mark is None:
        return ()
    wanted = {"发文字号": metadata.document_number, "成文日期": metadata.date}
    if metadata.doc_type in ("notice", "letter"):
        wanted["署名"] = metadata.signature
    return tuple(
        Notice("paper.incomplete", f"the paper has no {name}; set it with --set {name}=… or --set {name}=【待编号】")
        for name, value in wanted.items()
        if value is None
    )


def _set(document: Document, role: ParagraphRole, value: str) -> Document:
    kept = [block for block in document.blocks if not (isinstance(block, Paragraph) and block.role == role)]
    label = _LABELS.get(role, "")
    said = re.sub(r"[、，,]\s*", "\u3000", value) if role == "signatory" else value  # side by side (7.2.6)
    text = said if not label or value.startswith(label) else label + said
    if role == "copied_to" and re.search(r"[\u4e00-\u9fff）]$", text):
        text += "。"  # 7.4.1
    lines = _together(value) if role in ("issuer_mark", "signature") else [text]
    if role == "issuer_mark":
        kept = _number_raised(kept)
    at = _place(kept, role)
    kept[at:at] = [Paragraph((Run(line),), role) for line in lines]
    return replace(document, blocks=tuple(kept), metadata=_noted(document.metadata, role, value))


def _number_raised(blocks: list[Block]) -> list[Block]:
    """Put the number right below the title, and who signs, above it: below a mark is their place (7.2.5)."""
    title = next((at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 0), None)
    if title is None:
        return blocks
    below = takewhile(lambda block: isinstance(block, Paragraph) and block.role in _HEAD, blocks[title + 1 :])
    raised = list(below)
    return [*blocks[:title], *raised, blocks[title], *blocks[title + 1 + len(raised) :]]


def _together(value: str) -> list[str]:
    """Part the bodies that issue a paper together, named with 、 between them; 文件 behind several is of all."""
    names = [name.strip() for name in value.split("、") if name.strip()]
    if len(names) < 2:
        return [value]
    last = names[-1].removesuffix(PAPER).strip()
    return [*names[:-1], last, *([PAPER] if last != names[-1] else [])]


def _place(blocks: list[Block], role: ParagraphRole) -> int:
    """Find where an element stands: in the order of the standard, above the title or below the text."""
    before = _ORDER[: _ORDER.index(role)]
    last = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and block.role in before]
    title = next((at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.level == 0), None)
    if role == "signatory" and title is not None:
        if (number := _number_below(blocks, title)) is not None:
            return number + 1
        if not any(isinstance(one, Paragraph) and one.role in _MARKED for one in blocks[:title]):
            return title + 1
    if role in _HEAD:
        return max((at + 1 for at in last if title is None or at < title), default=0)
    if role == "addressee":
        return 0 if title is None else title + 1
    after = _ORDER[_ORDER.index(role) + 1 :]
    later = (at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and block.role in after)
    return next(later, len(blocks))


def _number_below(blocks: Sequence[Block], title: int | None) -> int | None:
    """Find the number right below the title, where a paper without a mark has it."""
    below = enumerate(blocks[title + 1 : title + 3], title + 1) if title is not None else ()
    return next((at for at, one in below if isinstance(one, Paragraph) and one.role == "document_number"), None)


def _noted(metadata: Metadata, role: ParagraphRole, value: str) -> Metadata:
    if role == "date":
        found = re.search(r"(\d{4})年(\d{1,2})月(\d{1,2})日", value)
        return replace(metadata, date=f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}") if found else metadata
    said = mark_said(_together(value)) if role == "issuer_mark" else value
    changed: dict[str, Any] = {_FIELDS.get(role, role): said}
    return replace(metadata, **changed)


_FILLED = re.compile(
    r"(?!附?[表图])[\u4e00-\u9fff]{0,8}(?:单位|名称|部门|地区|学校|企业|人|日期|时间|编号)"
    r"(?:[（(][\u4e00-\u9fff、]{1,10}[）)])?\s?[：:]"
)


def is_filled_in(text: str) -> bool:
    """Tell a line above a form that its reader fills in, which begins with a label: 填报单位（盖章）：."""
    return _FILLED.match(text) is not None
