"""Choose where lines end: the least cost over the whole paragraph, or one full line after the other."""

from __future__ import annotations

from bisect import bisect_right
from math import inf

from exporter.typesetting.break_classes import ANYWHERE, EXTEND, HYPHEN, NOT_IN_NUMBERS, POOR, YES, pairs
from exporter.typesetting.lines import Settings
from exporter.typesetting.paragraph import Paragraph

TINY = 1e-6
"""pt by which sums of widths may err."""

# Costs of a line; 1 is a line whose gaps all had to grow by `_UNIT` em.
_UNIT = 0.05
_SHRUNK = 0.1  # all that gives way has given way: CLREQ reduces before it expands
_SPACED = 0.2  # all spaces have grown to their most
_OF_BREAK = (0.4, 0.4, 0.7, 1.4)  # of each line, by the flag of its end: NO, YES, POOR, HYPHEN; fewer lines are better
_HYPHENS = 3.0  # two hyphens running
_LONELY = 1_000.0
_FORCED = 10_000.0
_CONSIDERED = 16  # line starts weighed for one line end: bounds the work for characters without width
_RAGGED = 30.0  # a ragged line short by n em is as bad as one of this many gaps stretched by n em


def break_lines(paragraph: Paragraph, settings: Settings) -> list[int]:
    """Give where each line ends, ascending; the last is the end of the paragraph.

    Linear in the length of the paragraph. One unbreakable stretch that is longer than the
    measure is broken where prohibition allows, else between any two characters.
    """
    over = paragraph.end[-1] - paragraph.begin[0] + settings.indent - settings.measure
    if over <= TINY or (settings.justify and over <= paragraph.shrink[-2]):
        return [len(paragraph.text)]
    ends = _optimal(paragraph, settings) if settings.mode == "optimal" else _greedy(paragraph, settings)
    return _not_alone(paragraph, ends, settings.measure)


def hyphen_width(paragraph: Paragraph, at: int) -> float:
    """Give the width in pt of a hyphen added before the character at `at`."""
    run = paragraph.runs[bisect_right(paragraph.starts, at - 1) - 1]
    return run.metrics.at(run.size)["-"]


def _optimal(paragraph: Paragraph, settings: Settings) -> list[int]:  # noqa: C901 - the inner loop, in one frame for speed
    """Find the breaks of least total cost (Knuth and Plass 1981), over a window of line starts.

    The nodes are the line starts that can be reached, in the order of the text. A line gets
    shorter from one node to the next: those that no longer fit are dropped from the front, and
    weighing stops at the first that would be too loose, so that two to four are weighed a break.
    """
    end, begin, flags, breaks = paragraph.end, paragraph.begin, paragraph.flags, paragraph.breaks
    shrink, grow, weight = paragraph.shrink, paragraph.grow, paragraph.weight
    measure, stop, alone = settings.measure, len(paragraph.text), paragraph.alone
    slack, loosest = _looseness(paragraph, settings)
    of_break = tuple(cost + settings.line_cost for cost in _OF_BREAK)
    inverse = 1.0 / (_UNIT * paragraph.em)
    at, begins, cost, back = [0], [begin[0] - settings.indent], [0.0], [-1]
    front = index = 0
    count = 1
    while at[-1] < stop:
        here = breaks[index]
        before = here - 1
        right, give, room, load = end[before], shrink[before], grow[before], weight[before] + slack
        while front < count and right - begins[front] - measure > give - shrink[at[front]] + TINY:
            front += 1
        flag = flags[here] if here < stop else YES
        if flag == HYPHEN:
            right += hyphen_width(paragraph, here)
        least, chosen = inf, -1
        for node in range(front, count if here == stop or count < front + _CONSIDERED else front + _CONSIDERED):
            start, total = at[node], cost[node]
            rest = measure - right + begins[node]
            if rest < -TINY:
                ratio = -rest / (give - shrink[start] + TINY)
                if ratio > _ROUNDED_ONE:
                    continue
                total += _SHRUNK * ratio * ratio
            elif here == stop:
                total += _LONELY if start > alone else 0.0
            else:
                spaces = room - grow[start]
                if rest > spaces:
                    gap = (rest - spaces) / (load - weight[start])
                    if gap > loosest:
                        break
                    gap *= inverse
                    total += gap * gap + (_SPACED if spaces else 0.0)
                elif spaces:
                    total += _SPACED * rest / spaces
            if total < least:
                least, chosen = total, node
        if chosen < 0 and front == count:
            here = _forced(paragraph, at[-1], begins[-1] + measure, index)
            index -= here < breaks[index]
            least, chosen = cost[-1] + _FORCED, front - 1
        elif flag == HYPHEN and chosen >= 0 and flags[at[chosen]] == HYPHEN:
            least += _HYPHENS
        if chosen >= 0:
            at.append(here)
            begins.append(begin[here])
            cost.append(least + of_break[flag])
            back.append(chosen)
            count += 1
        index += 1
    return _trace(at, back)


