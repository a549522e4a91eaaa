"""Join nouns with what describes them, into one noun phrase with its English."""

from __future__ import annotations

import re
from dataclasses import replace

from exporter.english.morphology import word_set
from exporter.english.phrases import BEHIND, SLOT, Phrase

_PLANNED = word_set(
    "requirements targets tasks goals objectives plans priorities arrangements measures plan target task goal "
    "objective priority approach initiatives deployment arrangement"
)
"""Nouns whose year is the one they are for: tasks for 2018, but work in 2017."""


CARRIERS = word_set(
    "projects tasks capacity rate materials institutions standards facilities bases centers industries systems system "
    "mechanisms funds areas zones teams sites platforms plans services equipment organizations industry sector work "
    "problems costs fees expenses policies measures conditions environment markets products schools agencies counties "
    "cities departments stations plants items procedures documents targets requirements loans insurance time period "
    "technology process groups network networks channels programs campaigns activities personnel meetings points lines"
)
"""Nouns that what is done stands before, as a modifier: a renovation project, a service center."""


ABSTRACT = word_set("rate capacity time period costs fees expenses process technology conditions environment system")
"""Of these, those that are never what was done itself."""


def carries(noun_phrase: Phrase) -> bool:
    """Say whether what is done may stand before a noun as its modifier."""
    head = noun_phrase.text.partition(" of ")[0].partition(" (")[0]
    return head.rpartition(" ")[2] in CARRIERS


def compound(left: Phrase, right: Phrase) -> Phrase | None:
    """环境 | 保护 → environmental protection; 教育和科技 | 事业, where one noun serves both.

    A noun that can take another in its slot, or is long itself, is better served by `of`.
    """
    if not left.other or right.described or left.other.count(" ") > 8:
        return None
    more = 0.1 if left.adjectival else 0.1 + 0.25 * left.other.count(" ")
    if left.verbal:
        more += 0.2 if carries(right) else 0.9
    more += 0.35 if right.slots and (not left.adjectival or " " in right.text) else 0.0
    more += 0.25 * left.parallel if left.category == "NC" else 0.0
    made = noun_of(left, right, f"{left.other} {right.text}", right.article, more, f"{left.other} {right.other}")
    return replace(made, category=right.category, described=left.described, slots=right.slots)


def described(left: Phrase, right: Phrase) -> Phrase | None:
    """重要 | 领域 → important areas; an adjective that follows its noun (for all) is kept behind."""
    if left.text.startswith(BEHIND):
        return noun_of(left, right, f"{right.text} {left.text[1:]}", right.article, 0.1, "")
    determiner = left.text.endswith("'s") or left.text.split()[0] in _DETERMINERS
    article = "" if determiner else right.article
    other = f"{left.text} {right.other}" if right.other and not determiner else ""
    made = noun_of(left, right, f"{left.text} {right.text}", article, 0.1, other)
    return replace(made, category=right.category if other else "NP", described=True, slots=right.slots)


_DETERMINERS = frozenset(
    ("all", "various", "every", "each", "several", "some", "many", "more", "no", "both", "our", "a", "an")
)


def of(left: Phrase, right: Phrase) -> Phrase | None:
    """2009年工作 的 总体要求 → general requirements for work in 2009."""
    word = "for" if right.text.rpartition(" ")[2] in _PLANNED else "of"
    return noun_of(left, right, f"{right.text} {word} {left.full}", right.article or "the", 0.35, "")


def filled(left: Phrase, right: Phrase) -> Phrase | None:
    """工作 | 回顾 → review of work; what is done, by its -ing form."""
    filler, extra = (left.gerund(), 1.0) if left.category == "VP" else (left.full, 0.3)
    extra += 0.5 if left.verbal else -0.2 if left.parts else 0.0
    article, text = _split_article(right.text.replace(SLOT, filler))
    if not article and _OF.match(right.text):
        article = "the"
    return noun_of(left, right, text, article, extra, "")


