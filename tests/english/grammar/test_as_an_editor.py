"""English headings as an editor would write them: deeds for what is brought about, things said once, their kinds."""

from __future__ import annotations

import pytest

from exporter.english.grammar.headings import english_of
from exporter.english.grammar.styling import Tense


@pytest.mark.parametrize(
    ("heading", "tense", "english"),
    [
        ("推动渔业全面发展", "plan", "Promote the all-round development of fisheries"),
        ("推动物流业提质增效", "plan", "Improve the quality and efficiency of the logistics industry"),
        ("推动对外贸易迈上新台阶", "plan", "Take foreign trade to a new level"),
        ("推动海洋经济做大做强", "plan", "Make the marine economy bigger and stronger"),
        ("推动水环境持续改善", "plan", "Continue to improve the water environment"),
        ("纺织产业发展迅速", "past", "The textile industry developed rapidly"),
        ("县城面貌焕发新气象", "past", "The county seat took on a new look"),
        ("建材行业", None, "Building materials industry"),
        ("建设渔业强县", "plan", "Build a county strong in fisheries"),
        ("高水平推进国际合作", "plan", "Advance high-quality international cooperation"),
        ("加强效能政府建设", "plan", "Step up efforts to build an efficient government"),
        ("筑牢产业发展的坚实基础", "plan", "Lay a solid foundation for industrial development"),
        ("创新管理模式", "plan", "Develop new management models"),
        ("塑造宜居环境", "plan", "Shape a livable environment"),
        ("完善物流体系", "plan", "Improve the logistics system"),
        ("拓展发展新空间", "plan", "Open up new space for development"),
        ("保障和改善民生工作进一步加强", "past", "Further efforts were made to ensure and improve people's wellbeing"),
        (
            "着力深化改革、扩大开放、促进创新",
            "plan",
            "Make strong efforts to deepen reform, expand opening up, and promote innovation",
        ),
        ("加快健全法律援助体系", "plan", "Move faster to improve the legal aid system"),
        ("致力于抓产业稳投资", "past", "We focused on industries and ensured stable investment"),
        ("过去三年的回顾", None, "Review of the past three years"),
        ("参与应对环境问题的合作", "plan", "Participate in cooperation to respond to environmental problems"),
        ("持之以恒抓质量", "plan", "Make persistent efforts in quality"),
        ("改善水质，持续改善空气质量", "plan", "Improve water quality, and continue to enhance air quality"),
        ("加强5G网络建设和使用", "plan", "Strengthen the building and use of 5G networks"),
        ("精准发力改善水质", "plan", "Make targeted efforts to improve water quality"),
    ],
)
def test_headings_are_said_as_an_editor_would(heading: str, tense: Tense | None, english: str) -> None:
    found = english_of(heading, "heading", tense)
    assert (found.text, found.status) == (english, "verified")


@pytest.mark.parametrize(
    "heading",
    [
        "推动消费升级提质",  # whose upgrading: that of consumption, or one of two things to come about
        "促进产业融合集群发展",
        "推进河道建设治理维护",
        "吸引商家设立门店",  # it is they who do it
        "扎实推进稳出口促消费",
        "推进敬老院和公墓建设",  # whose names are uneven: both are built, or one is advanced
        "健全村委会领导的治理体系",  # led by it
        "推动重点城市协同发展",  # the cities are key
    ],
)
def test_what_may_belong_elsewhere_stays_a_draft(heading: str) -> None:
    assert english_of(heading, "heading", "plan").status != "verified"


def test_nobody_does_a_good_job_in_persons() -> None:
    assert english_of("做好老干部工作", "heading", "plan").text == "Do good work related to retired officials"


def test_a_word_that_can_only_be_a_verb_is_believed_of_any_thing() -> None:
    assert english_of("克服官僚主义", "heading", "plan").status == "verified"
    assert english_of("关爱留守儿童", "heading", "plan").status == "verified"
