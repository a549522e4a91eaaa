"""Say what of a figure's clause its sentence leaves open: only a sentence that says every word is `verified`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.english.figures.amounts import PIECES, kind_of
from exporter.english.figures.counts import FOSTERED
from exporter.english.figures.courses import is_arrival
from exporter.english.figures.coverage import CARRIED_OUT
from exporter.english.figures.deed_senses import englishes
from exporter.english.figures.deeds import ADDS, CUTS, deed_of
from exporter.english.figures.examples import names_examples
from exporter.english.figures.heads import is_a_head
from exporter.english.figures.in_other_words import BREAKS_GROUND
from exporter.english.figures.measurand import Measurand
from exporter.english.figures.ranks import IN_A_ROW
from exporter.english.figures.running_on import is_of_the_figure_before
from exporter.english.figures.starts import before_number, clause_start, words_of
from exporter.english.figures.subjects import read_object
from exporter.english.figures.unsaid_words import may_be_left_out
from exporter.english.figures.wholes import is_listed_part
from exporter.english.grammar.headings import prepared
from exporter.facts.numbers.numerals import fold
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact, Stretch

_BY_VALUE = frozenset(("value", "unit", "change", "bound", "licensed"))
"""What needs no English of its own, and what the guard holds the sentence to, figure by figure."""
_BY_NAME = frozenset(("thing", "modifier", "agent", "whole", "purpose", "scope"))
"""What the name of a figure says."""


def open_words(fact: Fact, subject: Measurand, english: str, source: str) -> tuple[str, ...]:
    """Give the words of a clause that its sentence neither says nor may leave out; `source` is the whole text."""
    dropped = (word for word in subject.dropped if not may_be_left_out(word, english))
    return tuple(dict.fromkeys((*dropped, *_unsaid(fact, english, source))))


def _unsaid(fact: Fact, english: str, source: str) -> Iterator[str]:
    kept = _KEPT.search(before_number(fact))
    if kept is not None and _STILL.search(english) is None:
        yield kept[0]
    denied = _DENIED.match(prepared(source[clause_start(fact, source) : fact.span.end]))
    if denied is not None and _DENIES.search(english) is None:
        yield denied[0]
    for stretch in fact.account:
        said = _MARKUP.sub("", words_of(stretch, source))
        words = re.sub(r"[\s\W_]+", "", said)
        if not words or is_of_the_figure_before(stretch, source) or names_examples(stretch, fact, source):
            continue
        if not _is_said(stretch, words, fact, english):
            yield words


_KEPT = re.compile("(?:稳定|保持|维持)在")
"""That a level stays as it is, which must be said although a licence may have read it with a number."""
_DENIED = re.compile("(?:尚|并|仍)?未(?![来成])|不再|没有")
_DENIES = re.compile(r"\b(?:not|no|never|without|un\w+)\b")
"""What opens a clause denies all that is told of in it, whichever of its figures is told."""
_STILL = re.compile(r"\b(?:remain|kept|keep|stay|maintain)")
_MARKUP = re.compile(r"[\[〔［【]\s*\d{1,3}\s*[\]〕］】]|<[^<>]*>")
"""What sends to a note, and tags between the heads of a table, say nothing by themselves."""


def _is_said(stretch: Stretch, words: str, fact: Fact, english: str) -> bool:
    role = stretch.role
    if role in _BY_VALUE or (role == "time" and fact.period is not None):
        return role != "change" or not _is_of_a_change(words, fact)
    if stretch.inherited and is_a_head(words, fact):
        return True
    if role in _BY_NAME and _within(words, fold(f"{_both_sides(fact.indicator)}{fact.scope or ''}{fact.deed or ''}")):
        return True
    if role == "deed" and fact.deed is None and _is_no_deed_of_its_own(stretch, words, english):
        return True
    if _PLACE.fullmatch(words) and " from " in english and fact.change_kind == "rank":
        return True
    if role == "degree" and IN_A_ROW.fullmatch(prepared(words)):
        return " consecutive years" in english
    if words in ("其中", "当中") and _is_of_the_place(fact):
        return True  # what statistics take of the whole place is that of the place
    if role in ("base", "among", "deed", "whole"):
        return _is_told(role, words, fact, english)
    return may_be_left_out(words, english)


def _is_no_deed_of_its_own(stretch: Stretch, words: str, english: str) -> bool:
    """Say whether a verb tells of another number (新增162座、累计达到832座), or how this one was come to."""
    fostered = words in FOSTERED and "number of " in english  # 培育企业达到6家
    return stretch.inherited or fostered or is_arrival(words)  # 从8.4%|提升到13.3%


_PLACE = re.compile("[从由]居?|第(?:[0-9]+|[一二三四五六七八九十]+)[位名]")


def _is_of_the_place(fact: Fact) -> bool:
    return fact.part_of is None and kind_of(fact) not in PIECES and canonical(prepared(fact.indicator)) is not None


def _is_of_a_change(words: str, fact: Fact) -> bool:
    """Say whether words tell by how much more or less something grew, or of a change where the fact has a level."""
    told_as_level = fact.change is None and fact.number is not None and fact.change_kind != "rank"
    return _GREW_MORE.match(words) is not None or (told_as_level and not _ARRIVED.search(words))


_GREW_MORE = re.compile("[多少][增减降]")
_ARRIVED = re.compile("[到至为成达]")
_OF_A_WHOLE = re.compile(r"(?:In [^,]+, o|O)f ")
_SET_OUT = re.compile("[从由].{4}年[底末]?的?")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_YEAR_BEGUN = re.compile("年初(?!预算)")


def _both_sides(name: str) -> str:
    """Give a name with the word for both, of which it is one: 城乡居民 of urban and of rural residents, 三次产业."""
    if name.startswith(("第一产业", "第二产业", "第三产业")):
        return f"三次{name}"
    return f"城乡{name}" if name.startswith(("城镇", "农村")) else name


def _within(words: str, name: str) -> bool:
    return all(character in name for character in words)


def _is_told(role: str, words: str, fact: Fact, english: str) -> bool:
    """Say whether a role that has a field of its own is said from it."""
    match role:
        case "deed":
            own = words in "为对向给" or _within(words, fold(fact.deed or ""))
            told = own and _deed_is_told(fact, english)
            return told or may_be_left_out(words, english)
        case "among":
            return " in " in english or " among " in english
        case "base":
            if words in fold(fact.indicator) and re.search(r" (?:higher|lower) than ", english):
                return True  # 增速高于全国2个百分点
            if (
                fact.base is None
                and _SET_OUT.fullmatch(words)
                and words[1:5].translate(_DIGITS) == (fact.period or "")[:4]
            ):
                return True  # 由2012年的355亿元增加到772亿元: it is of the year it set out from
            return fact.base is not None and (_YEAR_BEGUN.search(words) is not None) == (fact.base == "year_begun")
        case "whole":
            named = _within(words, fold(fact.indicator)) and "占" in fact.indicator
            alone = is_listed_part(fact) or (fact.part_of or "~") in fact.indicator
            return named or (
                (alone or _OF_A_WHOLE.match(english) is not None)
                and _within(words, f"其中当{fold(fact.part_of or '')}")
            )
    return may_be_left_out(words, english)


_LESSENS = CUTS | {"减少", "下降", "减轻", "降低"}
"""Verbs that the English says by what decreased."""


_IN_OTHER_WORDS = (
    (re.compile("建[成设]"), re.compile(r"\bconstruction projects\b.* completed\b")),
    (re.compile("解决"), re.compile(r"\b[Ss]afe drinking water\b")),
    (re.compile("开展|组织|举办"), re.compile(r"\bprovided with\b")),
    (re.compile("加快"), re.compile(r"\b(?:was|be) accelerated\b")),
    (BREAKS_GROUND, re.compile(r"\b[Cc]onstruction (?:began|will begin|is expected to begin) on\b")),
    (re.compile("^新?(?:获得?|荣获)$"), re.compile(r"\b(?:obtained|granted|made)\b")),
)
"""Verbs that are told of their things in words of their own."""
_COVERED = re.compile(r"\bcover(?:ed)? .*(?:people|households?|participants?|mu|hectares|square \w+|kilowatts)\b")
"""Whom works reached, or how far they went."""


def _deed_is_told(fact: Fact, english: str) -> bool:
    """Say whether the English has the words of what was done."""
    verb = prepared(fact.deed or "")
    if verb in _LESSENS and re.search(r"\b(?:decrease|fall|cut|reduce)", english):
        return True
    if any(pattern.search(verb) and said.search(english) for pattern, said in _IN_OTHER_WORDS):
        return True
    if verb in ADDS:
        return re.search(r"\b(?:add|added|another|new|newly|increase\w*|grow)\b", english, re.IGNORECASE) is not None
    if verb in CARRIED_OUT and _COVERED.search(english):
        return True
    deed = deed_of(verb, read_object)
    if deed is None:
        return False
    told = english.lower()
    small = ("full", "fully") if "all " in told else ("newly",) if "another " in told else ()
    several = (
        *englishes(deed),
        deed.english.replace("selected for ", "selected as "),
        *([deed.infinitive() or ""] if "efforts will" in told else []),
    )
    said = ([word for word in re.findall(r"[a-z]{3,}", one) if word not in small] for one in several if one)
    return any(all(word[: max(3, len(word) - 2)] in told for word in words) for words in said)
