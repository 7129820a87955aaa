"""One row per rule: its clause, the text, the measure in em, the lines it must give."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.fonts import Fonts
from reportgen.model.text import Run, Style, StyledParagraph
from reportgen.model.theme import Colour
from reportgen.typeset import natural_width, set_paragraph
from reportgen.typeset.words import words_of

FONTS = Fonts.load()
BLACK = Colour("ink-text", (0, 0, 0, 100), (31, 31, 29))
SIZE = 10.0
BODY = Style("serif-400", SIZE, BLACK)

RULES = (
    ("comma not at a line's start", "GB/T 15834 T-01", "一二三四五，六七", 5, ("一二三四", "五，六七")),
    ("full stop fits at half width", "GB/T 15834 5.1.10 T-06", "一二三四，五六七八", 4.5, ("一二三四，", "五六七八")),
    ("closing quote not at a line's start", "T-01", "一二“三四五”六七", 5, ("一二“三四", "五”六七")),
    ("opening bracket not at a line's end", "T-02", "一二三四（五六）七", 5, ("一二三四", "（五六）七")),
    ("dash not split", "T-04", "一二三四——五六七", 5, ("一二三", "四——五", "六七")),
    ("dash not at a line's start", "T-03", "一二三四五——六七", 5, ("一二三四", "五——六七")),
    ("ellipsis not at a line's start", "T-03", "一二三四五……六七", 5, ("一二三四", "五……六七")),
    ("two marks take one and a half", "T-05", "一二”，三四五", 6.5, ("一二”，三四五",)),
    ("opening mark flush at the start", "T-07", "“一二三”四五六七", 5.5, ("“一二三”四", "五六七")),
    ("number not cut from its unit", "T-17", "经济总量达479.5亿元居首", 7, ("经济总量达", "479.5亿元居首")),
    ("percent stays with its number", "T-17", "一二三四增长12.5%以上", 7.2, ("一二三四增长", "12.5%以上")),
    ("ratio stays whole", "UAX #14 LB25", "结构优化为6.1:10.4:83.5。", 8, ("结构优化为", "6.1:10.4:83.5。")),
    ("range stays whole", "GB/T 15834 5.1.7", "比重为63%—68%之间", 7.4, ("比重为", "63%—68%之间")),
    ("minus stays with its number", "UAX #14 LB25", "一二三四五−5℃", 6, ("一二三四五", "−5℃")),
    ("year and month", "T-17", "截至二三四五2024年底", 7.5, ("截至二三四五", "2024年底")),
    ("word stays whole", "UAX #14 AL", "一二三四五design", 7, ("一二三四五", "design")),
    ("author's hyphen", "UAX #14 HY", "一二三四state-of-art", 7.5, ("一二三四state-", "of-art")),
    ("interpunct not at a line's start", "T-08", "一二三卡尔·马克思", 5, ("一二三卡", "尔·马克思")),
    ("nested quotes", "GB/T 15834 4.8", "一二“‘三四’五”六七八九", 5, ("一二“‘三", "四’五”六", "七八九")),
    ("last line of two at least", "T-16", "一二三四五六七八九十甲", 5, ("一二三四", "五六七八九", "十甲")),
    ("declared break", "contract", "一二三\n四五六", 9, ("一二三", "四五六")),
    ("long range parted after its connector alone", "GB/T 15834 5.1.7", "值18,000—20,000人", 5.6, ("值18,000—", "20,000人")),
    ("address broken before a dot", "Chicago 7.46", "见press.office@example.com", 5.5, ("见press", ".office@", "example", ".com")),
    ("address broken before its hyphen", "Chicago 14.18", "见www.example.com/making-smart-and-smarter", 14.7, ("见www.example.com/making", "-smart-and-smarter")),
    ("address not broken inside a number", "UAX #14 LB25", "doi:10.1007/s4182-024", 7, ("doi:10.1007/", "s4182-024")),
    ("sign as wide as a character stays with its number", "T-17", "一二三四￥1,999元", 5, ("一二三四", "￥1,999元")),
    ("repetition mark not at a line's start", "UAX #14 NS", "一二三四五人々六", 6, ("一二三四五", "人々六")),
    ("slash between alternatives inside the line", "T-01 T-02", "一二三四和/或五", 6, ("一二三四", "和/或五")),
    ("author's zero-width space in a word", "UAX #14 ZW", "一二very\u200blong", 5, ("一二very\u200b", "long")),
    ("author's zero-width space before a space", "UAX #14 LB8", "一二三\u200b 四五", 3, ("一二三\u200b ", "四五")),
    ("date in an address stays whole", "UAX #14 LB25", "见http://example.cn/archive/2024/06/from", 12.5, ("见http://example.cn/", "archive/2024/06/from")),
    ("number of a standard is a name", "GB/T 15834 5.1.7", "依据标准GB/T 15834—2011判定", 11, ("依据标准", "GB/T 15834—2011判定")),
    ("address broken after a slash", "UAX #14 SY", "见www.example.com/reports/a", 11, ("见www.example.com/", "reports/a")),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "clause", "text", "ems", "lines"), RULES, ids=[row[0] for row in RULES])
def test_a_rule_of_line_breaking(rule, clause, text, ems, lines):
    done = set_paragraph(StyledParagraph((Run(text, BODY),), 18), ems * SIZE, FONTS)
    assert tuple(line.text for line in done.lines) == lines, clause
    assert not any(line.broken for line in done.lines)


def set_at(text: str, ems: float, **options: object) -> tuple[str, ...]:
    done = set_paragraph(StyledParagraph((Run(text, BODY),), 18), ems * SIZE, FONTS, **options)  # type: ignore[arg-type]
    return tuple(line.text for line in done.lines)


@pytest.mark.parametrize("mark", "。，、；：？！”’）》〉】〕」』·～/々")
def test_a_mark_that_must_not_begin_a_line_takes_its_neighbour_down(mark):
    """T-01 (GB level), T-08: the mark would be the sixth character of five."""
    _, second = set_at(f"一二三四五{mark}六七八", 5.4 if mark in "·/" else 5)
    assert second[0] == "五" if mark in "·～/々" else second[0] in "五四"
    assert mark not in second[0]


@pytest.mark.parametrize("mark", "“‘（《〈【〔「『")
def test_a_mark_that_must_not_end_a_line_goes_down(mark):
    """T-02: the mark would be the fifth character of five."""
    assert set_at(f"一二三四{mark}五六七八", 5) == ("一二三四", f"{mark}五六七八")


@pytest.mark.parametrize("pair", ["——", "⸺", "……"])
def test_strictness_is_a_choice_but_a_pair_is_never_split(pair):
    """T-03 and T-04: the strict level is the default."""
    text = f"一二三四五{pair}六七"
    assert set_at(text, 5) == ("一二三四", f"五{pair}六七")
    assert set_at(text, 5, strict=False) == ("一二三四五", f"{pair}六七")
    assert set_at(text, 6, strict=False) == ("一二三四五", f"{pair}六七")


@pytest.mark.parametrize(
    "token",
    ["+6.5%", "-12.5℃", "−15℃", "¥1,999.00", "￥38.5元", "479.5亿元", "3.2万户", "53个", "14.7公里", "300余件", "第12届",
     "28.35%", "35‰", "62.5km", "120ms", "6.1:10.4:83.5", "3∶2", "08:05", "63%～68%", "-5~38℃", "2026年", "4.5个百分点", "5,600人次",
     "60㎡", "1/4", "8×100"],
)  # fmt: skip
def test_a_number_keeps_its_sign_its_symbol_and_its_measure_word(token):
    """T-17; UAX #14 LB25; GB/T 15835—2011: whatever the width, where the line could hold the token."""
    widest = natural_width((Run(token, BODY),), FONTS) / SIZE
    for step in range(12):
        lines = set_at(f"一二三四五六{token}七八九十", widest + 1 + step / 4)
        assert sum(token in line for line in lines) == 1, lines


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("一二infrastructure三四五六", 6, ("一二infra", "structure三", "四五六")),
        ("一二三architecture四", 7, ("一二三archi", "tecture四")),
        ("一二三四strength五六七八", 7, ("一二三", "四strength五", "六七八")),  # one syllable: left ragged
    ],
)
def test_an_english_word_is_divided_at_its_syllables_when_a_justified_line_would_gape(text, ems, lines):
    done = set_paragraph(StyledParagraph((Run(text, BODY),), 18, "justify"), ems * SIZE, FONTS)
    assert tuple(line.text for line in done.lines) == lines
    hyphened = done.lines[0].runs[-1].clusters[-1] == ""
    assert hyphened is (lines[0] != "一二三")


