"""Give what a report admits: the passage on difficulties, in the short clauses that the report puts it in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from exporter.brief.hardest import hardest, is_hard
from exporter.brief.passages import Known, admitted_pair
from exporter.english.document import names_of
from exporter.english.grammar.in_part import LEFT_OUT
from exporter.model import Block, Document, Pair, Paragraph, Run, lines_of, plain

LONGEST = 140
"""Characters of a line at the most: of what is longer as many clauses stand as it holds."""
SHORTEST, FEWEST = 5, 2
"""Characters of a line at the least, and lines that make a passage."""
_DIFFICULTIES = "困难|问题|不足|矛盾|差距|短板|挑战"
_SEES = re.compile(
    r"(?:我们?|同时，?)(?:也|还|更|要|必须|同时|十分|应)*(?:清醒|深刻|清楚|充分|冷静)?[地的]?(?:认识|看|意识)到"
    r"|也?(?:要|应|必须)清醒[地的]?(?:认识|看|意识)到"
)
_WHAT = re.compile(_DIFFICULTIES)
_POINTED_BACK_TO = re.compile(
    r"(?<=。)(?:特别是)?([^。]+)。(?=对(?:于)?(?:这些|上述|以上)[^。，]{0,4}(?:困难|问题|不足|矛盾|短板)，?(?:我们|政府))"
)
"""What a report admits without announcing it, and calls problems in the next sentence."""
_OWNS = re.compile(
    rf"(?:{_DIFFICULTIES})(?:也|仍|依然|同样)?(?:不容|不可|不能)(?:回避|忽视|小视)[。：:，]?"
    rf"|(?:存在|面临|还有|仍有)着?(?:一些|不少|许多|诸多|很多)[^。；，：]{{0,24}}(?:{_DIFFICULTIES})[。：:](?=一是)"
)
"""What says without seeing that there are difficulties, before they are named."""
NEAR = 60
"""Characters within which a report that sees something says what: difficulties."""
_LIST = re.compile(r"[：:]|主要(?:是|有|表现[在为]|体现在)[：:，]?")
_ENDS = re.compile(
    r"(?:对此|我们|对(?:于)?(?:这些|上述|以上)|这些[^，。]{0,12}(?:困难|问题)|(?:困难|问题|挑战)[^，。]{0,6}是|各位代表|今后|下一步).*"
)
_MARK = re.compile(
    r"^[：:]?(?:主要(?:是|有|表现在)[：:]?)?(?:[一二三四五六七八九十]是|第?[一二三四五六七八九十][、，])?"
)
_NUMBER = r"(?:[一二三四五六七八九十]是|第[一二三四五六七八九十][，、]|[（(][一二三四五六七八九十][）)])"
_FIRST = re.compile(r"(?<=[。；：，！])(?:一是|第一[，、]|[（(]一[）)])")
_NUMBERED = re.compile(rf"(?:^|[。；]){_NUMBER}([^。；]+(?:；(?!$|{_NUMBER}))?)")
"""A numbered difficulty as far as its first stop; a semicolon at its end says that it goes on."""
_ADMITS = re.compile(
    "[不未难少低弱慢差缺滞压困薄乏窄散偏]|不足|短板|矛盾|风险|问题|隐患|挑战|落后|有待|亟待|亟需|下降|下滑|下行|进一步|仍需|还需|仍须|繁重|艰巨|任重|影响|加大|紧张|严峻"
)
"""What a line admits is said by one of these."""
_TAIL = re.compile(r"[，、]?等+$")
_GRAVE = re.compile("腐败|不正之风|形式主义|官僚主义|违法|违纪|死亡|伤亡|重特大|贫困")
"""What a list of difficulties is not told without."""
CUT = "…"
"""What stands behind a difficulty of which words are left out."""


def admitted(document: Document, known: Known) -> Iterator[Pair]:
    """Pair each difficulty that the report names with its English, if that is sure; nothing where it names none.

    What weighs heaviest or is grave comes first, then what is said whole in both languages, then in part, then in
    Chinese alone.
    """
    names = names_of(document.metadata, document.terms)
    found: list[tuple[int, Pair]] = []
    for run in _lines(document):
        pair = admitted_pair(run.text.removesuffix(CUT), Paragraph((run,), span=run.span), known, names)
        pair = replace(pair, en=tuple(map(_left_off, pair.en))) if run.text.endswith(CUT) else pair
        found.append((0 if is_hard(run.text) or _GRAVE.search(run.text) else _lacks(pair), pair))
    return (pair for _, pair in sorted(found, key=lambda one: one[0]))


def _lacks(pair: Pair) -> int:
    """Say how much of a difficulty has no English: nothing, a part, all."""
    if not pair.en:
        return 3
    return 2 if any(LEFT_OUT in line for block in pair.en for line in lines_of(block)) else 1


def _left_off(block: Block) -> Block:
    """Say in English too that words are left out."""
    if not isinstance(block, Paragraph) or plain(block.runs).endswith(LEFT_OUT):
        return block
    return replace(block, runs=(*block.runs, Run(f" {LEFT_OUT}")))


def _lines(document: Document) -> tuple[Run, ...]:
    """Give what weighs heaviest, wherever it is said, then the lines of the first passage that has enough of them."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines = tuple(Run(line, span=block.span) for line in _parts(_listed("".join(plain(block.runs).split()))))
            if len(lines) >= FEWEST:
                heavy = hardest(document)
                said = "".join(run.text for run in heavy)
                return *heavy, *(run for run in lines if not (is_hard(run.text) and run.text.rstrip(CUT) in said))
    return ()


