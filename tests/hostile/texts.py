"""Hostile plain texts: characters, encodings, lengths, shapes that make patterns slow, text that is code elsewhere."""

from __future__ import annotations

import codecs
import random
from collections.abc import Iterator

from tests.hostile.cases import HEAD, TAIL, Case, report, text_cases

PLAIN = report("全市生产总值达到1487.8亿元，比上年增长10.2%。")


def cases(size: int) -> Iterator[Case]:
    """Give every hostile text; shapes that make patterns slow are some `size` characters long."""
    yield Case("control.txt", PLAIN.encode(), "done", ("1487.8亿元",))
    yield from text_cases("done", CHARACTERS)
    yield from text_cases("either", SCRIPTS)
    yield from text_cases("done", CODE, keeps=True)
    yield from text_cases("done", _shapes(size))
    yield from _encodings()
    yield from _no_texts()
    yield from _lengths(size)


CHARACTERS = {
    "nul": "收入\0增长",
    "controls": "".join(map(chr, range(1, 32))) + "增长",
    "c1": "".join(map(chr, range(0x7F, 0xA0))) + "增长",
    "nonchars": "\ufffe\uffff\ufdd0\U0001ffff增长",
    "bidi": "收入\u202e%5.01长增\u202c\u2066甲\u2069\u200f",
    "zwsp_in_digits": "收入1\u200b5\u200d7.\u20603亿元",
    "tags": "收入\U000e0041\U000e0042增长",
    "combining": "收" + "\u0301" * 3000 + "入",
    "superscript": "面积²³平方米，增长①②%，½亿元",
    "fullwidth": "收入１５７．３亿元，增长１３．７％",
    "underscore_number": "收入1_000亿元，1e309亿元，0x1F亿元，NaN亿元，inf%",
    "long_number": "收入" + "9" * 5000 + "亿元",
    "long_decimal": "收入0." + "1" * 5000 + "亿元",
    "many_dots": "收入1.2.3.4.5.6亿元，1,2,3,,4亿元，--5%，+-6%",
    "han_number": "收入" + "一百零" * 500 + "亿元",
    "cr_only": "甲\r乙\r丙",
    "crlf": "甲\r\n乙\r\n丙",
    "literal_crlf": "甲\\r\\n乙\\r\\n丙",
    "separators": "甲\u2028乙\u2029丙\x85丁\x0b戊\x0c己",
    "nbsp": "收\u00a0入\u3000增\u2003长",
    "bom_inside": "收入\ufeff增长",
    "replacement": "收入\ufffd增长",
    "variation": "葛\U000e0100城\ufe00",
    "hangul_filler": "收\u3164入\uffa0",
}

SCRIPTS = {
    "surrogate": "收入\ud800增长\udfff",
    "pua": "收入\ue000\uf8ff\U000f0000增长",
    "unassigned": "收入\u0378\U000e0fff增长",
    "astral_han": "𠮷野家𪛖𬺰増長",
    "compatibility_han": "豈更車賈\uf900\U0002f800",
    "emoji": "收入👨\u200d👩\u200d👧增长📈",
    "arabic_digits": "收入١٥٧亿元，增长१३%",
    "tibetan": "བོད་ལྗོངས 增长 ཨོཾ",
    "arabic": "收入 العربية 增长",
    "thai": "收入 ภาษาไทย 增长",
    "entities": "投入&amp;增长&nbsp;&#1;&#xFFFE;&nosuch;",
    "musical": "收入𝄞𝕏增长",
}
"""What fonts here may have no glyph for, and what may count as a damaged file."""

