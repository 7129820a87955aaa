"""Choosing all line ends of a paragraph together (Knuth & Plass 1981)."""

from __future__ import annotations

from collections.abc import Sequence

from reportgen.typeset.candidates import Candidates
from reportgen.typeset.spread import RAGGED_ABOVE, TRACKING_LEAST, shares

TOLERANCE = 0.005  # points a line may exceed the measure by before it counts as too long
STRETCH_LIMIT = 0.10  # em per gap; beyond it hyphens are tried
STRETCH_SCALE = 0.02  # em per gap that costs 1
GAPING_SCALE = 0.01  # em beyond the limit that costs 1 more
TRACKING_SCALE = 0.01  # em per letter that costs 1
RAGGED = 2000.0  # a line that is not made flush, and for each point of white at its end
RAGGED_POINT = 0.2
EARLY_COST = 0.3  # Han–Latin and word spaces at their widest
SHRINK_COST = 2.0  # every mark at half width
TOO_LONG = 1e6  # a line of one cell wider than the measure
ONE_LINE_MORE = 16.0  # what a heading's further line costs; less than a line end inside a word
RAGGED_SCALE = 1.5  # em of white at a ragged line's end that cost 1
NOWHERE = float("inf")


def justified(places: Candidates, measure: float, tail: Sequence[float]) -> list[int]:
    """Line ends (numbers of candidates, the last included) with the least sum of badness.

    ``tail[a]``: price of a last line that begins at candidate a.
    """
    count = len(places.cell)
    cost, back = [NOWHERE] * count, [0] * count
    cost[0] = 0.0
    first = 0
    limit = measure + TOLERANCE
    start, shrink_start = places.start, places.shrink_start
    early_start, weight_start, letters_start = places.early_start, places.weight_start, places.letters_start
    for b in range(1, count):
        end, shrink_end = places.end[b], places.shrink_end[b]
        early_end, weight_end, letters_end = places.early_end[b], places.weight_end[b], places.letters_end[b]
        while first < b - 1 and (end - shrink_end) - (start[first] - shrink_start[first]) > limit:
            first += 1
        best, origin, last = NOWHERE, b - 1, b == count - 1
        for a in range(first, b):
            rest = limit - (end - start[a])
            if rest >= 0.0:
                if last:
                    price = tail[a]
                else:
                    early = early_end - early_start[a]
                    if rest <= early:
                        price = EARLY_COST * (rest / early) ** 2 if early else 0.0
                    else:
                        weight = weight_end - weight_start[a]
                        rest -= early
                        if rest <= STRETCH_LIMIT * weight:
                            price = EARLY_COST + (rest / weight / STRETCH_SCALE) ** 2
                        else:
                            price = _gaping(rest, weight, letters_end - letters_start[a])
                            if price >= best:  # later starts only gape more
                                break
            else:
                shrink = shrink_end - shrink_start[a]
                if -rest > shrink:
                    if a < b - 1:
                        continue
                    price = TOO_LONG
                else:
                    letters = letters_end - letters_start[a]
                    marks = shrink - TRACKING_LEAST * letters
                    if -rest <= marks:
                        price = SHRINK_COST * (rest / marks) ** 2
                    else:
                        price = SHRINK_COST + ((-rest - marks) / letters / TRACKING_SCALE) ** 2
                if last:
                    price += tail[a]
            price += cost[a]
            if price < best:
                best, origin = price, a
        cost[b], back[b] = best + places.penalty[b], origin
    return _trace(back)


def _gaping(rest: float, weight: float, letters: float) -> float:
    """The price of a line whose gaps open by more than ``STRETCH_LIMIT`` or whose letters are tracked."""
    stretch, tracking = shares(rest, weight, letters)
    if stretch > RAGGED_ABOVE or tracking > RAGGED_ABOVE:
        return RAGGED + RAGGED_POINT * rest
    over = max(stretch, tracking) - STRETCH_LIMIT
    price = EARLY_COST + (stretch / STRETCH_SCALE) ** 2 + (tracking / TRACKING_SCALE) ** 2
    return price + (over / GAPING_SCALE) ** 2 if over > 0.0 else price


def ragged(places: Candidates, measure: float, tail: Sequence[float], size: float) -> list[int]:
    """Line ends for natural lines: the least sum of squared white at the ends, the last line free."""
    count = len(places.cell)
    cost, back = [NOWHERE] * count, [0] * count
    cost[0] = 0.0
    first = 0
    scale = RAGGED_SCALE * size
    for b in range(1, count):
        end = places.end[b]
        while first < b - 1 and end - places.start[first] > measure + TOLERANCE:
            first += 1
        best, origin = NOWHERE, b - 1
        for a in range(first, b):
            white = max(0.0, measure - (end - places.start[a]))
            price = tail[a] if b == count - 1 else (white / scale) ** 2
            if cost[a] + price < best:
                best, origin = cost[a] + price, a
            elif price >= best:  # later starts leave still more white
                break
        cost[b], back[b] = best + places.penalty[b], origin
    return _trace(back)


def equal(places: Candidates, measure: float, size: float, phrase: Sequence[float]) -> list[int]:
    """Line ends for as few lines as possible, about equally long, ended where ``phrase`` is cheap.

    ``phrase[b]``: price of ending a line at candidate b. One line more is taken where it saves more than
    ``ONE_LINE_MORE``: where fewer lines would end inside a word.
    """
    fullest = filled(places, measure)
    cost, ends = in_lines(len(fullest), places, measure, size, phrase)
    if cost > ONE_LINE_MORE:
        longer, others = in_lines(len(fullest) + 1, places, measure, size, phrase)
        if longer + ONE_LINE_MORE < cost:
            return others
    return ends or fullest


def in_lines(
    lines: int, places: Candidates, measure: float, size: float, phrase: Sequence[float]
) -> tuple[float, list[int]]:
    """The price of so many lines and where they end; no ends where it cannot be done."""
    count = len(places.cell)
    target = (places.end[-1] - places.start[0]) / lines
    cost = [0.0] + [NOWHERE] * (count - 1)
    backs: list[list[int]] = []
    for _ in range(lines):
        now, back = [NOWHERE] * count, [0] * count
        for b in range(1, count):
            for a in range(b - 1, -1, -1):
                width = places.end[b] - places.start[a]
                if width > measure + TOLERANCE and a < b - 1:
                    break
                price = cost[a] + ((width - target) / size) ** 2
                if price < now[b]:
                    now[b], back[b] = price, a
            now[b] += phrase[b] + places.penalty[b]
        cost = now
        backs.append(back)
    if cost[-1] == NOWHERE:
        return NOWHERE, []
    ends = [count - 1]
    for back in reversed(backs[1:]):
        ends.append(back[ends[-1]])
    return cost[-1], ends[::-1]


def filled(places: Candidates, measure: float) -> list[int]:
    """Every line as full as it goes: the least number of lines."""
    ends: list[int] = []
    a, count = 0, len(places.cell)
    while a < count - 1:
        b = a + 1
        while b + 1 < count and places.end[b + 1] - places.start[a] <= measure + TOLERANCE:
            b += 1
        ends.append(b)
        a = b
    return ends


def _trace(back: list[int]) -> list[int]:
    ends = [len(back) - 1]
    while back[ends[-1]] > 0:
        ends.append(back[ends[-1]])
    return ends[::-1]
