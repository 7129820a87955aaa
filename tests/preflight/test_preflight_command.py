"""``check`` on a PDF as a user calls it: what is printed, exit codes, and files that are none."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest
from mutation import broken, paint, press_file

from reportgen.cli import main

ZH = {"LANG": "zh_CN.UTF-8"}
EN = {"LANG": "C.UTF-8"}


def run(*argv: str, environment: dict[str, str] | None = None) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    code = main(argv, out, err, environment or ZH)
    return code, out.getvalue(), err.getvalue()


def hairline(pdf: pikepdf.Pdf) -> None:
    paint(pdf, "0 0 0 1 K 0 w 200 400 m 300 400 l S")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "bad.pdf"
    path.write_bytes(broken(press_file(), hairline))
    return path


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.pdf"
    path.write_bytes(press_file())
    return path


def test_a_finding_is_printed_with_rule_page_object_value_limit_and_hint(bad: Path) -> None:
    code, out, err = run("check", str(bad))
    assert (code, err) == (1, "")
    at = out.index("line-hairline")
    told = out[at : at + 200]
    for part in ("第 1 页", "线条", "值 0 pt", "限 0.1 pt", "提示：", "GWG 2022 R0018"):
        assert part in told, part


def test_the_report_ends_with_plates_claims_and_what_was_not_checked(good: Path) -> None:
    code, out, _ = run("check", str(good), environment=EN)
    assert code == 0
    order = [
        "plates:",
        "heaviest 15 mm square",
        "claimed: PDF/X-4",
        "self-checked:",
        "not checked:",
        "result: 0 errors",
    ]
    places = [out.index(part) for part in order]
    assert places == sorted(places)


def test_json_says_the_same(bad: Path) -> None:
    code, out, _ = run("check", str(bad), "--json")
    report = json.loads(out)
    assert code == 1
    assert report["errors"] == 1
    finding = next(each for each in report["findings"] if each["severity"] == "error")
    assert (finding["rule"], finding["page"], finding["value"], finding["limit"]) == (
        "line-hairline", 1, "0 pt", "0.1 pt",
    )  # fmt: skip
    assert finding["message"]["zh"]
    assert finding["hint"]["en"]
    assert report["claimed"] == ["PDF/X-4"]
    assert len(report["plates"]) == report["pages"] == 4
    assert report["not_checked"]


def test_a_purpose_forces_its_rules(good: Path) -> None:
    assert run("check", str(good), "--for", "press")[0] == 0
    code, out, _ = run("check", str(good), "--for", "screen")
    assert code == 1
    assert "tag-tree-missing" in out


def test_several_files_are_checked_one_after_another(good: Path, bad: Path) -> None:
    code, out, _ = run("check", str(good), str(bad), environment=EN)
    assert code == 1
    assert out.index("good.pdf") < out.index("bad.pdf")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "no %PDF- at its start"),
        (b"PK\x03\x04 a zip", "no %PDF- at its start"),
        (b"%PDF-1.7\nnothing else", "its pages cannot be read"),
    ],
)
def test_what_cannot_be_read_is_one_message_and_exit_code_two(
    tmp_path: Path, data: bytes, message: str
) -> None:
    path = tmp_path / "odd.pdf"
    path.write_bytes(data)
    code, out, err = run("check", str(path), environment=EN)
    assert (code, out) == (2, "")
    assert message in err
    assert "Traceback" not in err


def test_a_file_cut_off_in_the_middle_is_told(tmp_path: Path) -> None:
    path = tmp_path / "cut.pdf"
    path.write_bytes(press_file()[: len(press_file()) // 2])
    code, out, err = run("check", str(path), environment=EN)
    assert code in (1, 2)
    assert "file-damaged" in out or "cannot be read" in err


def test_a_password_is_told(tmp_path: Path) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(
        broken(press_file(), lambda pdf: None, encryption=pikepdf.Encryption(owner="x", user="secret"))
    )
    code, _, err = run("check", str(path))
    assert code == 2
    assert "有密码" in err


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    code, _, err = run("check", str(tmp_path / "nowhere.pdf"), environment=EN)
    assert code == 2
    assert "cannot be opened" in err
