"""Say a verb of a thing: the verb that English has for it, and the article that the thing takes."""

from __future__ import annotations

import re
from functools import lru_cache

from exporter.english.grammar.phrases import SLOT, Phrase, replace
from exporter.english.words.morphology import MARK, joined, with_article, word_set


def said_of(verb: str, thing: Phrase) -> str:
    """Give a verb with its object: raise levels, improve quality, build a strong province for its building."""
    said = with_the(replace(thing, article=_article(verb, thing)))
    if verb.endswith(f"{MARK}carry out {SLOT} in depth") and _BARE.match(said) and not thing.parts:
        return verb.replace(f"{SLOT} in depth", f"in-depth {said.removeprefix('work on ')}")
    if _TAKES_WORK.search(verb):
        said = said.removeprefix("work on ")
        if _PERSONS.match(said):
            return in_work_on(verb, said)
    if verb.endswith(_IN_ALL) and _DOING.search(said):
        verb = f"comprehensively {verb.removesuffix(_IN_ALL)}{SLOT}"
    return _act(verb, thing) or _fitting(verb, thing).replace(SLOT, said)


_IN_ALL = f"{SLOT} in all respects"
"""How something is done, which behind a thing that does something would be read as how it does that."""
_DOING = re.compile(r"\b(?:focusing|centering|covering|featuring|integrating|benefiting|that|who|to) ")


_TAKES_WORK = re.compile(rf"(?:do a good job in|carry out|participate in|take part in) {re.escape(SLOT)}$")
"""Verbs that say by themselves that there is work: 开展整治工作 is to carry out improvement."""


_PERSONS = re.compile(
    r"(?:work on )?(?=(?:[a-z-]+ )*(?:people|officials|workers|veterans|residents|personnel|students|talent|families)$)"
)
"""Persons, in whom nobody does a good job."""


def in_work_on(verb: str, thing: str) -> str:
    """Say in what a good job is done: in employment, but in work related to retired officials."""
    related = _TAKES_WORK.search(verb) and _PERSONS.match(thing)
    if related:
        return verb.replace(f"a good job in {SLOT}", _PERSONS.sub("good work related to ", thing, count=1))
    if _TOWARD.search(verb) and (place := _A_PLACE.fullmatch(thing)):
        thing = f"building {with_article(place['what'], 'a')}"  # 走工业强县之路
    return _raised(verb, thing) or verb.replace(SLOT, thing)


_TOWARD = re.compile(rf"(?:path of|ground in|chapter in) {re.escape(SLOT)}$")
_A_PLACE = re.compile(
    r"(?:an? )?(?P<what>(?:[a-z-]+ )*"
    r"(?:society|(?:province|county|city|district|country) (?:strong in|with) [a-z, -]+))"
)
"""What is on its way there: a society, a county strong in industry."""


def _raised(verb: str, thing: str) -> str | None:
    """提高 | 乡村旅游发展 | 水平 → develop rural tourism to a higher level; a supply is improved, not its level."""
    if verb != f"{MARK}raise the level of {SLOT}":
        return None
    if _DONE_WELL.search(thing):
        return f"{MARK}{'advance' if thing.endswith('ization') else 'improve'} {thing}"
    found = _DEED_OF.fullmatch(thing)
    if found is None:
        return None
    if found["deed"] == "development":
        return f"{MARK}develop {found['what']} to a higher level"
    return f"{MARK}{'advance' if found['deed'].endswith('ization') else 'improve'} {thing}"


_DONE_WELL = re.compile(
    r"^(?!.*\b(?:of|and|for)\b).*(?:management|governance|services|oversight|modernization|standardization|digitalization)$"
)
_DEED_OF = re.compile(
    r"the (?P<deed>development|supply|provision|management|governance|treatment|protection|use|[a-z]+ization) of "
    r"(?P<what>.+)"
)
"""What is done, which English does better or further where Chinese raises its level."""


