"""Write a fact as an English sentence, every part of it by rule.

Where prose would be stiff or would guess, the sentence is an entry: `Shareholding reform (target): 50 enterprises.`
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from exporter.english.deeds import ADDS, LIGHT, Deed, Time, deed_of
from exporter.english.figures import amount, bounded, ordinal, percent, plain
from exporter.english.morphology import head_of, is_plural, sentence_case
from exporter.english.subjects import NO_NAMES, PERSONS, SCOPES, Subject, read_object, subject_of
from exporter.english.text import Names, prepared
from exporter.facts.indicators import canonical
from exporter.facts.units import Unit, unit_of
from exporter.model import Bound, Fact


def fact_in_english(fact: Fact, year: str | None = None, names: Names = NO_NAMES) -> Fact:
    """Fill `indicator_en`, `value_en`, `english`; `verified` only when every part was rendered by rule.

    `year` is what a reader takes for granted (the year reviewed, or planned); a fact of another period names it.
    Without it the year that the fact's section names stands for it.
    """
    subject = _subject(fact, names)
    indicator = subject.text if subject else None
    value = value_in_english(fact, indicator)
    english = sentence(fact, subject, year) if subject and value and not _is_distance(fact) else None
    return replace(
        fact,
        indicator_en=indicator,
        value_en=value,
        english=english,
        english_status="verified" if english else "untranslated",
    )


def indicator_in_english(indicator: str, names: Names = NO_NAMES) -> str | None:
    """Render an indicator in lower case, as inside a sentence: from a table, or composed."""
    subject = subject_of(indicator, names)
    return subject.text if subject else None


def value_in_english(fact: Fact, indicator: str | None = None) -> str | None:
    """Render what a fact states: its amount with its bound, or its change where it states no amount.

    Beside an indicator that names what is counted (new urban jobs) the measure word is left out.
    """
    if fact.change_kind == "rank":
        return _rank(fact)
    if fact.number is None and _is_structure(fact):
        return _structure(fact)
    if fact.number is None or is_change(fact):
        return _change_alone(fact)
    counted = indicator is not None and is_plural(indicator)
    text = amount(fact.number, fact.unit, upper=fact.upper, counted=counted)
    return None if text is None else bounded(text, fact.bound)


def is_change(fact: Fact) -> bool:
    """Say whether the value is itself the change: 不良贷款余额减少56.4亿元."""
    return fact.change_kind == "absolute" and fact.change is not None and fact.number == abs(fact.change)


def sentence(fact: Fact, subject: Subject, year: str | None = None) -> str | None:
    """Write the sentence of a fact, or None if a part of it cannot be said by rule."""
    when = _when(fact, year)
    scope = _scope(fact)
    if when is None or scope is None:
        return None
    if scope and fact.change_kind != "rank":
        subject = _within(subject, scope, _is_pieces(fact))
    said = _said(fact, subject)
    if said is not None and "~" not in said:
        return f"{when.strip().capitalize()}, {said}." if when and ", " in said else f"{sentence_case(said)}{when}."
    entry = _entry(fact, subject, when)
    return f"{sentence_case(entry)}." if entry and "~" not in entry else None


# ---------------------------------------------------------------- values


_ORDINALS: Mapping[str, int] = MappingProxyType({"首位": 1, "榜首": 1, "第一": 1, "首": 1, "之首": 1})
_STANDING = re.compile(r"(?:的?(?:总量|规模|数量))?(?:排名|排位|位次|名次|位居|排行)$")
"""What says in an indicator that it is ranked, which the sentence says by its verb."""


def _subject(fact: Fact, names: Names) -> Subject | None:
    kind = _kind(fact)
    counted = kind in _PIECES or kind in ("area", "volume", "mass", "length", "money", "count")
    named = fact.indicator
    if fact.change_kind == "rank":
        named = _STANDING.sub("", prepared(named)) or named
        if named.endswith(("综合", "全面")):
            named = fact.indicator
    return subject_of(named, names, counted and fact.change_kind != "rank", kind == "money")


def _is_distance(fact: Fact) -> bool:
    """Tell a distance to another's rate (高于全市平均4.2个百分点), which is no level of the indicator's own."""
    return fact.value is not None and fact.unit in ("个百分点", "个基点") and fact.change != fact.number


def _kind(fact: Fact) -> str:
    found = unit_of(fact.unit) if fact.unit else None
    return found.kind if found else "bare"


_PIECES = frozenset(("count", "person", "household"))


def _is_pieces(fact: Fact) -> bool:
    return _kind(fact) in _PIECES


def _rank(fact: Fact) -> str | None:
    number = fact.number if fact.number is not None else fact.change
    if number is None:
        number = Decimal(_ORDINALS.get(fact.value or "", 0))
    whole = number == number.to_integral_value()
    return f"{ordinal(int(number))} place" if 0 < number < 10000 and whole else None


def _is_structure(fact: Fact) -> bool:
    return fact.change is None and bool(_STRUCTURE.fullmatch(prepared(fact.value or "")))


_STRUCTURE = re.compile(r"\d+(?:\.\d+)?(?:[:：∶]\d+(?:\.\d+)?){1,3}")
"""A ratio in print: 2.8∶30.8∶66.4."""


def _structure(fact: Fact) -> str:
    return re.sub(r"[:：∶]", ":", prepared(fact.value or ""))


def _change_alone(fact: Fact) -> str | None:
    text = _change_amount(fact)
    if text is None or fact.change is None:
        return None
    if fact.kind == "target" and fact.change > 0:
        return f"growth of {bounded(text, _change_bound(fact))}"
    return f"{_way(fact)} {bounded(text, _change_bound(fact))}"


def _way(fact: Fact) -> str:
    return "up" if (fact.change or 0) >= 0 else "down"


def _change_amount(fact: Fact) -> str | None:
    """Write the size of a change, without its direction."""
    if fact.change is None:
        return None
    size = abs(fact.change)
    match fact.change_kind:
        case "percent" | "multiple":
            return percent(size)
        case "percentage_points":
            return f"{plain(size)} percentage point{'' if size == 1 else 's'}"
        case "absolute":
            return amount(size, fact.unit, counted=True)
    return None


def _change_bound(fact: Fact) -> Bound:
    """Give the bound of the change; where there is no value, the fact's own bound is the change's."""
    alone = fact.number is None or is_change(fact)
    return fact.bound if alone and fact.change_bound == "exact" else fact.change_bound


# ---------------------------------------------------------------- prose


def _said(fact: Fact, subject: Subject) -> str | None:
    """Say subject, verb and figures, without period and full stop; None where only an entry is safe."""
    if fact.change_kind == "rank":
        return _ranked(fact, subject)
    if fact.number is None and _is_structure(fact):
        target = f"{'are' if subject.plural else 'is'} targeted to be"
        return f"{subject.full} {target if fact.kind == 'target' else 'stood at'} {_structure(fact)}"
    if fact.number is None or is_change(fact):
        return _changed(fact, subject)
    deed = _deed(fact, subject)
    head = _acted_on(fact, subject, deed) if deed else None if _hides_a_verb(fact, subject) else _stated(fact, subject)
    if head is None or fact.change is None or fact.change_kind == "none":
        return head
    size = _change_amount(fact)
    if size is None:
        return None
    return f"{head}, {_way(fact)} {bounded(size, _change_bound(fact))}"


_RANKED: Mapping[str, str] = MappingProxyType(
    {
        "全国": " in the country",
        "全省": " in the province",
        "全市": " in the city",
        "全县": " in the county",
        "全区": " in the district",
        "全球": " in the world",
        "世界": " in the world",
    }
)
"""Among whom something is ranked."""


def _ranked(fact: Fact, subject: Subject) -> str | None:
    place = _rank(fact)
    where = _RANKED.get((fact.scope or "")[:2], "")
    if place is None:
        return None
    if head_of(subject.noun).endswith("ranking"):
        return f"{subject.full} was {place}{where}"
    whom = f"the number of {subject.text}" if subject.plural and _is_number(fact, subject) else subject.full
    return f"{whom} ranked {place.removesuffix(' place')}{where}"


def _is_number(fact: Fact, subject: Subject) -> bool:
    """Say whether what is ranked is how many there are of things, and not a length or a sum of them."""
    known = canonical(prepared(fact.indicator))
    unit = unit_of(known.unit) if known and known.unit else None
    return _countable(subject) and (unit is None or unit.kind in _PIECES)


def _countable(subject: Subject) -> bool:
    """Say whether a plural is of things, not of a sum (exports, sales, profits)."""
    return not _SUMS.search(head_of(subject.noun))


_SUMS = re.compile(
    r"(?:exports|imports|sales|profits|deposits|loans|earnings|revenues|taxes|prices|wages|savings|emissions|funds|"
    r"bonds|services|subsidies|cuts|reductions|costs|expenses|fees|transactions|results)$"
)


def _stated(fact: Fact, subject: Subject) -> str | None:
    """Say a level: X reached V; X is targeted to reach V; X will be kept at no more than V."""
    text = _amount_beside(fact, subject)
    if text is None:
        return None
    bare, a_number = _bare(text), subject.noun.startswith("number of ")
    if bare and not a_number and (not subject.plural or (fact.unit is not None and not _is_counted(fact))):
        return None  # a bare count says nothing of what is not counted in pieces
    value = bounded(text, fact.bound)
    who, be = subject.full, "are" if subject.plural else "is"
    if bare and not a_number and _countable(subject):
        return _numbered(fact, subject, value)
    ratio = _is_ratio(fact) or a_number
    match fact.kind:
        case "target" if fact.bound == "at_most":
            return f"{who} will be kept at {value}"
        case "target" if fact.bound == "strive":
            return f"efforts will be made to bring {who} to {value}"
        case "target":
            at = "at" if fact.bound == "about" else "to be" if ratio else "to reach"
            return f"{who} {be} targeted {at} {value}"
        case "estimate":
            return f"{who} {be} estimated at {value}"
    if fact.bound == "over" and not _MOVED.search(_before_number(fact)):
        return f"{who} exceeded {text}"
    return f"{who} {_reached(fact, ratio, subject.plural)} {value}"


def _numbered(fact: Fact, subject: Subject, value: str) -> str:
    """Say how many there are of what is counted: X numbered 13; there was one X."""
    who = subject.text
    if _is_one(fact) and fact.kind == "actual" and fact.bound == "exact":
        return f"there was one {subject.one}"
    match fact.kind:
        case "target" if fact.bound == "at_most":
            return f"the number of {who} will be kept at {value}"
        case "target" if fact.bound == "strive":
            return f"efforts will be made to bring the number of {who} to {value}"
        case "target":
            at = "at" if fact.bound == "about" else "to reach"
            return f"the number of {who} is targeted {at} {value}"
        case "estimate":
            return f"the number of {who} is estimated at {value}"
    if fact.bound == "over":
        return f"the number of {who} exceeded {value.removeprefix('more than ')}"
    return f"{who} numbered {value}"


_MOVED = re.compile(
    r"(?:(?P<down>压缩|缩短|压减|下降|降低|减少|精简|回落|降|减)|(?P<up>提高|提升|增加|上升|增长|扩大|增|升))(?:至|到|为)"
    r"[近约超过的了]{0,2}$"
)


def _reached(fact: Fact, ratio: bool, plural: bool) -> str:
    """Choose the verb of a level: from the words before the figure, or by what it measures."""
    moved = _MOVED.search(_before_number(fact))
    if moved is not None and fact.bound in ("exact", "about", "nearly", "over"):
        return "fell to" if moved["down"] else "rose to"
    if fact.bound in ("about", "at_least", "at_most"):
        return "were" if plural else "was"
    return "stood at" if ratio else "reached"


def _before_number(fact: Fact) -> str:
    """Give the words that stand right before the figure."""
    if fact.number_span is None:
        return ""
    return prepared(fact.quote[: max(0, fact.number_span.start - fact.span.start)])[-8:]


def _changed(fact: Fact, subject: Subject) -> str | None:
    """Say a change alone: X increased by V; X is targeted to grow by at least V."""
    size = _change_amount(fact)
    if size is None or fact.change is None:
        return None
    text = bounded(size, _change_bound(fact))
    be = "are" if subject.plural else "is"
    if _GROWTH.search(subject.text) and fact.change_kind != "percentage_points":
        return _growth_itself(fact, subject, text, be)
    up = fact.change >= 0
    grow = ("rise" if "price" in subject.text else "grow") if up else "fall"
    match fact.kind:
        case "target":
            return f"{subject.full} {be} targeted to {grow} by {text}"
        case "estimate":
            return f"{subject.full} {be} estimated to {grow} by {text}"
    return f"{subject.full} {'increased' if up else 'decreased'} by {text}"


_GROWTH = re.compile(
    r"\b(?:increase|rise|growth|decline|decrease|reduction|fall|change)\b(?: rate)?(?: in | of |$)|\bgrowth rate"
)


def _growth_itself(fact: Fact, subject: Subject, text: str, be: str) -> str:
    """Say the size of what is itself a growth: the rise in consumer prices was 1.9 percent."""
    if fact.kind == "actual":
        minus = "" if (fact.change or 0) >= 0 else "minus "
        return f"{subject.full} {'were' if be == 'are' else 'was'} {minus}{text}"
    return f"{subject.full} {be} {'targeted' if fact.kind == 'target' else 'estimated'} at {text}"


# ---------------------------------------------------------------- what was done


_MEASURES = frozenset(("count", "person", "household", "area", "volume", "mass", "length", "money", "power"))


def _deed(fact: Fact, subject: Subject) -> Deed | None:
    """Give what was done to what is counted: by the fact's verb, else by its indicator."""
    kind, verb = _kind(fact), fact.verb
    if kind not in _MEASURES and not (kind == "bare" and subject.plural) and not verb:
        return None
    own = Deed(subject.done) if subject.done else None
    if own is not None and (subject.settled or verb is None or verb in LIGHT or verb in ADDS or verb in _BUILT):
        return own
    if verb is None or (verb in LIGHT and not (subject.plural and (_is_pieces(fact) or kind == "bare"))):
        return None
    deed = deed_of(prepared(verb), read_object)
    if deed is None or (kind == "money" and not deed.money and verb in _NEUTRAL):
        return None
    if own is not None and not deed.english.startswith("~"):
        return Deed(f"{deed.english} or {own.english}")
    return _fitting(deed, subject)


