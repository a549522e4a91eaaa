"""Name the translators there are, and open a session with the one of a name."""

from __future__ import annotations

import os
from collections.abc import Mapping

from exporter.english.services.cache import cache_for
from exporter.english.services.session import Session
from exporter.errors import PartError

NAMES = ("deepl", "local", "openai")
WORKERS = 4
"""Requests to a service that are out at once."""


def session_named(name: str, seconds: float, environment: Mapping[str, str] | None = None) -> Session:
    """Open the session of a document with the translator of a name; what passes is kept for the next.

    Raises PartError `part.unknown` or `engine.missing`, TranslationError `translate.*` for what is not set up.
    """
    values = os.environ if environment is None else environment
    kept = cache_for(environment)
    if name == "local":
        from exporter.english.services.local import found_model, local

        model = found_model(values)
        return Session(local(model), f"local {model.name}", seconds, 1, kept, batch=1, requests=None)
    if name not in NAMES:
        raise PartError(
            f"no translator {name!r}; there are {', '.join(NAMES)}, or pass a function of your own", "part.unknown"
        )
    from exporter.english.services.http import translator_named

    model_name = values.get("EXPORTER_OPENAI_MODEL", "") if name == "openai" else ""
    return Session(translator_named(name, environment), f"{name} {model_name}".strip(), seconds, WORKERS, kept)
