"""Laws of the renderers: any document renders, whole, twice the same, and nothing is fetched."""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exporter import codec
from exporter.errors import ExporterError, PartError
from exporter.model import Cell, Document, Heading, Metadata, Paragraph, Run, Table, all_lines
from exporter.pdfium import text_of
from exporter.renderers import data, html, markdown
from exporter.renderers.pdf import press_colours, tagged
from exporter.renderers.pdf import render as pdf
from exporter.renderers.pdf.weasyprint import engine as weasy
from exporter.style import Style, load_style
from tests.documents import documents
from tests.renderers.pdf.pages import lines_of, squeezed
from tests.renderers.pdf.samples import every_block, long_text
from tests.support.pdf import verapdf
from tests.support.press import fogra39

STYLES = ("official", "report", "brief")
Engine = Callable[[Document, Style], bytes]
ENGINES: dict[str, Engine] = {"css": weasy.render, "drawn": tagged.render}
both = pytest.mark.parametrize("engine", ENGINES.values(), ids=ENGINES)


@settings(max_examples=6)
@given(documents, st.sampled_from(STYLES))
def test_any_document_is_drawn_the_same_twice(document: Document, name: str) -> None:
    made = tagged.render(document, load_style(name))
    assert made == tagged.render(document, load_style(name))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        assert len(pdf.pages) > 0


@settings(max_examples=3)
@given(documents, st.sampled_from(STYLES))
def test_any_document_is_laid_out_the_same_twice(document: Document, name: str) -> None:
    made = weasy.render(document, load_style(name))
    assert made == weasy.render(document, load_style(name))


@both
@pytest.mark.parametrize("name", STYLES)
def test_every_word_comes_out(engine: Engine, name: str) -> None:
    document = every_block()
    whole = squeezed("".join(line.text for line in lines_of(engine(document, load_style(name)))))
    lost = [line for line in map(squeezed, all_lines(document)) if line not in whole]
    assert lost == []


@both
def test_nothing_is_fetched_and_no_file_but_fonts_is_read(engine: Engine) -> None:
    hostile = (
        "<img src='file:///etc/passwd'> url(http://127.0.0.1:1/x) @import 'http://127.0.0.1:1/y'; </style><script>"
    )
    document = Document(Metadata(title=hostile), (Heading(0, (Run(hostile),)), Paragraph((Run(hostile * 3),))))
    engine(document, load_style("official"))
    asked: list[str] = []
    armed = [True]

    def listen(event: str, arguments: tuple[Any, ...]) -> None:
        if armed[0] and event in ("socket.connect", "socket.getaddrinfo"):
            asked.append(event)
        if armed[0] and event == "open" and "passwd" in str(arguments[0]):
            asked.append(str(arguments[0]))

    sys.addaudithook(listen)
    engine(document, load_style("official"))
    armed[0] = False
    assert asked == []


@both
def test_links_lead_to_the_web_and_the_mail_only(engine: Engine) -> None:
    with pikepdf.open(io.BytesIO(engine(every_block(), load_style("official")))) as pdf:
        actions = [
            a["/A"]["/URI"] for page in pdf.pages for a in page.obj.get("/Annots", []) if "/URI" in a.get("/A", {})
        ]
        assert [str(uri) for uri in actions] == ["https://example.org/a?b=1&c=2"]
        assert "/OpenAction" not in pdf.Root and "/JavaScript" not in pdf.Root.get("/Names", {})


@both
def test_the_outline_has_every_heading(engine: Engine) -> None:
    with pikepdf.open(io.BytesIO(engine(every_block(), load_style("report")))) as pdf, pdf.open_outline() as outline:
        found: list[str] = []
        stack = list(reversed(outline.root))
        while stack:
            item = stack.pop()
            found.append(str(item.title))
            stack += reversed(item.children)
    headings = ["工作要点", "一、主要工作", "（一）稳定增长", "（二）两种语言", "Two languages", "二、其他", "附录"]
    assert found == headings


@both
def test_all_fonts_are_embedded(engine: Engine) -> None:
    with pikepdf.open(io.BytesIO(engine(every_block(), load_style("report")))) as pdf:
        described = [thing for thing in pdf.objects if _is(thing, "/FontDescriptor")]
        fonts = [thing for thing in pdf.objects if _is(thing, "/Font") and "/DescendantFonts" not in thing]
        assert described and len(fonts) == len(described)
        assert all("/FontFile2" in font or "/FontFile3" in font for font in described)


def _is(thing: Any, kind: str) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == kind


