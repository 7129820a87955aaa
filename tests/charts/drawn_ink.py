"""What is drawn, read back from any output as marks, and the value each kind's marks show.

Nothing here knows how charts are drawn in the program: outputs give paths with their fill and stroke, and a
value is what a reader with a ruler finds in them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import pikepdf
from lxml import etree

Point = tuple[float, float]
STEPS = 16  # of a curve
TOUCHES = 0.05  # points, between a bar's end and zero
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
EMU = 12700.0


class Ink(NamedTuple):
    """One painted path; ``fill`` and ``stroke`` are colours in the output's own words, empty for none."""

    fill: str
    stroke: str
    width: float
    parts: tuple[tuple[Point, ...], ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        xs = [x for part in self.parts for x, _ in part]
        ys = [y for part in self.parts for _, y in part]
        return min(xs), min(ys), max(xs), max(ys)

    @property
    def size(self) -> Point:
        left, low, right, high = self.box
        return right - left, high - low

    @property
    def area(self) -> float:
        return sum(abs(_area(part)) for part in self.parts)


def _blocks(ink: Iterable[Ink]) -> list[Ink]:
    """The filled rectangles; words of a picture are outlines too."""
    return [each for each in ink if each.fill and len(each.parts) == 1 and len(set(each.parts[0])) == 4]


def _area(points: Sequence[Point]) -> float:
    pairs = zip(points, (*points[1:], points[0]), strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs) / 2


class _Path:
    """Collects the parts of a path, curves as short straight lines."""

    def __init__(self) -> None:
        self.parts: list[list[Point]] = []

    def add(self, letter: str, points: Sequence[Point]) -> None:
        if letter == "M":
            self.parts.append([points[0]])
        elif letter == "L":
            self.parts[-1].append(points[0])
        elif letter == "C":
            a, (b, c, d) = self.parts[-1][-1], points
            for i in range(1, STEPS + 1):
                t, s = i / STEPS, 1 - i / STEPS
                weights = (s**3, 3 * s * s * t, 3 * s * t * t, t**3)
                both = [
                    sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1)
                ]
                self.parts[-1].append((both[0], both[1]))

    def frozen(self) -> tuple[tuple[Point, ...], ...]:
        return tuple(tuple(part) for part in self.parts if len(part) > 1)


def of_figure(figure: Any) -> Iterator[Ink]:
    """From the artists of a matplotlib figure."""
    for artist in figure.artists:
        if not hasattr(artist, "get_path"):
            continue
        path = _Path()
        place = artist.get_transform()
        for points, code in artist.get_path().iter_segments(simplify=False, curves=True):
            pairs = list(zip(points[::2], points[1::2], strict=True))
            placed = [tuple(float(v) for v in place.transform(pair)) for pair in pairs]
            path.add({1: "M", 2: "L", 4: "C"}.get(int(code), ""), placed)  # type: ignore[arg-type]
        line = hasattr(artist, "get_color")
        filled = not line and artist.get_fill() and artist.get_facecolor()[3] > 0
        stroke = artist.get_color() if line else artist.get_edgecolor()
        wide = float(artist.get_linewidth())
        parts = path.frozen()
        if parts:
            yield Ink(str(artist.get_facecolor()) if filled else "", str(stroke) if wide else "", wide, parts)


def of_page(page: pikepdf.Page, box: tuple[float, float, float, float]) -> list[Ink]:
    """From the paths a PDF page paints inside a box (left, bottom, right, top)."""
    left, low, right, high = box
    found = []
    for ink in _painted(page):
        x0, y0, x1, y1 = ink.box
        if x0 >= left - 1 and y0 >= low - 1 and x1 <= right + 1 and y1 <= high + 1:
            found.append(ink)
    return found


def _painted(page: pikepdf.Page) -> Iterator[Ink]:
    state: dict[str, Any] = {"m": (1.0, 0.0, 0.0, 1.0, 0.0, 0.0), "f": "", "s": "", "w": 1.0}
    saved: list[dict[str, Any]] = []
    path = _Path()
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        numbers = [
            float(each)
            for each in operands
            if not isinstance(each, pikepdf.Array | pikepdf.Name | pikepdf.String | pikepdf.Dictionary)
        ]
        if name == "q":
            saved.append(dict(state))
        elif name == "Q":
            state = saved.pop()
        elif name == "cm":
            state["m"] = _product(numbers, state["m"])
        elif name in ("rg", "RG"):
            state["f" if name == "rg" else "s"] = str(numbers)
        elif name == "w":
            state["w"] = numbers[0] * math.hypot(state["m"][0], state["m"][1])
        elif name in ("m", "l", "c"):
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            path.add({"m": "M", "l": "L", "c": "C"}[name], [_at(state["m"], point) for point in points])
        elif name == "re":
            x, y, w, h = numbers
            for letter, corner in zip("MLLL", ((x, y), (x + w, y), (x + w, y + h), (x, y + h)), strict=True):
                path.add(letter, [_at(state["m"], corner)])
        elif name in ("f", "S", "B", "n"):
            parts = path.frozen()
            if parts and name != "n":
                fill, stroke = name in "fB", name in "SB"
                yield Ink(
                    state["f"] if fill else "",
                    state["s"] if stroke else "",
                    state["w"] if stroke else 0.0,
                    parts,
                )
            path = _Path()


