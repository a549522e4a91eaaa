"""Repair what scrapers, keyboards and codecs have changed, and leave alone what they have not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.characters import altered, unaltered
from exporter.model import Span
from exporter.readers.lines.line import Line, cut, place
from exporter.readers.lines.mending import repaired
from exporter.readers.lines.repair import changes

CHANGED = [
    ("增长5%,稳中有进;成效明显:收入提高", "增长5%，稳中有进；成效明显：收入提高"),
    ("PM_2.5平均浓度下降，CO_2排放减少", "PM2.5平均浓度下降，CO2排放减少"),
    ("②修好道路。?建好学校；？办好食堂。", "②修好道路。□建好学校；□办好食堂。"),
    ("（含）,1300家企业", "（含），1300家企业"),
    ("企业达到1,300家,增长5%", "企业达到1,300家，增长5%"),
    ("(一)改善环境(含郊区)", "（一）改善环境（含郊区）"),
    ("生产总值(GDP)增长", "生产总值（GDP）增长"),
    ('推进"三件大事"和"五项工程"', "推进“三件大事”和“五项工程”"),
    ("２０１０年增长８．５％，其中Ｈ１Ｎ１", "2010年增长8.5%，其中H1N1"),
    ("2012 年 12 月 29 日投资 1.13 亿元", "2012年12月29日投资1.13亿元"),
    ("政 府 工 作 报 告", "政府工作报告"),
    ("全面完成任务。<U+00A0>农业稳定", "全面完成任务。 农业稳定"),
    ("会议上????市长讲话", "会议上　市长讲话"),
    ("增长8_M_M_以上", "增长8%以上"),
    ("收入&nbsp;提高&ldquo;明显&rdquo;", "收入 提高“明显”"),
    ("财⽂化⼯作", "财文化工作"),
    ("安全\u200b生产\x07平稳", "安全生产平稳"),
    ("----在第三次会议上", "——在第三次会议上"),
    ("任务已经完成.", "任务已经完成。"),
    ("各位代表：<U+200D>", "各位代表："),
    ("承擔額約5,4 40億元", "承擔額約5,440億元"),
    ("承擔額為 6 ,1 0 2 .6 8 億元", "承擔額為6,102.68億元"),
    ("總值完成36.5 9億元", "總值完成36.59億元"),
    ("鉴定为三类坝 ,被列入计划", "鉴定为三类坝，被列入计划"),
    ("加强监管, 保障安全; 举报电话: 110", "加强监管，保障安全；举报电话：110"),
    ("欢迎举报. 查实后给予奖励", "欢迎举报。查实后给予奖励"),
    ("完成率达到100%. 为巩固成果", "完成率达到100%。为巩固成果"),
    ("共有46万人.2023年增加3万人", "共有46万人。2023年增加3万人"),
    ("按照青政发[2024] 9号和青办[2023]12号", "按照青政发〔2024〕 9号和青办〔2023〕12号"),
    ("任命李  青、王远明", "任命李　青、王远明"),
    ("(1) 公园和绿地", "（1） 公园和绿地"),
    ("二○二四年七月，一九九○年", "二〇二四年七月，一九九〇年"),
]
KEPT = [
    "第5，4和40項",
    "名額3 000個",
    "比例为2.5:1，时间10:25，见http://example.org/a?b=1;c",
    "2017-2020年，第1-3项",
    "GDP, CPI and PPI (2017)",
    "1,234,567元",
    "f(x) = y(1)",
    "坚定信心 迎难而上",
    "PM2.5平均浓度",
    "变量ROOM_2和CO_2x，XPM_2",
    "群众满意吗？要问。",
    "一.基本情况和主要工作",
    "十二.保障措施和工作要求",
    '他说"半句',
    "注[2024]和[3]",
    "见a[2024]",
    "1．发展渔业",
    "打○为已办",
]


@pytest.mark.parametrize(("text", "wanted"), CHANGED)
def test_changed_text_is_repaired(text: str, wanted: str) -> None:
    assert repaired(text, Line(0, len(text), text)).text == wanted


@pytest.mark.parametrize("text", KEPT)
def test_sound_text_is_left_alone(text: str) -> None:
    assert changes(text) == []


@given(st.text(alphabet='一二（）()，,;:"?%％０1２.． \xa0\u3000<U+A>&nbsp;_M-—―\x00\u200b中国年', max_size=80))
def test_edits_are_in_order_apart_and_reversible(text: str) -> None:
    line = repaired(text, Line(0, len(text), text))
    span = Span(0, len(text))
    assert altered(text, span, line.edits) == line.text
    assert unaltered(line.text, span, line.edits) == text


@given(st.text(alphabet="一，,(０１ \xa0　中年5%", min_size=1, max_size=60), st.data())
def test_cut_lines_keep_their_places(text: str, data: st.DataObject) -> None:
    line = repaired(text, Line(0, len(text), text))
    indexes = sorted(data.draw(st.sets(st.integers(1, max(1, len(line.text) - 1)), max_size=4)))
    pieces = cut(line, [index for index in indexes if 0 < index < len(line.text)])
    assert "".join("".join(piece.text.split()) for piece in pieces) == "".join(line.text.split())
    for piece in pieces:
        assert altered(text, Span(piece.start, piece.end), piece.edits) == piece.text
        for index in range(len(piece.text)):
            assert piece.start <= place(piece, index) < piece.end


def test_a_question_mark_inside_a_sentence_that_asks_nothing_stays_as_it_is() -> None:
    assert [edit.now for edit in changes("银河新城?临江广场按期开业。")] == []
    assert [edit.now for edit in changes("钱从哪里来?人往哪里去?这些都要想好。")] == ["？", "？"]
    assert [edit.now for edit in changes("这样做行不行?大家说了算。为了谁?")] == ["？", "？"]
