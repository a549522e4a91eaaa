"""Know what is said of a thing as its state, or as what came of it: grows stronger, makes progress."""

from __future__ import annotations

import re

from exporter.english.grammar.phrases import Phrase
from exporter.english.words.morphology import MARK


def is_state(phrase: Phrase) -> bool:
    """Say whether a verb phrase says how a thing is, and not what someone does."""
    return _RESULT.search(phrase.text) is not None or _ALONE.fullmatch(phrase.text) is not None


_RESULT = re.compile(
    rf"{MARK}(?:continue to )?(?:be (?:made|achieved|scored|registered) |make|achieve|reach|take|gain|see|enter|attain|"
    r"register|yield|burst with|undergo|cover|take on|maintain|present|show|remain|occur|exist|face|lack|have|"
    r"fall (?:[a-z]+ )?short|rise to|lag|need (?:[a-z]+ )*efforts?|come under|bring growing pains|"
    r"express strong concern)\b"
)
"""What comes of a thing: progress is made in it, it reaches a level; and what it has or lacks."""
_HOW = (
    r"(?:,? (?:and )?(?:[a-z]+ly|further|well|fast|faster|forth|up|behind|stronger|better|pace|enough|side by side)"
    r"| on all fronts| (?:in|at|by|while|over|across|as) .*)*"
)
_ALONE = re.compile(
    rf"(?:[a-z]+ly |still )?(?:further )?{MARK}(?:continue to |(?:[a-z]+ly )?need to (?:further |continue to )?)?"
    rf"(?:be |become |remain )?(?:(?:[a-z]+ly|further|rather|more and more|more|better|even|still|not) )*"
    rf"(?:grow (?:bigger|better|stronger|larger)(?:,? (?:and )?(?:bigger|better|stronger|larger))*"
    rf"|change(?: [a-z]+ly)? for the better|[a-z]+(?: and ~?[a-z]+)?{_HOW})"
)
"""A verb with nothing behind it but how: proceeds steadily, grows stronger, is highly effective."""


def made_so(causes: str, said: str) -> str | None:
    """Say that a thing is made so, and not enabled to be it: make the city more beautiful."""
    so = _SO.fullmatch(said)
    if so is None or not causes.startswith(f"{MARK}enable "):
        return None
    return f"{MARK}make {causes.removeprefix(f'{MARK}enable ').removesuffix(' to {}')} {so[1]}"


_SO = re.compile(rf"{MARK}(?:be|become) ((?:more|better) [a-z]+|[a-z]+er)")


def of_work(thing: str, said: str) -> tuple[str, bool] | None:
    """Say what came of work, and whether in the plural: 工作 | 稳步推进 → steady progress was made in it."""
    if thing.endswith("self-improvement") and " strengthened" in said:
        return f"{thing} {said.replace('strengthened', 'stepped up')}", False
    if not thing.startswith("work on "):
        return None
    field = thing.removeprefix("work on ")
    aim = _ENSURING.sub(lambda act: f"to {act[0].replace('ensuring', 'ensure').replace('improving', 'improve')}", field)
    if aim != field and said.endswith(" strengthened"):
        return f"work {aim} {said}", False
    if said != f"{MARK}proceed steadily":
        return None
    return f"steady progress {MARK}be made in {thing if _THOSE.search(field) else field}", False


_THOSE = re.compile(
    r"[A-Z]|\b(?:people|areas|residents|workers|women|children|farmers|veterans|retirees|cadres|youths?|affairs)\b"
)
"""Places and people that work is about, in whom no progress is made."""
_ENSURING = re.compile(r"^(?:ensuring|improving)(?: and (?:ensuring|improving))?\b")
