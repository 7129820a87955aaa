"""The finished brochure file, reopened."""

from __future__ import annotations

import io
import re
import subprocess
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
from samples import brochure_of, brochure_pdf, folios, numbers_of, report_of, tool

from reportgen.lengths import mm


def test_boxes_are_those_of_the_trim(content: str) -> None:
    with pikepdf.open(io.BytesIO(brochure_pdf(content))) as pdf:
        assert len(pdf.pages) == len(brochure_of(content).sheets)
        for page in pdf.pages:
            left, bottom, right, top = (float(v) for v in page.TrimBox)
            assert (round(right - left, 2), round(top - bottom, 2)) == (round(mm(210), 2), round(mm(285), 2))


def test_every_face_is_one_embedded_type0_font_with_tounicode(content: str) -> None:
    with pikepdf.open(io.BytesIO(brochure_pdf(content))) as pdf:
        fonts = {}
        for page in pdf.pages:
            for font in page.Resources.get("/Font", {}).values():
                fonts[font.objgen] = font
        bases = [str(font.BaseFont) for font in fonts.values()]
        assert bases
        assert len(set(bases)) == len(bases), "one object per face"
        for font in fonts.values():
            assert font.Subtype == "/Type0"
            assert font.Encoding == "/Identity-H"
            assert "/ToUnicode" in font
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_text_copied_from_the_file_is_the_texts_own(content: str) -> None:
    pdf = pdfium.PdfDocument(brochure_pdf(content))
    copied = re.sub(r"\s", "", "".join(pdf[i].get_textpage().get_text_bounded() for i in range(len(pdf))))
    sentences = [x for p in report_of(content).paragraphs() for x in re.findall("[^。]+。", p.text)]
    missing = [sentence for sentence in sentences if re.sub(r"\s", "", sentence) not in copied]
    cut_over_pages = 2 if content == "long" else 0  # a folio stands between the two halves
    assert sentences
    assert len(missing) <= cut_over_pages, missing


def test_poppler_reads_every_sentence_and_finds_every_font_embedded(tmp_path: Path) -> None:
    path = tmp_path / "yuci.pdf"
    path.write_bytes(brochure_pdf("yuci"))
    text = subprocess.run([tool("pdftotext"), "-raw", path, "-"], capture_output=True, text=True, check=True)
    copied = re.sub(r"\s", "", text.stdout)
    for paragraph in report_of("yuci").paragraphs():
        for sentence in re.findall("[^。]+。", paragraph.text):
            assert sentence in copied
    listed = subprocess.run([tool("pdffonts"), path], capture_output=True, text=True, check=True).stdout
    rows = listed.splitlines()[2:]
    assert rows
    for row in rows:
        assert re.search(r"CID TrueType\s+Identity-H\s+yes yes yes", row), row


def test_the_file_names_title_language_and_outline() -> None:
    with pikepdf.open(io.BytesIO(brochure_pdf("yuci"))) as pdf:
        assert str(pdf.docinfo["/Title"]) == report_of("yuci").title
        assert str(pdf.Root.Lang) == "zh-CN"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_outline() as outline:
            titles = [entry.title for entry in outline.root]
    assert [section.title for section in report_of("yuci").sections] == [t for t in titles if t in {
        section.title for section in report_of("yuci").sections
    }]  # fmt: skip


def test_qpdf_finds_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "yuci.pdf"
    path.write_bytes(brochure_pdf("yuci"))
    done = subprocess.run([tool("qpdf"), "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_number_in_the_finished_file_is_one_of_the_text_or_a_page_number(content: str) -> None:
    allowed = numbers_of(report_of(content)) | folios(brochure_of(content))
    pdf = pdfium.PdfDocument(brochure_pdf(content))
    checked, strangers = 0, set()
    for i in range(len(pdf)):
        page = pdf[i].get_textpage()
        for k in range(page.count_rects()):
            found = re.findall(r"\d+(?:\.\d+)?", page.get_text_bounded(*page.get_rect(k)))
            checked += len(found)
            strangers |= set(found) - allowed
    assert checked >= 2, "two folios at the least"
    assert strangers == set()
