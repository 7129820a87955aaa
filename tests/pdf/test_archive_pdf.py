"""The screen file as an archive: what ISO 19005-2 level A and ISO 14289-1 want beside the tags."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest
from PIL import ImageCms
from samples import CONTENTS, brochure_pdf, fonts, handout_pdfs, judge, report_of, tool
from tagged_file import TaggedFile

from reportgen.layout.brochure.plan import plan_brochure
from reportgen.pdf.chart_workshop import workshop
from reportgen.pdf.write import write_pdf
from reportgen.themes import load_theme

NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
FORBIDDEN = {
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFiles",
    "/AA",
    "/OpenAction",
    "/XFA",
    "/SMask",
    "/Encrypt",
}
FORBIDDEN |= {
    "/NeedAppearances",
    "/Alternates",
    "/OPI",
    "/PS",
    "/Ref",
    "/TR",
    "/HTP",
    "/OCProperties",
    "/Group",
}
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")


@lru_cache
def opened(name: str) -> TaggedFile:
    return TaggedFile(brochure_pdf(name))


def entries(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Every dictionary entry of the file, with its key."""
    waiting = [thing for thing in pdf.objects if thing is not None]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, pikepdf.Array):
            waiting += [part for part in thing if isinstance(part, pikepdf.Object) and not part.is_indirect]
        elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            for key, value in thing.items():
                yield key, value
                if isinstance(value, pikepdf.Object) and not value.is_indirect:
                    waiting.append(value)


def xmp(file: TaggedFile) -> ElementTree.Element:
    return ElementTree.fromstring(file.pdf.Root.Metadata.read_bytes().decode("utf-8"))


def test_metadata_says_what_the_info_dictionary_says(content: str) -> None:
    file, report = opened(content), report_of(content)
    packet, info = xmp(file), file.pdf.docinfo

    def said(path: str) -> str:
        return packet.findtext(f".//{path}", namespaces=NAMES) or ""

    assert said("dc:title//rdf:li") == str(info["/Title"]) == report.title
    assert said("dc:creator//rdf:li") == str(info["/Author"]) == report.organisation
    assert said("dc:description//rdf:li") == str(info["/Subject"]) == report.series
    assert said("pdf:Producer") == str(info["/Producer"])
    assert said("xmp:CreatorTool") == str(info["/Creator"])
    for key, name in (("CreationDate", "CreateDate"), ("ModDate", "ModifyDate")):
        digits = re.sub(r"\D", "", str(info[f"/{key}"]))
        assert digits == re.sub(r"\D", "", said(f"xmp:{name}"))
    assert said("dc:language//rdf:li") == str(file.pdf.Root.Lang) == "zh-CN"


def test_the_claims_and_the_schema_of_the_unusual_one() -> None:
    file = opened("yuci")
    packet = xmp(file)
    claims = [
        packet.findtext(f".//{name}", namespaces=NAMES)
        for name in ("pdfuaid:part", "pdfaid:part", "pdfaid:conformance")
    ]
    assert claims == ["1", "2", "A"]
    assert packet.findtext(".//pdfaSchema:namespaceURI", namespaces=NAMES) == NAMES["pdfuaid"]
    assert file.pdf.Root.MarkInfo.Marked
    assert not file.pdf.Root.MarkInfo.get("/Suspects", False)
    assert file.pdf.Root.ViewerPreferences.DisplayDocTitle
    assert not list(file.pdf.Root.Metadata.get("/Filter", []))


def test_the_output_intent_holds_a_profile_that_littlecms_reads() -> None:
    (intent,) = opened("yuci").pdf.Root.OutputIntents
    assert intent.S == "/GTS_PDFA1"
    profile = intent.DestOutputProfile
    assert int(profile.N) == 3
    data = profile.read_bytes()
    assert data[16:20] == b"RGB "
    assert data[8] < 5, "ICC.1:2010 or older"
    assert "sRGB" in ImageCms.getProfileDescription(ImageCms.getOpenProfile(io.BytesIO(data)))


def test_nothing_forbidden_is_in_the_file(content: str) -> None:
    seen = 0
    for key, value in entries(opened(content).pdf):
        seen += 1
        assert key not in FORBIDDEN, key
        if key == "/Filter":
            names = list(value) if isinstance(value, pikepdf.Array) else [value]
            assert {str(name) for name in names} <= {"/FlateDecode", "/DCTDecode"}
        if key in ("/ca", "/CA"):
            assert float(value) == 1
        if key == "/BM":
            assert value == "/Normal"
        if key == "/Interpolate":
            assert not value
    assert seen > 100


