"""Nothing is lost: a word taken out, put in or changed in the Chinese changes the English, or costs its status."""

from __future__ import annotations

from dataclasses import replace

import pytest

import exporter
from exporter.english.document import with_english
from exporter.english.figures.unsaid_words import may_be_left_out, omissions
from exporter.english.grammar.headings import read_noun
from exporter.facts.extract import facts_of

HEAD = "青岭市2026年政府工作报告\n一、2025年工作回顾\n2025年，"


def verified(clause: str) -> tuple[str, ...]:
    """Give the verified sentences of a clause of a report."""
    document = exporter.read((HEAD + clause + "。\n").encode())
    document = with_english(replace(document, facts=facts_of(document)))
    return tuple(fact.english or "" for fact in document.facts if fact.english_status == "verified")


CLAUSES = (
    ("新建农村公路126公里", ("新建", "农村")),
    ("改造城镇老旧小区62个", ("改造",)),
    ("新增省级众创空间3家", ("新增", "省级")),
    ("农村居民人均可支配收入增长6.2%", ("农村", "人均")),
    ("社会消费品零售总额增长8%以上", ("以上", "消费品")),
    ("固定资产投资比2020年增长31%", ("比2020年",)),
    ("工业增加值居全省第3位", ("工业", "全省")),
    ("铺设供水管网130公里", ("铺设", "供水")),
    ("拆除违法建筑12万平方米", ("违法", "拆除")),
)


@pytest.mark.parametrize(("clause", "word"), [(clause, word) for clause, words in CLAUSES for word in words])
def test_a_word_taken_out_is_missed(clause: str, word: str) -> None:
    assert not set(verified(clause)) & set(verified(clause.replace(word, "", 1)))


@pytest.mark.parametrize("clause", [clause for clause, _ in CLAUSES])
@pytest.mark.parametrize("word", ["未", "不再", "首批", "拟"])
def test_a_word_put_in_front_is_said_or_costs_the_status(clause: str, word: str) -> None:
    assert not set(verified(clause)) & set(verified(word + clause))


@pytest.mark.parametrize(
    ("clause", "other"),
    [
        ("新建公园12个", "新建公园21个"),
        ("新建公园12个", "拆除公园12个"),
        ("工业增加值居全省第3位", "工业增加值居全国第3位"),
        ("出口总额增长5.1%", "出口总额下降5.1%"),
        ("出口总额增长5.1%", "进口总额增长5.1%"),
        ("森林覆盖率达到36%左右", "森林覆盖率达到36%以上"),
        ("固定资产投资比2020年增长31%", "固定资产投资比2021年增长31%"),
    ],
)
def test_a_word_changed_changes_the_english(clause: str, other: str) -> None:
    assert not set(verified(clause)) & set(verified(other))


@pytest.mark.parametrize(
    "clause",
    [
        "解决了57个村近10万人的饮水安全问题",  # the object stands behind a second figure
        "投资6349万元，实施了学校改扩建",  # investment in what?
        "建成“一老一小”小屋300个",  # a name that no table has
        "新建星城市公园3个",  # a place that no table has
        "支持建设农业园区30个",  # one verb governs the other
        "启动改造老旧小区30个",
        "高新技术企业216家，其中新增“青苗”企业15家",
    ],
)
def test_what_is_not_read_whole_is_not_verified(clause: str) -> None:
    assert not [said for said in verified(clause) if said != "There were 216 high-tech enterprises."]


@pytest.mark.parametrize("word", ["不", "未", "等", "以上", "左右", "近", "省级", "农村", "部分", "率先"])
def test_what_changes_the_truth_is_never_left_out(word: str) -> None:
    assert not may_be_left_out(word, "Revenue reached 3 billion yuan.")


@pytest.mark.parametrize(
    "word", ["预计", "力争", "其中", "年均", "首次", "全部", "均", "每年", "超额", "基本", "新", "连续", "实际"]
)
def test_what_must_be_said_is_said(word: str) -> None:
    assert omissions()[word].pattern
    assert not may_be_left_out(word, "Revenue reached 3 billion yuan.")


def test_each_row_has_a_reason_and_an_example() -> None:
    from exporter.style import data_folder

    rows = (data_folder("source") / "omissions.tsv").read_text("utf-8").splitlines()[1:]
    for row in rows:
        word, _, why, example = row.split("\t")
        assert word in example and why, row
    assert len({row.split("\t")[0] for row in rows}) == len(rows)


def test_a_phrase_knows_what_it_leaves_out_and_what_it_is_made_of() -> None:
    phrase = read_noun("共拆除违法建筑")
    assert phrase is not None
    assert phrase.unsaid == ((0, 1),)
    assert phrase.ends == 1 << 1 | 1 << 7
    assert [child.place for child in phrase.children] == [(0, 1), (1, 7)]


@pytest.mark.parametrize("clause", [clause for clause, _ in CLAUSES])
def test_what_is_read_whole_is_verified(clause: str) -> None:
    assert verified(clause)
