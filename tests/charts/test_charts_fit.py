"""Nothing a chart draws leaves its figure or covers something else."""

from itertools import combinations, pairwise

import pytest
from chart_samples import (
    CROWDED,
    GROWTH,
    LETTERS,
    POLICIES,
    SAMPLES,
    datum,
    figure,
    mark_boxes,
    series,
    spec,
    word_boxes,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.charts.fit import fitting_scale, minimum_width, natural_height
from reportgen.errors import ReportgenError
from reportgen.model.chart import ChartSpec

BARS = ("bar", "cell", "unit-square")


def assert_clear(sample: ChartSpec, width: float, height: float | None = None) -> None:
    drawn = figure(sample, width, height)
    size = drawn.bbox.size
    words = list(word_boxes(drawn))
    marks = list(mark_boxes(drawn, *BARS)) if sample.kind not in ("dial", "rings") else []
    for box in (*words, *marks):
        inside = (
            box.left >= -0.6
            and box.bottom >= -0.6
            and box.right <= size[0] + 0.6
            and box.top <= size[1] + 0.6
        )
        assert inside, (box, size)
    for a, b in combinations(words, 2):
        assert not a.overlaps(b), (a, b)
    for word in words:
        for mark in marks:
            assert not word.overlaps(mark), (word, mark)


@pytest.mark.parametrize("name", SAMPLES)
def test_at_its_natural_height_nothing_leaves_or_overlaps(name: str) -> None:
    assert_clear(*SAMPLES[name])


@pytest.mark.parametrize("name", SAMPLES)
def test_at_its_natural_height_type_keeps_about_its_size(name: str) -> None:
    sample, width = SAMPLES[name]
    scale = fitting_scale(sample, (width, natural_height(sample, width, LETTERS)), LETTERS)
    assert 0.9 <= scale <= 1.1


@pytest.mark.parametrize("factor", [0.8, 1.5, 3.0])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_lower_or_higher_place_is_filled_as_cleanly(name: str, factor: float) -> None:
    sample, width = SAMPLES[name]
    assert_clear(sample, width, natural_height(sample, width, LETTERS) * factor)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_chart_can_be_drawn_at_its_minimum_width(name: str) -> None:
    sample, _ = SAMPLES[name]
    width = minimum_width(sample, LETTERS) * 1.03
    assert_clear(sample, width)


def test_labels_without_room_are_an_error_naming_the_chart() -> None:
    with pytest.raises(ReportgenError) as caught:
        figure(POLICIES, 40, 200)
    assert POLICIES.title in caught.value.problems[0].message.zh


def test_crowded_groups_print_the_values_of_the_subject_in_a_row() -> None:
    values = [box for box in word_boxes(figure(CROWDED, 150)) if box.what.startswith("value")]
    assert len(values) == 8
    assert len({round(box.bottom, 1) for box in values}) == 1


def test_a_line_labels_first_and_last_times() -> None:
    times = [box.what for box in word_boxes(figure(GROWTH, 367)) if box.what.startswith("time")]
    assert times[0].endswith("2010年")
    assert times[-1].endswith("2021年")


WORDS = st.text(st.sampled_from("城乡居民收入年均增速高新技术企业“”，1234GDP"), min_size=1, max_size=18)
VALUES = st.one_of(st.floats(0.01, 99999), st.integers(0, 25514).map(float), st.just(0.0))


@settings(max_examples=60, deadline=None)
@given(
    kind=st.sampled_from(["bars", "columns"]),
    rows=st.lists(st.tuples(WORDS, VALUES), min_size=2, max_size=12),
    width=st.floats(150, 500),
)
def test_any_labels_and_values_are_set_clear_of_each_other(
    kind: str, rows: list[tuple[str, float]], width: float
) -> None:
    sample = spec(kind, series(*(datum(label, value) for label, value in rows)))
    assert_clear(sample, max(width, minimum_width(sample, LETTERS) * 1.2))


@settings(max_examples=40, deadline=None)
@given(
    lines=st.lists(st.lists(st.floats(-500, 500), min_size=8, max_size=8), min_size=1, max_size=3),
    width=st.floats(200, 500),
)
def test_lines_of_any_shape_keep_their_words_apart(lines: list[list[float]], width: float) -> None:
    sample = spec(
        "line",
        *(
            series(*(datum(f"{2010 + i}年", round(v, 1)) for i, v in enumerate(values)), label=f"第{s}组")
            for s, values in enumerate(lines)
        ),
    )
    assert_clear(sample, width)


@settings(max_examples=40, deadline=None)
@given(
    cuts=st.lists(st.integers(1, 999), min_size=1, max_size=4, unique=True),
    kind=st.sampled_from(["stacked", "doughnut"]),
)
def test_parts_of_any_size_keep_their_words_apart(cuts: list[int], kind: str) -> None:
    edges = [0, *sorted(cuts), 1000]
    names = ("第一产业", "第二产业", "战略性新兴产业", "其他", "文化旅游")
    parts = [datum(names[i], (b - a) / 10, "%") for i, (a, b) in enumerate(pairwise(edges))]
    sample = spec(kind, series(*parts), unit="%")
    assert_clear(sample, 367)
