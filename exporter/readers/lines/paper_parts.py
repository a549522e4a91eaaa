"""Recognise the lines of an official paper that are no running text, by the form that GB/T 9704-2012 gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from exporter.model import ParagraphRole
from exporter.readers.lines.recognisers import DATE, SPEAKER

_YEAR = r"[〔\[（(【﹝［]\s?(?:19|20)\d{2}\s?[〕\]）)】﹞］]\s?"
DOCUMENT_NUMBER = re.compile(
    rf"[\u4e00-\u9fff]{{1,8}}(?:[（(][\u4e00-\u9fff]{{1,4}}[）)][\u4e00-\u9fff]{{0,2}})?\s?{_YEAR}第?\s?\d{{1,5}}\s?号"
)
"""发文字号 of a body: 青政发〔2025〕7号."""
_SERIAL = re.compile(
    rf"^[（(]?\s?(?:{_YEAR}第?\s?\d{{1,5}}\s?[号期次]|(?:[〔\[（(][一二三四五六七八九十\d]{{1,4}}届[〕\]）)])?第?\s?[\d一二三四五六七八九十百零〇]{{1,7}}\s?号|第\s?\d{{1,4}}\s?期|(?:19|20)\d\d年第\s?\d{{1,4}}\s?[号期次])\s?[）)]?$"
)
"""A number without a body: of an order (第48号), of minutes (〔2025〕7号)."""
_GAZETTED = re.compile(r"^[\u4e00-\u9fff、]{0,40}公告(?:19|20)\d{2}年第\d{1,5}号$")
"""The number of an announcement: 公告2020年第8号."""
_BODY = (
    r"(?:政府|国务院|办公厅|办公室|委员会|代表大会|常委会|法院|检察院|政协|纪委|党委|部|委|局|厅|院|署|社|办|处|队|站|"
    r"银行|分行|中心|集团|公司|学校|大学|医院|研究所|[管工党政执]委会|[协学商工]会|联合会|基金会|理事会|董事会|(?:领导|协调|工作)小组|(?:专家|调查|工作|督查|督导|检查|评审)组|指挥部|联席会议)"
)
"""What the name of a public body ends in."""
BODY_NAME = re.compile(rf"^[\u4e00-\u9fff（）()、·\s]{{0,40}}[\u4e00-\u9fff]{_BODY}(?:[（(][^（）()]{{1,12}}[）)])?$")
_MARK = re.compile(rf"^(?!关于)[\u4e00-\u9fff（）()、\s]{{1,60}}{_BODY}\s?文\s?件$")
_OWN_MARK = re.compile(r"^(?:(?!关于)[\u4e00-\u9fff（）()\s]){2,38}(?:令|纪要|公告|通告|通报|公报|简报|函|明电|电报)$")
"""A mark that says itself what the paper is: that of an order, of minutes, of a letter."""
_SECRECY = re.compile(
    r"^(?:密级[：:]?)?(?:绝密|机密|秘密|内部)(?:[★☆*＊].{1,12}|(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:年|个?月)|长期)?$"
)
_URGENCY = re.compile(r"^[★☆*＊]?(?:紧急程度[：:]?)?(?:特急|加急|特提|平急|急件|紧急|限时)$")
_COPY = re.compile(r"^(?:份号[：:]?|№|No\.?)?[0０]\d{5}$|^(?:份号[：:]?|№|No\.?)\d{4,6}$|^(?!(?:19|20)\d\d$)\d{3,6}$")
_SIGNATORY = re.compile(r"^(?:签\s?发\s?人|会\s?签\s?人)\s?[：:]")
_ATTACHMENT = re.compile(r"^附\s{0,4}件?\s{0,4}[\d一二三四五六七八九十]{0,2}\s{0,2}[：:]")
_COPIED = re.compile(r"^(?:抄\s{0,2}[送报]|分\s{0,2}送|主\s{0,2}送|发(?:\s{0,2}送)?)\s{0,2}[：:]")
ISSUED = re.compile(rf"^(?P<by>\D{{0,60}}?)\s{{0,40}}(?P<on>{DATE.pattern})\s{{0,8}}印\s?[发發制]?。?$")
_SUBJECTS = re.compile(r"^主\s{0,4}题\s{0,4}词\s{0,2}[：:]")
_COPIES = re.compile(r"^[（(]?共印\s?\d{1,6}\s?份[）)]?。?$")
_REMARK = re.compile(
    r"^[（(](?=[^\u4e00-\u9fff]{0,20}[\u4e00-\u9fff]{2})(?:[^（）()]|[（(][^（）()]{0,60}[）)]){2,160}[）)]$"
)
_DISCLOSED = re.compile(r"^(?:信息)?公开(?:选项|属性|方式|形式|类别)\s?[：:]\s?[\u4e00-\u9fff]{0,6}公开[。）)]?$")
"""Whether a paper may be made public, said without brackets."""
ONLY_DATE = re.compile(
    rf"^[（(]?\s?(?:{DATE.pattern})\s?(?:\d{{1,2}}时(?:\d{{1,2}}分)?|星期[一二三四五六日天])?\s?[）)]?$"
)
_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff])\s{1,8}(?=[\u4e00-\u9fff])")
_LETTERS = re.compile(r"\s+")
_SPACED = re.compile(r"[\u4e00-\u9fff](?:\s{1,8}[\u4e00-\u9fff]){1,11}$")
"""A name whose letters stand apart: 国 务 院."""
_OPENINGS = frozenset("附抄分主发共（(")
_ENDINGS = frozenset("日时分）)0123456789")
_NEAR_END = re.compile("印|公开")
"""What a line behind the text begins or ends with, or has near its end."""


def front_part(text: str) -> ParagraphRole | None:
    """Tell what a line above or below the title is: number of the copy, secrecy, urgency, mark, number, signatory."""
    if len(text) > 80:
        return None
    bare = re.sub(r"\s", "", text)
    forms: tuple[tuple[ParagraphRole, bool], ...] = (
        ("document_number", any(form.fullmatch(bare) for form in (DOCUMENT_NUMBER, _SERIAL, _GAZETTED))),
        ("signatory", _SIGNATORY.match(bare) is not None),
        ("secrecy", _SECRECY.match(bare) is not None),
        ("urgency", _URGENCY.match(bare) is not None),
        ("copy_number", _COPY.match(bare) is not None),
        ("issuer_mark", _MARK.match(text) is not None),
    )
    return next((role for role, found in forms if found), None)


def back_part(text: str) -> ParagraphRole | None:
    """Tell what a line behind the text is: list of attachments, date, remark, copies, printing; else None."""
    if text[:1] not in _OPENINGS and text[-1:] not in _ENDINGS and not _NEAR_END.search(text, max(0, len(text) - 6)):
        return None  # nearly every line of a text
    if _COPIED.match(text):
        return "copied_to"
    if len(text) > 200:
        return None
    if _ATTACHMENT.match(text):
        return "attachment"
    if ONLY_DATE.match(text):
        return "date"
    if _SUBJECTS.match(text):
        return "note"
    if ISSUED.match(text) or _COPIES.match(text):
        return "issued"
    return "remark" if _REMARK.match(text) or _DISCLOSED.match(text) else None


def closes_imprint(text: str, above: str) -> bool:
    """Tell who printed a paper and when, though 印发 is missing: a body and a day right below the copies."""
    found = DATE.search(text) if len(text) <= 100 and _COPIED.match(above) else None
    return found is not None and found.end() == len(text) and is_body_name(text[: found.start()].strip())


def is_body_name(text: str) -> bool:
    """Tell whether a line is nothing but the name of a public body, or of several."""
    if len(text) > 60:
        return False
    return BODY_NAME.match(_LETTERS.sub("", text) if _SPACED.match(text) else text) is not None


def is_spaced_name(text: str) -> bool:
    """Tell the name of a body whose letters stand apart: 国 务 院."""
    return _SPACED.match(text) is not None and is_body_name(text)


def is_own_mark(text: str) -> bool:
    """Tell a line that can be a mark which says what the paper is; what stands below it decides."""
    return _OWN_MARK.match(text) is not None


_KIND_ALONE = re.compile(r"(?:公告|通告|通报|公报|决定|命令|决议|令)$")


def is_kind_alone(text: str) -> bool:
    """Tell a line that says nothing but what the paper is, below the name of who issues it."""
    return _KIND_ALONE.match(text) is not None


_ORDERED = re.compile(r"(?!关于)[\u4e00-\u9fff（）]{2,30}令\s?第\s?\d{1,5}\s?号")


def is_number_of_order(text: str) -> bool:
    """Tell the number of an order with whose it is: 某市人民政府令第8号; above no title, it is the title itself."""
    return _ORDERED.fullmatch(text) is not None


_COUNT = re.compile(
    r"[（(](?:共计?|合计)?\s?[\d一二三四五六七八九十百]{1,6}\s?[个名家项人户位件条所种篇部类处]{1,2}[）)]"
)


def is_count(text: str) -> bool:
    """Tell a line below a title that says how many are listed: （12个）."""
    return _COUNT.fullmatch(text) is not None


_MEETING = re.compile(
    r"^(?:会议)?(?:时\s*间|地\s*点|主\s*持|出\s*席|列\s*席|参\s*加|请\s*假|缺\s*席|记\s*录)(?:人员?)?\s?[：:]"
)


def tells_of_meeting(text: str) -> bool:
    """Tell a line that says when and where a meeting was, or who took part."""
    return _MEETING.match(text) is not None


def person_in(text: str) -> re.Match[str] | None:
    """Find the post and, if it is named, its holder in a line that is nothing else, however spaced: 总 理　王 某."""
    return SPEAKER.match(_BETWEEN.sub("", text)) if len(text) <= 60 else None


def is_person(text: str) -> bool:
    """Tell whether a line is a post and its holder, or a post alone."""
    return person_in(text) is not None


def can_sign(text: str) -> bool:
    """Tell whether a line right above the date can be a signature: a body, or a person with a post; no sentence."""
    if is_body_name(text) or is_person(text):
        return True
    return len(text) <= 40 and re.search(r"[。！？；：，:;,!?\d]", text) is None and len(text) >= 2


def name_of_attachment(text: str) -> Sequence[str]:
    """Give the names in a line of the list of attachments, without label and numbers."""
    bare = _ATTACHMENT.sub("", text)
    parts = re.split(r"\s*(?<!\d)\d{1,2}[.．、](?!\d)\s*", bare)
    return [part.strip() for part in parts if part.strip()]
