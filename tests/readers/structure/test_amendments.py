"""Decisions that amend a law: each instruction a paragraph, what it quotes in its own, the law printed again behind."""

from exporter import conversion
from exporter.model import Document, Heading, ListBlock, Paragraph, heading_text, plain

OPENING = "青河市人民政府关于修改《青河市渡口管理办法》的决定\n\n市政府决定对《青河市渡口管理办法》作如下修改：\n\n"
INSTRUCTIONS = (
    "一、将第三条修改为：“渡口由所在地的乡镇管理，渡船由船主负责；遇有大雾，不得开航。“渡口的收费标准，由物价部门核定。”",
    "二、删去第五条第二款。",
    "三、增加一条，作为第七条：“渡船有下列情形之一的，不得载客：“（一）未经检验的；“（二）缺少救生设备的。”",
    "四、将第九条改为第八条，并将该条中的“县级”修改为“区级”。本决定自2031年5月1日起施行。",
    "《青河市渡口管理办法》根据本决定作相应修改，重新公布。",
)
PARAGRAPHS = (
    "一、将第三条修改为：“渡口由所在地的乡镇管理，渡船由船主负责；遇有大雾，不得开航。",
    "“渡口的收费标准，由物价部门核定。”",
    "二、删去第五条第二款。",
    "三、增加一条，作为第七条：“渡船有下列情形之一的，不得载客：",
    "“（一）未经检验的；",
    "“（二）缺少救生设备的。”",
    "四、将第九条改为第八条，并将该条中的“县级”修改为“区级”。",
    "本决定自2031年5月1日起施行。",
    "《青河市渡口管理办法》根据本决定作相应修改，重新公布。",
)
LAW = (
    "青河市渡口管理办法（2020年3月2日青河市人民政府令第9号公布，根据2031年4月6日《关于修改〈青河市渡口管理办法〉的决定》修订）",
    "第一条　为了管好渡口，制定本办法。",
    "第二条　渡口包括：（一）客渡；（二）货渡；（三）混渡。其他水上设施，依照有关规定执行。",
)


def read(*lines: str, glue: str = "\n\n") -> Document:
    return conversion.read_bytes("decision.txt", (OPENING + glue.join(lines) + "\n").encode())


def said(document: Document) -> list[str]:
    return [plain(block.runs) for block in document.blocks if isinstance(block, Paragraph)]


def test_instructions_are_paragraphs_and_so_is_each_paragraph_they_quote() -> None:
    for glue in ("\n\n", ""):
        document = read(*INSTRUCTIONS, glue=glue)
        assert tuple(said(document)[1:]) == PARAGRAPHS
        assert [heading_text(block) for block in document.blocks if isinstance(block, Heading)][1:] == []


def test_the_law_printed_again_is_attached_with_its_history_below_its_name() -> None:
    document = read(*INSTRUCTIONS, *LAW)
    headings = [heading_text(block) for block in document.blocks if isinstance(block, Heading)]
    assert headings[1:] == ["青河市渡口管理办法"]
    history = next(block for block in document.blocks if isinstance(block, Paragraph) and block.role == "subtitle")
    assert plain(history.runs) == LAW[0].removeprefix("青河市渡口管理办法")


def test_items_of_an_article_stand_on_lines_of_their_own() -> None:
    document = read(*INSTRUCTIONS, *LAW)
    items = [item for block in document.blocks if isinstance(block, ListBlock) for item in block.items]
    assert [(item.mark, plain(item.runs)) for item in items[-3:]] == [
        ("（一）", "客渡；"),
        ("（二）", "货渡；"),
        ("（三）", "混渡。"),
    ]
    assert said(document)[-1] == "其他水上设施，依照有关规定执行。"


def test_a_sentence_with_quotes_stays_whole() -> None:
    line = "要弘扬“两路”精神，做到“四个到位”。“十四五”时期，建成“三横三纵”路网；“快递进村”全部覆盖，群众满意。"
    assert line in said(read(line))


def test_a_numbered_sentence_that_says_all_there_is_is_no_heading() -> None:
    lines = ("原则同意你局方案。", "一、同意修建渡口三处。", "二、工期两年，投资从严控制。", "三、年底前报送进展。")
    document = read(*lines)
    assert said(document)[1:] == list(lines)
    with_text = read("一、修建渡口。", "工期两年，投资从严控制，确保质量和安全。", "二、加强管理。", "年底前报送进展。")
    assert [heading_text(block) for block in with_text.blocks if isinstance(block, Heading)][1:] == [
        "一、修建渡口。",
        "二、加强管理。",
    ]
