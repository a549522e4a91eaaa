"""Reach translation services over HTTP: any OpenAI-compatible endpoint, DeepL; the services' door to `httpx`.

Keys come from the environment and go into headers alone: never into a file, a message or an address. No redirect
is followed, plain http is for this machine only, every call has a deadline and a cap on what it may read.
"""

from __future__ import annotations

import json
import os
import random
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from exporter.english.services.prompt import answered, messages
from exporter.english.services.translators import Request, Response, Translator
from exporter.errors import PartError, TranslationError

RETRIED = frozenset((408, 409, 425, 429, 500, 502, 503, 504))
MAX_BYTES = 2_000_000
"""Longest answer that is read."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where and how a service is called; times in seconds."""

    url: str
    key: str = ""
    model: str = ""
    deadline: float = 60.0
    """For one call, whole: a server that sends a byte a second does not outlive it."""
    attempts: int = 4
    longest_wait: float = 60.0
    """Longest `Retry-After` that is obeyed."""

    def __repr__(self) -> str:
        return f"Endpoint({self.url!r}, model={self.model!r})"


def translator_named(name: str, environment: Mapping[str, str] | None = None) -> Translator:
    """Make the translator of a name, `openai` or `deepl`, from the environment.

    `EXPORTER_OPENAI_URL`, `EXPORTER_OPENAI_MODEL`, `EXPORTER_OPENAI_KEY`; `EXPORTER_DEEPL_KEY`, `EXPORTER_DEEPL_URL`.
    Raises PartError `part.unknown`, TranslationError `translate.no_key` or `translate.endpoint`.
    """
    values = os.environ if environment is None else environment
    if name == "openai":
        url = values.get("EXPORTER_OPENAI_URL", "https://api.openai.com/v1")
        return openai(Endpoint(url, _key(values, "EXPORTER_OPENAI_KEY", url), values.get("EXPORTER_OPENAI_MODEL", "")))
    if name == "deepl":
        url = values.get("EXPORTER_DEEPL_URL", "https://api-free.deepl.com/v2")
        return deepl(Endpoint(url, _key(values, "EXPORTER_DEEPL_KEY", url)))
    raise PartError(f"no translator {name!r}; there are deepl, openai, or pass a function of your own", "part.unknown")


def openai(endpoint: Endpoint) -> Translator:
    """Make a translator of an endpoint that speaks OpenAI's chat completions."""
    _require_safe(endpoint.url)
    if not endpoint.model:
        raise TranslationError(
            "no model is named; set EXPORTER_OPENAI_MODEL to one that the endpoint has", "translate.model"
        )

    def translate(request: Request) -> Response:
        body = {
            "model": endpoint.model,
            "messages": messages(request),
            "temperature": 0,
            "response_format": {"type": "json_object"},
        }
        given = _post(f"{endpoint.url.rstrip('/')}/chat/completions", endpoint, body, _signed("Bearer", endpoint))
        try:
            text = given["choices"][0]["message"]["content"]
            cost = float(given.get("usage", {}).get("total_tokens", 0))
        except (KeyError, IndexError, TypeError, ValueError):
            raise TranslationError(
                "the endpoint's answer is no chat completion; check its address", "translate.answer"
            ) from None
        return Response(answered(str(text), (one.id for one in request.segments)), endpoint.model, cost)

    return translate


def deepl(endpoint: Endpoint) -> Translator:
    """Make a translator of DeepL's interface."""
    _require_safe(endpoint.url)

    def translate(request: Request) -> Response:
        body = {"text": [one.zh for one in request.segments], "source_lang": "ZH", "target_lang": "EN-US"}
        given = _post(f"{endpoint.url.rstrip('/')}/translate", endpoint, body, _signed("DeepL-Auth-Key", endpoint))
        found = given.get("translations")
        if not isinstance(found, list) or len(found) != len(request.segments):
            raise TranslationError("DeepL gave another number of segments than asked; try again", "translate.answer")
        texts = [one.get("text") if isinstance(one, dict) else None for one in found]
        english = {asked.id: text for asked, text in zip(request.segments, texts, strict=True) if isinstance(text, str)}
        return Response(english, "deepl", float(sum(len(one.zh) for one in request.segments)))

    return translate