def test_a_name_of_the_list_is_not_broken():
    text = "今天请到了闫淑娟同志"
    free = set_paragraph(StyledParagraph((Run(text, BODY),), 18), 60, FONTS)
    kept = set_paragraph(StyledParagraph((Run(text, BODY),), 18), 60, FONTS, ("闫淑娟",))
    assert free.lines[0].text.endswith("闫")
    assert tuple(line.text for line in kept.lines) == ("今天请到了", "闫淑娟同志")


def test_a_kept_run_is_not_broken():
    runs = (Run("一二三四", BODY), Run("五六七", BODY, keep=True), Run("八", BODY))
    done = set_paragraph(StyledParagraph(runs, 18), 60, FONTS)
    assert tuple(line.text for line in done.lines) == ("一二三四", "五六七八")


def test_a_heading_is_broken_at_its_space_into_about_equal_lines():
    text = "坚定不移促发展 人民生活节节高"
    done = set_paragraph(StyledParagraph((Run(text, BODY),), 14, balance=True), 110, FONTS)
    assert tuple(line.text for line in done.lines) == ("坚定不移促发展 ", "人民生活节节高")


def test_a_heading_is_broken_at_a_phrase():
    text = "城市能级实现历史性跃升"
    done = set_paragraph(StyledParagraph((Run(text, BODY),), 14, balance=True), 80, FONTS)
    assert tuple(line.text for line in done.lines) == ("城市能级实现", "历史性跃升")