def _product(a: Sequence[float], b: Sequence[float]) -> tuple[float, ...]:
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3], a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )  # fmt: skip


def _at(m: Sequence[float], point: Point) -> Point:
    x, y = point
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def of_svg(svg: bytes) -> Iterator[Ink]:
    """From a picture's paths; y runs up, as on a page."""
    for node in etree.fromstring(svg):
        if not node.tag.endswith("}path"):
            continue
        path = _Path()
        for letter, words in re.findall(r"([MLCZ])([^MLCZ]*)", node.get("d")):
            numbers = [float(word) for word in words.split()]
            path.add(letter, [(x, -y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)])
        fill, stroke = node.get("fill", "none"), node.get("stroke", "")
        parts = path.frozen()
        if parts and not node.get("clip-path"):
            yield Ink(fill.replace("none", ""), stroke, float(node.get("stroke-width", 0)), parts)
        elif parts and fill != "none":
            yield Ink(fill, "", 0.0, parts)


def of_group(group: Any) -> Iterator[Ink]:
    """From the shapes of a drawing on a slide; y runs up. A pattern is no fill."""
    for shape in (node for node in group if node.tag in (f"{P}sp", f"{P}cxnSp")):
        look = shape.find(f"{P}spPr")
        if shape.find(f"{P}txBody") is not None:
            continue
        frame = look.find(f"{A}xfrm")
        off, ext = frame.find(f"{A}off"), frame.find(f"{A}ext")
        x, y = int(off.get("x")) / EMU, -int(off.get("y")) / EMU
        w, h = int(ext.get("cx")) / EMU, int(ext.get("cy")) / EMU
        path = _Path()
        drawn = look.find(f".//{A}path")
        if drawn is None:
            for letter, corner in zip("MLLL", ((x, y), (x + w, y), (x + w, y - h), (x, y - h)), strict=True):
                path.add(letter, [corner])
        else:
            wide, tall = (int(drawn.get(key)) or 1 for key in ("w", "h"))
            for step in drawn:
                points = [
                    (x + int(p.get("x")) * w / wide, y - int(p.get("y")) * h / tall)
                    for p in step.iter(f"{A}pt")
                ]
                path.add(
                    {"moveTo": "M", "lnTo": "L", "cubicBezTo": "C"}.get(etree.QName(step).localname, ""),
                    points,
                )
        line = look.find(f"{A}ln")
        stroke = line.find(f"{A}solidFill")
        yield Ink(
            _colour(look.find(f"{A}solidFill")), _colour(stroke), int(line.get("w", 0)) / EMU, path.frozen()
        )


def _colour(fill: Any) -> str:
    return "" if fill is None else etree.tostring(fill[0]).decode()


# What the marks of each kind show.


def bars(ink: Iterable[Ink]) -> list[float]:
    """Lengths of the bars that begin at zero, the longest 1."""
    filled = _blocks(ink)
    zero = min(each.box[0] for each in filled)
    return _shares_of_largest(each.size[0] for each in filled if abs(each.box[0] - zero) < 0.05)


def columns(ink: Iterable[Ink]) -> list[float]:
    """Heights of the columns that stand on the base, the highest 1."""
    filled = _blocks(ink)
    base = min(each.box[1] for each in filled)
    return _shares_of_largest(each.size[1] for each in filled if abs(each.box[1] - base) < 0.05)


def signed_bars(ink: Iterable[Ink]) -> list[float]:
    """Lengths of the bars to either side of zero, to its left negative; the longest 1 or −1."""
    return _from_zero([(each.box[0], each.box[2]) for each in _blocks(ink)])


def signed_columns(ink: Iterable[Ink]) -> list[float]:
    """Heights of the columns over and under zero; the highest 1 or −1."""
    return _from_zero([(each.box[1], each.box[3]) for each in _blocks(ink)])


