"""Join verbs with objects, adverbs, subjects and other verbs, into one verb phrase or sentence with its English."""

from __future__ import annotations

import re

from exporter.english.grammar.agents import AGENTS, ASKING
from exporter.english.grammar.brought_about import brought_about
from exporter.english.grammar.carriers import ABSTRACT, carries
from exporter.english.grammar.noun_phrases import PLACES, noun_of
from exporter.english.grammar.objects import said_of, with_the
from exporter.english.grammar.phrases import BEHIND, SLOT, Phrase, replace
from exporter.english.grammar.senses import as_meant
from exporter.english.grammar.states import made_so, of_work
from exporter.english.grammar.told_of import told_of
from exporter.english.words.morphology import MARK, inflect, is_plural, word_set


def with_object(left: Phrase, right: Phrase) -> Phrase:
    """深化 | 改革 → deepen reform; 推进 | 强省建设 → build a strong province, where the noun says what is done."""
    return verb_of(left, right, "VP", said_of(as_meant(left, right).text, right), 0.1)


LOOSE = (" in", " on", " of", " to", " for", " with", " at", " by", " from", " into")
"""Ends of verbs that no participle can be made of without their object."""


def done(left: Phrase, right: Phrase) -> Phrase | None:
    """新建 | 铁路 as an indicator: railways built. Only a whole term may be read so."""
    if not left.text.endswith(f" {SLOT}") or left.text.removesuffix(f" {SLOT}").endswith(LOOSE):
        return None
    if carries(right) and (left.verbal or right.text.rpartition(" ")[2] in ABSTRACT):
        return None
    how = inflect(as_meant(left, right).text.removesuffix(f" {SLOT}"), "participle")
    made = noun_of(left, right, f"{right.text} {how}", right.article, 0.3, "")
    parts = (right.text, how)
    return replace(made, category="DN", plural=right.plural, verbal=left.verbal or right.verbal, parts=parts)


PARTICIPLE = re.compile(
    rf"{MARK}be (?:[a-z]+ly )?(?:[a-z]+ed|built|rebuilt|put|sold|shut|set|found|cut|held|won|taken|given|lent|brought|"
    r"made|laid|dealt|paid|met|run|known|drawn|kept)\b"
)


def has_been(left: Phrase, right: Phrase) -> Phrase | None:
    """铁路 | 投入运营 as an indicator: railways put into operation."""
    if not PARTICIPLE.match(right.text):
        return None
    made = noun_of(left, right, f"{left.text} {right.text[4:]}", left.article, 0.5, "")
    return replace(made, category="DN", plural=left.plural, parts=(left.text, right.text[4:]))


def with_action(left: Phrase, right: Phrase) -> Phrase | None:
    """加快 | 建设现代化产业体系, where the first verb takes a second as its object: by its -ing form."""
    if right.parts or not _STARTS.search(left.text) or right.text.startswith(f"{MARK}be "):
        return None
    cost = 0.9 if left.text == f"{MARK}focus on {SLOT}" else 1.8  # 聚焦 | 惠民生
    return verb_of(left, right, "VP", left.text.replace(SLOT, right.gerund()), cost)


_STARTS = re.compile(
    rf"{MARK}(?:accelerate|strengthen|promote|advance|support|encourage|focus on|attach importance to|start|launch|"
    r"remain committed to|step up|ensure good work on|do a good job in|pay close attention to|give priority to|"
    r"explore|complete|uphold|participate in|center on|carry out|expand|deepen|speed up|quicken|prevent|prohibit)\b"
)
"""Verbs that take what is done as their object."""


def takes_acts(verb: Phrase) -> bool:
    """Say whether a verb, or an adverb of effort, takes what is done as its object: 坚持, 推动, 着力."""
    return verb.text.endswith(" to") if verb.category == "D" else _STARTS.search(verb.text) is not None


