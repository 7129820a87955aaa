"""The library as a program calls it, without the command line."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from samples import CONTENTS, ROOT

import reportgen
from reportgen.model.report import Report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(CONTENTS["tiny"], tmp_path / "tiny"))


def test_a_report_is_loaded() -> None:
    report = reportgen.load(CONTENTS["yuci"])
    assert isinstance(report, Report)
    assert report.figure("gdp").text == "479.5亿元"


def test_the_outputs_named_are_built_in_their_order(folder: Path) -> None:
    begun: list[str] = []
    out = folder.parent / "dist"
    files = reportgen.build(str(folder), products=["deck", "brochure"], out=out, progress=begun.append)
    assert [file.product for file in files] == ["deck", "brochure"]
    assert [file.path for file in files] == [out / "tiny-deck.pptx", out / "tiny-brochure.pdf"]
    assert begun == ["tiny-deck.pptx", "tiny-brochure.pdf"]
    assert files[0].path.read_bytes().startswith(b"PK")
    assert files[1].path.read_bytes().startswith(b"%PDF")
    assert all(file.findings == () for file in files)


def test_several_reports_are_built_at_once_with_options(folder: Path) -> None:
    other = Path(shutil.copytree(folder, folder.with_name("other")))
    files = reportgen.build([folder, other], ["deck"], folder.parent, fonts="system", theme="fenchuan")
    assert [file.path.name for file in files] == ["tiny-deck.pptx", "other-deck.pptx"]
    assert all(file.path.stat().st_size < 300_000 for file in files)  # no font is embedded


def test_each_file_has_its_own_findings(folder: Path) -> None:
    from PIL import Image

    Image.new("RGB", (320, 200)).save(folder / "pic.png")
    with (folder / "report.md").open("a", encoding="utf-8") as report:
        report.write("\n::: picture {file=pic.png alt=步道}\n:::\n")
    press, deck = reportgen.build(folder, ["brochure-print", "deck"], folder.parent)
    severe = [finding for finding in press.findings if finding.severity == "error"]
    assert any("image-ppi" in finding.render("en") for finding in severe)
    assert any("unfit for the press" in finding.render("en") for finding in press.findings)
    assert deck.findings == ()
    (draft,) = reportgen.build(folder, ["brochure-print"], folder.parent, preflight=False)
    assert {finding.severity for finding in draft.findings} == {"warning"}


def test_errors_of_all_reports_are_raised_at_once_and_nothing_is_written(folder: Path) -> None:
    other = Path(shutil.copytree(folder, folder.with_name("other")))
    for report in (folder, other):
        with (report / "report.md").open("a", encoding="utf-8") as file:
            file.write("\n[许多]{#many}\n")
    with pytest.raises(reportgen.ReportgenError) as caught:
        reportgen.build([folder, other], ["brochure"], folder.parent / "dist")
    assert {problem.place.file for problem in caught.value.problems if problem.place} == {
        f"{report.as_posix()}/report.md" for report in (folder, other)
    }
    assert not (folder.parent / "dist").exists()


@pytest.mark.parametrize(
    ("given", "said", "hint"),
    [
        ({"products": ["brochur"]}, "there is no output 'brochur'", "did you mean 'brochure'?"),
        ({"products": ["zzz"]}, "there is no output 'zzz'", "known: brochure, brochure-print"),
        ({"products": ["deck"], "font": "system"}, "unknown option 'font'", "did you mean 'fonts'?"),
        ({"products": ["deck"], "marks": False}, "unknown option 'marks'", "known: theme, fonts, charts"),
        ({"products": ["deck"], "fonts": "none"}, "fonts cannot be 'none'", "known: embed, subset, system"),
    ],
)
def test_a_wrong_name_or_option_gets_a_hint(
    folder: Path, given: dict[str, object], said: str, hint: str
) -> None:
    with pytest.raises(reportgen.ReportgenError) as caught:
        reportgen.build(folder, out=folder.parent / "dist", **given)  # type: ignore[arg-type]
    (problem,) = caught.value.problems
    assert problem.message.en == said
    assert problem.hint is not None
    assert problem.hint.en.startswith(hint)


def test_nothing_to_build_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(reportgen.ReportgenError, match="there is no report to build"):
        reportgen.build([], out=tmp_path)


def test_check_gives_findings_and_the_table_of_figures(folder: Path) -> None:
    with (folder / "report.md").open("a", encoding="utf-8") as report:
        report.write("\n步道全长[18公里]{#length label=全长},沿线有3座桥。\n")
    checked = reportgen.check(folder)
    assert checked.warnings >= 2
    assert any("half-width ','" in finding.message.en for finding in checked.findings)
    assert [row[:4] for row in checked.figures] == [("length", "18", "公里", "全长")]


def test_a_finished_pdf_is_checked(folder: Path) -> None:
    (file,) = reportgen.build(folder, ["handout-factsheet"], folder.parent)
    inspection = reportgen.check_pdf(file.path)
    assert (inspection.pages, inspection.errors) == (1, ())
    assert inspection.checked.rules > 20


def test_written_files_are_read_back(folder: Path) -> None:
    with (folder / "report.md").open("a", encoding="utf-8") as report:
        report.write("\n步道全长[18公里]{#length label=全长}。\n")
    reportgen.build(folder, ["brochure", "deck"], folder.parent, preflight=False)
    verified = reportgen.verify_files(folder, folder.parent)
    assert verified.figures == ("length",)
    assert len(verified.sightings) >= 4
    assert verified.findings == ()
    with pytest.raises(reportgen.ReportgenError, match="no file of"):
        reportgen.verify_files(folder, folder)


def test_importing_the_library_is_instant() -> None:
    code = "import sys, reportgen; print(sorted(m for m in sys.modules if m.startswith('reportgen')), 'msgspec' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['reportgen', 'reportgen.version'] False"


def test_the_library_is_typed_and_says_what_it_has() -> None:
    assert (ROOT / "reportgen" / "py.typed").is_file()
    assert all(getattr(reportgen, name) for name in reportgen.__all__)
    modules = {path.stem for path in (ROOT / "reportgen").iterdir()}
    assert not modules & set(reportgen.__all__)  # importing a module of that name would hide the function
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        reportgen.nothing  # noqa: B018
