"""Say what can grow or be reached as it stands, and what needs a measure: goods have output, sales and prices."""

from __future__ import annotations

import re

from exporter.english.figures.amounts import are_counted, is_pieces, kind_of
from exporter.english.figures.measurand import PERSONS, Measurand
from exporter.english.grammar.headings import prepared
from exporter.facts.numbers.folding import fold
from exporter.facts.statements.indicators import canonical
from exporter.model import Fact

MEASURED_SO = re.compile(
    "(?:[量额值率数度价]|收入|支出|投资|投入|消费|贷款|存款|融资|出口|进口|外资|贸易|利润|税收|税费|产出|面积|产能|装机|规模|经费|资金|能力|比重|占比|"
    "增速|产业|业|经济|工资|成本|补贴|标准|储蓄|开支|周转|交易|创汇|客流|就业|人口|浓度|能耗|排放|指数|销售|生产|供应|需求|效率|时限|债务|资产|保费|余额|事故|营收|花费|税金|警情|人次|案件|起数|项目|总产|单产|补水|载重吨|处理|压采|吞吐|运输|供水|外运|库存|储备)$"
)
"""What can grow by a percentage as it stands; goods have output, sales and prices."""
_CROPS = re.compile(r"(?:fruits?|vegetables|herbs|fungi|tea|flowers|crops|grain|wheat|corn|rice|potatoes)$")


def changes_unmeasured(fact: Fact, subject: Measurand) -> bool:
    """Say whether goods are told to grow, or to reach so much, without what of them: 花生增长20%, 林果达到3万亩."""
    goods = kind_of(fact) in ("mass", "volume") or (kind_of(fact) == "area" and _CROPS.search(subject.head))
    if subject.done or fact.deed is not None:
        return False
    if not goods if fact.number is not None else fact.change_kind not in ("percent", "multiple"):
        return False
    name = prepared(fact.indicator)
    if (
        (canonical(name) is not None and not _CROPS.search(subject.head))
        or MEASURED_SO.search(name)
        or RATES.search(subject.noun)
    ):
        return False
    return not are_counted(subject) and not PERSONS.search(subject.head) and not SUMS.search(subject.head)


RATES = re.compile(
    r"\b(?:rate|rates|share|shares|ratio|ratios|proportion|percentage|coverage|intensity|rise|growth|increase|decline|level|"
    r"contribution|satisfaction|mechanization|utilization|efficiency|urbanization|deficit|index|concentration|degree|sense)\b"
)


SUMS = re.compile(
    r"(?:incomes|assets|standards?|allowances|pensions|premiums|dividends|contributions|limits|thresholds|debts|liabilities|"
    r"grants|benefits|reserves|credits|refunds|purchases|orders|contracts|finances|budgets|payments|losses|wages|prices)$"
)


def is_counted_amiss(fact: Fact, subject: Measurand) -> bool:
    """Say whether a number is of another thing than its English: 4家央企|项目, 2.5万亩基地|工程, 21个景区|运营水平."""
    unit, works = fold(fact.unit or ""), f" {subject.head}".endswith((" projects", " works"))
    if works and ((is_pieces(fact) and unit.endswith("家")) or kind_of(fact) in ("area", "length")):
        return True
    return is_pieces(fact) and bool(fact.deed) and _A_QUALITY.search(prepared(fact.indicator)) is not None


_A_QUALITY = re.compile("(?:水平|能级|效能|质量|品质|效率)$")
"""What things have, of which it is they that are counted."""