_NEUTRAL = LIGHT | {"支持", "安排", "用于", "建设", "新建", "带动", "帮助", "扶持", "引导"}
"""Verbs that say of money no more than that it was there."""
_BUILT: Mapping[str, str] = MappingProxyType({"新建": "newly built ", "新建成": "newly completed ", "建成": ""})
"""What stands before a noun of which more is said: newly built railways were put into operation."""
_CUTS = frozenset(("减少", "压减", "削减", "精简", "裁减", "压缩", "减", "缩减"))


_PRIZE = re.compile(r"(?:prizes?|awards?|medals?|nominations?|titles?|honors?|championships?)$")


def _fitting(deed: Deed, subject: Subject) -> Deed:
    """Fit a deed to its object: prizes are won, households in difficulty are helped."""
    head = head_of(subject.noun)
    if deed.english in ("recognized", "selected", "approved") and _PRIZE.search(head):
        return replace(deed, english="won")
    if deed.english == "solved" and PERSONS.search(head):
        return replace(deed, english="helped")
    return deed


def _hides_a_verb(fact: Fact, subject: Subject) -> bool:
    """Say whether the fact has a verb that its sentence must say and cannot."""
    if not fact.verb or fact.verb in LIGHT or (_kind(fact) == "money" and fact.verb in _NEUTRAL):
        return False
    return _deed(fact, subject) is None


