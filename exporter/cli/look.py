"""Look at documents and at what there is: outline, facts, diff, styles, targets, doctor."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

import typer

from exporter import conversion, parts
from exporter.cli import say
from exporter.cli.app import AsJson, Fonts, Name, Source, app
from exporter.cli.language import localized
from exporter.cli.say import UsageError
from exporter.display import without_markup
from exporter.model import Document, Fact


@app.command()
def outline(source: Source, name: Name = None, as_json: AsJson = False) -> None:
    """Show a document's structure, and what every line of the source was taken for."""
    document = conversion.read(source, name=name)
    if as_json:
        say.as_plain_json(parts.load("exporter.readers.account:outline_json")(document))
    else:
        print("\n".join(parts.load("exporter.readers.account:outline_tree")(document)))
        left = parts.load("exporter.readers.account:left_out")(document)
        if left:
            print("\n" + localized("left out, by line:"))
        for first, last, reason in left:
            print(f"{first}-{last}  {localized(reason)}" if first != last else f"{first}  {localized(reason)}")
        say.told(document.notices)


@app.command()
def diff(before: Source, after: Source, name: Name = None, as_json: AsJson = False) -> None:
    """Show what changed between two reports: figures, targets, headings."""
    if before == after == "-":
        raise UsageError("usage", "standard input is one document; give two")
    with_facts = parts.load(parts.FACTS)
    found = parts.load("exporter.facts.data.differences:differences")(
        with_facts(named(before, name)), with_facts(named(after, name))
    )
    if as_json:
        say.as_plain_json({"figures": _figures(found.figures), "headings": _headings(found.headings)})
        return
    for row in _figures(found.figures):
        print(f"{localized(row['kind'])}: {row['indicator']}: {_said(row['before'])} → {_said(row['after'])}")
    for row in _headings(found.headings):
        print(f"{'-' if row['what'] == 'removed' else '+'} {row['text']}")


def named(source: str, name: str | None) -> Document:
    """Read a source; `name` is what standard input is called."""
    return conversion.read(source, name=name if source == "-" else None)


def _figures(figures: Any) -> list[dict[str, Any]]:
    return [
        {"indicator": one.indicator, "kind": one.kind, "before": _fact(one.before), "after": _fact(one.after)}
        for one in figures
    ]


def _fact(fact: Fact | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    change = None if fact.change is None else str(fact.change)
    return {"line": fact.line, "quote": fact.quote, "value": fact.value, "unit": fact.unit, "change": change}


def _headings(headings: Any) -> list[dict[str, Any]]:
    return [{"what": one.what, "level": one.level, "text": one.text} for one in headings]


def _said(fact: dict[str, Any] | None) -> str:
    return "—" if fact is None else without_markup(fact["quote"])


def _label(label: str, as_json: bool) -> str:
    return label if as_json else localized(label)


@app.command()
def styles(as_json: AsJson = False) -> None:
    """List the styles there are."""
    from exporter.style import load_style, style_names

    say.rows([{"name": name, "label": _label(load_style(name).label, as_json)} for name in style_names()], as_json)


@app.command()
def targets(as_json: AsJson = False) -> None:
    """List what a document can be exported to."""
    say.rows(
        [
            {"name": row.name, "suffix": row.suffix, "style": row.style, "label": _label(row.label, as_json)}
            for row in parts.targets()
        ],
        as_json,
    )


_MARKS = {True: "ok", False: "--"}


@app.command()
def doctor(fonts: Fonts = None, as_json: AsJson = False) -> None:
    """Say what this machine has and lacks, fonts by role and engines, and the command that mends it."""
    from exporter.cli.health import checks

    found = checks(fonts)
    if as_json:
        say.as_plain_json([asdict(check) for check in found])
    else:
        say.rows(
            [
                {"": _MARKS[check.right], "what": localized(check.what), "found": localized(check.found)}
                for check in found
            ],
            False,
        )
        for check in found:
            if check.mend:
                print(f"{localized(check.what)}: {localized(check.mend)}")
    if any(check.needed and not check.right for check in found):
        raise typer.Exit(1)
