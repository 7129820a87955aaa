"""Alternative text says what the chart shows."""

from chart_samples import CELLS, GROUPED, POLICIES, SAMPLES, STATUS, THRESHOLD

from reportgen.charts import describe


def test_bars_are_read_out_with_their_unit() -> None:
    assert describe(POLICIES) == (
        "条形图：“1方案4办法”一揽子政策红利，单位条。促进就业 20条；高校教师来榆创办科技创新型企业 28条；"
        "放宽落户 14条；街校共建 7条。"
    )


def test_qualifier_and_status_are_read_verbatim() -> None:
    assert "突破300亿元" in describe(THRESHOLD)
    assert "王湖等 4个（圆满交付）" in describe(STATUS)
    assert "八成以上" in describe(CELLS)


def test_series_are_named() -> None:
    assert "2023年：第一产业 3.2" in describe(GROUPED)


def test_english_readers_get_an_english_frame() -> None:
    assert describe(POLICIES, "en").startswith("Bar chart: “1方案4办法”一揽子政策红利, unit 条. ")


def test_every_kind_has_a_description_with_every_value() -> None:
    for sample, _ in SAMPLES.values():
        words = describe(sample)
        assert all(each.text in words for s in sample.series for each in s.data)
