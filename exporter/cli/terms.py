"""Look after terms: what a document uses and lacks, and files of a user's own that `--terms` takes."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from exporter import conversion, parts, pipeline
from exporter.batch.originals import Originals
from exporter.batch.write import publish
from exporter.cli import say
from exporter.cli.app import AsJson, Terms, app
from exporter.cli.help import Command, Group
from exporter.cli.language import localized
from exporter.cli.say import UsageError
from exporter.model import PersonalTerm

PERSONAL = "exporter.english.exchange.personal"
GRID = "exporter.english.exchange.term_grid"
DEFAULT = Path("terms.csv")
WRITABLE = (".csv", ".tsv", ".txt")

commands = typer.Typer(cls=Group, help="Show the terms of a document, and keep terms of your own.")
app.add_typer(commands, name="terms")

Replace = Annotated[bool, typer.Option("--replace", help="Let new English take the place of what the file has.")]
Keep = Annotated[bool, typer.Option("--keep", help="Where the file has other English, leave it.")]
Kind = Annotated[str, typer.Option("--kind", metavar="KIND", help="What kind of word it is: noun, verb, institution …")]
By = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so.")]
On = Annotated[str, typer.Option("--on", metavar="DAY", help="Since which day, as 2026-01-31.")]


@commands.command(cls=Command)
def show(
    source: Annotated[str | None, typer.Argument(help="A document: terms used, and what has none.")] = None,
    export: Annotated[
        Literal["tbx", "tmx", "csv"] | None, typer.Option(help="Write the term base for other tools.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the terms that a document uses and what has no English yet; or write the term base for other tools."""
    if export is not None:
        if source is not None:
            raise UsageError(
                "usage", f"--export {export} writes the whole term base, and not that of {source}; leave one out"
            )
        sys.stdout.buffer.write(_term_base(export))
        return
    if source is None:
        raise typer.BadParameter("give a document, or --export tbx, tmx or csv")
    document = pipeline.run(conversion.read(source), (parts.load(parts.FACTS), parts.load(parts.ENGLISH)))
    used = parts.load("exporter.english.usage:used")(document)
    missing = parts.load("exporter.english.usage:missing")(document)
    if as_json:
        say.as_plain_json({"used": [asdict(one) for one in used], "missing": [asdict(one) for one in missing]})
        return
    say.rows([{"zh": one.zh, "count": str(one.count), "en": one.en, "status": one.status} for one in used], False)
    for one in missing:
        print(f"{one.zh}: no English ({one.count})")


@commands.command(cls=Command)
def add(
    zh: Annotated[str, typer.Argument(metavar="中文", help="The term in Chinese.", show_default=False)],
    en: Annotated[str, typer.Argument(metavar="ENGLISH", help="Its English.", show_default=False)],
    terms: Terms = None,
    kind: Kind = "noun",
    by: By = "",
    on: On = "",
    replace: Replace = False,
    as_json: AsJson = False,
) -> None:
    """Add a term to a file of your own; English that stands there already is not overwritten unasked."""
    term = PersonalTerm(zh.strip(), " ".join(en.split()), kind, by, _day(on))
    _join([parts.load(f"{PERSONAL}:looked_through")(term, "terms add")], terms or DEFAULT, replace, False, as_json)


@commands.command("import", cls=Command)
def import_terms(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="CSV, tab-separated text, a workbook or TBX.")],
    terms: Terms = None,
    replace: Replace = False,
    keep: Keep = False,
    as_json: AsJson = False,
) -> None:
    """Take over terms from other files; English that stands there already is not overwritten unasked."""
    if replace and keep:
        raise UsageError("usage", "--replace and --keep say the contrary; give one")
    came: list[PersonalTerm] = []
    for file in files:
        own = parts.load(f"{PERSONAL}:read_personal")(*pipeline.fetch(file))
        say.warnings(own.notices)
        came += own.terms
    place = terms or DEFAULT
    Originals(map(str, files)).refuse([place])
    _join(came, place, replace, keep, as_json)


@commands.command("list", cls=Command)
def list_terms(terms: Terms = None, as_json: AsJson = False) -> None:
    """List the terms of a file of your own."""
    own = parts.load(f"{PERSONAL}:read_personal")(*pipeline.fetch(terms or DEFAULT))
    say.warnings(own.notices)
    say.rows([asdict(one) for one in own.terms], as_json)


def _join(came: Sequence[PersonalTerm], place: Path, replace: bool, keep: bool, as_json: bool) -> None:
    """Join terms to those of a file and write it whole; a conflict that nobody decided leaves it as it was."""
    if place.suffix.lower() not in WRITABLE:
        raise UsageError("usage", f"{place}: terms are kept as .csv or .tsv; import the others into one")
    data = pipeline.fetch(place)[1] if place.exists() else b""
    known = parts.load(f"{PERSONAL}:read_personal")(str(place), data).terms if data else ()
    joined = parts.load(f"{PERSONAL}:joined_with")(known, came, replaced=replace)
    if not replace and not keep:
        parts.load(f"{PERSONAL}:require_no_conflict")(joined, str(place))
    say.warnings(parts.load(f"{PERSONAL}:official_notices")(joined.added))
    mark = "\t" if place.suffix.lower() == ".tsv" else ","
    grid = parts.load(f"{GRID}:grid_of")(str(place), data) if data else parts.load(f"{GRID}:Grid")((), (), mark)
    if joined.added or (joined.conflicts and replace):
        publish([(place, parts.load(f"{GRID}:written")(parts.load(f"{PERSONAL}:written_into")(grid, joined)))])
    _tell(joined, place, replace, as_json)


def _tell(joined: Any, place: Path, replaced: bool, as_json: bool) -> None:
    if as_json:
        changed = [{"zh": old.zh, "was": old.en, "given": new.en} for old, new in joined.conflicts]
        say.as_plain_json(
            {"file": str(place), "added": _plain(joined.added), "same": _plain(joined.same), "replaced": replaced}
            | {"conflicts": changed}
        )
        return
    for old, new in joined.conflicts:
        print(f"{old.zh}: {old.en} → {new.en}" if replaced else f"{old.zh}: {old.en}, not {new.en}")
    count = len(joined.conflicts)
    print(
        localized(f"{place}: {len(joined.added)} added, {len(joined.same)} there already, {count} with other English")
    )


def _plain(terms: Iterable[PersonalTerm]) -> list[dict[str, str]]:
    return [asdict(one) for one in terms]


def _day(said_day: str) -> str:
    from datetime import date

    try:
        return date.fromisoformat(said_day).isoformat() if said_day else ""
    except ValueError:
        raise typer.BadParameter(f"{said_day!r} is no day; write it as 2026-01-31", param_hint="--on") from None


def _term_base(form: Literal["tbx", "tmx", "csv"]) -> bytes:
    from exporter.english.exchange import term_files, tmx
    from exporter.english.exchange.memory import Unit, memory_of
    from exporter.english.glossary.terms import load

    found = load().terms
    match form:
        case "tbx":
            return term_files.to_tbx(found)
        case "tmx":
            return tmx.to_tmx(memory_of(Unit(term.zh, term.en, term.source) for term in found))
        case "csv":
            return b"\xef\xbb\xbf" + term_files.to_csv(found).encode()
