"""Documents in our own words that have every block of the model."""

from __future__ import annotations

from decimal import Decimal

from exporter.model import (
    Card,
    CardFace,
    Cards,
    Cell,
    Chart,
    Document,
    Heading,
    ListBlock,
    ListItem,
    Metadata,
    Note,
    Origin,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Run,
    Series,
    Table,
)
from tests.documents import MEDIUM

TEXT = "全年完成投资83.5亿元，增长12.4%，新建道路36公里；“清水绿岸”工程（一期）按期完工，群众满意度达到96%以上。"


def every_block() -> Document:
    """A short document with every block and every role of a run."""
    return Document(
        Metadata(title="工作要点", date="2019-03-01"),
        (
            Heading(0, (Run("工作要点"),)),
            Paragraph((Run("（2019年3月1日）"),), "date"),
            Heading(1, (Run("主要工作"),), "一、"),
            Heading(2, (Run("稳定增长。"),), "（一）", run_in=True),
            Paragraph((Run(TEXT * 3),)),
            Paragraph(
                (
                    Run("重点", role="strong"),
                    Run("引导", role="lead"),
                    Run("强调", role="emphasis"),
                    Run("数字12", role="figure", target="f1"),
                    Run("链接", role="link", target="https://example.org/a?b=1&c=2"),
                    Run("坏链", role="link", target="javascript:alert(1)"),
                    Run("①", role="mark", target="n1"),
                    Run(" <b>&amp;</b> \\ {x} \"引\" 'y'"),
                )
            ),
            _table(),
            _chart("bar"),
            _chart("column"),
            _chart("line"),
            _cards(),
            _pair(),
            Pair((Paragraph((Run("尚未译出的一段。"),)),), (), "untranslated"),
            ListBlock((ListItem("1.", (Run("修订章程；"),)), ListItem("①", (Run("再修订。"),), 2))),
            PageBreak(),
            Heading(1, (Run("其他"),), "二、"),
            Note("n1", "①", (Run("说明文字。"),)),
        ),
        Origin("要点.txt", "text/plain", "utf-8", "0" * 64, TEXT),
        (Heading(1, (Run("附录"),)), Paragraph((Run("附录文字。"),))),
    )


def held(heads: bool = True) -> Document:
    """A short document of what a paragraph holds beside letters; `heads`: with a table of two rows of heads."""
    return Document(
        Metadata(title="公园建设", date="2019-03-01"),
        (
            Heading(0, (Run("公园建设"),)),
            Paragraph(
                (Run("35.6km"), Run("2", raised="super"), Run("，CO"), Run("2", raised="sub"), Run("9.9%", struck=True))
            ),
            Paragraph((Run("地名"), Run("鄱", ruby="pó"), Run("阳渡。"))),
            Picture(MEDIUM.sha256, "走势图", (Run("图1　走势"),), width=Decimal(60)),
            Picture(MEDIUM.sha256),
            *((_heads(),) if heads else ()),
        ),
        Origin("公园.txt", "text/plain", "utf-8", "0" * 64, TEXT),
        media=(MEDIUM,),
    )


def _heads() -> Table:
    """A table whose heads stand in two rows."""
    top = (Cell((Run("区"),), rowspan=2), Cell((Run("2019年"),), colspan=2))
    below = (Cell((Run("产值"),)), Cell((Run("增速"),)))
    rows = (tuple(Cell((Run(text),)) for text in (name, "8.3", "4.1")) for name in ("东区", "西区"))
    return Table((top, below, *rows), header_rows=2, caption=(Run("表2 分区"),))


def long_text(paragraphs: int = 40) -> Document:
    """A document of running text alone."""
    body = tuple(Paragraph((Run(TEXT * (1 + at % 4)),)) for at in range(paragraphs))
    return Document(Metadata(title="长文"), (Heading(0, (Run("长文"),)), *body))


def _table() -> Table:
    head = (Cell((Run("指标"),)), Cell((Run("2019年"),), align="right"))
    rows = ((Cell((Run("总产值（亿元）"),)), Cell((Run("83.5"),), align="right")) for _ in range(3))
    return Table((head, *rows), caption=(Run("表1 指标"),))


def _chart(kind: str) -> Chart:
    values = tuple(map(Decimal, ("8", "-2.5", "17.9")))
    return Chart(
        "bar" if kind == "bar" else "column" if kind == "column" else "line",
        ("甲", "乙", "丙"),
        (Series("目标", values), Series("实际", (Decimal(1), None, Decimal(3)))),
        "%",
        (Run(f"图 {kind}"),),
        "三组数据的图",
    )


def _cards() -> Cards:
    zh, en = CardFace("总产值", "83.5亿元", "增长12.4%"), CardFace("Output", "8.35 billion yuan", "up 12.4%")
    return Cards((Card(zh, en), Card(zh, None), Card(None, en)))


def _pair() -> Pair:
    english = "Investment reached 8.35 billion yuan, and “clean rivers” were finished on time."
    return Pair(
        (Heading(2, (Run("两种语言"),), "（二）"), Paragraph((Run(TEXT),))),
        (Heading(2, (Run("Two languages"),), lang="en"), Paragraph((Run(english),), lang="en")),
        "verified",
    )


def odd_tables() -> Document:
    """Tables as they come: a title row over all columns, heads of two rows, cells that reach down, rows too short."""

    def cells(*said: str) -> tuple[Cell, ...]:
        return tuple(Cell((Run(one),)) for one in said)

    spanned = Table(
        (
            (Cell((Run("主要指标"),), colspan=3),),
            (Cell((Run("指标"),), rowspan=2), Cell((Run("总量"),), colspan=2)),
            cells("去年", "今年"),
            cells("总产值", "83.5", "91.2"),
            (Cell((Run("投资"),), rowspan=2), *cells("12.4", "13.6")),
            cells("3.1"),
            cells("收入", "5", "6", "7"),
        ),
        header_rows=3,
    )
    long = Table((cells("序号", "项目"), *(cells(str(at), TEXT) for at in range(30))))
    headless = Table((cells("甲", "乙"), cells("丙", "")), header_rows=0)
    tall = Table(((Cell((Run("头"),), rowspan=9), *cells("乙")), cells("丙", "丁"), cells("戊")))
    twice = cells("同", "样")
    return Document(
        Metadata(title="表"), (Heading(0, (Run("表"),)), spanned, long, headless, tall, Table((twice, twice)))
    )
