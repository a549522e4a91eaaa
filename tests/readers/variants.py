"""Write one document in many formats, encodings and page layouts: all must be read as the same."""

from __future__ import annotations

import html
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence

Row = tuple[str, str]
"""Kind (`title`, `date`, `h1`, `h2`, `p`) and text of a line; headings carry their printed number."""

NAV = ("首页", "要闻动态", "政务公开", "办事服务", "互动交流", "走进我市", "专题专栏")
LINKS = (
    "我市召开防汛工作专题会议部署近期重点任务",
    "全市一季度生产总值同比增长5.7%实现开门红",
    "市领导到基层一线调研并看望慰问干部职工",
    "关于做好今年高校毕业生就业创业工作的政策解读",
)


def as_text(rows: Sequence[Row]) -> str:
    """Write the lines apart, as a clean text file."""
    return "\n\n".join(("　　" if kind == "p" else "") + text for kind, text in rows) + "\n"


def as_scraped(rows: Sequence[Row]) -> str:
    """Write the text as a scraper saves a page: menu above, editor and links below."""
    above = [" | ".join(NAV), "当前位置：首页 >> 政务公开 >> 正文"]
    below = [
        "责任编辑：张三",
        "【打印本页】【关闭窗口】",
        "相关链接",
        *LINKS,
        "版权所有：示例市人民政府办公室",
        "京ICP备00000000号",
    ]
    return "\n".join([*above, "", as_text(rows), *below]) + "\n"


def _page(head: str, body: str, charset: str) -> str:
    menu = "".join(f'<li><a href="/{index}/">{word}</a></li>' for index, word in enumerate(NAV))
    links = "".join(f'<li><a href="/news/{index}.html">{word}</a></li>' for index, word in enumerate(LINKS))
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{head}_示例市人民政府门户网站</title>'
        "<script>var a = '<p>不是正文</p>'; if (1 < 2) { a = '收入100亿元'; }</script>"
        "<style>p{color:red}</style></head>"
        f'<body><div class="top"><ul class="nav">{menu}</ul></div>'
        f'<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zw/">政务公开</a></div>{body}'
        f'<div class="related"><h3>相关链接</h3><ul>{links}</ul></div>'
        '<div class="foot">版权所有：示例市人民政府办公室　京ICP备00000000号</div></body></html>'
    )


def _parts(rows: Sequence[Row]) -> tuple[str, str, list[Row]]:
    title = next(text for kind, text in rows if kind == "title")
    date = next((text for kind, text in rows if kind == "date"), "")
    return title, date, [row for row in rows if row[0] not in ("title", "date")]


def trs_editor(rows: Sequence[Row]) -> str:
    """Paragraphs in a TRS_Editor box, indented by wide spaces."""
    title, date, rest = _parts(rows)
    body = "".join(f"<p>　　{html.escape(text, quote=False)}</p>\n" for _, text in rest)
    inner = (
        f'<div class="article"><h1>{title}</h1><div class="info">{date}</div><div class="TRS_Editor">{body}</div></div>'
    )
    return _page(title, inner, "gb2312")


def nested_tables(rows: Sequence[Row]) -> str:
    """Layout tables in one another, lines parted by breaks and indented by named spaces."""
    title, date, rest = _parts(rows)
    body = "<br>\r\n<br>".join("&nbsp;&nbsp;&nbsp;&nbsp;" + html.escape(text, quote=False) for _, text in rest)
    inner = (
        '<table width="100%"><tr><td width="180"><table><tr><td>栏目导航</td></tr>'
        '<tr><td><a href="/a">领导之窗</a></td></tr>'
        f'</table></td><td><table><tr><td align="center"><font size="5"><b>{title}</b></font></td></tr>'
        f'<tr><td>{date}</td></tr><tr><td class="content">{body}</td></tr></table></td></tr></table>'
    )
    return _page(title, inner, "gbk")


def html5_article(rows: Sequence[Row]) -> str:
    """An article with headings marked up as such, and figures in spans."""
    title, date, rest = _parts(rows)
    tags: Mapping[str, str] = {"h1": "h2", "h2": "h3"}
    body = "".join(
        f"<{tags.get(kind, 'p')}>{html.escape(text, quote=False)}</{tags.get(kind, 'p')}>" for kind, text in rest
    )
    inner = f"<main><article><header><h1>{title}</h1><time>{date}</time></header>{body}</article></main>"
    return _page(title, inner, "utf-8")


