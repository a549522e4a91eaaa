"""Carry a memory to other tools and back as TMX 1.4b (LISA 2005)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, get_args

from exporter.english.exchange.memory import Memory, Unit, memory_of
from exporter.english.exchange.segments import mark_of
from exporter.english.exchange.xml import XML_LANG, legal, local_name, parsed, text_of, written
from exporter.errors import TranslationError
from exporter.model import EnglishStatus
from exporter.style import data_folder

if TYPE_CHECKING:
    from lxml.etree import _Element


def to_tmx(memory: Memory | Iterable[Unit]) -> bytes:
    """Write a memory as TMX 1.4, with the status of each translation, who approved it and when.

    What was approved is marked by its words: where a tool changes them, nobody has approved them.
    """
    from lxml import etree

    header = {"creationtool": "exporter", "creationtoolversion": "1", "segtype": "sentence", "o-tmf": "exporter"}
    root = etree.Element("tmx", {"version": "1.4"})
    etree.SubElement(root, "header", {**header, "adminlang": "en", "srclang": "zh-Hans", "datatype": "plaintext"})
    body = etree.SubElement(root, "body")
    for unit in memory.units if isinstance(memory, Memory) else memory:
        item = etree.SubElement(body, "tu")
        for name, value in (
            ("source", unit.source),
            ("approved-by", unit.approved_by),
            ("approved-on", unit.approved_on),
            ("note", unit.note),
            ("status", unit.state if unit.status == "draft" else unit.status),
            ("mark", mark_of(unit.zh, unit.en) if "reviewed" in (unit.status, unit.state) else ""),
        ):
            if value:
                etree.SubElement(item, "prop", {"type": f"x-{name}"}).text = legal(value)
        for lang, text in (("zh-Hans", unit.zh), ("en", unit.en)):
            variant = etree.SubElement(item, "tuv", {XML_LANG: lang})
            etree.SubElement(variant, "seg").text = legal(text)
    return written(root)


def from_tmx(data: bytes, name: str = "TMX") -> Memory:
    """Read a memory from TMX, without units that lack a language. Raises TranslationError `exchange.malformed`."""
    root = parsed(data, name)
    if root.tag != "tmx":
        raise TranslationError(f"{name}: TMX expected, found {local_name(root)}; give a TMX file", "exchange.malformed")
    return memory_of(unit for item in root.iter("tu") if (unit := _unit(item)) is not None)


def _unit(item: _Element) -> Unit | None:
    texts: dict[str, str] = {}
    for variant in item.iter("tuv"):
        lang = (variant.get(XML_LANG) or variant.get("lang") or "").lower()[:2]
        segment = variant.find("seg")
        if segment is not None:
            texts.setdefault(lang, text_of(segment))
    props = {prop.get("type", "").removeprefix("x-"): text_of(prop) for prop in item.iter("prop")}
    if not texts.get("zh") or not texts.get("en"):
        return None
    source, by, on, note = (props.get(name, "") for name in ("source", "approved-by", "approved-on", "note"))
    state: EnglishStatus = next((one for one in get_args(EnglishStatus) if one == props.get("status")), "draft")
    unit = Unit(texts["zh"], texts["en"], source, by, on, note, state)
    mark = mark_of(unit.zh, unit.en)
    return unit if props.get("mark", mark) == mark else replace(unit, approved_by="", approved_on="", state="draft")


@cache
def standard_memory() -> Memory:
    """Give the memory that comes with the package: drafts for its sample report."""
    files = sorted((data_folder("source") / "memory").glob("*.tmx"))
    return memory_of(unit for file in files for unit in from_tmx(file.read_bytes()).units)
