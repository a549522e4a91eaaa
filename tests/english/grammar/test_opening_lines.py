"""The lines that open a report have fixed forms in English; a line that says anything more has none."""

import pytest

from exporter.english.grammar.opening_lines import opening_of

FORMS = {
    "——2031年3月5日在第十六届全国人民代表大会第四次会议上": (
        "Delivered at the Fourth Session of the 16th National People's Congress on 5 March 2031"
    ),
    "（在青河市第九届人民代表大会第二次会议上）": (
        "Delivered at the Second Session of the Ninth People's Congress of Qinghe City"
    ),
    "2031年1月8日在市十二届人大三次会议上": (
        "Delivered at the Third Session of the 12th Municipal People's Congress on 8 January 2031"
    ),
    "2031年1月8日在青河市柳林区第三届人民代表大会第一次会议上 青河市柳林区人民政府代区长 王平": (
        "Delivered at the First Session of the Third People's Congress of Liulin District, Qinghe City,"
        " on 8 January 2031, Wang Ping, Acting Head of Liulin District, Qinghe City"
    ),
    "市长　李　明": "Li Ming, Mayor",
    "各位代表：": "Fellow deputies,",
    "各位代表、同志们！": "Fellow deputies and comrades,",
    "现在，我代表青河市政府，向本次大会作工作报告，请审议。": (
        "On behalf of the Qinghe Municipal Government, I will now report on the work of the government"
        " for your deliberation."
    ),
    "并请全国政协委员提出意见。": (
        "I also invite comments from members of the National Committee of the Chinese People's Political"
        " Consultative Conference."
    ),
}


@pytest.mark.parametrize(("chinese", "english"), FORMS.items())
def test_an_opening_line_has_its_form(chinese: str, english: str) -> None:
    assert opening_of(chinese) == english


@pytest.mark.parametrize("more", ["的讲话", "，任务十分艰巨", "2031年"])
@pytest.mark.parametrize("line", [line for line in FORMS if line[-1] in "上平明"])
def test_a_line_that_says_more_has_none(line: str, more: str) -> None:
    assert opening_of(line + more) is None


@pytest.mark.parametrize("day", ["2031年13月5日", "2031年0月5日", "2031年3月32日"])
def test_a_day_that_no_month_has_leaves_the_line_in_chinese(day: str) -> None:
    assert opening_of(f"{day}在市十二届人大三次会议上") is None


def test_a_name_that_is_no_chinese_name_leaves_the_line_in_chinese() -> None:
    assert opening_of("自治区主席 阿依古丽·买买提") is None