def _acted_on(fact: Fact, subject: Subject, deed: Deed) -> str | None:
    """Say what was done to what is counted: 1,217 units were offered; greening increased by 2,180 mu."""
    text = _amount_beside(fact, subject)
    if text is None:
        return None
    time: Time = "will" if fact.kind == "target" else "estimate" if fact.kind == "estimate" else "past"
    by = _moved_by(fact, subject, time, text)
    if by is not None:
        return by
    subject = _before_deed(fact, subject, deed)
    one = _is_one(fact)
    counted = _counted(bounded(text, fact.bound), subject, one)
    if counted is None:
        return None
    plural = not one and (_kind(fact) in _PIECES or (subject.plural and _kind(fact) != "money"))
    if time == "will" and fact.bound == "strive":
        return f"efforts will be made for {counted} to {deed.said('base', plural)}"
    total = "a total of " if counted[0].isdigit() and not one and _kind(fact) != "percent" else ""
    return f"{total}{counted} {deed.said(time, plural)}"


def _moved_by(fact: Fact, subject: Subject, time: Time, text: str) -> str | None:
    """Say that something grew or shrank by an amount: 新增煤炭产能, 减少贫困人口."""
    mass = not subject.plural or _kind(fact) == "money"
    if not (fact.verb in _CUTS or (fact.verb in ADDS and mass)) or subject.done or (_bare(text) and not subject.plural):
        return None
    verb = "decrease" if fact.verb in _CUTS else "increase"
    said = {"will": f"will {verb}", "estimate": f"is expected to {verb}"}.get(time, f"{verb}d")
    number = _countable(subject) and _bare(text)
    who = f"the number of {subject.text}" if number else subject.full
    return f"{who} {said} by {bounded(text, fact.bound)}"


