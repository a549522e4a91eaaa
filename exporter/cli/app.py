"""Hold the command line's root, and the options that commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

app = typer.Typer(
    name="exporter",
    help="Turn formal Chinese documents into Word files, PDFs and bilingual briefs whose every figure is traced.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich's help costs 0.2 s at every start
    context_settings={"help_option_names": ["-h", "--help"]},
)

Source = Annotated[str, typer.Argument(help="A path, - for standard input, or an fsspec URL.", show_default=False)]
Sources = Annotated[list[str], typer.Argument(help="Paths, - for standard input, or fsspec URLs.", show_default=False)]
To = Annotated[str, typer.Option(help="Targets, joined by commas; `exporter targets` lists them.")]
Out = Annotated[Path, typer.Option(help="Folder for what is made.")]
StyleName = Annotated[str | None, typer.Option("--style", help="A style's name, or a folder with style.toml.")]
Template = Annotated[Path | None, typer.Option(help="A Word template to fill.")]
Icc = Annotated[Path | None, typer.Option(help="The press's ICC profile (pdf-print, brief-print).")]
Fonts = Annotated[Path | None, typer.Option(envvar="EXPORTER_FONTS", help="A folder of fonts to look in first.")]
Memory = Annotated[Path | None, typer.Option(help="A translation memory (TMX).")]
Reviewed = Annotated[
    list[Path] | None, typer.Option(help="A file that came back from review: XLIFF, TMX, workbook or Word table.")
]
Layout = Annotated[Literal["columns", "stacked"], typer.Option(help="How two languages are arranged.")]
Xliff = Annotated[Literal["1.2", "2.0"], typer.Option(help="Version of the translation file.")]
Translator = Annotated[str | None, typer.Option(help="A translator: openai or deepl, set up in the environment.")]
Pages = Annotated[int, typer.Option(min=1, max=20, help="Pages of a brief.")]
Languages = Annotated[Literal["zh-en", "zh", "en"], typer.Option(help="Languages of a brief.")]
Strict = Annotated[bool, typer.Option("--strict", help="Take any notice of level warning for a failure.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print machine-readable results.")]
Quiet = Annotated[bool, typer.Option("--quiet", help="Print nothing but errors.")]
