"""Say whether the name of a figure, put together of terms, may well mean something else."""

from __future__ import annotations

import re
from itertools import pairwise

from exporter.english.figures.neighbors import SIDES
from exporter.english.glossary.terms import load
from exporter.english.grammar.chart_parser import NOUNS
from exporter.english.grammar.doubt import strangers
from exporter.english.grammar.headings import Names, read_noun
from exporter.english.grammar.phrases import BEHIND, Phrase, every
from exporter.english.grammar.senses import unsettled

MARGIN = 0.2
"""How much dearer a reading in other terms must be, for the best one to be believed."""
_STRAINS = (0.0, 0.1, 0.8, 0.55, 0.5)
"""How ill the terms of a name may fit together, by their number: what is longer has more ways to be wrong."""


def name_is_doubtful(text: str, phrase: Phrase, names: Names) -> bool:
    """Say whether a name that was put together may well mean something else.

    A measure (产值, 覆盖率) or a general noun (项目, 活动) at the end takes all that stands before it, so that only
    what stands before it is in question.
    """
    if _AWKWARD.search(_with_terms_whole(phrase)) or _is_post_modified(phrase) or quotes_the_unknown(text):
        return True
    if _shares_its_head(text) or any(unsettled(phrase)) or _is_piled_up(phrase):
        return True
    inner = _before_head(text, phrase, names)
    return _is_doubtful(phrase if inner is None else inner) and _is_doubtful(_core(text, phrase, names))


def _with_terms_whole(phrase: Phrase) -> str:
    """Give the English of a name in which what a term of its own joins does not count as joined."""
    text = phrase.text
    for leaf in phrase.leaves:
        for form in (leaf.text, leaf.other):
            if " and " in form:
                text = text.replace(form, form.replace(" and ", " & "))
    return text


def _core(text: str, phrase: Phrase, names: Names) -> Phrase:
    """Take off a name what can only be said of all the rest: its general head, its rank, a total.

    Each piece is taken off only where the English of the whole is that of the rest, with the piece in its place: who
    keeps the order of the Chinese leaves no second reading out.
    """
    if len(phrase.leaves) > _CHAIN or any(map(_is_behind_a_noun, phrase.leaves, phrase.leaves[1:])):
        return phrase
    for peel in (_without_head, _without_front, _without_total) * 2:
        left = peel(text, phrase)
        rest = read_noun(left[0], names, NOUNS) if left is not None else None
        if left is not None and rest is not None and left[1].format(rest.other, rest.text) == phrase.text:
            text, phrase = left[0], rest
    return phrase


_CHAIN = 5
"""Most terms of a row that a reader of English still takes in."""


def _is_behind_a_noun(before: Phrase, phrase: Phrase) -> bool:
    """Say whether an adjective stands behind a noun, where English has none: ice and snow | distinctive | schools."""
    if phrase.adjectival and phrase.other.split()[0] in _PLAIN:
        return before.category in NOUNS
    moves = phrase.text in _FIRSTS or phrase.text == "key"
    return phrase.category == "A" and not moves and before.category in NOUNS and not before.adjectival


def _is_piled_up(phrase: Phrase) -> bool:
    """Say whether a plain noun stands before what a thing is like: river course | illegal sites."""
    return any(
        f"{one.other} {two.text}" in phrase.text and one.other.islower() and _LIKE_THIS.match(two.text) is not None
        for one, two in pairwise(phrase.leaves)
        if one.category in NOUNS and two.category in NOUNS and not one.adjectival
    )


_LIKE_THIS = re.compile(
    r"(?:rural|urban|beautiful|illegal|complete|safe|undergraduate|un[a-z]+ed|(?!\w+-)[a-z]{3,}ed) [a-z]"
)
"""What English says of a thing before it says of what kind it is."""
_PLAIN = frozenset(("distinctive", "special", "comprehensive", "major", "typical", "outstanding", "excellent"))


def _without_head(text: str, phrase: Phrase) -> tuple[str, str] | None:
    """Give what stands before a general head, and the English of the whole around it."""
    *before, head = phrase.leaves
    if not before or head.verbal or _HEADS.fullmatch(head.text) is None:
        return None
    return text[: head.place[0]], f"{{0}} {head.text}"


def _without_front(text: str, phrase: Phrase) -> tuple[str, str] | None:
    """Give what stands behind a rank or a size."""
    front, *rest = phrase.leaves
    if len(rest) < 2 or _FRONTS.fullmatch(text[slice(*front.place)]) is None:
        return None
    behind = front.text.startswith(BEHIND)
    return text[front.place[1] :], f"{{1}} {front.text[1:]}" if behind else f"{front.other} {{1}}"


def _without_total(text: str, phrase: Phrase) -> tuple[str, str] | None:
    """Give a name without a word like total in its middle, which English puts first."""
    for leaf in phrase.leaves[1:-1]:
        if leaf.text in _FIRSTS:
            return text[: leaf.place[0]] + text[leaf.place[1] :], f"{leaf.text} {{1}}"
    return None


