"""The same number stands in brochure, deck, notes and picture: read back from the ink of each finished file.

One report holds every case in a subsection of its own and goes through the whole program: figures are read
from the text, pages and slides planned, files written and opened again.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import drawn_ink as read
import pikepdf
import pytest
from drawn_ink import Ink
from lxml import etree
from samples import fonts
from workbook_cells import cells_of

from reportgen.charts import ChartStyle, build
from reportgen.charts.kinds import KINDS
from reportgen.content import load_report
from reportgen.layout.brochure.plan import plan_brochure
from reportgen.layout.handouts.notes import plan_notes
from reportgen.layout.slides.plan import plan_deck
from reportgen.lengths import Rect
from reportgen.model.sheet import ChartItem, Document, SheetItem
from reportgen.model.slide import Deck
from reportgen.pdf.write import PAPER, write_pdf
from reportgen.pptx import write_deck
from reportgen.themes import load_theme
from reportgen.typeset.chart_words import ChartWords

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
Reader = Callable[[Iterable[Ink]], list[float]]


class Case(NamedTuple):
    """A chart as its author writes it, and what must be read from it."""

    kind: str
    figures: tuple[str, ...]  # as the text has them
    values: tuple[float, ...]
    reader: Reader
    table: str = ""
    on_slide: Reader | None = None  # where a deck shows another kind

    @property
    def id(self) -> str:
        return f"{self.kind} {' '.join(self.figures) or self.table.splitlines()[-1]}"

    @property
    def deck_reader(self) -> Reader:
        return self.on_slide or self.reader


SHARES = {
    "0.8%": 0.008,
    "1%": 0.01,
    "8%": 0.08,
    "10%": 0.1,
    "60%": 0.6,
    "100%": 1.0,
    "八成": 0.8,
    "八成半": 0.85,
}
MINUTES = (1, 8, 10, 59, 60)
COUNTS = (
    (1,),
    (60,),
    (8, 1),
    (15, 22),
    (10, 20, 30),
    (1,) * 12,
    (5,) * 12,
    (3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2),
)
WHOLES = ("0.8:99.2", "1:8:91", "10:30:60", "8:12:20:25:35")
SERIES = (("0.8", "1", "8"), ("10", "60", "100"), ("7.5", "7.6", "7.7"))
CHANGES = (
    (("增长2.1%", "下降5.6%", "减少3.0%"), (2.1, -5.6, -3.0)),
    (("下降3.8%", "减少12.1%", "下降7.0%"), (-3.8, -12.1, -7.0)),
    (("盈利18.6亿元", "亏损3.4亿元"), (18.6, -3.4)),
)
NAMES = "甲乙丙丁戊己庚辛壬癸子丑"


def of_shares() -> list[Case]:
    return [
        Case(kind, (text,), (share,), reader)
        for kind, reader in (("cells", read.cells), ("rings", read.rings))
        for text, share in SHARES.items()
    ]


def of_counts() -> list[Case]:
    cases = [Case("dial", (f"{n}分钟",), (n / 60,), read.dial) for n in MINUTES]
    return cases + [
        Case("units", tuple(f"{n}座" for n in counts), tuple(float(n) for n in counts), read.squares)
        for counts in COUNTS
    ]


def of_wholes() -> list[Case]:
    return [
        Case(kind, (text,), tuple(float(n) / 100 for n in text.split(":")), reader, "", read.ring)
        for kind, reader in (("stacked", read.whole_bar), ("doughnut", read.ring), ("waffle", read.strands))
        for text in WHOLES
    ]


def of_axes() -> list[Case]:
    cases = []
    for numbers in SERIES:
        values = tuple(float(n) for n in numbers)
        shares = tuple(v / max(values) for v in values)
        cases += [
            Case("bars", tuple(f"{n}%" for n in numbers), shares, read.bars),
            Case("columns", tuple(f"{n}%" for n in numbers), shares, read.columns),
            Case("line", (), _above(values), read.line, _table([numbers])),
        ]
    return [
        *cases,
        Case("grouped", (), (0.01, 0.08, 0.6, 1.0), read.columns, _table([("1", "60"), ("8", "100")])),
    ]


def of_changes() -> list[Case]:
    """Rises and falls, a loss beside a profit, and falls alone: −1 is the deepest fall where none rises as far."""
    cases = []
    for texts, values in CHANGES:
        most = max(map(abs, values))
        shares = tuple(value / most for value in values)
        cases += [
            Case("bars", texts, shares, read.signed_bars),
            Case("columns", texts, shares, read.signed_columns),
        ]
        if len(texts) > 2:
            cases.append(Case("line", texts, _above(values), read.line_in_order_of_height))
    table = _table([("2.1", "-5.6"), ("-3", "4")])
    return [*cases, Case("grouped", (), (-1.0, -3 / 5.6, 2.1 / 5.6, 4 / 5.6), read.signed_columns, table)]


def of_thresholds() -> list[Case]:
    return [
        Case("threshold", (text,), (1.0,), read.threshold)
        for text in ("突破300亿元", "超8%", "60家以上", "逾1户")
    ]


def _above(values: tuple[float, ...]) -> tuple[float, ...]:
    return tuple((value - min(values)) / (max(values) - min(values)) for value in values)


def _table(columns: list[tuple[str, ...]]) -> str:
    heads = ",".join(["年份", *(f"第{NAMES[i]}组" for i in range(len(columns)))])
    rows = [",".join([f"{2021 + i}年", *row]) for i, row in enumerate(zip(*columns, strict=True))]
    return "\n".join([heads, *rows, ""])


CASES = [*of_shares(), *of_counts(), *of_wholes(), *of_axes(), *of_changes(), *of_thresholds()]


def title(number: int) -> str:
    return f"样本{NAMES[number // 12]}{NAMES[number % 12]}"


def subsection(number: int, case: Case) -> str:
    """A passage with the case's figures and its chart."""
    name, ids = title(number), [f"c{number}-{i}" for i in range(len(case.figures))]
    parts = [f"{part}类" for part in NAMES[: case.figures[0].count(":") + 1]] if case.figures else []
    more = f' parts="{" ".join(parts)}" unit=%' if len(parts) > 1 else ""
    said = [
        f"{NAMES[i]}项为[{text}]{{#{ids[i]} label={NAMES[i]}项{more}}}" for i, text in enumerate(case.figures)
    ]
    source = f"table=t{number}.csv" if case.table else f'figures="{" ".join(ids)}"'
    words = "、".join(parts) if len(parts) > 1 else "各项"
    return (
        f"## {name}\n\n{name}如下：{words}，{'，'.join(said) or '逐年变化'}。\n\n"
        f"::: chart {{kind={case.kind} title={name} {source}}}\n:::\n"
    )


