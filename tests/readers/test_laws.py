"""Hold every real input, and any text at all, to the laws of reading."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from exporter.errors import SourceError
from tests.readers.reading import assert_lawful, read
from tests.reports import CORPUS, OURS, SEED, each

PIECES = (
    *'一二三四五六七八九十〇第章节条款是要的，。；：！？、（）()“”"《》〔〕[]【】—-–…·.,;:?! \t\u3000\xa0　',
    *"0123456789０１２３９．％%abcＡ①②③⑴●•※#*_`|<>&\\/",
    *(
        "\n",
        "\n\n",
        "\r\n",
        "\f",
        "\\r\\n",
        "<U+00A0>",
        "&nbsp;",
        "&#65279;",
        "&#x41;",
        "??",
        "_M_M_",
        "——",
        "http://a.cn/b",
    ),
    *(
        "\x00",
        "\x01",
        "\x0b",
        "\ufeff",
        "\ufffe",
        "\u200b",
        "\u202e",
        "\ue000",
        "𠮷",
        "⽂",
        "é",
        "\u2028",
        "\x85",
        "\ufffd",
    ),
    *(
        "政府工作报告",
        "各位代表：",
        "现在，我受政府委托向大会报告工作。",
        "一、去年工作回顾",
        "（一）经济稳步向好。全年增长5%。",
        "首页",
        "责任编辑：某某",
    ),
    *(
        "一是推进改革。二是扩大开放。",
        "第一，抓好落实。",
        "——产业升级加快。规模扩大。",
        "名词解释",
        "[1]某某工程：即某某。",
        "附件1",
        "2018年",
        "来源：某某日报",
    ),
    *(
        "<p>",
        "</p>",
        "<br>",
        "<div>",
        "</div>",
        "<table><tr><td>",
        "</td><td>",
        "</td></tr></table>",
        "<b",
        "<script>",
        "</script>",
        "<!--",
        "-->",
    ),
    *("# ", "## ", "- ", "1. ", "> ", "**", "| a | b |\n|---|---|\n| c | d |\n", "```\n", "[x](y)", "---\n", "    "),
)
texts = st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=60).map("".join)


@pytest.mark.parametrize("path", each(OURS, SEED, CORPUS))
def test_real_inputs_keep_the_laws(path: Path) -> None:
    assert_lawful(read(path.name, path.read_bytes()))


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md"])
@example("\ufffd\ufffd")
@example("一<table><tr><td>一")
@example("| 甲 | 乙 |\n|---|---|\n| 丙 | 12 |\n")
@given(text=texts)
def test_any_text_keeps_the_laws(name: str, text: str) -> None:
    try:
        document = read(name, text.encode("utf-8", "surrogatepass"))
    except SourceError as error:
        assert error.code in {"source.empty", "source.not_text", "source.encoding", "source.unsupported"}
        return
    assert_lawful(document)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.md", "a", "a.docx", "a.pdf", "a.json"])
@given(data=st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_by_type(name: str, data: bytes) -> None:
    try:
        document = read(name, data)
    except SourceError as error:
        assert error.code.split(".")[0] in {"source", "docx", "pdf", "html", "document"}
        return
    assert_lawful(document)
