"""Say in fewer and plainer words what a clause says at length, as an editor would: its level, its work, its steps."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from exporter.english.words.morphology import MARK

_Words: TypeAlias = str | Callable[[re.Match[str]], str]


@lru_cache(maxsize=4096)
def plainly(clause: str) -> str:
    """Give a clause with its verbs still marked in plainer words."""
    for form, words in _FORMS:
        clause = form.sub(words, clause)
    return clause


def _bettered(found: re.Match[str]) -> str:
    """Raise the level of management: improve management; raise that of modernization: advance it."""
    verb = "advance" if _ADVANCED.search(found["what"]) else "improve"
    the = "the " if found["the"] or found.string.startswith(" of ", found.end()) else ""
    return f"{verb if found['form'] != 'raising' else _GERUNDS[verb]} {the}{found['what']}"


_GERUNDS = {"advance": "advancing", "improve": "improving"}
_ADVANCED = re.compile(r"(?:ization|integration|development)$")
_RAISED = re.compile(
    r"\b(?P<form>raise|raising|improve) the level of (?P<the>the )?(?P<what>(?:[a-z'-]+ ){0,4}(?:management|governance|"
    r"regulation|administration|support|services|safety|performance|disposal|protection|supervision|[a-z]+ization|"
    r"integration|(?<!-quality )(?<!safe )development|quality and efficiency))(?= (?:of|in all|for|to) |$|,| and ~)"
)


def _everywhere(found: re.Match[str]) -> str:
    """Do comprehensively: across the board, behind what is done."""
    return f"{MARK}{found['act']} across the board"


_FULL = re.compile(
    rf"^comprehensively {MARK}(?P<act>(?:accelerate|promote|develop|enrich|strengthen|improve|increase|build up|"
    r"advance) (?!.*\b(?:focusing|centering|covering|featuring|that|who|with|level|across|in all)\b)[a-z' -]+)$"
)


def _delivered(found: re.Match[str]) -> str:
    """Ensure good work on ten projects: deliver them; on anything else: do solid work in it."""
    what = found["what"]
    if _PROJECTS.fullmatch(what):
        return f"deliver {what}"
    return f"do solid work in {'all aspects of ' if found['all'] else ''}{what}"


_GOOD_WORK = re.compile(
    rf"(?:(?P<all>comprehensively )?(?P<mark>{MARK})|(?<= to ))"
    r"(?:ensure good work (?:on|in)|do good work on) (?P<what>.+)"
)
_PROJECTS = re.compile(r"(?:the )?(?!building |construction )(?:(?!of )[a-z-]+ )*projects(?: that .+)?")


_PACESETTER = re.compile(
    r"\b(?P<form>build|create|forge|building|creating|forging) (?P<what>an? (?:[a-z-]+ )*pacesetter) (?:for|in|of)"
)
_PERFORM = {"perform": "perform", "exercis": "exercise"}
_EFFORT = (
    r"(?:work(?: hard)?|strive|make (?:[a-z]+ efforts|every effort)|go all out|move faster|step up efforts|"
    r"take [a-z]+ (?:steps|measures)) to"
)
_FORMS: tuple[tuple[re.Pattern[str], _Words], ...] = (
    (re.compile(r"\btake effective measures to step up efforts to "), "take effective measures to "),
    (
        re.compile(rf"(?:\bfurther )?(?P<mark>{MARK}?)raise the level of modernization in "),
        lambda found: f"further {found['mark']}modernize ",
    ),
    (_RAISED, _bettered),
    (_FULL, _everywhere),
    (
        re.compile(rf"comprehensively {MARK}deepen (reform\b.*) at a deeper level"),
        rf"{MARK}pursue \1 across the board and at a deeper level",
    ),
    (_GOOD_WORK, lambda found: (found["mark"] or "") + _delivered(found)),
    (
        _PACESETTER,
        lambda found: f"{'becoming' if found['form'].endswith('ing') else 'become'} {found['what']} in",
    ),
    (
        re.compile(rf"{MARK}become (an? (?:[a-z-]+ )*pacesetter in .+) to higher standards"),
        rf"{MARK}aim for higher standards in becoming \1",
    ),
    (
        re.compile(r"\bdevote great efforts to moving faster to (build|develop|foster) "),
        r"make strong efforts to accelerate the \1ing of ",
    ),
    (re.compile(r"\b(efforts in|leadership over) work on (?!.*(?:people|areas|workers|women|affairs))"), r"\1 "),
    (re.compile(rf"({MARK}{_EFFORT} [a-z]+(?: [a-z]+)?) and {MARK}"), r"\1 and "),
    (re.compile(r"\bthe relations of (?=.* and )"), "the relationship between "),
    (
        re.compile(r"\b(focus on|give prominence to) (?=an? (?:city|county|province|district) (?:strong in|with) )"),
        r"\1 building ",
    ),
    (re.compile(r"\btake solid steps to do good work relat(?:ing|ed) to "), "do solid work related to "),
    (re.compile(r"\bwork hard to make solid efforts in "), "make solid efforts in "),
    (re.compile(r"\braise the level of (reform and opening up|the open economy)$"), r"take \1 to a higher level"),
    (re.compile(r"\braising the level of (reform and opening up|the open economy)$"), r"taking \1 to a higher level"),
    (re.compile(rf"{MARK}bring out (?=.*\b(?:commitment|responsibility|sense of)\b)"), f"{MARK}demonstrate "),
    (
        re.compile(rf"{MARK}improve the livable (urban |rural )?environment$"),
        rf"{MARK}make the \1environment more livable",
    ),
    (
        re.compile(r"^with strengthening (.+) as the breakthrough$"),
        r"relying on strengthening \1 to achieve breakthroughs",
    ),
    (re.compile(rf"{MARK}be pressed ahead with$"), f"{MARK}advance further"),
    (re.compile(r"\badvance (?=(?:the )?people's wellbeing\b)"), "improve "),
    (
        re.compile(r"\bcapacity for (respond|perform|prevent|support|resist|withstand|earn|fulfill)ing "),
        r"capacity to \1 ",
    ),
    (re.compile(r"\bnew arenas in\b"), "new growth areas in"),
    (re.compile(r"\bprosperity of the development of "), "prosperity of "),
    (re.compile(rf"({MARK}raise|\bto raise) the level of (.+) as a whole$"), r"\1 the overall level of \2"),
    (
        re.compile(
            rf"(?:(?<={MARK})|(?<=to ))advance (?=(?:private |effective )?(?:investment|consumption)"
            r"(?: and (?:investment|consumption))?$)"
        ),
        "boost ",
    ),
    (re.compile(rf"^results in ([^{MARK}]+) {MARK}(continue to )emerge"), rf"\1 {MARK}\2yield results"),
    (re.compile(rf"^the position of (?=an? [^{MARK}]+ {MARK})"), "its position as "),
    (re.compile(r"\bposition of (?=an? )"), "position as "),
    (re.compile(r"\bgo all out to do solid work in "), "go all out in "),
    (re.compile(r"\b(regulation|governance|reform|management|oversight) of (?=key (?:areas|fields)\b)"), r"\1 in "),
    (re.compile(r"\bstep up efforts to (?:advance|promote) the (battles?|campaigns?)\b"), r"step up the \1"),
    (
        re.compile(rf"{MARK}strengthen effectiveness in (perform|exercis)ing ([a-z' ]+)$"),
        lambda found: f"{MARK}{_PERFORM[found[1]]} {found[2]} more effectively",
    ),
    (re.compile(rf"{MARK}([a-z]+) ((?:(?!\band\b|,)[^{MARK}])+) and {MARK}\1 ([^{MARK},]+)$"), rf"{MARK}\1 \2 and \3"),
    (
        re.compile(r"(?<![\"'])\b(?<!the )(two|three|four|five|six|seven|eight|nine|ten) major (?!practical)(?=[a-z])"),
        r"the \1 major ",
    ),
)


def named(sentence: str) -> str | None:
    """Name what a sentence of no time tells of: progress in it, its coordinated development; None for another."""
    if reached := _REACHED.fullmatch(sentence):
        return f"{reached['what']} in {reached['where']}"
    if developed := _DEVELOPS.fullmatch(sentence):
        return f"{developed['how']} development of {developed['thing']}"
    return None


_REACHED = re.compile(
    rf"(?P<what>(?:[a-z]+ ){{0,4}}(?:progress|breakthroughs|results)) {MARK}be (?:made|achieved) in (?P<where>.+)"
)
_DEVELOPS = re.compile(
    rf"(?P<thing>[^{MARK}]+) {MARK}develop in an? (?P<how>coordinated|integrated|orderly|balanced) way"
)
