"""Pages for another trim size and bleed."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from samples import brochure_of

from reportgen.errors import ReportgenError
from reportgen.layout.brochure.grid import TRIM
from reportgen.layout.brochure.trim import trimmed
from reportgen.lengths import Edges, Rect, mm
from reportgen.model.sheet import Document, Shape, Sheet, TextBox

A4 = (mm(210), mm(297))
THREE, FIVE = Edges.all(mm(3)), Edges.all(mm(5))


def bounds(shape: Shape) -> Rect:
    """What the shape can paint: its points, cut at its clip."""
    xs = [x for segment in shape.path for x in segment[1::2]]
    ys = [y for segment in shape.path for y in segment[2::2]]
    left, top, right, bottom = min(xs), min(ys), max(xs), max(ys)
    if shape.clip is not None:
        left, top = max(left, shape.clip.x), max(top, shape.clip.y)
        right, bottom = min(right, shape.clip.right), min(bottom, shape.clip.bottom)
    return Rect(left, top, right - left, bottom - top)


def edges_short_of_bleed(sheet: Sheet) -> list[str]:
    """Filled shapes that touch or pass the trim and stop before the bleed."""
    width, height = sheet.size
    short = []
    for item in sheet.items:
        if not isinstance(item, Shape) or item.fill is None:
            continue
        box, bleed = bounds(item), sheet.bleed
        for name, past, room in (
            ("left", -box.x, bleed.left),
            ("top", -box.y, bleed.top),
            ("right", box.right - width, bleed.right),
            ("bottom", box.bottom - height, bleed.bottom),
        ):
            if -0.5 < past < room - 0.01:
                short.append(f"{sheet.name} {item.name} {name}")
    return short


def test_the_plans_own_size_changes_nothing() -> None:
    document = brochure_of("yuci")
    assert trimmed(document, None, THREE) == document
    assert trimmed(document, TRIM, THREE) == document


@pytest.mark.parametrize("bleed", [THREE, FIVE, Edges(mm(5), mm(3), mm(4), mm(8))])
@pytest.mark.parametrize("trim", [TRIM, A4, (mm(285), mm(420))])
def test_what_touches_the_trim_is_painted_to_the_bleed(
    content: str, trim: tuple[float, float], bleed: Edges
) -> None:
    for sheet in trimmed(brochure_of(content), trim, bleed).sheets:
        assert [side * sheet.scale for side in sheet.size] == pytest.approx(trim)
        assert sheet.bleed.scaled(sheet.scale).left == pytest.approx(bleed.left)
        assert edges_short_of_bleed(sheet) == []


def test_the_plan_itself_is_painted_to_its_bleed(content: str) -> None:
    filled = 0
    for sheet in brochure_of(content).sheets:
        assert edges_short_of_bleed(sheet) == []
        filled += any(isinstance(item, Shape) and item.fill for item in sheet.items)
    assert filled > 0


def test_the_live_area_is_centred_as_a_whole() -> None:
    before, after = brochure_of("yuci"), trimmed(brochure_of("yuci"), A4, FIVE)
    moved = 0
    for old, new in zip(before.sheets, after.sheets, strict=True):
        assert new.scale == 1
        for first, second in zip(old.items, new.items, strict=True):
            if isinstance(first, TextBox):
                assert isinstance(second, TextBox)
                assert (second.rect.x, second.rect.y) == pytest.approx((first.rect.x, first.rect.y + mm(6)))
                assert second.lines == first.lines
                moved += 1
    assert moved > 100


def bends(shape: Shape, sheet: Sheet) -> list[float]:
    """Degrees by which the outline turns at each joint of two curves on the page."""
    found = []
    for before, after in pairwise(shape.path):
        if len(before) == len(after) == 7:
            _, _, _, x2, y2, x, y = before
            arriving, leaving = math.atan2(y - y2, x - x2), math.atan2(after[2] - y, after[1] - x)
            if 0 < x < sheet.size[0] and 0 < y < sheet.size[1]:
                found.append(abs(math.degrees(math.remainder(leaving - arriving, 2 * math.pi))))
    return found


@pytest.mark.parametrize("bleed", [THREE, FIVE])
def test_curves_have_no_corner_where_they_are_stretched(content: str, bleed: Edges) -> None:
    joints = 0
    for sheet in trimmed(brochure_of(content), A4, bleed).sheets:
        for item in sheet.items:
            if isinstance(item, Shape) and item.name.startswith("rings"):
                turned = bends(item, sheet)
                joints += len(turned)
                assert max(turned, default=0.0) < 1
    assert joints > 100


def test_art_is_only_moved_where_text_stands_in_it() -> None:
    pairs = zip(brochure_of("yuci").sheets, trimmed(brochure_of("yuci"), A4, FIVE).sheets, strict=True)
    old, new = next((o, n) for o, n in pairs if o.name == "opener-3")
    paths = [next(i for i in s.items if isinstance(i, Shape) and i.name == "rings").path for s in (old, new)]
    live = Rect(mm(40), mm(40), TRIM[0] - mm(80), TRIM[1] - mm(80))
    before, after = ([(s[-2], s[-1]) for s in path if len(s) == 7] for path in paths)
    kept = [(x, y) for x, y in before if live.contains(Rect(x, y, 0, 0))]
    moved = {(round(x, 2), round(y, 2)) for x, y in after}
    assert len(kept) > 50
    assert {(round(x, 2), round(y + mm(6), 2)) for x, y in kept} <= moved


def test_lit_plots_stay_as_many_and_clear_of_the_panels() -> None:
    sheet = next(s for s in trimmed(brochure_of("yuci"), A4, FIVE).sheets if s.name == "opener-2")
    lit = next(item for item in sheet.items if isinstance(item, Shape) and item.name == "plots-lit")
    assert sum(segment[0] == "M" for segment in lit.path) == 53
    panels = [
        bounds(item)
        for item in sheet.items
        if isinstance(item, Shape) and item.fill and not item.name and bounds(item).x < 0
    ]
    assert len(panels) == 2
    corners = [segment[1:] for segment in lit.path if len(segment) == 3]
    assert not any(panel.contains(Rect(*corner, 0, 0), -0.01) for panel in panels for corner in corners)


@pytest.mark.parametrize(
    ("trim", "said"),
    [
        ((mm(148), mm(210)), "too small"),
        ((mm(185), mm(260)), "too small"),
        ((mm(420), mm(297)), "too far from the proportions"),
    ],
)
def test_a_size_that_cannot_be_read_or_filled_is_refused(trim: tuple[float, float], said: str) -> None:
    with pytest.raises(ReportgenError, match=said):
        trimmed(brochure_of("yuci"), trim, THREE)


def test_sheets_without_bleed_take_one() -> None:
    sheet = Sheet("one", (100, 200), ())
    done = trimmed(Document("t", (sheet,)), None, FIVE).sheets[0]
    assert done.bleed == FIVE