class Files(NamedTuple):
    """What was made of the report: plans and finished files."""

    brochure: Document
    deck: Deck
    notes: Document
    pages: pikepdf.Pdf
    handout: pikepdf.Pdf
    native: zipfile.ZipFile
    pictures: zipfile.ZipFile


@lru_cache
def files() -> Files:
    """Of the report with all cases."""
    tables = {f"t{number}.csv": case.table for number, case in enumerate(CASES) if case.table}
    sections = "\n".join(subsection(number, case) for number, case in enumerate(CASES))
    return made(f"---\ntitle: 样本\n---\n\n各项样本如下。\n\n# 样本\n\n{sections}", tables)


def made(text: str, tables: dict[str, str]) -> Files:
    with TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "data").mkdir()
        for name, table in tables.items():
            (place / "data" / name).write_text(table, encoding="utf-8")
        (place / "report.md").write_text(text, encoding="utf-8")
        report = load_report(place)
    theme = load_theme()
    brochure = plan_brochure(report, theme, fonts())
    deck = plan_deck(report, theme, fonts())
    notes = plan_notes(report, deck, theme, fonts())
    return Files(
        brochure,
        deck,
        notes,
        _opened(write_pdf(brochure, theme, fonts())),
        _opened(write_pdf(notes, theme, fonts(), PAPER)),
        zipfile.ZipFile(BytesIO(write_deck(deck, theme, fonts(), supply="system"))),
        zipfile.ZipFile(BytesIO(write_deck(deck, theme, fonts(), supply="system", charts="picture"))),
    )


