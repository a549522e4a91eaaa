"""Join adverbs to verbs: before them, behind them, or said by the verb itself."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import Phrase, replace
from exporter.english.grammar.verb_phrases import PARTICIPLE, STATE, verb_of
from exporter.english.words.comparison import comparative
from exporter.english.words.morphology import MARK, word_set

_LATE = (
    "at ",
    "in ",
    "with ",
    "on ",
    "by ",
    "for ",
    "across ",
    "through ",
    "under ",
    "to ",
    "from ",
    "as ",
    "over ",
    "throughout ",
)
"""An adverb that begins so follows its verb phrase."""


def adverbial(left: Phrase, right: Phrase) -> Phrase:
    """扎实 | 推进乡村振兴 → take solid steps to advance rural revitalization."""
    how = left.other if left.other and right.category == "I" else left.text
    if fitted := _fitted(how, right):
        return verb_of(left, right, right.category, fitted, 0.1)
    if how == "take solid steps to" and (works := _WORKS.match(right.text)):
        rest = right.text[works.end() :].replace(MARK, "")
        return verb_of(left, right, right.category, f"{MARK}do solid work in {rest}", 0.1)
    if how == "further" and (builds := _BUILDING.match(right.text)):
        return verb_of(left, right, right.category, f"{MARK}continue to build {right.text[builds.end() :]}", 0.1)
    if how == "further" and (faster := _FASTER.match(right.text)):
        return verb_of(left, right, right.category, f"{MARK}move even faster to {right.text[faster.end() :]}", 0.1)
    if effort := _effort(how, right):
        text = effort
    elif how == "still" and right.category != "V" and not right.text.startswith(f"{MARK}be "):
        text = f"still {right.text}"
    elif how.startswith(_LATE) or (right.category != "V" and " " not in right.text):
        text = f"{right.text} {how}"
    elif right.text.startswith(f"{MARK}be "):
        state = right.text[4:]
        text = f"{MARK}be {comparative(state) if how == 'more' and ' ' not in state else f'{how} {state}'}"
    else:
        text = f"{how} {right.text}"
    return replace(verb_of(left, right, right.category, text, 0.1), other=right.other)


def _fitted(how: str, right: Phrase) -> str | None:
    """Say an adverb as the verb would have it: 日趋 | 完善 → continue to improve; None for another."""
    if how == "always" and right.text.startswith(_STILL):
        return f"always {MARK}{right.text.removeprefix(_STILL).replace(MARK, '', 1)}"  # 始终 | 坚持引领
    if how == "continue to" and right.text.startswith(f"{MARK}remain committed to "):
        return right.text
    if how == "increasingly" and (more := _MORE.match(right.text)):
        said = f"{MARK}grow ever" if more[1] == "grow" else f"{MARK}continue to improve"
        return f"{said}{right.text[more.end() :]}"
    if how == "comprehensively" and right.text.endswith(" in all areas"):
        return right.text  # 全面 | 深化各项改革
    if how == "comprehensively" and right.category in ("VP", "I") and STATE.search(right.text):
        return f"{right.text} across the board"
    if how in _EARNEST and (works := _WORKS.match(right.text)):
        return f"{MARK}work {how} on {right.text[works.end() :].replace(MARK, '')}"
    return _of_standard(how, right) if how in _STANDARDS else None


def _of_standard(how: str, right: Phrase) -> str | None:
    """Say how well what is promoted is done: 高水平 | 推进对外开放 → advance high-standard opening up."""
    if right.text.startswith(f"{MARK}improve "):
        return f"{right.text} to a high standard"
    if right.text.endswith((" standard", " standards")):
        return right.text if how == "to high standards" else None
    deed = _PROMOTES.fullmatch(right.text)
    return f"{deed['deed']} {_STANDARDS[how]} {deed['what']}" if deed else None


_STILL = f"{MARK}continue to "
_STANDARDS = {"to a high standard": "high-quality", "to high standards": "high-standard"}
_PROMOTES = re.compile(
    rf"(?P<deed>{MARK}(?:advance|promote)) (?P<what>(?!high-|an? |the |all |our |[A-Z])[a-z-]+(?: [a-z-]+){{0,3}})"
)


_FASTER = re.compile(rf"{MARK}move faster to ")
_BUILDING = re.compile(rf"{MARK}(?:build|advance the building of) ")
_MORE = re.compile(rf"{MARK}(grow|improve)\b")


def _effort(how: str, right: Phrase) -> str | None:
    """Say an adverb that is itself an act: focus on doing, strive to do; None for another."""
    if how in ("focus on efforts to", "work to") and right.text.startswith(f"{MARK}focus on "):
        return right.text  # 重点 | 抓项目
    if (focus := _FOCUSES.fullmatch(right.text)) and how in _FOCUSED:
        return f"{MARK}{_FOCUSED[how]} {focus['what']}"
    if how == _HARD:
        return _hard(right)
    if how.endswith(" on"):
        return f"{MARK}{how} {right.gerund()}"
    if how.endswith((" effort to", " efforts to")) and (works := _WORKS.match(right.text)):
        if _ENSURED.search(right.text):
            return f"{MARK}{how} ensure {right.text[works.end() :].replace(MARK, '')}"
        return f"{MARK}{how.removesuffix('to')}in {right.text[works.end() :].replace(MARK, '')}"
    if how.endswith(" to"):
        return f"{how if MARK in how else MARK + how} {right.text.replace(MARK, '')}"
    return None


_HARD = "work hard to"
_FOCUSED = {
    "work hard to": "work hard on",
    "strive to": "work hard on",
    "go all out to": "go all out in",
    "make every effort to": "focus all efforts on",
    "make sustained efforts to": "make sustained efforts in",
    "make persistent efforts to": "make persistent efforts in",
    "make concerted efforts to": "make concerted efforts in",
    "make greater efforts to": "make greater efforts in",
}
"""Efforts in what others focus on: nobody works to focus on it."""
_FOCUSES = re.compile(rf"{MARK}focus on (?P<what>(?!.*{MARK}).+)")


_BUILDS = re.compile(
    rf"{MARK}(?:build|foster|develop|create|forge|shape|move faster to|step up efforts to|continue to)\b"
)


_WORKS = re.compile(rf"{MARK}(?:do a good job in|do good work on|ensure good work (?:on|in)) ")
_ENSURED = re.compile(r"\b(?:safety|stability|supply|supplies)$")
"""What is ensured, rather than worked in."""
_EARNEST = word_set("conscientiously vigorously effectively earnestly actively carefully")


_KEEPS = re.compile(rf"{MARK}(?:strengthen|improve|deepen|raise|prevent|forestall|defuse|resolve|safeguard|hold)\b")


def _hard(right: Phrase) -> str:
    """Say 着力 as its verb would have it: devote efforts to building, make strong efforts to improve."""
    if works := _WORKS.match(right.text):
        return f"{MARK}work hard on {right.text[works.end() :].replace(MARK, '')}"
    if _BUILDS.match(right.text):
        return f"{MARK}devote great efforts to {right.gerund()}"
    how = "make strong efforts to" if _KEEPS.match(right.text) else _HARD
    return f"{MARK}{how} {right.text.replace(MARK, '')}"


def still(left: Phrase, right: Phrase) -> Phrase | None:
    """还 | 不强 → is still not strong enough: said of what a thing is or has, not of what is done."""
    if right.text.startswith(f"{MARK}be ") and not PARTICIPLE.match(right.text):
        return verb_of(left, right, right.category, f"{MARK}be {left.text} {right.text[4:]}", 0.1)
    if _LASTS.match(right.text):
        return verb_of(left, right, right.category, f"{left.text} {right.text}", 0.1)
    return None


_LASTS = re.compile(rf"{MARK}(?:have|lack|face|exist|lag|occur|fall short|remain)\b")


def adverb_lost(left: Phrase, right: Phrase) -> Phrase | None:
    """全力 | 完成任务 as an indicator: that one strives to do it is no part of what is counted."""
    if not left.text.endswith(" to"):
        return None
    return replace(right, cost=left.cost + right.cost + 0.3, length=left.length + right.length)


def adverb_behind(left: Phrase, right: Phrase) -> Phrase | None:
    """全面 | 完成任务 as an indicator: how it was done follows."""
    if left.text.endswith(" to"):
        return None
    return replace(
        right, text=f"{right.text} {left.text}", cost=left.cost + right.cost + 0.2, length=left.length + right.length
    )