def test_a_word_wider_than_the_measure_is_broken_and_reported():
    done = set_paragraph(StyledParagraph((Run("看Supercalifragilistic吧", BODY),), 18), 40, FONTS)
    assert done.text == "看Supercalifragilistic吧"
    cut = [line.broken for line in done.lines if line.broken]
    assert set(cut) == {"Supercalifragilistic"}
    assert all(line.width <= 40.001 for line in done.lines)
    assert not done.lines[-1].broken


@pytest.mark.parametrize(
    ("token", "names"),
    [("1,234,567,890.5%", ()), ("闫淑娟委员长", ("闫淑娟委员长",)), ("（“《〈好〉》”）", ())],
)
def test_what_must_stay_whole_is_cut_only_where_the_line_cannot_hold_it_and_says_so(token, names):
    paragraph = StyledParagraph((Run(f"到{token}为止，以及其他", BODY),), 18)
    narrow = set_paragraph(paragraph, 40, FONTS, names)
    assert narrow.text == paragraph.text
    assert token in {line.broken for line in narrow.lines}
    wide = set_paragraph(paragraph, 90, FONTS, names)
    assert len(wide.lines) > 1
    assert not any(line.broken for line in wide.lines)


def test_a_rare_character_comes_from_the_face_that_has_it():
    done = set_paragraph(StyledParagraph((Run("𠮷先生", BODY),), 18), 90, FONTS)
    assert [run.style.face for run in done.lines[0].runs] == ["kai-400", "serif-400"]


def test_a_soft_hyphen_of_the_author_shows_where_the_word_is_divided():
    done = set_paragraph(StyledParagraph((Run("一二三infra\u00adstructure", BODY),), 18), 60, FONTS)
    assert [line.text for line in done.lines] == ["一二三infra\u00ad", "structure"]
    assert done.lines[0].runs[-1].clusters[-1] == ""
    whole = set_paragraph(StyledParagraph((Run("infra\u00adstructure", BODY),), 18), 100, FONTS)
    assert "" not in whole.lines[0].runs[0].clusters


def test_an_english_word_is_hyphenated_where_the_line_would_gape():
    text = "国际上International Organization for Standardization发布"
    done = set_paragraph(StyledParagraph((Run(text, BODY),), 18, "justify"), 75, FONTS)
    assert done.text == text
    assert any(run.clusters[-1] == "" for line in done.lines for run in line.runs)