@pytest.mark.parametrize("make", [tagged.render, weasy.render], ids=["drawn", "by css"])
def test_a_character_that_no_font_has_costs_that_character(make: Engine) -> None:
    said = "人名\U0002a6dd与符号\ue0f0在此。"
    document = Document(Metadata(title="名"), (Heading(0, (Run("名"),)), Paragraph((Run(said),))))
    made = make(document, load_style("official"))
    assert squeezed(said) in squeezed(text_of(made))
    assert [verapdf(made, flavour) for flavour in ("3a", "ua1")] == [[], []]


@pytest.mark.parametrize("joined", ["", "维吾尔语 ئۇيغۇرچە"], ids=["drawn", "by css"])
def test_a_character_that_no_font_has_is_told(joined: str) -> None:
    document = Document(Metadata(title="名"), (Heading(0, (Run("名"),)), Paragraph((Run("符号\ue0f0" + joined),))))
    made = pdf.render(document, load_style("official"))
    assert [notice.code for notice in made.notices] == ["font.missing_glyph"]
    assert "U+E0F0" in made.notices[0].message and "--fonts" in made.notices[0].message


def test_what_nothing_shapes_and_no_house_sheet_asks_for_loads_no_engine_of_css() -> None:
    assert not pdf.asks_for_css(every_block(), load_style("official"))
    assert not pdf.asks_for_css(every_block(), load_style("brief"))
    joined = Document(Metadata(), (Paragraph((Run("维吾尔语 ئۇيغۇرچە"),)),))
    assert pdf.asks_for_css(joined, load_style("official"))


HOSTILE = {
    "beyond the BMP": "𠮷野家在𪚥旁",
    "a word without end": "http" + "a" * 4000,
    "zero width": "政\u200b府\u200d工\u2060作\ufeff",
    "variation": "葛\U000e0100飾",
    "line ends": "一\n二\r\n三\u2028四",
    "spaces": " \u3000\u00a0\u2003 文 \u3000",
    "combining": "e\u0301a\u0308 的",
    "right to left": "\u05d0\u05d1 文 \u0627\u0644",
    "nothing": "",
    "markup": "</p></html><!-- ]]> &lt; &#0; {} \\ % ) (",
}


@both
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_odd_text_gives_a_right_page_or_a_typed_error(engine: Engine, text: str) -> None:
    document = Document(Metadata(title=text), (Heading(1, (Run(text),)), Paragraph((Run(text * 3),))))
    try:
        made = engine(document, load_style("official"))
    except ExporterError:
        return
    right = (210 - 20) * 72 / 25.4
    assert all(line.chars[-1].left < right for line in lines_of(made))


@both
def test_characters_that_look_alike_come_out_as_they_were(engine: Engine) -> None:
    text = "一\u2f00\u2014\u2015二\u2f06"
    made = engine(Document(Metadata(), (Paragraph((Run(text),)),)), load_style("official"))
    assert text in "".join(line.text for line in lines_of(made))


@both
def test_a_table_wider_than_the_page_stays_on_it(engine: Engine) -> None:
    row = tuple(Cell((Run(f"指标名称{at}：12345.6"),)) for at in range(40))
    made = engine(Document(Metadata(), (Table((row, row)),)), load_style("official"))
    assert all(char.left < 595 for line in lines_of(made) for char in line.chars)


@both
def test_a_long_paragraph_and_many_paragraphs_are_whole(engine: Engine) -> None:
    document = long_text(12)
    one = Document(Metadata(), (Paragraph((Run("".join(all_lines(document))),)),))
    whole = squeezed("".join(line.text for line in lines_of(engine(one, load_style("report")))))
    assert squeezed("".join(all_lines(one)))[-200:] in whole


@both
def test_what_was_read_and_what_was_understood_are_attached(engine: Engine) -> None:
    document = every_block()
    with pikepdf.open(io.BytesIO(engine(document, load_style("official")))) as pdf:
        files = {name: spec.get_file().read_bytes() for name, spec in pdf.attachments.items()}
    assert document.origin is not None
    assert files["source.txt"].decode() == document.origin.text
    assert codec.decode(files["document.json"]) == document


@both
def test_english_is_marked_as_english(engine: Engine) -> None:
    with pikepdf.open(io.BytesIO(engine(every_block(), load_style("official")))) as pdf:
        spoken = {str(thing["/S"]) for thing in pdf.objects if _is(thing, "/StructElem") and thing.get("/Lang") == "en"}
        assert str(pdf.Root.Lang) == "zh-Hans"
    assert {"/P", "/H3"} <= spoken


