"""Some five hundred quantities as press offices write them, each read with value, sign, direction and unit."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.content.directions import FALL_RATES, FALLS, RISE_RATES, RISES
from reportgen.content.number_forms import decimal_of
from reportgen.content.quantity import read_quantity

NONE = "-"  # in the column of values: no quantity


def rows() -> list[dict[str, str]]:
    lines = (Path(__file__).parent / "quantities.tsv").read_text("utf-8").splitlines()
    table = [line for line in lines if not line.startswith("#")]
    return list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE, restval=""))


ROWS = rows()


def test_the_table_is_large_and_has_each_text_once() -> None:
    texts = [row["text"] for row in ROWS]
    assert len(texts) == len(set(texts)) > 500


@pytest.mark.parametrize("row", [row for row in ROWS if row["values"] != NONE], ids=lambda row: row["text"])
def test_a_written_quantity_is_read_whole(row: dict[str, str]) -> None:
    quantity = read_quantity(row["text"])
    assert quantity is not None
    assert quantity.signed_values == tuple(Decimal(value) for value in row["values"].split())
    assert quantity.sign == (-1 if quantity.signed < 0 else 1)
    assert (quantity.direction, quantity.measure) == (row["direction"], row["measure"])
    assert (quantity.unit, quantity.qualifier) == (row["unit"], row["qualifier"])
    assert (quantity.loose or quantity.suffix) == row["more"]
    assert bare(quantity.qualifier + quantity.numeral + quantity.unit + quantity.suffix) == bare(row["text"])


@pytest.mark.parametrize("text", [row["text"] for row in ROWS if row["values"] == NONE])
def test_what_is_no_quantity_is_refused(text: str) -> None:
    assert read_quantity(text) is None


def bare(text: str) -> str:
    return "".join(text.split())


RISING, FALLING = (*RISES, *RISE_RATES), (*FALLS, *FALL_RATES)
LEADS = ("", "同比", "环比", "比上年", "较2020年", "比去年同期", "两年平均", "名义", "与上年同期相比")
NUMERALS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.decimals("0.01", "99999", places=2).map(str),
    st.integers(1000, 10**9).map("{:,}".format),
    st.integers(0, 999).map(
        lambda n: str(n).translate(str.maketrans("0123456789.", "０１２３４５６７８９．"))
    ),
)
UNITS = st.sampled_from(
    ("%", "个百分点", "亿元", "万头", "元/吨", "天", "微克/立方米", "人次", "台（套）", "万千瓦时")
)
SPACE = st.sampled_from(("", " ", "\u00a0", "\u2009", "\u3000"))
LOOSE = st.sampled_from(("", "约", "近", "超", "逾", "不足", "超过"))
AFTER = st.sampled_from(("", "以上", "左右", "以内"))
WIDE = str.maketrans("０１２３４５６７８９．", "0123456789.")


@settings(derandomize=True, max_examples=400, deadline=None)
@given(
    st.sampled_from(LEADS), st.sampled_from((*RISING, *FALLING)), LOOSE, SPACE, NUMERALS, SPACE, UNITS, AFTER
)
def test_a_written_change_is_read_back_the_same(
    lead: str, word: str, loose: str, before: str, numeral: str, behind: str, unit: str, suffix: str
) -> None:
    quantity = read_quantity(f"{lead}{word}{loose}{before}{numeral}{behind}{unit}{suffix}")
    assert quantity is not None
    value = decimal_of(numeral.translate(WIDE))
    assert quantity.signed == (value if word in RISING else -value)
    assert quantity.direction == ("rise" if word in RISING else "fall")
    assert quantity.measure == "change"
    assert (quantity.unit, quantity.suffix, quantity.numeral) == (unit, suffix, numeral)
    assert quantity.qualifier == lead + word + loose
    assert quantity.says_direction


@settings(derandomize=True, max_examples=200, deadline=None)
@given(st.sampled_from(("", "负", "零下", "-", "−", "–", "亏损")), LOOSE, NUMERALS, SPACE, UNITS, AFTER)
def test_a_written_level_is_read_back_the_same(
    minus: str, loose: str, numeral: str, behind: str, unit: str, suffix: str
) -> None:
    said = f"{loose}{minus}" if len(minus) == 1 and not minus.isalpha() else f"{minus}{loose}"
    quantity = read_quantity(f"{said}{numeral}{behind}{unit}{suffix}")
    assert quantity is not None
    value = decimal_of(numeral.translate(WIDE))
    assert quantity.signed == (-value if minus else value)
    assert quantity.measure == "level"
    assert (quantity.unit, quantity.suffix) == (unit, suffix)


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.sampled_from([word for word in (*RISES, *FALLS) if word != "负增长"]),
    st.sampled_from(("到", "至")),
    LOOSE,
    NUMERALS,
    UNITS,
)
def test_what_was_reached_is_a_level(word: str, to: str, loose: str, numeral: str, unit: str) -> None:
    quantity = read_quantity(f"{word}{to}{loose}{numeral}{unit}")
    assert quantity is not None
    assert (quantity.direction, quantity.measure, quantity.sign) == ("level", "level", 1)
    assert quantity.signed == decimal_of(numeral.translate(WIDE))
