"""Any text at any width: it ends, nothing is lost, nothing sticks out."""

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from reportgen.fonts import Fonts
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.model.theme import Colour
from reportgen.typeset import natural_width, set_paragraph, set_vertical
from reportgen.typeset.shared_marks import latin_marks

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
        assert line.x + line.width <= measure + 0.01 or atomic or measure < indent * STYLES[0].size
        assert line.broken in done.text


NOT_AT_START = "，。”’）》、：；？！·～"
NOT_AT_END = "“‘（《"
DIGITS = "0123456789"


@settings(max_examples=150, deadline=None)
@example(text="00X ·", ems=2.0)
@given(
    text=st.text(ALPHABET.replace("\n", "").replace("\u200b", ""), min_size=1, max_size=80),
    ems=st.floats(2, 30),
)
def test_no_line_breaks_a_prohibition_unless_it_says_that_it_had_to(text, ems):
    done = set_paragraph(StyledParagraph((Run(text, STYLES[0]),), 18, "justify"), ems * 10, FONTS)
    for number, (before, after) in enumerate(pairwise(done.lines)):
        if before.broken:
            continue
        first, last = after.text.lstrip("\ufe00"), before.text.rstrip()
        if not first or not last:
            continue
        begun = sum(len(line.text) for line in done.lines[: number + 1]) + len(after.text) - len(first)
        # A dot between Latin words and spaces is one of theirs: it may begin a line after a space.
        assert first[0] not in NOT_AT_START or (first[0] == "·" and begun in latin_marks(text))
        assert last[-1] not in NOT_AT_END
        assert not (before.text[-1] in DIGITS and first[0] in DIGITS + "%.,")
        assert first[0] != last[-1] or first[0] not in "—…"


@settings(max_examples=100, deadline=None)
@given(
    text=st.text("一二榆𠮷，。“”（）《》、：abcXYZ 0123456789%", min_size=1, max_size=120),
    ems=st.floats(6, 40),
)
def test_a_justified_line_is_flush_or_ragged_but_never_in_between(text, ems):
    """Both edges flush; a line that would gape by more than half an em a gap keeps its natural spaces."""
    done = set_paragraph(StyledParagraph((Run(text, STYLES[0]),), 18, "justify"), ems * 10, FONTS)
    for line in done.lines[:-1]:
        natural = natural_width(tuple(Run(run.text, run.style) for run in line.runs), FONTS)
        assert line.x == pytest.approx(0, abs=0.001)
        assert line.width == pytest.approx(ems * 10, abs=0.006) or line.width == pytest.approx(natural, abs=7)


@settings(max_examples=100, deadline=None)
@given(text=st.text("一二榆，。“”‘’（）《》、：—…·ab12% ", min_size=1, max_size=24), pitch=st.floats(10, 40))
def test_a_column_loses_no_character_and_goes_only_down(text, pitch):
    done = set_vertical(text, STYLES[0], pitch, FONTS)
    assert done.text == text
    assert done.height >= 0
    turned = [run.y for run in done.lines[0].runs if run.turned]
    upright = [run.y for run in done.lines[0].runs if not run.turned]
    assert turned == sorted(turned)
    assert upright == sorted(upright)


@settings(max_examples=60, deadline=None)
@given(text=st.text(ALPHABET.replace("\n", ""), min_size=1, max_size=30))
def test_text_fits_one_line_exactly_when_its_natural_width_does(text):
    runs = (Run(text, STYLES[0]),)
    wide = natural_width(runs, FONTS)
    assert len(set_paragraph(StyledParagraph(runs, 18), max(wide, 1) + 0.001, FONTS).lines) == 1