def test_a_line_with_few_gaps_opens_its_words_by_a_little_before_its_gaps_gape():
    """T-11: even gaps to 0.10 em, then at most 0.05 em a letter; the line is flush all the same."""
    text = "晋中internationalization以及internationalization"
    tight = StyledParagraph((Run(text, BODY),), 18, align="justify")
    first, *_ = set_paragraph(tight, 12.5 * SIZE, FONTS).lines
    loose = StyledParagraph((Run(text, BODY),), 18)
    natural, *_ = set_paragraph(loose, 12.5 * SIZE, FONTS).lines
    assert first.text == natural.text
    assert first.width == pytest.approx(12.5 * SIZE, abs=0.001)
    (letters,) = [run for run in natural.runs if "inter" in run.text]
    tracked = next(run for run in first.runs if "inter" in run.text)
    added = [b - a for a, b in zip(letters.advances[3:12], tracked.advances[3:12], strict=True)]
    assert all(0 < each <= 0.05 * SIZE + 0.001 for each in added)


def test_full_width_signs_take_no_space_beside_words():
    """They bring their own blank (CLREQ 3.2.2)."""
    done = set_paragraph(StyledParagraph((Run("一A％二", BODY),), 18), 200, FONTS)
    plain = set_paragraph(StyledParagraph((Run("一A二", BODY),), 18), 200, FONTS)
    one_space_less = plain.lines[0].width - done.lines[0].width
    assert one_space_less == pytest.approx(SIZE / 8 - SIZE, abs=0.01)


@pytest.mark.parametrize(
    ("text", "ems", "lines"),
    [
        ("党建引领汇聚合力", 6, ("党建引领", "汇聚合力")),
        ("太原市晋中一体化", 6, ("太原市晋中", "一体化")),
        ("太原市晋中一体化", 4.4, ("太原市", "晋中", "一体化")),  # a line more, rather than 晋｜中
        ("公共文化服务提质增效", 7, ("公共文化服务", "提质增效")),
        ("高校教师来榆创办科技创新型企业", 9, ("高校教师来榆创办", "科技创新型企业")),
        ("全国基层中医药工作示范区", 8, ("全国基层中医药", "工作示范区")),
        ("承办国家级“以电折水”、省级种业振兴等重大现场会", 14, ("承办国家级“以电折水”、", "省级种业振兴等重大现场会")),
        ("为城市更新提供了生动鲜活的“榆次样板”", 11, ("为城市更新提供了生动", "鲜活的“榆次样板”")),
        ("老百姓的幸福感更足了", 6, ("老百姓的", "幸福感更足了")),  # 的 leans back, 更 leans on
        ("奋力谱写㛃川市䶮河两岸人水和谐新篇章", 10, ("奋力谱写㛃川市䶮河", "两岸人水和谐新篇章")),
        ("实施108国道改线工程建设", 7, ("实施108国道", "改线工程建设")),
        ("破解“一房独大”“工业短板”等结构性矛盾上久久为功", 15, ("破解“一房独大”“工业短板”等", "结构性矛盾上久久为功")),
        ("古树逐一登记挂牌沿河老街修旧如旧街坊照常过日子", 13, ("古树逐一登记挂牌沿河", "老街修旧如旧街坊照常过日子")),
        ("村规民约立起来", 5.2, ("村规民约", "立起来")),
        ("坚持以人民为中心的发展思想", 8, ("坚持以人民", "为中心的发展思想")),
    ],
)  # fmt: skip
def test_a_heading_ends_its_lines_between_words(text, ems, lines):
    done = set_paragraph(StyledParagraph((Run(text, BODY),), 14, balance=True), ems * SIZE, FONTS)
    assert tuple(line.text for line in done.lines) == lines


def test_a_name_of_the_list_wins_over_the_words():
    heading = StyledParagraph((Run("太原市晋中一体化", BODY),), 14, balance=True)
    done = set_paragraph(heading, 60, FONTS, ("晋中一体化",))
    assert tuple(line.text for line in done.lines) == ("太原市", "晋中一体化")


@settings(max_examples=60, deadline=None)
@given(text=st.text("党建引领汇聚合力的和了，“”榆次𠮷abc12 ", min_size=1, max_size=30))
def test_words_are_the_text_split_and_nothing_else(text):
    words = words_of(text)
    assert "".join(words) == text
    assert all(words)
