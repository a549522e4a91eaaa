"""A document as a web page, in one language and in two, in a real browser: readable for everybody on every screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import exporter
from tests.renderers.briefpage.test_browser import axe
from tests.reports import SAMPLE

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("target", ["html", "bilingual-html"])
@pytest.mark.parametrize("layout", ["columns", "stacked"])
def test_axe_finds_nothing_to_mend(chromium: Browser, tmp_path: Path, target: str, layout: str, width: int) -> None:
    sample = exporter.read(SAMPLE)
    documents = [sample, replace(sample, blocks=sample.blocks[:-2], appendix=sample.blocks[-2:])]
    for at, document in enumerate(documents):
        file = tmp_path / f"{at}.html"
        file.write_bytes(exporter.render(document, target, exporter.Options(layout=layout)))  # type: ignore[arg-type]
        with chromium.new_context(viewport={"width": width, "height": 900}, bypass_csp=True) as context:
            page = context.new_page()
            page.goto(file.as_uri())
            page.evaluate(axe())
            violations = page.evaluate("async () => (await axe.run(document)).violations")
            assert [(one["id"], one["nodes"][0]["html"]) for one in violations] == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
