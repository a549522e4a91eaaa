"""Frames of headings: what is new, what is side by side, whose effort it is, and what is said twice."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporter.english.glossary.terms import load
from exporter.english.grammar.headings import english_of
from exporter.english.grammar.styling import Tense


@pytest.mark.parametrize(
    ("heading", "tense", "english"),
    [
        ("厚植绿色发展新优势", "plan", "Build up new strengths in green development"),
        ("培育高质量发展新动能", "plan", "Foster new drivers of high-quality development"),
        ("量力而行、循序渐进", "plan", "Act within capabilities, and proceed step by step"),
        ("深化改革促创新", "plan", "Deepen reform and promote innovation"),
        ("着力做好就业工作", "plan", "Work hard on employment"),
        ("加强政府自身建设", "plan", "Step up government self-improvement"),
        ("推动经济持续回升向好", "plan", "Help the economy continue to recover and improve"),
        ("不断深化改革，不断扩大开放", "plan", "Continue to deepen reform, and expand opening up"),
        (
            "提高发展质量，提高行政效率",
            "plan",
            "Improve the quality of development, and enhance administrative efficiency",
        ),
        ("深化改革，扩大开放，发展活力不断增强", "past", "We deepened reform and expanded opening up, and "),
        ("深化清廉机关建设", "plan", "Make further efforts to build clean government bodies"),
        ("深入开展技能培训", "plan", "Carry out in-depth skills training"),
        ("全面深化各项改革", "plan", "Deepen reform in all areas"),
        ("建立多层次的养老服务体系", "plan", "Establish a multilevel elderly care service system"),
        ("认真抓好节能降耗工作", "plan", "Work conscientiously on "),
        ("让城市环境更加优美", "plan", "Make the urban environment more beautiful"),
        ("2031年工作思路和重点任务", None, "Key tasks and the approach to work for 2031"),
        ("2031年经济展望", None, "Economic outlook for 2031"),
        ("2031年工作总体要求和主要目标", None, "General requirements and main targets for work in 2031"),
        ("稳定生产、保障供给", "plan", "Stabilize production and ensure supply"),
        ("重点工程建设取得新突破", "past", "New breakthroughs were made in the construction of key projects"),
        ("港澳台工作进一步加强", "past", "Work on Hong Kong, Macao, and Taiwan was further strengthened"),
        ("全力做好社会保障工作", "plan", "Make every effort in social security"),
        ("扎实做好财税金融工作", "plan", "Make solid efforts in fiscal, tax, and financial"),
        ("重塑物流体系", "plan", "Reshape the logistics system"),
        ("高质量改善水环境", "plan", "Improve the water environment to a high standard"),
        ("毫不松懈抓好森林防火", "past", "We made unremitting efforts in forest fire prevention"),
        ("持之以恒打赢污染防治攻坚战", "past", "We made persistent efforts to win the critical battle"),
        ("——稳就业工作进一步加强", "past", "— Work to ensure stable employment was further strengthened"),
        ("脱贫攻坚工作扎实推进", "past", "Steady progress was made in poverty alleviation"),
        ("积极拓展乡村振兴成效", "past", "We actively built on results in rural"),
        ("实施积极的就业政策", "plan", "Implement a proactive employment policy"),
        ("绘就美丽青海新画卷", "plan", "Open a new chapter in building a beautiful Qinghai"),
        ("“十二五”生态保护规划", None, "Plan for ecological protection"),
        ("构建现代化产业体系", "past", "We worked to build a modern industrial system"),
        ("社会治理更加高效", "past", "Social governance became more efficient"),
        ("文化体育方面", None, "Culture and sports"),
        ("我们深化改革，扩大开放，发展活力不断增强", "past", "We deepened reform and expanded opening up, and "),
        ("二、2031年工作回顾——经济稳中有进", "past", "II. Review of work in 2031: the economy made progress"),
        ("附件3　名词解释", None, "Annex 3: Explanation of Terms"),
        ("五、删去第七条第三款。", None, "V. Delete paragraph 3 of Article 7"),
        (
            "将第三条、第四条合并，作为第三条，修改为：",
            None,
            "Merge Articles 3 and 4 as Article 3 and amend it to read",
        ),
        ("将第五条改为第四条。", None, "Renumber Article 5 as Article 4"),
        ("增加一款，作为第九条第二款：", None, "Add a paragraph as paragraph 2 of Article 9"),
        ("发展文化产业　促进城市更新", "plan", "Develop cultural industries, and promote urban renewal"),
        ("特色农业提质增效", "past", "Specialty agriculture improved in quality and efficiency"),
        ("推动文旅产业提质增效", "plan", "Improve the quality and efficiency of the culture and tourism industry"),
        ("乡村建设扩面提质、成效凸显", "past", "Rural development expanded in coverage and improved in quality and "),
        ("提振市场信心稳定市场预期", "plan", "Boost market confidence and stabilize market expectations"),
        ("抓项目优环境促就业", "plan", "Focus on projects, improve the environment, and boost employment"),
        ("优化营商环境取得新突破", "past", "New breakthroughs were made in improving the business environment"),
        ("把依法行政作为根本任务", "plan", "Make law-based administration the fundamental task"),
        ("更加注重改善民生", "plan", "Place greater emphasis on improving people's lives"),
        ("聚焦惠民生", "plan", "Focus on benefiting the people"),
        ("重点抓项目", "plan", "Focus on projects"),
        ("一年来，产业结构不断优化", "past", "Over the past year, the industrial structure continued to improve"),
        ("绘就了新蓝图", "past", "We drew up a new blueprint"),
        ("群众获得感不断增强", "past", "The people's sense of fulfillment continued to "),
        ("提高经济发展质量", "plan", "Improve the quality of economic development"),
        ("打造产业发展“硬支撑”", "plan", "Build solid support for industrial development"),
        ("新兴产业培育力度加大", "past", "Efforts in fostering emerging industries were stepped up"),
        ("建设更高水平平安县", "plan", "Build a safer county"),
        ("产业体系加速构建", "past", "An industrial system was built at a faster pace"),
    ],
)
def test_frames_are_said_as_an_editor_would(heading: str, tense: Tense | None, english: str) -> None:
    found = english_of(heading, "heading", tense)
    assert found.text is not None
    assert found.text.startswith(english)
    assert found.status == "verified"


@pytest.mark.parametrize(
    "heading",
    [
        "重点抓文化",
        "扶危济困成效显著",
        "将第三条、第四条修改为",
        "坚持文化引领、创新驱动",
        "激发高质量新活力",
        "营造廉洁的环境和作风的氛围",
    ],
)
def test_what_governs_both_sides_or_means_another_thing_is_no_reading(heading: str) -> None:
    assert english_of(heading, "heading", "plan").status != "verified"


def test_a_place_of_the_document_takes_an_adjective_and_no_noun() -> None:
    found = english_of("建设和谐栖霞", "heading", "plan", names={"栖霞": "Qixia"})
    assert (found.text, found.status) == ("Build a harmonious Qixia", "verified")


@pytest.mark.parametrize(
    ("name", "english"),
    [
        ("年产值过10亿元企业", "enterprises with annual output value of over 1 billion yuan"),
        ("超5000万元项目", "projects worth over 50 million yuan"),
    ],
)
def test_a_size_that_is_passed_describes_what_passes_it(name: str, english: str) -> None:
    assert english_of(name, "term").text == english


def test_no_adverb_bears_the_mark_of_a_verb() -> None:
    """A clause or verb whose first word is an adverb marks its verb itself."""
    adverbs = {"always", "further", "still", "better"}
    for term in load().terms:
        if term.kind in ("clause", "verb") and "~" not in term.en and term.status != "forbidden":
            first = term.en.split()[0]
            assert first not in adverbs and not re.fullmatch(
                r"(?!supply|apply|rely|reply|multiply|comply)[a-z]+ly", first
            )


@given(
    st.lists(st.sampled_from(["深化改革", "扩大开放", "改善民生", "优化营商环境"]), min_size=1, max_size=4, unique=True)
)
def test_what_was_done_stands_in_the_past_and_what_is_planned_does_not(parts: list[str]) -> None:
    text = "，".join(parts)
    past, plan = english_of(text, "heading", "past").text, english_of(text, "heading", "plan").text
    assert past is not None and plan is not None
    assert past.startswith("We ") and not plan.startswith("We ")
    assert len(re.findall(r"ed\b", past)) >= len(parts)
