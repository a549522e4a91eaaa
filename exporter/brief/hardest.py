"""Find what weighs heaviest of what a report admits: aims that were missed, projects left unfinished, an apology."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.model import Block, Document, Heading, Paragraph, Run, plain

MOST, LONG = 4, 100
"""Sentences that are given at the most, and characters beyond which only the clauses that admit are."""
_MISSED = re.compile(
    r"(?:未能?|没有?能?|尚未|仍未)(?:够)?(?:全面|全部|完全|如期|按期|按时|按计划|按要求|按进度)+(?:地)?(?:完成|实现|建成|达到|兑现|开工|竣工|投用)"
    r"|(?:目标|指标|任务|工程|项目|实事|计划|承诺|要求|预期)[^，。；]{0,24}?(?:未能?|没有?能?|尚未)(?:够)?(?:完成|实现|达到|兑现|落实)(?!的[^，。；]{0,4}(?:要|将|继续))"
    r"|(?:未|没有)(?:达到|完成|实现)(?:年初)?(?:预期|预定|计划|既定|规划|年度)?(?:目标|指标|要求|任务)"
    r"|(?:未能?|没有)(?:完成|实现|达到)外"
    r"|影响了?[^，。；]{0,16}(?:目标|任务|指标|计划)[^，。；]{0,6}(?:实施|完成|实现|推进)"
    r"|(?:深表|表示|致以|深感)[^，。；]{0,12}(?:歉意|愧疚|内疚|自责)|(?:诚恳|诚挚|深深)?道歉"
)
"""What says that something promised was not done, or asks to be forgiven."""
_PLANS = re.compile("要|将|确保|力争|坚决|必须|不得|严禁|防止|凡|对于?$|如果|只要")
"""What speaks, before it, of what shall be done with what is missed, and not of what was."""


def is_hard(text: str) -> bool:
    """Tell whether words admit that something promised was missed, or ask to be forgiven."""
    return _MISSED.search(text) is not None


def hardest(document: Document) -> tuple[Run, ...]:
    """Give such sentences of the part that looks back, in the report's order, each unmutilated or by whole clauses."""
    return tuple(run for block in _looking_back(document) for run in _sentences(block))[:MOST]


def _looking_back(document: Document) -> Iterator[Paragraph]:
    """Give the paragraphs before the part that plans: those as far as the second heading of the first level."""
    tops = 0
    for block in document.blocks:
        tops += _is_top(block)
        if tops > 1:
            return
        if isinstance(block, Paragraph):
            yield block


def _is_top(block: Block) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _sentences(block: Paragraph) -> Iterator[Run]:
    for sentence in re.split("[。！；]", "".join(plain(block.runs).split())):
        found = _MISSED.search(sentence)
        if found and not _PLANS.search(sentence[max(0, found.start() - NEAR) : found.start()]):
            yield Run(_short(sentence, found.start()), span=block.span)


NEAR = 6
"""Characters before it in which what is missed is told of as a plan."""


def _short(sentence: str, at: int) -> str:
    """Leave the clauses before the last turn (但) out of a sentence that is too long, and say so.

    What turns without a subject of its own (但也影响了…) keeps clauses before it.
    """
    sentence = _HERE.sub("", sentence)
    turns = [one.start() for one in re.finditer("(?<=，)(?:但|然而|不过)", sentence) if one.start() <= at]
    if len(sentence) <= LONG or not turns:
        return sentence
    told = _TURN.sub("", sentence[turns[-1] :], count=1)
    if not _NO_SUBJECT.match(told):
        return f"…{told}"
    starts = [one.end() for one in re.finditer("，", sentence) if len(sentence) - one.end() <= LONG // 2]
    return f"…{sentence[min(starts, default=turns[-1]) :]}"


_HERE = re.compile("^在此，")
_NO_SUBJECT = re.compile("(?:在?客观上|一定程度上|在一定程度上)?(?:影响|造成|导致|制约)了")
_TURN = re.compile("(?:但|然而|不过)(?:是|也|还)?，?")
