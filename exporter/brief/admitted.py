"""Give what a report admits: the passage on difficulties, in the short clauses that the report puts it in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.brief.passages import Known, admitted_pair
from exporter.english.document import names_of
from exporter.model import Document, Pair, Paragraph, Run, plain

LONGEST = 52
"""Characters of a line at the most: of what is longer as many clauses stand as it holds."""
SHORTEST, FEWEST = 5, 2
"""Characters of a line at the least, and lines that make a passage."""
_SEES = re.compile(r"我们?(?:也|还|更|要|必须|同时|十分|应)*(?:清醒|深刻|清楚|充分|冷静)?地?(?:认识|看|意识)到")
_WHAT = re.compile(r"困难|问题|不足|矛盾|差距|短板|挑战")
NEAR = 60
"""Characters within which a report that sees something says what: difficulties."""
_LIST = re.compile(r"[：:]|主要(?:是|有|表现[在为]|体现在)[：:，]?")
_ENDS = re.compile(r"(?:对此|我们|对(?:于)?(?:这些|上述|以上)|这些[^，。]{0,12}(?:困难|问题)|各位代表|今后|下一步).*")
_MARK = re.compile(
    r"^[：:]?(?:主要(?:是|有|表现在)[：:]?)?(?:[一二三四五六七八九十]是|第?[一二三四五六七八九十][、，])?"
)
_NUMBERED = re.compile(r"(?:^|[。；])[一二三四五六七八九十]是([^。；]+)")
_ADMITS = re.compile(
    "[不未难少低弱慢差缺滞压困薄乏窄散偏]|不足|短板|矛盾|风险|问题|隐患|挑战|落后|有待|亟待|亟需|下降|下滑|下行|进一步|仍需|还需|仍须|繁重|艰巨|任重|影响|加大"
)
"""What a line admits is said by one of these."""
_TAIL = re.compile(r"等+$")


def admitted(document: Document, known: Known) -> Iterator[Pair]:
    """Pair each difficulty that the report names with its English, if that is sure; nothing where it names none."""
    names = names_of(document.metadata, document.terms)
    for run in _lines(document):
        yield admitted_pair(run.text, Paragraph((run,), span=run.span), known, names)


def _lines(document: Document) -> tuple[Run, ...]:
    """Give the lines of the first passage that has enough of them."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            lines = tuple(Run(line, span=block.span) for line in _parts(_listed("".join(plain(block.runs).split()))))
            if len(lines) >= FEWEST:
                return lines
    return ()


def _listed(text: str) -> str:
    """Give what stands behind the opening words, as far as the report goes over to what it will do."""
    seen = _SEES.search(text)
    what = _WHAT.search(text, seen.end(), seen.end() + NEAR) if seen else None
    if what is None:
        return ""
    listed = _LIST.search(text, what.end(), what.end() + NEAR)
    start = listed.end() if listed else text.find("。", what.end()) + 1
    return "。".join(_until(text[start:])) if start else ""


def _until(text: str) -> Iterator[str]:
    for sentence in text.split("。"):
        if _ENDS.match(sentence):
            return
        yield sentence


def _parts(text: str) -> Iterator[str]:
    """Cut a passage where the report parts it: at its numbers, at semicolons, else at full stops, else at commas."""
    numbered = _NUMBERED.findall(text)
    mark = "；" if text.count("；") >= FEWEST else "。" if text.strip("。").count("。") >= FEWEST else "，"
    for part in numbered if len(numbered) >= FEWEST else re.split(f"[{mark}。]", text):
        line = _short(_TAIL.sub("", _MARK.sub("", part.strip("，、 ").removeprefix("同时，"))))
        if len(line) >= SHORTEST and _ADMITS.search(line):
            yield line


def _short(line: str) -> str:
    """Give as many whole clauses as a line holds."""
    if len(line) <= LONGEST:
        return line
    end = line.rfind("，", 0, LONGEST)
    return line[:end] if end > 0 else ""
