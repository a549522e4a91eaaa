"""Numbers inside a sentence count its parts, on whatever line they stand; headings have a series of their own."""

from exporter import conversion
from exporter.model import Heading, heading_text

HEAD = "青河市2031年政府工作报告\n\n各位代表：\n\n一、工作回顾\n\n"


def headings(*lines: str) -> list[str]:
    document = conversion.read_bytes("report.txt", (HEAD + "\n\n".join(lines)).encode())
    return [heading_text(block) for block in document.blocks if isinstance(block, Heading) and block.level > 1]


def test_parts_of_a_sentence_on_lines_of_their_own_are_no_headings() -> None:
    parts = (
        "整顿就是要做到：（一）把仓库清点一遍，账物相符；（二）把制度立起来，专人负责；",
        "（三）把浪费找出来，限期改正。年内完成。",
        "（四）把责任落下去，逐级考核。年底验收。",
    )
    assert headings(*parts) == []
    assert headings(*parts, "（一）稳住渔业。捕捞增长。", "（二）稳住林业。造林增长。") == [
        "（一）稳住渔业。",
        "（二）稳住林业。",
    ]


def test_a_series_inside_of_one_paragraph_has_no_heading() -> None:
    assert headings("一是修好渠道。清淤九条。二是管好闸门。更换六座。") == []
    assert headings("（一）修渠。一是清淤。二是衬砌。", "（二）管水。一是定额。二是计量。") == [
        "（一）修渠。",
        "（二）管水。",
    ]


def test_numbers_beyond_99_are_read_and_those_of_years() -> None:
    assert headings("（九十九）修渠。清淤九条。", "（一百）修闸。更换六座。", "（一百零一）修堤。加固三里。")[1:] == [
        "（一百）修闸。",
        "（一百零一）修堤。",
    ]
    assert headings("（二〇二四）修渠。清淤九条。") == ["（二〇二四）修渠。"]


def test_a_number_of_three_parts_stands_under_one_of_two() -> None:
    lines = (
        "1　总则",
        "1.1 编制目的",
        "为规范处置工作。",
        "1.2 组织体系",
        "1.2.1 指挥机构",
        "由三个小组组成。",
        "1.2.2 现场机构",
        "设在现场。",
        "1.3 附则",
    )
    document = conversion.read_bytes("plan.txt", ("青河市应急预案\n\n" + "\n\n".join(lines)).encode())
    levels = {heading_text(block): block.level for block in document.blocks if isinstance(block, Heading)}
    assert levels["1.2.1指挥机构"] == levels["1.2.2现场机构"] == levels["1.2组织体系"] + 1
    assert levels["1.3附则"] == levels["1.2组织体系"]


def test_paragraphs_that_are_numbered_have_no_headings_because_some_begin_with_a_short_sentence() -> None:
    long = "修好灌区渠道，按受益面积分摊水费，由各村推选代表管水，账目每季公开一次，"
    long += "余款留作来年清淤之用，任何人不得挪作他用，违者由水管站责令退还"
    assert (
        headings("（一）修好渠道。每年清淤。", f"（二）{long}。", f"（三）{long}。", "（四）管好闸门。专人值守。") == []
    )
    assert (
        headings("（一）修好渠道。每年清淤。", f"（二）{long}。", "（三）看护林木。", "（四）管好闸门。专人值守。")
        != []
    )


def test_notes_below_a_table_that_lost_its_cells_are_no_headings() -> None:
    lines = (
        "一、主要指标",
        "水质达标率95%，绿化率40%。注：1.水质达标率按国控断面计算。",
        "2.绿化率含屋顶绿化。",
        "3.均为年末数据。",
    )
    assert headings(*lines) == []


def test_a_line_of_two_halves_is_one_heading_where_its_text_stands_below() -> None:
    text = "全市坚持以水定城，把管水治水用水摆在更加突出的位置，统筹推进各项工作。"
    lines = (
        "一、战略定位：守好一湖清水，建好一座新城",
        text,
        "（一）水务：从“有水喝”到“喝好水”",
        text,
        "二、步骤",
        text,
    )
    assert headings(*lines) == ["（一）水务：从“有水喝”到“喝好水”"]
    document = conversion.read_bytes("plan.txt", ("青河市发展方案\n\n" + "\n\n".join(lines)).encode())
    whole = [block for block in document.blocks if isinstance(block, Heading) and not block.run_in and block.level]
    assert [heading_text(block) for block in whole] == [lines[0], lines[2], lines[4]]


def test_a_label_with_its_value_stays_a_label() -> None:
    lines = (
        "一、会议时间：三月一日上午",
        "二、会议地点：市政府第一会议室",
        "三、参会人员：各区水务局局长",
        "请各单位高度重视，准时参加，并于会前将名单报送会务组。",
    )
    document = conversion.read_bytes("notice.txt", ("青河市水务局关于召开会议的通知\n\n" + "\n\n".join(lines)).encode())
    found = [heading_text(block) for block in document.blocks if isinstance(block, Heading) and block.level]
    assert not set(found) & set(lines)


def test_the_first_sentence_of_one_of_two_numbered_paragraphs_is_no_heading() -> None:
    long = "（二）鉴于供水管网已经使用三十多年，漏损严重，多次检修仍不能满足居民用水需要，"
    long += "同意列入今年更新改造计划，由水务部门会同各县区做好施工期间的临时供水。"
    assert headings("有关部门提出以下意见：", "（一）目前水源条件还不成熟。待查清储量后再议。", long) == []