def _listed(text: str) -> str:
    """Give what stands behind the opening words, as far as the report goes over to what it will do."""
    start = _start(text)
    return "。".join(_until(text[start:])) if start else ""


def _start(text: str) -> int:
    """Find where the difficulties begin: behind the words that announce them; 0 where none do."""
    seen = _SEES.search(text)
    back = None if seen else _POINTED_BACK_TO.search(text)
    if back is not None and _owns(text, back.start(1)):
        return back.start(1)
    what = _WHAT.search(text, seen.end(), seen.end() + NEAR) if seen else None
    if seen is None or what is None:
        owned = _OWNS.search(text)
        return owned.end() if owned else seen.end() if seen and "清" in seen[0] and _owns(text, seen.end()) else 0
    first = _FIRST.search(text, what.end(), what.end() + NEAR)
    listed = _LIST.search(text, what.end(), first.start() if first else what.end() + NEAR)
    if listed:
        return listed.end()
    if "清" not in seen[0] and "冷" not in seen[0]:
        return 0
    if first:
        return first.start()
    return seen.end() if _owns(text, seen.end()) else text.find("。", what.end()) + 1


def _owns(text: str, start: int) -> bool:
    """Tell whether several clauses of the sentence that begins here admit something."""
    clauses = text[start : text.find("。", start)].strip("，").split("，")
    return sum(_ADMITS.search(clause) is not None for clause in clauses) >= FEWEST


def _until(text: str) -> Iterator[str]:
    for sentence in text.split("。"):
        if _ENDS.match(sentence):
            return
        yield sentence


def _parts(text: str) -> Iterator[str]:
    """Cut a passage where the report parts it: at its numbers, at semicolons, else at full stops, else at commas.

    What it does not number must admit something in most of its parts; of sentences only those that do are given.
    """
    numbered = _NUMBERED.findall(text)
    if len(numbered) >= FEWEST:
        yield from map(_line, numbered)
        return
    mark = "；" if text.count("；") >= FEWEST else "。" if text.strip("。").count("。") >= FEWEST else "，"
    parts = [part for part in re.split(f"[{mark}。]", text) if _TAIL.sub("", part).strip()]
    owned = [part for part in parts if _ADMITS.search(part)]
    if len(owned) < FEWEST or 2 * len(owned) < len(parts):
        return
    for line in map(_line, owned if mark == "。" else parts):
        if len(line) >= SHORTEST and (mark != "。" or _ADMITS.search(line)):
            yield line


def _line(part: str) -> str:
    """Give a difficulty without its number and what joins it to the list."""
    return _short(_TAIL.sub("", _MARK.sub("", part.strip("，、 ").removeprefix("同时，"))))


def _short(line: str) -> str:
    """Give as many whole clauses as a line holds, … where it goes on; a clause that is longer stands whole.

    What admits something before a colon stands without the list behind it.
    """
    whole, colon, _ = line.removesuffix("；").partition("：")
    if not colon or not _ADMITS.search(whole):
        whole = line.removesuffix("；")
    end = whole.rfind("，", 0, LONGEST) if len(whole) > LONGEST else len(whole)
    held = whole[:end] if end > 0 else whole.split("，")[0]
    return held if held == line else held + CUT
