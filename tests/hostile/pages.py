"""Hostile web pages, Markdown and JSON: what parsers lose in silence, what asks for files, what never ends."""

from __future__ import annotations

import json
from collections.abc import Iterator

from exporter.model import MODEL_VERSION
from tests.hostile.cases import HEAD, TAIL, Case, Fate


def cases(size: int, secret: str, honeypot: str) -> Iterator[Case]:
    """Give every hostile page. `secret` is the path of a file, `honeypot` a URL; nobody may ask for either."""
    yield Case("control.html", page("<p>生产总值1487.8亿元</p>"), "done", ("1487.8亿元",))
    yield from _many("done", KEPT, ("尾随文字",))
    yield from _many("either", _heavy(size))
    yield from _many("either", SWALLOWED, framed=False)
    yield from _many("done", {name: text.format(secret=secret, honeypot=honeypot) for name, text in FETCHING.items()})
    yield from _pages_that_are_none()
    yield from _encodings()
    yield from _markdown(secret, honeypot)
    yield from _json()


def page(payload: str, head: str = "") -> bytes:
    """Put a payload into the middle of a small page."""
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'><title>政府工作报告</title>{head}</head><body>"
        f"<h1>政府工作报告</h1><p>{HEAD}，现在报告工作，请予审议，并提出意见。</p><p>一、工作回顾</p>\n{payload}\n"
        f"<p>二、工作安排</p><p>全年生产总值增长8%以上，新增就业2.3万人，办好民生实事。{TAIL}。</p></body></html>"
    ).encode("utf-8", "surrogatepass")


def _many(fate: Fate, payloads: dict[str, str], keeps: tuple[str, ...] = (), framed: bool = True) -> Iterator[Case]:
    for name, payload in payloads.items():
        yield Case(f"{name}.html", page(payload), fate, keeps, framed)


KEPT = {
    "void_wbr": "<p>全市<wbr>经济</p><p>尾随文字</p>",
    "void_embed": "<embed src=x><p>尾随文字</p>",
    "void_source": "<video><source src=x></video><p>尾随文字</p>",
    "void_track": "<audio><track src=x></audio><p>尾随文字</p>",
    "void_unknown": "<foo><p>尾随文字</p>",
    "reference_1": "<p>收入&#1;增长</p><p>尾随文字</p>",
    "reference_11": "<p>收入&#11;增长</p><p>尾随文字</p>",
    "reference_fffe": "<p>收入&#xFFFE;增长</p><p>尾随文字</p>",
    "reference_huge": "<p>收入&#99999999999;增长</p><p>尾随文字</p>",
    "reference_surrogate": "<p>收入&#xD800;增长</p><p>尾随文字</p>",
    "reference_nul": "<p>收入&#0;增长</p><p>尾随文字</p>",
    "reference_unknown": "<p>收入&nosuch;增长&amp&lt</p><p>尾随文字</p>",
    "raw_surrogate": "<p>收入\ud800增长</p><p>尾随文字</p>",
    "raw_nul": "<p>收入\0增长</p><p>尾随文字</p>",
    "unclosed_b": "<p><b>收入<i>增长<p>尾随文字</p>",
    "unclosed_table": "<table><tr><td>收入<td>增长</table><p>尾随文字</p>",
    "misnested": "<b><p>收入</b>增长</p></i><p>尾随文字</p>",
    "nested_p": "<p>甲<p>乙<p>丙<p>尾随文字",
    "comments": "<!-- a --><!----><!-->尾随文字<!-- b --!><p>增长</p>",
    "conditional": "<!--[if IE]><p>旧</p><![endif]--><p>尾随文字</p>",
    "cdata": "<![CDATA[ 收入 ]]><p>尾随文字</p>",
    "instruction": "<?xml version='1.0'?><?php echo 1 ?><p>尾随文字</p>",
    "two_bodies": "</body><body><p>尾随文字</p>",
    "deep_100": "<div>" * 100 + "收入" + "</div>" * 100 + "<p>尾随文字</p>",
    "deep_300": "<div>" * 300 + "收入" + "</div>" * 300 + "<p>尾随文字</p>",
    "deep_span": "<p>" + "<span>" * 1000 + "收入" + "</span>" * 1000 + "</p><p>尾随文字</p>",
    "deep_list": "<ul><li>" * 300 + "收入" + "</li></ul>" * 300 + "<p>尾随文字</p>",
    "br_lines": "收入<br>增长<br/><br />尾随文字",
    "nbsp_runs": "<p>" + "&nbsp;" * 5000 + "尾随文字</p>",
    "ruby": "<p><ruby>慈<rt>cí</rt></ruby>溪</p><p>尾随文字</p>",
    "table_colspan_huge": "<table><tr><td colspan=1000000000>收入</td></tr></table><p>尾随文字</p>",
    "table_rowspan_huge": "<table><tr><td rowspan=65534>收入</td><td>增长</td></tr></table><p>尾随文字</p>",
    "table_span_odd": "<table><tr><td colspan=-3 rowspan=0>收入</td><td colspan=甲>增长</table><p>尾随文字</p>",
    "table_in_table": "<table><tr><td>" * 40 + "收入" + "</td></tr></table>" * 40 + "<p>尾随文字</p>",
    "table_empty": "<table></table><table><tr></tr></table><p>尾随文字</p>",
    "table_wide": "<table><tr>" + "<td>甲</td>" * 80 + "</tr></table><p>尾随文字</p>",
    "attributes_odd": '<p a=1 a=2 \'b\' ="c" d=\'"\' onclick=alert(1) style="x">尾随文字</p>',
    "style_bomb": "<p style='font-size:1e9px;width:calc(1px*1e99);--a:var(--a)'>尾随文字</p>",
    "uppercase": "<P>收入</P><P>尾随文字</P>",
    "xhtml_ns": "<x:p xmlns:x='a'>收入</x:p><p>尾随文字</p>",
    "bidi": "<p dir=rtl>收入\u202e增长</p><p>尾随文字</p>",
    "pre": "<pre>收入\n  增长\n尾随文字</pre>",
    "definition": "<dl><dt>收入<dd>增长</dl><p>尾随文字</p>",
}

