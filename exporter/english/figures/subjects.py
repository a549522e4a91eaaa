"""Read the name of a figure: from a table, by a pattern, or composed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache, partial
from types import MappingProxyType

from exporter.english.figures.deed_senses import as_said_of
from exporter.english.figures.deeds import LIGHT, Deed, deed_of, peeled
from exporter.english.figures.measurand import MEASURED, PERSONS, Measurand
from exporter.english.figures.name_doubt import name_is_doubtful, quotes_the_unknown
from exporter.english.figures.name_patterns import Noun, as_measured, by_pattern, share_by_pattern, shared_subsidy
from exporter.english.figures.omissions import variants
from exporter.english.figures.word_order import in_order
from exporter.english.glossary.names import personal
from exporter.english.glossary.terms import load
from exporter.english.grammar.chart_parser import NOUNS, TERMS
from exporter.english.grammar.headings import Names, prepared, read_noun
from exporter.english.grammar.phrases import Phrase
from exporter.english.grammar.senses import is_of_many_meanings
from exporter.english.words.morphology import is_plural
from exporter.facts.statements.indicators import canonical

NO_NAMES: Names = MappingProxyType({})

SCOPES: Mapping[str, str] = MappingProxyType(
    {
        "市级": "city level",
        "市本级": "city level",
        "县级": "county level",
        "县本级": "county level",
        "区级": "district level",
        "区本级": "district level",
        "省级": "provincial level",
        "省本级": "provincial level",
        "中央": "central government",
        "中央本级": "central government",
        "地方": "local",
        "全口径": "full scope",
        "市区": "urban area",
        "城区": "urban area",
        "主城区": "main urban area",
        "中心城区": "central urban area",
        "全球": "worldwide",
    }
)
"""Accounting scopes that change what an indicator counts; they are always said."""


@lru_cache(maxsize=4096)
def _cached(indicator: str, counted: bool, money: bool) -> Measurand | None:
    return _subject(indicator, counted, money, NO_NAMES)


def subject_of(indicator: str, names: Names = NO_NAMES, counted: bool = False, money: bool = False) -> Measurand | None:
    """Read an indicator: from a table, or composed; None where a part of it has no English.

    `counted`: the figure counts it in pieces, or measures how much of it there is, so that a verb in it says what was
    done; `money`: in money.
    """
    if any(name in indicator for name in names):
        return _subject(indicator, counted, money, names)
    return _cached(indicator, counted, money)


def _subject(indicator: str, counted: bool, money: bool, names: Names) -> Measurand | None:
    text, aside = _without_aside(_CITY.sub(_bare_city, _SLOGAN.sub("", as_measured(prepared(indicator)))))
    aside = SCOPES[aside] if aside else ""
    for loose in (False, True):
        for variant, dropped in variants(text):
            found = _loosely(variant, names, money) if loose else _strictly(variant, names, counted, money)
            if found is not None:
                noun = in_order(found.noun)
                return replace(found, noun=noun, aside=aside, dropped=dropped + found.dropped, loose=loose)
    return None


def _strictly(text: str, names: Names, counted: bool, money: bool) -> Measurand | None:
    """Read a name by table, pattern and grammar, the surest first."""
    if text in personal(names):
        return _split(names[text])
    found = _from_table(text, whole=money)
    if found is None and counted:
        found = _with_deed(text, money, names) or _that_did(text, names, money)
        found = found or _patterned(partial(by_pattern, text, money), names)
    found = found or _number_of(text, names, counted and not money)
    found = found or (_patterned(partial(shared_subsidy, text), names) if money else None)
    return found or _composed(text, names, money) or _patterned(partial(share_by_pattern, text), names)


def _patterned(read: Callable[[Noun], Measurand | None], names: Names) -> Measurand | None:
    """Read by a pattern; what its parts leave out, the whole leaves out."""
    parts: list[Measurand] = []

    def noun(text: str) -> Measurand | None:
        part = _noun(text, names)
        if part is not None:
            parts.append(part)
        return part

    found = read(noun)
    if found is None:
        return None
    dropped = tuple(dict.fromkeys(word for part in parts for word in part.dropped))
    return replace(found, dropped=dropped, doubtful=any(part.doubtful for part in parts))


def _loosely(text: str, names: Names, money: bool) -> Measurand | None:
    return _composed(text, names, money, loose=True)


_SLOGAN = re.compile(r"(?<=[\u4e00-\u9fff]{4})“最多跑一次”(?:改革)?$")
_CITY = re.compile(r"([\u4e00-\u9fff]{2,3})市(?=[\u4e00-\u9fff]{3})(?![级委场民区值容外内直属中政])")


def _bare_city(found: re.Match[str]) -> str:
    """Leave 市 out behind a city's name, as English does before a noun."""
    term = load().preferred(found[1])
    return found[1] if term is not None and term.kind == "place" else found[0]