def _article(verb: str, thing: Phrase) -> str:
    """Give the article of an object: what is improved is there already; a system that is established is not."""
    if thing.article == "a" and not (thing.described or _SOLID.match(thing.text)) and _OF_WHAT_IS.search(verb):
        return "the"
    if thing.rule == "described" and not thing.plural and _MAKES.search(verb):
        head = _BEHIND_HEAD.split(thing.text, maxsplit=1)[0].rpartition(" ")[2]
        one = head in _COUNTED and not (thing.parts or _DETERMINED.match(thing.text))
        return "a" if one else thing.article
    return (
        "a"
        if thing.article == "the" and _OF_WHAT_COMES.search(verb) and _SYSTEM.fullmatch(thing.text)
        else thing.article
    )


_OF_WHAT_IS = re.compile(
    rf"(?:{MARK}|to )(?:improve|strengthen|deepen|consolidate|adjust|reform|reshape|rebuild|restructure)"
    rf" {re.escape(SLOT)}$"
)
"""Verbs of what is there already, so that it is named with the article."""
_MAKES = re.compile(rf"{MARK}(?:build|shape|create|foster|form|forge|develop) {re.escape(SLOT)}$")
"""Verbs of what comes to be: what an adjective tells from others is one of its kind."""
_OF_WHAT_COMES = re.compile(rf"{MARK}(?:establish|put in place|set up|create) {re.escape(SLOT)}$")
_SYSTEM = re.compile(r"(?:[a-z-]+ )*(?:system|mechanism|framework|network)(?: (?:for|of|in) [a-z -]+)?")
_BARE = re.compile(r"(?!the |an? |our |all |in-depth |extensive |full )[a-z]")


def with_the(right: Phrase) -> str:
    """Give a noun as an object or subject: what is one of its kind in a report takes the article."""
    text = right.full
    if right.article or right.plural or right.parts or right.text[:1].isupper():
        return text
    return _with_its_article(text)


@lru_cache(maxsize=8192)
def _with_its_article(text: str) -> str:
    head = _BEHIND_HEAD.split(text, maxsplit=1)[0]
    if head.rpartition(" ")[2] in _COUNTED and not _DETERMINED.match(text):
        return f"the {text}"
    if head == "government" and text != head:
        return f"a {text}"
    return f"the {text}" if _DEED.match(text) else text


_BEHIND_HEAD = re.compile(r" (?:of|for|in|on|to|with|that|as|covering|below|above|at|from)\b")


_COUNTED = word_set(
    "system mechanism structure situation environment zone province city county model network framework pattern "
    "engine barrier foundation layout region campaign battle chain area base center platform future market moat "
    "rate ratio gap"
)
_DETERMINED = re.compile(
    r"(?:main|first|overall|whole|national|central|a|an|the|our|each|every|all|this|one|no|another|people's|\d\S*)\b|[\"']"
)
_DEED = re.compile(r"(?:[a-z-]+ ){0,2}[a-z]{4,}(?:tion|ment|sion|ance) of ")


def _fitting(verb: str, right: Phrase) -> str:
    """Choose the verb that English has for an object: 提高 raises a level and improves quality."""
    if _AT_ONE.match(right.text):
        verb = verb.replace(f"{MARK}coordinate {SLOT}", f"{MARK}promote {SLOT}")
    heads = {_BEHIND_HEAD.split(part)[0].rpartition(" ")[2] for part in right.parts or (right.text,)}
    usual = _USUAL.search(verb)
    better = usual and _better(usual["verb"], right, heads)
    return f"{verb[: usual.start('verb')]}{better} {SLOT}" if usual and better else verb


_USUAL = re.compile(rf"(?P<verb>(?<={MARK})(?:strengthen|expand|innovate in|increase)|improve) {re.escape(SLOT)}$")


def _better(verb: str, right: Phrase, heads: set[str]) -> str | None:
    """Give what stands for a verb where its object asks for another."""
    match verb:
        case "strengthen" if "self-improvement" in heads:
            return "step up"
        case "strengthen" if _SOLID.match(right.text):
            return "lay"
        case "expand" if right.text.startswith("new "):
            return "build up" if "strength" in heads else "open up"
        case "innovate in" if heads <= _FORMED and not right.article:
            return "develop new"
        case "improve" if heads <= {"level", "levels"}:
            return "raise"
        case "increase" if heads <= _RAISED:
            return "raise"
        case "increase" if heads <= _IMPROVED | _RAISED:
            return "improve"
    return None


