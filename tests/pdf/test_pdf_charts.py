"""Charts on a page: vectors, the document's fonts and exactly the theme's inks."""

import io
import re
from dataclasses import dataclass, field

import matplotlib.font_manager
import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from reportgen.charts import ChartStyle, build
from reportgen.charts.board import MarkPaint
from reportgen.charts.figure_board import FigureBoard
from reportgen.charts.fit import natural_height
from reportgen.fonts import Fonts
from reportgen.lengths import Rect
from reportgen.model.chart import ChartSpec, Datum, Series
from reportgen.model.sheet import ChartItem
from reportgen.model.theme import Colour
from reportgen.pdf.charts import DocumentText, PdfRenderer, colours_of, draw_chart
from reportgen.pdf.fonts import PdfFonts
from reportgen.pdf.ink import Ink
from reportgen.pdf.paint import Painter, paint_item
from reportgen.themes.load import load_theme
from reportgen.typeset.chart_words import ChartWords

FONTS, THEME = Fonts.load(), load_theme("danqing")
LETTERS = ChartWords(FONTS, THEME.colour("ink-text"))
POLICIES = (("高校教师来榆创办科技创新型企业", 28), ("促进就业", 20), ("放宽落户", 14), ("街校共建", 7))


def bars(rows: tuple[tuple[str, float], ...] = POLICIES, kind: str = "bars") -> ChartSpec:
    data = tuple(Datum(label, value, f"{value:g}", unit="条") for label, value in rows)
    return ChartSpec(kind, "政策红利", "条", (Series("", data),))


@dataclass
class PlainText:
    """Chart text that is written down instead of drawn."""

    said: list[tuple[str, float, str, float]] = field(default_factory=list)

    def measure(self, face: str, size: float, text: str) -> float:
        return 0.8 * size * len(text)

    def broken(self, face: str, size: float, text: str, width: float) -> tuple[str, ...]:
        return (text,)

    def operators(self, face: str, size: float, text: str, x: float, y: float, angle: float) -> str:
        self.said.append((face, size, text, angle))
        return f"% {text}"


def operators(spec: ChartSpec, ink: Ink, width: float = 258.0) -> tuple[str, PlainText]:
    canvas, text = Canvas(io.BytesIO()), PlainText()
    style = ChartStyle(THEME, THEME.role(1), text)
    figure = build(spec, (width, natural_height(spec, width, LETTERS)), style)
    draw_chart(canvas, figure, (100, 200), colours_of(THEME), ink, text)
    return "\n".join(canvas._code), text


def painted(items: list[ChartItem], space: str = "rgb") -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842), invariant=1)
    painter = Painter(canvas, FONTS, PdfFonts(FONTS), THEME, Ink(space))  # type: ignore[arg-type]
    for item in items:
        paint_item(item, painter, 0, 842)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def item(spec: ChartSpec, width: float = 258.0) -> ChartItem:
    return ChartItem(Rect(60, 80, width, natural_height(spec, width, LETTERS)), spec, 1, "")


def test_words_are_text_that_can_be_copied() -> None:
    page = pypdfium2.PdfDocument(painted([item(bars())]))[0]
    words = page.get_textpage().get_text_range()
    for label, value in POLICIES:
        assert label in words
        assert str(value) in words


def test_words_come_in_the_faces_they_name() -> None:
    _, text = operators(bars(), Ink("rgb"))
    faces = {said: face for face, _, said, _ in text.said}
    assert faces["28"] == "num-400"
    assert faces["促进就业"] == "sans-500"


def test_a_rare_character_falls_back_to_another_face() -> None:
    assert painted([item(bars((("𬭊钅小镇", 2), ("乙", 1))))])


def test_colours_are_the_themes_authored_inks() -> None:
    drawn, _ = operators(bars(), Ink("cmyk"))
    accent, mid = THEME.role(1).accent, THEME.role(1).mid
    for colour in (accent, mid):
        assert Ink("cmyk").fill(colour) in drawn
    assert not re.search(r" (rg|RG)\b", drawn)


