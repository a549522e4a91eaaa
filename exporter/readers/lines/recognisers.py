"""Recognise the parts of a formal document by the form of their line, and hold what a line was taken for."""

from __future__ import annotations

import re
from typing import NamedTuple

from exporter.model import RegionKind


class LineClass(NamedTuple):
    """What a line was taken for, and why."""

    kind: RegionKind
    reason: str = ""


BODY = LineClass("body")

SALUTATION = re.compile(
    r"(?:尊敬的|敬爱的|立法會|立法会)?(?:各位|主席|同志们|代表们|議長|议长)[^。；，\d]{0,24}[：:！!，]|(?:各位代表|各位委员|同志们)[：:！!，,]"
)
ADDRESSEE = re.compile(
    r"^(?:各|尊敬的|敬爱的|主席|同志们|代表们|(?:国务院|[省市县]政府)(?=[：:、，])|[\u4e00-\u9fff]{2,20}(?:人民政府|委员会|厅|局|部|公司|单位))[^。；！？]{0,160}[：:]$"
)
BOX = r"(?:专栏|專欄)\s?\d{1,2}\s"
"""What the heading of a box begins with."""
CAPTION = re.compile(
    r"(?:新华社|中新社|人民网|本报|[\u4e00-\u9fff]{2,6}(?:日报|晚报|新闻|网|在线)|融媒体).{0,12}(?:记者|通讯员|发).{0,16}$"
    r"|记者\s*[\u4e00-\u9fff·\s]{2,12}\s*/?\s*(?:摄|文)|[\s）)]摄$|(?:这是|图为).{0,12}(?:现场|场景|资料照片)。?$|^(?:图为|资料图|题图|图片来源|图：)"
)
DATELINE = re.compile(
    r"^.{0,12}(?:新华社|中新社|人民网|新华网|本报|央广网|中国政府网).{0,12}\d{1,2}月\d{1,2}日.{0,3}[电讯]"
)
SUMMARY = re.compile(r"^(?:内容摘要|摘要|内容提要|核心提示|导读|提要|编者按|内容概述|原标题)[：:\s]")
TITLE_END = re.compile(
    r"(?:报告|公报|通知|决定|意见|规划|纲要|方案|办法|讲话|致辞|致词|讲稿|预算|草案|计划|批复|公告|通告|条例|规定|细则|通报|请示|函|令|要点|"
    r"总结|決定|預算案|施政報告|報告|演辭|演词|白皮书|議案|议案|工作安排|答记者问|批示|纪要|述职|汇报|倡议书|决议|開幕|开幕|闭幕|召开)"
    r"(?:[（(][^）)]{1,20}[）)]){0,2}(?:[（(][^）)]{1,20})?$"
)
SUBTITLE = re.compile(
    r"^(?:——|—|--|－|―)|(?:会议|大会|全会|例会|會議|座谈会|动员会|工作会)上?(?:的?(?:报告|讲话))?）?$"
)
DATE = re.compile(
    r"(?P<year>(?:19|20)\d{2})\s*[-年/.]\s*(?P<month>\d{1,2})\s*[-月/.]\s*(?P<day>\d{1,2})(?!\d?\s{0,4}月)(?:\s*日)?"
    r"|(?P<hyear>[一二][一二三四五六七八九〇○零]{3})年(?P<hmonth>[一二三四五六七八九十]{1,2})月(?P<hday>[一二三四五六七八九十]{1,3})日"
)
ADOPTED = re.compile(
    rf"[（(]\s?(?:{DATE.pattern})(?:[^（）()。；]|[（(][^（）()]{{1,40}}[）)]){{0,400}}"
    r"(?:通过|公布|发布|颁布|修订|修正|批准|印发|施行|起草)[^（）()。；]{0,6}[）)]"
)
"""When a law was passed and amended, in brackets below its name."""
_ADOPTED_OPENS = re.compile(rf"[（(]\s?(?:{DATE.pattern})[^（）()。；]{{4,200}}$")
POST = (
    "总理|省长|市长|县长|区长|州长|盟长|旗长|镇长|乡长|主席|主任|局长|厅长|部长|书记|院长|检察长|"
    "行政长官|行政長官|司長|司\\s?司長"
)
"""Posts whose holders give reports."""
SPEAKER = re.compile(
    rf"^(?P<post>[\u4e00-\u9fff（）、 \u3000]{{0,34}}?(?:{POST}))[\s：:\u3000]{{0,6}}"
    r"(?P<name>[\u4e00-\u9fff]\s{0,3}[\u4e00-\u9fff](?:\s{0,2}[\u4e00-\u9fff]){0,2}"
    r"|[\u4e00-\u9fff]{2,6}(?:·[\u4e00-\u9fff]{1,8}){1,3})?[）)]?$"
)
APPENDIX = re.compile(
    r"^[※【\[（(★*\s]{0,3}(?:(?:(?:附件?|附录|附錄)\s?[\d一二三四五六七八九十A-Z]{0,2}[：:\s\u3000]+)?"
    r"(?:相关|有关|部分|主要|附){0,3}(?:《?[^《》。；，]{0,16}报告》?中?的?)?(?:相关|有关|部分|主要|附){0,3}"
    r"(?:名词|名詞|词语|术语|新词|用语)?(?:名词)?(?:解释|注释|註釋|释义|(?:术语|用语|名词)说明)|"
    r"附注|注|備註|附件\s?[\d一二三四五六七八九十]{0,2}|附录\s?[\d一二三四五六七八九十A-Z]{0,2}|附錄|補編|补充资料)"
    r"[※】\]）)★*\s]{0,3}[：:]?$"
)
CREDITED = r"(?:(?:文章|稿件|信息)?来源|稿源|原载)\s?[：:]"
CREDITED_PAPER = r"[（(]《[^》]{2,12}报》[^（）()。]{0,24}版[）)]"
"""How a page says who printed the text: by a label, or by the newspaper's name and page in brackets."""
CREDIT = re.compile(rf"^[（(]?\s?{CREDITED}\s*(?P<name>.*)|^{CREDITED_PAPER}$")
PAGE_NUMBER = re.compile(
    r"^[—\-–－·\s]*(?:第\s?)?\d{1,4}(?:\s?页)?(?:\s?/\s?(?:共\s?)?\d{1,4}(?:\s?页)?)?[—\-–－·\s]*$"
)
STOPS = re.compile(r"[。；！？]")


def opens_adoption(text: str) -> bool:
    """Tell whether a line says when a law was passed and amended, or begins to."""
    return ADOPTED.fullmatch(text) is not None or _ADOPTED_OPENS.match(text) is not None


def is_prose(text: str) -> bool:
    """Tell whether a line is running text: it holds the end of a sentence or clause, or is long."""
    return len(text) >= 12 and (STOPS.search(text) is not None or (len(text) >= 40 and "，" in text))
