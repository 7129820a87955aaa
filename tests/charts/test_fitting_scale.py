"""The scale a chart is drawn at is the largest at which it stands in its room."""

import pytest
from chart_samples import DIAL, LETTERS, SAMPLES
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.charts.fit import fitting_scale, natural_height
from reportgen.errors import ReportgenError
from reportgen.model.chart import ChartSpec

LARGEST, SMALLEST, STEP, ROOMY = 2.4, 0.72, 0.97, 1.12
ABOVE = tuple(LARGEST * STEP**i for i in range(29))  # down to just above the natural size
BELOW = tuple(STEP**i for i in range(1, 11))  # down to just above the smallest
SCALES = (*ABOVE, 1.0, *BELOW)
SET_BY_TYPE = [name for name, (sample, _) in SAMPLES.items() if sample.kind not in ("waffle", "cells")]
WIDE = 400.0  # pt: the dial's label takes one line at any scale


def scale_in(sample: ChartSpec, width: float, height: float) -> float:
    return fitting_scale(sample, (width, height), LETTERS)


def least_height(sample: ChartSpec, width: float) -> float:
    """The least height, to a hundredth of a point, at which the chart has its natural size."""
    low, high = 0.0, 8 * natural_height(sample, width, LETTERS)
    while high - low > 0.01:
        middle = (low + high) / 2
        low, high = (low, middle) if has_natural_size(sample, width, middle) else (middle, high)
    return high


def has_natural_size(sample: ChartSpec, width: float, height: float) -> bool:
    try:
        return scale_in(sample, width, height) >= 1
    except ReportgenError:
        return False


def test_the_steps_of_scale_reach_from_the_largest_to_the_smallest() -> None:
    assert ABOVE[-1] > 1 > ABOVE[-1] * STEP
    assert BELOW[-1] > SMALLEST > BELOW[-1] * STEP


@pytest.mark.parametrize("step", range(len(SCALES) - 1))
def test_a_dial_has_each_step_of_scale_in_just_the_room_it_needs(step: int) -> None:
    scale, natural = SCALES[step], natural_height(DIAL, WIDE, LETTERS)
    little = 1 < scale < ROOMY  # so little more room leaves type at its size
    assert scale_in(DIAL, WIDE, scale * natural) == pytest.approx(1 if little else scale)
    if not 1 < SCALES[step + 1] < ROOMY:
        assert scale_in(DIAL, WIDE, scale * natural - 0.02) == pytest.approx(SCALES[step + 1])


@pytest.mark.parametrize("more", [1.0, 1.05, 1.11])
@pytest.mark.parametrize("name", SAMPLES)
def test_type_keeps_its_size_until_there_is_clearly_more_room(name: str, more: float) -> None:
    sample, width = SAMPLES[name]
    assert scale_in(sample, width, more * (least_height(sample, width) + 0.01)) == 1


@pytest.mark.parametrize("factor", [0.8, 0.9, 0.98, 1.3, 1.8, 3.0])
@pytest.mark.parametrize("name", SET_BY_TYPE)
def test_the_scale_is_a_step_and_no_larger_one_would_fit(name: str, factor: float) -> None:
    """A chart at a scale is the chart at its natural size in room divided by that scale.

    Not so the cells of a waffle, which take their size from the width.
    """
    sample, width = SAMPLES[name]
    height = factor * least_height(sample, width)
    scale = scale_in(sample, width, height)
    step = min(SCALES, key=lambda step: abs(step - scale))
    assert scale == pytest.approx(step)
    assert height / scale >= least_height(sample, width / scale) - 0.05
    for larger in SCALES[: SCALES.index(step)][-1:]:
        assert height / larger < least_height(sample, width / larger) + 0.05


@settings(max_examples=60, deadline=None)
@given(st.floats(0.75, 4.0), st.floats(0.75, 4.0))
def test_more_height_never_makes_type_smaller(first: float, second: float) -> None:
    low, high = sorted((first, second))
    natural = natural_height(DIAL, WIDE, LETTERS)
    assert scale_in(DIAL, WIDE, low * natural) <= scale_in(DIAL, WIDE, high * natural)


def test_a_room_too_small_for_the_smallest_scale_is_an_error_naming_the_chart() -> None:
    natural = natural_height(DIAL, WIDE, LETTERS)
    assert scale_in(DIAL, WIDE, BELOW[-1] * natural) == pytest.approx(BELOW[-1])
    with pytest.raises(ReportgenError) as caught:
        scale_in(DIAL, WIDE, (BELOW[-1] * natural) - 0.02)
    assert DIAL.title in caught.value.problems[0].message.en