INNER = "[]"
"""Where a pattern that takes a noun before it puts what stands inside it: 占…比重, `{} as a share of []`."""
_OF = re.compile(r"[a-z-]+(?: [a-z-]+){0,3} of \{\}")


def of_both(left: Phrase, right: Phrase) -> Phrase | None:
    """政府工作 | 要求和任务 → requirements and tasks for government work."""
    word = "for" if right.text.rpartition(" ")[2] in _PLANNED else "of"
    return noun_of(left, right, f"{right.text} {word} {left.full}", right.article, 0.4, "")


def attributive(left: Phrase, right: Phrase) -> Phrase | None:
    """Hold a noun and the adjective after it, until the noun that both describe is known."""
    if not left.other:
        return None
    made = replace(right, category="NA", other=left.other, parts=(left.full,), length=left.length + right.length)
    return replace(made, cost=left.cost + right.cost + (1.3 if left.verbal else 0.4))


def fronted(left: Phrase, right: Phrase) -> Phrase | None:
    """农业 稳定 | 发展 → steady agricultural development: English puts the adjective first."""
    return noun_of(left, right, f"{left.text} {left.other} {right.text}", right.article, 0.15, "")


def fronted_of(left: Phrase, right: Phrase) -> Phrase | None:
    """固定资产投资 过快 | 增长 → excessively fast growth of fixed-asset investment."""
    article, text = _split_article(right.text.replace(SLOT, left.parts[0]))
    return noun_of(left, right, f"{left.text} {text}", article, 0.2, "")


def two_adjectives(left: Phrase, right: Phrase) -> Phrase | None:
    """平稳 较快 → steady, relatively fast; joined by 和: with and."""
    if left.text.startswith(BEHIND) or right.text.startswith(BEHIND):
        return None
    text = f"{left.text}{' and' if left.category == 'AK' else ','} {right.text}"
    return Phrase("A", text, text, cost=left.cost + right.cost + 0.2, length=left.length + right.length)


def two_times(left: Phrase, right: Phrase) -> Phrase:
    """2025年 和 十四五时期 → 2025 and the 14th Five-Year Plan period."""
    text = f"{left.text} and {right.text}"
    return Phrase("T", text, f"in {text}", cost=left.cost + right.cost + 0.1, length=left.length + right.length)


def among(left: Phrase, right: Phrase) -> Phrase | None:
    """教育、医疗 等 | 领域 → education, medical care, and other areas."""
    parts = left.parts or (left.full,)
    text = ", ".join(parts) + (", and" if len(parts) > 1 else " and") + f" other {right.text}"
    return replace(noun_of(left, right, text, "", 0.2, ""), plural=True)


def in_year(left: Phrase, right: Phrase) -> Phrase | None:
    """2018年 | 主要任务 → main tasks for 2018."""
    when = f"for {left.text}" if right.text.rpartition(" ")[2] in _PLANNED else left.other
    return noun_of(left, right, f"{right.text} {when}", right.article, 0.2, "")


def that_does(left: Phrase, right: Phrase) -> Phrase | None:
    """覆盖城乡居民 的 | 体系 → system covering urban and rural residents."""
    return noun_of(left, right, f"{right.text} {left.gerund()}", right.article or "the", 0.8, "")


def qualified(left: Phrase, right: Phrase) -> Phrase | None:
    """有利于科学发展 的 | 体制机制 → systems and mechanisms conducive to scientific development."""
    return noun_of(left, right, f"{right.text} {left.text}", right.article, 0.3, "")


def counted(left: Phrase, right: Phrase) -> Phrase | None:
    """十 | 件 | 大事 → ten major events; a counted noun has no article."""
    return noun_of(left, right, f"{left.text} {right.text}", "", 0.1, f"{left.text}-{right.other}")


def noun_of(left: Phrase, right: Phrase, text: str, article: str, cost: float, other: str) -> Phrase:
    """Make the noun phrase that covers two phrases; `other` is its form before another noun, if it may stand there."""
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
