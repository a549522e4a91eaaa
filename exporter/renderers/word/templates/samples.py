"""Fill a template without marks: what it holds as a sample gives way to the document's own words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from exporter.model import Metadata
from exporter.renderers.word.markup import MAIN
from exporter.renderers.word.templates.marks import BY_NAME, put, said

W = f"{{{MAIN}}}"
_SAMPLE = re.compile(
    r"(?:单击|点击|轻触|请)?在?(?:此处|这里|此)(?:单击|点击|输入|填写|键入|添加|插入)|[请可](?:单击|点击|轻触|输入|填写|键入)"
    r"|^(?:单击|点击|轻触|输入|键入).{0,20}$|[×ＸX]{2,}|20[X×]{2}|[×X]年\s?[×X]{1,2}月|〔[^〕]*[×X][^〕]*〕"
    r"|[【\[<〈](?:标题|正文|内容|日期|单位|文号|署名|主送)[^】\]>〉]{0,12}[】\]>〉]"
    r"|lorem ipsum|click (?:here|or tap)|type (?:here|your)|placeholder|sample text",
    re.IGNORECASE,
)
"""Words by which a sample is known."""
_KINDS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "标题": re.compile(
            r"标题|题目|title|^关于.*的(?:通知|函|请示|报告|决定|意见|批复|通报|公告|方案)$", re.IGNORECASE
        ),
        "发文机关标志": re.compile(r"文件$|发文机关标志"),
        "文号": re.compile(r"文号|字号|〔[^〕]*〕.*号"),
        "签发人": re.compile(r"签发人"),
        "主送": re.compile(r"主送|称呼|[：:]$"),
        "日期": re.compile(r"^\S{0,4}\s*年\s*\S{1,4}\s*月\s*\S{1,4}\s*日$|日期|date", re.IGNORECASE),
        "署名": re.compile(r"署名|落款|发文机关|单位名称"),
    }
)
"""What a sample stands for, by its words."""
_HEADINGS = re.compile(r"heading|标题\s?\d|title|标题", re.IGNORECASE)


def samples_filled(root: Any, styles: Any, metadata: Metadata) -> tuple[frozenset[str], Any | None]:
    """Put what the document says in the place of samples; give the roles that are shown so, and where the text goes.

    Samples of body text go; the first of them is the place of the text, or else what follows the head; None where
    there is no sample.
    """
    names = {one.get(f"{W}styleId"): _name(one) for one in styles.iter(f"{W}style")}
    found: set[str] = set()
    holder = above = None
    for paragraph in [one for one in root.iter(f"{W}p") if is_sample(one)]:
        style = names.get(_style(paragraph), "")
        kind = _kind(said(paragraph), style)
        mark = BY_NAME.get(kind)
        value = mark.says(metadata) if mark else None
        if mark is not None and mark.role not in found:
            found.add(mark.role)
            put(paragraph, f"签发人：{value}" if kind == "签发人" and value else value or "")
            _unmarked(paragraph)
            above = paragraph if kind in _HEAD else above
        elif holder is None:
            holder = paragraph if _outer(paragraph) is paragraph else _beside(_outer(paragraph), goes=True)
        elif paragraph.getparent().tag != f"{W}tc" and paragraph.find(f"{W}pPr/{W}sectPr") is None:
            paragraph.getparent().remove(paragraph)
    if holder is None and above is not None:
        holder = _beside(_outer(above), goes=False)
    return frozenset(found), holder


def _outer(paragraph: Any) -> Any:
    """Give the outermost content control around a paragraph, or itself."""
    return [paragraph, *paragraph.iterancestors(f"{W}sdt")][-1]


def _beside(block: Any, goes: bool) -> Any:
    """Put an empty paragraph behind a block, or in its place."""
    made = block.makeelement(f"{W}p", {})
    block.addnext(made)
    if goes:
        block.getparent().remove(block)
    return made


_HEAD = ("标题", "发文机关标志", "文号", "签发人", "主送")
"""Samples that stand above the text."""


def is_sample(paragraph: Any) -> bool:
    """Tell whether a paragraph holds a sample: by Word's own sign of a placeholder, or by its words."""
    if not said(paragraph):
        return False
    shown = any(one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for one in paragraph.iterancestors(f"{W}sdt"))
    styled = any("placeholder" in (one.get(f"{W}val") or "").lower() for one in paragraph.iter(f"{W}rStyle"))
    inner = any(one.find(f"{W}sdtPr/{W}showingPlcHdr") is not None for one in paragraph.iter(f"{W}sdt"))
    return shown or styled or inner or _SAMPLE.search(said(paragraph)) is not None


def _kind(words: str, style: str) -> str:
    if style in ("title", "标题", "公文标题"):
        return "标题"
    if _HEADINGS.match(style):
        return ""
    return next((kind for kind, form in _KINDS.items() if form.search(words)), "")


def _unmarked(paragraph: Any) -> None:
    """What stands there now is no placeholder."""
    for one in [*paragraph.iterancestors(f"{W}sdt"), *paragraph.iter(f"{W}sdt")]:
        for sign in one.findall(f"{W}sdtPr/{W}showingPlcHdr"):
            sign.getparent().remove(sign)
    for one in list(paragraph.iter(f"{W}rStyle")):
        if "placeholder" in (one.get(f"{W}val") or "").lower():
            one.getparent().remove(one)


def _style(paragraph: Any) -> str:
    one = paragraph.find(f"{W}pPr/{W}pStyle")
    return one.get(f"{W}val", "") if one is not None else ""


def _name(style: Any) -> str:
    name = style.find(f"{W}name")
    return (name.get(f"{W}val", "") if name is not None else "").casefold()
