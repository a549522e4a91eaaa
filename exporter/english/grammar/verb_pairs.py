"""Join two verbs or clauses that stand side by side: two deeds of one object, an act and its end."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import SLOT, Phrase, replace
from exporter.english.grammar.verb_phrases import LOOSE, REACHED, STATE, reached_by, verb_of
from exporter.english.words.morphology import MARK, is_plural, joined


def two_verbs(left: Phrase, right: Phrase) -> Phrase | None:
    """保障 和 改善 → secure and improve: verbs that share an object; side by side only if alike in length."""
    ends = f" {SLOT}"
    if not (left.text.endswith(ends) and right.text.endswith(ends)):
        return None
    uneven = abs(left.length / max(1, len(left.parts)) - right.length)
    if left.category == "V" and (uneven or left.length < 2 or _NOUNS_FIRST.match(right.text)):
        return None
    if left.category == "V" and _NOUNS_ALWAYS.match(left.text):
        return None
    if left.category == "V" and left.text.removesuffix(ends).endswith(LOOSE):
        return None
    if left.category == "V" and _MEASURED.fullmatch(left.text) and not _BETTERED.fullmatch(right.text):
        return None  # 提高 | 出口 质量
    if left.category == "V" and _HOLDS.search(right.text):
        return None  # 建立 | 执法 责任制
    if left.text == right.text:
        return replace(verb_of(left, right, "V", right.text, 0.3), other=right.other)  # 健全和完善
    if left.text.endswith(_OF_IT) and not right.text.endswith(_OF_IT):
        return None  # 推动发展、化解矛盾: what is promoted is said already
    extra = 0.6 if left.category == "V" and right.verbal else 0.0
    parts = (*(left.parts or (left.text.removesuffix(ends),)), right.text.removesuffix(ends))
    other = f"{left.other} and {right.other.replace(f'{MARK}be ', '')}"
    made = verb_of(left, right, "V", joined(parts) + ends, 0.3 + 0.15 * uneven + extra)
    return replace(made, parts=parts, other=other)


_MEASURED = re.compile(rf"{MARK}(?:improve|increase|step up|raise|reduce|lower) {re.escape(SLOT)}")
"""Verbs of a measure or a level, which another verb behind them only describes."""
_HOLDS = re.compile(rf"{MARK}[a-z]+ (?!in\b)[a-z ]+ in {re.escape(SLOT)}")
"""Verbs with a thing of their own: enforce the law in."""
_BETTERED = re.compile(
    rf"{MARK}(?:improve|upgrade|strengthen|expand|enhance|consolidate|transform|deepen|regulate|standardize|develop|"
    rf"integrate|streamline|adjust|protect|restore|innovate in) {re.escape(SLOT)}"
)
_OF_IT = f" of {SLOT}"
_NOUNS_ALWAYS = re.compile(rf"{MARK}(?:invest|reform|innovate|consume|educate|serve|manage|trade|work|research)\b")


_NOUNS_FIRST = re.compile(
    rf"{_NOUNS_ALWAYS.pattern}|{MARK}(?:produce|develop|build|protect|address|upgrade|supervise|employ)\b"
)
"""Verbs that are nouns behind another verb: 保持 | 投资, 推进 | 改革."""


def two_states(left: Phrase, right: Phrase) -> Phrase:
    """巩固 和 加强 as predicates: was consolidated and strengthened."""
    shared = right.text.replace(f"{MARK}be ", "") if left.text.startswith(f"{MARK}be ") else right.text
    return verb_of(left, right, "I", f"{left.text} and {shared}", 0.3)


def achieves(left: Phrase, right: Phrase) -> Phrase | None:
    """构建产业体系 | 取得成效: what was done is the subject of what came of it."""
    if reached := REACHED.fullmatch(right.text):
        text = f"{reached['what']} {MARK}be {reached_by(reached['verb'], reached['what'])} in {left.gerund()}"
        return verb_of(left, right, "S", text, 0.6, plural=is_plural(reached["what"].rpartition(" ")[2]))
    if not right.text.startswith(f"{MARK}achieve "):
        return None
    return verb_of(left, right, "S", f"{left.gerund()} {right.text}", 0.6)


def task_of_doing(left: Phrase, right: Phrase) -> Phrase | None:
    """优化营商环境 | 任务艰巨: improving the business environment is an arduous task."""
    if left.parts or not _TASK.fullmatch(right.text):
        return None
    return verb_of(left, right, "S", f"{left.gerund()} {right.text}", 0.3)


_TASK = re.compile(rf"{MARK}(?:be|remain) (?:still )?an? [a-z ]*task")


def two_actions(left: Phrase, right: Phrase) -> Phrase | None:
    """Two verb phrases side by side or joined by 和: improve A and promote B; side by side if alike in length."""
    if (f" {MARK}be " in f" {right.text}") != (f" {MARK}be " in f" {left.text}"):
        return None  # 深化改革 | 落实: they have no subject in common
    if (STATE.search(right.text) and not STATE.search(left.text)) or _comes_of(left, right):
        return None
    uneven = abs(left.length - right.length)
    extra = 0.45 + 0.1 * uneven if left.category == "VPK" else 0.6 + 0.3 * uneven
    extra -= 0.3 if left.length == right.length == 4 else 0.0  # 完善功能 | 提升品位
    means = left.category == "VP" and not left.parts and _MEANS.match(left.text)
    shared = right.text.replace(MARK, "") if means or _EFFORT.match(left.text) else right.text
    acts = (*(left.parts or _each(left)), *(right.parts or _each(right)))
    if len(acts) > 2 and not means and _EFFORT.match(left.text):
        acts = (acts[0], *(act.replace(MARK, "") for act in acts[1:]))
        return verb_of(left, right, "VP", joined(acts), extra, parts=acts)
    if len(acts) > 2 and not means and shared == right.text:
        return verb_of(left, right, "VP", joined(acts), extra, parts=acts)  # 抓项目 | 优投资 | 促招商
    text = _once(left.text, right.text) or f"{left.text} {'to' if means else 'and'} {shared}"
    return verb_of(left, right, "VP", text, extra, parts=(left.text, right.text))


def _once(left: str, right: str) -> str | None:
    """Say a verb once of two things: 转作风 | 提效能 → improve conduct and efficiency."""
    first, second = _PLAIN.fullmatch(left), _PLAIN.fullmatch(right)
    if first is None or second is None or first["verb"] != second["verb"]:
        return None
    return f"{left} and {second['thing']}"


_PLAIN = re.compile(
    rf"{MARK}(?P<verb>improve|enhance|strengthen|ensure|raise|build|expand|deepen|boost|pursue|increase|do) "
    rf"(?P<thing>(?!.*(?:{MARK}|,|\b(?:and|through|by|with|for|in|to|from)\b)).+)"
)


def _each(act: Phrase) -> tuple[str, ...]:
    """Take a term that says two deeds apart, so that a list has one `and`: 守正创新、激发活力."""
    term = act.children[0] if act.category == "VPK" and act.children else act
    both = act.text.split(f" and {MARK}")
    apart = len(both) == 2 and " " in both[0] and not term.children  # not 保障和改善 | 民生
    return (both[0], f"{MARK}{both[1]}") if apart else (act.text,)


def _comes_of(left: Phrase, right: Phrase) -> bool:
    """Say whether a deed is followed by what came of it, with nothing between: 应对危机 | 取得成效."""
    return left.category == "VP" and not STATE.search(left.text) and REACHED.fullmatch(right.text) is not None


_EFFORT = re.compile(
    rf"{MARK}(?:work hard|make (?:strong|every) efforts?|strive|continue|step up efforts|move faster|take solid steps|"
    rf"concentrate on efforts|do everything possible) to (?!.*{MARK})"
)
"""Efforts to do one thing and another."""


_MEANS = re.compile(
    rf"(?:[a-z]+ )?{MARK}(?:use|pool|employ|mobilize|seize|(?:take|make) (?:[a-z-]+ )?(?:measures|efforts))\b"
)
"""Verbs of what another is done with: use A to improve B."""
