"""Cut lines that hold several paragraphs of a law, or of a decision that amends one, by the forms of drafting."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.readers.lines.numbering import han_value
from exporter.readers.lines.recognisers import opens_adoption

AMENDS = re.compile(
    r"^(?:第?[一二三四五六七八九十百]{1,4}[、，]|（[一二三四五六七八九十]{1,3}）|\d{1,2}[.．、])?\s?"
    r"(?:(?:并?[将对把]|在)?(?:原)?(?:[^。；“”]{0,40}《[^》]{2,60}》)?[^。；：“”]{0,12}第[一二三四五六七八九十百零\d]{1,7}[编章节条款项][^。；“”]{0,80}?"
    r"(?:修改为|修订为|改为|改作|合并|删去|删除|增加|中的“|移至)"
    r"|(?:删去|删除)[^。；“”]{0,60}第[一二三四五六七八九十百零\d]{1,7}[编章节条款项]"
    r"|增加[一二两三四五六七八九十\d]{1,3}[编章节条款项]，?作为)"
)
"""How an instruction to amend a law begins: 将第三条修改为, 删去第八条第二款, 增加一条，作为第十一条."""
_ARTICLE = re.compile(r"“?第[一二三四五六七八九十百零]{1,7}条\s")
_QUOTES = re.compile(r"[“”]")
_CONTINUED = re.compile(r"(?<=[。；])\s{0,3}“|(?<=：)\s{0,3}“(?=（一）)")
_ITEM = re.compile(r"(?<=[：；。])\s{0,3}(?P<item>“?（(?P<value>[一二三四五六七八九十]{1,3})）)")
_OF_ITS_OWN = re.compile(
    r"(?<=[。”])\s{0,3}(?=本(?:决定|命令|令)自[^。]{2,40}起(?:施行|生效|执行)。|《[^》]{4,60}》根据本(?:决定|令)作)"
)
_NAME = re.compile(r"^《?[\u4e00-\u9fff、（）]{3,40}(?:法|条例|规定|办法|细则|规则|决定)》?\s{0,3}(?=[（(])")


def article_places(text: str) -> list[int]:
    """Give where paragraphs begin inside a line of a law or of a decision that amends one; nothing in any other."""
    if (name := _name_end(text)) and opens_adoption(text[name:]):
        return [name]
    amends = AMENDS.match(text)
    if not (amends or text.startswith("“") or _ARTICLE.match(text)):
        return []
    own = (found.end() for found in _OF_ITS_OWN.finditer(text)) if amends else ()
    return sorted({*_continued(text), *_items(text), *own})


def _name_end(text: str) -> int:
    """Give where the name of a law ends that a line begins with, above whose text its history stands in brackets."""
    found = _NAME.match(text) if len(text) < 500 else None
    return found.end() if found else 0


def _continued(text: str) -> Iterator[int]:
    """Give where a quoted paragraph begins inside a quotation: each has a mark that opens it, the last one closes."""
    continued = {found.end() - 1 for found in _CONTINUED.finditer(text)}
    quoted = False
    for found in _QUOTES.finditer(text):
        if quoted and found.start() in continued:
            yield found.start()
        quoted = found[0] == "“"


def _items(text: str) -> Iterator[int]:
    """Give where the items of an article begin, from （一） on, and where the text goes on behind the last of them."""
    last, kept, semicolons = 0, list[int](), True
    for found in [*_ITEM.finditer(text), None]:
        value = han_value(found["value"]) if found else 1
        if value == 1 and len(kept) > 1:
            yield from kept
            yield from _behind(text, kept[-1], found.start() if found else len(text)) if semicolons else ()
        if found is None or value not in (1, last + 1):
            continue
        start, before = found.start("item"), text[found.start() - 1]
        kept, semicolons = ([start], True) if value == 1 else ([*kept, start], semicolons and before == "；")
        last = value


def _behind(text: str, last: int, stop: int) -> Iterator[int]:
    """Give where the sentence behind the last item begins: an item among others that end in ； is one sentence."""
    end = text.find("。", last, stop)
    if 0 < end < len(text) - 1 and text[end + 1] not in "”“":
        yield end + 1
