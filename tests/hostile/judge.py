"""Export hostile sources as a user would, and judge what became of each."""

from __future__ import annotations

import html
import re
import socket
import threading
import unicodedata
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from exporter import codec
from exporter.batch.jobs import Job, Outcome
from exporter.batch.run import export_all
from exporter.model import all_lines
from tests.hostile import packages, pages, pdfs, texts
from tests.hostile.cases import HEAD, SECRET, TAIL, Case

CODE = re.compile(r"(?:source|input|docx|pdf|html|limit|table|document|font|notice)\.[a-z_]+")
"""What a source may be refused for. `worker.*`, `engine.*`, `render.*` are our faults, never the source's."""
TARGETS = ("json", "docx", "html", "pdf")
MARKUP = re.compile(r"<style.*?</style>|<[^>]*>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Ended:
    """How a batch of cases ended, and who came to the honeypot meanwhile."""

    outcomes: dict[str, tuple[Case, Outcome]]
    visits: list[str]
    folder: Path


def all_cases(size: int, secret: str = "/secret", url: str = "http://127.0.0.1:9/") -> Iterator[Case]:
    """Give every hostile source; `size` is how long the longest shapes are."""
    yield from texts.cases(size)
    yield from pages.cases(size, secret, url)
    yield from packages.cases(size, secret, url)
    yield from pdfs.cases()


def export_cases(folder: Path, size: int, to: tuple[str, ...]) -> Ended:
    """Export every case in one batch; a source is removed when it is done, some are large."""
    (folder / "in").mkdir()
    secret = folder / "secret.txt"
    secret.write_text(SECRET)
    cases: dict[str, Case] = {}
    ended: dict[str, tuple[Case, Outcome]] = {}
    with honeypot() as (url, visits):

        def jobs() -> Iterator[Job]:
            for case in all_cases(size, str(secret), url):
                source = folder / "in" / case.name
                source.write_bytes(case.write())
                cases[str(source)] = case
                yield Job(str(source), to, str(folder / "out"), stem=case.name)

        for outcome in export_all(jobs()):
            case = cases[outcome.source]
            ended[case.name] = (case, outcome)
            Path(outcome.source).unlink()
    return Ended(ended, visits, folder / "out")


@contextmanager
def honeypot() -> Iterator[tuple[str, list[str]]]:
    """Listen on the loopback interface and write down whoever comes."""
    visits: list[str] = []
    done = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)

        def listen() -> None:
            while not done.is_set():
                try:
                    caller, _ = server.accept()
                except TimeoutError:
                    continue
                with caller:
                    visits.append(caller.recv(200).decode("latin-1"))

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/", visits
        done.set()
        thread.join()


def faults_of(case: Case, outcome: Outcome) -> list[str]:
    """Say what is wrong with what became of a case; nothing, where it was exported whole or refused by name."""
    if outcome.status == "failed":
        return list(_faults_of_refusal(case, outcome))
    if case.fate == "refused":
        return ["exported, though there is nothing to read in it"]
    return _losses(case, outcome)


def _losses(case: Case, outcome: Outcome) -> list[str]:
    wanted = [*((HEAD, TAIL) if case.framed else ()), *case.keeps]
    return [
        f"{part[:60]!r} is lost in {target}"
        for target, text in _texts_of(outcome).items()
        for part in wanted
        if _flat(part) not in text
    ]


def leaks_of(outcome: Outcome) -> list[str]:
    """Say what an artefact holds that no source may bring into it."""
    return [f"{artefact.path}: {leak}" for artefact in outcome.artefacts for leak in _leaks(Path(artefact.path))]


def _faults_of_refusal(case: Case, outcome: Outcome) -> Iterator[str]:
    said = f"{outcome.code}: {outcome.message}"
    if case.fate == "done":
        yield f"refused: {said}"
    if outcome.code is None or not CODE.fullmatch(outcome.code):
        yield f"not the source's fault: {said}"
    if not outcome.message or len(outcome.message) > 500 or "\n" in outcome.message:
        yield f"no sentence: {said}"
    if outcome.artefacts:  # targets are independent: one that cannot be made is named, the others are whole
        refused, named, _ = (outcome.message or "").partition(": ")
        if not named or refused not in TARGETS or refused in {made.target for made in outcome.artefacts}:
            yield "files were made all the same"
        yield from _losses(case, outcome)


def _texts_of(outcome: Outcome) -> dict[str, str]:
    readers = {".docx": _word, ".json": _json, ".html": _html}
    paths = [Path(artefact.path) for artefact in outcome.artefacts]
    return {path.suffix: _flat(readers[path.suffix](path)) for path in paths if path.suffix in readers}


def _word(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return html.unescape(MARKUP.sub("", package.read("word/document.xml").decode()))


def _json(path: Path) -> str:
    document = codec.decode(path.read_bytes())
    return (document.metadata.title or "") + "".join(all_lines(document))


def _html(path: Path) -> str:
    return html.unescape(MARKUP.sub("", path.read_text("utf-8")))


def _flat(text: str) -> str:
    """Compare text without width, spaces and punctuation: those are repaired, and said to be."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text))


def _leaks(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        data = b"".join(parts.values())
        for name, part in parts.items():
            if name.endswith(".rels") and re.search(rb'Target="(?!https?:|mailto:)[a-z]+:', part):
                yield f"{name} points outside"
    elif path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            data = b"".join(found.unparse() for found in pdf.objects if not isinstance(found, pikepdf.Stream))
        if re.search(rb"/JavaScript|/Launch|/SubmitForm|javascript:|file:", data):
            yield "holds an action or a link to a file"
    if SECRET.encode() in data:
        yield "holds a file of this machine"
