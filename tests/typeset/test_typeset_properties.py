"""Any text at any width: it ends, nothing is lost, nothing sticks out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.fonts import Fonts
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.model.theme import Colour
from reportgen.typeset import natural_width, set_paragraph

FONTS = Fonts.load()
BLACK = Colour("ink-text", (0, 0, 0, 100), (31, 31, 29))
STYLES = tuple(
    Style(face, size, BLACK, tracking)
    for face, size, tracking in (("serif-400", 10, 0), ("sans-700", 10, 0.05), ("kai-400", 14, 0), ("num-400", 20, -0.01))
)  # fmt: skip
ALPHABET = "一二榆𠮷，。“”‘’（）《》、：——……·～/-–abcXYZ 0123456789.,%:；？！\u00a0\u200b\ufe00ｆ１é℃①—…\n"
TEXTS = st.lists(st.text(ALPHABET, max_size=40), min_size=1, max_size=4)


@settings(max_examples=150, deadline=None)
@given(
    texts=TEXTS,
    measure=st.floats(1, 300),
    align=st.sampled_from(["justify", "left", "center", "right"]),
    balance=st.booleans(),
    keep=st.booleans(),
    indent=st.sampled_from([0, 2]),
)
def test_any_text_at_any_width_ends_and_loses_no_character(texts, measure, align, balance, keep, indent):
    runs = tuple(Run(text, STYLES[i % len(STYLES)], keep and i == 1) for i, text in enumerate(texts))
    paragraph = StyledParagraph(runs, 24, align, indent=indent, balance=balance)
    done = set_paragraph(paragraph, measure, FONTS, ("榆次", "二榆𠮷"))
    assert done.text == paragraph.text.replace("\n", "")
    assert done.height == 24 * len(done.lines)
    for line in done.lines:
        atomic = sum(1 for run in line.runs for cluster in run.clusters if cluster.strip()) <= 1
        indented = indent and line is done.lines[0]
        assert line.width <= measure + 0.01 or atomic or indented or "—" in line.text or "…" in line.text


@settings(max_examples=60, deadline=None)
@given(text=st.text(ALPHABET.replace("\n", ""), min_size=1, max_size=30))
def test_text_fits_one_line_exactly_when_its_natural_width_does(text):
    runs = (Run(text, STYLES[0]),)
    wide = natural_width(runs, FONTS)
    assert len(set_paragraph(StyledParagraph(runs, 18), max(wide, 1) + 0.001, FONTS).lines) == 1