def word_paste(rows: Sequence[Row]) -> str:
    """Paragraphs pasted from a word processor: every run of Latin and figures in a span of its own."""
    title, date, rest = _parts(rows)

    def spans(text: str) -> str:
        out = ""
        for letter in text:
            out += f'<span lang="EN-US" style="font-size:16pt">{letter}</span>' if letter.isascii() else letter
        return out

    body = "".join(
        '<p class="MsoNormal" style="text-indent:32pt">\n\t<span style="font-family:仿宋_GB2312">'
        f"{spans(text)}</span>\n</p>\n"
        for _, text in rest
    )
    inner = f'<div id="zoom"><p align="center">{title}</p><p align="center">{date}</p>{body}</div>'
    return _page(title, inner, "utf-8")


def plain_divs(rows: Sequence[Row]) -> str:
    """Lines in boxes, no paragraph anywhere, headings in bold."""
    title, date, rest = _parts(rows)
    body = "".join(
        f"<div><strong>{text}</strong></div>"
        if kind in ("h1", "h2")
        else f"<div>{html.escape(text, quote=False)}</div>"
        for kind, text in rest
    )
    return _page(title, f'<div class="con"><div class="tit">{title}</div><div>{date}</div>{body}</div>', "utf-8")


def as_markdown(rows: Sequence[Row]) -> str:
    """Write Markdown with headings of two levels."""
    marks = {"title": "# ", "h1": "## ", "h2": "### "}
    return "\n\n".join(marks.get(kind, "") + text for kind, text in rows) + "\n"


def as_wrapped(rows: Sequence[Row], width: int = 28) -> str:
    """Write the text as a PDF's text layer: hard line ends, page numbers, form feeds."""
    lines: list[str] = []
    for kind, text in rows:
        first = width - 2 if kind == "p" else width
        while len(text) > first:
            lines.append(text[:first])
            text, first = text[first:], width
        lines.append(text)
    pages = [lines[start : start + 22] for start in range(0, len(lines), 22)]
    return "".join("\n".join(page) + f"\n— {number} —\n\n\f" for number, page in enumerate(pages, start=1))


HTML_LAYOUTS: Mapping[str, tuple[Callable[[Sequence[Row]], str], str]] = {
    "trs_editor": (trs_editor, "gb18030"),
    "nested_tables": (nested_tables, "gbk"),
    "html5_article": (html5_article, "utf-8"),
    "word_paste": (word_paste, "utf-8"),
    "plain_divs": (plain_divs, "utf-8"),
}


def as_docx(rows: Sequence[Row], automatic: bool = True) -> bytes:
    """Write a Word file; `automatic`: the numbers of its headings are Word's own."""
    forms = {"h1": (0, "Heading1"), "h2": (1, "Heading2")}
    body = ""
    for kind, text in rows:
        properties = ""
        if kind in forms:
            level, style = forms[kind]
            properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
            if automatic and ("、" in text[:4] or "）" in text[:5]):
                number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
                properties = f'<w:pPr><w:pStyle w:val="{style}"/>{number}</w:pPr>'
                text = text.split("、", 1)[1] if "、" in text[:4] else text.split("）", 1)[1]
        elif kind == "title":
            properties = '<w:pPr><w:pStyle w:val="Title"/></w:pPr>'
        half = len(text) // 2
        runs = "".join(
            f"<w:r><w:t xml:space='preserve'>{html.escape(part)}</w:t></w:r>" for part in (text[:half], text[half:])
        )
        body += f"<w:p>{properties}{runs}</w:p>"
    return package(
        {"word/document.xml": document_xml(body), "word/styles.xml": STYLES, "word/numbering.xml": NUMBERING}
    )


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLES = (
    f"<w:styles {W}>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/>'
    '<w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style></w:styles>'
)
NUMBERING = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>'
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)


def document_xml(body: str) -> str:
    """Put the body of a Word document into its part."""
    return f"<w:document {W}><w:body>{body}</w:body></w:document>"


def package(parts: Mapping[str, str | bytes]) -> bytes:
    """Pack the parts of a Word file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()