def _from_zero(spans: list[tuple[float, float]]) -> list[float]:
    """Signed lengths of spans from the one place at which all of them end; spans that do not are no bars."""
    edges = [edge for span in spans for edge in span]
    zero = max(edges, key=lambda edge: sum(abs(edge - other) < TOUCHES for other in edges))
    found = [low + high - 2 * zero for low, high in spans if min(abs(low - zero), abs(high - zero)) < TOUCHES]
    largest = max(map(abs, found))
    return sorted(length / largest for length in found)


def _shares_of_largest(lengths: Iterable[float]) -> list[float]:
    found = sorted(lengths)
    return [each / found[-1] for each in found]


def whole_bar(ink: Iterable[Ink]) -> list[float]:
    """Shares of the bar's parts."""
    filled = _blocks(ink)
    return sorted(each.size[0] / sum(other.size[0] for other in filled) for each in filled)


def ring(ink: Iterable[Ink]) -> list[float]:
    """Shares of the ring's parts, what the gaps take given back in equal amounts."""
    filled = [each for each in ink if each.fill and len(each.parts[0]) > 2 * STEPS]
    radius = max(max(each.box[2] for each in filled) - min(each.box[0] for each in filled), 0.0) / 2
    whole = math.pi * radius**2 * (1 - 0.59**2)
    gap = (whole - sum(each.area for each in filled)) / len(filled)
    return sorted((each.area + gap) / whole for each in filled)


def strands(ink: Iterable[Ink]) -> list[float]:
    """Shares of a thousand strands by colour; hairlines of a list beside the field are longer."""
    counts: Counter[str] = Counter()
    for each in ink:
        if each.stroke and not each.fill and len(each.parts) > 1:
            counts[each.stroke] += len(each.parts)
    assert sum(counts.values()) == 1000
    return sorted(count / 1000 for count in counts.values())


def cells(ink: Iterable[Ink]) -> list[float]:
    """Cells filled, of ten."""
    filled = _blocks(ink)
    return [sum(each.size[0] / each.size[1] for each in filled) / 10]


def rings(ink: Iterable[Ink]) -> list[float]:
    """The filled disc's share of the largest ring's area."""
    marks = list(ink)
    (disc,) = [each for each in marks if each.fill]
    largest = max(each.size[0] for each in marks if each.stroke and len(each.parts[0]) > 2 * STEPS)
    return [(disc.size[0] / largest) ** 2]


def dial(ink: Iterable[Ink]) -> list[float]:
    """Heavy ticks, of all."""
    ticks: Counter[float] = Counter()
    for each in ink:
        if each.stroke:
            ticks[round(each.width, 2)] += len(each.parts)
    assert sum(ticks.values()) == 60
    return [ticks[max(ticks)] / 60]


def squares(ink: Iterable[Ink]) -> list[float]:
    """Squares in each group: neighbours stand closer than a third of a square."""
    boxes = [each.box for each in _blocks(ink) if abs(each.size[0] - each.size[1]) < 0.1]
    near = 0.33 * (boxes[0][2] - boxes[0][0])
    assert near > 1.0, "squares too small to be counted"
    groups: list[list[tuple[float, float, float, float]]] = []
    for box in boxes:
        touching = [group for group in groups if any(_near(box, other, near) for other in group)]
        groups = [group for group in groups if group not in touching]
        groups.append([box, *(each for group in touching for each in group)])
    return sorted(float(len(group)) for group in groups)


def _near(a: tuple[float, float, float, float], b: tuple[float, float, float, float], gap: float) -> bool:
    across = max(a[0], b[0]) - min(a[2], b[2])
    along = max(a[1], b[1]) - min(a[3], b[3])
    assert across > -0.1 or along > -0.1, "squares over each other"
    return across <= gap and along <= gap


def line(ink: Iterable[Ink]) -> list[float]:
    """Heights of the points of the heaviest line above its lowest, the highest 1."""
    lines = [each for each in ink if each.stroke and not each.fill and len(each.parts[0]) > 2]
    (points,) = max(lines, key=lambda each: each.width).parts
    low, high = min(y for _, y in points), max(y for _, y in points)
    return [(y - low) / (high - low) for _, y in points]


def line_in_order_of_height(ink: Iterable[Ink]) -> list[float]:
    """The heights of :func:`line`, the lowest first."""
    return sorted(line(ink))


def threshold(ink: Iterable[Ink]) -> list[float]:
    """Where the solid bar ends, of where the tick stands."""
    marks = list(ink)
    bar = next(each for each in marks if each.fill)
    tick = max((each for each in marks if each.stroke and each.size[0] < 0.1), key=lambda each: each.size[1])
    return [bar.size[0] / (tick.box[0] - bar.box[0])]