STATE = re.compile(
    rf"{MARK}(?:continue to )?(?:steadily |gradually )?(?:grow\b(?! grain)|become|remain|rise|take shape|gather pace|"
    r"develop (?:in|at|by|soundly|steadily|rapidly|well|fast)|operate|proceed|"
    r"improve(?: markedly| significantly| steadily| gradually| further)?$|yield rich fruit)"
)
"""What is said of a thing, not of those who act."""


def object_first(left: Phrase, right: Phrase) -> Phrase | None:
    """新动能 | 培育壮大, before the project or plan that does it."""
    if not right.text.endswith(SLOT):
        return None
    return verb_of(left, right, "OV", right.text.replace(SLOT, with_the(left)), 0.4)


def described_first(left: Phrase, right: Phrase) -> Phrase | None:
    """(城市 高品质) | 塑造 → shape high-quality cities, before the project that does it."""
    if not right.text.endswith(SLOT) or left.text.startswith(BEHIND):
        return None
    return verb_of(left, right, "OV", right.text.replace(SLOT, f"{left.text} {left.parts[0]}"), 0.4)


def by_means(left: Phrase, right: Phrase) -> Phrase | None:
    """改革 | 增创新优势, before the project that does it: create new strengths through reform.

    工业 | 强市 is to build a strong city through industry; 医疗卫生 | 强基 to strengthen the foundations in it.
    """
    if _STRONG.match(right.text):
        return verb_of(left, right, "VP", f"{right.text} through {left.text}", 0.3)
    if _WAYS.fullmatch(left.text):
        return verb_of(left, right, "OV", f"{right.text} through {left.text}", 0.3)
    if STATE.search(right.text) or f"{MARK}be " in right.text or right.text.count(" ") < 1:
        return None
    where = "for" if left.text.rpartition(" ")[2] in _THOSE else "in"
    return verb_of(left, right, "OV", f"{right.text} {where} {with_the(left)}", 0.6)


_THOSE = word_set("farmers residents people enterprises workers firms businesses herders students teachers children")
_STRONG = re.compile(
    rf"{MARK}(?:build a strong|revitalize the) (?:city|county|district|province|country|village|town)$"
)


_WAYS = re.compile(r"reform|innovation|opening up|reform and opening up|investment|services?|science and technology")


def prepositional(left: Phrase, right: Phrase) -> Phrase:
    """为劳动者 | 提供服务 → provide services for workers; 为发展 | 注入活力 → inject vitality into development."""
    if _THROUGH.fullmatch(left.text) and MARK in right.text:
        return verb_of(left, right, right.category, f"{right.text} through {left.text[5:]}", 0.15)
    whom = f"into {left.text[4:]}" if _INTO.search(right.text) and left.text.startswith("for ") else left.text
    return verb_of(left, right, right.category, f"{right.text} {whom}", 0.15)


_THROUGH = re.compile(r"with (?:reform|innovation|opening up)(?: and (?:reform|innovation|opening up))*")
_INTO = re.compile(rf"{MARK}inject\b(?! .*\binto\b)")


def causes(left: Phrase, right: Phrase) -> Phrase:
    """推动 | 制造业 + 迈向高端 → enable manufacturing to move to the high end: first the one who acts."""
    return verb_of(left, right, "VCN", left.text.replace(SLOT, with_the(right), 1), 0.1)


def caused(left: Phrase, right: Phrase) -> Phrase | None:
    """(推动 制造业) | 迈向高端: then what it does; who is supported in something is one who acts."""
    said = right.gerund() if left.text.endswith(f" in {SLOT}") else right.text.replace(MARK, "")
    if ASKING.match(left.text):
        acts = right.category == "VP" and left.leaves[-1].text.rpartition(" ")[2] in AGENTS
        return verb_of(left, right, "VP", left.text.replace(SLOT, said, 1), 0.2) if acts else None
    so = made_so(left.text, right.text) or brought_about(left.text, right.text)
    said = so or left.text.replace(SLOT, right.text.replace(MARK, ""), 1)
    return verb_of(left, right, "VP", said, 0.35)


def ensures(left: Phrase, right: Phrase) -> Phrase:
    """确保 | 经济实现新提升 → ensure that the economy achieves a new improvement."""
    return verb_of(left, right, "VP", left.text.replace(SLOT, inflect(right.text, "present", right.plural)), 0.3)


