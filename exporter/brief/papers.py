"""Say of an official paper what it is, under which number, from whom to whom, and what it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from types import MappingProxyType
from typing import TypeAlias

from exporter.english.document import person_in_english, publisher_in_english, title_in_english
from exporter.english.words.proper_names import pinyin
from exporter.model import Document, Metadata, Pair, Paragraph, Run, plain

Named: TypeAlias = tuple[str, str]
"""The same in Chinese and in English, which is empty where it has none."""
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "复函": "letter of reply",
        "函": "letter",
        "通知": "notice",
        "通报": "circular",
        "指导意见": "guiding opinions",
        "意见": "opinions",
        "决定": "decision",
        "决议": "resolution",
        "批复": "official reply",
        "公告": "announcement",
        "通告": "public notice",
        "请示": "request for instructions",
        "令": "order",
    }
)
"""Kinds of official papers, the longer names before those that end them, with their English."""
_NUMBER = re.compile(r"([\u4e00-\u9fff]+)〔(\d{4})〕(\d+)号")
_ASIDE = re.compile(r"[（(][^（）()]*[）)]$")
_ADDRESSEES: Mapping[str, str] = MappingProxyType(
    {
        "国务院各部委、各直属机构": (
            "all ministries, commissions and directly affiliated institutions of the State Council"
        ),
        "各省、自治区、直辖市人民政府": (
            "the people's governments of all provinces, autonomous regions and municipalities "
            "directly under the central government"
        ),
    }
)
MOST = 2
"""Sentences that say what a paper asks for, at the most."""
_ASKS = re.compile(r"，请(?![示求])|印发给|(?:国务院|政府)决定|^本.*起(?:施行|实施)$|废止$|^同意")
"""What says what a paper issues, decides or asks for; a sentence that only says that this follows tells nothing."""
_BODY = re.compile(r"[^。！：:]+")
_DEEDS: Mapping[str, str] = MappingProxyType(
    {
        "认真组织实施": "to organize its implementation conscientiously",
        **dict.fromkeys(("认真贯彻执行", "认真贯彻实施", "认真贯彻落实"), "to implement it conscientiously"),
        "遵照执行": "to comply with it",
    }
)
_ISSUED = re.compile(
    r"(?:(?:已经|经)(?P<by>[\u4e00-\u9fff]{2,12}?)(?P<how>同意|批准)，)?现将(?P<again>修订后的)?《(?P<what>[^《》]+)》"
    rf"印发给你们，请(?P<deed>{'|'.join(_DEEDS)})"
)


def is_paper(metadata: Metadata) -> bool:
    """Tell whether a document is an official paper, and no report, plan or news."""
    return kind_of(metadata) is not None


def kind_of(metadata: Metadata) -> Named | None:
    """Name the kind of an official paper by the end of its title; None for what is none."""
    title = _ASIDE.sub("", metadata.title or "")
    numbered = metadata.document_number is not None or metadata.doc_type in ("notice", "letter", "order")
    return next(((zh, en) for zh, en in KINDS.items() if numbered and title.endswith(zh)), None)


def brief_of(metadata: Metadata) -> Named | None:
    """Call the brief of a paper by the paper's kind: 简报：通知, Brief: notice."""
    kind = kind_of(metadata)
    return (f"简报：{kind[0]}", f"Brief: {kind[1]}") if kind else None


def issuer_of(metadata: Metadata) -> Named | None:
    """Name who issues a paper, where its English is known."""
    english = publisher_in_english(metadata.signature or "")
    return (metadata.signature or "", english.removeprefix("the ")) if english else None


def number_of(metadata: Metadata) -> Named | None:
    """Give the number of a paper; its letters are spelled, as they are in the official translations."""
    found = _NUMBER.fullmatch(metadata.document_number or "")
    if found is None:
        return None
    letters = " ".join(pinyin(one).capitalize() for one in found[1])
    return found[0], f"{letters} [{found[2]}] No. {found[3]}"


def addressee_of(metadata: Metadata) -> Named | None:
    """Say to whom a paper is addressed; in English only where all of them have their names."""
    if not metadata.addressee:
        return None
    names = [_addressee(one) for one in metadata.addressee.split("，")]
    english = f"To {' and '.join(name for name in names if name)}" if all(names) else ""
    return f"致{metadata.addressee}", english


def _addressee(name: str) -> str | None:
    if name.endswith("同志"):
        person = person_in_english(name.removesuffix("同志"))
        return f"Comrade {person}" if person else None
    return _ADDRESSEES.get(name) or publisher_in_english(name)


def asked(document: Document) -> Iterator[Pair]:
    """Give the sentences in which a paper says what it issues, decides or asks for, as they stand."""
    if is_paper(document.metadata):
        yield from islice(_asked(document), MOST)


def _asked(document: Document) -> Iterator[Pair]:
    """Go through a paper's own sentences: what stands below those by which it issues another text is that text's."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            sentences = [one for one in _BODY.findall("".join(plain(block.runs).split())) if _ASKS.search(one)]
            for sentence in sentences:
                english = _in_english(sentence)
                en = (Paragraph((Run(english),), lang="en"),) if english else ()
                zh = Paragraph((Run(f"{sentence}。", span=block.span),), span=block.span)
                yield Pair((zh,), en, "verified" if en else "untranslated")
            if any("印发给" in one for one in sentences):
                return


def _in_english(sentence: str) -> str | None:
    """Render the sentence by which a notice issues a document; None for any other."""
    found = _ISSUED.fullmatch(sentence)
    what = title_in_english(Metadata(title=found["what"])).text if found else None
    if found is None or what is None:
        return None
    who = publisher_in_english(found["by"]) if found["by"] else None
    if found["by"] and who is None:
        return None
    word = "consent" if found["how"] == "同意" else "approval"
    opening = f"With the {word} of {who}, the " if who else "The "
    revised = "revised " * bool(found["again"])
    return f"{opening}{revised}{what} is issued to the addressees, who are asked {_DEEDS[found['deed']]}."