@both
def test_tables_have_headers(engine: Engine) -> None:
    with pikepdf.open(io.BytesIO(engine(every_block(), load_style("official")))) as pdf:
        kinds = [str(thing["/S"]) for thing in pdf.objects if _is(thing, "/StructElem")]
        cells = [thing for thing in pdf.objects if _is(thing, "/StructElem") and thing["/S"] == "/TD"]
    assert kinds.count("/TH") == 2 and kinds.count("/Caption") >= 1
    assert all(len(cell["/A"]["/Headers"]) == 1 for cell in cells)


def test_a_missing_engine_says_how_to_mend_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    for name in [name for name in sys.modules if name.split(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(PartError, match="apt-get install") as caught:
        weasy.render(every_block(), load_style("official"))
    assert caught.value.code == "engine.pango"


# ---------------------------------------------------------------- press


def test_a_press_file_has_no_rgb_and_the_right_boxes() -> None:
    made = weasy.press(fogra39().read_bytes())(every_block(), load_style("report"))
    with pikepdf.open(io.BytesIO(made)) as pdf:
        operators = {str(step.operator) for page in pdf.pages for step in pikepdf.parse_content_stream(page)}
        page = pdf.pages[0]
        trim, bleed, media = (list(map(float, page.obj[box])) for box in ("/TrimBox", "/BleedBox", "/MediaBox"))
        assert pdf.Root.OutputIntents[0]["/S"] == "/GTS_PDFX"
        assert b"PDF/X-4" in pdf.Root.Metadata.read_bytes()
    assert not operators & {"rg", "RG"}
    assert bleed == media and abs(trim[0] - bleed[0] - 3 * 72 / 25.4) < 0.01


def test_a_press_file_is_the_same_twice() -> None:
    renderer = weasy.press(fogra39().read_bytes())
    assert renderer(every_block(), load_style("official")) == renderer(every_block(), load_style("official"))


def test_black_is_black_alone_and_red_is_the_standards() -> None:
    icc = fogra39().read_bytes()
    assert press_colours.shares("#000000", icc) == (0.0, 0.0, 0.0, 1.0)
    assert press_colours.shares("#444444", icc)[:3] == (0.0, 0.0, 0.0)
    assert press_colours.shares("#ff0000", icc) == (0.0, 0.8, 0.8, 0.0)
    assert press_colours.shares("#1f4e79", icc)[0] > 0.5


@pytest.mark.parametrize(
    "icc", [b"", b"no profile", bytes(200), press_colours.srgb()], ids=["empty", "text", "zeros", "rgb"]
)
def test_a_profile_that_is_none_is_refused(icc: bytes) -> None:
    with pytest.raises(PartError) as caught:
        weasy.press(icc)
    assert caught.value.code == "icc.invalid"


# ---------------------------------------------------------------- web page, Markdown, JSON


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.loads: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.loads += [value or "" for name, value in attrs if name in ("src", "srcset", "data", "action")]
        self.loads += [value or "" for name, value in attrs if name == "href" and tag != "a"]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@given(documents)
def test_a_web_page_loads_nothing_and_says_everything(document: Document) -> None:
    page = html.render(document, load_style("report")).decode()
    seen = _Tags()
    seen.feed(page)
    assert not seen.tags & {"script", "iframe", "object", "embed", "link", "base", "form"}
    assert all(load.startswith("data:image/") for load in seen.loads)
    said = squeezed("".join(seen.words))
    assert all(squeezed(line) in said for line in all_lines(document))


@given(documents)
def test_markdown_says_everything_and_marks_up_nothing_of_it(document: Document) -> None:
    from markdown_it import MarkdownIt

    made = markdown.render(document, load_style("report")).decode()
    seen = _Tags()
    seen.feed(MarkdownIt("commonmark").enable("table").render(made))
    said = squeezed("".join(seen.words))
    assert all(squeezed(line) in said for line in all_lines(document))
    assert not seen.tags & {"script", "a", "em", "code", "pre", "blockquote"}
    assert all(load.startswith("data:image/") for load in seen.loads)


@given(documents)
def test_json_is_the_model(document: Document) -> None:
    made = data.render_json(document, load_style("report"))
    assert json.loads(made) and codec.decode(made) == document


def test_style_sheets_hold_no_address() -> None:
    for name in STYLES:
        page = html.render(every_block(), load_style(name)).decode()
        assert not re.search(r"url\(|@import|https?://(?!example\.org|www\.w3\.org)", page)