_HEADS = re.compile(
    r"(?:projects?|programs?|activit(?:y|ies)|enterprises?|businesses|companies|firms|platforms?|centers?|bases?|stations?|"
    r"events?|villages?|towns|townships|counties|schools?|hospitals?|zones?|parks?|districts|services?|facilit(?:y|ies)|"
    r"campaigns?|funds?|tasks?|items?|standards?|clusters|sites|areas|workshops|factories|plants|laboratories|teams|networks|"
    r"systems|equipment|products|brands|measures|policies|lines|routes|roads|streets|buildings|markets|stores|shops|stops|"
    r"jobs|posts|beds|awards|competitions|forums|exhibitions|cases|plots|fields|farms|orchards|greenhouses|workstations|"
    r"institutes|institutions|academies|incubators|alliances|groups|classrooms|canteens|libraries|museums|venues|plants)"
)
"""Nouns of things of any kind, which take all that stands before them: a kind of A and B they never share."""
_FRONTS = re.compile(
    "(?:国家|世界|省部?|部|自治区|市|县|区|乡镇|村|校)级|国家|全国|国际|国内|省|市|重点|重大|大型|中型|小型|中小型|新型|现代|现代化|首批|在建"
)
_FIRSTS = frozenset(("total", "average", "new", "annual"))


def _shares_its_head(text: str) -> bool:
    """Say whether the noun that the last of several names ends with may be that of the first too: 水电、风电|装机."""
    first, *others = SIDES.split(text)
    if _A_RANK.fullmatch(first):
        return False  # 国家级、省级科技型中小企业: a rank is nothing by itself
    last = others[-1] if others else ""
    longer = len(last) >= len(first) + 2 or (len(last) > _SIMPLE and last[-2:] != first[-2:])
    return longer and load().preferred(text) is None


_A_RANK = re.compile("(?:国家|世界|国际|全国|中央|自治区|省|市|县|区|部|州|盟|校)[级性]?")
_SIMPLE = 3
"""Longest name, in characters, that ends with no noun of others."""

_QUOTED = re.compile("“(.+?)”")


def quotes_the_unknown(text: str) -> bool:
    """Say whether a name stands in quotation marks that no table knows."""
    return any(map(_is_unknown, _QUOTED.findall(text)))


def _is_unknown(quoted: str) -> bool:
    """Say whether a name in quotation marks was put together, which is no name of it."""
    return load().preferred(quoted) is None and load().preferred(f"“{quoted}”") is None


_GENERAL = re.compile(
    r"(?:projects?|programs?|activit(?:y|ies)|enterprises?|businesses|companies|platforms?|centers?|bases?|stations?|events?|"
    r"villages?|schools?|hospitals?|zones?|parks?|services?|facilit(?:y|ies)|campaigns?|funds?|investment|tasks?|items?|standards?)"
)


def _before_head(text: str, phrase: Phrase, names: Names) -> Phrase | None:
    """Give what stands before the last word of a name, read alone; None where that word may take only a part of it."""
    if phrase.rule not in ("filled", "compound") or phrase.children[1].children:
        return None
    inner, head = phrase.children
    if phrase.rule == "compound" and not _GENERAL.fullmatch(head.text):
        return None
    return read_noun(text[slice(*inner.place)], names, NOUNS)


def _is_doubtful(phrase: Phrase) -> bool:
    leaves = phrase.leaves
    words = [leaf for leaf in leaves if leaf.category not in ("K", "U", "E")]
    if phrase.category in ("VP", "S") or len(words) > MAX_TERMS or phrase.margin < MARGIN:
        return True
    if (phrase.bridged and len(words) > 2) or strangers(phrase) > 1:
        return True
    allowed = _STRAINS[min(len(words), len(_STRAINS) - 1)]
    if len(words) < len(leaves) and phrase.rule != "join":
        allowed = min(allowed, 0.3)  # A和B with more behind: what belongs to both is anybody's guess
    return phrase.strain > allowed + _ROUNDING


_ROUNDING = 1e-6
MAX_TERMS = 6
"""Most terms that a name is put together of, and believed."""
_AWKWARD = re.compile(
    r"\b(\w{4,})\b(?: \w+){0,3} \1\b|\b(?:category|categories|amount) |\baspects?\b"
    r"|\b(?:of|for) .* (?:of|for) .* (?:of|for) "
    r"|\b(?:total|number|rate)\b.*\b(?:total|number|rate)$|\band\b.* \band\b"
    r"|\b(?!of|the|and|in|for|to|at|with|from|over|all)[a-z]+ (?:two|three|four|five|six|seven|eight|nine|ten) [a-z]"
    r"|^(?!share|proportion|ratio|.* as a share ).*\b(?:of|for)\b.* (?:rate|ratio|share|volume|amount|revenue)$"
    r"|\b(\w{5,}?)(?:s|es)? [\w-]+ \2(?:s|es)?\b|\b(\w{3,}?)(?:s|es)? \3(?:s|es)?\b"
    r"|\b(?:funds|spending|investment) (?:for|in|on) per capita\b"
    r"|insurance whole people|, (?:various|all kinds of) "
    r"|^(?:[\w-]+ )*(?:quality|high-quality|organic|green|special|special-purpose|advanced|improved) "
    r"(?:area|output|volume|number|amount|length|value) (?:of|planted|sown|under)\b"
)
"""English that no editor writes: a word twice, three of in a row, a number of numbers."""


def _is_post_modified(phrase: Phrase) -> bool:
    """Say whether a thing with words behind it stands before another: families in difficulty | renovation."""
    return any(
        one.rule == "compound" and _BEHIND.search(one.children[0].other or one.children[0].text) is not None
        for one in every(phrase)
    )


_BEHIND = re.compile(r"^[^\"]* (?:of|for|in|with|from|out of|above|under|between) ")
