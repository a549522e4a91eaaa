"""What a segment knows of its document before anybody has rendered it."""

from __future__ import annotations

from exporter import conversion, pipeline
from exporter.english.exchange.segments import segments_of
from exporter.parts import FIGURES, load

REPORT = """# 青河市2026年政府工作报告

各位代表：

## 一、一年接着一年干，新青河建设不断取得新进展

过去一年，全市生产总值增长5%，一般公共预算收入完成18亿元。产业建设迈出坚实步伐，新建标准厂房20万平方米。

### （一）绿色产业不断涌现

去年新增绿色工厂12家，建成光伏电站3座。

## 二、接续奋斗开新局

今年经济增长预期目标为5%左右。我们将重点做好以下工作：

### （一）绿色产业不断涌现

新建绿色工厂15家，力争新增就业2万人。
"""


def test_a_heading_has_the_tense_of_its_section_whatever_its_words() -> None:
    document = pipeline.run(conversion.read_bytes("report.md", REPORT.encode()), [load(step) for step in FIGURES])
    told = [(one.tense, one.en) for one in segments_of(document) if one.zh.endswith("绿色产业不断涌现")]
    assert [tense for tense, _ in told] == ["past", "plan"]
    assert "continued" in (told[0][1] or "") and "will continue" in (told[1][1] or "")
