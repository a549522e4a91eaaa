"""Reports with all that stands about a text, as other tools write them, and the faults that are planted in them."""

from __future__ import annotations

from dataclasses import replace

from tests.measure.drafts import BIAOSONG, FANGSONG, HEI, KAI, Planted, Row, Sheet, changed

TEXT = "各水库管理单位要落实值守制度，雨季每两小时观测一次水位，遇有险情先处置后报告，并通知下游群众。" * 3


def report() -> Sheet:
    """Give a report with copy number, secrecy, urgency, red head, an attachment."""
    blank = Row("", first=0)
    return Sheet(
        {
            "copy": Row("000012", first=0),
            "secrecy": Row("秘密★1年", HEI, first=0),
            "urgency": Row("加急", HEI, first=0),
            "mark": Row(
                "澄湖市水务局文件", BIAOSONG, 44, "center", 0,
                line=52, before=35 / 25.4 * 72 - 4 - 3 * 28.95, color="FF0000",
            ),
            "blank1": blank,
            "blank2": blank,
            "number": Row("澄水报〔2025〕12号", align="center", first=0, rule="FF0000"),
            "blank3": blank,
            "blank4": blank,
            "title": Row("澄湖市水务局关于水库汛期调度情况的报告", BIAOSONG, 22, "center", 0, line=33),
            "blank5": blank,
            "addressee": Row("澄湖市人民政府：", first=0),
            "opening": Row("按照市政府要求，我局对全市水库汛期调度情况进行了检查，现报告如下。"),
            "one": Row("一、基本情况", HEI),
            "one_one": Row("（一）大型水库", KAI),
            "text1": Row(TEXT),
            "one_two": Row("（二）小型水库", KAI),
            "text2": Row(TEXT),
            "two": Row("二、存在问题", HEI),
            "two_1": Row("1.值守不到位。部分小型水库夜间无人值守，通信不畅。"),
            "two_2": Row("2.设施老化。部分启闭机年久失修，需要更换。"),
            "three": Row("三、下步打算", HEI),
            "text3": Row(TEXT),
            "blank6": blank,
            "attached": Row("附件：1.水库名单"),
            "attached2": Row("2.值守安排", first=5),
            "blank7": blank,
            "signature": Row("澄湖市水务局", align="right", first=0, right=4),
            "date": Row("2025年6月12日", align="right", first=0, right=2),
            "remark": Row("（联系人：某某，电话：0123）"),
            "label": Row("附件1", HEI, first=0, page_break=True),
            "blank8": blank,
            "attachment": Row("水库名单", BIAOSONG, 22, "center", 0, line=33),
            "blank9": blank,
            "list": Row("全市有大型水库一座、小型水库九座，均已确定责任人。"),
        }
    )  # fmt: skip


def without(sheet: Sheet, *names: str) -> Sheet:
    return replace(sheet, rows={name: row for name, row in sheet.rows.items() if name not in names})


def planted_in_reports() -> tuple[Planted, ...]:
    """Give the reports, each with its faults."""
    base = report()
    imprint = {
        "copies": Row("抄送:市委办公室、市政府办公室", size=14, first=1),
        "issued": Row("澄湖市水务局办公室　2025-6-13印发", size=16, first=1),
    }
    return (
        Planted("clean-report", base, ()),
        Planted(
            "report-text",
            without(
                changed(base, ("signature", "date"), font="宋体").put("title", size=18)
                .put("addressee", font=HEI, text="澄湖市人民政府").put("attached", text="附件:1.水库名单")
                .put("attached2", text="2.值守安排；").put("one_two", text="（三）小型水库"),
                "blank5", "blank7",
            ),
            (
                ("7.3.1", "size of the title"), ("7.3.2", "font of the addressee"),
                ("7.3.2", "mark behind the addressee"), ("7.3.2", "blank lines above the addressee"),
                ("7.3.3", "numbers （一） follow one another"), ("7.3.4", "label of the list of attachments"),
                ("7.3.4", "no mark behind an attachment's name"), ("7.3.5", "font of the signature and date"),
                ("7.3.5", "blank lines above the signature"),
            ),
        ),
        Planted(
            "report-head",
            replace(
                base.put("copy", text="0012").put("secrecy", text="秘密1年").put("urgency", font=FANGSONG)
                .put("number", text="澄水报〔2025〕第012号").put("text1", line=34).put("text2", color="7F7F7F"),
                number="- # -", sides=("center", "center"),
            ),
            (
                ("7.2.1", "form of the copy number"), ("7.2.2", "form of the secrecy"),
                ("7.2.3", "font of the urgency"), ("7.2.5", "form of the document number"),
                ("5.2.3", "pitch of the body's lines"),
                ("5.2.4", "colour of the text"), ("7.5", "page number form"), ("7.5", "page number side"),
            ),
            "office",
        ),
        Planted(
            "report-numbers",
            base.put("one", text="一.基本情况").put("one_one", text="(一)大型水库")
            .put("one_two", text="（二）、小型水库").put("two_1", text="1、值守不到位。部分小型水库夜间无人值守。")
            .put("text1", first=0, text=f"  {TEXT}")
            .put("date", text="2025.6.12").put("text3", font=KAI),
            (
                ("7.3.3", "form of the numbers 一、"), ("7.3.3", "form of the numbers （一）"),
                ("7.3.3", "form of the numbers 1."), ("7.3.3", "indent of the first lines"),
                ("7.3.5.4", "form of the date"), ("5.2.2", "font of the body"),
            ),
            "styles",
        ),
        Planted(
            "report-foot",
            replace(
                without(
                    base.put("label", text="附件1：", font=KAI).put("attachment", align="left").put("date", right=4)
                    .put("signature", right=2).put("text1", after=18),
                    "blank3", "blank4",
                ),
                margins=(37, 35, 26, 28),
            ).with_rows(imprint),
            (
                ("7.3.7", "font of the label of an attachment"), ("7.3.7", "place of the title of an attachment"),
                ("7.3.5", "place of signature and date"), ("5.2.3", "space between paragraphs"),
                ("7.3.1", "blank lines above the title"), ("7.4", "form of the copies"),
                ("7.4", "form of the printing"), ("7.4", "size of the imprint"),
                ("7.4", "foot of the imprint, from the head of the paper"), ("5.2.1", "left margin"),
                ("5.2.1", "right margin"),
            ),
        ),
    )  # fmt: skip