# ---------------------------------------------------------------- the call


def _signed(scheme: str, endpoint: Endpoint) -> dict[str, str]:
    """Give the header that signs a call; a service on this machine may need none."""
    return {"Authorization": f"{scheme} {endpoint.key}"} if endpoint.key else {}


def _post(url: str, endpoint: Endpoint, body: Mapping[str, Any], signature: Mapping[str, str]) -> dict[str, Any]:
    """Post JSON and read JSON: retried with full-jitter back-off, within one deadline for each call."""
    headers = {**signature, "Accept-Encoding": "identity", "Content-Type": "application/json"}
    reason = "no answer"
    for attempt in range(endpoint.attempts):
        answer = _within(endpoint.deadline, lambda: _call(url, headers, body, endpoint))
        if isinstance(answer, TranslationError):
            raise answer
        if isinstance(answer, str):
            reason, wait = answer, None
        elif answer.status == 200:
            return _json(answer.data)
        elif answer.status not in RETRIED:
            raise TranslationError(
                f"the translation service answered {answer.status}; check key, model and address", "translate.refused"
            )
        else:
            reason, wait = f"status {answer.status}", answer.wait
        if attempt + 1 < endpoint.attempts:
            time.sleep(_pause(attempt, wait, endpoint))
    raise TranslationError(
        f"the translation service did not answer ({reason}, {endpoint.attempts} tries); try again later",
        "translate.unreachable",
    )


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    wait: str | None
    data: bytes


def _within(seconds: float, call: Callable[[], _Answer]) -> _Answer | TranslationError | str:
    """Run a call in a thread that is left behind at the deadline: a server may feed it a byte at a time for ever."""
    import httpx

    outcome: list[_Answer | TranslationError | str] = []

    def run() -> None:
        try:
            outcome.append(call())
        except TranslationError as error:
            outcome.append(error)
        except (httpx.HTTPError, OSError, ValueError) as error:
            outcome.append(type(error).__name__)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    return outcome[0] if outcome else "no answer within the deadline"


def _call(url: str, headers: Mapping[str, str], body: Mapping[str, Any], endpoint: Endpoint) -> _Answer:
    """Make one call; stop reading at the cap."""
    import httpx

    data = bytearray()
    content = json.dumps(body, ensure_ascii=False).encode()
    with (
        httpx.Client(timeout=endpoint.deadline, follow_redirects=False, trust_env=False) as client,
        client.stream("POST", url, headers=dict(headers), content=content) as answer,
    ):
        for chunk in answer.iter_raw():
            data += chunk
            if len(data) > MAX_BYTES:
                raise TranslationError(
                    f"the service's answer is longer than {MAX_BYTES:,} bytes; check its address", "translate.answer"
                )
        return _Answer(answer.status_code, answer.headers.get("Retry-After"), bytes(data))


def _pause(attempt: int, wait: str | None, endpoint: Endpoint) -> float:
    if wait is not None and wait.strip().isdigit():
        seconds = int(wait)
        if seconds > endpoint.longest_wait:
            raise TranslationError(
                f"the service asks to wait {seconds} seconds; try again later", "translate.unreachable"
            )
        return float(seconds)
    return random.uniform(0, min(endpoint.longest_wait, 0.5 * 2**attempt))  # noqa: S311, only to spread calls


def _json(data: bytes) -> dict[str, Any]:
    try:
        given = json.loads(data)
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise TranslationError("the translation service did not answer in JSON; check its address", "translate.answer")
    return given


def _key(values: Mapping[str, str], name: str, url: str) -> str:
    key = values.get(name, "").strip()
    if not key and not _is_local(url):
        raise TranslationError(
            f"no key: set {name} in the environment, or leave the translator out", "translate.no_key"
        )
    return key


def _require_safe(url: str) -> None:
    if urlsplit(url).scheme != "https" and not _is_local(url):
        raise TranslationError(
            f"{urlsplit(url).hostname}: a key goes over https only; give an https address", "translate.endpoint"
        )


def _is_local(url: str) -> bool:
    return urlsplit(url).hostname in ("localhost", "127.0.0.1", "::1")
