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
        (
            "保障和改善民生工作进一步加强",
            "past",
            "Work to ensure and improve people's wellbeing was further strengthened",
        ),
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


@pytest.mark.parametrize(
    ("heading", "tense", "english"),
    [
        ("以水利为重点，改善农业条件", "plan", "Improve agricultural conditions, focusing on water conservancy"),
        ("这是渔业快速发展的三年", None, "These were three years in which fisheries developed rapidly"),
        (
            "过去五年，是我们更加注重质量，渔业快速发展的五年",
            None,
            "Over the past five years, we paid closer attention to quality, and fisheries developed rapidly",
        ),
        ("把渔业作为重要任务", "plan", "Make fisheries an important task"),
        ("提效率提质量", "plan", None),
        ("城市管理水平明显提升", "past", "Urban management improved markedly"),
        ("加大教师培养力度", "plan", "Step up efforts to train teachers"),
        ("进一步加快建设物流中心", "plan", "Move even faster to build logistics centers"),
        ("做强三大园区", "plan", "Strengthen the three major industrial parks"),
        ("“三大任务”深入实施", "past", 'The "Three Major Tasks" were fully implemented'),
        ("走渔业强县之路", "plan", "Follow the path of building a county strong in fisheries"),
        ("实施物流战略", "plan", "Implement the logistics strategy"),
        ("五、关于渔业", None, "V. On Fisheries"),
    ],
)
def test_what_is_stiff_is_said_otherwise(heading: str, tense: Tense | None, english: str | None) -> None:
    found = english_of(heading, "heading", tense)
    if english is not None:
        assert (found.text, found.status) == (english, "verified")
    assert "level of" not in str(found.text)


def test_a_place_makes_one_city_of_itself_and_a_country_many() -> None:
    district, province = {"海曙区": "Haishu District"}, {"江西省": "Jiangxi"}
    heading = "打造区域中心城市"
    assert english_of(heading, "heading", "plan", names=district).text == "Build a regional hub city"
    assert english_of(heading, "heading", "plan", names=province).text == "Build regional hub cities"
    assert english_of("自贸试验区", "heading", None, names=district).text == "Pilot free trade zone"
