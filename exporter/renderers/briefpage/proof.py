"""Keep the document inside its page, and read it and the page's words back, to be proved against the source."""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from typing import Any

from exporter import codec
from exporter.model import Document
from exporter.renderers.html import Html, quoted

MAX_MODEL = 1 << 28
"""Bytes that a model may unfold to; a page that holds more was not written here."""
_MODEL = re.compile(
    rb'<script type="text/plain" id="model" data-form="deflate base64"[^>]{0,400}>([A-Za-z0-9+/=]*)</script>'
)
_UNSEEN = frozenset(["script", "style", "template", "dialog", "nav", "details", "head", "svg"])
_LINES = frozenset(
    ["p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "div", "figcaption", "caption", "tr", "br"]
)


def model_script(document: Document) -> Html:
    """Write the model as data that no browser runs, under the hash of the source."""
    packed = base64.b64encode(zlib.compress(_json(document), 4)).decode()
    source = document.origin.sha256 if document.origin else ""
    return (
        f'<script type="text/plain" id="model" data-form="deflate base64" data-source-sha256="{quoted(source)}">'
        f"{packed}</script>\n"
    )


def _json(document: Document) -> bytes:
    tree = codec.trace(document)
    try:
        return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:  # a surrogate that stands in the source's text
        return json.dumps(tree, separators=(",", ":")).encode()


def read_model(data: bytes) -> bytes | None:
    """Give the JSON of the document that a page was made from, as `codec.decode` reads it; None if there is none."""
    found = _MODEL.findall(data)
    if len(found) != 1:
        return None
    try:
        unfolding = zlib.decompressobj()
        model = unfolding.decompress(base64.b64decode(found[0], validate=True), MAX_MODEL)
    except (binascii.Error, zlib.error):
        return None
    return model if unfolding.eof else None


def text_of(data: bytes) -> str:
    """Give the words of a page as a reader sees them with both languages on, in order, a block a line.

    The source's text, which stands folded below the brief, and what only operates the page are left out.
    """
    from lxml import etree

    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8", huge_tree=True))
    said: list[str] = []
    walk: Any = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walk:
        if event == "start":
            if _unseen(element):
                walk.skip_subtree()
            else:
                said += (_before(element), element.text or "")
        elif event == "end":
            said += (_before(element), element.tail or "")
        else:
            said.append(element.tail or "")
    lines = (" ".join(line.split()) for line in "".join(said).split("\n"))
    return "\n".join(line for line in lines if line)


def bars_of(data: bytes) -> list[str]:
    """Give the figures that stand behind the bars of a page's charts, in order."""
    bars = re.findall(r'<p class="length">(.*?)</p>', data.decode("utf-8", "replace"), re.DOTALL)
    said = (re.sub(r"<[^<>]*>", "", bar.rpartition("</svg>")[2]) for bar in bars)
    return [found[0].replace("\u2212", "-") for one in said if (found := re.search(r"[-\u2212]?\d[\d.]*", one))]


def _unseen(element: Any) -> bool:
    return element.tag in _UNSEEN or "solo" in element.get("class", "").split()


def _before(element: Any) -> str:
    return "\n" if element.tag in _LINES else ""
