"""Read one document in every format, encoding and layout: headings and body must be the same."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from exporter.model import Document
from tests.readers import variants
from tests.readers.reading import assert_lawful, body_of, outline_of, read

ROWS: list[variants.Row] = [
    ("title", "甲城市政府工作报告"),
    ("date", "2021-03-05　来源：甲城日报"),
    ("p", "各位代表："),
    ("p", "现在，我代表甲城市人民政府，向大会报告工作，请予审议，并请各位委员和列席同志提出意见。"),
    ("h1", "一、2020年工作回顾"),
    (
        "p",
        "这一年很不容易。面对各种困难，全市上下一起努力，生产总值达到1234.5亿元，比上年增长6.5%，财政收入为98.7亿元。",
    ),
    (
        "p",
        "（一）产业结构逐步改善。农业增加值45.6亿元，增长3.2%；工业产值567.8亿元，提高7.1%；服务业所占比重继续上升。",
    ),
    (
        "p",
        "（二）城乡面貌有了变化。改造老旧小区12个，新建公园5处，整修道路36公里，农村自来水普及率达到99%，群众比较满意。",
    ),
    ("h1", "二、2021年主要安排"),
    (
        "p",
        "今年的预期目标是：生产总值增长6%以上，居民收入与经济同步增长，城镇新增就业2.1万人，城镇登记失业率控制在4%以内。",
    ),
    ("h2", "（一）把实体经济做强"),
    (
        "p",
        "推动企业技术改造。支持中小企业更新设备，全年安排专项资金3.5亿元，力争新增规模以上企业20家，培育一批专业化企业。",
    ),
    (
        "p",
        "扩大有效投资规模。围绕交通、水利、能源补短板，开工重点项目48个，年度投资210亿元，争取更多项目进入上级计划。",
    ),
    ("h2", "（二）把民生实事办好"),
    (
        "p",
        "新建幼儿园6所、小学2所，增加学位4500个；社区卫生服务中心实现全覆盖，养老床位增加800张，每件实事都公布进度。",
    ),
    ("h1", "三、加强政府自身建设"),
    ("p", "依法行政，勤俭办事，把有限的财力用在发展最需要的地方和群众最关心的事情上，让各项承诺一件一件落到实处。"),
]
TEXTS: dict[str, Callable[[], tuple[str, bytes]]] = {
    "gb18030": lambda: ("a.txt", variants.as_text(ROWS).encode("gb18030")),
    "utf-8 with mark": lambda: ("a.txt", variants.as_text(ROWS).encode("utf-8-sig")),
    "utf-16": lambda: ("a.txt", variants.as_text(ROWS).encode("utf-16")),
    "utf-16 without mark": lambda: ("a.txt", variants.as_text(ROWS).encode("utf-16-le")),
    "line ends of two": lambda: ("a.txt", variants.as_text(ROWS).replace("\n", "\r\n").encode()),
    "line ends in letters": lambda: ("a.txt", variants.as_text(ROWS).replace("\n", "\\r\\n").encode()),
    "named spaces": lambda: ("a.txt", variants.as_text(ROWS).replace("　　", "<U+00A0>" * 4).encode()),
    "half-width": lambda: ("a.txt", _halved(variants.as_text(ROWS)).encode()),
    "full-width digits": lambda: ("a.txt", _widened(variants.as_text(ROWS)).encode()),
    "scraped": lambda: ("a.txt", variants.as_scraped(ROWS).encode()),
    "wrapped": lambda: ("a.txt", variants.as_wrapped(ROWS, 30).encode()),
    "markdown": lambda: ("a.md", variants.as_markdown(ROWS).encode()),
    "word": lambda: ("a.docx", variants.as_docx(ROWS, automatic=False)),
    "word with automatic numbers": lambda: ("a.docx", variants.as_docx(ROWS)),
}


def _halved(text: str) -> str:
    return text.translate(str.maketrans("，（）：；", ",():;"))


def _widened(text: str) -> str:
    return text.translate({48 + digit: 0xFF10 + digit for digit in range(10)})


@pytest.fixture(scope="module")
def plain() -> Document:
    """The document as clean UTF-8 text."""
    return read("a.txt", variants.as_text(ROWS).encode())


def test_the_plain_text_is_read_as_meant(plain: Document) -> None:
    assert [level for level, _, _ in outline_of(plain)] == [1, 2, 2, 1, 2, 2, 1]
    meta = plain.metadata
    assert (meta.title, meta.date, meta.publisher) == ("甲城市政府工作报告", "2021-03-05", "甲城日报")
    assert (meta.year_reviewed, meta.year_planned, meta.doc_type) == (2020, 2021, "work_report")


@pytest.mark.parametrize("form", TEXTS)
def test_every_form_is_read_as_the_plain_text(form: str, plain: Document) -> None:
    _assert_same(read(*TEXTS[form]()), plain)


@pytest.mark.parametrize("layout", variants.HTML_LAYOUTS)
def test_every_page_layout_is_read_as_the_plain_text(layout: str, plain: Document) -> None:
    write, encoding = variants.HTML_LAYOUTS[layout]
    _assert_same(read("a.html", write(ROWS).encode(encoding)), plain)


def _assert_same(document: Document, plain: Document) -> None:
    assert_lawful(document)
    assert outline_of(document) == outline_of(plain)
    assert body_of(document) == body_of(plain)
    for field in ("title", "date", "publisher", "speaker", "year_reviewed", "year_planned", "doc_type", "language"):
        assert getattr(document.metadata, field) == getattr(plain.metadata, field), field
