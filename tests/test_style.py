"""Styles load as typed values with their sources, extend one another, and name the token that is wrong."""

from __future__ import annotations

import typing
from pathlib import Path

import pytest

from exporter.errors import StyleError
from exporter.style import TextRole, load_style, style_names


@pytest.mark.parametrize("name", style_names())
def test_every_style_sets_every_role(name: str) -> None:
    style = load_style(name)
    assert set(style.text) == set(typing.get_args(TextRole))
    assert 100 < style.measure < style.page.width


def test_the_official_measures_carry_their_clause() -> None:
    style = load_style("official")
    assert (style.page.lines, style.page.characters, style.text["title"].size) == (22, 28, 22)
    assert style.evidence["page.lines"].clause == "5.2.3"
    assert style.evidence["text.body.font"].strength == "usual"


def test_a_folder_extends_a_style(tmp_path: Path) -> None:
    (tmp_path / "style.toml").write_text('extends = "report"\naccent = "#7a1f1f"\n[text.body]\nsize = 11\n', "utf-8")
    style = load_style(tmp_path)
    assert (style.accent, style.text["body"].size, style.text["body"].line) == ("#7a1f1f", 11, 21)


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        ("[page]\nwidth = 'wide'", r"page\.width is 'wide', expected a number"),
        ("[page]\nwide = 1", r"page\.wide is no token"),
        ("[text.poem]\nsize = 1", r"text\.poem is no text role"),
        ("[text.body]\nfont = 'Comic'", r"text\.body\.font is 'Comic', expected one of song"),
        ("contents = 1", "contents is 1, expected true or false"),
        ("extends = 3", "extends must name a style"),
        ("= broken", "cannot be read as TOML"),
        ('extends = "nowhere"', "no style 'nowhere'"),
    ],
)
def test_a_wrong_token_is_named(tmp_path: Path, toml: str, named: str) -> None:
    (tmp_path / "style.toml").write_text(toml, "utf-8")
    with pytest.raises(StyleError, match=named):
        load_style(tmp_path)


def test_a_circle_is_refused(tmp_path: Path) -> None:
    for name, other in (("one", "two"), ("two", "one")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "style.toml").write_text(f'extends = "{other}"', "utf-8")
    with pytest.raises(StyleError, match="circle"):
        load_style(tmp_path / "one")


def test_an_unknown_style_names_what_there_is() -> None:
    with pytest.raises(StyleError, match=r"brief.*official.*report") as caught:
        load_style("nowhere")
    assert caught.value.code == "style.unknown"
