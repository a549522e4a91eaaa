"""Say whether what was done can be done to its subject: problems are solved, people trained, rivers never built."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from exporter.english.figures.measurand import HOUSEHOLDS, PERSONS, Measurand
from exporter.model import Fact

_PROBLEMS = re.compile(
    r"(?:problems?|issues?|difficulties|disputes|cases|shortages|hazards|dangers|complaints|conflicts|appeals|petitions|grievances|arrears|bottlenecks|debts?|risks?|loans?|land)$"
)
_WORKS = re.compile(
    r"(?:projects?|programs?|campaigns?|activities|actions?|measures|reforms?|plans?|services?|inspections?|checks|sessions|"
    r"tasks?|initiatives?|works?|experiments|trials|drills|surveys|exercises|transplants|operations|training|events|"
    r"upgrades?|renovations?|pilots?|assessments|audits|evaluations|policies|studies|research)$"
)
_MEN = re.compile(rf"{PERSONS.pattern}|(?:labor|labor force|workforce|talent|population)$")
_FITS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "solved": _PROBLEMS,
        "resolved": _PROBLEMS,
        "carried out": _WORKS,
        "conducted": _WORKS,
        "implemented": _WORKS,
        "organized": _WORKS,
        "trained": _MEN,
        "recruited": _MEN,
        "employed": _MEN,
        "resettled": _MEN,
        "relocated": re.compile(rf"{_MEN.pattern}|(?:villages|houses|plants|factories)$"),
        "collected": re.compile(
            r"(?:opinions?|suggestions|proposals?|comments|ideas|clues|problems|needs|samples|data|evidence|tax(?:es)?|revenue|"
            r"fees|premiums|garbage|waste|sewage|works|items|relics|books|specimens|information)$"
        ),
        "rebuilt": re.compile(
            r"(?:roads?|highways?|expressways|streets|railways|bridges|schools?|hospitals|clinics|kindergartens|toilets|houses|"
            r"housing|homes|reservoirs|canals|networks|pipelines|stations|markets|parks|plants|lines|facilities|buildings|lanes)$"
        ),
        "applied for": re.compile(
            r"(?:projects?|programs?|funds|grants|patents|trademarks|titles|status|loans|bonds|subsidies|certification|quotas|topics)$"
        ),
        "expropriated": re.compile(r"(?:land|houses?|housing|homes|buildings|property|farmland|structures|area)$"),
        "evacuated": _MEN,
        "taken over": re.compile(r"(?:tasks|items|functions|orders|affairs|powers)$"),
        "brought under comprehensive control": re.compile(r"(?:land|erosion|watersheds|desert|basins|area|rivers)$"),
        "afforested": re.compile(r"(?:land|area|mountains|hills|slopes|farmland|hectares)$"),
        "improved": re.compile(r"^(?!.*projects$)"),
        "held in reserve": re.compile(
            r"(?:grain|food|oil|meat|pork|materials|goods|supplies|fertilizers?|land|projects)$"
        ),
        "advanced": re.compile(rf"{_WORKS.pattern}|(?:lines|railways|expressways|reservoirs|stations)$"),
    }
)
"""Heads of nouns that a verb can be said of, where other heads show that more was meant."""
_DONE = re.compile(rf"\b(?:was|were|be) (?:newly |\w+ and )?({'|'.join(sorted(_FITS, key=len, reverse=True))})\b")
_MADE = re.compile(
    r"\b(?:was|were|be) (?:newly )?(?:opened|established|built|completed|started|launched|put into|renovated)\b"
)
"""What no persons are."""
_GROWN = re.compile(
    r"(?:rivers|lakes|streams|watercourses|mountains|grasslands|wetlands|seas|bays|wheat|corn|rice|grain|cotton|soybeans|"
    r"potatoes|vegetables|fruits?|tea|peanuts|rapeseed)$"
)
"""What nobody builds."""
_RAISED = re.compile(r"^(?!.*(?:yuan|\$|percent)).*\b(?:was|were|be) (?:\w+ (?:or|and) )?raised\b")
"""Money is raised; homes are found."""
_BENEFITED = re.compile(r"(?<!public-)(?<!that )\bbenefit(?:ed)?\b(?! (?:from|under|through))")
"""What says nothing without from what, which was told before."""


def is_done_to_the_unfit(subject: Measurand, english: str) -> bool:
    """Say whether a sentence tells of a thing what is never done to it, so that its clause was misread."""
    head = subject.head
    if _RAISED.search(english) or _BENEFITED.search(english):
        return True
    if _MADE.search(english) and _GROWN.search(head):
        return True
    if _MADE.search(english) and PERSONS.search(head):
        return HOUSEHOLDS.search(head) is None or head.endswith("individuals")
    done = None if english.startswith("Work to ") else _DONE.search(english)
    return done is not None and not _FITS[done[1]].search(head)


def is_of_who_had_problems(fact: Fact, subject: Measurand, english: str) -> bool:
    """Say whether a number counts those who had problems, and not the problems: 解决6000万|农村人口饮水问题."""
    told = "safe drinking water" in english.lower()
    return subject.head.endswith("problems") and fact.unit not in PIECES_OF_TROUBLE and not told


PIECES_OF_TROUBLE = ("个", "项", "件", "条", "起", "处", "类", "宗", "方面")
"""Measure words of problems, and not of those who have them."""


def counts_the_winners(fact: Fact) -> bool:
    """Say whether a figure counts those who won, and not what: 有9项|获得奖项."""
    won = _WON.match(fact.indicator)
    return won is not None and fact.deed is None and won[0] not in fact.quote


_WON = re.compile("获得|荣获|斩获|摘得|捧回")


def doubles(fact: Fact) -> bool:
    """Say whether something is to double by a year, from when on nobody says: 到2030年翻一番."""
    aim = fact.kind == "target" and fact.base in (None, "previous_year") and "-" not in (fact.period or "")
    return aim and _FOLD.search(fact.quote) is not None


_FOLD = re.compile("^(?!.*[上去]年).*翻")
"""An aim to double that does not say what: it is seldom the year before."""
