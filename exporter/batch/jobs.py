"""Say what is to be exported and how it ended, as data that crosses any process border."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

from exporter import display
from exporter.errors import ExporterError, as_plain, from_plain
from exporter.model import Notice, Span
from exporter.parts import Options

Plain: TypeAlias = dict[str, Any]
"""What JSON can say: the only thing that crosses a process border."""
Status: TypeAlias = Literal["done", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost."""

    seconds: float = 60.0
    """Wall time, from the start of its process."""
    memory: int = 1_500_000_000
    """Bytes of memory that its process may hold."""


@dataclass(frozen=True, slots=True)
class Job:
    """One source to be exported: to which targets, into which folder, how, within which limits."""

    source: str
    """A path or an fsspec URL."""
    to: tuple[str, ...] = ("docx", "pdf", "brief")
    out: str = "out"
    stem: str | None = None
    """Name of the files without suffix; None: the source's own. One that is taken is made distinct."""
    options: Options = field(default_factory=Options)
    strict: bool = False
    """Take any notice of level warning for a failure."""
    limits: Limits = Limits()

    @property
    def id(self) -> str:
        """Name the job from one run to the next: 16 hexadecimal digits of source, stem and targets."""
        named = "\0".join((absolute(self.source), self.stem or "", *self.to))
        return hashlib.sha256(named.encode(errors="surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was made, without its bytes."""

    target: str
    path: str
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended. `kind`, `code` and `message` are those of the error, None where there is none."""

    job: str
    source: str
    status: Status
    artefacts: tuple[Made, ...] = ()
    notices: tuple[Notice, ...] = ()
    kind: str | None = None
    code: str | None = None
    message: str | None = None
    seconds: float = 0.0
    key: str | None = None
    """Hash of everything that the bytes made depend on; a later run compares it."""

    def __repr__(self) -> str:
        return display.outcome(self)

    def _repr_html_(self) -> str:
        return display.outcome_page(self)

    @property
    def error(self) -> ExporterError | None:
        """Give the error as `export` would have raised it."""
        if self.code is None:
            return None
        return from_plain({"kind": self.kind or "", "code": self.code, "message": self.message or ""})


@dataclass(frozen=True, slots=True)
class Summary:
    """How a run went: how many of each, and how often each error."""

    done: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0.0
    """Time of the documents together; that of the run is shorter by what ran side by side."""
    codes: Mapping[str, int] = field(default_factory=dict)
    warnings: Mapping[str, int] = field(default_factory=dict)
    """In how many documents each warning was given, by its words."""

    def plus(self, outcome: Outcome) -> Summary:
        """Count one outcome more."""
        codes, warnings = Counter(self.codes), Counter(self.warnings)
        codes.update([outcome.code] if outcome.code is not None else ())
        warnings.update({notice.message for notice in outcome.notices if notice.level == "warning"})
        return Summary(
            self.done + (outcome.status == "done"),
            self.failed + (outcome.status == "failed"),
            self.skipped + (outcome.status == "skipped"),
            self.seconds + outcome.seconds,
            codes,
            warnings,
        )


def failed(job: Job, error: ExporterError, seconds: float = 0.0) -> Outcome:
    """Say that a job failed, and of what."""
    said = as_plain(error)
    return Outcome(
        job.id,
        job.source,
        "failed",
        kind=said["kind"],
        code=said["code"],
        message=said["message"],
        seconds=seconds,
    )


def absolute(source: str) -> str:
    """Give a path from the root; a URL and `-` stay as they are."""
    return source if "://" in source or source == "-" else str(Path(source).absolute())


# ---------------------------------------------------------------- as plain data


def job_as_plain(job: Job) -> Plain:
    """Turn a job into plain data."""
    plain = asdict(job)
    plain["options"] = {name: _plain(value) for name, value in plain["options"].items()}
    return plain


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return str(value) if isinstance(value, Path) else value


def job_from_plain(plain: Plain) -> Job:
    """Rebuild a job from `job_as_plain`."""
    said = plain["options"]
    return Job(
        plain["source"],
        tuple(plain["to"]),
        plain["out"],
        plain["stem"],
        Options(
            style=said["style"],
            fonts=_path(said["fonts"]),
            template=_path(said["template"]),
            icc=_path(said["icc"]),
            memory=_path(said["memory"]),
            previous=_path(said["previous"]),
            terms=_path(said["terms"]),
            translator=said["translator"],
            patience=said["patience"],
            pages=said["pages"],
            languages=said["languages"],
            elements=tuple((name, value) for name, value in said["elements"]),
            reviewed=tuple(Path(file) for file in said["reviewed"]),
            layout=said["layout"],
            organisation=said["organisation"],
            trace=said["trace"],
            embed_fonts=said["embed_fonts"],
            xliff=said["xliff"],
        ),
        plain["strict"],
        Limits(plain["limits"]["seconds"], plain["limits"]["memory"]),
    )


def outcome_as_plain(outcome: Outcome) -> Plain:
    """Turn an outcome into plain data: a line of the ledger, and what `--json` prints."""
    plain: Plain = {"job": outcome.job, "source": outcome.source, "status": outcome.status}
    plain["artefacts"] = [asdict(made) for made in outcome.artefacts]
    plain["notices"] = [_notice_as_plain(notice) for notice in outcome.notices]
    if outcome.code is not None:
        plain["error"] = {"kind": outcome.kind, "code": outcome.code, "message": outcome.message}
    plain["seconds"] = round(outcome.seconds, 3)
    plain["key"] = outcome.key
    return plain


def outcome_from_plain(plain: Plain) -> Outcome:
    """Rebuild an outcome from `outcome_as_plain`. Raises KeyError, TypeError or ValueError where it is none."""
    error = plain.get("error") or {}
    if plain["status"] not in ("done", "failed", "skipped"):
        raise ValueError(f"no status {plain['status']!r}")
    return Outcome(
        plain["job"],
        plain["source"],
        plain["status"],
        tuple(Made(made["target"], made["path"], made["sha256"], made["bytes"]) for made in plain["artefacts"]),
        tuple(_notice_from_plain(notice) for notice in plain["notices"]),
        error.get("kind"),
        error.get("code"),
        error.get("message"),
        float(plain["seconds"]),
        plain["key"],
    )


def _path(said: str | None) -> Path | None:
    return None if said is None else Path(said)


def _notice_as_plain(notice: Notice) -> Plain:
    plain: Plain = {"code": notice.code, "level": notice.level, "message": notice.message}
    if notice.span is not None:
        plain["span"] = [notice.span.start, notice.span.end]
    return plain


def _notice_from_plain(plain: Plain) -> Notice:
    span = plain.get("span")
    return Notice(plain["code"], plain["message"], plain["level"], Span(*span) if span else None)
