"""A fault of the program: one sentence, a file that gives nothing away, and exit codes scripts can tell apart."""

from __future__ import annotations

import getpass
import io
import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from samples import CONTENTS

from reportgen import __version__
from reportgen.cli import main
from reportgen.crash_report import FILE, crash_report, stage
from reportgen.products.deck import DECK
from reportgen.products.edition import Edition
from reportgen.products.product import Product

SECRET = "尚未公布的数字"


def run(*argv: str, write: object, language: str = "zh") -> tuple[int, str, str]:
    """``pptx`` on the tiny report, the deck written by that function."""
    out, err = io.StringIO(), io.StringIO()
    faulty: Product[object] = replace(DECK, plan=lambda edition: edition.report, write=write)
    code = main(("pptx", "tiny", *argv), out, err, {"LANG": language}, (faulty,))
    return code, out.getvalue(), err.getvalue()


def faulty(edition: Edition, _: object) -> bytes:
    try:
        return {}[edition.report.title + SECRET]  # type: ignore[no-any-return]
    except KeyError as fault:
        raise RuntimeError(f"{SECRET} {Path.home()} {getpass.getuser()}") from fault


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CONTENTS["tiny"], tmp_path / "content" / "tiny")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_fault_is_one_sentence_and_a_report_file(workplace: Path) -> None:
    code, out, err = run(write=faulty)
    assert (code, out) == (70, "")
    assert err.startswith("错误: 程序出错了，不是文稿的问题\n")
    assert FILE in err
    assert "Traceback" not in err
    assert run(write=faulty, language="en")[2].startswith("error: an error in the program, not in the text\n")
    assert not (workplace / "dist").exists()


def test_the_report_file_says_where_it_happened(workplace: Path) -> None:
    run(write=faulty)
    said = (workplace / FILE).read_text(encoding="utf-8")
    assert f"reportgen {__version__}\n" in said
    assert "\nPython 3." in said
    assert "\nstage: write deck\n" in said
    assert "\n  reportgen/pipeline.py:" in said
    assert "\n  test_faults.py:" in said  # a file of somebody else's, by its name alone
    assert "raise RuntimeError" not in said
    assert "product.write(" in said
    assert said.index("builtins.KeyError") < said.index("builtins.RuntimeError")  # the cause first


def test_the_report_file_gives_nothing_away(workplace: Path) -> None:
    run(write=faulty)
    said = (workplace / FILE).read_text(encoding="utf-8")
    title = "".join((CONTENTS["tiny"] / "report.md").read_text(encoding="utf-8").split("title: ")[1][:6])
    for private in (SECRET, title, str(Path.home()), str(workplace), str(Path(__file__).parent)):
        assert private not in said, private
    names = [part for line in said.split("\n") for part in line.split("/")]
    assert getpass.getuser() not in names


def test_the_traceback_is_shown_when_asked_for(workplace: Path) -> None:
    code, _, err = run("-v", write=faulty)
    assert code == 70
    assert "Traceback (most recent call last)" in err
    assert SECRET in err  # on the user's own screen


def test_where_the_folder_takes_no_file_another_one_does(
    workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spare = workplace / "spare"
    spare.mkdir()
    (workplace / FILE).mkdir()  # a folder of that name cannot be written to
    monkeypatch.setattr("tempfile.tempdir", str(spare))
    assert str(spare / FILE) in run(write=faulty)[2]
    assert (spare / FILE).is_file()


def test_an_interrupt_ends_with_its_own_code_and_no_traceback(workplace: Path) -> None:
    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    code, _, err = run(write=interrupted)
    assert (code, err) == (130, "错误: 已中断\n")
    assert not (workplace / FILE).exists()


def test_a_reader_who_has_had_enough_is_no_fault(workplace: Path) -> None:
    def closed(*_: object) -> bytes:
        raise BrokenPipeError

    assert run(write=closed) == (141, "", "")


def test_errors_of_the_input_carry_no_stage() -> None:
    from reportgen.errors import ReportgenError, error

    with pytest.raises(ReportgenError) as caught, stage("load"):
        raise error("错", "wrong")
    assert not hasattr(caught.value, "__notes__")
    assert "stage: command" in crash_report(caught.value)
