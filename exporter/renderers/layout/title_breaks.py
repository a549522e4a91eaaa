"""Break a long title by its meaning: between words, as a trapezoid or a rhombus (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise, product
from math import ceil

from exporter.renderers.layout.words import term_ends, word_ends

_GOOD = re.compile(
    r"(?<=关于)|(?<=关于印发)|(?<=、)|(?<=，)|(?<=：)|(?<=[^年度全各][省市县区厅局委部院会室])(?=[^省市县区厅局委部院会室）])"
    r"|(?<=[^乡]镇)|(?<=人民政府)|(?<=办公室)|(?<=》)|(?=《)|(?=[和与及])"
    r"|(?=(?:实施方案|工作方案|统计公报|政府工作报告)$)|(?=国民经济|社会发展|计划|（)|(?<=）)|(?<=\d年)|\s"
    r"|(?=进一步|切实|全面|加强|加快|推进|促进|做好|深化|完善|健全|实施|开展|建立|支持|规范|调整|印发|执行|贯彻)"
)
"""Seams of a title: after 关于, a body's name, a mark; before a verb of such papers, 《, and the kind of paper."""
_NEVER = re.compile(r"(?<=[（《“〔])|(?=[，。、：；）》”〕\s])")
"""Ends of lines that the rules of CLREQ forbid, and those before a blank: it would begin the next."""
_BAD = re.compile(
    r"(?<=[0-9A-Za-z.])(?=[0-9A-Za-z.%年月日])|(?=的)|(?<=的)|(?<=[（《“〔].)|(?=.[）》”〕])"
    r"|(?<=[和与及对为将把向])|(?=(?:通知|决定|意见|报告|批复|函|公告|通报|决议|公报)$)"
)
"""Ends of lines that read ill though no word is cut: beside 的, behind 和 or 对, one letter inside brackets, before the
kind of paper alone."""
_PAPER = r"《[^》]{1,40}》"
_BODY = (
    r"(?:(?<=\s)|^)[\u4e00-\u9fff]{2,20}(?=\s)|(?:(?<=\s)|^)[\u4e00-\u9fff]{2,20}?(?=关于|(?:印发|转发|批转|公布)《)"
    r"|(?<=关于)[\u4e00-\u9fff]{3,16}?公司"
)
"""One of those who issue a paper together, and the company that it is about."""
_ROAD = r"(?:[国省县乡]道)?[A-Z]\d{1,4}(?:[国省县乡]道|线)?(?:[\u4e00-\u9fff]{2,6}至[\u4e00-\u9fff]{2,6}?段)?"
_STRETCH = r"(?<=[市县区州省线])[\u4e00-\u9fff]{2,4}至[\u4e00-\u9fff]{2,4}?(?:段|高速公路|公路|铁路)"
_BUILDS = "解决|实施|开展|推进|加快|加强|做好|同意|支持|建设|规范|处置"
_WORKS = (
    rf"(?:(?<=关于)|(?<=[对为将在])|(?<={_BUILDS}))(?:(?!{_BUILDS}|[对为将在的和])[\u4e00-\u9fff]){{2,6}}?"
    r"(?:水库|水电站|灌区|水闸|泵站|大桥|隧道|公路|铁路|机场|枢纽)"
)
"""Waterworks and roads by their names, behind what is done with them."""
_FOUNDS = "关于|同意|设立|建设|支持|推进|推动|加快|促进|印发|申报|创建|扩大|规范"
_ZONE = (
    rf"(?:(?<=[在对为将])|(?<={_FOUNDS}))(?:(?!{_FOUNDS}|在)[\u4e00-\u9fff（）]){{2,14}}?"
    r"(?:(?:先行|示范|试验|开发|合作|保税|度假|高新|自贸|保护|功能|实验|产业)(?:园|新|片)?区|(?<=[^新])新区|自由贸易港)"
)
"""A zone with the place that it lies in, behind what is done with it."""
_VILLAGE = rf"(?:(?<=关于)|(?<={_BUILDS}))(?:(?!{_BUILDS}|[对为将在的和])[\u4e00-\u9fff]){{2,8}}?(?:村|社区|街道|苏木)"
"""A village or a quarter, behind what is done for it."""
_SET_UP = (
    r"(?:(?<=设立)|(?<=成立)|(?<=组建)|(?<=撤销)|(?<=命名))(?!关于)[\u4e00-\u9fff（）]{4,18}?"
    r"(?:中心|学院|医院|学校|大学|公司|集团|基金会|委员会|领导小组|指挥部)(?=的|为|等|$)"
)
"""A body with the place that it is of, behind what is done with it."""
_ISSUED = r"(?<=[府厅室委局院会]关于印发)[^《》\s]{4,24}?(?:方案|办法|规划|意见|细则|计划|规定)(?=的通知)"
"""What a paper issues, named without marks."""
_NAMED = re.compile("|".join((_PAPER, _BODY, _ROAD, _WORKS, _STRETCH, _VILLAGE, _ZONE, _SET_UP, _ISSUED)))
"""Names, whole where there is room."""
_STUMP = re.compile(
    r"(?=[\u4e00-\u9fff]{0,4}(?:中心|公司|单位|医院|学校|大学|集团|银行))|(?=水库|水电站|灌区|水闸|泵站|大桥|隧道)"
)
"""Ends of lines that leave the last words of somebody's name to the next."""
_SEAM = re.compile("(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])")
_GAP = 0.25
"""em between Han and Latin."""
LONGEST = 120
"""Characters; a longer one is no title, and is broken like other text."""
SHORTEST = (0.6, 0.45, 0.25)
"""Of a level line: no line of a title is shorter; the others where names or words leave no other way."""