CODE = {
    "less_than": "收入<b 亿元，工业<关于印发>通知",
    "para_close": "收入</para>增长",
    "ampersand": "投入AT&T R&D 研发",
    "font_colour": "<font color=\"[[[getattr(1,'x')]]]\">收入</font>",
    "paragraph_image": '<img src="/etc/passwd"/>收入',
    "sequence": "<seq/>收入<seqreset/>",
    "on_draw": '<onDraw name="x" label="y"/>收入',
    "template": "{{7*7}} {% for x in y %} ${7*7} #{7*7} {0} {__class__}",
    "percent": "%s %d %n %(name)s %%",
    "formula": "=cmd|' /C calc'!A0",
    "latex": "\\input{/etc/passwd} \\write18{ls}",
    "typst": '#read("/etc/passwd") #eval("1")',
    "sql": "'; DROP TABLE 报告; --",
    "shell": "$(touch /tmp/x) `id` | rm -rf ; &&",
    "javascript": "<script>alert(1)</script><a href=javascript:alert(1)>甲</a>",
    "css": "</style><style>*{display:none}</style>@import url(http://127.0.0.1/)",
    "comment": "收入<!-- 注释 -->增长-->尾<!--",
    "cdata": "<![CDATA[ 收入 ]]> ]]>",
    "doctype": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;',
    "field_code": "{ INCLUDETEXT C:\\\\a.txt } PAGE NUMPAGES",
    "markdown": "# 标题 **粗** [甲](javascript:alert(1)) ![乙](file:///etc/passwd)",
    "json": '{"format": "甲", "version": 1e999}',
    "xml": '<?xml version="1.0"?><w:p>甲</w:p>',
    "pdf_string": "a)/OpenAction<</S/JavaScript/JS(app.alert(1))>>(",
    "ansi": "[31m红[0m",
}


