"""Themes that ship are whole; a user's own is checked token by token."""

from pathlib import Path

import pytest

from reportgen.errors import ReportgenError
from reportgen.model.theme import Typography
from reportgen.themes import bundled_themes, load_theme
from reportgen.themes.audit import contrast

DESIGN_BRAND = {"danqing": (24, 98, 92, 22), "fenchuan": (96, 74, 32, 28)}


def test_both_themes_of_the_design_ship() -> None:
    assert bundled_themes() == ("danqing", "fenchuan")


@pytest.mark.parametrize("name", bundled_themes())
def test_a_bundled_theme_has_its_authored_brand_colour_and_three_roles(name: str) -> None:
    theme = load_theme(name)
    assert theme.colour("brand-500").cmyk == DESIGN_BRAND[name]
    assert len(theme.roles) == 3
    assert theme.role(3) == theme.role(0)
    assert max(colour.ink for colour in theme.colours.values()) <= 300


def test_contrast_is_that_of_wcag() -> None:
    theme = load_theme()
    assert contrast(theme.colour("white"), theme.colour("white")) == 1
    assert 15 < contrast(theme.colour("ink-text"), theme.colour("white")) < 17


def test_an_own_theme_lies_over_a_bundled_one(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(
        'base = "fenchuan"\nname = "house"\n[colours]\nsilk = { cmyk = [0, 0, 0, 0], srgb = "#FFFFFF" }\n',
        encoding="utf-8",
    )
    theme = load_theme("house.toml", tmp_path)
    assert theme.colour("silk").srgb == (255, 255, 255)
    assert theme.colour("brand-500") == load_theme("fenchuan").colour("brand-500")


def test_indent_and_strictness_are_the_themes_choice(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text("[typography]\nindent = 0\nstrict = false\n", encoding="utf-8")
    assert load_theme("house.toml", tmp_path).typography == Typography(0.0, strict=False)
    assert load_theme().typography == Typography(2.0, strict=True)


BAD = {
    "ink over the limit": (
        '[colours]\nbrand-700 = { cmyk = [100, 100, 90, 46], srgb = "#111111" }', "总墨量 336%"
    ),
    "text too faint": ('[colours]\na1-700 = { cmyk = [0, 10, 30, 0], srgb = "#FFEEBB" }', "对比度"),
    "unreadable colour": ('[colours]\nsilk = { cmyk = [1, 2], srgb = "#FFF" }', "“silk”的写法不对"),
    "missing role colour": ('[[roles]]\naccent = "nothing"', "缺少颜色“nothing”"),
    "broken file": ("[colours\n", "own.toml:1:9: 主题文件不是有效的 TOML"),
    "unknown key": ("[colors]\n", "own.toml:1:1: 未知的键“colors”\n  提示：是否指“colours”？"),
    "unknown step": ('[type]\nh9 = { face = "kai-400", size = 9, leading = 14 }', "own.toml:2:1: 未知的键“h9”"),
    "a habit outside its table": ("\nindent = 0", "own.toml:2:1: 未知的键“indent”"),
    "colours that are no table": ("colours = 3", "own.toml:1:1: colours 应为一个表"),
    "a single role": ('[roles]\naccent = "a1-500"', "own.toml:1:1: roles 应为[[键]]"),
    "roles that are no tables": ('roles = ["a1-500"]', "own.toml:1:1: roles 应为[[键]]"),
    "a ratio that is no list": ("ratio = 1", "own.toml:1:1: ratio 应为"),
    "a ratio of lists": ("ratio = [[1]]", "缺少颜色“[1]”"),
    "endless type": ('[type]\nbody = { face = "serif-400", size = inf, leading = 8 }', "至多 400 磅"),
    "leading that is no number": ('[type]\nbody = { face = "serif-400", size = 9, leading = nan }', "至多 400 磅"),
    "unknown base": ('base = "danqin"', "是否指“danqing”"),
    "tiny type": ('[type]\nbody = { face = "serif-400", size = 4, leading = 8 }', "小于 6 磅"),
    "indent too wide": ("[typography]\nindent = 9", "0 到 4"),
    "strict that is no choice": ("[typography]\nstrict = 1", "true 或 false"),
    "unknown habit": ("[typography]\nhang = true", "没有“hang”"),
    "unknown deck step": ("[deck]\nbodi = 3", "own.toml:2:1: 未知的键“bodi”\n  提示：是否指“body”？"),
    "a deck that is no table": ("deck = 3", "own.toml:1:1: deck 应为一个表"),
    "tiny slides": (
        '[deck]\nhead = { face = "sans-700", size = 20, leading = 28 }\n'
        'body = { face = "sans-500", size = 4, leading = 8 }',
        "own.toml:3:1: 字阶“body”小于 6 磅",
    ),
    "a step that is a number": ("[deck]\nbody = 20", "own.toml:2:1: 字阶“body”缺"),
    "incomplete step": ('[type]\nbody = { face = "serif-400" }', "“body”缺"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "said"), BAD.values(), ids=BAD.keys())
def test_a_faulty_theme_is_refused_with_the_reason(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        load_theme("own.toml", tmp_path)
    assert said in "\n".join(problem.render("zh") for problem in caught.value.problems)
    assert all(
        problem.place and Path(problem.place.file).name == "own.toml" for problem in caught.value.problems
    )


@pytest.mark.parametrize(
    ("text", "place", "said", "hint"),
    [
        ('base = "danqing"\n[colors]\nsilk = 1\n', "2:1", "未知的键“colors”", "是否指“colours”"),
        (
            '[colours]\nbrand-550 = { cmyk = [0, 0, 0, 9], srgb = "#EEEEEE" }\n',
            "2:1",
            "“brand-550”",
            "brand-5",
        ),
        ('[colours]\nbrand-500 = "#0B6E4F"\n', "2:1", "颜色“brand-500”的写法不对", "cmyk = ["),
    ],
)
def test_a_slip_in_an_own_theme_is_told_once_with_its_line(
    tmp_path: Path, text: str, place: str, said: str, hint: str
) -> None:
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ReportgenError) as caught:
        load_theme("own.toml", tmp_path)
    (problem,) = caught.value.problems
    assert str(problem.place).endswith(f"own.toml:{place}")
    assert said in problem.message.zh
    assert problem.hint is not None
    assert hint in problem.hint.zh


def test_an_own_theme_may_bring_colours_its_roles_use(tmp_path: Path) -> None:
    role = "".join(f'{key} = "pine"\n' for key in ("accent", "text", "mid", "soft"))
    (tmp_path / "own.toml").write_text(
        '[colours]\npine = { cmyk = [85, 30, 75, 40], srgb = "#0A4A38" }\n'
        f'[[roles]]\n{role}wash = "white"\non = "white"\nnumeral = "white"\n',
        encoding="utf-8",
    )
    assert load_theme("own.toml", tmp_path).role(0).accent.token == "pine"


@pytest.mark.parametrize("name", ["danqin", "missing.toml", "../outside.toml"])
def test_a_theme_that_is_not_there_is_named_with_a_hint(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReportgenError) as caught:
        load_theme(name, tmp_path)
    assert caught.value.problems[0].hint


def test_a_family_of_tints_changed_by_half_is_warned_of_at_its_place(tmp_path: Path) -> None:
    own = '[colours]\nbrand-500 = { cmyk = [85, 30, 75, 30], srgb = "#0B6E4F" }\n'
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    (warning,) = load_theme("own.toml", tmp_path).warnings
    assert str(warning.place).endswith("own.toml:2:1")
    assert "brand-100、brand-200、brand-400、brand-700" in warning.message.zh
    colours = load_theme().colours
    for token in ("brand-100", "brand-200", "brand-400", "brand-700"):
        own += f'{token} = {{ cmyk = {list(colours[token].cmyk)}, srgb = "#{colours[token].hex}" }}\n'
    (tmp_path / "own.toml").write_text(own, encoding="utf-8")
    assert not load_theme("own.toml", tmp_path).warnings


def test_a_theme_that_nests_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "deep.toml").write_text(f"x = {'[' * 5000}{']' * 5000}\n", encoding="utf-8")
    with pytest.raises(ReportgenError, match="nests too deep"):
        load_theme("deep.toml", tmp_path)
