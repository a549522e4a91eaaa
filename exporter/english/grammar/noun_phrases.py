"""Join nouns with what describes them, into one noun phrase with its English."""

from __future__ import annotations

import re

from exporter.english.grammar.agents import CAUSING
from exporter.english.grammar.carriers import carries
from exporter.english.grammar.novelties import novelty
from exporter.english.grammar.of_its_kind import in_the_system, of_its_kind, system_of
from exporter.english.grammar.owners import able, is_some, owned_by_all, owner, stands_beside
from exporter.english.grammar.phrases import SLOT, Phrase, coordinated, replace
from exporter.english.grammar.senses import as_meant
from exporter.english.grammar.two_deeds import two_deeds
from exporter.english.words.morphology import is_plural, word_set


def compound(left: Phrase, right: Phrase) -> Phrase | None:
    """环境 | 保护 → environmental protection; 教育和科技 | 事业, where one noun serves both.

    A noun that can take another in its slot, or is long itself, is better served by `of`. Of nouns only a proper name
    stands before an adjective: Ningbo city-level farms.
    """
    if left.other.startswith(QUOTE) and right.other.startswith(QUOTE):
        return replace(coordinated(left, right, "N", 0.1), length=left.length + right.length)
    if left.text.rpartition(" ")[2] in PLACES and not left.adjectival and not left.parts and not left.verbal:
        return _there(left, right)
    if left.text in CAUSING and left.verbal and not left.children and not carries(right):
        return None  # 扩大 | 高水平开放 is a deed and its object
    if kind := of_its_kind(left, right):
        article, named = kind
        return noun_of(left, right, named, article, 0.2, "", plural=is_plural(named))
    if owned(left, right) or not _may_stand_before(left, right) or newly(left, right) or within(left, right):
        return None
    if leading := _LASTING.fullmatch(right.text) or (left.category == "N" and _LEADING.fullmatch(right.text)):
        text = f"{leading['how']} {left.other} {leading['what']}"
        return noun_of(left, right, text, right.article, 0.35, text, described=True)
    if left.text.istitle() and _OF_PLACE.match(right.text):
        return noun_of(left, right, f"{left.text}'s {right.text}", "", 0.35, "")
    text, other = f"{left.other} {right.text}", f"{left.other} {right.other}"
    same, cost = right.category, _strain(left, right)
    described, slots = left.described, right.slots
    return noun_of(left, right, text, right.article, cost, other, category=same, described=described, slots=slots)


def _there(left: Phrase, right: Phrase) -> Phrase | None:
    """重点领域 | 金融风险 → financial risks in key areas; what says itself where it is stands as it is."""
    if " in " in right.text or right.text.endswith(tuple(PLACES)):
        return None
    return noun_of(left, right, f"{right.text} in {left.full}", right.article, 0.3, "")


def owned(left: Phrase, right: Phrase) -> Phrase | None:
    """群众 | 获得感 → the people's sense of fulfillment."""
    whose = owner(left, right)
    if (whose and is_some(left)) or (whose is None and owned_by_all(left, right)):
        return noun_of(left, right, f"{right.text} of {left.full}", "the", 0.2, "")
    return None if whose is None else noun_of(left, right, f"{whose} {right.text}", "", 0.2, "")


def within(left: Phrase, right: Phrase) -> Phrase | None:
    """经济 | 发展质量 → quality of economic development: what an adjective describes stands behind of."""
    plain = left.adjectival and left.other.count(" ") < 2 and not left.other[:1].isupper()
    found = _INSIDE.fullmatch(right.text) if plain else None
    if found is None:
        return None
    text = f"{found['what']} {left.other} {found['of']}"
    return noun_of(left, right, text, right.article or "the", 0.15, "")


def newly(left: Phrase, right: Phrase) -> Phrase | None:
    """绿色发展 | 新优势 → new strengths in green development: what is new stands first in English."""
    found = novelty(left, right)
    return None if found is None else noun_of(left, right, found[1], found[0], 0.3, "")


_INSIDE = re.compile(r"(?P<what>[a-z]+(?: [a-z]+)? (?:of|for)) (?P<of>[a-z]+)")
"""What is said of something: the quality of development, where another noun says of which."""


def _may_stand_before(left: Phrase, right: Phrase) -> bool:
    named = left.other[:1].isupper()
    if not left.other or (right.described and not named) or left.other.count(" ") > 8:
        return False
    if _NAME.match(right.text) and left.text.islower():
        return False
    if right.text.startswith(f"{left.other} "):
        return False  # 工业 | 园区建设: industrial industrial parks
    if left.text in PLACES and not left.adjectival:
        return False
    if _SOME.match(left.other) or " to " in left.other or _JOINING.search(right.text):
        return False
    if " " in left.other and (right.category == "NC" or " of " in right.text):
        return False
    if left.adjectival and _LEADING.match(right.text):
        return _LEADING.fullmatch(right.text) is not None
    return not (right.text.rpartition(" ")[2] in MEANT and _FOSTERING.search(left.other))


_NAME = re.compile(r"(?:[A-Z][a-z]+ ?)+$")
PLACES = word_set("areas fields localities places")
"""Where something is so, rather than what kind it is of: corruption in some areas."""


def _strain(left: Phrase, right: Phrase) -> float:
    """Say how ill a noun stands before another."""
    heavy = 0.35 if right.text.rpartition(" ")[2] in MEANT else 0.25
    more = 0.1 if left.adjectival else 0.1 + heavy * left.other.count(" ")
    if left.verbal:
        more += 0.2 if carries(right) else 0.9
    more += 0.35 if right.slots and (not left.adjectival or " " in right.text) else 0.0
    more += 0.3 if right.slots and left.other.count(" ") > 1 else 0.0
    more += 0.7 if right.slots and left.other.startswith(QUOTE) else 0.0
    more += 0.6 if " of " in right.text and not left.adjectival and not left.other[:1].isupper() else 0.0
    return more + (0.25 * left.parallel if left.category == "NC" else 0.0)


