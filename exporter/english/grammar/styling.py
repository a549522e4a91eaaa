"""Write clauses that were read in English: as a title, a heading or a sentence, in the tense of their section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from exporter.english.grammar.phrases import Phrase
from exporter.english.grammar.plainly import named, plainly
from exporter.english.words.morphology import MARK, gerund, inflect, joined, sentence_case, title_case

TextKind: TypeAlias = Literal["title", "heading", "sentence", "term", "place"]
Tense: TypeAlias = Literal["past", "plan"]
"""`past` in a review of work done, `plan` in a plan of work to do."""


def styled(clauses: Sequence[Phrase], kind: TextKind, tense: Tense | None, main: bool) -> str:
    """Write clauses as their kind is written; `main` is a heading of the first level, which is set in title case."""
    if len(clauses) == 1 and clauses[0].category in ("N", "NC", "NP", "DN", "T", "A"):
        phrase = clauses[0]
        text = phrase.text if kind in ("heading", "title") else phrase.full
        if kind == "title" or main:
            return title_case(text)
        return sentence_case(text) if kind == "heading" and phrase.category != "T" else text
    if kind == "term":
        return clauses[0].gerund()
    if kind == "title":
        return _acts(clauses)
    return title_case(_sentences(clauses, tense)) if main else _sentences(clauses, tense)


def _acts(clauses: Sequence[Phrase]) -> str:
    """Write verb phrases as a title does: improving the business environment and promoting development."""
    return title_case(joined([_titled(clause) for clause in clauses]))


def _titled(clause: Phrase) -> str:
    if clause.category == "S":
        return inflect(clause.text, "present", clause.plural)
    return clause.gerund() if MARK in clause.text else clause.full


def prose(clauses: Sequence[Phrase], tense: Tense) -> str:
    """Write clauses as a sentence of running text, whose subject is we where none is named."""
    return f"{_sentences(clauses, tense, 'we will ' if tense == 'plan' else '')}."


def _sentences(clauses: Sequence[Phrase], tense: Tense | None, planned: str = "") -> str:
    """Join clauses; `planned` stands before what there is to do, where it is not told in the imperative."""
    clauses = [clause._replace(text=plainly(clause.text)) for clause in clauses]
    if tense != "past" and len(clauses) > 1 and _how_first(clauses):
        return f"{_sentences(clauses[1:], tense, planned)}, {clauses[0].full}"
    text, shared = "", False
    for place, clause in enumerate(clauses):
        before = clauses[place - 1].text if place else ""
        if place:
            text += _joint(clauses, place)
        text += _finite(_varied(clause, before), tense, "" if shared else planned, shared)
        shared = clause.category in _TOLD or (shared and clause.category in _ADVERBIAL)
    return sentence_case(_EFFORTS.sub(lambda of: f"{of[1]} to {_VERB_OF[of[2]]}", _ING_OF.sub(r"\1 \2 ", text)))


def _how_first(clauses: Sequence[Phrase]) -> bool:
    """Say whether how something is to be done stands before what is: 以创新为核心，加快发展 ends with it in English."""
    first = clauses[0]
    how = first.category == "PP" and first.rule == "closing_quote" and _HOW.match(first.text) is not None
    return how and all(clause.category == "VP" and not clause.text.startswith("with ") for clause in clauses[1:])


_HOW = re.compile(
    r"with (?:the |.+ as the )|by way of |focusing |centering |relying |featuring |"
    r"(?:guided|led|driven|boosted|supported|backed) by "
)
_VERB_OF = {
    gerund(verb): verb
    for verb in ("build", "foster", "train", "strengthen", "upgrade", "deepen", "make", "bring", "attract", "improve")
}
_EFFORTS = re.compile(rf"\b((?:[Ss]tep(?:ped)? up|[Mm]a[kd]e(?: [a-z]+)?) efforts) in ({'|'.join(_VERB_OF)})\b")
"""Efforts in doing are efforts to do."""
_ING_OF = re.compile(
    r"\b(in|of|for|through|by|on|with) the (fostering|building|strengthening|upgrading|deepening|training) of (?=[a-z])"
)
"""What is done is said of its thing at once: efforts in fostering, not in the fostering of."""


def _joint(clauses: Sequence[Phrase], place: int) -> str:
    """Say what stands before a clause: what we did is one series, and what came of it another."""
    last = place == len(clauses) - 1
    if clauses[place - 1].category in _ADVERBIAL:
        return ", "
    told = [clause.category in _TOLD for clause in clauses]
    if told[place - 1] and told[place] and not last and clauses[place + 1].category == "S":
        long = any(f" and {MARK}" in one.text for one in clauses[place - 1 : place + 1])
        return ", and " if long or (place > 1 and told[place - 2]) else " and "
    return ", and " if last else ", "


_OTHERWISE = {"improve": "enhance", "strengthen": "reinforce", "promote": "advance", "advance": "promote"}


def _varied(clause: Phrase, before: str) -> Phrase:
    """Say what is continued once, and not the same verb twice: improve the system, and enhance services."""
    if clause.category != "VP":
        return clause
    still = f"{MARK}continue to "
    if clause.text.startswith(still) and before.startswith(still):
        return clause._replace(text=clause.text.removeprefix(still).replace(MARK, ""))
    first = _FIRST.match(clause.text)
    if first is None or first["verb"] not in _OTHERWISE or " progress" in clause.text:
        return clause
    if not re.search(rf"(?:{MARK}(?:[a-z]+(?: [a-z]+){{0,2}} to )?|\band ){first['verb']} ", before):
        return clause
    verb = "optimize" if first["verb"] == "improve" and _FORM.search(clause.text) else _OTHERWISE[first["verb"]]
    start, end = first.span("verb")
    return clause._replace(text=clause.text[:start] + verb + clause.text[end:])


_FIRST = re.compile(
    rf"(?:[a-z]+ly |further )?(?:{MARK}(?:continue|strive|work(?: hard)?|move faster|make [a-z]+ efforts|"
    rf"make every effort|take solid steps) to )?(?:[a-z]+ly |further )?{MARK}?(?P<verb>[a-z]+) "
)
_FORM = re.compile(r"(?:structure|mix|layout|environment)\b")
"""What is optimized, and never enhanced."""
_TOLD = ("VP", "I")
"""Clauses of what someone does."""
_ADVERBIAL = ("PP", "D", "T")
"""Clauses that only say how, where or when, so that what follows goes on with the sentence."""


def _finite(clause: Phrase, tense: Tense | None, planned: str, shared: bool) -> str:
    """Put a clause into its tense; one that shares the subject of the last does not name it."""
    match clause.category:
        case "S" if tense is None and (name := named(clause.text)):
            return name
        case "S":
            form: Literal["past", "will", "present"] = (
                "past" if tense == "past" else "will" if tense == "plan" else "present"
            )
            return _inflected(_MORE.sub(f"{MARK}become ", clause.text), form, clause.plural)
        case "VP" | "I" if tense == "past":
            words = inflect(_BUILT.sub(rf"{MARK}work to \g<verb>", clause.text), "past", plural=True)
            return words if shared else f"we {words}"
        case "VP" | "I":
            return planned + clause.text.replace(MARK, "")
        case "T":
            return clause.other or clause.full
        case _:
            return clause.full


_MORE = re.compile(rf"{MARK}be (?=(?:more|better) (?!than\b)(?![a-z]+ed\b)[a-z]|[a-z]+er(?: and|$))")
"""What is more so than before has become so."""
_BUILT = re.compile(
    rf"(?<!to ){MARK}(?P<verb>build|become)(?= (?:an? |the )?[a-z' -]*"
    r"\b(?:systems?|society|pattern|province|city|county|country|pacesetter)\b)"
)
"""What takes years to build, so that it was not built in one."""


def _inflected(text: str, form: Literal["past", "will", "present"], plural: bool) -> str:
    """Inflect a sentence; the future's `will` stands before its first marked verb."""
    if form != "will":
        return inflect(text, form, plural)
    return _WILL.sub(r"will \1", text, count=1).replace(MARK, "")


_WILL = re.compile(rf"((?:\b[a-z]+ly |\bfurther )?){MARK}")