def test_screen_colours_are_the_themes_rgb() -> None:
    drawn, _ = operators(bars(), Ink("rgb"))
    assert Ink("rgb").fill(THEME.role(1).accent) in drawn
    assert not re.search(r" [kK]\b", drawn)


def test_a_colour_the_theme_lacks_is_refused() -> None:
    text = PlainText()
    board = FigureBoard((100, 50), text)
    board.rectangle((0, 0), (10, 10), MarkPaint(Colour("stray", (0, 0, 0, 1), (1, 2, 3))))
    with pytest.raises(ValueError, match="#010203"):
        draw_chart(Canvas(io.BytesIO()), board.figure, (0, 0), colours_of(THEME), Ink("rgb"), text)


def test_transparency_and_images_are_refused() -> None:
    renderer = PdfRenderer((10, 10), colours_of(THEME), Ink("rgb"), PlainText())
    context = renderer.new_gc()
    with pytest.raises(ValueError, match="opaque"):
        renderer.draw_path(context, None, None, (0, 0, 0, 0.5))
    with pytest.raises(ValueError, match="vectors only"):
        renderer.draw_image(context, 0, 0, None)


def test_a_bar_is_one_closed_filled_path_at_its_place() -> None:
    drawn, _ = operators(bars(), Ink("rgb"))
    assert drawn.startswith("1 0 0 1 0 0 cm") or "1 0 0 1 100 200 cm" in drawn
    filled = re.findall(r"0 ([\d.]+) m\n([\d.]+) \1 l", drawn)
    longest = max(float(width) for _, width in filled)
    second = sorted({float(width) for _, width in filled})[-2]
    assert second / longest == pytest.approx(20 / 28, abs=1e-3)


def test_circles_stay_curves() -> None:
    shares = ChartSpec(
        "doughnut",
        "结构",
        "%",
        (Series("", tuple(Datum(n, v, f"{v}", unit="%") for n, v in (("甲", 40.0), ("乙", 60.0)))),),
    )
    drawn, _ = operators(shares, Ink("rgb"))
    assert len(re.findall(r" c$", drawn, re.MULTILINE)) >= 8


def test_hatching_is_clipped_to_its_shape() -> None:
    datum = Datum("产值", 300, "300", unit="亿元", open_end="above", qualifier="突破")
    drawn, _ = operators(ChartSpec("threshold", "产值", "", (Series("", (datum,)),)), Ink("rgb"), 157)
    clipped = re.search(r"W n\n.*?RG [\d.]+ w.*?\n(.*?)\nS", drawn, re.DOTALL)
    assert clipped
    assert clipped[1].count(" l") >= 8


def test_turned_words_are_turned_by_a_matrix() -> None:
    months = bars(tuple((f"{i}月", 25514 + i) for i in range(1, 13)), "columns")
    _, text = operators(months, Ink("rgb"), 250)
    assert {angle for _, _, said, angle in text.said if said.startswith("255")} == {90}
    canvas = Canvas(io.BytesIO())
    real = DocumentText(canvas, FONTS, PdfFonts(FONTS), THEME.colour("ink-text"))
    assert "q 0 1 -1 0 10 20 cm" in real.operators("num-400", 9, "25514", 10, 20, 90)


def test_measured_width_is_the_set_width() -> None:
    canvas = Canvas(io.BytesIO())
    text = DocumentText(canvas, FONTS, PdfFonts(FONTS), THEME.colour("ink-text"))
    assert text.measure("sans-500", 10, "促进就业") == pytest.approx(40)
    assert text.measure("sans-500", 20, "促进就业") == pytest.approx(80)


def test_the_same_charts_give_the_same_bytes() -> None:
    assert painted([item(bars())]) == painted([item(bars())])


def test_drawing_never_looks_for_a_font_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words are measured and set in the document's fonts: no face of matplotlib's list is opened."""

    def refuse(*args: object, **options: object) -> None:
        raise AssertionError("matplotlib looked for a font")

    monkeypatch.setattr(matplotlib.font_manager.FontManager, "findfont", refuse)
    monkeypatch.setattr(matplotlib.font_manager, "get_font", refuse)
    assert painted([item(bars()), item(bars(kind="columns"))])
