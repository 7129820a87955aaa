"""The commands as a user calls them: exit codes, messages, and what stands in the output folder."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import pytest
from PIL import Image
from samples import CONTENTS

from reportgen.arguments import parser
from reportgen.cli import main
from reportgen.products import PRODUCTS

ZH = {"LANG": "zh_CN.UTF-8"}
EN = {"LANG": "C.UTF-8"}


def run(*argv: str, environment: dict[str, str] | None = None) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, out, err, environment or ZH)
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory with the tiny report under content/."""
    shutil.copytree(CONTENTS["tiny"], tmp_path / "content" / "tiny")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", ["pdf", "pptx"])
def test_without_arguments_every_report_is_made_and_its_path_printed(workplace: Path, command: str) -> None:
    code, out, _ = run(command)
    made = {"pdf": ["tiny-brochure.pdf", "tiny-brochure-print.pdf"], "pptx": ["tiny-deck.pptx"]}[command]
    paths = [Path("dist") / name for name in made]
    assert (code, out.split()) == (0, [str(path) for path in paths])
    assert all((workplace / path).stat().st_size > 1000 for path in paths)


def test_build_makes_everything_into_the_folder_asked_for(workplace: Path) -> None:
    code, _, _ = run("build", "tiny", "--out", "elsewhere", "--theme", "fenchuan")
    assert code == 0
    assert sorted(path.name for path in (workplace / "elsewhere").iterdir()) == [
        "tiny-brochure-office.pdf",
        "tiny-brochure-print.pdf",
        "tiny-brochure.pdf",
        "tiny-deck.pptx",
        "tiny-handout-factsheet.pdf",
        "tiny-handout-notes.pdf",
    ]


def test_the_purpose_picks_the_press_file(workplace: Path) -> None:
    code, out, _ = run("pdf", "--for", "press")
    assert (code, Path(out.strip()).name) == (0, "tiny-brochure-print.pdf")
    with_marks = (workplace / "dist" / "tiny-brochure-print.pdf").stat().st_size
    assert run("pdf", "--for", "press", "--no-marks")[0] == 0
    assert (workplace / "dist" / "tiny-brochure-print.pdf").stat().st_size < with_marks
    assert len(run("pdf", "--for", "all")[1].split()) == 3


def test_a_printers_profile_shapes_the_press_file_alone(workplace: Path) -> None:
    (workplace / "house.toml").write_text(
        'trim = "A4"\nbleed = 5\nspot = "PANTONE 186 C"\n', encoding="utf-8"
    )
    assert run("pdf", "--for", "all", "--profile", "house.toml")[0] == 0
    made = {path.name: path.read_bytes() for path in (workplace / "dist").iterdir()}
    assert b"/PANTONE#20186#20C" in made["tiny-brochure-print.pdf"]
    assert b"PANTONE" not in made["tiny-brochure.pdf"]


def test_a_report_may_name_its_printers_profile_itself(workplace: Path) -> None:
    folder = workplace / "content" / "tiny"
    source = (folder / "report.md").read_text(encoding="utf-8")
    (folder / "report.md").write_text(
        source.replace("---\n", "---\nprinter: house.toml\n", 1), encoding="utf-8"
    )
    (folder / "house.toml").write_text('spot = "PANTONE 186 C"\n', encoding="utf-8")
    assert run("pdf", "--for", "press")[0] == 0
    assert b"/PANTONE#20186#20C" in (workplace / "dist" / "tiny-brochure-print.pdf").read_bytes()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bled = 3", "house.toml:1:1: unknown key 'bled'"),
        ("\nink-limit = 150", "colour 'brand-700' has 268 % of ink, more than the 150 % of 'FOGRA39'"),
        ("trim = [148, 210]", "a trim of 148 × 210 mm is too small"),
    ],
)
def test_a_wrong_profile_is_refused_with_its_place_and_nothing_is_written(
    workplace: Path, text: str, said: str
) -> None:
    (workplace / "house.toml").write_text(text, encoding="utf-8")
    code, _, err = run("pdf", "--for", "press", "--profile", "house.toml", environment=EN)
    assert code == 2
    assert said in err
    assert "hint: " in err
    assert not (workplace / "dist").exists()


def test_a_coarse_picture_is_told_at_build_and_by_check(workplace: Path) -> None:
    from PIL import Image

    folder = workplace / "content" / "tiny"
    Image.new("RGB", (320, 200)).save(folder / "pic.png")
    with (folder / "report.md").open("a", encoding="utf-8") as report:
        report.write("\n::: picture {file=pic.png alt=步道}\n:::\n")
    code, out, err = run("pdf", "--for", "press", environment=EN)
    assert code == 1  # the preflight of the finished file: GWG 2022 R0031
    assert "unfit for the press" in err
    assert "[image-ppi] page" in err
    assert (workplace / out.strip()).is_file()
    assert run("pdf", "--for", "screen", environment=EN)[0] == 0
    code, _, err = run("check", "tiny", environment=EN)
    assert code == 1
    assert "unfit for the press" in err


