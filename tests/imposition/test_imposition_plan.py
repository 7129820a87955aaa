"""Plans of sheets: which page stands where, before anything is written."""

from __future__ import annotations

import pytest

from reportgen.errors import Place, ReportgenError
from reportgen.imposition import A3, A4, PressSetup, booklet_sides, press_sides, single_sides, spread_sides
from reportgen.imposition.creep import creep, creep_per_leaf
from reportgen.imposition.folded_sections import padded_pages, section_sizes, sections
from reportgen.imposition.folding import Forme, unfolded
from reportgen.imposition.sides import Side
from reportgen.imposition.stitching import stitching_findings
from reportgen.lengths import mm

PAGE = (mm(210), mm(285))
SETUP = PressSetup(PAGE)


def numbers(forme: Forme) -> list[list[int]]:
    return [[cell.page for cell in row] for row in forme]


def test_unfolding_gives_the_printer_s_layouts() -> None:
    sixteen, eight, four = unfolded(16), unfolded(8), unfolded(4)
    assert numbers(sixteen.front) == [[5, 12, 9, 8], [4, 13, 16, 1]]
    assert numbers(sixteen.back) == [[7, 10, 11, 6], [2, 15, 14, 3]]
    assert numbers(eight.front) == [[5, 4], [8, 1]]
    assert numbers(eight.back) == [[3, 6], [2, 7]]
    assert (numbers(four.front), numbers(four.back)) == ([[4, 1]], [[2, 3]])
    assert sixteen.column_folds == ("spine", "fore-edge", "spine")


@pytest.mark.parametrize("size", [8, 16])
def test_heads_meet_in_the_middle(size: int) -> None:
    for forme in (unfolded(size).front, unfolded(size).back):
        assert [[cell.turned for cell in row] for row in forme] == [
            [True] * len(forme[0]),
            [False] * len(forme[0]),
        ]


@pytest.mark.parametrize(
    ("count", "pages"),
    [
        (1, (0, None, None, None)),
        (2, (0, None, None, 1)),
        (3, (0, 1, None, 2)),
        (4, (0, 1, 2, 3)),
        (5, (0, 1, 2, 3, None, None, None, 4)),
        (7, (0, 1, 2, 3, 4, 5, None, 6)),
    ],
)
def test_blank_pages_come_before_the_back_cover(count: int, pages: tuple[int | None, ...]) -> None:
    assert padded_pages(count) == pages


def test_a_book_without_pages_is_refused() -> None:
    with pytest.raises(ValueError, match="page"):
        padded_pages(0)


@pytest.mark.parametrize(
    ("pages", "sizes"),
    [
        (4, (4,)),
        (8, (8,)),
        (12, (4, 8)),
        (16, (16,)),
        (20, (4, 16)),
        (24, (8, 16)),
        (28, (4, 8, 16)),
        (32, (16, 16)),
        (40, (8, 16, 16)),
    ],
)
def test_the_rest_lies_around_the_sixteens(pages: int, sizes: tuple[int, ...]) -> None:
    assert section_sizes(pages) == sizes
    assert sections(pages)[0].pages[0] == 1
    assert sections(pages)[0].pages[-1] == pages
    assert sorted(page for section in sections(pages) for page in section.pages) == list(range(1, pages + 1))


@pytest.mark.parametrize(
    ("gsm", "page", "pages", "shift"),
    [
        (157, 1, 16, 0.0),
        (157, 2, 16, 0.0),
        (157, 3, 16, 0.044),
        (157, 8, 16, 0.132),
        (157, 9, 16, 0.132),
        (157, 16, 16, 0.0),
        (128, 7, 16, 0.108),
        (128, 20, 40, 0.323),
        (250, 2, 4, 0.0),
    ],
)
def test_creep_grows_inwards_with_the_weight_of_the_paper(
    gsm: float, page: int, pages: int, shift: float
) -> None:
    assert creep(page, pages, gsm) == pytest.approx(shift, abs=0.0006)


def test_creep_per_leaf_keeps_to_the_trade_s_values() -> None:
    assert 0.03 <= creep_per_leaf(128) < creep_per_leaf(157) <= 0.05


