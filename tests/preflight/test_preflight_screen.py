"""Every way a tagged, archival file goes wrong is found, by its own rule and no other error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from mutation import Mutation, broken, errors_of, form, image, paint, resource
from pikepdf import Array, Dictionary, Name, Stream, String

from reportgen.preflight import preflight

Pdf = pikepdf.Pdf
GOOD = (Path(__file__).parent / "good" / "typst-ua1-a2a.pdf").read_bytes()


def elements(pdf: Pdf, kind: str) -> Iterator[pikepdf.Object]:
    """The structure elements of a kind, in no special order."""
    for obj in pdf.objects:
        if isinstance(obj, Dictionary) and str(obj.get("/S")) == f"/{kind}" and "/P" in obj:
            yield obj


def element(pdf: Pdf, kind: str) -> pikepdf.Object:
    return next(elements(pdf, kind))


def content(pdf: Pdf, old: bytes, new: bytes) -> None:
    """Replaces operators of the first page."""
    page = pdf.pages[0]
    data = page.Contents.read_bytes()
    assert old in data
    page.Contents = pdf.make_indirect(Stream(pdf, data.replace(old, new, 1)))


def xmp(pdf: Pdf, old: str, new: str) -> None:
    data = pdf.Root.Metadata.read_bytes().decode("utf-8")
    assert old in data
    pdf.Root.Metadata.write(data.replace(old, new).encode("utf-8"))


def artifact(pdf: Pdf, operators: str) -> None:
    paint(pdf, f"/Artifact BMC {operators} EMC")


def not_marked(pdf: Pdf) -> None:
    del pdf.Root.MarkInfo


def no_tree(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def suspects(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def untagged_fill(pdf: Pdf) -> None:
    paint(pdf, "1 0 0 rg 10 10 20 20 re f")


def untagged_image(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/I1", image(pdf, Name.DeviceRGB, 30))
    paint(pdf, "20 0 0 20 10 10 cm /I1 Do")


def untagged_in_a_form(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/F1", form(pdf, "1 0 0 rg 10 10 20 20 re f"))
    paint(pdf, "/F1 Do")


def artifact_in_tagged(pdf: Pdf) -> None:
    data = pdf.pages[0].Contents.read_bytes()
    at = data.index(b"BT", data.index(b"MCID"))
    nested = data[:at] + b"/Artifact BMC EMC " + data[at:]
    pdf.pages[0].Contents = pdf.make_indirect(Stream(pdf, nested))


def tagged_in_artifact(pdf: Pdf) -> None:
    data = pdf.pages[0].Contents.read_bytes()
    pdf.pages[0].Contents = pdf.make_indirect(Stream(pdf, b"/Artifact BMC\n" + data + b"\nEMC"))


def repeated_number(pdf: Pdf) -> None:
    paint(pdf, "/P <</MCID 0>> BDC EMC")


def orphan_number(pdf: Pdf) -> None:
    paint(pdf, "/P <</MCID 900>> BDC 1 0 0 rg 10 10 20 20 re f EMC")


def form_with_numbers_twice(pdf: Pdf) -> None:
    inner = pdf.make_indirect(form(pdf, "/P <</MCID 0>> BDC 1 0 0 rg 10 10 20 20 re f EMC"))
    paragraph = element(pdf, "P")
    reference = Dictionary(Type=Name.MCR, Stm=inner, MCID=0, Pg=pdf.pages[0].obj)
    paragraph.K = Array([*paragraph.K, reference])
    inner.StructParents = 900
    tree = pdf.Root.StructTreeRoot.ParentTree
    tree.Nums = Array([*tree.Nums, 900, Array([paragraph])])
    resource(pdf, "/XObject", "/F1", inner)
    paint(pdf, "/F1 Do /F1 Do")


def cut_parent_tree(pdf: Pdf) -> None:
    number = int(pdf.pages[0].obj.StructParents)
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    at = [int(key) for key in numbers[::2]].index(number)
    listed = list(numbers[2 * at + 1])
    listed[2], listed[9] = listed[9], listed[2]
    numbers[2 * at + 1] = Array(listed)
    pdf.Root.StructTreeRoot.ParentTree.Nums = Array(numbers)


def unmapped_role(pdf: Pdf) -> None:
    element(pdf, "P").S = Name.Absatz


def circular_role(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(
        {**dict(pdf.Root.StructTreeRoot.RoleMap.items()), "/One": Name.Two, "/Two": Name.One}
    )


def remapped_role(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap["/P"] = Name.Span


def first_heading_lower(pdf: Pdf) -> None:
    element(pdf, "H1").S = Name.H2


def heading_gap(pdf: Pdf) -> None:
    for heading in list(elements(pdf, "H2")):
        heading.S = Name.P


def mixed_headings(pdf: Pdf) -> None:
    element(pdf, "H3").S = Name.H


def no_alternative_text(pdf: Pdf) -> None:
    del element(pdf, "Figure").Alt


def formula(pdf: Pdf) -> None:
    element(pdf, "P").S = Name.Formula


def no_scope(pdf: Pdf) -> None:
    for cell in list(elements(pdf, "TH")):
        cell.A = Dictionary(O=Name.Table)
    for cell in list(elements(pdf, "TD")):
        if "/A" in cell:
            del cell.A


def cell_outside_a_row(pdf: Pdf) -> None:
    element(pdf, "TR").S = Name.Sect


def row_with_a_paragraph(pdf: Pdf) -> None:
    element(pdf, "TD").S = Name.P


def item_without_a_list(pdf: Pdf) -> None:
    element(pdf, "L").S = Name.Sect


def list_of_paragraphs(pdf: Pdf) -> None:
    element(pdf, "LBody").S = Name.P


def contents_entry_alone(pdf: Pdf) -> None:
    element(pdf, "P").S = Name.TOCI


def note_without_number(pdf: Pdf) -> None:
    element(pdf, "P").S = Name.Note


def no_language(pdf: Pdf) -> None:
    del pdf.Root.Lang


def wrong_language(pdf: Pdf) -> None:
    pdf.Root.Lang = String("english text")


def no_title_bar(pdf: Pdf) -> None:
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=False)


def no_title(pdf: Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes().decode("utf-8")
    start, end = data.index("<dc:title>"), data.index("</dc:title>") + len("</dc:title>")
    pdf.Root.Metadata.write((data[:start] + data[end:]).encode("utf-8"))
    if "/Info" in pdf.trailer and "/Title" in pdf.docinfo:
        del pdf.docinfo["/Title"]


def no_tab_order(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Tabs


def link(pdf: Pdf) -> pikepdf.Object:
    return pdf.pages[0].obj.Annots[0]


def link_without_words(pdf: Pdf) -> None:
    del link(pdf).Contents


def link_outside_the_tree(pdf: Pdf) -> None:
    element(pdf, "Link").S = Name.Span


def link_to_the_wrong_parent(pdf: Pdf) -> None:
    link(pdf).StructParent = 901


def unprinted_link(pdf: Pdf) -> None:
    link(pdf).F = 0


def movie(pdf: Pdf) -> None:
    link(pdf).Subtype = Name.Movie


def launch(pdf: Pdf) -> None:
    link(pdf).A = Dictionary(S=Name.Launch, F=String("x.exe"))


def script(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("1"))


def lzw(pdf: Pdf) -> None:
    stream = Stream(pdf, b"\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01")
    stream.Filter = Name.LZWDecode
    pdf.Root.Extra = pdf.make_indirect(stream)


def text_attached(pdf: Pdf) -> None:
    data = pdf.make_indirect(Stream(pdf, b"a,b\n1,2\n"))
    attached = Dictionary(
        Type=Name.Filespec,
        F=String("a.csv"),
        UF=String("a.csv"),
        EF=Dictionary(F=data),
        AFRelationship=Name.Data,
    )
    pdf.Root.AF = Array([pdf.make_indirect(attached)])


def nameless_attachment(pdf: Pdf) -> None:
    data = pdf.make_indirect(Stream(pdf, b"%PDF-1.7 not really"))
    pdf.Root.AF = Array(
        [pdf.make_indirect(Dictionary(Type=Name.Filespec, F=String("a.pdf"), EF=Dictionary(F=data)))]
    )


def no_intent_for_device_colour(pdf: Pdf) -> None:
    artifact(pdf, "0 1 1 0 k 10 10 20 20 re f")


def odd_blend(pdf: Pdf) -> None:
    resource(pdf, "/ExtGState", "/G1", Dictionary(BM=Name.Glow))
    artifact(pdf, "/G1 gs 10 10 20 20 re n 1 0 0 rg 10 10 20 20 re f")


def transfer_function(pdf: Pdf) -> None:
    resource(pdf, "/ExtGState", "/G1", Dictionary(TR=Name.Identity))
    artifact(pdf, "/G1 gs 1 0 0 rg 10 10 20 20 re f")


def interpolated_image(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/I1", image(pdf, Name.DeviceRGB, 30, Interpolate=True))
    artifact(pdf, "20 0 0 20 10 10 cm /I1 Do")


def postscript(pdf: Pdf) -> None:
    stream = Stream(pdf, b"showpage")
    stream.Type, stream.Subtype = Name.XObject, Name.PS
    pdf.Root.Extra = pdf.make_indirect(stream)


def reference_to_another_file(pdf: Pdf) -> None:
    pdf.Root.Extra = pdf.make_indirect(form(pdf, "", Ref=Dictionary(F=String("x.pdf"), Page=0)))


def nameless_layers(pdf: Pdf) -> None:
    pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())


def xfa(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String("x"))


def need_appearances(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]), NeedAppearances=True)


def alternate_presentations(pdf: Pdf) -> None:
    pdf.Root.Requirements = Array([])


def no_schema(pdf: Pdf) -> None:
    xmp(pdf, "<dc:format>", "<x:mood xmlns:x='http://example.org/mood/'>fine</x:mood><dc:format>")


def titles_that_disagree(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = "Another title"


def composite_font(pdf: Pdf) -> pikepdf.Object:
    return next(font for font in pdf.pages[0].obj.Resources.Font.values() if str(font.Subtype) == "/Type0")


def no_unicode(pdf: Pdf) -> None:
    del composite_font(pdf).ToUnicode


def unicode_of_nothing(pdf: Pdf) -> None:
    target = composite_font(pdf)
    data = target.ToUnicode.read_bytes()
    at = data.index(b"beginbfchar")
    start = data.index(b"> <", at) + 3
    target.ToUnicode = pdf.make_indirect(
        Stream(pdf, data[:start] + b"0000" + data[data.index(b">", start) :])
    )


def unembedded(pdf: Pdf) -> None:
    descriptor = composite_font(pdf).DescendantFonts[0].FontDescriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def unknown_cmap(pdf: Pdf) -> None:
    composite_font(pdf).Encoding = Name("/Template-UCS2-H")


def truetype_font(pdf: Pdf) -> pikepdf.Object:
    fonts = pdf.pages[0].obj.Resources.Font.values()
    return next(f for f in fonts if str(f.DescendantFonts[0].get("/Subtype")) == "/CIDFontType2")


def no_glyph_map(pdf: Pdf) -> None:
    del truetype_font(pdf).DescendantFonts[0].CIDToGIDMap


def wrong_widths(pdf: Pdf) -> None:
    child = truetype_font(pdf).DescendantFonts[0]
    child.W = Array([])
    child.DW = 123


def missing_glyph(pdf: Pdf) -> None:
    name = next(
        key for key, font in pdf.pages[0].obj.Resources.Font.items()
        if str(font.DescendantFonts[0].get("/Subtype")) == "/CIDFontType2"
    )  # fmt: skip
    target = pdf.pages[0].obj.Resources.Font[name]
    data = target.ToUnicode.read_bytes()
    at = data.index(b"beginbfchar") + len(b"beginbfchar")
    target.ToUnicode = pdf.make_indirect(Stream(pdf, data[:at] + b"\n<0000> <0041>" + data[at:]))
    artifact(pdf, f"BT {name} 12 Tf 30 30 Td <0000> Tj ET")


ERRORS = {
    "tag-marked": (not_marked,),
    "tag-tree-missing": (no_tree,),
    "tag-suspects": (suspects,),
    "tag-content-untagged": (untagged_fill, untagged_image, untagged_in_a_form),
    "tag-artifact-inside": (artifact_in_tagged,),
    "tag-inside-artifact": (tagged_in_artifact,),
    "tag-mcid-repeated": (repeated_number,),
    "tag-mcid-orphan": (orphan_number,),
    "tag-form-twice": (form_with_numbers_twice,),
    "tag-parent-tree": (cut_parent_tree,),
    "tag-role-unmapped": (unmapped_role,),
    "tag-role-circular": (circular_role,),
    "tag-role-standard": (remapped_role,),
    "heading-first": (first_heading_lower,),
    "heading-gap": (heading_gap,),
    "heading-mixed": (mixed_headings,),
    "figure-alt": (no_alternative_text,),
    "formula-alt": (formula,),
    "table-scope": (no_scope,),
    "table-nesting": (cell_outside_a_row, row_with_a_paragraph),
    "list-nesting": (item_without_a_list, list_of_paragraphs),
    "toc-nesting": (contents_entry_alone,),
    "note-id": (note_without_number,),
    "language-missing": (no_language,),
    "language-syntax": (wrong_language,),
    "title-display": (no_title_bar,),
    "title-missing": (no_title,),
    "annotation-tabs": (no_tab_order,),
    "link-contents": (link_without_words,),
    "link-untagged": (link_outside_the_tree,),
    "annotation-parent": (link_to_the_wrong_parent,),
    "archive-annotation-flags": (unprinted_link,),
    "file-action-forbidden": (launch,),
    "file-javascript": (script,),
    "file-attachment": (text_attached,),
    "file-attachment-name": (nameless_attachment,),
    "archive-device-colour": (no_intent_for_device_colour,),
    "archive-blend": (odd_blend,),
    "archive-graphics-state": (transfer_function,),
    "image-interpolate": (interpolated_image,),
    "archive-postscript": (postscript,),
    "form-reference": (reference_to_another_file,),
    "layer-name": (nameless_layers,),
    "form-xfa": (xfa,),
    "archive-need-appearances": (need_appearances,),
    "archive-catalog": (alternate_presentations,),
    "xmp-schema": (no_schema,),
    "xmp-info": (titles_that_disagree,),
    "font-no-unicode": (no_unicode,),
    "font-bad-unicode": (unicode_of_nothing,),
    "font-not-embedded": (unembedded,),
    "font-cmap": (unknown_cmap,),
    "font-glyph-map": (no_glyph_map,),
    "font-widths": (wrong_widths,),
    "font-notdef": (missing_glyph,),
}  # fmt: skip
CASES = [(rule, mutation) for rule, mutations in ERRORS.items() for mutation in mutations]


def test_the_good_file_has_no_error() -> None:
    inspection = preflight(GOOD)
    assert inspection.claims == ("PDF/UA-1", "PDF/A-2a")
    assert inspection.findings == ()
    assert inspection.checked.rules > 90
    assert inspection.checked.objects["elements"] > 20


def test_saving_it_again_breaks_nothing() -> None:
    assert errors_of(preflight(broken(GOOD, lambda pdf: None))) == set()


@pytest.mark.parametrize(("rule", "mutation"), CASES, ids=[case[1].__name__ for case in CASES])
def test_a_broken_tagged_file_is_caught_by_its_rule_alone(rule: str, mutation: Mutation) -> None:
    assert errors_of(preflight(broken(GOOD, mutation))) == {rule}


def test_content_the_tree_points_to_in_vain_is_warned_of() -> None:
    def dangling(pdf: Pdf) -> None:
        heading = element(pdf, "H1")
        heading.K = Array([*heading.K, 900])

    inspection = preflight(broken(GOOD, dangling))
    assert [finding.rule.id for finding in inspection.findings] == ["tag-mcid-dangling"]


def test_a_figure_without_a_box_is_warned_of() -> None:
    def boxless(pdf: Pdf) -> None:
        del element(pdf, "Figure").A

    assert [finding.rule.id for finding in preflight(broken(GOOD, boxless)).findings] == ["figure-bbox"]


def test_old_compression_is_an_error_in_an_archive() -> None:
    untouched = {"stream_decode_level": pikepdf.StreamDecodeLevel.none, "compress_streams": False}
    assert errors_of(preflight(broken(GOOD, lzw, **untouched))) == {"file-lzw"}


def test_a_film_is_no_archive() -> None:
    assert "archive-annotation-type" in errors_of(preflight(broken(GOOD, movie)))


def test_a_tree_that_runs_in_circles_is_told_and_ends() -> None:
    def circle(pdf: Pdf) -> None:
        document = element(pdf, "Document")
        document.K = Array([*document.K, document])

    assert "tag-tree-loop" in errors_of(preflight(broken(GOOD, circle)))


def test_archives_begin_with_their_header() -> None:
    assert errors_of(preflight(b"\n" + GOOD)) == {"archive-header"}


def test_an_encrypted_archive_is_no_archive() -> None:
    locked = broken(GOOD, lambda pdf: None, encryption=pikepdf.Encryption(owner="x", user=""))
    assert errors_of(preflight(locked)) == {"file-encrypted"}


def test_a_file_that_claims_nothing_is_measured_by_what_is_asked_of_it() -> None:
    plain = (Path(__file__).parent / "good" / "cairo.pdf").read_bytes()
    assert errors_of(preflight(plain)) == set()
    asked = errors_of(preflight(plain, "screen"))
    assert {"tag-tree-missing", "tag-marked", "ua-claim", "a2-claim", "language-missing"} <= asked
