"""Set lines measured: edges, spaces, baselines, forms of marks."""

from itertools import pairwise

import pytest

from reportgen.fonts import Fonts
from reportgen.model.text import GlyphRun, Line, Run, Style, StyledParagraph
from reportgen.model.theme import Colour
from reportgen.typeset import natural_width, set_line, set_paragraph, set_text, set_vertical

FONTS = Fonts.load()
BLACK = Colour("ink-text", (0, 0, 0, 100), (31, 31, 29))
SIZE = 10.0
BODY = Style("serif-400", SIZE, BLACK)
ARTICLE = (
    "坚持将“服务太原就是发展晋中”的理念镌刻在榆次发展全过程、各领域，高质量编制区级国土空间规划，"
    "顺利推动什贴镇建制并入乌金山镇，启动郭家堡、乌金山等重点乡镇规划编制，完成53个实用性村庄规划，"
    "构建起城乡融合、区域协同的现代化发展新框架。荣膺“山西省促进就业先进地区”，城乡居民人均可支配收入"
    "年均增速分别达到4.96%和6.22%，跑出了富民增收的“榆次速度”。支持108国道改线——《宜居宜业和美北田》"
    "专题片在央视亮相……推动三次产业结构优化为6.1:10.4:83.5。"
)
NOT_AT_START = "。，、；：？！”’）》〉】』」·—…%"
NOT_AT_END = "“‘（《〈【『「"


def body(text: str, **options: object) -> StyledParagraph:
    return StyledParagraph((Run(text, BODY),), 18.0, **options)  # type: ignore[arg-type]


def origins(line: Line) -> list[tuple[str, float]]:
    """Every cluster of the line with the x its glyph is drawn at."""
    out = []
    for run in line.runs:
        x = run.x
        offsets = run.offsets or (0.0,) * len(run.glyphs)
        for cluster, advance, offset in zip(run.clusters, run.advances, offsets, strict=True):
            out.append((cluster, x + offset))
            x += advance
    return out


@pytest.mark.parametrize("ems", [9, 12, 13.7, 16, 19, 21.3, 27, 31, 40])
def test_both_edges_are_flush_and_no_mark_stands_where_it_must_not(ems):
    done = set_paragraph(body(ARTICLE, align="justify"), ems * SIZE, FONTS)
    assert done.text == ARTICLE
    assert len(done.lines) > 3
    for line in done.lines[:-1]:
        assert line.x == pytest.approx(0, abs=0.001)
        assert line.x + line.width == pytest.approx(ems * SIZE, abs=0.001)
        assert line.text[-1] not in NOT_AT_END
    for line in done.lines[1:]:
        assert line.text[0] not in NOT_AT_START
    last = done.lines[-1]
    assert last.width <= ems * SIZE + 0.01
    assert sum(char not in NOT_AT_START for char in last.text) >= 2


@pytest.mark.parametrize("ems", [17, 19, 21, 24, 27, 29, 31])
def test_even_justification_opens_gaps_by_a_tenth_of_an_em_at_most(ems):
    done = set_paragraph(body(ARTICLE, align="justify"), ems * SIZE, FONTS)
    gaps = [
        b[1] - a[1] - SIZE
        for line in done.lines[:-1]
        for a, b in pairwise(origins(line))
        if "一" <= a[0] <= "龥" and "一" <= b[0] <= "龥"
    ]
    assert gaps
    assert min(gaps) >= -0.001
    assert max(gaps) <= 0.10 * SIZE


def test_a_mark_at_the_lines_end_and_start_gives_its_blank_half():
    assert natural_width((Run("“十四五”", BODY),), FONTS) == pytest.approx(40)
    line = set_line((Run("“十四五”", BODY),), FONTS)
    assert (line.x, line.width) == (0.0, pytest.approx(40))
    assert line.runs[0].x == pytest.approx(-5)