SWALLOWED = {
    "unclosed_title": "<title>",
    "unclosed_textarea": "<textarea>收入",
    "plaintext": "<plaintext>收入",
    "unclosed_comment": "<p>收入</p><!-- 没有结尾",
    "unclosed_script": "<p>收入</p><script>var a = 1;",
    "unclosed_style": "<p>收入</p><style>p {",
    "unclosed_attribute": "<p class='a>收入</p>",
}
"""After these a browser, too, takes the rest of the page for something else."""

FETCHING = {
    "fetch_img": "<img src={honeypot}a><img src=file://{secret}><img srcset='{honeypot}b 2x'><p>甲</p>",
    "fetch_css": "<link rel=stylesheet href={honeypot}a.css><style>@import url({honeypot}b.css);</style><p>甲</p>",
    "fetch_font": "<style>@font-face{{font-family:x;src:url({honeypot}f)}} p{{font-family:x}}</style><p>甲</p>",
    "fetch_background": "<p style='background:url({honeypot}a)'>甲</p><table background={honeypot}b><tr><td>乙</table>",
    "fetch_attachment": "<link rel=attachment href=file://{secret}><a rel=attachment href=file://{secret}>甲</a>",
    "fetch_frame": "<iframe src={honeypot}a></iframe><object data=file://{secret}></object><embed src={honeypot}b>甲",
    "fetch_base": "<base href={honeypot}><img src=a><a href=b>甲</a>",
    "fetch_svg": "<svg><image href=file://{secret} /><use href={honeypot}a#b /></svg><p>甲</p>",
    "fetch_refresh": "<meta http-equiv=refresh content='0;url={honeypot}'><p>甲</p>",
    "fetch_script": "<script src={honeypot}a></script><img src=x onerror=fetch('{honeypot}b')><p>甲</p>",
    "links": "<a href='javascript:alert(1)'>甲</a><a href=file://{secret}>乙</a><a href='data:text/html,x'>丙</a>",
    "fetch_css_content": "<style>p::before{{content:url({honeypot}c)}}</style><p>甲</p>",
}