def sentence(left: Phrase, right: Phrase) -> Phrase:
    """新旧动能 | 加速转换 → the replacement of drivers gathers pace; its verb stays marked for tense.

    What was reached comes first: 改革 | 取得突破 → breakthroughs were made in reform.
    """
    extra = 0.2 if right.category == "VP" else 0.7 if right.verbal else 0.15
    if reached := REACHED.fullmatch(right.text):
        text = f"{reached['what']} {MARK}be {reached_by(reached['verb'], reached['what'])} in {with_the(left)}"
        reached_many = is_plural(reached["what"].rpartition(" ")[2])
        return verb_of(left, right, "S", text, extra, plural=reached_many)
    if had := _HAD.fullmatch(right.text):
        text = f"there {MARK}be {had['still'] or ''}{had['what']} in {with_the(left)}"
        return verb_of(left, right, "S", text, extra, plural=True)
    if (efforts := _EFFORTS.fullmatch(left.text)) and _GREW.fullmatch(right.text):
        text = f"efforts in {efforts['what']} {MARK}be stepped up"
        return verb_of(left, right, "S", text, extra, plural=True)
    if worked := of_work(left.text, right.text):
        return verb_of(left, right, "S", worked[0], extra, plural=worked[1])
    thing, action = told_of(left, right.text)
    subject = with_the(thing)
    text = f"{'the ' if _ONE_OF.match(subject) else ''}{subject} {action}"
    return verb_of(left, right, "S", text, extra, plural=thing.plural, parts=(left.full, right.text))


_EFFORTS = re.compile(r"intensity of (?P<what>.+)")
_GREW = re.compile(
    rf"{MARK}(?:(?:continue|further) to |further )?(?:grow|increase|be increased|be intensified)(?: further)?"
)
"""培育力度 | 加大: efforts were stepped up."""
_HAD = re.compile(
    rf"(?P<still>still )?{MARK}have (?P<what>(?:[a-z]+ ){{0,2}}"
    r"(?:weaknesses|shortcomings|gaps|links|loopholes|bottlenecks|dangers|risks|problems|points|difficulties))"
)
"""What a thing has and would rather not: there are weaknesses in it."""
_ONE_OF = re.compile(
    r"(?:capacity|ability|decline|degree|share|scale|pace|level|supply|reserve|rate) (?:for|to|in|of) "
)
"""What stands with its article where a sentence begins with it."""
REACHED = re.compile(
    rf"{MARK}(?P<verb>make|achieve) "
    r"(?P<what>(?:[a-z-]+ ){0,3}(?:progress|achievements|results|breakthroughs|headway|success|strides))"
)


def reached_by(verb: str, what: str) -> str:
    """Say how what was reached came about: progress was made, results were achieved."""
    made = ("achievements", "progress", "breakthroughs", "headway", "strides")
    return "made" if verb == "make" or what.endswith(made) else "achieved"


def located(left: Phrase, right: Phrase) -> Phrase | None:
    """一些领域 | 腐败问题时有发生 → corruption occurs in some areas: where it is comes last."""
    if left.text.rpartition(" ")[2] not in PLACES or left.parts:
        return None
    return verb_of(left, right, "S", f"{right.text} in {left.full}", 0.3, plural=right.plural)


def then(left: Phrase, right: Phrase) -> Phrase:
    """2020年 | 经济发展 as a sentence: the time comes last."""
    return verb_of(left, right, right.category, f"{right.text} {left.other}", 0.3, plural=right.plural)


def verb_of(
    left: Phrase,
    right: Phrase,
    category: str,
    text: str,
    cost: float,
    *,
    plural: bool = False,
    parts: tuple[str, ...] = (),
) -> Phrase:
    """Make the verb phrase or sentence that covers two phrases."""
    cost, length = left.cost + right.cost + cost, left.length + right.length
    return Phrase(category, text, plural=plural, cost=cost, length=length, parts=parts)
