"""Say what a decision changes in a law, article by article: 删去第六条第二款 → Delete paragraph 2 of Article 6."""

from __future__ import annotations

import re

from exporter.english.words.morphology import joined
from exporter.english.words.numbering import chinese_number

_NUMBER = "[一二三四五六七八九十百零]+"
_PLACE = rf"第{_NUMBER}条(?:第{_NUMBER}款)?(?:第{_NUMBER}项)?"
_CHANGE = re.compile(
    rf"删[去除](?P<deleted>{_PLACE}(?:[、和]{_PLACE})*)"
    rf"|将(?P<old>{_PLACE}(?:[、和]{_PLACE})*)(?P<merged>合并)?(?:，?(?:改为|作为)(?P<new>{_PLACE}))?"
    r"(?P<amended>，?修改为)?"
    rf"|增加一(?P<what>[条款项])，作为(?P<added>{_PLACE})"
)
_PARTS = re.compile(rf"第({_NUMBER})([条款项])")
_NAMES = {"条": "Article", "款": "paragraph", "项": "item"}


def amendment_of(text: str) -> str | None:
    """Render what is done to the articles of a law; None for anything else."""
    found = _CHANGE.fullmatch(text.rstrip("：:。"))
    if found is None:
        return None
    if found["deleted"]:
        return f"Delete {_places(found['deleted'])}"
    if found["added"]:
        return f"Add {_ONE[found['what']]} as {_places(found['added'])}"
    several = bool(re.search("[、和]", found["old"]))
    if several != bool(found["merged"]) or not (found["new"] or found["amended"]):
        return None
    verb = "Merge" if several else "Renumber" if found["new"] else "Amend"
    moved = f"{verb} {_places(found['old'])}" + (f" as {_places(found['new'])}" if found["new"] else "")
    if not found["amended"]:
        return moved
    return f"{moved} and amend it to read as follows" if found["new"] else f"{moved} to read as follows"


_ONE = {"条": "an article", "款": "a paragraph", "项": "an item"}


def _places(text: str) -> str:
    """Name articles: 第六条第二款 → paragraph 2 of Article 6."""
    named = [
        " of ".join(f"{_NAMES[kind]} {chinese_number(number)}" for number, kind in reversed(_PARTS.findall(one)))
        for one in re.split("[、和]", text)
    ]
    if len(named) > 1 and all(one.startswith("Article ") for one in named):
        return "Articles " + joined([one.removeprefix("Article ") for one in named])
    return joined(named)
