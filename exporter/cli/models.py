"""Models for translating on this machine: say which there is, and fetch a published one, its licence said."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from exporter import parts
from exporter.cli import say
from exporter.cli.app import AsJson, app
from exporter.cli.consent import require_consent
from exporter.cli.help import Command, Group
from exporter.cli.language import localized
from exporter.errors import TranslationError

LOCAL = "exporter.english.services.local"
LICENCE = "Mozilla Public License 2.0, by Mozilla (Firefox Translations)"
LANGUAGES = ("zh", "zh-Hans", "zh-CN")
"""What the list of models may call Chinese, the first that is there counts."""
TRIAL = "中国。"

commands = typer.Typer(cls=Group, no_args_is_help=True, help="Models that translate on this machine.")
app.add_typer(commands, name="models")


@dataclass(frozen=True, slots=True)
class Published:
    """A model that may be fetched: what its languages are called, what its version is, and what it weighs packed."""

    chinese: str
    version: str
    bytes: int


@commands.command("list", cls=Command)
def list_models(as_json: AsJson = False) -> None:
    """Show the model that `--translator local` uses."""
    model = parts.load(f"{LOCAL}:found_model")()
    size = sum(one.stat().st_size for one in model.files)
    row = {"folder": str(model.numbers.parent), "name": model.name, "megabytes": f"{size / 1e6:.1f}"}
    say.rows([row], as_json)


@commands.command(cls=Command)
def install(
    yes: Annotated[bool, typer.Option("--yes", help="Accept the licence without being asked.")] = False,
    source: Annotated[
        Path | None,
        typer.Option("--from", metavar="DIR", help="A folder that holds the model, where there is no network."),
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--into", metavar="DIR", help="Where models go; by itself, the user's own folder.")
    ] = None,
) -> None:
    """Fetch the published model from Chinese to English, and try it."""
    root = folder or parts.load(f"{LOCAL}:models_folder")()
    if source is not None:
        model = _tried(source)
        place = root / "zh-en"
        place.mkdir(parents=True, exist_ok=True)
        for file in model.files:
            with suppress(shutil.SameFileError):  # it may have been unpacked where it goes
                shutil.copyfile(file, place / file.name)
    else:
        published = _published()
        size = f"{published.bytes / 1e6:.1f} MB"
        print(localized(f"model {published.chinese} to en {published.version}: {size} to fetch"))
        print(f"  {LICENCE}")
        if not yes:
            require_consent(
                "Fetch it under this licence?", "nobody is here to accept the licence; read it above and say --yes"
            )
        place = _fetched(published, root)
    _tried(place)
    print(place)


def _discovery() -> Any:
    return parts.load(f"{LOCAL}:engine")().discovery


def _published() -> Published:
    """Ask which model is published. Raises TranslationError `translate.unreachable` or `translate.no_model`."""
    discovery = _discovery()
    try:
        with redirect_stdout(sys.stderr):
            records = json.loads(discovery.fetch_records_body())["data"]
    except (ValueError, KeyError, TypeError) as error:
        raise TranslationError(
            f"the list of models cannot be had ({error}); fetch one elsewhere and give its folder with --from",
            "translate.unreachable",
        ) from None
    for chinese in LANGUAGES:
        own = [one for one in records if (one.get("sourceLanguage"), one.get("targetLanguage")) == (chinese, "en")]
        if any(one.get("fileType") == "model" for one in own):
            newest = max((str(one.get("version", "0")) for one in own), key=_version)
            files = list(_newest(own))
            return Published(chinese, newest, sum(one.get("attachment", {}).get("size", 0) for one in files))
    raise TranslationError(
        "no model from Chinese to English is published; give a folder with --from", "translate.no_model"
    )


def _newest(records: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give the newest record of each kind of file."""
    for kind in sorted({str(one.get("fileType")) for one in records}):
        yield max(
            (one for one in records if one.get("fileType") == kind), key=lambda one: _version(one.get("version", "0"))
        )


def _version(text: str) -> tuple[int, ...]:
    return tuple(int(part) if part.isdigit() else 0 for part in str(text).split("."))


def _fetched(published: Published, root: Path) -> Path:
    try:
        with redirect_stdout(sys.stderr):
            _discovery().add_models(published.chinese, "en", os.fspath(root), progress=sys.stderr.isatty())
    except ValueError as error:
        raise TranslationError(
            f"the model cannot be fetched ({error}); try again, or give its folder with --from", "translate.unreachable"
        ) from None
    return root / f"{published.chinese}-en"


def _tried(folder: Path) -> Any:
    """Have a model say two words: one that is damaged fails here and not in the middle of a document."""
    model = parts.load(f"{LOCAL}:model_in")(folder)
    parts.load(f"{LOCAL}:speaker")(model)(TRIAL)
    return model
