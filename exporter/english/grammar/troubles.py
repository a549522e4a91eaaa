"""Words and joints of what a report admits: what has not been done, what is too weak, problems of being slow."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from exporter.english.glossary.terms import TermBase, read_terms
from exporter.english.grammar.lexicon import Lexicon, lexicon_of
from exporter.english.grammar.noun_phrases import noun_of
from exporter.english.grammar.phrases import Joiner, Phrase, replace
from exporter.english.grammar.verb_phrases import verb_of
from exporter.english.words.morphology import MARK, joined, participle, word_set
from exporter.style import data_folder


@cache
def troubles() -> Lexicon:
    """Give the words that only passages on difficulties are read with (`source/admissions.tsv`)."""
    return lexicon_of(TermBase((), {}, {}).with_terms(read_terms(data_folder("source") / "admissions.tsv")))


# ---------------------------------------------------------------- joiners


def not_done(left: Phrase, right: Phrase) -> Phrase | None:
    """尚未 | 根本解决 → has not yet been fundamentally resolved."""
    found = _DOES.fullmatch(right.text)
    if found is None or (found["verb"] == "be" and not _DONE.match(right.text)):
        return None
    text = f"{MARK}have {left.text} {found['how']}{participle(found['verb'])}{found['rest'].replace(MARK, '')}"
    if left.text.startswith("still "):
        text = f"{MARK}have still {text.removeprefix(f'{MARK}have still ')}"
    return verb_of(left, right, "VP", text, 0.1)


_DOES = re.compile(rf"(?P<how>(?:[a-z]+ly )?){MARK}(?P<verb>[a-z]+)(?P<rest>.*)")
_DONE = re.compile(rf"{MARK}be (?:[a-z]+ly )*(?:[a-z]+(?:ed|en|wn)|built|met|put|made|found|held|cut)\b")


def not_enough(left: Phrase, right: Phrase) -> Phrase | None:
    """不 | 丰富 → is not rich enough."""
    found = _IS_SO.fullmatch(right.text)
    return verb_of(left, right, "VP", f"{MARK}be not {found[1]} enough", 0.1) if found and not right.children else None


_IS_SO = re.compile(rf"{MARK}be ((?!still)[a-z]+(?<!ed))")


def but(left: Phrase, right: Phrase) -> Phrase:
    """但 | 问题尚未解决."""
    return verb_of(left, right, "S", f"but {right.text}", 0.1, plural=right.plural)


def at_work(left: Phrase, right: Phrase) -> Phrase:
    """工作中 | 形式主义依然存在: where it is comes last."""
    return verb_of(left, right, "S", f"{right.text} {left.text}", 0.2, plural=right.plural)


def deed_needs(left: Phrase, right: Phrase) -> Phrase | None:
    """优化营商环境 | 仍需持续用力: what there is to do needs something, or is hard."""
    if left.text.startswith(f"{MARK}be ") or not _OF_DEEDS.match(right.text):
        return None
    said = _A_TASK.sub(r"\1tasks", right.text) if left.parts else right.text
    cost = -0.5 if left.leaves[0].category == "V" else 0.3  # 优化 | 营商环境 is a deed, 高质量发展 a thing as well
    return verb_of(left, right, "S", f"{left.gerund()} {said}", cost, plural=bool(left.parts))


_A_TASK = re.compile(r"\ban? ((?:[a-z]+ )*)task\b")
_OF_DEEDS = re.compile(
    rf"(?:still |urgently )*{MARK}(?:"
    r"(?:be|remain) (?:still )?(?:an? [a-z ]*task|(?:very |quite |extremely |relatively )?(?:difficult|arduous|hard))"
    r"|need (?:(?:greater|sustained|painstaking|great|continued|further|and) )*efforts?\b"
    r"|need to be (?:sped up|accelerated|stepped up|strengthened)|face |come under |have a long way)"
)


def of_troubles(left: Phrase, right: Phrase) -> Phrase | None:
    """(项目落地慢 等) | 问题 → problems such as slow implementation of projects."""
    said = [_as_thing(*one.split(_PARTED)) for one in left.slots or _told(left)]
    if left.category == "S" and (not said or " being " in (said[0] or "")):
        return None
    if left.category == "SUT" and any(" being not " in (one or "") for one in said):
        return None
    if right.text not in _PROBLEMS or right.children or None in said:
        return None
    such = "such as" if left.category == "SE" else "of"
    made = noun_of(left, right, f"{right.text} {such} {joined([one for one in said if one])}", "", 0.2, "")
    return replace(made, category="NP", plural=True)


_PROBLEMS = word_set("problems issues phenomena")
_PARTED = "\t"


def troubled(left: Phrase, right: Phrase) -> Phrase | None:
    """(项目落地慢) 、 | 效率低, before the word for both: problems."""
    told = _told(right)
    return replace(_of_both(left, right), category="S2", slots=left.slots + told) if told else None


def held(category: str) -> Joiner:
    """Hold a clause that says what is wrong until the word for it is known."""

    def join(left: Phrase, right: Phrase) -> Phrase | None:
        told = left.slots or _told(left)
        return replace(_of_both(left, right), category=category, slots=told) if told else None

    return join


def _of_both(left: Phrase, right: Phrase) -> Phrase:
    return verb_of(left, right, "S", left.text, 0.1)


def _told(clause: Phrase) -> tuple[str, ...]:
    """Give the subject of a clause and what is said of it, where that can be said of a thing as well."""
    if clause.rule != "sentence" or len(clause.parts) != 2 or _as_thing(*clause.parts) is None:
        return ()
    return (_PARTED.join(clause.parts),)


def _as_thing(subject: str, state: str) -> str | None:
    """Say a state as a thing: capacity that is weak is weak capacity, what lacks funds a lack of funds in it."""
    thing = subject.removeprefix("the ").removeprefix("a ").removeprefix("an ")
    if found := _LACKS.fullmatch(state):
        return f"a lack of {found[1]} in {subject}"
    if found := _NOT_ENOUGH.fullmatch(state):
        return f"{_OPPOSITES.get(found[1], f'insufficiently {found[1]}')} {thing}"
    found = _IS.fullmatch(state)
    if _WHOSE.match(subject):
        return None
    if found is None:
        return f"{subject} being {state.removeprefix(_BE)}" if state.startswith(_BE) else None
    if found[1] == "difficult":
        return f"difficulty in {thing}"
    wanting = found[1].rpartition(" ")[2] in _WANTING and " and " not in subject
    return f"{found[1]} {thing}" if wanting else None


_BE = f"{MARK}be "
_OPPOSITES = {
    "strong": "weak",
    "high": "low",
    "fast": "slow",
    "large": "small",
    "deep": "shallow",
    "perfect": "imperfect",
}
"""What stands before a thing that is not so enough."""


_LACKS = re.compile(rf"{MARK}lack ([a-z ]+)")
_NOT_ENOUGH = re.compile(rf"{MARK}be not (?!well)([a-z]+) enough")
_IS = re.compile(
    rf"{MARK}be ((?:(?:too|rather|relatively|very|seriously) )?(?!not|still|hard|there)[a-z]+(?<!ed)(?<!ly))"
)
_WHOSE = re.compile(r"(?:some|many|a few|our|all|most|certain|people's)\b")
_WANTING = word_set(
    "weak inadequate insufficient slow low high difficult poor unbalanced uneven uncoordinated backward undiversified "
    "scarce narrow heavy lax unclear scattered expensive fragile outdated sluggish irrational tight small short thin"
)
"""What is wrong with a thing of which it is said."""


TROUBLES: Mapping[tuple[str, str], tuple[Joiner, ...]] = {
    ("NO", "I"): (not_enough,),
    ("NOT", "I"): (not_done,),
    ("NOT", "VP"): (not_done,),
    ("BUT", "S"): (but,),
    ("AT", "S"): (at_work,),
    ("S", "K"): (held("SK"),),
    ("SK", "S"): (troubled,),
    ("S", "E"): (held("SE"),),
    ("S2", "E"): (held("SE"),),
    ("S2", "K"): (held("SK"),),
    ("S2", "U"): (held("SUT"),),
    ("SUT", "N"): (of_troubles,),
    ("S", "N"): (of_troubles,),
    ("SE", "N"): (of_troubles,),
    ("S2", "N"): (of_troubles,),
}
"""What of the grammar only words of admissions ask for."""
