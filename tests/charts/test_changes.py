"""Rises and falls of a text lie on both sides of zero, each with its word, in every output."""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
import pytest
from chart_samples import THEME
from matplotlib.patches import Rectangle
from samples import fonts
from workbook_cells import cells_of

from reportgen.charts import ChartStyle, build, describe
from reportgen.content import load_report
from reportgen.errors import ReportgenError
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.slides.plan import plan_deck
from reportgen.model.chart import ChartSpec
from reportgen.model.report import Report
from reportgen.pdf.write import SCREEN, write_pdf
from reportgen.pptx import write_deck
from reportgen.themes import load_theme
from reportgen.typeset.chart_words import ChartWords

TEXT = """---
title: 集市运行
---

集市运行平稳。

# 品类

## 各类

粮油[增长2.1%]{#grain label=粮油}，布匹[下降5.6%]{#cloth label=布匹}，灯具[减少3.0%]{#lamp label=灯具}。

::: chart {kind=bars figures="grain cloth lamp" title=各类}
:::

## 盈亏

东市盈利[8.4万元]{#east label=东市}，西市亏损[2.6万元]{#west label=西市}。

::: chart {kind=columns figures="east west" title=盈亏}
:::

## 气温

冬去春来。

::: chart {kind=line table=weather.csv}
:::
"""
WEATHER = "# 标题: 气温\n# 单位: ℃\n月份,气温\n1月,-12\n2月,-3.5\n3月,6\n4月,15\n"


def written(folder: Path, text: str, table: str = WEATHER) -> Report:
    (folder / "data").mkdir()
    (folder / "report.md").write_text(text, encoding="utf-8")
    (folder / "data" / "weather.csv").write_text(table, encoding="utf-8")
    return load_report(folder)


@lru_cache
def market() -> Report:
    with TemporaryDirectory() as folder:
        return written(Path(folder), TEXT)


def specs() -> tuple[ChartSpec, ...]:
    return tuple(part.spec for part in market().components())  # type: ignore[union-attr]


def test_a_fall_is_a_negative_value_with_its_word() -> None:
    bars, columns, line = specs()
    assert [(d.value, d.word) for d in bars.data] == [(2.1, "增长"), (-5.6, "下降"), (-3.0, "减少")]
    assert [(d.value, d.word) for d in columns.data] == [(8.4, "盈利"), (-2.6, "亏损")]
    assert [d.value for d in line.data] == [-12, -3.5, 6, 15]


def test_a_description_says_every_word() -> None:
    words = describe(specs()[0])
    assert [word in words for word in ("增长2.1%", "下降5.6%", "减少3.0%")] == [True] * 3


def test_falls_are_drawn_across_zero_from_rises() -> None:
    style = ChartStyle(load_theme(), THEME.role(1), ChartWords(fonts(), load_theme().colour("ink-text")))
    figure = build(specs()[0], (360.0, 140.0), style)
    bars = [patch for patch in figure.findobj(Rectangle) if (patch.get_gid() or "").startswith("bar:")]
    reach = {patch.get_gid(): patch.get_window_extent() for patch in bars}
    zero = reach["bar:grain"].x0
    assert reach["bar:grain"].width > 0
    assert reach["bar:cloth"].x1 == pytest.approx(zero)
    assert reach["bar:lamp"].x1 == pytest.approx(zero)
    assert reach["bar:cloth"].width / reach["bar:grain"].width == pytest.approx(5.6 / 2.1)


@lru_cache
def deck() -> dict[str, bytes]:
    theme = load_theme()
    data = write_deck(plan_deck(market(), theme, fonts()), theme, fonts(), supply="system")
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def values_of(chart: bytes) -> list[float]:
    values = re.search(rb"<c:val>.*?</c:val>", chart, re.S)
    assert values is not None
    return [float(v) for v in re.findall(rb"<c:v>([^<]+)</c:v>", values[0])]


@pytest.mark.parametrize(
    ("number", "expected"),
    [(1, [2.1, -5.6, -3.0]), (2, [8.4, -2.6]), (3, [-12, -3.5, 6, 15])],
)
def test_a_deck_holds_the_signed_values_in_chart_and_workbook(number: int, expected: list[float]) -> None:
    parts = deck()
    assert values_of(parts[f"ppt/charts/chart{number}.xml"]) == expected
    book = parts[f"ppt/embeddings/Microsoft_Excel_Sheet{number}.xlsx"]
    assert expected in cells_of(book)


def test_a_label_of_the_deck_says_the_word_and_follows_the_value() -> None:
    chart = deck()["ppt/charts/chart1.xml"].decode()
    formats = re.findall(r'formatCode="([^"]+)"', chart)
    assert any("下降" in code for code in formats)
    assert "<c:v>-5.6</c:v>" in chart


def test_a_page_prints_the_word_beside_the_number() -> None:
    theme = load_theme()
    data = write_pdf(plan_brochure(market(), theme, fonts()), theme, fonts(), SCREEN, None)
    pages = pdfium.PdfDocument(data)
    text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    flat = re.sub(r"\s", "", text)
    # once in the sentence and once at its bar
    assert [flat.count(word) >= 2 for word in ("增长2.1", "下降5.6", "减少3.0", "亏损2.6")] == [True] * 4