@pytest.mark.parametrize("count", [4, 8, 12, 16, 20, 24, 32, 40])
@pytest.mark.parametrize("plan", [press_sides, spread_sides])
def test_windows_end_at_the_spine_and_never_overlap(count: int, plan: object) -> None:
    assert callable(plan)
    sides: tuple[Side, ...] = plan(count, SETUP)
    for side in sides:
        for i, placed in enumerate(side.pages):
            assert placed.window.width == pytest.approx(
                mm(213) - mm(creep(placed.number, count, SETUP.paper_gsm)), abs=0.001
            )
            assert placed.window.height == pytest.approx(mm(291))
            assert not any(placed.window.overlaps(other.window) for other in side.pages[i + 1 :])
            assert placed.window.x >= 0
            assert placed.window.right <= side.size[0]


def test_sheets_are_the_smallest_that_hold_the_largest_section() -> None:
    assert {side.stock for side in press_sides(8, SETUP)} == {"大度四开 444×597"}
    assert {side.stock for side in spread_sides(28, SETUP)} == {"SRA3 450×320"}
    larger = press_sides(16, PressSetup((mm(210), mm(297))))
    assert {side.stock for side in larger} == {"SRA1 900×640"}


@pytest.mark.parametrize("page", [PAGE, (mm(185), mm(260)), (mm(148), mm(210))])
def test_smaller_sections_fill_a_sheet_of_the_same_size(page: tuple[float, float]) -> None:
    setup = PressSetup(page, mm(5))
    for count, copies in ((28, [4, 4, 2, 2, 1, 1]), (12, [2, 2, 1, 1]), (20, [4, 4, 1, 1]), (4, [1, 1])):
        sides = press_sides(count, setup)
        assert [side.copies for side in sides] == copies
        assert len({(side.size, side.stock, side.art, side.columns, side.cuts) for side in sides}) == 1
        for side in sides:
            times = [placed.number for placed in side.pages]
            assert {times.count(number) for number in times} == {side.copies}
            upright = [fold.kind for fold in side.folds if fold.vertical]
            whole = len(side.columns) == 4 and side.copies == 1
            spines = ["spine"] * (len(side.columns) // 2)  # copies are cut apart, not folded
            assert upright == (["spine", "fore-edge", "spine"] if whole else spines)


def test_a_page_too_large_for_every_sheet_is_told() -> None:
    with pytest.raises(ReportgenError) as caught:
        press_sides(16, PressSetup((mm(297), mm(420))))
    assert "1214 × 866 mm" in str(caught.value)
    assert "900 × 640 mm" in str(caught.value)


@pytest.mark.parametrize(
    ("pages", "gsm", "most"),
    [
        (64, 157, None),
        (68, 157, 64),
        (68, 60, 64),
        (44, 200, None),
        (52, 200, 48),
        (64, 128, None),
        (24, 500, 20),
    ],
)
def test_a_book_too_thick_for_its_staples_is_told(pages: int, gsm: float, most: int | None) -> None:
    found = stitching_findings(pages, gsm, Place("report.md"))
    assert [problem.severity for problem in found] == (["warning"] if most else [])
    for problem in found:
        assert f"takes {most}:" in problem.message.en
        assert problem.hint is not None


def test_a3_keeps_the_size_and_a4_scales_into_the_printable_area() -> None:
    large, small = booklet_sides(16, PAGE, A3)[0], booklet_sides(16, PAGE, A4)[0]
    assert [page.trim.width for page in large.pages] == pytest.approx([mm(210)] * 2)
    assert large.art.y == pytest.approx(mm(6))
    assert small.size == (A4.height, A4.width)
    assert small.art.x == pytest.approx(mm(5))
    assert small.art.y >= mm(5)
    assert small.pages[0].trim.right == pytest.approx(small.size[0] / 2)


def test_single_pages_stand_at_full_size_in_the_middle_of_a4() -> None:
    sides = single_sides(5, PAGE)
    assert [side.pages[0].page for side in sides] == [0, 1, 2, 3, 4]
    assert {side.art for side in sides} == {sides[0].art}
    assert (sides[0].art.x, sides[0].art.y) == pytest.approx((0, mm(6)), abs=0.001)
    assert sides[0].art.height == pytest.approx(mm(285))