def _heavy(size: int) -> dict[str, str]:
    return {
        "deep": "<div>" * (size // 12) + "收入" + "</div>" * (size // 12),
        "deep_b": "<b>" * (size // 3) + "收入",
        "lists": "<ul><li>" * (size // 3) + "收入",
        "tables": "<table><tr><td>" * (size // 12) + "收入",
        "fonts": "<p>" + "<font color=red>" * (size // 12) + "收入",
        "attributes": "<p " + " ".join(f"a{n}=1" for n in range(size)) + ">收入</p>",
        "open_tags": "<a " * size,
        "less": "<" * size,
        "ampersands": "&" * (size * 2),
        "references": "&amp;" * (size * 2),
        "attribute_long": "<p title='" + "x" * (size * 200) + "'>收入</p>",
        "text_long": "<p>" + "x" * (size * 200) + "</p>",
        "paragraphs": "<p>收入增长</p>" * (size // 2),
        "cells": "<table>" + ("<tr>" + "<td>1</td>" * 10 + "</tr>") * (size // 30) + "</table>",
        "cells_wide": "<table><tr>" + "<td>1</td>" * (size // 12) + "</tr></table>",
        "anchors": "<a href=#>甲</a>" * (size // 3),
        "select": "<select>" + "<option>甲" * (size // 3) + "</select>",
        "frames": "<frameset><frame src=x></frameset>",
        "svg_use": "<svg>"
        + "".join(f"<g id=g{n}><use href=#g{n + 1} /><use href=#g{n + 1} /></g>" for n in range(40))
        + "</svg>",
        "mathml": "<math>" + "<mrow>" * (size // 30) + "x",
        "template": "<template>" * (size // 20) + "收入",
        "noscript": "<noscript>" * (size // 20) + "收入",
    }


def _pages_that_are_none() -> Iterator[Case]:
    yield Case("no_body.html", b"<html><head><title>x</title></head></html>", "refused")
    yield Case("only_script.html", b"<script>var a = '\xe6\x94\xb6';</script>", "refused")
    yield Case("only_links.html", ("<a href=a>首页</a>|" * 200).encode(), "either", framed=False)
    yield Case("only_comment.html", b"<!-- nothing -->", "refused")
    yield Case("only_images.html", b"<img src=a><img src=b>", "refused")
    yield Case("no_tags.html", f"{HEAD}，生产总值增长8%。{TAIL}。".encode(), "done")
    yield Case("text_in_body.html", f"<body>{HEAD}，生产总值增长8%。<br>{TAIL}。".encode(), "done")
    yield Case("cut_in_tag.html", page("<p>甲</p>")[:-5], "done")
    yield Case("cut_in_text.html", page("<p>甲</p>").split(TAIL.encode())[0], "either", framed=False)


def _encodings() -> Iterator[Case]:
    body = page("<p>生产总值1487.8亿元</p>").decode()
    for declared, real in (
        ("gb2312", "gb18030"),
        ("gb2312", "utf-8"),
        ("utf-8", "gb18030"),
        ("iso-8859-1", "gb18030"),
        ("utf-7", "utf-8"),
        ("utf-16", "utf-8"),
        ("nosuch", "utf-8"),
        ("", "gb18030"),
        ("big5", "gb18030"),
    ):
        text = body.replace("charset='utf-8'", f"charset='{declared}'")
        yield Case(f"says_{declared or 'nothing'}_is_{real}.html", text.encode(real), "done", ("1487.8亿元",))
    yield Case("utf16.html", body.encode("utf-16"), "done", ("1487.8亿元",))
    entity = '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]>'
    yield Case("xhtml_entity.xhtml", (entity + body.removeprefix("<!DOCTYPE html>")).encode(), "either")


def _markdown(secret: str, honeypot: str) -> Iterator[Case]:
    start, end = f"# 政府工作报告\n\n{HEAD}。\n\n", f"\n\n{TAIL}。\n"
    payloads = {
        "md_control": "## 一、回顾\n\n收入**增长**8%。\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
        "md_html": f"<script>x</script><img src='{honeypot}a'><iframe src='file://{secret}'></iframe>",
        "md_image": f"![甲]({honeypot}a) ![乙](file://{secret}) [丙](javascript:alert(1))",
        "md_quotes": ">" * 3000 + "收入",
        "md_lists": "\n".join("  " * n + "- 甲" for n in range(300)),
        "md_stars": "*" * 50_000,
        "md_stars_apart": "*a " * 20_000,
        "md_underscores": "_a_" * 20_000,
        "md_brackets": "[" * 50_000,
        "md_links": "[a](" * 20_000,
        "md_ticks": "`" * 50_001,
        "md_ticks_apart": "".join("`" * n + "a" for n in range(300)),
        "md_fence": "```\n收入",
        "md_references": "\n".join(f"[a{n}]: b" for n in range(5000)),
        "md_table": "|" + "甲|" * 500 + "\n|" + "-|" * 500 + "\n" + ("|" + "1|" * 500 + "\n") * 20,
        "md_entities": "&" * 50_000 + "&#1;&#xFFFE;",
        "md_autolinks": "<http://" * 20_000,
        "md_nul": "收入\0增长\ufffe",
    }
    for name, payload in payloads.items():
        yield Case(f"{name}.md", (start + payload + end).encode(), "either" if name != "md_control" else "done")


def _json() -> Iterator[Case]:
    start = {"format": "exporter-document", "version": MODEL_VERSION}
    payloads: dict[str, bytes] = {
        "json_other": b'{"a": 1}',
        "json_list": b"[1, 2]",
        "json_cut": b'{"format": "exporter-document", "vers',
        "json_deep": b"[" * 100_000,
        "json_deep_objects": b'{"a":' * 100_000,
        "json_nan": b'{"format": "exporter-document", "version": NaN}',
        "json_huge_number": b'{"format": "exporter-document", "version": ' + b"9" * 10_000 + b"}",
        "json_exponent": b'{"format": "exporter-document", "version": 1e99999}',
        "json_version": json.dumps({**start, "version": 999}).encode(),
        "json_no_document": json.dumps(start).encode(),
        "json_null_document": json.dumps({**start, "document": None}).encode(),
        "json_odd_types": json.dumps({**start, "document": {"metadata": [], "blocks": {"a": 1}}}).encode(),
        "json_surrogate": b'{"format": "\\ud800", "version": 2}',
        "json_duplicate": b'{"format": 1, "format": 2}',
        "json_nul": b'{"format": "exporter-document\\u0000"}',
    }
    for name, data in payloads.items():
        yield Case(f"{name}.json", data, "refused")
