"""Charts as slides show them: every kind fills its board and prints its values as the deck does."""

from __future__ import annotations

import pytest
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from msgspec.structs import replace
from samples import CONTENTS, deck_of, fonts

from reportgen.charts import ChartStyle, build
from reportgen.charts.kinds import KINDS as RECORDS
from reportgen.model.chart import ChartSpec, Datum, Series
from reportgen.model.sheet import charts_of
from reportgen.pdf.chart_text import DocumentText
from reportgen.pdf.fonts import PdfFonts
from reportgen.themes import load_theme

KINDS = tuple(name for name, kind in RECORDS.items() if kind.slide.draw)
SINGLE = ("cells", "rings", "dial", "threshold")


def style() -> ChartStyle:
    theme = load_theme()
    text = DocumentText(None, fonts(), PdfFonts(fonts()), theme.colour("ink-text"))
    return ChartStyle(theme, theme.role(1), text, on_slide=True)


def spec_of(kind: str) -> ChartSpec:
    if kind in SINGLE:
        data = (Datum("项目", 0.8 if RECORDS[kind].share else 8, "8", "a", "成", "above"),)
        return ChartSpec(kind, "标题", "", (Series("", data),))
    labels = ("甲类项目", "乙类", "丙类")
    series = [
        tuple(Datum(label, value + i, str(value + i), f"{s}{value}", "个") for i, label in enumerate(labels))
        for s, value in enumerate((12, 5) if RECORDS[kind].series != "one" else (12,))
    ]
    return ChartSpec(kind, "标题", "个", tuple(Series(f"系列{i}", data) for i, data in enumerate(series)))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [(518.0, 300.0), (200.0, 133.0)])
def test_words_stay_on_the_board(kind: str, size: tuple[float, float]) -> None:
    figure = build(spec_of(kind), size, style())
    assert figure.get_children()
    for words in figure.findobj(Text):
        if words.get_text():
            x, y = words.get_position()
            wide = style().letters.measure(words.get_family()[0], words.get_size(), words.get_text())
            assert x >= -0.5
            assert x + wide <= size[0] + 0.5, words.get_text()
            assert 0 <= y <= size[1] + 0.5


def test_bars_are_as_long_as_their_values() -> None:
    spec = spec_of("bars")
    bars = [
        p
        for p in build(spec, (518, 300), style()).findobj(Rectangle)
        if (p.get_gid() or "").startswith("bar:")
    ]
    assert [bar.get_width() for bar in bars] == [datum.value for datum in spec.data]


def test_long_labels_stand_above_their_bars_and_short_ones_beside_them() -> None:
    short = spec_of("bars")
    data = tuple(replace(datum, label=f"名称很长的{datum.label}") for datum in short.data)
    long = replace(short, series=(replace(short.series[0], data=data),))
    for spec, above in ((short, False), (long, True)):
        artists = build(spec, (518, 228), style()).findobj(lambda artist: artist.get_gid())
        placed = {artist.get_gid(): artist for artist in artists}
        bars = {key.partition(":")[2]: bar for key, bar in placed.items() if key.startswith("bar:")}
        assert len(bars) == 3
        for key, bar in bars.items():
            x, baseline = placed[f"label:{key}"].get_position()
            assert (baseline <= bar.get_y()) == above
            assert x == 0 or not above


def test_values_have_the_decks_sizes() -> None:
    sizes = {
        words.get_text(): words.get_size()
        for words in build(spec_of("columns"), (518, 300), style()).findobj(Text)
    }
    assert sizes["12"] == 40.0
    assert sizes["乙类"] == 24.0


@pytest.mark.parametrize("name", CONTENTS)
def test_every_chart_of_every_deck_can_be_drawn(name: str) -> None:
    for slide in deck_of(name).sheets:
        for item in charts_of(slide.items):
            assert item.on_slide
            assert build(item.spec, (item.rect.width, item.rect.height), style()).get_children()