def _shapes(size: int) -> dict[str, str]:
    some = size // 20
    return {
        "ones": "一" * size,
        "ordinals": "第一" * size,
        "open_brackets": "（" * size,
        "half_brackets": "(" * size,
        "close_brackets": "）" * size,
        "quotes": "“" * size,
        "numbering": "1." * size,
        "dotted": "1.1" * size,
        "commas": "1,1" * size,
        "digits": "1" * size,
        "percents": "%" * size,
        "dates": "2018年1月1日" * (size // 6),
        "date_words": "年月日号" * (size // 4),
        "blanks": "甲" + " " * size + "乙",
        "wide_blanks": "甲" + "\u3000" * size + "乙",
        "tabs": "甲" + "\t" * size + "乙",
        "grows": "增长" * (size // 2),
        "grows_by": "增长1%和" * (size // 5),
        "respectively": "分别增长" * (size // 4),
        "respectively_all": "、".join(f"指标{n}" for n in range(some)) + "分别增长" + "、".join(["1%"] * some),
        "of_which": "其中" * (size // 2),
        "enumeration": "甲、" * (size // 2),
        "items": "一是甲；" * (size // 4),
        "billions": "1亿元" * (size // 4),
        "units": "亿万千百十" * (size // 5),
        "latin": "a" * size,
        "latin_words": "GDP " * (size // 4),
        "no_full_stop": "全市生产总值达到1487.8亿元，" * (size // 15),
        "line_a_character": "\n".join("报告文字" * (some // 2)),
        "empty_lines": "甲" + "\n" * size + "乙",
        "headings1": "\n".join(f"{'一二三四五六七八九十'[n % 10]}、标题" for n in range(some)),
        "headings_nested": "\n".join(f"{('一、', '（一）', '1.', '（1）', '①')[n % 5]}标题{n}" for n in range(some)),
        "headings_backwards": "\n".join(("（1）甲", "1.乙", "（一）丙", "一、丁") * (some // 10)),
        "tab_table": "\n".join("\t".join(["甲"] * 40) for _ in range(some // 10)),
        "ragged_table": "\n".join("\t".join(["甲"] * (n % 70)) for n in range(some // 15)),
        "pipe_table": "\n".join("|" + "甲|" * 40 for _ in range(some // 30)),
        "metadata_lines": "\n".join(["来源：甲 责任编辑：乙 2018-02-04 10:25"] * (some // 2)),
        "dashes": "——" * (size // 3),
        "dots": "……" * (size // 3),
        "urls": "https://example.org/" * some,
        "mail": "a@b." * (size // 4),
        "equals": "=" * size,
        "stars": "*" * size,
        "underscores": "_" * size,
        "hashes": "#" * size,
        "colons": "：" * size,
        "plans": "“十三五”" * (size // 6),
        "ranges": "1-2-3—4~5至6" * (size // 10),
        "multiples": "是上年的2.2倍" * (size // 10),
        "slash": "/" * size,
    }


def _encodings() -> Iterator[Case]:
    body = PLAIN
    hant = body.replace("报", "報").replace("从", "從").replace("这", "這").replace("开头", "開頭").replace("结", "結")
    yield Case("utf8_bom.txt", codecs.BOM_UTF8 + body.encode(), "done", ("1487.8亿元",))
    for codec in ("gb2312", "gbk", "gb18030", "utf-16", "utf-32"):
        yield Case(f"{codec}.txt", body.replace("％", "%").encode(codec), "done", ("1487.8亿元",))
    yield Case("utf16le_bare.txt", body.encode("utf-16-le"), "either")
    yield Case("utf16be_bare.txt", body.encode("utf-16-be"), "either")
    yield Case("gb18030_astral.txt", report("𠮷野家镕㐂").encode("gb18030"), "done", ("镕",))
    yield Case("big5.txt", hant.encode("big5", "ignore"), "either", framed=False)
    yield Case("short_gb.txt", "通知".encode("gb18030"), "either", framed=False)
    yield Case("one_bad_byte.txt", body.encode().replace("亿".encode(), b"\xff", 1), "done")
    yield Case("cut_utf8.txt", body.encode() + "尾".encode()[:2], "done")
    yield Case("cut_gb.txt", body.encode("gb18030") + b"\xc4", "done")
    yield Case("mixed.txt", body.encode() + body.encode("gb18030"), "either", framed=False)
    yield Case("double_utf8.txt", body.encode().decode("latin-1").encode(), "either", framed=False)
    yield Case(
        "half_broken.txt", bytes(b ^ (0x55 if n % 7 == 0 else 0) for n, b in enumerate(body.encode())), "refused"
    )
    yield Case("utf7.txt", body.encode("utf-7"), "either", framed=False)


def _no_texts() -> Iterator[Case]:
    chance = random.Random(7)
    yield Case("empty.txt", b"", "refused")
    yield Case("one_byte.txt", b"\xff", "refused")
    yield Case("one_character.txt", "甲".encode(), "either", framed=False)
    yield Case("one_letter.txt", b"a", "either", framed=False)
    yield Case("bom_only.txt", codecs.BOM_UTF8, "refused")
    yield Case("white.txt", b" \r\n\t" * 1000, "refused")
    yield Case("wide_white.txt", "\u3000\u00a0\n".encode() * 100, "refused")
    yield Case("nuls.txt", b"\0" * 10_000, "refused")
    yield Case("random.txt", chance.randbytes(20_000), "refused")
    yield Case("random_small.txt", chance.randbytes(40), "refused")
    yield Case("png.txt", b"\x89PNG\r\n\x1a\n" + chance.randbytes(2000), "refused")
    yield Case("jpeg.pdf", b"\xff\xd8\xff\xe0" + chance.randbytes(2000), "refused")
    yield Case("gzip.html", b"\x1f\x8b\x08\0" + chance.randbytes(2000), "refused")
    yield Case("elf.docx", b"\x7fELF" + chance.randbytes(2000), "refused")
    yield Case("class.txt", b"\xca\xfe\xba\xbe" + chance.randbytes(2000), "refused")
    yield Case("punctuation.txt", "，。；：".encode() * 100, "either", framed=False)
    yield Case("english.txt", b"This is not a Chinese document. " * 50, "either", framed=False)
    yield Case("title_only.txt", "政府工作报告".encode(), "either", framed=False)


def _lengths(size: int) -> Iterator[Case]:
    def lines(number: int) -> str:
        return "\n".join(f"第{n}家企业产值达到{n}.5亿元，比上年增长{n % 100}%。" for n in range(number))

    yield Case("lines.txt", lambda: report(lines(size // 60)).encode(), "either")
    yield Case("one_line.txt", lambda: report(lines(size // 20).replace("\n", "")).encode(), "either")
    yield Case("lines_many.txt", lambda: report(lines(size * 3)).encode(), "either")
    yield Case("too_large.txt", lambda: (f"{HEAD}\n" + "全市生产总值增长。" * 5_000_000 + TAIL).encode(), "refused")
