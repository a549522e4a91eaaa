"""Say where English is knotted: deeds heaped on deeds, things said to do what none does."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import Phrase


def is_knotted(phrase: Phrase) -> bool:
    """Say whether a reader would have to untie a phrase before knowing what it says."""
    return any(knot(phrase) for knot in _KNOTS)


def _chained(phrase: Phrase) -> bool:
    """The level of the modernization of the management of reserves: what is of what, three deep."""
    said = phrase.text.removeprefix("building of ")  # which its verb says: build a system of
    return bool(phrase.children) and _CHAIN.search(said) is not None


_CHAIN = re.compile(r"\bof (?:the )?(?:[a-z-]+ ){1,3}of (?:the )?(?:[a-z-]+ ){1,3}of\b")


def _no_doer(phrase: Phrase) -> bool:
    """The precision ensuring implementation: only what acts by itself, or is made to, does what stands before 的."""
    if phrase.rule != "that_does" or len(phrase.children) != 2:
        return False
    thing = phrase.children[1].text
    behind = phrase.text.removeprefix(thing)
    return behind.startswith((" to become ", " to be ")) or not (_SAYS_HOW.match(behind) or _DOERS.search(thing))


_SAYS_HOW = re.compile(
    r" (?:to|of|for|with|covering|concerning|involving|reflecting|affecting|benefiting|integrating) "
)
_DOERS = re.compile(
    r"\b(?:systems?|mechanisms?|institutions?|policies|policy|laws?|regulations|rules|standards|industr(?:y|ies)|"
    r"enterprises?|firms|projects?|products|services|networks?|platforms?|facilities|channels?|markets?|clusters?|"
    r"bases?|centers?|parks?|zones?|teams?|personnel|talent|people|officials|government|department|departments|bodies|"
    r"economy|pattern|framework|model|problems|barriers|factors|obstacles|bottlenecks|issues|places|areas|regions|"
    r"technologies|equipment|chains?|programs?|outlets)$"
)


def _of_no_kind(phrase: Phrase) -> bool:
    """Plan | the building of system: a system of which nobody says what it is for."""
    return phrase.rule == "filled" and _BARE.fullmatch(phrase.text) is not None


def _either_verb(phrase: Phrase) -> bool:
    """落实 | 鼓励 (农业发展 的 措施): the second of two verbs may be done to what stands before 的 alone."""
    if phrase.rule != "with_object" or phrase.children[0].rule != "two_verbs":
        return False
    verbs, thing = phrase.children
    return verbs.children[0].category == "V" and thing.rule in ("of", "that_does")


_BARE = re.compile(r"[a-z]+ of (?:system|mechanism|structure|framework)")


def _twice(phrase: Phrase) -> bool:
    """干字当头、实干为先: put action first, and put action first."""
    return phrase.rule == "two_actions" and len({one.text for one in phrase.children}) == 1


def _of_the_second(phrase: Phrase) -> bool:
    """提高 防灾减灾 和 (应对 灾害 的 能力): the capacity is for both."""
    if phrase.rule != "two_actions" or phrase.children[0].category != "VPK":
        return False
    first, second = phrase.children
    shares = second.rule == "with_object" and second.children[1].rule in ("of", "that_does")
    return shares and first.leaves[-1].text == "and" and not second.leaves[0].text.startswith(first.leaves[0].text)


def _thinking_done(phrase: Phrase) -> bool:
    """按照市场化 | 运作 思路: what stands behind 按照 is a thing, not what is done by it."""
    if phrase.rule != "prepositional" or len(phrase.children) != 2:
        return False
    how, act = phrase.children
    if how.text.startswith(("centering on ", "focusing on ")):
        return act.length < 3  # 围绕数据 | 惠民
    governed = act.leaves[0].verbal or _GOVERNED.search(act.text) is not None
    return how.text.startswith(_BY) and act.rule == "with_object" and governed


_GOVERNED = re.compile(r"\b(?:thinking|needs|requirements|principles?|approach|conditions)$")
_BY = ("in accordance with ", "in light of ", "on the basis of ")


def _named_deed(phrase: Phrase) -> bool:
    """支持 (前海 建设 | 新体系): the place does it, and it is no kind of what is built."""
    if phrase.rule not in ("compound", "described") or len(phrase.children) != 2:
        return False
    left, right = phrase.children
    if phrase.rule == "described":
        return left.length == 1 and bool(right.children)  # 大 | 产业框架
    return bool(left.children) and left.leaves[0].text.istitle() and left.leaves[-1].verbal


_KNOTS = (_of_the_second, _thinking_done, _named_deed, _twice, _chained, _no_doer, _of_no_kind, _either_verb)