def test_booklets_are_written_beside_the_brochure_in_any_combination(workplace: Path) -> None:
    code, out, _ = run(
        "pdf", "--for", "office", "--booklet", "press,spreads", "--booklet", "a4", "--booklet=a3"
    )
    assert code == 0
    assert [Path(line).name for line in out.split()] == [
        "tiny-brochure-office.pdf",
        "tiny-brochure-booklet-press.pdf",
        "tiny-brochure-booklet-spreads.pdf",
        "tiny-brochure-booklet-a3.pdf",
        "tiny-brochure-booklet-a4.pdf",
    ]


def test_a_booklet_too_thick_for_its_staples_is_told_once(workplace: Path) -> None:
    (workplace / "card.toml").write_text("paper-gsm = 500", encoding="utf-8")
    shutil.copytree(CONTENTS["long"], workplace / "content" / "long")
    options = ("--for", "screen", "--booklet", "press,a3")  # drafts are not preflighted, which takes longer
    code, _, err = run("pdf", "long", *options, "--profile", "card.toml", environment=EN)
    assert (code, err.count("warning:"), err.count("hint:")) == (0, 1, 1)
    assert "long/report.md: 40 pages of 500 g/m², saddle stitching takes 20" in err
    assert run("pdf", "long", *options, environment=EN)[2] == ""


def test_a_booklet_of_no_known_kind_is_refused(workplace: Path) -> None:
    code, _, err = run("pdf", "--booklet", "press,a5")
    assert code == 2
    assert "--booklet：a5 ∉ press, spreads, a3, a4" in err


def test_a_new_report_can_be_built_at_once(workplace: Path) -> None:
    assert run("new", "某区发布会")[:2] == (0, f"{Path('content') / '某区发布会'}\n")
    code, out, err = run("pdf", "某区发布会")
    assert code == 0, err
    assert "某区发布会-brochure.pdf" in out


def test_bad_input_is_told_with_its_place_and_leaves_the_output_untouched(workplace: Path) -> None:
    (workplace / "dist").mkdir()
    (workplace / "dist" / "tiny-brochure.pdf").write_bytes(b"earlier")
    report = workplace / "content" / "tiny" / "report.md"
    report.write_text(report.read_text("utf-8") + "\n[许多]{#many}\n\n[七人]{#many}\n", encoding="utf-8")
    code, out, err = run("pdf")
    assert (code, out) == (2, "")
    assert "content/tiny/report.md:" in err
    assert "读不出数量“许多”" in err
    assert "编号“many”" in err
    assert "提示：" in err
    assert "Traceback" not in err
    assert [path.name for path in (workplace / "dist").iterdir()] == ["tiny-brochure.pdf"]
    assert (workplace / "dist" / "tiny-brochure.pdf").read_bytes() == b"earlier"


def test_messages_follow_the_locale() -> None:
    assert "没有" in run("pdf", "nowhere")[2] or "找不到" in run("pdf", "nowhere")[2]
    assert "no folder" in run("pdf", "nowhere", environment=EN)[2]


@pytest.mark.parametrize("argv", [("pdf", "nowhere"), ("pdf", "tiny", "--theme", "danqin")])
def test_a_wrong_name_gets_a_hint_and_exit_code_two(workplace: Path, argv: tuple[str, ...]) -> None:
    code, _, err = run(*argv)
    assert code == 2
    assert "提示：" in err


def test_check_lists_every_figure_with_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(CONTENTS["yuci"].parents[1])
    code, out, err = run("check", "yuci", "--json", "-v")
    rows = json.loads(out)
    gdp = next(row for row in rows if row["id"] == "gdp")
    assert code == 0
    assert (gdp["value"], gdp["unit"], gdp["label"]) == ("479.5", "亿元", "经济总量")
    assert gdp["sentence"].startswith("截至2024年")
    assert f"已标数字 {len(rows)} 个" in err


def test_check_reports_half_width_punctuation_and_mends_it(workplace: Path) -> None:
    report = workplace / "content" / "tiny" / "report.md"
    report.write_text(report.read_text("utf-8").replace("，", ",", 1), encoding="utf-8")
    code, _, err = run("check", "tiny")
    assert code == 1
    assert "半角“,”" in err
    assert run("check", "tiny", "--fix")[0] == 0
    assert "," not in report.read_text("utf-8").split("---")[2]


