"""Say in a sentence how much something is, how it changed, or where it ranks."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import (
    amount_beside,
    countable,
    is_bare,
    is_counted,
    is_one,
    is_ratio,
    kind_of,
    spelled,
)
from exporter.english.figures.completion import completed, with_change
from exporter.english.figures.coverage import covered, extends_over, reaches, works_done
from exporter.english.figures.deed_sentences import acted_on, deed_for, hides_a_verb
from exporter.english.figures.growth import changed
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.portions import shared
from exporter.english.figures.ranks import in_a_row, ranked
from exporter.english.figures.sayings import is_past_a_mark
from exporter.english.figures.starts import before_number, right_before, stays
from exporter.english.figures.totals import accounted_for, fraction_said
from exporter.english.figures.values import (
    is_change,
    is_structure,
    pace_of_value,
    structure_of,
)
from exporter.english.grammar.headings import prepared
from exporter.english.words.morphology import is_plural
from exporter.english.words.numbers import bounded
from exporter.model import Fact


def sentence_body(fact: Fact, subject: Measurand) -> str | None:
    """Say subject, verb and figures, without period and full stop; None where only an entry is safe."""
    if fact.change_kind == "rank":
        return ranked(fact, subject)
    if fact.number is None and is_structure(fact):
        target = f"{subject.be} targeted to be"
        came = "shifted to" if _SHIFTED.search(right_before(fact)) else "stood at"
        return f"{subject.full} {target if fact.kind == 'target' else came} {structure_of(fact)}"
    if fact.number is None or is_change(fact):
        return changed(fact, subject)
    if fact.measure == "completion":
        return completed(fact, subject)
    if reaches(fact, subject):
        return covered(fact, subject)
    deed = deed_for(fact, subject)
    head = acted_on(fact, subject, deed) if deed else None if hides_a_verb(fact, subject) else _level(fact, subject)
    if head is None:
        return None
    return with_change(fact, f"{head}{pace_of_value(fact)}")


_SHIFTED = re.compile(r"调整(?:优化)?[到为至](?:[12]\d{3}年[底末]?的?)?$")


def _level(fact: Fact, subject: Measurand) -> str | None:
    """Say a level, or that nothing is left of it: 贫困发生率降至零."""
    if fact.number == 0 and fact.unit is None and fact.kind == "actual" and _MOVED.search(right_before(fact)):
        return f"{subject.full} fell to zero"
    if extends_over(fact, subject) and fact.bound != "strive" and fact.change is None:
        return covered(fact, subject)
    return shared(fact, subject) or _stated(fact, subject)


def _stated(fact: Fact, subject: Measurand) -> str | None:
    """Say a level: X reached V; X is targeted to reach V; X will be kept at no more than V."""
    text = fraction_said(fact) or amount_beside(fact, subject)
    if text is None:
        return None
    bare = is_bare(text)
    unitless = subject.noun.startswith("number of ") or (bare and _OF_TWO.search(subject.noun) is not None)
    if bare and not unitless and (not subject.plural or (fact.unit is not None and not is_counted(fact))):
        return works_done(fact, subject, bounded(text, fact.bound))
    text = text.removesuffix(" people") if subject.noun.endswith(" population") else text
    value = bounded(text, fact.bound)
    if is_past_a_mark(fact) and not (bare and subject.plural):
        return _past_a_mark(fact, subject, text)
    if bare and not unitless and countable(subject):
        return _numbered(fact, subject, value)
    if (works := _INVESTED.match(subject.noun)) and is_plural(works[1]) and fact.kind in ("actual", "target"):
        return f"{works[1]} have a total investment of {value}"  # how large they are, not what was spent
    ratio = is_ratio(fact) or unitless
    if fact.kind != "actual":
        return _foreseen(fact, subject, text, ratio)
    return _came_to(fact, subject, text, ratio)


_OF_TWO = re.compile(r"\bratio$|^ratio of ")
"""A number that needs no unit: the urban-rural income ratio."""


def _foreseen(fact: Fact, subject: Measurand, text: str, ratio: bool) -> str:
    """Say a level that is aimed at or estimated."""
    value, who, be = bounded(text, fact.bound), subject.full, subject.be
    match fact.kind:
        case "target" if fact.bound == "at_most" or "控制在" in right_before(fact):
            return f"{who} will be {_held(fact)} {f'below {text}' if _BELOW.search(right_before(fact)) else value}"
        case "target" if fact.bound == "strive":
            return f"efforts will be made to bring {who} to {value}"
        case "target":
            be = "was" if subject.noun.startswith("growth of ") else be  # the aim of a year that is over
            if _passes(fact):
                return f"{who} {be} targeted to exceed {text}"
            if _NO_LESS.search(right_before(fact)):
                kept = "will be kept at" if _KEPT.search(right_before(fact)) else f"{be} targeted to be"
                return f"{who} {kept} no less than {text}"
            return f"{who} {be} {_aimed(fact, ratio)} {_or_above(fact, text, value)}"
    if _passes(fact):
        return f"{who} {be} estimated to exceed {text}"
    return f"{who} {be} estimated {'at' if fact.bound in ('exact', 'range') else 'to be'} {value}"


def _came_to(fact: Fact, subject: Measurand, text: str, ratio: bool) -> str:
    """Say a level that was come to, and for how many years in a row."""
    who, held = subject.full, in_a_row(fact)
    if fact.bound == "over" and not _MOVED.search(right_before(fact)):
        return accounted_for(subject, f"more than {text}") or f"{who} exceeded {text}{held}"
    if fact.bound == "at_most" and _BELOW.search(right_before(fact)):
        return f"{who} {subject.was} below {text}{held}"
    value = _or_above(fact, text, bounded(text, fact.bound))
    if fact.bound == "at_least" and not stays(fact):
        if _NO_LESS.search(right_before(fact)):
            return f"{who} {subject.was} no less than {text}{held}"
        value = f"{text} or {'above' if ratio else 'more'}"
    if fact.bound == "at_most" and _MOVED.search(right_before(fact)):
        value = f"{text} or {'below' if is_ratio(fact) and kind_of(fact) != 'time' else 'less'}"
    if not stays(fact) and not _MOVED.search(right_before(fact)) and (said := accounted_for(subject, value)):
        return said
    return f"{who} {_reached(fact, ratio, subject)} {value}{held if stays(fact) else ''}"


def _past_a_mark(fact: Fact, subject: Measurand, text: str) -> str:
    """Say that something came to a round number or passed it: reached the 3 trillion yuan mark."""
    aim, guess = f"{subject.be} targeted to reach", f"{subject.be} estimated to have reached"
    reach = {"target": aim, "estimate": guess}.get(fact.kind, "reached")
    return f"{subject.full} {reach} the {text} mark"


def _held(fact: Fact) -> str:
    """Say whether a ceiling is kept or first to be come down to: 控制在3%以内, 降至38以下."""
    moved = _MOVED.search(right_before(fact))
    if moved and moved["down"]:
        return "reduced to"
    return "kept" if _BELOW.search(right_before(fact)) else "kept at"


def _passes(fact: Fact) -> bool:
    """Say whether a level is to be passed, and not moved to or kept: 超过60%."""
    return fact.bound == "over" and not stays(fact) and not _MOVED.search(right_before(fact))


def _or_above(fact: Fact, text: str, value: str) -> str:
    """Say the floor of what stays there: remained at or above 90 percent."""
    return f"or above {text}" if fact.bound == "at_least" and stays(fact) else value


def _aimed(fact: Fact, ratio: bool) -> str:
    """Choose the words before the level of a target: targeted to reach, targeted to remain, set at."""
    if kind_of(fact) == "money" and (_ARRANGED.search(fact.quote) or "赤字" in fact.indicator):
        return "set at"
    if stays(fact):
        return "targeted to remain" if fact.bound == "about" else "targeted to remain at"
    if (moved := _MOVED.search(right_before(fact))) is not None:
        return f"targeted to {'fall' if moved['down'] else 'rise'} to"
    if fact.bound == "about":
        return "targeted at"
    return "targeted to be" if ratio and not _REACHED.search(right_before(fact)) else "targeted to reach"


_REACHED = re.compile("(?:达到?|发展到|实现)[近约超过]{0,2}$")
_BELOW = re.compile("[低小少]于$")
_NO_LESS = re.compile("不(?:低|少|小)于$")
_KEPT = re.compile("(?:保持|稳定|维持|保有量?)在?不(?:低|少|小)于$")
_ARRANGED = re.compile("安排(?!.*(?:达到|完成|增长))")
"""What a budget sets, and nobody aims at: 拟安排财政赤字."""
_INVESTED = re.compile(r"total investment (?:of|in) (?:the )?(.+)")


def _numbered(fact: Fact, subject: Measurand, value: str) -> str:
    """Say how many there are of what is counted: there were 13 of X; the number of X reached 13."""
    who = subject.text
    if is_one(fact) and fact.kind == "actual" and fact.bound == "exact":
        return f"there was one {subject.one}"
    if fact.kind == "target":
        return _numbered_aim(fact, subject, value)
    if fact.kind == "estimate":
        return f"the number of {who} is estimated {'at' if fact.bound in ('exact', 'range') else 'to be'} {value}"
    moved = _MOVED.search(right_before(fact))
    if moved is not None:
        return f"the number of {who} {'fell' if moved['down'] else 'rose'} to {value}"
    if fact.bound == "over":
        return f"the number of {who} exceeded {value.removeprefix('more than ')}"
    if fact.change is not None or _REACHED.search(right_before(fact)):
        return f"the number of {who} {'was' if (fact.change or 0) < 0 else 'reached'} {spelled(value)}"
    return f"there were {spelled(value)} {who}"


def _numbered_aim(fact: Fact, subject: Measurand, value: str) -> str:
    """Say how many there are to be of what is counted."""
    who = subject.text
    if fact.bound == "at_most":
        return f"the number of {who} will be {_held(fact)} {value}"
    if fact.bound == "strive":
        return f"efforts will be made to bring the number of {who} to {value}"
    if _ARRANGED.search(fact.quote) is not None:
        return f"one {subject.one} is scheduled" if is_one(fact) else f"a total of {value} {who} are scheduled"
    if _passes(fact):
        return f"the number of {who} is targeted to exceed {value.removeprefix('more than ')}"
    return f"the number of {who} is {_aimed(fact, False)} {value}"


_MOVED = re.compile(
    r"(?:(?P<down>(?P<gap>缩小|收窄)|(?P<cut>压缩|压减|精简|削减)|缩短|下降|降低|减少|回落|降|减)|(?P<up>提高|提升|增加|上升|增长|扩大|增|升))(?:至|到|为)"
    r"(?:每人)?(?:每[年月天])?(?:[12一二][\d〇零一二三四五六七八九]{3}年[底末]?|去年[底末]?)?[近约超过的了]{0,2}$"
)


def _reached(fact: Fact, ratio: bool, subject: Measurand) -> str:
    """Choose the verb of a level: from the words before the figure, or by what it measures."""
    if stays(fact):
        return "remained" if fact.bound == "about" else "remained at"
    moved = _MOVED.search(right_before(fact))
    if moved is not None and moved["up"] and _MADE_TO.match(prepared(before_number(fact))):
        return f"{subject.was} raised to"
    if moved is not None and moved["cut"] and fact.bound != "strive":
        return f"{subject.was} cut to"
    if moved is not None and fact.bound != "strive":
        return "narrowed to" if moved["gap"] else "fell to" if moved["down"] else "rose to"
    if "控制" in right_before(fact):
        return f"{subject.was} kept at"
    if ratio and (_MEAN.search(prepared(fact.indicator)) or _MEAN_OF.search(right_before(fact))):
        return "averaged"
    fell = fact.change is not None and fact.change < 0
    if fact.bound in ("about", "at_most") or (not ratio and (fell or (fact.number or 0) < 0)):
        return subject.was
    return "stood at" if ratio else "reached"


_MADE_TO = re.compile("[把将](?!.*[、和])")
"""What somebody moved, and did not rise by itself: 把低保标准提高到."""
_MEAN_OF = re.compile("平均为?$")
_MEAN = re.compile("平均值?$")
"""A mean of a rate over the year: 失业率平均值."""
