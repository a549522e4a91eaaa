"""Join two neighbouring phrases of a Chinese clause into one, with its English: the transfer grammar.

`RULES` is the whole of it: for each pair of categories the joiners that may apply. A joiner gives the phrase
that covers both, or None. Categories are listed at `Phrase`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from exporter.english.morphology import MARK, inflect, joined, word_set
from exporter.english.phrases import BEHIND, SLOT, Phrase, coordinated, noun

Joiner: TypeAlias = Callable[[Phrase, Phrase], Phrase | None]

_LATE = ("at ", "in ", "with ", "on ", "by ", "for ", "across ", "through ", "under ", "to ", "from ", "as ", "over ")
"""An adverb that begins so follows its verb phrase."""
_PLANNED = word_set(
    "requirements targets tasks goals objectives plans priorities arrangements measures plan target task goal "
    "objective priority approach initiatives deployment arrangement"
)
"""Nouns whose year is the one they are for: tasks for 2018, but work in 2017."""


def raised(phrase: Phrase) -> tuple[Phrase, ...]:
    """Read a phrase as one of a wider category."""
    match phrase.category:
        case "N" | "NC":
            return (replace(phrase, category="NP", cost=phrase.cost + 0.05),)
        case "H" if phrase.other:
            alone = noun(phrase.other, phrase.length, phrase.cost + 0.05)
            return (replace(alone, verbal=phrase.verbal, slots=(phrase.text,)),)
        case "(PP" if phrase.text and (phrase.text.startswith(("through ", "centering ")) or not phrase.verbal):
            return (replace(phrase, category="PP", text=phrase.text.replace(SLOT, phrase.other), other=""),)
    return ()


# ---------------------------------------------------------------- nouns


_CARRIERS = word_set(
    "projects tasks capacity rate materials institutions standards facilities bases centers industries systems system "
    "mechanisms funds areas zones teams sites platforms plans services equipment organizations industry sector work "
    "problems costs fees expenses policies measures conditions environment markets products schools agencies counties "
    "cities departments stations plants items procedures documents targets requirements loans insurance time period "
    "technology process groups network networks channels programs campaigns activities personnel meetings points lines"
)
"""Nouns that what is done stands before, as a modifier: a renovation project, a service center."""


_ABSTRACT = word_set("rate capacity time period costs fees expenses process technology conditions environment system")
"""Of these, those that are never what was done itself."""


def _carries(noun_phrase: Phrase) -> bool:
    head = noun_phrase.text.partition(" of ")[0].partition(" (")[0]
    return head.rpartition(" ")[2] in _CARRIERS


def _compound(left: Phrase, right: Phrase) -> Phrase | None:
    """环境 | 保护 → environmental protection; 教育和科技 | 事业, where one noun serves both.

    A noun that can take another in its slot, or is long itself, is better served by `of`.
    """
    if not left.other or right.described or left.other.count(" ") > 8:
        return None
    more = 0.1 if left.adjectival else 0.1 + 0.25 * left.other.count(" ")
    if left.verbal:
        more += 0.2 if _carries(right) else 0.9
    more += 0.35 if right.slots and (not left.adjectival or " " in right.text) else 0.0
    more += 0.25 * left.parallel if left.category == "NC" else 0.0
    made = _noun(left, right, f"{left.other} {right.text}", right.article, more, f"{left.other} {right.other}")
    return replace(made, category=right.category, described=left.described, slots=right.slots)


def _described(left: Phrase, right: Phrase) -> Phrase | None:
    """重要 | 领域 → important areas; an adjective that follows its noun (for all) is kept behind."""
    if left.text.startswith(BEHIND):
        return _noun(left, right, f"{right.text} {left.text[1:]}", right.article, 0.1, "")
    determiner = left.text.endswith("'s") or left.text.split()[0] in _DETERMINERS
    article = "" if determiner else right.article
    other = f"{left.text} {right.other}" if right.other and not determiner else ""
    made = _noun(left, right, f"{left.text} {right.text}", article, 0.1, other)
    return replace(made, category=right.category if other else "NP", described=True, slots=right.slots)


_DETERMINERS = frozenset(
    ("all", "various", "every", "each", "several", "some", "many", "more", "no", "both", "our", "a", "an")
)


def _of(left: Phrase, right: Phrase) -> Phrase | None:
    """2009年工作 的 总体要求 → general requirements for work in 2009."""
    word = "for" if right.text.rpartition(" ")[2] in _PLANNED else "of"
    return _noun(left, right, f"{right.text} {word} {left.full}", right.article or "the", 0.35, "")


def _filled(left: Phrase, right: Phrase) -> Phrase | None:
    """工作 | 回顾 → review of work; what is done, by its -ing form."""
    filler, extra = (left.gerund(), 1.0) if left.category == "VP" else (left.full, 0.3)
    extra += 0.5 if left.verbal else -0.2 if left.parts else 0.0
    article, text = _split_article(right.text.replace(SLOT, filler))
    if not article and _OF.match(right.text):
        article = "the"
    return _noun(left, right, text, article, extra, "")


INNER = "[]"
"""Where a pattern that takes a noun before it puts what stands inside it: 占…比重, `{} as a share of []`."""
_OF = re.compile(r"[a-z-]+(?: [a-z-]+){0,3} of \{\}")


def _of_both(left: Phrase, right: Phrase) -> Phrase | None:
    """政府工作 | 要求和任务 → requirements and tasks for government work."""
    word = "for" if right.text.rpartition(" ")[2] in _PLANNED else "of"
    return _noun(left, right, f"{right.text} {word} {left.full}", right.article, 0.4, "")


def _attributive(left: Phrase, right: Phrase) -> Phrase | None:
    """Hold a noun and the adjective after it, until the noun that both describe is known."""
    if not left.other:
        return None
    made = replace(right, category="NA", other=left.other, parts=(left.full,), length=left.length + right.length)
    return replace(made, cost=left.cost + right.cost + (1.3 if left.verbal else 0.4))


def _fronted(left: Phrase, right: Phrase) -> Phrase | None:
    """农业 稳定 | 发展 → steady agricultural development: English puts the adjective first."""
    return _noun(left, right, f"{left.text} {left.other} {right.text}", right.article, 0.15, "")


def _fronted_of(left: Phrase, right: Phrase) -> Phrase | None:
    """固定资产投资 过快 | 增长 → excessively fast growth of fixed-asset investment."""
    article, text = _split_article(right.text.replace(SLOT, left.parts[0]))
    return _noun(left, right, f"{left.text} {text}", article, 0.2, "")


def _two_adjectives(left: Phrase, right: Phrase) -> Phrase | None:
    """平稳 较快 → steady, relatively fast; joined by 和: with and."""
    if left.text.startswith(BEHIND) or right.text.startswith(BEHIND):
        return None
    text = f"{left.text}{' and' if left.category == 'AK' else ','} {right.text}"
    return Phrase("A", text, text, cost=left.cost + right.cost + 0.2, length=left.length + right.length)


def _two_times(left: Phrase, right: Phrase) -> Phrase:
    """2025年 和 十四五时期 → 2025 and the 14th Five-Year Plan period."""
    text = f"{left.text} and {right.text}"
    return Phrase("T", text, f"in {text}", cost=left.cost + right.cost + 0.1, length=left.length + right.length)


def _then(left: Phrase, right: Phrase) -> Phrase:
    """2020年 | 经济发展 as a sentence: the time comes last."""
    return replace(_verb(left, right, right.category, f"{right.text} {left.other}", 0.3), plural=right.plural)


def _among(left: Phrase, right: Phrase) -> Phrase | None:
    """教育、医疗 等 | 领域 → education, medical care, and other areas."""
    parts = left.parts or (left.full,)
    text = ", ".join(parts) + (", and" if len(parts) > 1 else " and") + f" other {right.text}"
    return replace(_noun(left, right, text, "", 0.2, ""), plural=True)


def _in_year(left: Phrase, right: Phrase) -> Phrase | None:
    """2018年 | 主要任务 → main tasks for 2018."""
    when = f"for {left.text}" if right.text.rpartition(" ")[2] in _PLANNED else left.other
    return _noun(left, right, f"{right.text} {when}", right.article, 0.2, "")


def _that_does(left: Phrase, right: Phrase) -> Phrase | None:
    """覆盖城乡居民 的 | 体系 → system covering urban and rural residents."""
    return _noun(left, right, f"{right.text} {left.gerund()}", right.article or "the", 0.8, "")


def _qualified(left: Phrase, right: Phrase) -> Phrase | None:
    """有利于科学发展 的 | 体制机制 → systems and mechanisms conducive to scientific development."""
    return _noun(left, right, f"{right.text} {left.text}", right.article, 0.3, "")


def _counted(left: Phrase, right: Phrase) -> Phrase | None:
    """十 | 件 | 大事 → ten major events; a counted noun has no article."""
    return _noun(left, right, f"{left.text} {right.text}", "", 0.1, f"{left.text}-{right.other}")


def _noun(left: Phrase, right: Phrase, text: str, article: str, cost: float, other: str) -> Phrase:
    return Phrase(
        "N" if other else "NP",
        text,
        other,
        article,
        right.plural,
        left.cost + right.cost + cost,
        left.length + right.length,
    )


def _split_article(text: str) -> tuple[str, str]:
    word, _, rest = text.partition(" ")
    return ("the" if word == "the" else "a", rest) if word in ("the", "a", "an") else ("", text)


# ---------------------------------------------------------------- verbs


def _with_object(left: Phrase, right: Phrase) -> Phrase:
    """深化 | 改革 → deepen reform."""
    return _verb(left, right, "VP", left.text.replace(SLOT, right.full), 0.1)


_LOOSE = (" in", " on", " of", " to", " for", " with", " at", " by", " from", " into")
"""Ends of verbs that no participle can be made of without their object."""


def _done(left: Phrase, right: Phrase) -> Phrase | None:
    """新建 | 铁路 as an indicator: railways built. Only a whole term may be read so."""
    if not left.text.endswith(f" {SLOT}") or left.text.removesuffix(f" {SLOT}").endswith(_LOOSE):
        return None
    if _carries(right) and (left.verbal or right.text.rpartition(" ")[2] in _ABSTRACT):
        return None
    how = inflect(left.text.removesuffix(f" {SLOT}"), "participle")
    made = _noun(left, right, f"{right.text} {how}", right.article, 0.3, "")
    return replace(made, category="DN", plural=right.plural, verbal=left.verbal or right.verbal)


def _has_been(left: Phrase, right: Phrase) -> Phrase | None:
    """铁路 | 投入运营 as an indicator: railways put into operation."""
    if not right.text.startswith(f"{MARK}be "):
        return None
    return replace(
        _noun(left, right, f"{left.text} {right.text[4:]}", left.article, 0.5, ""), category="DN", plural=left.plural
    )


def _with_action(left: Phrase, right: Phrase) -> Phrase:
    """加快 | 建设现代化产业体系, where the first verb takes a second as its object: by its -ing form."""
    return _verb(left, right, "VP", left.text.replace(SLOT, right.gerund()), 1.8)


def _adverbial(left: Phrase, right: Phrase) -> Phrase:
    """扎实 | 推进乡村振兴 → take solid steps to advance rural vitalization."""
    how = left.other if left.other and right.category == "I" else left.text
    if how.endswith(" to"):
        text = f"{MARK}{how} {right.text.replace(MARK, '')}"
    elif how.startswith(_LATE) or (right.category != "V" and " " not in right.text):
        text = f"{right.text} {how}"
    elif right.text.startswith(f"{MARK}be "):
        text = f"{MARK}be {how} {right.text[4:]}"
    else:
        text = f"{how} {right.text}"
    return replace(_verb(left, right, right.category, text, 0.1), other=right.other)


def _adverb_lost(left: Phrase, right: Phrase) -> Phrase | None:
    """全面 | 完成任务 as an indicator: how it was done is no part of what is counted, unless it follows."""
    if left.text.endswith(" to"):
        return replace(right, cost=left.cost + right.cost + 0.3, length=left.length + right.length)
    return replace(
        right, text=f"{right.text} {left.text}", cost=left.cost + right.cost + 0.2, length=left.length + right.length
    )


def _two_verbs(left: Phrase, right: Phrase) -> Phrase | None:
    """保障 和 改善 → secure and improve: verbs that share an object; side by side only if alike in length."""
    ends = f" {SLOT}"
    if not (left.text.endswith(ends) and right.text.endswith(ends)):
        return None
    uneven = abs(left.length / max(1, len(left.parts)) - right.length)
    if left.category == "V" and (uneven or left.length < 2):
        return None
    extra = 0.6 if left.category == "V" and right.verbal else 0.0
    parts = (*(left.parts or (left.text.removesuffix(ends),)), right.text.removesuffix(ends))
    other = f"{left.other} and {right.other.replace(f'{MARK}be ', '')}"
    made = _verb(left, right, "V", joined(parts) + ends, 0.3 + 0.15 * uneven + extra)
    return replace(made, parts=parts, other=other)


def _two_states(left: Phrase, right: Phrase) -> Phrase:
    """巩固 和 加强 as predicates: was consolidated and strengthened."""
    return _verb(left, right, "I", f"{left.text} and {right.text.replace(f'{MARK}be ', '')}", 0.3)


def _achieves(left: Phrase, right: Phrase) -> Phrase | None:
    """构建产业体系 | 取得成效: what was done is the subject of what came of it."""
    if not right.text.startswith(f"{MARK}achieve "):
        return None
    return _verb(left, right, "S", f"{left.gerund()} {right.text}", 0.6)


def _two_actions(left: Phrase, right: Phrase) -> Phrase:
    """Two verb phrases side by side or joined by 和: improve A and promote B; side by side if alike in length."""
    uneven = abs(left.length - right.length)
    extra = 0.45 + 0.1 * uneven if left.category == "VPK" else 0.6 + 0.3 * uneven
    return _verb(left, right, "VP", f"{left.text} and {right.text}", extra)


def _prepositional(left: Phrase, right: Phrase) -> Phrase:
    """为劳动者 | 提供服务 → provide services for workers."""
    return _verb(left, right, right.category, f"{right.text} {left.text}", 0.15)


def _causes(left: Phrase, right: Phrase) -> Phrase:
    """推动 | 制造业 + 迈向高端 → enable manufacturing to move to the high end: first the one who acts."""
    return _verb(left, right, "VCN", left.text.replace(SLOT, right.full, 1), 0.1)


def _caused(left: Phrase, right: Phrase) -> Phrase:
    return _verb(left, right, "VP", left.text.replace(SLOT, right.text.replace(MARK, ""), 1), 0.35)


def _ensures(left: Phrase, right: Phrase) -> Phrase:
    """确保 | 经济实现新提升 → ensure that the economy achieves a new improvement."""
    return _verb(left, right, "VP", left.text.replace(SLOT, inflect(right.text, "present", right.plural)), 0.3)


def _sentence(left: Phrase, right: Phrase) -> Phrase:
    """新旧动能 | 加速转换 → the replacement of drivers gathers pace; its verb stays marked for tense."""
    extra = 0.2 if right.category == "VP" else 0.7 if right.verbal else 0.15
    made = _verb(left, right, "S", f"{left.full} {right.text}", extra)
    return replace(made, plural=left.plural)


def _verb(left: Phrase, right: Phrase, category: str, text: str, cost: float) -> Phrase:
    return Phrase(category, text, cost=left.cost + right.cost + cost, length=left.length + right.length)


# ---------------------------------------------------------------- function words and patterns


def _open(left: Phrase, right: Phrase) -> Phrase:
    """以 | 改革: the left side of a pattern and what fills it, a verb phrase by its -ing form."""
    acts = right.category == "VP"
    made = replace(
        right,
        category="(PP",
        text=left.text,
        other=right.gerund() if acts else right.full,
        slots=left.slots,
        verbal=acts,
    )
    return replace(
        made, article="", cost=left.cost + right.cost + (0.4 if acts else 0.1), length=left.length + right.length
    )


def _close(left: Phrase, right: Phrase) -> Phrase | None:
    """(以 改革) | 为动力: the pattern is whole if its two sides belong together."""
    for slot in left.slots:
        side, english, alone = slot.split("\t")
        if side == right.text:
            cost, length = left.cost + right.cost, left.length + right.length
            if INNER in english:
                text = english.replace(INNER, left.other)
                return Phrase("H", text, alone.replace(INNER, left.other), cost=cost, length=length)
            category = "VP" if english.startswith(MARK) else "PP"
            return Phrase(category, english.replace(SLOT, left.other), cost=cost, length=length)
    return None


def _takes(category: str) -> Joiner:
    """Hold what stands before a function word until what follows it is known."""

    def join(left: Phrase, right: Phrase) -> Phrase:
        return replace(left, category=category, cost=left.cost + right.cost, length=left.length + right.length)

    return join


def _joined(category: str, cost: float) -> Joiner:
    def join(left: Phrase, right: Phrase) -> Phrase | None:
        return None if right.parts else coordinated(left, right, category, cost)

    return join


def _enumerated(left: Phrase, right: Phrase) -> Phrase:
    """教育、医疗等 with nothing after it."""
    text = f"{', '.join(left.parts) or left.text}, among others"
    return replace(left, category="NP", text=text, other="", cost=left.cost + right.cost + 0.3, length=left.length + 1)


def _with_aside(left: Phrase, right: Phrase) -> Phrase:
    """企业 | （作坊） → enterprises (workshops)."""
    text = f"{left.text} {right.text}"
    return replace(left, text=text, cost=left.cost + right.cost + 0.1, length=left.length + right.length)


def _unsaid(left: Phrase, right: Phrase) -> Phrase:
    """共 | 拆除: a word that English leaves out."""
    return replace(right, cost=left.cost + right.cost + 0.1, length=left.length + right.length)


RULES: Mapping[tuple[str, str], tuple[Joiner, ...]] = {
    ("N", "N"): (_compound,),
    ("NC", "N"): (_compound,),
    ("N", "NC"): (_compound, _of_both),
    ("N", "A"): (_attributive,),
    ("NA", "N"): (_fronted,),
    ("NA", "H"): (_fronted_of,),
    ("A", "N"): (_described,),
    ("A", "A"): (_two_adjectives,),
    ("A", "K"): (_takes("AK"),),
    ("AK", "A"): (_two_adjectives,),
    ("A", "NC"): (_described,),
    ("A", "U"): (_takes("AU"),),
    ("AU", "NP"): (_described,),
    ("NP", "U"): (_takes("NPU"),),
    ("NPU", "NP"): (_of,),
    ("VP", "U"): (_takes("VPU"),),
    ("VPU", "NP"): (_that_does,),
    ("PP", "U"): (_takes("PPU"),),
    ("PPU", "NP"): (_qualified,),
    ("N", "B"): (_with_aside,),
    ("NP", "B"): (_with_aside,),
    ("DN", "B"): (_with_aside,),
    ("NP", "E"): (_takes("NPE"), _enumerated),
    ("NPE", "NP"): (_among,),
    ("N", "K"): (_takes("NK"),),
    ("NC", "K"): (_takes("NK"),),
    ("NK", "N"): (_joined("NC", 0.2),),
    ("NP", "K"): (_takes("NPK"),),
    ("NPK", "NP"): (_joined("NP", 0.3),),
    ("N", "H"): (_filled,),
    ("NP", "H"): (_filled,),
    ("VP", "H"): (_filled,),
    ("T", "N"): (_in_year,),
    ("T", "NC"): (_in_year,),
    ("T", "NP"): (_in_year,),
    ("T", "U"): (_takes("TU"),),
    ("TU", "NP"): (_in_year,),
    ("T", "K"): (_takes("TK"),),
    ("TK", "T"): (_two_times,),
    ("T", "S"): (_then,),
    ("T", "VP"): (_then,),
    ("M", "N"): (_counted,),
    ("V", "NP"): (_with_object, _done),
    ("V", "VP"): (_with_action,),
    ("V", "V"): (_two_verbs,),
    ("V", "K"): (_takes("VK"),),
    ("VK", "V"): (_two_verbs,),
    ("VP", "K"): (_takes("VPK"),),
    ("VPK", "VP"): (_two_actions,),
    ("VP", "VP"): (_two_actions, _achieves),
    ("D", "V"): (_adverbial,),
    ("D", "VP"): (_adverbial,),
    ("D", "I"): (_adverbial,),
    ("I", "K"): (_takes("IK"),),
    ("IK", "I"): (_two_states,),
    ("G", "I"): (lambda left, right: _verb(left, right, "I", right.text, 0.1),),
    ("PP", "VP"): (_prepositional,),
    ("PP", "V"): (_prepositional,),
    ("VC", "NP"): (_causes,),
    ("VCN", "VP"): (_caused,),
    ("VCN", "I"): (_caused,),
    ("VS", "S"): (_ensures,),
    ("NP", "VP"): (_sentence,),
    ("D", "DN"): (_adverb_lost,),
    **{("Z", category): (_unsaid,) for category in ("A", "N", "NP", "NC", "V", "VP", "I", "DN", "S", "H")},
    ("T", "DN"): (_in_year,),
    ("NP", "I"): (_sentence, _has_been),
    ("(", "NP"): (_open,),
    ("(", "VP"): (_open,),
    ("(PP", ")"): (_close,),
}
"""The grammar: which joiners are tried for a pair of neighbours."""
