"""Ornaments state their figures exactly and stay printable."""

import math
import subprocess
import sys
import time

import pytest

from reportgen.layout.parts.ornaments import plots, rings, terrain, weave, weave100
from reportgen.lengths import Rect, mm
from reportgen.model.sheet import Path, Shape
from reportgen.themes.load import load_theme

THEME = load_theme("danqing")
C = THEME.colour
PAGE = Rect(-mm(3), -mm(3), mm(216), mm(291))
SLIDE = Rect(0, 0, 960, 540)
HALF_SLIDE = Rect(480, 0, 480, 540)
A4 = Rect(0, 0, mm(210), mm(297))
PANELS = (Rect(-mm(3), -mm(3), mm(140), mm(117)), Rect(-mm(3), mm(196), mm(150), mm(92)))
RATIO = ((6.1, C("white")), (10.4, C("a2-500")), (83.5, C("a1-600")))


def plan(rect: Rect, lit: int, **options: object) -> tuple[Shape, ...]:
    colours = {"stroke": C("a2-200"), "lit_fill": C("a1-500"), "ground": C("a2-500")}
    return plots(rect, lit, **(colours | options))  # type: ignore[arg-type]


def named(shapes: tuple[Shape, ...], name: str) -> Shape:
    return next(shape for shape in shapes if shape.name == name)


def outlines(path: Path) -> list[list[tuple[float, float]]]:
    """Points of each subpath, without handles."""
    found: list[list[tuple[float, float]]] = []
    for segment in path:
        if segment[0] == "M":
            found.append([])
        if len(segment) > 1:
            found[-1].append(segment[-2:])  # type: ignore[arg-type]
    return found


def bounds(points: list[tuple[float, float]]) -> Rect:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


def area(points: list[tuple[float, float]]) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


@pytest.mark.parametrize("lit", [10, 53, 120])
@pytest.mark.parametrize("rect", [PAGE, SLIDE, HALF_SLIDE, A4], ids=["page", "slide", "half slide", "A4"])
@pytest.mark.parametrize("seed", [1, 20])
def test_exactly_so_many_plots_are_lit(rect: Rect, lit: int, seed: int) -> None:
    fields = outlines(named(plan(rect, lit, seed=seed), "plots-lit").path)
    assert len(fields) == lit
    assert len({tuple(field) for field in fields}) == lit


@pytest.mark.parametrize("lit", [10, 53, 120])
def test_no_lit_plot_lies_under_text_or_across_the_trim(lit: int) -> None:
    trim = Rect(0, 0, mm(210), mm(285))
    for field in outlines(named(plan(PAGE, lit, avoid=PANELS), "plots-lit").path):
        assert trim.contains(bounds(field))
        assert not any(bounds(field).overlaps(panel) for panel in PANELS)


def test_no_lit_plot_lies_in_the_river() -> None:
    shapes = plan(PAGE, 120)
    river = named(shapes, "plots-river")
    assert river.stroke is not None
    course = outlines(river.path)[0]
    for field in outlines(named(shapes, "plots-lit").path):
        assert min(math.dist(corner, point) for corner in field for point in course) > river.stroke.width / 2


def test_lit_plots_keep_to_their_region() -> None:
    region = Rect(mm(20), mm(20), mm(90), mm(200))
    fields = outlines(named(plan(PAGE, 53, lit_region=region), "plots-lit").path)
    assert all(region.contains(bounds(field)) for field in fields)


def test_lit_plots_do_not_cover_each_other() -> None:
    fields = outlines(named(plan(PAGE, 120), "plots-lit").path)
    turned = [[_turned(point) for point in field] for field in fields]
    boxes = [bounds(field) for field in turned]
    assert not any(a.overlaps(b) for i, a in enumerate(boxes) for b in boxes[:i])


def _turned(point: tuple[float, float], angle: float = math.radians(14)) -> tuple[float, float]:
    x, y = point
    return x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)