@pytest.mark.parametrize(
    ("text", "ems"),
    [("好》，好", 3.5), ("好，“好", 3.5), ("好。”好", 3.5), ("好“《好", 3.5), ("好》《好", 3.5), ("好：“好", 3.5),
     ("好，好", 3), ("好？！好", 4), ("尔·马", 2.5), ("好——好", 4), ("好……好", 4)],
)  # fmt: skip
def test_marks_take_the_width_of_their_rule(text, ems):
    assert natural_width((Run(text, BODY),), FONTS) == pytest.approx(ems * SIZE)


def test_adjacent_marks_close_up_across_runs_too():
    bold = Style("serif-700", SIZE, BLACK)
    assert natural_width((Run("好”", bold), Run("，好", BODY)), FONTS) == pytest.approx(35)


def test_the_kai_face_takes_the_same_widths_though_it_has_no_half_forms():
    kai = Style("kai-400", SIZE, BLACK)
    assert natural_width((Run("“好”，好", kai),), FONTS) == pytest.approx(40)
    assert natural_width((Run("尔·马", kai),), FONTS) == pytest.approx(25)


def test_a_number_has_an_eighth_of_an_em_beside_chinese_but_not_beside_marks():
    digits = natural_width((Run("2024", BODY),), FONTS)
    assert natural_width((Run("至2024年", BODY),), FONTS) == pytest.approx(20 + digits + 2.5)
    assert natural_width((Run("，2024，好", BODY),), FONTS) == pytest.approx(30 + digits)
    assert set_line((Run("至2024年", BODY),), FONTS).text == "至2024年"


def test_quotes_in_english_are_as_wide_as_latin_ones():
    latin = natural_width((Run("don’t", BODY),), FONTS)
    assert latin < 3.2 * SIZE
    quoted = set_line((Run("He said “yes” to it", BODY),), FONTS)
    assert dict(zip(quoted.runs[0].clusters, quoted.runs[0].advances, strict=True))["“"] < 0.6 * SIZE


def test_tracking_opens_every_gap_but_not_the_end():
    loose = Style("serif-400", SIZE, BLACK, tracking=0.1)
    assert natural_width((Run("一二三", loose),), FONTS) == pytest.approx(32)


def test_the_em_box_is_centred_in_the_leading_and_lines_follow_the_leading():
    done = set_paragraph(body("一二三四五六七八九十"), 50, FONTS)
    assert [line.top for line in done.lines] == [0, 18]
    assert [line.baseline for line in done.lines] == pytest.approx([12.8, 30.8])
    assert done.height == 36


def test_mixed_sizes_share_one_baseline():
    large = Style("num-400", 16.0, BLACK)
    done = set_paragraph(
        StyledParagraph((Run("达", BODY), Run("479", large), Run("亿", BODY)), 18), 200, FONTS
    )
    assert len({run.y for run in done.lines[0].runs}) == 1


def test_stacked_paragraphs_count_from_the_boxs_top():
    done = set_text((body("一二"), body("三四", space_before=6)), 100, FONTS)
    assert [line.top for line in done.lines] == [0, 24]
    assert done.lines[1].runs[0].y == done.lines[1].baseline == pytest.approx(36.8)
    assert done.height == 42


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("center", 35), ("right", 70)])
def test_alignment_moves_natural_lines(align, x):
    line = set_paragraph(body("一二三", align=align), 100, FONTS).lines[0]
    assert (line.x, line.width) == (pytest.approx(x), pytest.approx(30))


def test_an_indent_moves_the_first_line_and_an_opening_mark_still_gives_its_blank():
    done = set_paragraph(body("“一二三四”五六七八九十", indent=2, align="justify"), 80, FONTS)
    assert done.lines[0].x == pytest.approx(20)
    assert done.lines[1].x == pytest.approx(0)
    assert done.lines[0].x + done.lines[0].width == pytest.approx(80)