_ROUNDED_ONE = 1.001


def _looseness(paragraph: Paragraph, settings: Settings) -> tuple[float, float]:
    """Give what is added to a line's weight, and the growth of a gap in pt beyond which a line is not weighed."""
    if settings.justify:
        return TINY, settings.tolerance * paragraph.em
    return _RAGGED, 0.5 * settings.measure / _RAGGED


def _trace(at: list[int], back: list[int]) -> list[int]:
    ends = []
    node = len(at) - 1
    while node > 0:
        ends.append(at[node])
        node = back[node]
    return ends[::-1]


def _greedy(paragraph: Paragraph, settings: Settings) -> list[int]:
    end, begin, breaks = paragraph.end, paragraph.begin, paragraph.breaks
    stop = breaks[-1]
    ends: list[int] = []
    start, index, left = 0, 0, begin[0] - settings.indent
    while start < stop:
        limit = left + settings.measure
        index = bisect_right(breaks, bisect_right(end, limit + TINY, start), index)
        start = stop if index == len(breaks) else _greedy_end(paragraph, start, limit, index, settings)
        ends.append(start)
        left = begin[start]
    return ends


def _greedy_end(paragraph: Paragraph, start: int, limit: float, index: int, settings: Settings) -> int:
    """End a line at the last break that fits (before `index`), or at the next one if shrinking makes it fit."""
    end, breaks, shrink = paragraph.end, paragraph.breaks, paragraph.shrink
    fits, following = breaks[index - 1] if index else 0, breaks[index]
    if fits > start and limit - end[fits - 1] <= TINY and _fits(paragraph, fits, limit):
        return fits
    over = end[following - 1] - limit
    if settings.justify and over <= shrink[following - 1] - shrink[start] and not _hyphenated(paragraph, following):
        return following
    return _forced(paragraph, start, limit, index)


def _not_alone(paragraph: Paragraph, ends: list[int], measure: float) -> list[int]:
    """Bring characters down to a last line that has too few (孤字)."""
    if len(ends) > 1 and ends[-2] > paragraph.alone:
        earlier = next(reversed(paragraph.breaks[: bisect_right(paragraph.breaks, paragraph.alone)]), 0)
        fits = paragraph.end[-1] - paragraph.begin[earlier] <= measure + TINY
        if fits and earlier > (ends[-3] if len(ends) > 2 else 0) and not _hyphenated(paragraph, earlier):
            ends[-2] = earlier
    return ends


def _forced(paragraph: Paragraph, start: int, limit: float, index: int) -> int:
    """End a line where it fits though it is loose, or inside the stretch that leaves too much open.

    `limit` is the right edge in the places of `paragraph.end`; `breaks[index]` is the first break that does not fit.
    """
    end, breaks = paragraph.end, paragraph.breaks
    reach = bisect_right(end, limit + TINY, start, breaks[index] - 1)
    index = bisect_right(breaks, reach, 0, index) - 1
    while index >= 0 and breaks[index] > start and not _fits(paragraph, breaks[index], limit):
        index -= 1
    loose = max(start, breaks[index]) if index >= 0 else start
    if loose > start and limit - end[loose - 1] < _OPEN * paragraph.em:
        return loose
    inside = _inside(paragraph, loose, reach)
    if inside is None:
        return loose if loose > start else _anywhere(paragraph, start, reach)
    return inside


_OPEN = 12.0
"""em that a line may leave open rather than break a long word."""


def _hyphenated(paragraph: Paragraph, at: int) -> bool:
    return at < len(paragraph.text) and paragraph.flags[at] == HYPHEN


def _fits(paragraph: Paragraph, at: int, limit: float) -> bool:
    return not _hyphenated(paragraph, at) or paragraph.end[at - 1] + hyphen_width(paragraph, at) <= limit + TINY


def _inside(paragraph: Paragraph, start: int, reach: int) -> int | None:
    """Break between `start` and `reach`: a unit off its number, else a word where no mark forbids it."""
    legal = max(paragraph.legal.rfind(flag, start + 1, reach + 1) for flag in (YES, POOR))
    if legal > start:
        return legal
    near = paragraph.classes[start : reach + 1]
    places = (pairs(near, near).translate(table).rfind(1) for table in (NOT_IN_NUMBERS, ANYWHERE))
    return next((start + place + 1 for place in places if place >= 0), None)


def _anywhere(paragraph: Paragraph, start: int, reach: int) -> int:
    """Break after as many characters as fit, one at least, and not before a mark that joins."""
    classes = paragraph.classes
    fits = reach
    while fits > start and fits < len(classes) and classes[fits] == EXTEND:
        fits -= 1
    if fits > start:
        return fits
    return next((at for at in range(start + 1, len(classes)) if classes[at] != EXTEND), len(classes))
