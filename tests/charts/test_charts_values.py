"""What a chart shows, read back from its artists, equals the specification."""

import itertools
import math
import subprocess
import sys

import pytest
from chart_samples import (
    CELLS,
    DIAL,
    GROUPED,
    GROWTH,
    INCOME,
    LINE,
    OPEN_BARS,
    PERCENT,
    POLICIES,
    RINGS,
    SAMPLES,
    STATUS,
    THEME,
    THRESHOLD,
    VILLAGES,
    datum,
    figure,
    marks,
    series,
    shares,
    shown,
    spec,
    style,
    texts,
)

from reportgen.charts.reading import highlighted, keyed

PARTIAL = ("crowded groups in half the width", "waffle", "negative growth", "two lines")


@pytest.mark.parametrize("name", [name for name in SAMPLES if name not in PARTIAL])
def test_every_value_is_printed_verbatim(name: str) -> None:
    sample, width = SAMPLES[name]
    values = shown(figure(sample, width), "value")
    assert values == {key: each.text for key, _, _, each in keyed(sample)}


@pytest.mark.parametrize("name", SAMPLES)
def test_no_number_is_printed_that_the_specification_lacks(name: str) -> None:
    sample, width = SAMPLES[name]
    known = {word for s in sample.series for d in s.data for word in (d.text, d.label, d.unit, d.status)}
    known |= {s.label for s in sample.series}
    drawn = figure(sample, width)
    for part in ("value", "label", "time", "series", "zero"):
        assert set(shown(drawn, part).values()) <= known


def test_labels_name_their_bars() -> None:
    labels = shown(figure(POLICIES, 258), "label")
    assert labels == {d.figure: d.label for d in POLICIES.data}


def test_bars_start_at_zero_and_are_as_long_as_their_values() -> None:
    drawn = figure(POLICIES, 258)
    bars = [marks(drawn, f"bar:{d.figure}")[0] for d in POLICIES.data]
    assert [bar.get_width() for bar in bars] == [d.value for d in POLICIES.data]
    extents = [bar.get_path().get_extents(bar.get_transform()) for bar in bars]
    assert {round(each.x0, 6) for each in extents} == {0}
    lengths = [each.width / d.value for each, d in zip(extents, POLICIES.data, strict=True)]
    assert max(lengths) == pytest.approx(min(lengths))


def test_columns_start_at_the_baseline_and_are_as_high_as_their_values() -> None:
    drawn = figure(INCOME, 157)
    columns = [marks(drawn, f"bar:{d.figure}")[0] for d in INCOME.data]
    assert [column.get_height() for column in columns] == [4.96, 6.22]
    boxes = [each.get_path().get_extents(each.get_transform()) for each in columns]
    baseline = marks(drawn, "baseline")[0].get_path().get_extents(drawn.artists[0].get_transform())
    assert boxes[0].y0 == pytest.approx(boxes[1].y0)
    assert boxes[0].height / 4.96 == pytest.approx(boxes[1].height / 6.22)
    assert baseline is not None


def test_bars_are_ranked_from_the_top() -> None:
    drawn = figure(POLICIES, 258)
    tops = {d.figure: marks(drawn, f"bar:{d.figure}")[0].get_window_extent().y1 for d in POLICIES.data}
    assert sorted(tops, key=lambda figure: -tops[figure]) == ["teachers", "jobs", "hukou", "streets"]


def test_one_bar_takes_the_accent() -> None:
    role, drawn = THEME.role(1), figure(POLICIES, 258)
    colours = {d.figure: marks(drawn, f"bar:{d.figure}")[0].get_facecolor()[:3] for d in POLICIES.data}
    accent = tuple(value / 255 for value in role.accent.srgb)
    assert [key for key, colour in colours.items() if colour == accent] == ["teachers"]
    assert len(set(colours.values())) == 2


def test_the_author_chooses_the_highlight() -> None:
    assert highlighted(POLICIES) == 1
    assert highlighted(spec("bars", *POLICIES.series, highlight=2)) == 2


def test_parts_take_the_themes_ratio_colours_in_reading_order() -> None:
    drawn = figure(shares("stacked"), 367)
    keys = [key for key, *_ in keyed(shares("stacked"))]
    colours = [marks(drawn, f"bar:{key}")[0].get_facecolor()[:3] for key in keys]
    assert colours == [tuple(v / 255 for v in c.srgb) for c in THEME.ratio_colours]


def test_parts_beyond_the_ratio_colours_are_grey() -> None:
    assert [c.token for c in style().parts(5)[3:]] == ["grey-400", "grey-600"]


def test_a_part_of_the_doughnut_takes_its_share_of_the_ring() -> None:
    drawn = figure(shares("doughnut"), 367)
    areas = [abs(_area(artist)) for artist in drawn.artists if (artist.get_gid() or "").startswith("part")]
    shares_drawn = [100 * area / sum(areas) for area in areas]
    assert shares_drawn == pytest.approx([6.1, 10.4, 83.5], abs=0.5)


def _area(artist) -> float:  # type: ignore[no-untyped-def]
    polygon = artist.get_path().to_polygons()[0]
    x, y = polygon[:, 0], polygon[:, 1]
    return 0.5 * float((x[:-1] * y[1:] - x[1:] * y[:-1]).sum())


def test_the_waffle_has_a_thousand_strands_in_the_parts_shares() -> None:
    drawn = figure(shares("waffle"), 292)
    strands = [
        len(a.get_path().vertices) // 2 for a in drawn.artists if (a.get_gid() or "").startswith("part")
    ]
    assert strands == [61, 104, 835]