@pytest.mark.parametrize("lit", [-1, 1, 9, 121])
def test_counts_the_plan_cannot_state_are_refused(lit: int) -> None:
    with pytest.raises(ValueError, match="lit plots"):
        plan(PAGE, lit)


def test_a_place_too_small_for_the_count_is_refused() -> None:
    with pytest.raises(ValueError, match="no room"):
        plan(Rect(0, 0, 40, 40), 120)


def test_a_plain_plan_has_no_lit_plots_and_no_river() -> None:
    assert {shape.name for shape in plan(Rect(0, 0, mm(216), mm(34)), 0)} == {
        "plots-ground",
        "plots",
        "plots-furrows",
    }


def test_a_swatch_may_show_a_few() -> None:
    swatch = plan(Rect(0, 0, mm(38.9), mm(26)), 7, small=True)
    assert len(outlines(named(swatch, "plots-lit").path)) == 7


def test_the_same_seed_gives_the_same_plan_in_any_process() -> None:
    code = (

        "from reportgen.layout.parts.ornaments import plots\n"
        "from reportgen.model.theme import Colour\n"
        "from reportgen.lengths import Rect\n"
        "c = Colour('x', (0, 0, 0, 0), (0, 0, 0))\n"
        "import hashlib\n"
        "shapes = plots(Rect(0, 0, 600, 800), 53, stroke=c, lit_fill=c, ground=c, seed=3)\n"
        "print(hashlib.sha256(repr(shapes).encode()).hexdigest())\n"
    )  # fmt: skip
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(digests) == 1


def test_a_thousand_strands_share_the_ratio() -> None:
    counts: dict[str, int] = {}
    for shape in weave100(Rect(0, 400, 600, 400), RATIO):
        assert shape.stroke is not None
        token = shape.stroke.colour.token
        counts[token] = counts.get(token, 0) + len(outlines(shape.path))
    assert counts == {"white": 61, "a2-500": 104, "a1-600": 835}


@pytest.mark.parametrize("shares", [(50, 49), (33.33, 66.67), (101,)])
def test_parts_that_strands_cannot_state_are_refused(shares: tuple[float, ...]) -> None:
    with pytest.raises(ValueError, match="sum to 100"):
        weave100(PAGE, [(share, C("white")) for share in shares])


def test_the_weave_fills_its_rectangle_and_shares_its_warp() -> None:
    band = Rect(36, -8, 62, 824)
    shapes = weave(band, ((1, C("a1-600")), (1, C("a2-500"))), weft=C("white"))
    assert {shape.stroke.colour.token for shape in shapes if shape.stroke} == {"a1-600", "a2-500", "white"}
    points = [point for shape in shapes for line in outlines(shape.path) for point in line]
    covered = bounds(points)
    assert band.contains(covered)
    assert covered.height > 0.98 * band.height


def test_rings_have_equal_areas() -> None:
    shapes = rings((0, 0), 200, 8, line=C("brand-200"), ground=C("brand-500"))
    circles = outlines(named(shapes, "rings").path) + outlines(named(shapes, "rings-off").path)
    areas = [area(circle) for circle in circles]
    steps = [b - a for a, b in zip([0, *areas], areas, strict=False)]
    assert len(areas) == 10
    assert steps == pytest.approx([areas[-1] / 10] * 10, rel=1e-6)


def test_filled_rings_cover_their_share() -> None:
    shapes = rings((0, 0), 200, 8, line=C("brand-200"), ground=C("brand-500"), fill=C("brand-700"))
    filled = area(outlines(named(shapes, "rings-filled").path)[0])
    whole = area(outlines(named(shapes, "rings-off").path)[-1])
    assert filled / whole == pytest.approx(0.8, rel=1e-6)


def test_an_open_end_is_dashed_in_the_next_ring() -> None:
    shapes = rings((0, 0), 200, 8, line=C("brand-200"), ground=C("brand-500"), open_end=True)
    dashed = named(shapes, "rings-open")
    assert dashed.stroke is not None
    assert dashed.stroke.dash
    radii = [math.hypot(x, y) for line in outlines(dashed.path) for x, y in line]
    assert 200 * math.sqrt(0.8) * 0.94 < min(radii) < max(radii) < 200 * math.sqrt(0.9) * 1.06