_SOLID = re.compile(r"(?:solid|firm) foundations?\b")
_FORMED = word_set(
    "methods ways means models mechanisms approaches measures forms formats systems institutions patterns"
)
"""What is made new where others innovate in it."""
_AT_ONE = re.compile(r"(?:coordinated|integrated) ")
_IMPROVED = word_set(
    "quality efficiency capacity ability abilities competence conditions services environment livelihoods returns "
    "effectiveness performance capabilities health wellbeing influence image appeal competitiveness governance"
)
_RAISED = word_set("level levels standards standard awareness")


_LIGHT = re.compile(
    rf"(?P<how>.*?){MARK}?(?P<verb>advance|promote|strengthen|accelerate|carry out|deepen) {re.escape(SLOT)}"
    r"(?P<rest>.*)"
)
_ACTION = re.compile(r"(?:the )?(?P<what>building|improvement|development) of (?P<object>.+)")


def _act(verb: str, right: Phrase) -> str | None:
    """Turn a verb that says little and a noun that says what is done into one verb with its object."""
    light = _LIGHT.fullmatch(f"work hard to advance {SLOT}" if verb == f"{MARK}work hard on {SLOT}" else verb)
    found = [_ACTION.fullmatch(part) for part in right.parts or (right.full,)]
    if light is None or not any(found) or any(one and " and building of " in one["object"] for one in found):
        return None
    if light["verb"] == "deepen" and all(one and _is_built(one) for one in found):
        effort = light["how"] if light["how"].endswith("to ") else f"{MARK}make further efforts to "
        return effort + joined([f"build {one['object']}" for one in found if one]) + light["rest"]
    acts = [
        f"{_verb_for(light['verb'], one['what'], one['object'])} {one['object']}" if one else f"{light['verb']} {part}"
        for part, one in zip(right.parts or (right.full,), found, strict=True)
    ]
    if any(one.startswith(" ") for one in acts):
        return None
    how = "continue to " if light["how"] == "further " else light["how"]
    if not how.endswith(("to ", "with ")) and light["verb"] == "accelerate":
        return f"{how}{MARK}move faster to {joined(acts)}"
    if light["verb"] == "strengthen" and not how and all(one.startswith(("build ", "develop ")) for one in acts):
        return f"{MARK}step up efforts to {joined(acts)}{light['rest']}"
    if how.endswith("to "):
        how = how if MARK in how or not how.startswith("work") else MARK + how
        return how + joined(acts) + light["rest"]
    return how + joined([MARK + one for one in acts]) + light["rest"]


def _is_built(act: re.Match[str]) -> bool:
    return act["what"] == "building" and not _verb_for("deepen", act["what"], act["object"])


def _verb_for(light: str, what: str, thing: str) -> str:
    """Give the verb of a light verb and the noun of an action: strengthen the building of teams is strengthen."""
    if what == "improvement":
        return "improve"
    if thing == "conduct" or thing.startswith(("conduct of", "the conduct of")):
        return "improve"
    if light == "deepen":
        return ""
    if light == "strengthen" and thing.startswith(("a ", "an ")):
        return "build"  # there is none yet: an efficient government
    if light == "strengthen" and _LINK.split(thing)[0].rpartition(" ")[2] in _GROWN:
        return light
    if light == "strengthen" and what == "development":
        return "develop"
    return "build" if what == "building" else ""


_LINK = re.compile(r" (?:of|for|in|on|to|with) ")
_GROWN = word_set(
    "team teams ranks contingent system systems mechanism mechanisms institutions capacity capability capabilities "
    "security network networks government governments organizations conduct ethics democracy culture civility"
)
"""What is there and grows stronger when it is built on."""
