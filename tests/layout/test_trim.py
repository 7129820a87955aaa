"""Pages for another trim size and bleed."""

from __future__ import annotations

import pytest
from samples import brochure_of

from reportgen.errors import ReportgenError
from reportgen.layout.grid import TRIM
from reportgen.layout.trim import trimmed
from reportgen.model.sheet import Document, Shape, Sheet, TextBox
from reportgen.units import Edges, Rect, mm

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
