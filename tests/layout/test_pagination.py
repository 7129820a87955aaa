"""Rows onto pages: nothing is lost, nothing overflows, headings stay with their text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from samples import fonts

from reportgen.cache import Cache
from reportgen.layout.brochure.paginate import (
    ROW_SQUEEZE,
    BodyPage,
    ComposedSubsection,
    PagePart,
    flow,
    height_of,
    paginate,
)
from reportgen.layout.parts.frame import Frame
from reportgen.layout.parts.rows import Row, column_row, cut_text, text_row
from reportgen.layout.parts.typesetter import Typesetter
from reportgen.model.sheet import TextBox
from reportgen.themes import load_theme

CAPACITY = 600.0
TEXT = "坚持稳中求进工作总基调，完整准确全面贯彻新发展理念，推动高质量发展。" * 30


def row(height: float, gap: float = 10.0, keep: bool = False) -> Row:
    return Row(Frame(100, height, ()), gap, keep)


def setter() -> Typesetter:
    return Typesetter(load_theme(), fonts(), Cache())


def body() -> Frame:
    ts = setter()
    return ts.text(ts.paragraph(TEXT, "body", align="justify"), 297)


def words(frame: Frame) -> str:
    return "".join(line.text for item in frame.items if isinstance(item, TextBox) for line in item.lines)


def test_a_cut_text_keeps_every_character_and_two_lines_on_either_side() -> None:
    whole = body()
    first, rest = cut_text(whole, 100) or pytest.fail("not cut")
    assert words(first) + words(rest) == words(whole)
    assert first.height <= 100
    assert cut_text(whole, 30) is None
    assert len(rest.items[0].lines) >= 2  # type: ignore[union-attr]


def test_the_last_two_lines_are_never_parted() -> None:
    whole = body()
    pitch = whole.items[0].lines[0].height  # type: ignore[union-attr]
    first, rest = cut_text(whole, whole.height - pitch) or pytest.fail("not cut")
    assert rest.height >= 2 * pitch - 0.01
    assert first.height + rest.height == pytest.approx(whole.height)


def test_two_columns_hold_the_text_in_order_and_are_cut_to_pages() -> None:
    whole = body()
    columns = column_row(whole, 0, 2, 297, 320)
    assert words(columns.frame) == words(whole)
    assert columns.height <= whole.height / 2 + 20
    first, rest = columns.cut(90) or pytest.fail("not cut") if columns.cut else pytest.fail("no cut")
    assert words(first.frame) + words(rest.frame) == words(whole)


def test_a_heading_moves_to_the_next_page_with_its_text() -> None:
    pages = flow((row(500), row(40, keep=True), row(200)), CAPACITY)
    assert [[r.height for r in page] for page in pages] == [[500], [40, 200]]


@pytest.mark.parametrize(("above", "pages"), [(100.0, [2]), (250.0, [2]), (450.0, [1, 1])])
def test_a_picture_shrinks_a_little_to_stay_with_its_text(above: float, pages: list[int]) -> None:
    def shrink(room: float) -> Row | None:
        return row(room) if room >= 260 else None

    flowed = flow([row(above), replace(row(400), shrink=shrink)], CAPACITY)
    assert [len(page) for page in flowed] == pages
    assert all(height_of(page) <= CAPACITY for page in flowed)


def test_a_row_that_lacks_a_little_room_closes_up_the_gaps_of_its_page() -> None:
    rows = (row(200), row(200), row(CAPACITY - 400 - 2 * 10 + ROW_SQUEEZE))
    (page,) = flow(rows, CAPACITY)
    assert BodyPage(0, (PagePart(0, page),)).least <= CAPACITY < height_of(page)
    assert len(flow((*rows[:2], row(rows[2].height + 2 * ROW_SQUEEZE)), CAPACITY)) == 2


def test_a_leading_drawing_stands_alone_where_what_it_leads_has_no_room_beside_it() -> None:
    lead, heading, text = replace(row(300, keep=True), lead=True), row(40, keep=True), row(400)
    assert flow((lead, heading, text), CAPACITY) == ((lead,), (heading, text))


def test_little_left_for_the_last_page_is_joined_by_the_row_before_it() -> None:
    text, honours, plates = text_row(body(), 10), row(60), row(50)
    room = text.height + 10 + 60
    assert [len(page) for page in flow((text, honours, plates), room)] == [1, 2]
    assert [len(page) for page in flow((text, honours, row(200)), room)] == [2, 1]
    assert [len(page) for page in flow((honours, row(room - 80), plates), room)] == [2, 1], "no text stays"


def test_long_text_runs_on_over_pages() -> None:
    text = text_row(body(), 10)
    pages = flow((row(40, keep=True), text, row(50)), 300)
    printed = "".join(words(r.frame) for page in pages for r in page)
    assert printed == words(body())
    assert all(height_of(page) <= 300 for page in pages)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.lists(st.floats(20, 560), min_size=1, max_size=5), min_size=1, max_size=12))
def test_every_row_is_placed_once_in_order_and_no_page_is_overfull(heights: list[list[float]]) -> None:
    composed = [
        ComposedSubsection(tuple(row(h) for h in part), tuple(row(h) for h in part)) for part in heights
    ]
    pages = paginate(0, composed, CAPACITY)
    placed = [r.height for page in pages for part in page.parts for r in part.rows]
    assert placed == [h for part in heights for h in part]
    assert all(page.least <= CAPACITY + 0.01 for page in pages)


def test_lean_rows_let_two_subsections_share_a_page_and_full_ones_return_where_there_is_room() -> None:
    wide = ComposedSubsection((row(300), row(250)), (row(300),))
    small = ComposedSubsection((row(200),), (row(200),))
    (page,) = paginate(0, [wide, small], CAPACITY)
    assert [len(part.rows) for part in page.parts] == [1, 1]
    (alone,) = paginate(0, [wide], CAPACITY)
    assert len(alone.parts[0].rows) == 2