def _before_deed(fact: Fact, subject: Subject, deed: Deed) -> Subject:
    """Keep in the noun what its indicator says was done, where the sentence says something else."""
    if subject.done and deed.english == subject.done:
        return replace(subject, noun=_BUILT.get(fact.verb or "", "") + subject.noun)
    if subject.done and not deed.english.endswith(f" or {subject.done}"):
        return replace(subject, noun=replace(subject, aside="").text, done="")
    if (fact.unit or "").endswith("套") and subject.noun.endswith("housing projects"):
        return replace(subject, noun=subject.noun.removesuffix(" projects"))
    return subject


def _bare(text: str) -> bool:
    """Say whether an amount is a number alone, without a unit or a sign of currency."""
    alone = text[-1].isdigit() or text.endswith(("million", "billion", "trillion")) or text.isalpha()
    return alone and not re.search(r"[$€]", text)


_PROBLEM = re.compile(r"(?:problems?|difficult(?:y|ies)) (?:in|of|with) ")


def _counted(text: str, subject: Subject, one: bool) -> str | None:
    """Join an amount and what it counts: three farms, one farm, 2,180 mu of forest; None for a bare mass."""
    noun = subject.noun.removeprefix("the ")
    if _PROBLEM.match(noun):
        return None
    if text.isdigit() and int(text) < 10:
        text = _SMALL[int(text)]
    aside = f" ({subject.aside})" if subject.aside else ""
    if not _bare(text):
        link = "in" if subject.plural and text.endswith("yuan") else "of"
        return f"{text} {link} {noun}{aside}"
    if noun.endswith("talent"):
        return f"{text} {noun.removesuffix('talent')}professional{'' if one else 's'}{aside}"
    if not subject.plural:
        return None
    return f"{text} {subject.one if one else noun}{aside}"


_SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _amount_beside(fact: Fact, subject: Subject) -> str | None:
    """Write a fact's amount beside its subject: a measure word that only repeats what is counted is left out."""
    assert fact.number is not None
    counted = subject.plural or subject.noun.endswith("talent")
    if _kind(fact) in ("person", "household") and subject.plural and not _are_counted(fact, subject):
        counted = False
    text = amount(fact.number, fact.unit, upper=fact.upper, counted=counted)
    if text is None:
        return None
    if "glass" in subject.noun:
        text = text.replace("TEU", "standard case")
    if _is_span(fact) and subject.noun.startswith(f"{text.rpartition(' ')[2]} "):
        return text.rpartition(" ")[0]
    if not _bare(text) or subject.plural:
        return text
    piece = _piece(fact, subject)
    return f"{text} {piece}" if piece else text


def _are_counted(fact: Fact, subject: Subject) -> bool:
    """Say whether what is named is the persons or households that the figure counts."""
    head = head_of(subject.noun)
    return bool(PERSONS.search(head)) or _EVENTS.search(head) is not None


_EVENTS = re.compile(
    r"(?:jobs|trips|visits|arrivals|beneficiaries|cases|transfers|births|deaths|registrations|applications|houses|"
    r"dwellings|homes|listings|places|posts|victims|increases|users|accounts|enrollments|awards|prizes|nominations|"
    r"participants|offenders|criminals|suspects)$"
)


_PIECE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {"套": ("unit", "units"), "台": ("unit", "units"), "台套": ("unit", "units"), "间": ("room", "rooms")}
)
"""English of measure words beside a noun that has no plural: 1,217 units of public rental housing."""
_UNCOUNTED = re.compile(r"(?:equipment|machinery|furniture|advice|legislation|research|information|evidence)$")


def _piece(fact: Fact, subject: Subject) -> str:
    found: Unit | None = unit_of(fact.unit) if fact.unit else None
    word = found.text.lstrip("万亿千百") if found else ""
    one, many = ("piece", "pieces") if _UNCOUNTED.search(subject.noun) else _PIECE.get(word, ("", ""))
    return one if _is_one(fact) else many