def test_rings_outside_the_page_are_left_out() -> None:
    far = rings((mm(276), mm(206)), mm(250), 10, line=C("brand-400"), ground=C("brand-500"), clip=PAGE)
    near = rings((mm(105), mm(142)), mm(250), 10, line=C("brand-400"), ground=C("brand-500"))
    assert sum(len(s.path) for s in far) < sum(len(s.path) for s in near)


@pytest.mark.parametrize(("on", "of"), [(-1, 10), (11, 10), (0, 0)])
def test_impossible_rings_are_refused(on: int, of: int) -> None:
    with pytest.raises(ValueError, match="rings"):
        rings((0, 0), 10, on, of, line=C("white"), ground=C("white"))


def hills(rect: Rect, level: float = 0.5) -> tuple[Shape, ...]:
    return terrain(
        rect, level, wash=C("brand-100"), line=C("brand-200"), top_line=C("ink-text"), datum=C("brand-500")
    )


def test_the_ground_is_washed_below_the_datum_only() -> None:
    rect = Rect(-8, 62, 612, 204)
    ground = named(hills(rect), "terrain-ground")
    assert ground.clip == Rect(-8, 164, 612, 102)
    datum = outlines(named(hills(rect), "terrain-datum").path)[0]
    assert datum == [(-8, 164), (604, 164)]


def test_the_hills_cross_the_datum_and_stay_in_the_diagram() -> None:
    rect = Rect(0, 0, 612, 204)
    surface = outlines(named(hills(rect), "terrain-surface").path)[0]
    heights = [y for _, y in surface]
    assert min(heights) < 102 < max(heights) <= 204
    assert min(heights) >= 0


def test_a_datum_outside_the_diagram_is_refused() -> None:
    with pytest.raises(ValueError, match="datum"):
        hills(PAGE, 1.5)


def everything() -> tuple[Shape, ...]:
    line, ground = C("brand-400"), C("brand-500")
    return (
        *plan(PAGE, 53, avoid=PANELS),
        *plan(Rect(0, 0, mm(38.9), mm(26)), 7, small=True),
        *weave100(Rect(0, 0, 600, 400), RATIO),
        *weave100(Rect(0, 0, mm(38.9), mm(26)), RATIO, fine=True),
        *weave(Rect(0, 0, 62, 800), ((1, C("a1-600")),), weft=C("a1-600")),
        *rings((180, 580), mm(250), 10, line=line, ground=ground, clip=PAGE),
        *rings((20, 20), 80, 8, line=line, ground=ground, open_end=True, small=True),
        *hills(PAGE),
    )


def test_every_line_is_thick_enough_to_print() -> None:
    widths = [shape.stroke.width for shape in everything() if shape.stroke]
    assert min(widths) >= 0.4


def test_few_shapes_hold_many_lines() -> None:
    assert len(plan(PAGE, 53)) <= 7
    assert len(weave100(Rect(0, 0, 600, 400), RATIO)) <= 30
    assert len(rings((0, 0), 200, 8, line=C("white"), ground=C("brand-500"))) <= 5


def test_numbers_are_finite() -> None:
    values = [v for shape in everything() for segment in shape.path for v in segment[1:]]
    assert len(values) > 1000
    assert all(math.isfinite(v) for v in values)


def test_the_cover_and_three_openers_are_quick() -> None:
    def draw() -> None:
        everything()
        plan(PAGE, 53, avoid=PANELS)
        rings((430, 400), 240, 8, line=C("brand-200"), ground=C("brand-500"), clip=PAGE)

    def measured() -> float:
        start = time.perf_counter()
        draw()
        return time.perf_counter() - start

    assert min(measured() for _ in range(3)) < 0.4  # measured 0.06 s; the machine may be busy
