"""Read what a Markdown file says of itself: the record that opens it, or a block of labelled lines below its title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from exporter.model import Document
from exporter.readers.lines.line import Line, trimmed

FRONT = re.compile(r"\A---[ \t]*\n(?P<body>(?:.{0,2000}\n){0,200}?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
LABELLED = re.compile(
    r"[ \t>]{0,20}(?:[-*+][ \t]{1,8})?\*{0,2}(?P<label>[\u4e00-\u9fffA-Za-z]{2,12})\*{0,2}\s{0,2}[:：]\*{0,2}"
)
_ROW = re.compile(r"(?P<key>[\w\u4e00-\u9fff -]{1,30}?)[ \t]*(?::[ \t]+|：[ \t]*)(?P<value>\S.*)|(?P<other>.+)")
_KEYS: dict[str, str] = {
    "title": "title",
    "标题": "title",
    "subtitle": "subtitle",
    "date": "date",
    "发布日期": "date",
    "发布时间": "date",
    "日期": "date",
    "publisher": "publisher",
    "发布机构": "publisher",
    "发布单位": "publisher",
    "发文机关": "publisher",
    "来源": "publisher",
    "source": "publisher",
    "number": "document_number",
    "document_number": "document_number",
    "文号": "document_number",
    "发文字号": "document_number",
}
_OTHERS = frozenset(
    ("原文链接", "链接", "网址", "检索关键词", "关键词", "索引号", "成文日期", "主题分类", "标签", "作者", "url")
)
_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})")


class Entry(NamedTuple):
    """A line of a record: its label, and its value as a line."""

    key: str
    value: Line


def front(text: str) -> Iterator[Entry | Line]:
    """Give the lines of the record between two rules that opens a file, those with a label and a value as such."""
    found = FRONT.match(text)
    if found is None:
        return
    for row in _ROW.finditer(found["body"]):
        start = found.start("body")
        if row["other"] is None:
            first, last = start + row.start("value"), start + row.end("value")
            if text[first] in "\"'" and text[last - 1] == text[first] and last - first > 2:
                first, last = first + 1, last - 1
            value = trimmed(text, first, last)
            if value is not None:
                yield Entry(row["key"].strip().casefold(), value)
                continue
        line = trimmed(text, start + row.start(), start + row.end())
        if line is not None:
            yield line


def is_record(rows: list[str]) -> bool:
    """Tell whether the lines of a paragraph are a record: each has a label, and one of them a known one."""
    labels = [found["label"].casefold() if (found := LABELLED.match(row)) else "" for row in rows]
    return len(rows) > 1 and all(labels) and any(label in _KEYS or label in _OTHERS for label in labels)


def entry_of(line: Line) -> tuple[str, str]:
    """Give label and value of a labelled line."""
    label, _, value = line.text.partition("：" if "：" in line.text[:14] else ":")
    return label.strip().casefold(), value.strip()


def with_record(document: Document, said: Mapping[str, str]) -> Document:
    """Give the document with what its record says of it, where its text says nothing."""
    found: dict[str, str] = {}
    for key, value in said.items():
        field = _KEYS.get(key)
        if field == "date":
            day = _DAY.search(value)
            value = f"{day[1]}-{int(day[2]):02}-{int(day[3]):02}" if day else ""
        if field and value and field not in found:
            found[field] = value
    meta = document.metadata
    return replace(
        document,
        metadata=replace(
            meta,
            title=meta.title or found.get("title"),
            subtitle=meta.subtitle or found.get("subtitle"),
            date=meta.date or found.get("date"),
            publisher=meta.publisher or found.get("publisher"),
            document_number=meta.document_number or found.get("document_number"),
        ),
    )