def test_there_is_a_square_for_every_counted_thing() -> None:
    drawn = figure(VILLAGES, 367)
    assert [len(marks(drawn, f"unit-square:{key}")) for key in ("a", "b")] == [15, 22]


def test_unlike_statuses_are_solid_and_hatched() -> None:
    drawn = figure(STATUS, 367)
    assert {type(a).__name__ for a in marks(drawn, "unit-square:done")} == {"Rectangle"}
    assert {type(a).__name__ for a in marks(drawn, "unit-square:chosen")} == {"PathPatch"}
    assert shown(drawn, "status") == {"done": "圆满交付", "chosen": "顺利选房"}


def test_eight_tenths_and_more_are_eight_cells_one_hatched_one_empty() -> None:
    drawn = figure(CELLS, 157)
    assert len(marks(drawn, "cell:people")) == 8
    assert len(marks(drawn, "open:people")) == 1
    assert len(marks(drawn, "off")) == 2


def test_a_share_between_tenths_fills_a_part_of_its_cell() -> None:
    cells = marks(figure(PERCENT, 258), "cell:cover")
    filled = sum(cell.get_width() for cell in cells) / cells[0].get_width()
    assert filled == pytest.approx(8.36)


def test_rings_fill_the_share_of_the_area() -> None:
    drawn = figure(RINGS, 157)
    filled = marks(drawn, "bar:people")[0].get_path().get_extents()
    largest = max(a.get_path().get_extents().width for a in drawn.artists if hasattr(a, "get_path"))
    assert (filled.width / largest) ** 2 == pytest.approx(0.8, rel=1e-3)
    assert marks(drawn, "open:people")


def test_the_dial_lights_a_tick_a_minute() -> None:
    drawn = figure(DIAL, 157)
    on, off = (marks(drawn, gid)[0].get_path().vertices for gid in ("bar:circle", "off"))
    assert (len(on) // 2, len(off) // 2) == (15, 45)


def test_a_threshold_is_solid_to_the_value_and_open_beyond() -> None:
    drawn = figure(THRESHOLD, 157)
    bar, end = marks(drawn, "bar:output")[0], marks(drawn, "open:output")[0]
    assert bar.get_width() == 300
    tick = marks(drawn, "tick")[0].get_path().get_extents()
    solid = bar.get_path().get_extents(bar.get_transform())
    assert tick.x0 == pytest.approx(solid.x1)
    assert end.get_clip_path() is not None
    assert shown(drawn, "value") == {"output": "300"}


def test_an_open_bar_gets_an_arrow() -> None:
    drawn = figure(OPEN_BARS, 258)
    assert marks(drawn, "open:a")
    assert not marks(drawn, "open:b")
    assert shown(drawn, "qualifier") == {"a": "突破", "b": "约"}


def test_a_line_goes_through_its_values() -> None:
    line = marks(figure(LINE, 258), "line:0")[0]
    assert list(line.get_ydata()) == [d.value for d in LINE.data]
    places = line.get_transform().transform(list(zip(line.get_xdata(), line.get_ydata(), strict=True)))
    rises = [(b[1] - a[1]) for a, b in itertools.pairwise(places)]
    steps = [b.value - a.value for a, b in zip(LINE.data, LINE.data[1:], strict=False)]
    assert [r / s for r, s in zip(rises, steps, strict=True)] == pytest.approx([rises[0] / steps[0]] * 5)


def test_a_line_below_zero_has_its_baseline_at_zero() -> None:
    drawn = figure(GROWTH, 367)
    line = marks(drawn, "line:1")[0]
    zero = line.get_transform().transform((0, 0))[1]
    rule = marks(drawn, "baseline")[0]
    assert rule.get_path().get_extents(rule.get_transform()).y0 == pytest.approx(zero)


def test_series_are_named_at_their_lines_and_in_the_key() -> None:
    assert set(shown(figure(GROWTH, 367), "series")) == {"全省", "规模以上工业增加值增速"}
    assert set(shown(figure(GROUPED, 258), "series")) == {"2023年", "2024年"}


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("on_field", [False, True])
def test_only_colours_of_the_theme_are_used(name: str, on_field: bool) -> None:
    sample, width = SAMPLES[name]
    known = {colour.srgb for colour in THEME.colours.values()}
    for artist in figure(sample, width, on_field=on_field).artists:
        for getter in ("get_facecolor", "get_edgecolor", "get_color"):
            colour = getattr(artist, getter, lambda: None)()
            if colour is not None and len(colour) and (len(colour) < 4 or colour[3] > 0):
                assert tuple(round(v * 255) for v in colour[:3]) in known
                assert len(colour) < 4 or colour[3] in (0, 1)


def test_the_same_specification_draws_the_same_figure() -> None:
    a, b = (figure(GROWTH, 367) for _ in range(2))
    assert [t.get_position() for t in texts(a)] == [t.get_position() for t in texts(b)]


def test_importing_the_package_does_not_load_matplotlib() -> None:
    code = "import reportgen.charts, sys; print('matplotlib' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]


def test_a_nought_is_a_bar_of_no_length() -> None:
    sample = spec("columns", series(datum("甲", 0.0, figure="a"), datum("乙", 5.0, figure="b")))
    assert marks(figure(sample, 157), "bar:a")[0].get_height() == 0
    nothing = spec("columns", series(datum("甲", 0.0), datum("乙", 0.0)))
    assert all(math.isfinite(box) for a in figure(nothing, 157).artists for box in _numbers(a))


def _numbers(artist) -> tuple[float, ...]:  # type: ignore[no-untyped-def]
    if not hasattr(artist, "get_path"):
        return ()
    return tuple(artist.get_path().get_extents(artist.get_transform()).extents)
