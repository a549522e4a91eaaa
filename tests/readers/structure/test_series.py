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
