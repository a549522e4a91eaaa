"""Render titles, headings, terms and places in English by rule, or say what is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporter.english.glossary.names import personal
from exporter.english.glossary.terms import TermBase
from exporter.english.grammar.amendments import amendment_of
from exporter.english.grammar.chart_parser import NAMES, PROSE, TERMS
from exporter.english.grammar.clauses import NO_NAMES, Reading, clause, clauses_of, read, standard
from exporter.english.grammar.clauses import Names as Names
from exporter.english.grammar.clauses import action_of as action_of
from exporter.english.grammar.clauses import is_traditional as is_traditional
from exporter.english.grammar.clauses import prepared as prepared
from exporter.english.grammar.clauses import read_noun as read_noun
from exporter.english.grammar.doubt import doubts
from exporter.english.grammar.frames import DUTY, ERA, FIELD, SIDE, SUBTITLED, without_us
from exporter.english.grammar.lexicon import lexicon_of
from exporter.english.grammar.one_place import of_own_place
from exporter.english.grammar.phrases import Phrase
from exporter.english.grammar.rival_clauses import whose_deeds
from exporter.english.grammar.styling import Tense, TextKind, prose, styled
from exporter.english.words.morphology import MARK, sentence_case, singular, title_case
from exporter.english.words.numbering import numbered
from exporter.model import EnglishStatus


@dataclass(frozen=True, slots=True)
class Rendering:
    """English of a text, or None and the parts that no rule and no term covers."""

    text: str | None
    status: EnglishStatus
    missing: tuple[str, ...] = ()


def english_of(
    text: str,
    kind: TextKind,
    tense: Tense | None = None,
    terms: TermBase | None = None,
    names: Names = NO_NAMES,
) -> Rendering:
    """Render a Chinese text of a kind in English; `untranslated`, with what is missing, if any part is not covered."""
    lexicon = lexicon_of(terms) if terms else standard()
    number, body = numbered(prepared(_SPACED.sub("，", text) if kind == "heading" else text))
    body = _MORE.sub("更加", years_in_digits(body))
    if kind == "heading" and (side := SIDE.fullmatch(body)) and not side["in"]:
        body = side["what"]
    if kind == "heading" and (framed := _framed(body, number, tense, terms, names)):
        return framed
    if tense == "past":
        body = without_us(_DONE.sub("", body), lexicon, names)
    if body in personal(names):
        english = personal(names)[body].en.replace(MARK, "")
        return Rendering(number + (english if kind == "term" else sentence_case(english)), "reviewed")
    whole = [term.en for term in lexicon.base.by_zh.get(body, ()) if term.kind == "phrase" and MARK not in term.en]
    if whole:
        return _verified(number + (sentence_case(whole[0].lower()) if number[:1] == "(" else whole[0]))
    found = read(body, kind, lexicon, names)
    missing = missing_in(found)
    if missing or not found:
        return Rendering(None, "untranslated", missing or (text,))
    phrases = [one for _, one in found if isinstance(one, Phrase)]
    main = _is_main(number)
    doubtful = tuple(doubtful_in(found, names)) if kind != "term" else ()
    if kind == "heading":
        doubtful += tuple(whose_deeds([one for one, _ in found], phrases, tense, main))
    text = styled(phrases, kind, tense, main)
    text = text.replace("Plans", "Plan", 1) if _ONE_PLAN.fullmatch(body) else text
    if kind == "heading" and (own := of_own_place(text, names)) != text:
        text = title_case(own) if main else own
    alone = len(phrases) == 1 and phrases[0].category in ("N", "NC", "NP", "DN")
    said = _behind(_named(number) if alone else number, text)
    return Rendering(said, "draft", doubtful) if doubtful else _verified(said)


def _framed(body: str, number: str, tense: Tense | None, terms: TermBase | None, names: Names) -> Rendering | None:
    """Render a heading that is a frame with a field, a duty or what some years were like in it; None for another."""
    if changed := amendment_of(body):
        return _verified(number + changed)
    if (both := SUBTITLED.fullmatch(body)) and number[:1] != "—":
        what, told = (english_of(both[side], "heading", tense, terms, names) for side in ("what", "told"))
        return _of_two(what, told, number)
    if field := FIELD.fullmatch(body) or SIDE.fullmatch(body):
        on = "" if field.re is SIDE else "On "
        return _of_field(english_of(field["what"], "term", None, terms, names), number, field["what"], names, on)
    if (duty := DUTY.fullmatch(body)) and (tense != "past" or duty["must"]):
        return _of_duty(english_of(duty["what"], "heading", "plan", terms, names), number, duty["must"] is not None)
    era = ERA.fullmatch(body)
    if era is None:
        return None
    said = english_of(era["what"].replace("、", "，"), "heading", "past", terms, names)  # 扬优聚势、产业升级
    if said.text is None and "、" in era["what"]:
        said = english_of(era["what"], "heading", "past", terms, names)
    return _of_years(said, number, era["years"], era["past"] is not None)


def _of_two(what: Rendering, told: Rendering, number: str) -> Rendering:
    """Render a heading and what it says behind a dash."""
    if what.text is None or told.text is None:
        return Rendering(None, "untranslated", what.missing + told.missing)
    doubtful = what.missing + told.missing
    return Rendering(f"{number}{what.text}: {lowered(told.text)}", "draft" if doubtful else "verified", doubtful)


def missing_in(found: Sequence[Reading]) -> tuple[str, ...]:
    """Give the parts of clauses that no term covers."""
    return tuple(part for _, one in found if not isinstance(one, Phrase) for part in one)


def doubtful_in(found: Sequence[Reading], names: Names) -> Iterator[str]:
    """Give the words whose reading is not to be believed, clause by clause."""
    for text, one in found:
        if isinstance(one, Phrase):
            yield from doubts(text, one, personal(names))


_SPACED = re.compile(r"(?<=[\u4e00-\u9fff]{3}[^\W章节篇条])[\u3000 ](?=[\u4e00-\u9fff]{4})")
"""A space between two clauses, where a heading has no comma."""
_ONE_PLAN = re.compile(r"“[一二三四五六七八九十]+五”[^、和及与，。]*规划")
"""The name of a single plan, which its years tell from others."""
_IN_WORDS = re.compile(r"[一二][〇○零一二三四五六七八九]{3}(?=年)")
_MORE = re.compile(r"愈[加发益]")
_DONE = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?<![为除罢])了(?=[\u4e00-\u9fff])(?![解结却])")
"""了 behind a verb, which the past says in English: 绘就了新蓝图."""
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


def years_in_digits(text: str) -> str:
    """Give a text with its years in digits: 二〇二五年 as 2025年."""
    return _IN_WORDS.sub(lambda year: year[0].translate(_DIGITS), text)


def _of_field(what: Rendering, number: str, zh: str, names: Names, on: str = "On ") -> Rendering:
    """Render 关于外交工作: on diplomatic work; one of several is named, 第一、关于外交: First: Diplomacy."""
    if what.text is None:
        return Rendering(None, "untranslated", what.missing)
    phrase = clause(zh, standard(), names, TERMS)
    if not isinstance(phrase, Phrase) or phrase.category == "DN":  # 加大规模 is what to do, and no thing
        doubtful: tuple[str, ...] = (zh,)
    else:
        doubtful = tuple(doubts(zh, phrase, personal(names)))
    said = sentence_case(what.text if number.endswith(", ") else f"{on}{what.text}")
    said = _named(number) + (title_case(said) if _is_main(number) else said)
    return Rendering(said, "draft", doubtful) if doubtful else _verified(said)


def prose_of(text: str, tense: Tense, names: Names = NO_NAMES) -> str | None:
    """Render clauses of running text as a sentence; None unless each is read, and with confidence."""
    texts = clauses_of(prepared(text))
    found = [clause(one, standard(), names, PROSE) for one in texts]
    sure = [
        one
        for said, one in zip(texts, found, strict=True)
        if isinstance(one, Phrase) and one.cost <= DOUBT * one.length and not any(doubts(said, one, personal(names)))
    ]
    return prose(sure, tense) if found and len(sure) == len(found) else None


DOUBT = 0.38
"""Cost of a reading, for each character, from which running text is left in Chinese."""


def name_of(text: str, names: Names = NO_NAMES) -> Rendering:
    """Render the name of a project, campaign, plan or strategy; what is no name but says what to do, as a heading.

    新动能培育壮大工程 → Project to foster and strengthen new growth drivers.
    """
    body = prepared(text)
    phrase = clause(body, standard(), names, NAMES)
    if not isinstance(phrase, Phrase):
        return Rendering(None, "untranslated", phrase)
    if phrase.category == "VP" and not _DONE_WITH.match(body):
        return Rendering(None, "untranslated", (body,))
    doubtful = tuple(doubts(body, phrase, personal(names)))
    if doubtful:
        return Rendering(None, "untranslated", doubtful)
    if phrase.category == "VP":
        return _verified(sentence_case(phrase.text.replace(MARK, "")))
    head, rest = _AFTER.match(phrase.text).groups()  # type: ignore[union-attr]
    return _verified(sentence_case(singular(head) + rest))


_AFTER = re.compile(r"(.*?)((?: (?:to|for|of|in|on|from) .*)?)$")
_DONE_WITH = re.compile(
    r"(?:深入|全面|大力|扎实|持续|积极|继续|加快|统筹|有序|稳步|组织|坚定|纵深|推动){0,2}(?:实施|推进|开展|启动|落实|抓好|深化|完成|建设|执行)"
)
"""What is done with a project or a plan; another verb in front belongs to its name."""


def _of_duty(what: Rendering, number: str, must: bool) -> Rendering:
    """Render 必须坚持改革: we must continue reform; what is only 要 is told in the imperative as other tasks are."""
    if what.text is None:
        return what
    said = f"We must {lowered(what.text)}" if must else what.text
    return replace(what, text=_behind(number, said))


def _of_years(what: Rendering, number: str, years: str, past: bool) -> Rendering:
    """Render 这是综合实力提升的五年: these were five years in which overall strength increased."""
    if what.text is None:
        return what
    lasted = _OVER if past else _LASTED
    return replace(what, text=f"{number}{lasted[years]} {lowered(what.text)}")


_OVER = {"一": "Over the past year,", "三": "Over the past three years,", "五": "Over the past five years,"}
_LASTED = {
    "一": "This was a year in which",
    "三": "These were three years in which",
    "五": "These were five years in which",
}


def _is_main(number: str) -> bool:
    """Say whether a number is that of a heading of the first rank."""
    return number[:1] in ("I", "V", "X") or number.startswith(("Chapter ", "Part "))


def _named(number: str) -> str:
    """Give the number of what is only named: First: industrial production."""
    return f"{number[:-2]}: " if number.endswith(", ") else number


def _behind(number: str, text: str) -> str:
    """Put a text behind its number, which a sentence goes on from where a comma ends it: first, on trade."""
    return number + (lowered(text) if number.endswith(", ") else text)


def lowered(text: str) -> str:
    """Set the first letter of a text in lower case, unless it begins a name."""
    first, second = text.partition(" ")[0], text.partition(" ")[2].partition(" ")[0]
    name = second.istitle() or "2" in first or first.removesuffix("'s") in _NAMED
    return text if name or (first.upper() == first and first != "A") else text[:1].lower() + text[1:]


_NAMED = frozenset(("China", "Chinese", "Party", "Beijing-Tianjin-Hebei", "Guangdong-Hong"))


def _verified(text: str) -> Rendering:
    return Rendering(text, "verified")