def _opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def on_page(document: Document, name: str) -> tuple[int, ChartItem, Rect]:
    """The page, the chart of that title and its place on the page."""
    for number, sheet in enumerate(document.sheets):
        for item in sheet.items:
            if isinstance(item, ChartItem) and item.spec.title == name:
                return number, item, item.rect
            if isinstance(item, SheetItem):
                for inner in item.sheet.items:
                    if isinstance(inner, ChartItem) and inner.spec.title == name:
                        return number, inner, _inside(item, inner.rect)
    raise AssertionError(f"no chart “{name}”")


def _inside(outer: SheetItem, rect: Rect) -> Rect:
    """A place of the inner sheet on the page."""
    x, y, k = outer.rect.x, outer.rect.y, outer.scale
    return Rect(x + rect.x * k, y + rect.y * k, rect.width * k, rect.height * k)


def page_ink(document: Document, pdf: pikepdf.Pdf, name: str) -> list[Ink]:
    number, _, rect = on_page(document, name)
    high = float(pdf.pages[number].mediabox[3])
    return read.of_page(pdf.pages[number], (rect.x, high - rect.bottom, rect.right, high - rect.y))


def artists(item: ChartItem) -> list[Ink]:
    theme = load_theme()
    letters = ChartWords(fonts(), theme.colour("ink-text"))
    style = ChartStyle(theme, theme.role(item.section), letters, item.on_field, item.on_slide)
    return list(read.of_figure(build(item.spec, (item.rect.width, item.rect.height), style)))


def slide_of(deck: Deck, name: str) -> tuple[int, ChartItem]:
    number, item, _ = on_page(Document("", deck.sheets), name)
    return number + 1, item


def picture_ink(pictures: zipfile.ZipFile, slide: int, item: ChartItem) -> list[Ink]:
    svgs = [pictures.read(name) for name in related(pictures, slide, ".svg")]
    (svg,) = [each for each in svgs if etree.fromstring(each).get("aria-label") == item.alt]
    return list(read.of_svg(svg))


def shape_ink(deck: zipfile.ZipFile, slide: int, item: ChartItem) -> list[Ink]:
    tree = etree.fromstring(deck.read(f"ppt/slides/slide{slide}.xml"))
    (group,) = [each for each in tree.iter(f"{read.P}grpSp") if _alt(each) == item.alt]
    return list(read.of_group(group))


CASE = pytest.mark.parametrize("number", range(len(CASES)), ids=[case.id for case in CASES])


@CASE
def test_the_artists_show_the_value(number: int) -> None:
    case = CASES[number]
    _, printed, _ = on_page(files().brochure, title(number))
    assert case.reader(artists(printed)) == expected(case)
    assert case.deck_reader(artists(slide_of(files().deck, title(number))[1])) == expected(case)


@CASE
def test_the_page_shows_the_value(number: int) -> None:
    case = CASES[number]
    assert case.reader(page_ink(files().brochure, files().pages, title(number))) == expected(case)


@CASE
def test_the_notes_show_the_value(number: int) -> None:
    case = CASES[number]
    assert case.deck_reader(page_ink(files().notes, files().handout, title(number))) == expected(case, 4e-3)


@CASE
def test_the_picture_shows_the_value(number: int) -> None:
    case, (slide, item) = CASES[number], slide_of(files().deck, title(number))
    assert case.deck_reader(picture_ink(files().pictures, slide, item)) == expected(case)