_FOSTERING = re.compile(r"\b(?:fostering|building|making)$")
_OF_PLACE = re.compile(r"(?:degree|level|quality|pace|structure|number|share|capacity|growth) (?:of|for) ")
_LASTING = re.compile(r"(?P<how>three-year|five-year|special) (?P<what>[a-z ]*(?:campaigns|plans))")
QUOTE = '"'
_SOME = re.compile(r"(?:all|some|many|a few) ")
_JOINING = re.compile(r" (?:between|against|that|among|with|by) ")
_LEADING = re.compile(
    r"(?P<how>(?:relatively )?(?:steady|stable|rapid|fast|sound|coordinated|balanced|integrated|sustained|all-round|"
    r"high-quality|steady and relatively fast|sound and rapid|good and fast))(?: (?P<what>development|growth|progress))"
)
"""What is said of development: another noun stands between, steady economic development."""


def filled(left: Phrase, right: Phrase) -> Phrase | None:
    """工作 | 回顾 → review of work; what is done, by its -ing form."""
    if left.category == "VP" and (right.verbal or _NOT_DOING.match(right.text)):
        return None  # (完善 功能) 提升 is one thing done after another, not what is done to the other
    if stands_beside(left.parts, right.text):
        return None
    if both := two_deeds(left, right):
        return noun_of(left, right, both, "the", 0.3, "")
    if text := able(left, right):
        if is_some(left):
            return noun_of(left, right, f"{right.other} of {left.full}", "the", 0.2, "")
        return noun_of(left, right, text, "", 0.2, "")
    filler, extra = (left.gerund(), 1.0) if left.category == "VP" else (in_the_system(left.full, right), 0.3)
    extra += 0.5 if left.verbal else -0.2 if left.parts else 0.0
    pattern = as_meant(right, left).text
    if system := system_of(left, pattern):
        return noun_of(left, right, system, "a", extra, "")
    article, text = _split_article(pattern.replace(SLOT, filler))
    if not article and _OF.match(pattern):
        article = "the"
    return noun_of(left, right, text, article, extra, "", plural=right.plural or is_plural(text))


_NOT_DOING = re.compile(
    r"(?:the )?(?:(?:vitality|momentum|drivers?|strength|appeal|quality|environment|structure)\b|(?:[a-z]+ ){0,2}"
    r"(?:improvement|upgrading|transformation|rectification|order|regulation|maintenance|administration|warning) )"
)
"""What is not of doing something: the vitality of reform, never of reforming; nor are the deeds that things undergo."""
INNER = "[]"
"""Where a pattern that takes a noun before it puts what stands inside it: 占…比重, `{} as a share of []`."""
_OF = re.compile(r"[a-z-]+(?: [a-z-]+){0,3} of \{\}")


def fronted(left: Phrase, right: Phrase) -> Phrase | None:
    """农业 稳定 | 发展 → steady agricultural development: English puts the adjective first."""
    if leading := _LEADING.fullmatch(right.text):
        text = f"{left.text} and {leading['how']} {left.other} {leading['what']}"
        return noun_of(left, right, text, right.article, 0.15, "")
    return noun_of(left, right, f"{left.text} {left.other} {right.text}", right.article, 0.15, "")


def fronted_of(left: Phrase, right: Phrase) -> Phrase | None:
    """固定资产投资 过快 | 增长 → excessively fast growth of fixed-asset investment."""
    article, text = _split_article(right.text.replace(SLOT, left.parts[0]))
    return noun_of(left, right, f"{left.text} {text}", article, 0.2, "")


def among(left: Phrase, right: Phrase) -> Phrase | None:
    """教育、医疗 等 | 领域 → education, medical care, and other areas."""
    parts = left.parts or (left.full,)
    text = ", ".join(parts) + (", and" if len(parts) > 1 else " and") + f" other {right.text}"
    return noun_of(left, right, text, "", 0.2, "", plural=True)


MEANT = word_set(
    "projects campaigns plans policies measures strategies initiatives efforts actions drives campaign plan"
)
"""Nouns of what is done for an end."""


def counted(left: Phrase, right: Phrase) -> Phrase | None:
    """十 | 件 | 大事 → ten major events; a counted noun has no article."""
    count = left.text.removesuffix(" major") if _GREAT.match(right.text) else left.text
    return noun_of(left, right, f"{count} {right.text}", "", 0.1, f"{count}-{right.other}", described=True)


def miscounted(phrase: Phrase) -> bool:
    """Say whether several are told of what English has one of: three regional layout."""
    return phrase.rule == "counted" and not phrase.children[1].plural


_GREAT = re.compile(r"(?:major|key|main|leading|great|big|new|core|landmark|mega) ")


def noun_of(
    left: Phrase,
    right: Phrase,
    text: str,
    article: str,
    cost: float,
    other: str,
    *,
    category: str = "",
    plural: bool | None = None,
    described: bool = False,
    slots: tuple[str, ...] = (),
) -> Phrase:
    """Make the noun phrase that covers two phrases; `other` is its form before another noun, if it may stand there.

    It is in the plural where the right one is, and of no wider category, unless told otherwise.
    """
    return Phrase(
        category or ("N" if other else "NP"),
        text,
        other,
        article,
        right.plural if plural is None else plural,
        left.cost + right.cost + cost,
        left.length + right.length,
        slots=slots,
        described=described,
    )


def _split_article(text: str) -> tuple[str, str]:
    word, _, rest = text.partition(" ")
    return ("the" if word == "the" else "a", rest) if word in ("the", "a", "an") else ("", text)
