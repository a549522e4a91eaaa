"""Build the guides, the reference of the public names and a gallery as pages that are read without a network.

python scripts/build_docs.py FOLDER [--no-pictures]
"""

from __future__ import annotations

import argparse
import inspect
import re
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

import exporter
from exporter import conversion, parts

ROOT = Path(__file__).resolve().parent.parent
ORDER = (
    *("index", "export", "brief", "facts", "official-papers", "styles", "translation", "batch", "python", "plugins"),
    *("proof", "machines"),
)
GALLERY = ("docx", "pdf", "brief", "brief-docx", "html", "brief-html", "bilingual-pdf")
CSS = """
body { font: 16px/1.6 system-ui, "Noto Sans CJK SC", sans-serif; margin: 0; color: #222; display: flex }
nav { min-width: 13rem; padding: 1.5rem; background: #f4f4f1; min-height: 100vh } nav a { display: block }
main { max-width: 46rem; padding: 1.5rem 2rem } a { color: #14507a }
pre { background: #f4f4f1; padding: .8rem; overflow: auto }
table { border-collapse: collapse } th, td { border-bottom: 1px solid #ddd }
th, td { padding: .3rem .6rem; text-align: left; vertical-align: top }
img { max-width: 100%; border: 1px solid #ccc } h3 code { font-size: 1rem }
@media (max-width: 50rem) { body { display: block } nav { min-height: 0 } }
"""


def main() -> None:
    """Build the site."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--no-pictures", action="store_true", help="leave the gallery out")
    given = parser.parse_args()
    shutil.rmtree(given.folder, ignore_errors=True)
    given.folder.mkdir(parents=True)
    pages = {name: _guide(name) for name in ORDER}
    pages["api"] = ("Reference", reference())
    if not given.no_pictures:
        pages["gallery"] = ("Gallery", gallery(given.folder))
    menu = "".join(f'<a href="{name}.html">{escape(title)}</a>' for name, (title, _) in pages.items())
    for name, (title, body) in pages.items():
        (given.folder / f"{name}.html").write_text(_page(title, menu, body), "utf-8")
    print(given.folder / "index.html")


def _page(title: str, menu: str, body: str) -> str:
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(title)}</title>'
    return (
        f'<!doctype html><html lang="en"><head>{head}<style>{CSS}</style></head>'
        f"<body><nav>{menu}</nav><main>{body}</main></body></html>\n"
    )


def _guide(name: str) -> tuple[str, str]:
    text = (ROOT / "docs" / f"{name}.md").read_text("utf-8")
    title = text.partition("\n")[0].lstrip("# ")
    return title, re.sub(r'href="([\w-]+)\.md', r'href="\1.html', MarkdownIt().enable("table").render(text))


def reference() -> str:
    """Say every public name with its signature and its docstring."""
    return "<h1>Reference</h1>" + "".join(_entry(f"exporter.{name}", getattr(exporter, name)) for name in _names())


def _names() -> Iterator[str]:
    yield from (name for name in exporter.__all__ if not inspect.ismodule(getattr(exporter, name)))


def _entry(name: str, thing: Any) -> str:
    try:
        signature = str(inspect.signature(thing))
    except (TypeError, ValueError):
        signature = ""
    said = inspect.cleandoc(thing.__doc__ or "")
    said = "" if said.startswith(f"{name.rpartition('.')[2]}(") else said
    paragraphs = "".join(f"<p>{_code(escape(one))}</p>" for one in said.split("\n\n") if one)
    return f'<h3 id="{name}"><code>{escape(name + signature)}</code></h3>{paragraphs}'


def _code(text: str) -> str:
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", text)


def gallery(folder: Path) -> str:
    """Make every kind of artefact of the sample, and a picture of its first page where it has pages."""
    document = exporter.read(ROOT / "source" / "sample.html")
    said = []
    for name in GALLERY:
        row = parts.target(name)
        file = folder / f"sample{row.suffix}"
        file.write_bytes(exporter.render(document, name))
        picture = _picture(file, row)
        shown = f'<img src="{picture.name}" alt="First page: {escape(row.label)}">' if picture else ""
        said.append(f'<h2>{escape(row.label)}</h2><p><a href="{file.name}">{file.name}</a></p>{shown}')
    return "<h1>Gallery</h1>" + "".join(said)


def _picture(file: Path, row: parts.Target) -> Path | None:
    import pypdfium2

    data = file.read_bytes()
    if row.suffix.endswith(".docx"):
        data = parts.load("exporter.measure.office:to_pdf")(data, conversion.house_style(row, parts.DEFAULTS))
    if not data.startswith(b"%PDF-"):
        return None
    picture = file.with_name(f"{row.name}.png")
    with pypdfium2.PdfDocument(data) as pdf:
        pdf[0].render(scale=1.5).to_pil().save(picture)
    return picture


if __name__ == "__main__":
    main()