def test_help_shows_examples_in_both_languages(capsys: pytest.CaptureFixture[str]) -> None:
    for language, word in (("zh", "示例"), ("en", "examples")):
        text = parser(language, PRODUCTS).format_help()  # type: ignore[arg-type]
        assert word in text
        assert "python -m reportgen pdf" in text
    assert run("--version")[0] == 0
    assert "reportgen" in capsys.readouterr().out


def test_help_does_not_load_what_draws() -> None:
    import subprocess
    import sys

    code = "import sys, reportgen.cli as c; c.parser('en', c.PRODUCTS).format_help(); print([m for m in ('matplotlib','reportlab','pptx','yaml','PIL','numpy') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=CONTENTS["yuci"].parents[1],
    )
    assert done.stdout.strip() == "[]"


def test_the_speakers_deck_is_written_only_when_asked_for(workplace: Path) -> None:
    code, out, _ = run("pptx", "--speaker", "--fonts", "system")
    assert code == 0
    assert [Path(line).name for line in out.split()] == ["tiny-deck.pptx", "tiny-deck-speaker.pptx"]
    assert all((workplace / line).stat().st_size < 300_000 for line in out.split())


LONG_WORD = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 3


def test_a_word_wider_than_its_column_is_told_with_its_place_at_build_and_by_check(workplace: Path) -> None:
    with (workplace / "content" / "tiny" / "report.md").open("a", encoding="utf-8") as report:
        report.write(f"\n步道又称{LONG_WORD}。\n")
    for argv in (("check", "tiny"), ("build", "tiny")):
        code, _, err = run(*argv)
        assert err.count(LONG_WORD) == 1
        assert "tiny/report.md:7:5:" in err
        assert "软连字符" in err
        assert code == (1 if argv[0] == "check" else 0)
    assert (workplace / "dist" / "tiny-deck.pptx").is_file()


def test_build_says_that_check_has_more_to_tell(workplace: Path) -> None:
    assert "提醒" not in run("pptx", "tiny")[2]
    with (workplace / "content" / "tiny" / "report.md").open("a", encoding="utf-8") as report:
        report.write("\n步道全长18公里,沿线有3座桥。\n")
    code, _, err = run("pptx", "tiny")
    assert code == 0
    assert "条提醒" in err
    assert "check tiny" in err
    assert run("check", "tiny")[0] == 1


def test_a_wrong_theme_in_the_head_is_told_at_its_place(workplace: Path) -> None:
    path = workplace / "content" / "tiny" / "report.md"
    source = path.read_text(encoding="utf-8")
    for name in ("danqin", "missing.toml", "../outside.toml"):
        path.write_text(source.replace("---\n", f"---\ntheme: {name}\n", 1), encoding="utf-8")
        code, _, err = run("pptx", "tiny")
        assert code == 2
        assert "tiny/report.md:2:1: " in err
    assert "report.md" not in run("pptx", "tiny", "--theme", "danqin")[2]


def test_how_much_is_said_is_asked_for_on_the_command_line(workplace: Path) -> None:
    with (workplace / "content" / "tiny" / "report.md").open("a", encoding="utf-8") as report:
        report.write("\n步道全长18公里。\n")
    said = {flag: run("pptx", "tiny", *flag.split())[1:] for flag in ("", "-q", "-v", "-q -v")}
    assert {out for out, _ in said.values()} == {f"{Path('dist') / 'tiny-deck.pptx'}\n"}
    told = {flag: ("条提醒" in err, "正在生成 tiny-deck.pptx" in err) for flag, (_, err) in said.items()}
    assert told == {"": (True, False), "-q": (False, False), "-v": (True, True), "-q -v": (False, False)}
    assert said["-q"][1] == ""


def test_check_tells_notes_only_when_verbose_and_its_table_always(workplace: Path) -> None:
    notes = {flag: run("check", "tiny", *flag.split()) for flag in ("", "-q", "-v")}
    assert {flag: "已标数字" in err for flag, (_, _, err) in notes.items()} == {
        "": False,
        "-q": False,
        "-v": True,
    }
    assert {out for _, out, _ in notes.values()} == {"编号\t数值\t单位\t指标\t原句\t用处\t带符号\t方向\n"}


def test_a_build_tells_what_of_a_picture_cannot_be_used_at_its_line(workplace: Path) -> None:
    folder = workplace / "content" / "tiny"
    Image.new("RGB", (2400, 1600)).save(folder / "甲.jpg", icc_profile=b"not a profile" * 20)
    with (folder / "report.md").open("a", encoding="utf-8") as report:
        report.write('\n::: picture {file=甲.jpg alt="河边"}\n:::\n')
    line = (folder / "report.md").read_text(encoding="utf-8").count("\n") - 1
    for command in ("check", "pptx"):
        _, _, err = run(command, "tiny")
        assert f"content/tiny/report.md:{line}:14: 图片“甲.jpg”里的颜色特性文件（ICC）不能用" in err
        assert "条提醒" not in err