def refusals(folder: Path, body: str, table: str = WEATHER) -> list[str]:
    with pytest.raises(ReportgenError) as caught:
        written(folder, f"---\ntitle: 集市\n---\n\n集市平稳。\n\n# 品类\n\n## 各类\n\n{body}\n", table)
    return [problem.message.zh for problem in caught.value.problems]


@pytest.mark.parametrize("kind", ["doughnut", "stacked"])
def test_a_kind_that_draws_amounts_refuses_a_fall(tmp_path: Path, kind: str) -> None:
    body = f'粮油[下降40%]{{#a label=粮油}}，布匹[下降60%]{{#b label=布匹}}。\n\n::: chart {{kind={kind} figures="a b" title=各类}}\n:::'
    assert any("增减" in said for said in refusals(tmp_path, body))


@pytest.mark.parametrize(
    ("kind", "fall"), [("cells", "40%"), ("rings", "40%"), ("dial", "4分钟"), ("threshold", "40%以上")]
)
def test_a_kind_of_one_amount_refuses_a_fall(tmp_path: Path, kind: str, fall: str) -> None:
    body = f"粮油[下降{fall}]{{#a label=粮油}}。\n\n::: chart {{kind={kind} figure=a}}\n:::"
    assert any("增减" in said for said in refusals(tmp_path, body))


def test_what_does_not_compare_stays_apart(tmp_path: Path) -> None:
    body = '粮油销量[8.4%]{#a label=粮油}，布匹[下降6%]{#b label=布匹}。\n\n::: chart {kind=bars figures="a b" title=各类}\n:::'
    assert any("不能相比" in said for said in refusals(tmp_path, body))


def test_parts_of_a_marked_total_are_a_whole(tmp_path: Path) -> None:
    body = '集市零售[184.5万元]{#all label=零售}，其中东市[131.2万元]{#a label=东市}，西市[53.3万元]{#b label=西市}。\n\n::: chart {kind=doughnut figures="a b" of=all title=零售}\n:::'
    text = f"---\ntitle: 集市\n---\n\n集市平稳。\n\n# 品类\n\n## 各类\n\n{body}\n"
    (chart,) = written(tmp_path, text).components()
    assert [(d.value, d.text) for d in chart.spec.data] == [(131.2, "131.2"), (53.3, "53.3")]  # type: ignore[union-attr]


def test_parts_that_miss_the_marked_total_are_refused(tmp_path: Path) -> None:
    body = '集市零售[184.5万元]{#all label=零售}，其中东市[131.2万元]{#a label=东市}，西市[43.3万元]{#b label=西市}。\n\n::: chart {kind=doughnut figures="a b" of=all title=零售}\n:::'
    assert refusals(tmp_path, body) == ["各部分合计 174.5，“零售”是 184.5"]


def test_a_total_row_is_no_bar_among_its_parts(tmp_path: Path) -> None:
    table = "# 标题: 各市\n# 单位: 万元\n市,零售\n东市,131.2\n西市,53.3\n北市,15.5\n合计,200.0\n"
    text = "---\ntitle: 集市\n---\n\n集市平稳。\n\n# 品类\n\n## 各类\n\n三市均有增长。\n\n::: chart {kind=bars table=weather.csv}\n:::\n"
    (chart,) = written(tmp_path, text, table).components()
    assert [d.label for d in chart.spec.data] == ["东市", "西市", "北市"]  # type: ignore[union-attr]


def test_highlight_names_one_of_several_lines(tmp_path: Path) -> None:
    table = "# 标题: 各市\n# 单位: 万元\n年份,东市,西市\n2023,10,12\n2024,11,14\n2025,13,15\n"
    text = "---\ntitle: 集市\n---\n\n集市平稳。\n\n# 品类\n\n## 各类\n\n两市均有增长。\n\n::: chart {kind=line table=weather.csv highlight=东市}\n:::\n"
    (chart,) = written(tmp_path, text, table).components()
    assert chart.spec.highlight == 0  # type: ignore[union-attr]


def test_values_at_bars_stand_on_one_line_whatever_the_template_says() -> None:
    charts = [deck()[f"ppt/charts/chart{number}.xml"].decode() for number in (1, 2, 3)]
    assert all(
        'wrap="none"' in labels
        for chart in charts
        for labels in re.findall(r"<c:dLbls>.*?</c:dLbls>", chart, re.S)
    )


def test_an_axis_of_values_on_both_sides_crosses_at_zero_with_its_names_below() -> None:
    chart = deck()["ppt/charts/chart3.xml"].decode()
    (category,) = re.findall(r"<c:catAx>.*?</c:catAx>", chart, re.S)
    assert '<c:crosses val="autoZero"/>' in category
    assert '<c:tickLblPos val="low"/>' in category


def test_the_lowest_highest_and_last_value_of_a_line_are_printed() -> None:
    theme = load_theme()
    data = write_pdf(plan_brochure(market(), theme, fonts()), theme, fonts(), SCREEN, None)
    text = "".join(page.get_textpage().get_text_bounded() for page in pdfium.PdfDocument(data))
    assert re.search(r"[-−]12\b", text)
    assert re.search(r"(?<!\d)15\b", text)
