"""Two deeds behind one thing are both done to it, unless the second is what is done to deeds."""

from __future__ import annotations

import pytest

from exporter.english.grammar.headings import english_of


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("加大文物保护利用力度", "Step up efforts in the protection and use of cultural relics"),
        ("人才培育引进", "Nurturing and introduction of talent"),
        ("项目建设推进", "Advancement of project development"),
    ],
)
def test_deeds_side_by_side_have_one_thing(zh: str, en: str) -> None:
    assert english_of(zh, "heading").text == en
