"""Quotes, dashes and dots are set in the Chinese font beside Latin letters too, and as Chinese where it is missing."""

from __future__ import annotations

import re

import pytest

from exporter.renderers.word.markup import text_run

PINNED = re.compile(
    '<w:rFonts w:ascii="仿宋" w:eastAsia="仿宋" w:hAnsi="仿宋" w:hint="eastAsia"/>(?:<w:[a-z]+[^>]*/>)*'
    '<w:lang w:val="zh-CN"[^>]*/></w:rPr><w:t xml:space="preserve">([^<]*)</w:t>'
)


@pytest.mark.parametrize(
    ("text", "pinned"),
    [
        ("建设“智造2030”专项", ["”"]),
        ("降幅达7%…”", ["…”"]),
        ("“1+5”平台", ["“", "”"]),
        ("走进名企·共谋发展", ["·"]),
        ("“四个到位”", []),
    ],
)
def test_marks_beside_latin_letters_are_chinese_in_every_slot(text: str, pinned: list[str]) -> None:
    made = text_run(text, "<w:strike/>", "仿宋")
    assert PINNED.findall(made) == pinned
    assert "".join(re.findall(r"<w:t[^>]*>([^<]*)", made)) == text


def test_the_language_of_a_run_is_kept_beside_it() -> None:
    made = text_run("增至3”", '<w:lang w:eastAsia="zh-TW"/>', "仿宋")
    assert '<w:lang w:val="zh-CN" w:eastAsia="zh-TW"/>' in made
    assert made.count("<w:lang ") == 2
