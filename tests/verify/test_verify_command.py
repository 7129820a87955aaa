"""``verify`` as a user calls it: exit codes, the table, JSON, and what is said of files that cannot be read."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from planted import in_slide
from small_county import NAME, TABLE, TEXT, built

from reportgen.cli import main


def run(*argv: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, out, err, {"LANG": "C.UTF-8"})
    return code, out.getvalue(), err.getvalue()


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with the report and its finished files."""
    data = tmp_path / "content" / NAME / "data"
    data.mkdir(parents=True)
    (data.parent / "report.md").write_text(TEXT, encoding="utf-8")
    (data / "output.csv").write_text(TABLE, encoding="utf-8")
    (tmp_path / "dist").mkdir()
    for name, content in built()[1].items():
        (tmp_path / "dist" / name).write_bytes(content)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_files_that_agree_end_with_zero_and_a_line_in_sum(workplace: Path) -> None:
    code, out, err = run("verify")
    assert (code, err) == (0, "")
    assert out.splitlines()[-1].endswith("0 strangers, 0 differences")


def test_a_difference_ends_with_one_and_names_file_and_slide(workplace: Path) -> None:
    deck = workplace / "dist" / f"{NAME}-deck.pptx"
    broken, slide = in_slide(deck.read_bytes(), ">1830<", ">1831<")
    deck.write_bytes(broken)
    code, out, err = run("verify", NAME)
    assert code == 1
    assert out.splitlines()[-1].endswith("0 strangers, 1 differences")
    assert (
        f"dist/{NAME}-deck.pptx: slide {slide}, slide text: '1831辆' differs from the text's '1830辆'" in err
    )


def test_json_holds_figures_places_and_findings(workplace: Path) -> None:
    code, out, _ = run("verify", NAME, "--json")
    told = json.loads(out)
    assert code == 0
    assert told["findings"] == []
    assert told["figures"] == 11
    assert {each["output"] for each in told["seen"]} == set(built()[1])


def test_without_files_there_is_a_command_that_makes_them(workplace: Path) -> None:
    code, _, err = run("verify", NAME, "--out", "nowhere")
    assert code == 2
    assert f"python -m reportgen build {NAME} --out nowhere" in err


@pytest.mark.parametrize("end", ["-deck.pptx", "-brochure.pdf"])
def test_a_damaged_file_is_bad_input_and_told_by_name(workplace: Path, end: str) -> None:
    path = workplace / "dist" / f"{NAME}{end}"
    path.write_bytes(path.read_bytes()[:5000])
    code, _, err = run("verify")
    assert code == 2
    assert f"{NAME}{end}" in err
    assert "Traceback" not in err


def test_files_of_a_report_with_a_longer_name_are_not_its_own(workplace: Path) -> None:
    (workplace / "dist" / f"{NAME}-2-brochure.pdf").write_bytes(b"another report's")
    assert run("verify", NAME)[0] == 0


def test_an_original_is_compared_without_any_output(workplace: Path) -> None:
    (workplace / "raw.txt").write_text(
        "上半年，全县生产总值完成128.6亿元，经济运行总体平稳。", encoding="utf-8"
    )
    code, out, err = run("verify", NAME, "--against", "raw.txt", "--out", "nowhere")
    assert code == 1
    assert "raw.txt: 1 paragraphs" in out
    assert "is not in the original" in err
