"""Translate on this machine by a published model of Firefox Translations; the door to `fxtranslate`.

Nothing is masked: such models lose placeholders. What they say of figures, names and meaning is for the guard to judge.
The engine cuts off in silence what is longer than it takes, so that long sentences go to it clause by clause.
"""

from __future__ import annotations

import hashlib
import os
import queue
import re
import sys
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from exporter.english.services.clauses import cut, joined
from exporter.english.services.translators import Request, Response, Translator
from exporter.errors import PartError, TranslationError

VARIABLE = "EXPORTER_LOCAL_MODEL"
LONGEST = 100
"""Characters that are handed over at once: what they are in English stays below the 256 pieces that a model gives."""
TOO_LONG = 2 * LONGEST
"""Characters of a clause without a joint that is not handed over: its end would be lost in silence."""
HOW = "exporter models install fetches one, or name its folder in EXPORTER_LOCAL_MODEL"
EXTRA = "pip install 'gongwenkit[local]'"


@dataclass(frozen=True, slots=True)
class Model:
    """The files of a model: numbers, the words of both languages, and which words go together, where it has that."""

    numbers: Path
    chinese: Path
    english: Path
    shortlist: Path | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """Give the files, each once."""
        return tuple(dict.fromkeys(one for one in (self.numbers, self.chinese, self.english, self.shortlist) if one))

    @property
    def name(self) -> str:
        """Name the model by what is in it: the same name, the same English."""
        return f"fxtranslate {_hash_of(self.files, tuple(one.stat().st_mtime_ns for one in self.files))}"


def models_folder(environment: Mapping[str, str] | None = None) -> Path:
    """Give the folder of a user's models, as the system wants it."""
    values = os.environ if environment is None else environment
    if sys.platform == "win32":  # pragma: no cover
        return Path(values.get("LOCALAPPDATA", "~")).expanduser() / "exporter" / "models"
    if sys.platform == "darwin":  # pragma: no cover
        return Path("~/Library/Application Support/exporter/models").expanduser()
    return Path(values.get("XDG_DATA_HOME") or "~/.local/share").expanduser() / "exporter" / "models"


def how() -> str:
    """Say how to get a model, and first the engine where that is missing too."""
    return HOW if find_spec("fxtranslate") else f"{EXTRA}, then {HOW}"


def found_model(environment: Mapping[str, str] | None = None) -> Model:
    """Find the model of this machine. Raises TranslationError `translate.no_model` or `translate.model`."""
    values = os.environ if environment is None else environment
    if given := values.get(VARIABLE, ""):
        return model_in(Path(given).expanduser())
    root = models_folder(values)
    for folder in sorted(root.glob("zh*-en")) if root.is_dir() else ():
        return model_in(folder)
    raise TranslationError(f"no model for Chinese on this machine; {how()}", "translate.no_model")


def model_in(folder: Path) -> Model:
    """Find the files of a model in a folder by their names.

    Raises TranslationError `translate.no_model` where there is no such folder, `translate.model` where files lack.
    """
    if not folder.is_dir():
        raise TranslationError(f"{folder}: no such folder of a model; {how()}", "translate.no_model")
    numbers = _one(folder, "model.*.bin")
    pair = numbers.name.split(".")[1] if numbers else ""
    if pair and re.fullmatch(r"en[a-z]{2,}", pair):
        raise TranslationError(f"{folder}: a model from English; give one from Chinese to English", "translate.model")
    both = _one(folder, "vocab.*.spm")
    chinese, english = _one(folder, "srcvocab.*.spm") or both, _one(folder, "trgvocab.*.spm") or both
    if numbers is None or chinese is None or english is None:
        raise TranslationError(
            f"{folder}: no whole model; model.*.bin and vocab.*.spm, or srcvocab.*.spm and trgvocab.*.spm, unpacked, "
            "make one",
            "translate.model",
        )
    return Model(numbers, chinese, english, _one(folder, "lex.*.bin"))


def local(model: Model) -> Translator:
    """Make a translator of a model. Raises PartError `engine.missing`, TranslationError `translate.model`."""
    say = speaker(model)

    def translate(request: Request) -> Response:
        english = {one.id: _said(one.zh, say) for one in request.segments}
        return Response({known: text for known, text in english.items() if text}, model.name)

    return translate


def _said(zh: str, say: Callable[[str], str]) -> str:
    """Say a sentence clause by clause; nothing where one clause cannot be said."""
    pieces = cut(zh, LONGEST)
    if max(map(len, pieces)) > TOO_LONG:
        return ""
    english = [say(piece) for piece in pieces]
    return joined(pieces, english) if all(map(str.strip, english)) else ""


# ---------------------------------------------------------------- the engine


def speaker(model: Model) -> Callable[[str], str]:
    """Load a model once for this process, and give the function that says a clause in English."""
    times = tuple(one.stat().st_mtime_ns for one in model.files)
    return _speaker(model, times, os.getpid())


@cache
def _speaker(model: Model, times: tuple[int, ...], process: int) -> Callable[[str], str]:
    """Keep the engine in a thread of its own: it may be used in none but that which made it."""
    asked: queue.SimpleQueue[tuple[str, queue.SimpleQueue[str | BaseException]]] = queue.SimpleQueue()
    ready: queue.SimpleQueue[str | BaseException] = queue.SimpleQueue()

    def work() -> None:
        try:
            made = _loaded(model)
            ready.put("")
        except BaseException as error:  # the engine's panics are no Exception
            ready.put(error)
            return
        while True:
            text, answer = asked.get()
            try:
                answer.put(made.translate(text))
            except BaseException as error:
                answer.put(error)

    def say(text: str) -> str:
        answer: queue.SimpleQueue[str | BaseException] = queue.SimpleQueue()
        asked.put((text, answer))
        return _text_of(answer.get(), model)

    threading.Thread(target=work, name="translate-local", daemon=True).start()
    _text_of(ready.get(), model)
    return say


def engine() -> Any:
    """Give the engine's package. Raises PartError `engine.missing`."""
    try:
        import fxtranslate
    except ImportError:
        raise PartError(f"no engine to translate with on this machine; {EXTRA}", "engine.missing") from None
    return fxtranslate


def _loaded(model: Model) -> Any:
    shortlist = model.shortlist.read_bytes() if model.shortlist else None
    numbers, chinese, english = (one.read_bytes() for one in (model.numbers, model.chinese, model.english))
    return engine().Translator(numbers, chinese, english, shortlist)


def _text_of(given: str | BaseException, model: Model) -> str:
    if isinstance(given, str):
        return given
    if isinstance(given, (PartError, TranslationError)):
        raise given
    raise TranslationError(
        f"{model.numbers.name}: the engine cannot use this model ({given}); fetch it again: {HOW}", "translate.model"
    ) from None


@cache
def _hash_of(files: tuple[Path, ...], times: tuple[int, ...]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def _one(folder: Path, pattern: str) -> Path | None:
    return next(iter(sorted(folder.glob(pattern))), None)
