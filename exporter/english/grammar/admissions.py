"""Say what a report admits as what is so at present: 能力不强 → the capacity is not strong enough."""

from __future__ import annotations

import re

from exporter.english.grammar.chart_parser import STATES
from exporter.english.grammar.clauses import NO_NAMES, Names, Reading, clause, clauses_of, prepared, standard
from exporter.english.grammar.headings import Rendering, doubtful_in, missing_in
from exporter.english.grammar.in_part import in_part
from exporter.english.grammar.one_place import of_own_place
from exporter.english.grammar.phrases import Phrase
from exporter.english.grammar.styling import styled
from exporter.english.words.morphology import MARK, participle, word_set


def admitted_of(text: str, names: Names = NO_NAMES) -> Rendering:
    """Render a difficulty that a report admits, as what is so at present, or what has come about."""
    found = [part for one in clauses_of(prepared(text)) for part in _admissions(as_usual(one), names)]
    missing = missing_in(found)
    if missing or not found:
        return Rendering(None, "untranslated", missing or (text,))
    phrases = [one for _, one in found if isinstance(one, Phrase)]
    if phrases[-1].category != "S":
        return Rendering(None, "untranslated", (text,))
    doubtful = tuple(doubtful_in(found, names))
    said = styled([phrase._replace(text=_so_far(phrase.text)) for phrase in phrases], "heading", None, main=False)
    return Rendering(of_own_place(said, names), "draft" if doubtful else "verified", doubtful)


def admitted_in_part(text: str, names: Names = NO_NAMES) -> Rendering:
    """Render a difficulty as far as it can be said."""
    return in_part(prepared(text), lambda part: admitted_of(part, names), "; ")


def _so_far(text: str) -> str:
    """Say what has come about by now, and what is so: growth has slowed, but demand is weak."""
    text = _CAME.sub(f"{MARK}have been ", text)
    verb = _DOES.search(text)
    if verb is None or verb[1] in _LASTING:
        return text
    return f"{text[: verb.start()]}{MARK}have {participle(verb[1])}{text[verb.end() :]}"


_CAME = re.compile(rf"{MARK}be (?=(?:made|achieved) in )")
_DOES = re.compile(rf"{MARK}([a-z]+)\b(?!(?: [a-z]+)? short)")
_LASTING = word_set("depend be have face lack need remain exist lag occur continue")


def _admissions(text: str, names: Names) -> list[Reading]:
    """Part what is admitted of two things, where it is not one clause: 服务意识不强、办事效率不高."""
    whole = clause(text, standard(), names, STATES)
    if isinstance(whole, Phrase) or _OF_BOTH.search(text):
        return [(text, whole)]
    found = [(one, clause(one, standard(), names, STATES)) for one in text.split("、")]
    return found if all(isinstance(made, Phrase) for _, made in found) else [(text, whole)]


_OF_BOTH = re.compile("的|等|(?:问题|现象|状况|情况|局面)[^、]*$")
"""What may be said of all that stands before it: 融资难、融资贵问题突出."""

# ---------------------------------------------------------------- one wording of what is said in many


def as_usual(text: str) -> str:
    """Say what stands between two things in the one wording that the table of admissions has for it."""
    text = _HERE.sub("", text)
    alone = "之间" if _GAP.match(text) else ""
    text = _GAP.sub(lambda found: f"{found['still'] or ''}有{found['size'] or ''}差距于{found['what']}{alone}", text)
    text = _UNFIT.sub(lambda found: f"{found['still'] or ''}不适应{found['what']}", text)
    return _BRINGS.sub(lambda found: f"给{found['whom']}带来{found['size'] or ''}{found['what']}", text)


_HERE = re.compile(r"^(?:当前|目前)?我[省市县区州](?=[\u4e00-\u9fff]{4})")
"""Whose report it is."""
_STILL = "(?P<still>还|仍|尚)?(?:然|旧)?"
_WITH = "(?:与|同|和|距离?|离)(?P<what>[^与同和距离]{2,24}?)(?:相比)?(?:依然)?"
_SIZE = "(?P<size>一定|较大|不小|很大|明显)?"
_GAP = re.compile(f"{_WITH}{_STILL}(?:都|也)?(?:有|存在)着?{_SIZE}的?(?:差距|距离)$")
"""与群众期盼相比还有不小的差距"""
_UNFIT = re.compile(f"{_WITH}{_STILL}(?:不太|不够|不尽|不完全|不)(?:相)?(?:适应|匹配|相称|符合)$")
"""与新形势新任务还不匹配"""
_BRINGS = re.compile(
    r"[给对](?P<whom>.{2,24}?)(?:带来|提出|造成|构成|产生)了?"
    r"(?P<size>新|更高|较大|巨大|不利|严峻|一定|更大|严重)?的?(?P<what>影响|冲击|压力|困难|挑战|课题|要求)$"
)
"""人口结构变化对教育提出新课题"""
