"""Read names of figures that follow a set pattern: who did it, for whom, what money is for, a share of what in what."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from exporter.english.figures.deeds import deed_of
from exporter.english.figures.jobs import jobs_through
from exporter.english.figures.measurand import PERSONS, Measurand
from exporter.english.words.morphology import is_plural, singular

Noun: TypeAlias = Callable[[str], Measurand | None]
"""Reads a Chinese noun; None where it has no English."""


def by_pattern(text: str, money: bool, noun: Noun) -> Measurand | None:
    """Read what a figure counts, or what it is a sum of, where persons or bodies take part in it."""
    return (
        _by_doer(text, money, noun)
        or _for_whom(text, money, noun)
        or (money and _eased(text, noun))
        or _submitted(text, noun)
        or (None if money else jobs_through(text, noun))
    )


def as_measured(text: str) -> str:
    """Say of a share what of the whole it is a share of, as its part does: 增加值占规上工业|增加值|比重."""
    return _PART_OF_TRADE.sub(r"\1占\2\1比重", text.replace("全体居民人均", "居民人均"))  # all are the residents


_PART_OF_TRADE = re.compile("(增加值|产值)占(规模以上工业|规上工业|工业)的?(?:比重|比例)$")


def share_by_pattern(text: str, noun: Noun) -> Measurand | None:
    """Read a share or a ratio, or what money is spent on."""
    share = _share_of(text, noun) or _ratio_of(text, noun)
    return share or _used_for(text, noun) or _subsidy(text, noun) or _funds_for(text, noun)


_DOES = re.compile(
    r"(?P<doer>.{1,16}?(?P<means>行动|工程|计划|活动|项目|政策|基金|资金|补贴|贷款|平台)|"
    r".{0,16}?(?:总会|银行|公司|企业|部门|机构|法院|检察院|机关|医院|学校|协会|局|中心|委员会|财政|政府|社会))拟?"
    r"(?P<verb>发放|累计发放|培养|培训|吸纳|办理|受理|引进|拨付|下达|支付|查处|投放|救助|资助|安排|帮扶|带动|惠及|孵化|接待|"
    r"投入|投资|捐赠|审结|拉动|新增|提供|减免|节约|募集|交付)(?P<what>.{2,24})"
)


def _by_doer(text: str, money: bool, noun: Noun) -> Measurand | None:
    """Read 慈善总会发放善款 as donations and who gave them out."""
    found = _DOES.fullmatch(text)
    if found is None:
        return None
    deed, doer, what = deed_of(found["verb"]), noun(found["doer"]), noun(found["what"])
    if deed is None or doer is None or what is None or what.done or doer.done or (money and not deed.money):
        return None
    if "~" in deed.english:
        return None
    name = singular(doer.text) if found["means"] and doer.text.startswith('"') else doer.text
    the = "" if is_plural(name) or name[:1].isupper() else "the "
    how = "through" if found["means"] else "from" if found["doer"].endswith("财政") else "by"
    return replace(what, done=f"{deed.english} {how} {the}{name}")


_FOR = re.compile(
    r"(?:免费)?(?P<to>为|向|给)(?P<whom>.{2,14}?)(?:免费)?"
    r"(?P<verb>适配|提供|办理|发放|兑现|解决|追回|挽回|追讨|讨回|减免|落实|节约|争取|拨付|支付|投放|募集|新增|协调解决|争取到)了?"
    r"(?P<what>.{2,24})"
)
_GIVEN = re.compile(r"(?:provided|distributed|paid(?: out)?|issued|granted|allocated|appropriated|released)$")


def _for_whom(text: str, money: bool, noun: Noun) -> Measurand | None:
    """Read 为民营企业解决融资难题 as problems and for whom they were solved."""
    found = _FOR.fullmatch(text)
    if found is None:
        return None
    deed, whom, what = deed_of(found["verb"]), noun(found["whom"]), noun(found["what"])
    if deed is None or whom is None or what is None or whom.done or what.done or (money and not deed.money):
        return None
    if "~" in deed.english or not PERSONS.search(whom.head):
        return None
    link = "to" if found["to"] != "为" or _GIVEN.search(deed.english) else "for"
    free = " free of charge" if "免费" in text else ""
    return replace(what, done=f"{deed.english} {link} {whom.full}{free}")


_EASED = re.compile(
    r"(?:为|给)(?P<whom>.{2,14}?)(?:新增|累计|直接|有效)?(?:减负|减轻负担|降本|降低成本|节约成本)(?:降本|增效)?"
)


def _eased(text: str, noun: Noun) -> Measurand | None:
    """Read 为企业减负: what weighs on whom, which grew less."""
    found = _EASED.fullmatch(text)
    whom = noun(found["whom"]) if found is not None else None
    if found is None or whom is None or whom.done or not whom.plural:
        return None
    return Measurand(f"{'costs for' if '本' in text else 'burdens on'} {whom.noun}", "reduced")


_SUBMITTED = re.compile(
    r"(?:国务院|省政府|市政府|县政府|区政府|政府)?(?:提请|提交)(?P<to>.{2,12}?)"
    r"(?:(?:审议|审定|批准)(?:制定修订|修订)?(?P<what>.{2,20})|(?:制定修订|制定和修订|制定|修订)(?P<laws>.{2,20}))"
)


def _submitted(text: str, noun: Noun) -> Measurand | None:
    """Read 提请人大常委会审议法规草案 as drafts and to whom they were submitted."""
    found = _SUBMITTED.fullmatch(text)
    to = noun(found["to"]) if found is not None else None
    what = noun(found["what"] or found["laws"]) if found is not None and to is not None else None
    if found is None or to is None or what is None or what.done:
        return None
    the = "" if to.text[:4] in ("the ", "this") else "the "
    why = "deliberation" if found["what"] else "enactment or revision"
    return replace(what, done=f"submitted to {the}{to.text} for {why}")


_PAYERS: Mapping[str, str] = MappingProxyType(
    {
        "": "",
        "中央财政": "central government ",
        "中央": "central government ",
        "地方财政": "local government ",
        "省财政": "provincial government ",
        "省级财政": "provincial government ",
        "市财政": "municipal government ",
        "市级财政": "municipal government ",
        "县财政": "county government ",
        "县级财政": "county government ",
        "区财政": "district government ",
        "区级财政": "district government ",
        "财政": "government ",
        "全国财政": "government ",
        "公共财政": "government ",
        "各级财政": "government ",
        "各级政府": "government ",
    }
)
"""Whose money it is, before `spending on`."""
_USED = re.compile(
    r"(?P<payer>[\u4e00-\u9fff]{0,4})用于(?P<what>.{2,20}?)(?:方面)?的?(?P<kind>(?:(?:支出|投入|资金)的?)?(?:比例|比重|占比)|投入|支出|资金|经费|投资)?"
)
_USES: Mapping[str, str] = MappingProxyType(
    {
        "投入": "{}spending on ",
        "支出": "{}spending on ",
        "资金": "{}funds for ",
        "经费": "{}funds for ",
        "投资": "{}investment in ",
        "比例": "the share of {}spending on ",
        "比重": "the share of {}spending on ",
        "占比": "the share of {}spending on ",
    }
)


def _used_for(text: str, noun: Noun) -> Measurand | None:
    """Read 中央财政用于教育的投入: central government spending on education."""
    found = _USED.fullmatch(text)
    payer = _PAYERS.get(found["payer"]) if found is not None else None
    what = noun(found["what"]) if found is not None and payer is not None else None
    if found is None or payer is None or what is None or what.done:
        return None
    said = _USES[(found["kind"] or "支出")[-2:]].format(payer) + what.text
    return Measurand(said.removeprefix("the "), "", "the" if said.startswith("the ") else "")


_SHARE = re.compile(r"([^占]{2,30}[、和及][^占]{2,30}?)(?:投资)?(?:的?占比|的?比重)")
_IN = re.compile(r"(?P<part>[^占]{2,24}?)占(?P<whole>[^占]{2,20}?)的?(?:总?比[重例]|份额|百分比)?")
_AMID = re.compile(r"(?P<part>[^占在]{2,24}?)在(?P<whole>[^占]{2,20}?)中的?(?:占比|所占比[重例]|比[重例])")


def _share_of(text: str, noun: Noun) -> Measurand | None:
    """Read 住房、交通投资占比: the share is that of all that is listed; 非化石能源占能源消费比重: in the whole."""
    found = _SHARE.fullmatch(text)
    inner = noun(found[1]) if found is not None else None
    if inner is not None and not inner.done:
        return Measurand(f"share of {inner.full}", "", "the")
    found = _AMID.fullmatch(text) or _IN.fullmatch(text)
    part, whole = (noun(found["part"]), noun(found["whole"])) if found is not None else (None, None)
    if part is None or whole is None or whole.done:
        return None
    return Measurand(f"share of {_short(part)} in {_short(whole)}", "", "the")


_RATIO = re.compile(r"(?P<one>.{2,20}?)[与和同](?P<other>.{2,16}?)(?:之比|的比[例率值])")


def _ratio_of(text: str, noun: Noun) -> Measurand | None:
    found = _RATIO.fullmatch(text)
    one, other = (noun(found["one"]), noun(found["other"])) if found is not None else (None, None)
    if one is None or other is None or one.done or other.done:
        return None
    return Measurand(f"ratio of {_short(one)} to {_short(other)}", "", "the")


def _short(subject: Measurand) -> str:
    """Name a whole by its abbreviation where it brings one: GDP."""
    found = re.fullmatch(r"gross domestic product \((GDP)\)", subject.text)
    return found[1] if found else subject.full


_FUNDS = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{4,16}?(?<!安排|拨付|争取|筹集|下达|到位|落实|使用|整合|统筹|发放))(?P<put>投入)?(?:专项|补助|奖补)?(?:资金|经费)"
)


def _funds_for(text: str, noun: Noun) -> Measurand | None:
    """Read 扶助和促进就业资金: funds for supporting and promoting employment."""
    found = _FUNDS.fullmatch(text)
    what = noun(found["what"]) if found is not None else None
    if found is None or what is None or what.done:
        return None
    return Measurand(f"funds for {what.text}", "invested" if found["put"] else "")


_SUBSIDY = re.compile(
    r"(?:各级财政|中央财政|中央和地方财政|[省市县区]级?财政|财政|政府)?对(?P<whom>.{2,20}?)的?"
    r"(?P<kind>补[助贴]|资助|奖励|救助)(?:标准|资金|金额)"
)
_SUBSIDIES: Mapping[str, str] = MappingProxyType(
    {"补助": "subsidies", "补贴": "subsidies", "资助": "financial assistance", "奖励": "rewards", "救助": "assistance"}
)


def _subsidy(text: str, noun: Noun) -> Measurand | None:
    """Read 各级财政对城乡居民医保的补助标准: government subsidies for it."""
    found = _SUBSIDY.fullmatch(text)
    whom = noun(found["whom"]) if found is not None else None
    if found is None or whom is None or whom.done:
        return None
    return Measurand(f"government {_SUBSIDIES[found['kind']]} for {whom.full}")


_SHARED = re.compile(r"(?P<whom>[^对]{2,12}[和及、与][^对]{2,12}?)的?(?:人均)?(?:财政)?补[助贴]标准")


def shared_subsidy(text: str, noun: Noun) -> Measurand | None:
    """Read 居民医保和新农合的补助标准: the subsidy is for both, and not for the second alone."""
    found = _SHARED.fullmatch(text)
    whom = noun(found["whom"]) if found is not None else None
    return Measurand(f"government subsidies for {whom.full}") if whom is not None and not whom.done else None