def read_object(text: str) -> str | None:
    """Render what a verb takes as its object, 验收 → acceptance checks; None for words that were only heaped up."""
    found = subject_of(text)
    return found.text if found and not found.loose and not quotes_the_unknown(text) else None


def _from_table(text: str, whole: bool = False) -> Measurand | None:
    """Look an indicator up; `whole`: what was done to it stays a part of its name (foreign investment utilized)."""
    term, listed, english = load().preferred(text), canonical(text, aside=False), None
    a_policy = term is not None and term.kind == "policy" and listed is not None  # what it measures, not what is done
    if term is not None and term.kind in ("indicator", "noun", "policy", "institution") and not a_policy:
        english = term.other if "{}" in term.en else term.en
    elif listed is not None and listed.english:
        english = listed.english if "地区" in text else listed.english.replace("regional GDP", "GDP")
    if english is None:
        return None
    doubtful = term is not None and is_of_many_meanings(text, term.kind)
    if whole:
        return Measurand(_ARTICLE.sub("", english), "", "the" if english.startswith("the ") else "")
    return replace(_split(english), settled=term is None or term.kind == "indicator", doubtful=doubtful)


def _noun(text: str, names: Names) -> Measurand | None:
    return _from_table(text) or _composed(text, names)


def _with_deed(text: str, money: bool, names: Names) -> Measurand | None:
    """Read 拆除违法建筑 as what was demolished, unless the verb belongs to a longer term (建设用地)."""
    found = peeled(text)
    if found is None:
        return None
    rest, verb = found
    deed = deed_of(verb)
    if deed is None or (money and not deed.money) or not _parts(text, rest, verb):
        return None
    if verb in LIGHT and _AGENTS.search(rest):
        return None
    noun = _from_table(rest) or _composed(rest, names)
    if noun is None or noun.done:
        return None
    if deed.english == "~benefit" and not PERSONS.search(noun.head):
        return Measurand(f"beneficiaries of the {noun.text}")
    deed = as_said_of(deed, noun.head)
    if deed.doubtful or (not money and text.startswith(verb) and _is_name(text, rest, names)):
        noun = replace(noun, doubtful=True)
    return replace(noun, done=deed.english)


def _is_name(text: str, rest: str, names: Names) -> bool:
    """Say whether a verb in front may as well be a part of the name: 生产效率, 审批时限."""
    phrase = read_noun(text, names, NOUNS)
    return phrase is not None and len(text) - len(rest) == 2 and len(rest) <= MAX_HEAD


MAX_HEAD = 3
"""Longest noun that a verb in front of it is taken to describe."""


_AGENTS = re.compile(r"(?:[省市县区旗州镇乡村]|企业|学校|医院|社区|家庭|单位|农户|机构|部门|街道|园区)$")
"""What carries something out itself: 开展试点县 are counties that do."""


def _parts(text: str, rest: str, verb: str) -> bool:
    """Say whether no term of the text bridges the place where the deed ends."""
    at = len(verb) if text.startswith(verb) else len(text) - len(verb)
    return all(match.end <= at or match.start >= at for match in load().find(text)) and len(rest) > 1


def _that_did(text: str, names: Names, money: bool = False) -> Measurand | None:
    """Read 通过验收企业 as enterprises and what they did: the last term is what is counted."""
    if money:
        return None
    matches = load().find(text)
    if not matches or matches[-1].end != len(text) or matches[-1].start < 3:
        return _noun_and_verb(text, names)
    head = text[matches[-1].start :]
    deed = _verb_with_object(text[: matches[-1].start].removesuffix("的"))
    noun = _from_table(head) if deed is not None else None
    if noun is not None and deed is not None and noun.plural:
        return replace(noun, done=deed.english)
    return _noun_and_verb(text, names)