def test_a_hanging_quote_stands_left_of_the_edge():
    line = set_paragraph(body("“跨越”势头", hang_quotes=True), 100, FONTS).lines[0]
    assert line.x == pytest.approx(-4.6)


def test_a_trailing_space_keeps_its_character_but_no_width():
    done = set_paragraph(body("hello world"), 30, FONTS)
    assert [line.text for line in done.lines] == ["hello ", "world"]
    assert done.lines[0].runs[0].advances[-1] == 0


def test_an_empty_paragraph_is_one_empty_line():
    done = set_paragraph(body(""), 100, FONTS)
    assert len(done.lines) == 1
    assert done.height == 18
    assert set_line((), FONTS).width == 0


def turned(runs: tuple[GlyphRun, ...]) -> list[str]:
    return [run.text for run in runs if run.turned]


def test_a_vertical_column_turns_dashes_and_words_and_keeps_short_numbers_upright():
    text = "“不移”——促12年GDP……2024。"
    done = set_vertical(text, BODY, 12, FONTS)
    (line,) = done.lines
    assert line.text == text
    assert done.width == SIZE
    assert turned(line.runs) == ["——", "GDP", "……", "2024"]
    upright = FONTS.face("serif-400").glyph("。")
    assert line.runs[-1].glyphs[0] != upright


@pytest.mark.parametrize(
    ("rule", "text", "ems"),
    [
        ("an opening mark is flush at the head, a closing one at the foot (T-06, T-07)", "“好好”", 3),
        ("a closing mark before a pause (T-05)", "好”，好", 3.5),
        ("a pause before an opening mark (T-05)", "好，“好", 3.5),
        ("nested marks (T-05)", "好《〈好〉》好", 6),
        ("marks of one kind each keep their blank", "好，好，好", 5),
        ("half an em for the interpunct (T-08)", "卡尔·马克思", 5.5),
        ("two em for dashes and ellipses (T-04)", "好——好……好", 7),
        ("a short number is one upright character", "第12届", 3),
        ("an eighth of an em beside turned words (T-12)", "好A好", None),
    ],
)
@pytest.mark.parametrize("face", ["serif-900", "sans-500", "kai-400"])
def test_marks_in_a_column_take_the_height_of_their_rule(rule, text, ems, face):
    style = Style(face, SIZE, BLACK)
    done = set_vertical(text, style, SIZE, FONTS)
    assert done.lines[0].text == text
    if ems is None:
        word = natural_width((Run("A", style),), FONTS)
        assert done.height == pytest.approx(2 * SIZE + 2 * SIZE / 8 + word), rule
        return
    assert done.height == pytest.approx(ems * SIZE), rule
    for run in done.lines[0].runs:
        _, bottom, _, top = FONTS.face(face).bounds(run.glyphs[0])
        if not run.turned:  # nothing sticks out at the head and the foot
            assert run.y - top * SIZE >= -0.01
            assert run.y - bottom * SIZE <= done.height + 0.01


def test_a_wider_pitch_leaves_marks_closed_up_by_the_same_half_em():
    tight, loose = (set_vertical("好”，好", BODY, pitch, FONTS).height for pitch in (SIZE, 1.5 * SIZE))
    assert loose - tight == pytest.approx(4 * 0.5 * SIZE)


def test_two_dashes_are_one_stroke_in_every_face():
    for face in ("serif-400", "sans-700", "kai-400"):
        (run,) = set_line((Run("——", Style(face, SIZE, BLACK)),), FONTS).runs
        assert (run.clusters, run.advances) == (("——",), (2 * SIZE,))


def test_vertical_cells_follow_the_pitch():
    done = set_vertical("人民好", BODY, 25, FONTS)
    assert [run.y for run in done.lines[0].runs] == pytest.approx([8.8, 33.8, 58.8])
    assert {run.x for run in done.lines[0].runs} == {0.0}
    assert done.height == 75
