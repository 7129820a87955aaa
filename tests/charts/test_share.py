"""One function says what part of a whole a value is, whatever its unit."""

from decimal import Decimal

import pytest

from reportgen.charts.share import share


@pytest.mark.parametrize(
    ("value", "unit", "part"),
    [
        ("8", "%", "0.08"),
        ("8", "％", "0.08"),
        ("8", "‰", "0.008"),
        ("8", "‱", "0.0008"),
        ("8", "成", "0.8"),
        ("0.8", "", "0.8"),
        ("100", "%", "1"),
    ],
)
def test_a_share_is_a_number_from_0_to_1(value: str, unit: str, part: str) -> None:
    assert share(Decimal(value), unit) == Decimal(part)
    assert share(float(value), unit) == pytest.approx(float(part))


def test_a_unit_of_anything_else_changes_nothing() -> None:
    assert share(6.0, "个百分点") == 6.0