@CASE
def test_the_slide_shows_the_value(number: int) -> None:
    case, (slide, item) = CASES[number], slide_of(files().deck, title(number))
    if KINDS[item.spec.kind].office is None:
        assert case.deck_reader(shape_ink(files().native, slide, item)) == expected(case)
        return
    (part,) = [name for name in related(files().native, slide, ".xml") if _has(name, item)]
    chart = etree.fromstring(files().native.read(part))
    cached = [[float(v.text) for v in values.iter(f"{C}v")] for values in chart.iter(f"{C}val")]
    drawn = [[datum.value for datum in series.data] for series in item.spec.series]
    book = part.replace("charts/chart", "embeddings/Microsoft_Excel_Sheet").replace(".xml", ".xlsx")
    columns = cells_of(files().native.read(book))
    for series in drawn:
        assert series in cached
        assert series in columns
    flat = [value for series in drawn for value in series]
    most = max(map(abs, flat))
    scale = {"bars": most, "columns": most, "grouped": most, "doughnut": sum(flat)}.get(item.spec.kind)
    for words in (datum.said for series in item.spec.series for datum in series.data if datum.word):
        assert words in item.alt
    for word in {datum.word for series in item.spec.series for datum in series.data}:
        assert word in chart.xpath("string(.)") + "".join(code.get("formatCode", "") for code in chart.iter())
    shown = [value / scale for value in flat] if scale else _above(tuple(flat))
    assert sorted(shown) == expected(case)


def expected(case: Case, tolerance: float = 2e-3) -> Any:
    """The values as ink can show them: to a thousandth of the whole, or of the largest."""
    return pytest.approx(sorted(case.values), abs=tolerance)


def related(deck: zipfile.ZipFile, slide: int, suffix: str) -> list[str]:
    """Names of the parts of that kind a slide refers to."""
    relations = deck.read(f"ppt/slides/_rels/slide{slide}.xml.rels").decode()
    found = re.findall(r'Target="(?:\.\./|/ppt/)((?:charts|media)/[^"]+)"', relations)
    return [f"ppt/{name}" for name in found if name.endswith(suffix)]


def _alt(group: Any) -> str:
    return str(group.find(f"{read.P}nvGrpSpPr/{read.P}cNvPr").get("descr"))


def _has(name: str, item: ChartItem) -> bool:
    """Whether the chart part names and holds what the chart shows."""
    words = files().native.read(name).decode()
    return all(f"<c:v>{datum.value:.15g}</c:v>" in words for datum in item.spec.data)


INTRODUCTION = """---
title: 占比
---

岚溪区经济总量达[362.8亿元]{#gdp .hero label="经济总量"}，[稳步前行]{.key}。

# 生态|治理

湿地保护率[70%]{#d label="湿地保护率"}，[底色更绿]{.key}，农田秸秆利用率达[80%]{#e label="秸秆利用率"}。

## 绿化

岚溪区绿化[17万亩]{#f label="绿化面积"}。
"""


@pytest.mark.parametrize(("name", "share"), [("湿地保护率", 0.7), ("秸秆利用率", 0.8)])
def test_a_share_no_author_asked_a_chart_of_is_the_same_in_deck_notes_and_picture(
    name: str, share: float
) -> None:
    everything = made(INTRODUCTION, {})
    slide, item = slide_of(everything.deck, name)
    for ink in (
        shape_ink(everything.native, slide, item),
        picture_ink(everything.pictures, slide, item),
        page_ink(everything.notes, everything.handout, name),
    ):
        assert read.cells(ink) == pytest.approx([share], abs=4e-3)


def test_every_kind_is_among_the_cases() -> None:
    landscape = {name for name, kind in KINDS.items() if kind.page.lead == "landscape"}  # shows no measure
    assert {case.kind for case in CASES} == KINDS.keys() - landscape
    assert len(CASES) > 50
