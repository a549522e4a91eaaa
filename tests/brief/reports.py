"""Two reports of a place that there is not, a year apart."""

from __future__ import annotations

from exporter import conversion, parts, pipeline
from exporter.model import Document

THIS_YEAR = """# 云溪县政府工作报告

——2021年2月3日在云溪县第十七届人民代表大会第五次会议上

## 一、2020年工作回顾

2020年，全县实现地区生产总值268.4亿元，增长4.6%；一般公共预算收入21.7亿元，增长3.2%；固定资产投资146.3亿元，增长6.8%；\
社会消费品零售总额92.5亿元，下降1.4%。城镇居民人均可支配收入38640元，增长4.9%。城镇新增就业6840人。居民消费价格上涨2.3%。

在看到成绩的同时，我们也清醒地认识到，发展中还存在不少困难和问题：产业层次不高，龙头企业偏少；交通短板依然突出；\
部分干部作风还需改进等。对此，我们将切实加以解决。

## 二、2021年工作安排

今年工作的总体要求是：坚持稳中求进工作总基调，推动县域经济发展。

2021年的目标定为：全县地区生产总值增长7%左右，一般公共预算收入增长5%，固定资产投资增长8%，社会消费品零售总额增长6%左右，\
城镇新增就业6500人以上。

### （一）加快产业转型升级

新建农村公路120公里。投资3亿元新建县医院。

### （二）推进城乡融合发展

新增停车位800个以上。

### （三）保障和改善民生

新增养老床位300张。
"""

LAST_YEAR = """# 云溪县政府工作报告

——2020年1月8日在云溪县第十七届人民代表大会第四次会议上

## 一、2019年工作回顾

2019年，全县实现地区生产总值255.1亿元，增长6.9%；一般公共预算收入21.0亿元，增长5.1%。

## 二、2020年工作安排

2020年的目标定为：全县地区生产总值增长7%，一般公共预算收入增长3%，固定资产投资增长7%左右，城镇新增就业6000人以上，\
森林覆盖率达到62%。
"""


def read(text: str, name: str = "report.md") -> Document:
    """Read a report with its figures and their English."""
    steps = [parts.load(step) for step in parts.FIGURES]
    return pipeline.run(conversion.read_bytes(name, text.encode()), steps)
