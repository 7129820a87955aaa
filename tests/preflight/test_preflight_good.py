"""No false alarm: our own files, and files other programs made to the standards they claim."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from mutation import press_file
from samples import brochure_pdf

from reportgen.model.press import DEFAULT_CONDITION
from reportgen.preflight import Inspection, preflight
from reportgen.printers.profiles import profile_path

GOOD = sorted((Path(__file__).parent / "good").glob("*.pdf"))
CLAIMS = {
    "typst-ua1-a2a": ("PDF/UA-1", "PDF/A-2a"),
    "weasyprint-ua1": ("PDF/UA-1",),
    "weasyprint-a2a": ("PDF/A-2a",),
    "weasyprint-x4": ("PDF/X-4",),
    "ghostscript-x3": ("PDF/X-3:2002",),
    "libreoffice-a2b": ("PDF/A-2b",),
    "cairo": (),
    "fpdf2": (),
    "matplotlib": (),
}


def with_profile(path: Path) -> bytes:
    """The file, its emptied output profile filled again with the one it was made with."""
    if CLAIMS[path.stem][:1] in ((), ("PDF/UA-1",)) or "PDF/X" not in CLAIMS[path.stem][0]:
        return path.read_bytes()
    buffer = io.BytesIO()
    with pikepdf.open(path) as pdf:
        pdf.Root.OutputIntents[0].DestOutputProfile.write(profile_path(DEFAULT_CONDITION).read_bytes())
        pdf.save(buffer, fix_metadata_version=False)
    return buffer.getvalue()


def told(inspection: Inspection) -> list[str]:
    return [f"{finding.rule.id} {finding.page} {finding.object.en}" for finding in inspection.errors]


def test_every_good_file_is_known() -> None:
    assert {path.stem for path in GOOD} == set(CLAIMS)


@pytest.mark.parametrize("path", GOOD, ids=[path.stem for path in GOOD])
def test_a_conforming_file_of_another_program_has_no_error(path: Path) -> None:
    inspection = preflight(with_profile(path))
    assert inspection.claims == CLAIMS[path.stem]
    assert told(inspection) == []
    painted = inspection.checked.objects
    assert painted["text"] + painted.get("fill", 0) > 0


def test_our_press_files_have_no_error(content: str) -> None:
    assert told(preflight(press_file(content))) == []


def test_our_screen_files_keep_what_they_claim(content: str) -> None:
    inspection = preflight(brochure_pdf(content))
    assert told(inspection) == []
    assert inspection.checked.objects["text"] > 10