def title_breaks(
    text: str,
    capacity: float,
    ems: Callable[[str], float],
    lexicon: bool = True,
    typed: Sequence[int] = (),
) -> tuple[int, ...]:
    """Give the places at which the lines of a title end, but for the last; none where it fits on one line.

    `ems` tells how wide text is; `capacity` is the widest line there is. No word, number or name is cut
    unless it is wider than a line; `lexicon`: a segmenter's is asked too, which takes a fifth of a second to load.
    `typed`: where the draft has its lines end, which is kept where names and shape allow.
    """
    if len(text) > LONGEST or (whole := ems(text) + _GAP * len(_SEAM.findall(text))) <= capacity:
        return ()
    seams = {found.start() for found in _SEAM.finditer(text)}
    ends = [0.0, *accumulate(ems(char) + _GAP * (at in seams) for at, char in enumerate(text))]
    never = _places(_NEVER, text) | {0, len(text)}
    places = sorted((word_ends if lexicon else term_ends)(text) - never)
    least = ceil(whole / capacity)
    tolls = _tolls(text, places, typed)
    names = [one.span() for one in _NAMED.finditer(text)]
    fitting = [(start, stop) for start, stop in names if ends[stop] - ends[start] <= capacity]
    apart = [place for place in places if tolls[place] < BAD and not any(one < place < end for one, end in fitting)]
    if typed and set(typed) <= set(apart) and _is_shapely(ends, tuple(typed), capacity):
        return tuple(typed)
    for free, shortest in product((apart, places), SHORTEST):
        ways = [way for count in (least, least + 1) for way in _ways(ends, free, count, capacity, shortest)]
        best = min(ways, key=lambda way: _cost(ends, way, tolls) + (MORE if len(way) == least else 0.0), default=None)
        if best is not None:
            return best
    return ()


def _is_shapely(ends: Sequence[float], way: tuple[int, ...], capacity: float) -> bool:
    """Tell whether lines fit, none is very short, and they are no hourglass."""
    widths = [ends[end] - ends[start] for start, end in pairwise((0, *way, len(ends) - 1))]
    return max(widths) <= capacity and min(widths) >= SHORTEST[1] * ends[-1] / len(widths) and not _waists(widths)


MORE = 4.0
"""Weight of a line more than a title needs."""


def _cost(ends: Sequence[float], way: tuple[int, ...], tolls: Mapping[int, float]) -> float:
    return sum(map(tolls.__getitem__, way)) + _shape(ends, way)


def _ways(
    ends: Sequence[float], places: Sequence[int], count: int, capacity: float, least: float
) -> Iterator[tuple[int, ...]]:
    """Give every way to part a title into so many lines that none is wider than the widest, nor very short."""
    shortest = ends[-1] / count * least
    ways: list[tuple[int, ...]] = [()]
    for left in range(count - 1, 0, -1):
        ways = [
            (*way, place)
            for way in ways
            for place in places
            if shortest <= ends[place] - ends[way[-1] if way else 0] <= capacity
            and shortest * left <= ends[-1] - ends[place] <= capacity * left
        ][:MOST]
    yield from ways


MOST = 20_000
"""Ways that are weighed; a title of six lines may have more."""


def _tolls(text: str, places: Sequence[int], typed: Sequence[int]) -> Mapping[int, float]:
    """Weigh each place by how well a line may end at it."""
    seams, bad = _places(_GOOD, text), _places(_BAD, text)
    named = [one.span() for one in _NAMED.finditer(text)]
    stumps = _places(_STUMP, text)
    alone = [place for start, place in pairwise((0, *places)) if place - start == 1]
    short = Counter((*alone, *(place - 1 for place in alone)))
    return {
        place: (BAD if place in bad else 0.0 if place in seams else 1.5)
        + (SHORT * short[place] if place not in seams else 0.0)
        + (STUMP if place in stumps and place not in seams else 0.0)
        + sum(CUT for start, end in named if start < place < end)
        - (TYPED if place in typed else 0.0)
        for place in places
    }


BAD = 6.0
"""Weight of a line that ends ill though no word is cut."""
TYPED = 8.0
"""Weight of a line that ends where it was typed to."""
CUT, STUMP = 5.0, 7.0
"""Weight of a line that ends inside a name, or before the last words of one."""
SHORT = 5.0
"""Weight of a line that ends beside a word of one character: a lexicon may have cut it from its neighbour."""


def _shape(ends: Sequence[float], way: Sequence[int]) -> float:
    """Weigh a shape: lines alike in width cost, and those that differ widely; an hourglass costs most."""
    widths = [ends[end] - ends[start] for start, end in pairwise((0, *way, len(ends) - 1))]
    steps = [after - before for before, after in pairwise(widths)]
    cost = 0.2 * (max(widths) - min(widths)) + sum(0.4 for step in steps if abs(step) < 0.9)
    return cost + 8.0 * _waists(widths)


def _waists(widths: Sequence[float]) -> int:
    """Count the lines that are shorter than both their neighbours."""
    steps = [after - before for before, after in pairwise(widths)]
    return sum(1 for one, other in pairwise(steps) if one < -0.9 and other > 0.9)


def _places(pattern: re.Pattern[str], text: str) -> frozenset[int]:
    return frozenset(found.end() for found in pattern.finditer(text))
