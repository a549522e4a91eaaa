"""Name everything this package raises on purpose.

ExporterError                 everything raised on purpose
├─ SourceError                bytes that cannot be read as a document
├─ DocumentError              a document that breaks the model
├─ StyleError                 a style missing or a token wrong
├─ FontError                  no font for a role, or a character no font has
├─ PartError                  no reader, target or translator of that name, or one that cannot load
├─ TranslationError           a translator that failed or lied
├─ ArgumentError              an argument of a wrong type
└─ RenderError                an engine could not make its file, or a file could not be written

An error carries a stable dotted code, and a message that says what was found, what was
expected and what to do, on one line.
"""

from __future__ import annotations

import errno
from collections.abc import Mapping, Sequence


class ExporterError(Exception):
    """Everything raised on purpose: a `code` that programs read and a `message` that people read."""

    default_code = "exporter.error"

    def __init__(self, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.message = " ".join(message.split())
        self.code = code or self.default_code

    def __reduce__(self) -> tuple[type[ExporterError], tuple[str, str]]:
        return type(self), (self.message, self.code)

    def __str__(self) -> str:
        return self.message


class SourceError(ExporterError):
    """Bytes that cannot be read as a document; codes `source.*`, `docx.*`, `pdf.*`, `html.*`, `limit.*`."""

    default_code = "source.malformed"


class DocumentError(ExporterError):
    """A document that breaks the model; the message gives the path in the tree."""

    default_code = "document.invalid"


class StyleError(ExporterError):
    """A style that is missing, or a token of it that is wrong; the message names file and token."""

    default_code = "style.invalid"


class FontError(ExporterError):
    """No font for a role (`font.missing`), or a font file that cannot be used (`font.unreadable`, `font.broken`)."""

    default_code = "font.missing"


class PartError(ExporterError):
    """No reader, target or translator of that name, or an engine that cannot load (`engine.*`)."""

    default_code = "part.unknown"


class TranslationError(ExporterError):
    """A translator that failed or lied; the message names the segment and what the guard found."""

    default_code = "translate.failed"


class RenderError(ExporterError):
    """An engine could not make its file (`render.*`), or it could not be written (`output.*`)."""

    default_code = "render.failed"


class ArgumentError(ExporterError, TypeError):
    """An argument of another type than asked for; the message names it."""

    default_code = "argument.type"


_FAMILIES = (
    ArgumentError,
    SourceError,
    DocumentError,
    StyleError,
    FontError,
    PartError,
    TranslationError,
    RenderError,
    ExporterError,
)


def require(given: object, kinds: type | tuple[type, ...], name: str, advice: str) -> None:
    """Raise ArgumentError, which names the argument, where it is of another type."""
    if not isinstance(given, kinds):
        names = " or ".join(kind.__name__ for kind in (kinds if isinstance(kinds, tuple) else (kinds,)))
        raise ArgumentError(f"{name}: found {type(given).__name__}, expected {names}; {advice}")


def require_among(given: object, choices: Sequence[object], name: str) -> None:
    """Raise ArgumentError, which names the argument, where it is none of the choices."""
    if given not in choices:
        raise ArgumentError(f"{name}: found {given!r}; give one of {', '.join(map(repr, choices))}")


def require_between(given: object, least: int, most: int, name: str) -> None:
    """Raise ArgumentError, which names the argument, where it is no whole number from `least` to `most`."""
    if not isinstance(given, int) or isinstance(given, bool) or not least <= given <= most:
        raise ArgumentError(f"{name}: found {given!r}; give a whole number from {least} to {most}")


_ADVICE = {
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "get leave to write there, or choose another place"),
    errno.EISDIR: "a folder stands there; name a file",
    errno.ENOTDIR: "a file stands where a folder should; choose another place",
    errno.EEXIST: "a file stands where a folder should; choose another place",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.ENOENT: "choose another place",
    errno.EBADF: "it is closed; name a file with -o",
}
"""What helps against an error of the system; against all others, room."""


def unwritable(place: object, error: OSError) -> RenderError:
    """Give the error `output.write` for a place that the system does not let be written, with what helps."""
    reason = error.strerror or type(error).__name__
    advice = _ADVICE.get(error.errno or 0, "free space there, or choose another place")
    return RenderError(f"{place}: cannot be written ({reason}); {advice}", "output.write")


def as_plain(error: ExporterError) -> dict[str, str]:
    """Turn an error into plain data that crosses any process border."""
    return {"kind": type(error).__name__, "code": error.code, "message": error.message}


def from_plain(plain: Mapping[str, str]) -> ExporterError:
    """Rebuild an error from `as_plain`; a kind that is not ours becomes an ExporterError."""
    kinds = {family.__name__: family for family in _FAMILIES}
    return kinds.get(plain["kind"], ExporterError)(plain["message"], plain["code"])
