"""Measure what a file looks like; inspect a draft, mend it, and write what was found into it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from exporter import pipeline
from exporter.batch.originals import Originals
from exporter.batch.write import publish
from exporter.cli import say
from exporter.cli.app import AsJson, StyleName, app
from exporter.cli.asked import require_suffix
from exporter.cli.language import localized
from exporter.cli.say import UsageError
from exporter.style import load_style

File = Annotated[str, typer.Argument(metavar="FILE", help="A Word file or a PDF.", show_default=False)]
Fix = Annotated[Path | None, typer.Option("--fix", metavar="OUT.docx", help="Write a corrected copy of a Word file.")]
Notes = Annotated[
    Path | None, typer.Option("--comment", metavar="OUT.docx", help="Write a copy with each finding as a Word comment.")
]


@app.command()
def measure(
    file: File, style: StyleName = None, fix: Fix = None, comment: Notes = None, as_json: AsJson = False
) -> None:
    """Say what a Word or PDF file really looks like, clause by clause, measured on its pages."""
    from exporter.measure import report

    outputs = [path for path in (fix, comment) if path is not None]
    if fix is not None and fix == comment:
        raise UsageError("usage", "--fix and --comment are two files")
    Originals([file]).refuse(outputs)
    for path in outputs:
        require_suffix(path, (".docx",), "a copy of a Word file")
    name, data = pipeline.fetch(file)
    chosen = load_style(style) if style else None
    if not outputs:
        found = report.measure(name, data, chosen)
        _told(found, as_json, {})
        return
    if not data.startswith(b"PK\x03\x04"):
        raise UsageError("usage", f"{name}: only a Word file can be mended or commented")
    inspection = report.inspected(name, data, chosen)
    more: dict[str, Any] = {}
    if fix is not None:
        more["fixed"] = _fixed(inspection, fix, as_json)
    if comment is not None:
        publish([(comment, inspection.commented(_sentence))])
        more["commented"] = str(comment)
    _told(inspection.measurement, as_json, more)


def _fixed(inspection: Any, path: Path, as_json: bool) -> dict[str, Any]:
    """Write the corrected copy, and say what is left for a person: it is inspected as the draft was."""
    from exporter.measure import report

    data = inspection.corrected()
    publish([(path, data)])
    left = report.inspected(path.name, data, inspection.style).measurement.failed
    if not as_json:
        print(localized(f"{path}: {len(left)} left for a person"))
        for check in left:
            print(f"  {_sentence(check)}")
    return {"file": str(path), "left": [report.check_as_json(check) for check in left]}


def _sentence(check: Any) -> str:
    unit = f" {localized(check.unit)}" if check.unit else ""
    asked = f"expected {localized(str(check.expected))}, found {localized(str(check.measured))}"
    return f"GB/T 9704-2012, {check.clause}: {localized(check.what)}: {localized(asked)}{unit}"


def _told(found: Any, as_json: bool, more: dict[str, Any]) -> None:
    from exporter.measure import report

    if as_json:
        say.as_plain_json({**report.as_json(found), **more})
        return
    say.rows([_row(check) for check in found.checks], False)
    for font in found.fonts:
        print(localized(f"{font.name}: {font.characters} characters ({font.share:.1%})"))
    passed, failed = len(found.passed), len(found.failed)
    rest = len(found.checks) - passed - failed
    if passed + failed:
        print(
            localized(
                f"{found.file}: {found.pages} pages, {passed} checks passed, {failed} failed, {rest} not applicable"
            )
        )
    else:
        print(localized(f"{found.file}: {found.pages} pages, nothing could be measured"))


def _row(check: Any) -> dict[str, str]:
    return {
        "": {True: "ok", False: "--", None: "  "}[check.passed],
        "clause": check.clause,
        "what": localized(check.what),
        "expected": localized(str(check.expected)),
        "measured": "" if check.measured is None else localized(str(check.measured)),
        "unit": localized(check.unit),
        "place": check.place,
    }