def _noun_and_verb(text: str, names: Names) -> Measurand | None:
    """Read 困难群众投保意外险 as people and what was done for them."""
    for found in _OPENS.finditer(text):
        deed = _verb_with_object(text[found.start() :]) if found.start() > 1 else None
        noun = _from_table(text[: found.start()]) or _composed(text[: found.start()], names) if deed else None
        if deed is not None and noun is not None and noun.plural and not noun.done:
            return replace(noun, done=deed.english)
    return None


def _verb_with_object(text: str) -> Deed | None:
    return None if not _OPENS.match(text) else deed_of(text, read_object)


_OPENS = re.compile(
    r"(?:通过|获得|获评|荣获|入选|入围|上榜|列入|列为|纳入|进入|享受|参加|参与|加入|达到|超额完成|被|认定为|接受|实现|落户|投保|从事|受惠于|开展|实施|推行|实行|完成|建立)"
)


def _number_of(text: str, names: Names, counted: bool) -> Measurand | None:
    """Read 小镇创建和培育数 as a number of what was done: number of towns established or fostered."""
    if (found := _NUMBER.fullmatch(text)) is None:
        return None
    inner = _with_deed(found[1], False, names)
    if inner is None and counted:
        inner = _from_table(found[1]) or _composed(found[1], names)
    noun = f"number of {inner.text}" if inner is not None and inner.plural else ""
    return replace(inner, noun=noun, done="", article="the", aside="", settled=False) if inner and noun else None


_NUMBER = re.compile(r"(.{3,24}?)(?:总?数|数量|个数|总量)")


def _composed(text: str, names: Names, money: bool = False, loose: bool = False) -> Measurand | None:
    roots = NOUNS if money else TERMS
    phrase = read_noun(text, names, roots, loose)
    if phrase is None:
        return _composed(text, names, loose=loose) if money else None
    found = _subject_of_phrase(phrase)
    if found is None:
        return None
    dropped = tuple(text[start:end] for start, end in phrase.unsaid)
    return replace(
        found, dropped=dropped + found.dropped, doubtful=found.doubtful or name_is_doubtful(text, phrase, names)
    )


def _subject_of_phrase(phrase: Phrase) -> Measurand | None:
    match phrase.category:
        case "DN" if len(phrase.parts) == 2:
            return Measurand(phrase.parts[0], phrase.parts[1], "the" if phrase.article == "the" else "")
        case "VP":
            return Measurand(phrase.gerund(), doubtful=True)
        case "S":
            return _doing(phrase.text)
        case "PP":
            return None
    return _split(phrase.full)


def _doing(sentence: str) -> Measurand | None:
    """Read a sentence as a noun and what it does: schools | ~access broadband networks."""
    who, mark, what = sentence.partition("~")
    if not mark or not who.strip():
        return None
    subject = _split(who.strip())
    done = what.removeprefix("be ") if what.startswith("be ") else f"~{what}"
    return replace(subject, done=done) if not subject.done else None


_ARTICLE = re.compile(r"^(the|an?) ")


def _split(english: str) -> Measurand:
    """Part English that ends with what was done: patents | granted, people | covered by basic medical insurance."""
    article = _ARTICLE.match(english)
    text = english[article.end() :] if article else english
    found = None if MEASURED.match(text) or " but not yet " in text else _DONE.match(text)
    if found is not None and not (is_plural(found[1]) or found[1].endswith(_MASSES)):
        found = None
    the = "the" if article and article[1] == "the" else ""
    return Measurand(found[1], found[2], the) if found else Measurand(text, "", the)


_PARTICIPLE = (
    r"(?:[a-z]+ed|built|rebuilt|put|sold|shut|set up|found|cut|held|won|taken|given|lent|brought|under construction)"
)
_MASSES = ("housing", "land", "investment", "equipment")
_DONE = re.compile(
    rf"^((?:[\w\"'-]+ )*?(?:[\w-]*[^s\W]s|people|personnel|livestock|women|children|{'|'.join(_MASSES)}))"
    rf" ((?:(?:newly|basically|jointly) )?{_PARTICIPLE}(?: .*)?)$"
)


def _without_aside(text: str) -> tuple[str, str]:
    found = re.match(r"^([^（）]+)（([^（）]{1,12})）$", text)
    return (found[1], found[2]) if found and found[2] in SCOPES else (text, "")
