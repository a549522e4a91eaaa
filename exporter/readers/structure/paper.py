"""Read the fields of an official paper from the parts that its head and its closing were sorted into."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exporter.elements import mark_said, signers_of
from exporter.model import Block, Heading, Metadata, Paragraph, ParagraphRole, plain
from exporter.readers.lines.paper_parts import ISSUED
from exporter.readers.structure.closing import names_of_attachments
from exporter.readers.structure.dates import iso_date
from exporter.readers.structure.soundness import FIRST, is_paper_number


def paper_of(head: Sequence[Block], body: Sequence[Block]) -> Metadata:
    """Give the fields that the parts of a paper fill; of several letters in one text the first counts."""
    letter = list(_letter(body))
    front = [*head, *letter]
    issued = _first(body, "issued", dated=True) or ""
    printed = ISSUED.match(issued)
    return Metadata(
        copy_number=_bare(_first(front, "copy_number"), r"^(?:份号[：:]?|№|No\.?)"),
        secrecy=_bare(_first(front, "secrecy"), r"^密级[：:]?"),
        urgency=_bare(_first(front, "urgency"), r"^紧急程度[：:]?"),
        issuer_mark=mark_said(_texts(head, "issuer_mark")),
        document_number=_bare(_first(front, "document_number"), r"^[（(](?=第)|(?<=号)[）)]$"),
        signatory=_signatory(front),
        addressee=_addressee(front),
        signature="、".join(_texts(letter, "signature")) or None,
        date=iso_date(_first(letter, "date") or ""),
        attachments=names_of_attachments(list(_texts(letter, "attachment"))),
        note="".join(_texts(letter, "remark")) or None,
        copied_to="；".join(
            _bare(text, r"^(?:抄\s?[送报]|[分主]\s?送|发(?:\s?送)?)\s?[：:]|。$") or ""
            for text in _texts(body, "copied_to")
        )
        or None,
        issued_by=(printed["by"].strip() or None) if printed else None,
        issued_on=iso_date(printed["on"]) if printed else None,
    )


def _letter(blocks: Sequence[Block]) -> Iterator[Block]:
    """Give the blocks of the letter itself: to the remark and imprint behind its date, or to another's number."""
    dated = False
    for place, block in enumerate(blocks):
        if place >= FIRST and is_paper_number(block):
            return
        role = block.role if isinstance(block, Paragraph) else "body"
        if dated and role not in ("remark", "attachment", "copied_to", "issued", "note"):
            return
        dated = dated or role == "date"
        yield block


def _texts(blocks: Sequence[Block], role: ParagraphRole) -> Iterator[str]:
    return (plain(one.runs) for one in blocks if isinstance(one, Paragraph) and one.role == role)


def _first(blocks: Sequence[Block], role: ParagraphRole, dated: bool = False) -> str | None:
    return next((text for text in _texts(blocks, role) if not dated or iso_date(text)), None)


def _bare(text: str | None, label: str) -> str | None:
    if text is None:
        return None
    return re.sub(label, "", re.sub(r"\s", "", text)) or None


def _signatory(blocks: Sequence[Block]) -> str | None:
    said = "、".join(_texts(blocks, "signatory"))
    names = signers_of(re.sub(r"(?:签\s?发\s?人|会\s?签\s?人)\s?[：:]", "、", said))
    return re.sub(r"\s", "", "、".join(names)) or None


def _addressee(blocks: Sequence[Block]) -> str | None:
    found = next((one for one in blocks if isinstance(one, Paragraph) and one.role == "addressee"), None)
    return plain(found.runs).rstrip("：: ") if found is not None and not isinstance(found, Heading) else None