def test_only_rgb_is_painted_as_the_intent_says(content: str) -> None:
    allowed, painted = {"rg", "RG"}, 0
    for page in opened(content).pdf.pages:
        for _, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            painted += name in allowed
            assert name not in {"k", "K", "g", "G", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri", "gs"}
    assert painted > 5


def test_every_character_shown_has_a_meaning_and_a_glyph(content: str) -> None:
    shown: set[str] = set()
    for page in opened(content).pages:
        assert page.unmapped == []
        shown |= page.shown
    assert len(shown) > 20
    for text in shown:
        assert text
        assert not set(text) & {"\x00", "\ufeff", "\ufffe", "\ufffd"}
        assert not PRIVATE.search(text)


def test_fonts_are_embedded_with_glyph_maps_and_true_widths(content: str) -> None:
    from fontTools.ttLib import TTFont

    found = {}
    for page in opened(content).pdf.pages:
        for font in page.Resources.get("/Font", {}).values():
            found[font.objgen] = font
    assert found
    for font in found.values():
        (inner,) = font.DescendantFonts
        assert (font.Encoding, inner.Subtype) == ("/Identity-H", "/CIDFontType2")
        program = TTFont(io.BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
        glyphs, scale = inner.CIDToGIDMap.read_bytes(), 1000 / program["head"].unitsPerEm
        order = program.getGlyphOrder()
        widths = written_widths(inner)
        for code in range(1, len(glyphs) // 2):
            gid = int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")
            assert 0 < gid < len(order)
            assert widths.get(code, int(inner.DW)) == pytest.approx(
                program["hmtx"][order[gid]][0] * scale, abs=1
            )


def written_widths(font: pikepdf.Object) -> dict[int, float]:
    rows = list(font.W)
    return {
        int(first) + i: float(value)
        for first, values in zip(rows[::2], rows[1::2], strict=True)
        for i, value in enumerate(values)
    }


def test_the_files_syntax_is_that_of_an_archive(content: str) -> None:
    data = brochure_pdf(content)
    assert re.match(rb"%PDF-1\.[0-7]\n%[\x80-\xff]{4}\n", data)
    assert data.endswith(b"\n%%EOF\n")
    streams = list(re.finditer(rb"/Length (\d+)[^>]*>>\nstream\n", data))
    assert len(streams) > 5
    for match in streams:
        after = match.end() + int(match[1])
        assert data[after : after + 11] == b"\nendstream\n"
    first, second = opened(content).pdf.trailer.ID
    assert bytes(first) == bytes(second)
    assert len(bytes(first)) == 16


def test_the_same_report_gives_the_same_bytes_wherever_the_charts_are_drawn() -> None:
    document = plan_brochure(report_of("yuci"), load_theme(), fonts())
    assert write_pdf(document, load_theme(), fonts()) == brochure_pdf("yuci")
    with workshop(wanted=True) as charts:
        assert write_pdf(document, load_theme(), fonts(), charts=charts) == brochure_pdf("yuci")


def test_qpdf_finds_no_fault_in_the_compact_file(content: str, tmp_path: Path) -> None:
    path = tmp_path / "screen.pdf"
    path.write_bytes(brochure_pdf(content))
    done = subprocess.run([tool("qpdf"), "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


PDFUA_CANNOT = {"UA-14-001"}  # its release fails on every /K that is an array


def test_pdfua_finds_nothing(content: str, tmp_path: Path) -> None:
    from pdfua import validate

    path = tmp_path / "screen.pdf"
    for data in (brochure_pdf(content), *handout_pdfs(content)):
        path.write_bytes(data)
        report = validate(str(path))
        assert report.findings == ()
        assert len(report.outcomes) >= 12
        assert {outcome.rule_id for outcome in report.outcomes if outcome.skipped_reason} <= PDFUA_CANNOT


def test_outloud_finds_no_error(tmp_path: Path) -> None:
    """Without exception: of its rules that guess, none guesses wrong here."""
    for name in CONTENTS:
        (tmp_path / f"{name}.pdf").write_bytes(brochure_pdf(name))
    for name, data in zip(("notes", "facts"), handout_pdfs("yuci"), strict=True):
        (tmp_path / f"{name}.pdf").write_bytes(data)
    command = [judge("outloud"), *sorted(tmp_path.glob("*.pdf")), "--json", tmp_path / "said.json", "--quiet"]
    subprocess.run(command, capture_output=True, check=True)
    results = json.loads((tmp_path / "said.json").read_text("utf-8"))["results"]
    assert len(results) == len(CONTENTS) + 2
    for result in results:
        assert result["error"] is None
        assert [found for found in result["findings"] if found["severity"] == "error"] == []
        status = [row["status"] for row in result["criteria"]["pdfua1"]]
        assert status.count("pass") >= 9
        assert "fail" not in status