def _is_counted(fact: Fact) -> bool:
    return _is_pieces(fact) or _is_span(fact)


def _is_one(fact: Fact) -> bool:
    found = unit_of(fact.unit) if fact.unit else None
    return fact.number == 1 and fact.upper is None and (found is None or found.magnitude == 1)


def _is_span(fact: Fact) -> bool:
    return _kind(fact) == "time"


def _is_ratio(fact: Fact) -> bool:
    return _kind(fact) in ("percent", "point", "rate", "spec", "time")


# ---------------------------------------------------------------- entries


_COUNTERS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "家": ("organization", "organizations"),
        "处": ("site", "sites"),
        "所": ("institution", "institutions"),
        "项": ("item", "items"),
        "件": ("item", "items"),
        "宗": ("case", "cases"),
        "起": ("case", "cases"),
        "例": ("case", "cases"),
        "笔": ("transaction", "transactions"),
        "套": ("unit", "units"),
        "台": ("unit", "units"),
        "批": ("batch", "batches"),
        "种": ("kind", "kinds"),
        "轮": ("round", "rounds"),
    }
)
"""What a measure word says of something that is named without being counted: 污染治理121家."""


def _entry(fact: Fact, subject: Subject, when: str) -> str | None:
    """Write an entry instead of prose: the subject, what kind of figure it is, and the figure."""
    if fact.change_kind == "rank" or _hides_a_verb(fact, subject):
        return None
    value = _change_alone(fact) if fact.number is None or is_change(fact) else _entry_value(fact, subject)
    if value is None:
        return None
    kind = {"target": "goal" if fact.bound == "strive" else "target", "estimate": "estimate"}.get(fact.kind, "")
    note = f" ({(kind + (' for' if when and kind else '')) + when.replace(' in ', ' ')})".replace("( ", "(")
    change = None if fact.number is None or is_change(fact) else _change_amount(fact)
    after = f", {_way(fact)} {bounded(change, _change_bound(fact))}" if change and fact.change_kind != "none" else ""
    done = f" {subject.done}" if subject.done and not subject.done.startswith("~") else ""
    title = f"{subject.noun}{done}{f', {subject.aside}' if subject.aside else ''}"
    return f"{title}{note if note != ' ()' else ''}: {value}{after}"


def _entry_value(fact: Fact, subject: Subject) -> str | None:
    text = _amount_beside(fact, subject)
    if text is None:
        return None
    if _bare(text) and (not subject.plural or _PROBLEM.match(subject.noun)):
        word = _COUNTERS.get((fact.unit or "").lstrip("万亿千百"), ("", ""))[not _is_one(fact)]
        if word.startswith("organization") and "enterprise" in subject.noun:
            word = word.replace("organization", "enterprise")
        text = f"{text} {word}".strip()
    return bounded(text, fact.bound)


# ---------------------------------------------------------------- scope and period

_WHOLE = re.compile(r"^(?:全(?:国|省|市|县|区|州|盟|旗|镇|乡|社会)|我[国省市县区]|本[省市县区])$")
"""The place itself, which an English sentence of its report takes for granted."""


def _scope(fact: Fact) -> str | None:
    if not fact.scope or _WHOLE.match(fact.scope) or (fact.change_kind == "rank" and fact.scope[:2] in _RANKED):
        return ""
    return SCOPES.get(fact.scope)


def _within(subject: Subject, scope: str, pieces: bool) -> Subject:
    """Say the accounting scope: before what is counted (city-level maker spaces), else in brackets."""
    if pieces and scope.endswith(" level") and subject.plural and not subject.article:
        return replace(subject, noun=f"{scope.replace(' ', '-')} {subject.noun}")
    return replace(subject, aside=scope)


def _when(fact: Fact, year: str | None) -> str | None:
    """Say the period, unless the reader takes it for granted; None for one that cannot be said."""
    if fact.period is None:
        return ""
    taken = year or (re.search(r"\d{4}", prepared(fact.section or "")) or [""])[0]
    if fact.period == taken:
        return ""
    if re.fullmatch(r"\d{4}", fact.period):
        return f" in {fact.period}"
    span = re.fullmatch(r"(\d{4})[-–](\d{4})", fact.period)
    return f" in the {span[1]}–{span[2]} period" if span else None
