"""Render titles of documents and names of the bodies that issue them, by their fixed forms."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import Names, Rendering, english_of, prepared
from exporter.english.words.proper_names import PLACE, government, government_of, place, split

_NO_NAMES: Names = MappingProxyType({})


def title_of(title: str, names: Names = _NO_NAMES) -> Rendering:
    """Render the title of a document: 慈溪市政府工作报告 → Report on the Work of the Cixi Municipal Government."""
    formal = formal_title_of(title, names)
    if formal is not None:
        return formal
    text, remark = _remark(prepared(title))
    found = english_of(text, "title", names=names)
    return Rendering(f"{found.text}{remark}", found.status) if found.text else found


def formal_title_of(title: str, names: Names = _NO_NAMES) -> Rendering | None:
    """Render the title of a document by its fixed form, as it may stand over an attachment too; None for another."""
    text, remark = _remark(prepared(title))
    forms = (form(text, names) for form in (_work_report, _communique, _budget, _official))
    return next((Rendering(english + remark, "verified") for english in forms if english is not None), None)


def body_of(name: str) -> str | None:
    """Render the name of a body that issues documents: 慈溪市人民政府 → Cixi Municipal People's Government."""
    text = prepared(name)
    known = load().preferred(text)
    if known is not None and known.kind in ("institution", "place"):
        return known.en
    found = _BODY.match(text)
    if found is None:
        return None
    body = _BODIES.get(found["body"]) or _institution(found["body"])
    where = government_of(found["place"]) if body else None
    if where is None or body is None:
        return None
    if found["place"].endswith(("自治区", "自治州", "特别行政区")) and body == "People's Government":
        return f"People's Government of {place(found['place'])}"
    if found["body"] in _PAPERS:
        return f"{place(split(found['place'])[0])} {body}"
    return f"{where} {body}"


_PAPERS = frozenset(("日报", "晚报", "晨报", "时报"))
_BODIES: Mapping[str, str] = MappingProxyType(
    {
        "人民政府": "People's Government",
        "政府": "People's Government",
        "人民政府办公室": "People's Government General Office",
        "人民政府办公厅": "People's Government General Office",
        "政府办公室": "Government General Office",
        "人民代表大会": "People's Congress",
        "人民代表大会常务委员会": "People's Congress Standing Committee",
        "统计局": "Bureau of Statistics",
        "政府网": "Government Website",
        "人民政府网": "People's Government Website",
        "政府网站": "Government Website",
        "人民政府网站": "People's Government Website",
        "政府门户网站": "Government Website",
        "人民政府门户网站": "People's Government Website",
        "财政局": "Finance Bureau",
        "财政厅": "Department of Finance",
        "发展和改革委员会": "Development and Reform Commission",
        "发展改革委": "Development and Reform Commission",
        "日报": "Daily",
        "晚报": "Evening News",
        "晨报": "Morning Post",
        "时报": "Times",
    }
)
_BODY = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,14}?(?:省|市|县|区|州|旗|盟|镇|乡)?)(?P<body>"
    + "|".join(sorted(_BODIES, key=len, reverse=True))
    + r")$"
)


def _institution(name: str) -> str | None:
    return next((term.en for term in load().by_zh.get(name, ()) if term.kind == "institution"), None)


def _remark(text: str) -> tuple[str, str]:
    """Take a remark in brackets off the end of a title: （摘要）, （草案）."""
    found = _REMARKED.search(text)
    english = REMARKS.get(found[1]) if found else None
    return (text[: found.start()], f" ({english})") if found and english else (text, "")


_REMARKED = re.compile(r"（([^（）]+)）$")
REMARKS: Mapping[str, str] = MappingProxyType(
    {
        "摘要": "Summary",
        "草案": "Draft",
        "全文": "Full Text",
        "示例": "Sample",
        "节选": "Excerpt",
        "摘编": "Excerpts",
        "征求意见稿": "Draft for Comments",
        "讨论稿": "Draft for Discussion",
        "审议稿": "Draft for Deliberation",
        "修订稿": "Revised Draft",
        "书面": "Written",
    }
)
"""What a title may say of itself in brackets."""


_PLACE = rf"(?:{PLACE}{{1,2}})"
_WORK_REPORT = re.compile(
    rf"(?P<place>{_PLACE}?)(?:人民政府)?(?:(?P<year>\d{{4}})年?度?)?(?P<place2>{_PLACE}?)(?:人民)?(?:政府)?工作报告$"
)


def _work_report(text: str, names: Names) -> str | None:
    found = _WORK_REPORT.fullmatch(text)
    if found is None or (found["place"] and found["place2"]):
        return None
    where = found["place"] or found["place2"]
    of = government(where) if where else "the Government"
    if of is None:
        return None
    year = found["year"]
    return f"Report on the Work of {of}" + (f" ({year})" if year else "")


_COMMUNIQUE = re.compile(
    rf"(?:(?P<year>\d{{4}})年)?(?P<place>{_PLACE}?|中华人民共和国)(?:(?P<year2>\d{{4}})年)?国民经济和社会发展统计公报"
)


def _communique(text: str, names: Names) -> str | None:
    found = _COMMUNIQUE.fullmatch(text)
    if found is None:
        return None
    year, where = found["year"] or found["year2"], found["place"]
    of = (
        "of the People's Republic of China"
        if where.startswith("中华")
        else f"of {place(split(where)[0])}"
        if where
        else ""
    )
    return re.sub(
        " +", " ", f"Statistical Communiqué {of} on the {year or ''} National Economic and Social Development"
    )


_BUDGET = re.compile(
    rf"(?:关于)?(?P<place>{_PLACE}?)(?P<year>\d{{4}})年预算执行情况[和及与](?P<next>\d{{4}})年预算(?P<draft>（?草案）?)?的?报告"
)


def _budget(text: str, names: Names) -> str | None:
    found = _BUDGET.fullmatch(text)
    if found is None:
        return None
    where = place(found["place"]) if found["place"] else ""
    if where is None:
        return None
    of = f" of {where}" if where else ""
    draft = "Draft " * bool(found["draft"])
    return f"Report on the Implementation of the {found['year']} Budget{of} and on the {found['next']} {draft}Budget"


_OFFICIAL = re.compile(
    r"(?P<body>[\u4e00-\u9fff]{2,24}?)?关于(?P<about>.{2,60})的(?P<kind>通知|决定|意见|批复|公告|通告|函|报告|说明|实施意见|若干意见|指导意见)"
)
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "通知": "Notice",
        "决定": "Decision",
        "意见": "Opinions",
        "若干意见": "Opinions",
        "实施意见": "Implementation Opinions",
        "指导意见": "Guiding Opinions",
        "批复": "Reply",
        "公告": "Announcement",
        "通告": "Circular",
        "函": "Letter",
        "报告": "Report",
        "说明": "Explanation",
    }
)


def _official(text: str, names: Names) -> str | None:
    found = _OFFICIAL.fullmatch(text)
    if found is None:
        return None
    body = body_of(found["body"]) if found["body"] else ""
    about = english_of(found["about"], "title", names=names)
    if body is None or about.text is None or about.status == "draft":
        return None
    of = f" of {body}" if body else ""
    return f"{_KINDS[found['kind']]}{of} on {about.text}"
