"""A quantity is read as press prose writes it, and nothing of its text is lost."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.content.han_numeral import han_value
from reportgen.content.quantity import read_quantity

# text, kind, values, numerals, qualifier, unit, suffix (all strings; values and numerals by spaces)
READABLE = (
    ("479.5亿元", "number", "479.5", "479.5", "", "亿元", ""),
    ("突破300亿元", "number", "300", "300", "突破", "亿元", ""),
    ("超60个位次", "number", "60", "60", "超", "个位次", ""),
    ("海拔900米以下", "number", "900", "900", "海拔", "米", "以下"),
    ("25514户", "number", "25514", "25514", "", "户", ""),
    ("76部", "number", "76", "76", "", "部", ""),
    ("4.5个国家标准", "number", "4.5", "4.5", "", "个国家标准", ""),
    ("15分钟", "number", "15", "15", "", "分钟", ""),
    ("1方案", "number", "1", "1", "", "方案", ""),
    ("1,250吨", "number", "1250", "1,250", "", "吨", ""),
    ("1，250吨", "number", "1250", "1，250", "", "吨", ""),
    ("１２３户", "number", "123", "１２３", "", "户", ""),
    ("1.2万亿元", "number", "1.2", "1.2", "", "万亿元", ""),
    ("3.2万人次", "number", "3.2", "3.2", "", "万人次", ""),
    ("300亿元左右", "number", "300", "300", "", "亿元", "左右"),
    ("300亿元以上", "number", "300", "300", "", "亿元", "以上"),
    ("约300", "number", "300", "300", "约", "", ""),
    ("不少于3所", "number", "3", "3", "不少于", "所", ""),
    ("累计超过1000亿元", "number", "1000", "1000", "累计超过", "亿元", ""),
    ("第5位", "number", "5", "5", "第", "位", ""),
    ("第三", "number", "3", "三", "第", "", ""),
    ("300多户", "number", "300", "300多", "", "户", ""),
    ("5600余人", "number", "5600", "5600余", "", "人", ""),
    ("300余", "number", "300", "300余", "", "", ""),
    ("1.5个百分点", "number", "1.5", "1.5", "", "个百分点", ""),
    ("20℃", "number", "20", "20", "", "℃", ""),
    ("0.43mg/L", "number", "0.43", "0.43", "", "mg/L", ""),
    ("85.5分", "number", "85.5", "85.5", "", "分", ""),
    ("0", "number", "0", "0", "", "", ""),
    ("4.96%", "percent", "4.96", "4.96", "", "%", ""),
    ("同比增长约8.7%", "percent", "8.7", "8.7", "同比增长约", "%", ""),
    ("-3.2%", "percent", "-3.2", "-3.2", "", "%", ""),
    ("−3.2%", "percent", "-3.2", "−3.2", "", "%", ""),
    ("3%以上", "percent", "3", "3", "", "%", "以上"),
    ("5‰", "percent", "5", "5", "", "‰", ""),
    ("6.1:10.4:83.5", "ratio", "6.1 10.4 83.5", "6.1 10.4 83.5", "", "", ""),
    ("1：2", "ratio", "1 2", "1 2", "", "", ""),
    ("1∶2", "ratio", "1 2", "1 2", "", "", ""),
    ("63%—68%", "range", "63 68", "63% 68", "", "%", ""),
    ("3至5年", "range", "3 5", "3 5", "", "年", ""),
    ("3~5年", "range", "3 5", "3 5", "", "年", ""),
    ("3——5亿元", "range", "3 5", "3 5", "", "亿元", ""),
    ("12万—15万元", "range", "12 15", "12万 15", "", "万元", ""),
    ("20-30岁", "range", "20 30", "20 30", "", "岁", ""),
    ("八成以上", "fraction", "0.8", "八成", "", "", "以上"),
    ("近八成", "fraction", "0.8", "八成", "近", "", ""),
    ("八成半", "fraction", "0.85", "八成半", "", "", ""),
    ("九成九", "fraction", "0.99", "九成九", "", "", ""),
    ("8成", "fraction", "0.8", "8成", "", "", ""),
    ("四分之一", "fraction", "0.25", "四分之一", "", "", ""),
    ("百分之八十", "fraction", "0.8", "百分之八十", "", "", ""),
    ("百分之八十五点五", "fraction", "0.855", "百分之八十五点五", "", "", ""),
    ("千分之三", "fraction", "0.003", "千分之三", "", "", ""),
    ("一半以上", "fraction", "0.5", "一半", "", "", "以上"),
    ("翻一番", "growth", "2", "翻一番", "", "", ""),
    ("翻两番", "growth", "4", "翻两番", "", "", ""),
    ("二百三十人", "number", "230", "二百三十", "", "人", ""),
    ("一百零五", "number", "105", "一百零五", "", "", ""),
    ("十五家", "number", "15", "十五", "", "家", ""),
    ("十余家", "number", "10", "十余", "", "家", ""),
    ("两千多人", "number", "2000", "两千多", "", "人", ""),
    ("一万二千户", "number", "12000", "一万二千", "", "户", ""),
    ("三千五", "number", "3500", "三千五", "", "", ""),
    ("三点五倍", "number", "3.5", "三点五", "", "倍", ""),
    ("5％", "percent", "5", "5", "", "％", ""),
    ("1/4", "fraction", "0.25", "1/4", "", "", ""),
    ("半数以上", "fraction", "0.5", "半数", "", "", "以上"),
    ("过半", "fraction", "0.5", "半", "过", "", ""),
    ("半年", "number", "0.5", "半", "", "年", ""),
    ("3亿5000万元", "number", "350000000", "3亿5000万", "", "元", ""),
    ("七成至八成", "range", "0.7 0.8", "七成 八成", "", "", ""),
    ("十多年", "number", "10", "十多", "", "年", ""),
    ("翻了一番", "growth", "2", "翻了一番", "", "", ""),
    ("超千亿元", "number", "100000000000", "千亿", "超", "元", ""),
)
UNREADABLE = (
    "", "约", "约约", "亿元", "万", "很多", "百家", "abc", "N/A",
    "好300", "300户，400人", "1.2.3", ".5", "5.", "1/0", "1 000", "1∶2:3",
    "零分之一", "三成三成", "翻一千番", "翻零番", "9" * 30, "3个很长很长很长很长很长很长的单位",
)  # fmt: skip
NUMERALS = (
    "0",
    "7",
    "38",
    "479.5",
    "1,250",
    "八成",
    "三分之一",
    "6.1:10.4:83.5",
    "63%—68%",
    "二百三十",
    "一半",
)


@pytest.mark.parametrize(("text", "kind", "values", "numerals", "qualifier", "unit", "suffix"), READABLE)
def test_a_quantity_is_read(
    text: str, kind: str, values: str, numerals: str, qualifier: str, unit: str, suffix: str
) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert quantity.kind == kind
    assert quantity.values == tuple(Decimal(value) for value in values.split())
    assert quantity.numerals == tuple(numerals.split())
    assert (quantity.qualifier, quantity.unit, quantity.suffix) == (qualifier, unit, suffix)


@pytest.mark.parametrize("text", [row[0] for row in READABLE])
def test_the_parts_join_to_the_text(text: str) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert quantity.qualifier + quantity.numeral + quantity.unit + quantity.suffix == text


@pytest.mark.parametrize("text", UNREADABLE)
def test_what_is_no_quantity_is_not_read(text: str) -> None:
    assert read_quantity(text) is None


@settings(derandomize=True, max_examples=200, deadline=None)
@given(
    st.sampled_from(("", "突破", "约", "同比增长", "不低于")),
    st.sampled_from(NUMERALS),
    st.sampled_from(("", "亿元", "户", "个百分点", "%", "公里")),
    st.sampled_from(("", "以上", "左右")),
)
def test_any_composition_joins_again(qualifier: str, numeral: str, unit: str, suffix: str) -> None:
    text = qualifier + numeral + unit + suffix
    quantity = read_quantity(text)
    assert quantity is not None
    assert quantity.qualifier + quantity.numeral + quantity.unit + quantity.suffix == text
    assert len(quantity.values) == len(quantity.numerals)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.text("0123456789.,:—%约超突破第一二三十百千万亿点成半分之翻番多余以上户 ，", max_size=12))
def test_whatever_is_read_joins_again(text: str) -> None:
    quantity = read_quantity(text)
    if quantity is not None:
        joined = quantity.qualifier + quantity.numeral + quantity.unit + quantity.suffix
        assert joined.replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("突破300亿元", "above"),
        ("八成以上", "above"),
        ("300多户", "above"),
        ("累计超过1000亿元", "above"),
        ("不低于80%", "above"),
        ("海拔900米以下", "below"),
        ("近八成", "below"),
        ("不足5%", "below"),
        ("约300户", ""),
        ("300户", ""),
    ],
)
def test_the_open_end_of_a_quantity(text: str, end: str) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert quantity.open_end == end


@pytest.mark.parametrize(
    ("text", "value"),
    [("十", 10), ("二十", 20), ("一百二", 120), ("一百零二", 102), ("三万五", 35000), ("两亿", 200_000_000)],
)
def test_a_chinese_numeral_has_its_value(text: str, value: int) -> None:
    assert han_value(text) == value


@pytest.mark.parametrize("text", ["3 亿元", "300亿元 ", "5 %"])
def test_a_space_around_the_unit_is_no_part_of_it(text: str) -> None:
    quantity = read_quantity(text)
    assert quantity is not None
    assert quantity.unit in ("亿元", "%")
