"""Join verbs with objects, adverbs, subjects and other verbs, into one verb phrase or sentence with its English."""

from __future__ import annotations

from dataclasses import replace

from exporter.english.morphology import MARK, inflect, joined
from exporter.english.nounphrases import ABSTRACT, carries, noun_of
from exporter.english.phrases import SLOT, Phrase

_LATE = ("at ", "in ", "with ", "on ", "by ", "for ", "across ", "through ", "under ", "to ", "from ", "as ", "over ")
"""An adverb that begins so follows its verb phrase."""


def with_object(left: Phrase, right: Phrase) -> Phrase:
    """深化 | 改革 → deepen reform."""
    return verb_of(left, right, "VP", left.text.replace(SLOT, right.full), 0.1)


_LOOSE = (" in", " on", " of", " to", " for", " with", " at", " by", " from", " into")
"""Ends of verbs that no participle can be made of without their object."""


def done(left: Phrase, right: Phrase) -> Phrase | None:
    """新建 | 铁路 as an indicator: railways built. Only a whole term may be read so."""
    if not left.text.endswith(f" {SLOT}") or left.text.removesuffix(f" {SLOT}").endswith(_LOOSE):
        return None
    if carries(right) and (left.verbal or right.text.rpartition(" ")[2] in ABSTRACT):
        return None
    how = inflect(left.text.removesuffix(f" {SLOT}"), "participle")
    made = noun_of(left, right, f"{right.text} {how}", right.article, 0.3, "")
    return replace(made, category="DN", plural=right.plural, verbal=left.verbal or right.verbal)


def has_been(left: Phrase, right: Phrase) -> Phrase | None:
    """铁路 | 投入运营 as an indicator: railways put into operation."""
    if not right.text.startswith(f"{MARK}be "):
        return None
    return replace(
        noun_of(left, right, f"{left.text} {right.text[4:]}", left.article, 0.5, ""), category="DN", plural=left.plural
    )


def with_action(left: Phrase, right: Phrase) -> Phrase:
    """加快 | 建设现代化产业体系, where the first verb takes a second as its object: by its -ing form."""
    return verb_of(left, right, "VP", left.text.replace(SLOT, right.gerund()), 1.8)


def adverbial(left: Phrase, right: Phrase) -> Phrase:
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
    return replace(verb_of(left, right, right.category, text, 0.1), other=right.other)


def adverb_lost(left: Phrase, right: Phrase) -> Phrase | None:
    """全面 | 完成任务 as an indicator: how it was done is no part of what is counted, unless it follows."""
    if left.text.endswith(" to"):
        return replace(right, cost=left.cost + right.cost + 0.3, length=left.length + right.length)
    return replace(
        right, text=f"{right.text} {left.text}", cost=left.cost + right.cost + 0.2, length=left.length + right.length
    )


def two_verbs(left: Phrase, right: Phrase) -> Phrase | None:
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
    made = verb_of(left, right, "V", joined(parts) + ends, 0.3 + 0.15 * uneven + extra)
    return replace(made, parts=parts, other=other)


def two_states(left: Phrase, right: Phrase) -> Phrase:
    """巩固 和 加强 as predicates: was consolidated and strengthened."""
    return verb_of(left, right, "I", f"{left.text} and {right.text.replace(f'{MARK}be ', '')}", 0.3)


def achieves(left: Phrase, right: Phrase) -> Phrase | None:
    """构建产业体系 | 取得成效: what was done is the subject of what came of it."""
    if not right.text.startswith(f"{MARK}achieve "):
        return None
    return verb_of(left, right, "S", f"{left.gerund()} {right.text}", 0.6)


def two_actions(left: Phrase, right: Phrase) -> Phrase:
    """Two verb phrases side by side or joined by 和: improve A and promote B; side by side if alike in length."""
    uneven = abs(left.length - right.length)
    extra = 0.45 + 0.1 * uneven if left.category == "VPK" else 0.6 + 0.3 * uneven
    return verb_of(left, right, "VP", f"{left.text} and {right.text}", extra)


def prepositional(left: Phrase, right: Phrase) -> Phrase:
    """为劳动者 | 提供服务 → provide services for workers."""
    return verb_of(left, right, right.category, f"{right.text} {left.text}", 0.15)


def causes(left: Phrase, right: Phrase) -> Phrase:
    """推动 | 制造业 + 迈向高端 → enable manufacturing to move to the high end: first the one who acts."""
    return verb_of(left, right, "VCN", left.text.replace(SLOT, right.full, 1), 0.1)


def caused(left: Phrase, right: Phrase) -> Phrase:
    """(推动 制造业) | 迈向高端: then what it does."""
    return verb_of(left, right, "VP", left.text.replace(SLOT, right.text.replace(MARK, ""), 1), 0.35)


def ensures(left: Phrase, right: Phrase) -> Phrase:
    """确保 | 经济实现新提升 → ensure that the economy achieves a new improvement."""
    return verb_of(left, right, "VP", left.text.replace(SLOT, inflect(right.text, "present", right.plural)), 0.3)


def sentence(left: Phrase, right: Phrase) -> Phrase:
    """新旧动能 | 加速转换 → the replacement of drivers gathers pace; its verb stays marked for tense."""
    extra = 0.2 if right.category == "VP" else 0.7 if right.verbal else 0.15
    made = verb_of(left, right, "S", f"{left.full} {right.text}", extra)
    return replace(made, plural=left.plural)


def then(left: Phrase, right: Phrase) -> Phrase:
    """2020年 | 经济发展 as a sentence: the time comes last."""
    return replace(verb_of(left, right, right.category, f"{right.text} {left.other}", 0.3), plural=right.plural)


def verb_of(left: Phrase, right: Phrase, category: str, text: str, cost: float) -> Phrase:
    """Make the verb phrase or sentence that covers two phrases."""
    return Phrase(category, text, cost=left.cost + right.cost + cost, length=left.length + right.length)
