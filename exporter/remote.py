"""Read a source from afar: whole or not at all, within limits of size and time."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import unquote, urlsplit

from exporter.errors import SourceError

if TYPE_CHECKING:
    import httpx

SECONDS = 90.0
"""Longest time for one source."""
SILENCE = 20.0
"""Longest time in which a server says nothing, in seconds."""
REDIRECTS = 10
PIECE = 1 << 20
"""Bytes asked for at a time."""
EXTRAS = dict.fromkeys(("s3", "s3a"), "run pip install 'gongwenkit[s3]', or give a path")
"""What to do where the package for a kind of address is not installed."""
_AGENT = "Mozilla/5.0 (compatible; exporter)"
"""Sites of government turn away what does not look like a browser."""


def fetch_url(url: str, limit: int, seconds: float = SECONDS) -> tuple[str, bytes]:
    """Read what stands at a URL to its end, and give its name and bytes.

    Raises SourceError: `source.not_found`, `source.http` (any other answer that is none), `source.redirects`,
    `source.cut_short`, `source.too_large` (more than `limit` bytes), `source.timeout`, `source.unsupported`
    (no such protocol here), `source.unreadable`.
    """
    read = _over_http if url.lower().startswith(("http://", "https://")) else _over_fsspec
    return name_of(url), _in_time(lambda stop: read(url, limit, stop), url, seconds)


def name_of(url: str) -> str:
    """Give the file name that a URL ends in, or its host."""
    parts = urlsplit(url)
    last = parts.path.rstrip("/").rsplit("/", 1)[-1]
    named = unquote(last)
    return (last if "\ufffd" in named else named) or parts.netloc or url


def _in_time(work: Callable[[threading.Event], bytes], url: str, seconds: float) -> bytes:
    """Do work in a thread that is left behind when its time is over: a server may hang in any call."""
    done: list[bytes] = []
    failed: list[Exception] = []
    stop = threading.Event()

    def run() -> None:
        try:
            done.append(work(stop))
        except Exception as error:
            failed.append(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        stop.set()
        raise _late(url, f"not all there after {seconds:.0f} s")
    if failed:
        raise failed[0]
    return done[0]


def _gathered(pieces: Iterable[bytes], url: str, limit: int, stop: threading.Event) -> bytes:
    data = bytearray()
    for piece in pieces:
        data += piece
        if len(data) > limit:
            raise SourceError(
                f"{url}: more than {limit // 1_000_000} MB; split the source into smaller files", "source.too_large"
            )
        if stop.is_set():
            break
    return bytes(data)


def _over_http(url: str, limit: int, stop: threading.Event) -> bytes:
    import httpx

    try:
        with (
            httpx.Client(follow_redirects=True, max_redirects=REDIRECTS, timeout=SILENCE) as client,
            client.stream("GET", url, headers={"User-Agent": _AGENT}) as answer,
        ):
            _require_document(answer, url, limit)
            return _gathered(answer.iter_bytes(), url, limit, stop)
    except httpx.TooManyRedirects:
        raise SourceError(
            f"{url}: led on more than {REDIRECTS} times; give the address it should end at", "source.redirects"
        ) from None
    except httpx.TimeoutException:
        raise _late(url, f"the server said nothing for {SILENCE:.0f} s") from None
    except httpx.RemoteProtocolError as error:
        raise SourceError(f"{url}: the answer is cut short ({error}); try again", "source.cut_short") from None
    except httpx.UnsupportedProtocol as error:
        raise SourceError(f"{url}: {error}; give an http or https address", "source.unsupported") from None
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError) as error:
        _refuse(url, error)


def _require_document(answer: httpx.Response, url: str, limit: int) -> None:
    status = answer.status_code
    if status in (404, 410):
        raise SourceError(f"{url}: nothing there (HTTP {status}); check the address", "source.not_found")
    if status != 200:
        said = f"HTTP {status} {answer.reason_phrase}".rstrip()
        raise SourceError(
            f"{url}: the server gives no document ({said}); check the address, or try later", "source.http"
        )
    length = answer.headers.get("content-length", "")
    if length.isdigit() and int(length) > limit:
        raise SourceError(
            f"{url}: {int(length) // 1_000_000} MB, at most {limit // 1_000_000} are read; split the source",
            "source.too_large",
        )


def _over_fsspec(url: str, limit: int, stop: threading.Event) -> bytes:
    import fsspec

    try:
        with fsspec.open(url, "rb") as file:
            return _gathered(iter(lambda: file.read(PIECE), b""), url, limit, stop)
    except SourceError:
        raise
    except FileNotFoundError:
        raise SourceError(f"{url}: nothing there; check the address", "source.not_found") from None
    except ImportError as error:
        advice = EXTRAS.get(url.partition("://")[0].lower(), "install what it names, or give a path")
        raise SourceError(f"{url}: {error}; {advice}", "source.unsupported") from None
    except ValueError as error:
        raise SourceError(f"{url}: {error}; give a path, or an address of a known kind", "source.unsupported") from None
    except Exception as error:  # a file system of any make may raise anything
        _refuse(url, error)


def _late(url: str, what: str) -> SourceError:
    return SourceError(f"{url}: {what}; try again, or save it and give the file", "source.timeout")


def _refuse(url: str, error: Exception) -> NoReturn:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    raise SourceError(f"{url}: cannot be read ({reason}); check the address", "source.unreadable") from None
