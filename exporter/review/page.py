"""Put the review page together: one file that loads nothing, served by the command or opened from disk."""

from __future__ import annotations

import base64
import hashlib
import html
import json
from functools import cache
from pathlib import Path
from typing import Any

SCRIPTS = ("rows.js", "writing.js", "plainly.js", "parts.js", "page.js")
"""One script in five parts; the last starts it."""


def page(state: dict[str, Any], served: bool) -> str:
    """Write the page; `served`: it talks to the command, else it works from disk and gives its work back as a file."""
    script, css = "".join(map(_part, SCRIPTS)), _part("page.css")
    data = json.dumps({**state, "served": served}, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    allowed = (
        f"default-src 'none'; script-src '{_hash(script)}'; style-src '{_hash(css)}'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    return (
        _part("page.html")
        .replace("{policy}", html.escape(allowed))
        .replace("{title}", html.escape(str(state["title"])))
        .replace("{css}", css)
        .replace("{data}", data)
        .replace("{script}", script)
    )


def _hash(inline: str) -> str:
    """Give the source expression that allows an inline element (CSP level 3, 2.3.1)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(inline.encode()).digest()).decode()


@cache
def _part(name: str) -> str:
    return Path(__file__).with_name(name).read_text("utf-8")
