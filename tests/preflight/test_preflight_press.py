"""Every way a press file goes wrong is found, by its own rule and no other error."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import numpy
import pikepdf
import pytest
from mutation import (
    broken,
    chinese_font,
    edges,
    errors_of,
    form,
    image,
    paint,
    press_file,
    resource,
    rules_of,
)
from pikepdf import Array, Dictionary, Name, Stream, String
from PIL import Image
from samples import tool

from reportgen.lengths import mm
from reportgen.preflight import preflight
from reportgen.preflight.geometry import BLEED, PIXEL
from reportgen.preflight.measured import Measured
from reportgen.preflight.reading import read_file

Pdf = pikepdf.Pdf


def spread(pdf: Pdf, key: str, by: float) -> None:
    for page in pdf.pages:
        box = [float(side) for side in page.obj[key]]
        page.obj[key] = Array([box[0] - by, box[1] - by, box[2] + by, box[3] + by])


def rgb_fill(pdf: Pdf) -> None:
    paint(pdf, "1 0 0 rg 200 400 50 50 re f")


def rgb_stroke(pdf: Pdf) -> None:
    paint(pdf, "1 0 0 RG 2 w 200 400 m 250 450 l S")


def rgb_text(pdf: Pdf) -> None:
    name = chinese_font(pdf)
    paint(pdf, f"0 0 1 rg BT {name} 20 Tf 200 400 Td <00010002> Tj ET")


def rgb_mark(pdf: Pdf) -> None:
    paint(pdf, "1 0 0 rg 2 2 10 10 re f")


def rgb_in_a_form(pdf: Pdf) -> None:
    inner = form(pdf, "0 1 0 rg 200 400 50 50 re f")
    resource(pdf, "/XObject", "/F1", form(pdf, "/In Do", Resources=Dictionary(XObject=Dictionary(In=inner))))
    paint(pdf, "/F1 Do")


def rgb_in_a_pattern(pdf: Pdf) -> None:
    tile = Stream(pdf, b"1 0 0 rg 0 0 5 5 re f")
    tile.PatternType, tile.PaintType, tile.TilingType = 1, 1, 1
    tile.BBox, tile.XStep, tile.YStep, tile.Resources = Array([0, 0, 9, 9]), 9, 9, Dictionary()
    resource(pdf, "/Pattern", "/P1", tile)
    paint(pdf, "/Pattern cs /P1 scn 200 400 50 50 re f")


def rgb_shading(pdf: Pdf) -> None:
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 0, 1]), N=1)
    shading = Dictionary(
        ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([200, 400, 300, 400]), Function=function
    )
    resource(pdf, "/Shading", "/S1", shading)
    paint(pdf, "200 400 100 50 re W n /S1 sh")


def rgb_image(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/I1", image(pdf, Name.DeviceRGB, 300))
    paint(pdf, "60 0 0 60 200 400 cm /I1 Do")


def rgb_inline_image(pdf: Pdf) -> None:
    paint(pdf, "5 0 0 5 200 400 cm BI /W 2 /H 2 /BPC 8 /CS /RGB ID abcdefghijkl EI")


def icc_colour(pdf: Pdf) -> None:
    profile = Stream(pdf, b"x" * 200)
    profile.N = 3
    resource(pdf, "/ColorSpace", "/C1", Array([Name.ICCBased, profile]))
    paint(pdf, "/C1 cs 1 0 0 sc 200 400 50 50 re f")


def lab_colour(pdf: Pdf) -> None:
    resource(pdf, "/ColorSpace", "/C1", Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))]))
    paint(pdf, "/C1 cs 50 10 10 sc 200 400 50 50 re f")


def unknown_space(pdf: Pdf) -> None:
    resource(pdf, "/ColorSpace", "/C1", Array([Name.Nonsense]))
    paint(pdf, "/C1 cs 1 sc 200 400 50 50 re f")


def rgb_group(pdf: Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)


def rgb_form_group(pdf: Pdf) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    resource(pdf, "/XObject", "/F1", form(pdf, "0 0 0 1 k 200 400 50 50 re f", Group=group))
    paint(pdf, "/F1 Do")


def spot_colour(pdf: Pdf) -> None:
    function = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 1, 0]), N=1
    )
    space = Array([Name.Separation, Name("/PANTONE 186 C"), Name.DeviceCMYK, function])
    resource(pdf, "/ColorSpace", "/C1", space)
    paint(pdf, "/C1 cs 1 scn 200 400 50 50 re f")


def registration_colour(pdf: Pdf) -> None:
    function = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1
    )
    resource(pdf, "/ColorSpace", "/C1", Array([Name.Separation, Name.All, Name.DeviceCMYK, function]))
    paint(pdf, "/C1 cs 0.1 scn 200 400 50 50 re f")


def overprinting(pdf: Pdf, **more: object) -> None:
    resource(pdf, "/ExtGState", "/G1", Dictionary(OP=True, op=True, OPM=1, **more))


def white_overprinting_text(pdf: Pdf) -> None:
    overprinting(pdf)
    name = chinese_font(pdf)
    paint(pdf, f"/G1 gs 0 0 0 0 k BT {name} 20 Tf 200 400 Td <00010002> Tj ET")


def white_overprinting_path(pdf: Pdf) -> None:
    overprinting(pdf)
    paint(pdf, "/G1 gs 0 0 0 0 k 200 400 50 50 re f")


PAPER = "0 0 0 0 k 100 300 300 300 re f "
GROUND = "0 0.3 0.3 0 k 100 300 300 300 re f "


def knocked_out_black_text(pdf: Pdf) -> None:
    name = chinese_font(pdf)
    paint(pdf, f"{GROUND} 0 0 0 1 k BT {name} 9 Tf 200 400 Td <00010002> Tj ET")


def gray_text(pdf: Pdf) -> None:
    name = chinese_font(pdf)
    paint(pdf, f"{GROUND} 0 g BT {name} 9 Tf 200 400 Td <00010002> Tj ET")


def knocked_out_black_line(pdf: Pdf) -> None:
    paint(pdf, f"{GROUND} 0 0 0 1 K 1 w 110 400 m 390 400 l S")


def four_colour_black_text(pdf: Pdf) -> None:
    name = chinese_font(pdf)
    paint(pdf, f"0.7 0.6 0.6 1 k BT {name} 14 Tf 200 400 Td <00010002> Tj ET")


def several_inks_in_small_text(pdf: Pdf) -> None:
    name = chinese_font(pdf)
    paint(pdf, f"{PAPER} 0.7 0.6 0 0 k BT {name} 6 Tf 200 400 Td <00010002> Tj ET")


def small_reversed_text(pdf: Pdf) -> None:
    name = chinese_font(pdf)
    ground = "1 0.6 0 0.2 k 100 300 300 300 re f"
    paint(pdf, f"{ground} 0 0 0 0 k BT {name} 6 Tf 200 400 Td <00010002> Tj ET")


def tiny_han(pdf: Pdf) -> None:
    name = chinese_font(pdf)
    codes = "".join(f"{code:04X}" for code in range(1, 30))
    paint(pdf, f"0 0 0 1 k BT {name} 4 Tf 200 400 Td <{codes}> Tj ET")


def text_at_the_trim(pdf: Pdf) -> None:
    name = chinese_font(pdf)
    left, bottom = (float(side) for side in list(pdf.pages[0].obj.TrimBox)[:2])
    paint(pdf, f"0 0 0 1 k BT {name} 20 Tf {left + 3} {bottom + 200} Td <00010002> Tj ET")


def text_near_the_trim(pdf: Pdf) -> None:
    name = chinese_font(pdf)
    left, bottom = (float(side) for side in list(pdf.pages[0].obj.TrimBox)[:2])
    paint(pdf, f"0 0 0 1 k BT {name} 20 Tf {left + mm(3.5)} {bottom + 200} Td <00010002> Tj ET")


def hairline(pdf: Pdf) -> None:
    paint(pdf, "0 0 0 1 K 0 w 200 400 m 300 400 l S")


def hairline_by_scaling(pdf: Pdf) -> None:
    paint(pdf, "0.01 0 0 0.01 0 0 cm 0 0 0 1 K 5 w 20000 40000 m 30000 40000 l S")


def thin_line(pdf: Pdf) -> None:
    paint(pdf, "0 0 0 1 K 0.2 w 200 400 m 300 400 l S")


def thin_filled_line(pdf: Pdf) -> None:
    paint(pdf, "0 0 0 1 k 200 400 100 0.2 re f")


def tinted_line(pdf: Pdf) -> None:
    paint(pdf, "0.3 0.1 0 0 K 0.3 w 200 400 m 300 400 l S")


def coarse_image(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/I1", image(pdf, Name.DeviceCMYK, 100))
    paint(pdf, "100 0 0 100 200 400 cm /I1 Do")


def modest_image(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/I1", image(pdf, Name.DeviceCMYK, 200))
    paint(pdf, "72 0 0 72 200 400 cm /I1 Do")


def coarse_bitmap(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/I1", image(pdf, Name.DeviceGray, 300, bits=1))
    paint(pdf, "72 0 0 72 200 400 cm /I1 Do")


def modest_bitmap(pdf: Pdf) -> None:
    resource(pdf, "/XObject", "/I1", image(pdf, Name.DeviceGray, 600, bits=1))
    paint(pdf, "72 0 0 72 200 400 cm /I1 Do")


def alternate_images(pdf: Pdf) -> None:
    good = image(pdf, Name.DeviceCMYK, 300)
    good.Alternates = Array([Dictionary(Image=pdf.make_indirect(image(pdf, Name.DeviceCMYK, 20)))])
    resource(pdf, "/XObject", "/I1", good)
    paint(pdf, "72 0 0 72 200 400 cm /I1 Do")


def cut_off_image(pdf: Pdf) -> None:
    bad = image(pdf, Name.DeviceCMYK, 300)
    bad.Height = 400
    resource(pdf, "/XObject", "/I1", bad)
    paint(pdf, "72 0 0 72 200 400 cm /I1 Do")


def live_alpha(pdf: Pdf) -> None:
    resource(pdf, "/ExtGState", "/G1", Dictionary(ca=0.5))
    paint(pdf, "/G1 gs 0 1 1 0 k 200 400 50 50 re f")


def blend_mode(pdf: Pdf) -> None:
    resource(pdf, "/ExtGState", "/G1", Dictionary(BM=Name.Multiply))
    paint(pdf, "/G1 gs 0 1 1 0 k 200 400 50 50 re f")


def soft_mask(pdf: Pdf) -> None:
    masked = image(pdf, Name.DeviceCMYK, 300)
    masked.SMask = pdf.make_indirect(image(pdf, Name.DeviceGray, 300))
    resource(pdf, "/XObject", "/I1", masked)
    paint(pdf, "72 0 0 72 200 400 cm /I1 Do")


def no_trim_box(pdf: Pdf) -> None:
    for page in pdf.pages:
        del page.obj.TrimBox


def trim_outside_bleed(pdf: Pdf) -> None:
    spread(pdf, "/TrimBox", mm(5))


def bleed_outside_media(pdf: Pdf) -> None:
    spread(pdf, "/BleedBox", mm(30))


def art_box(pdf: Pdf) -> None:
    pdf.pages[1].obj.ArtBox = pdf.pages[1].obj.TrimBox


def crop_box(pdf: Pdf) -> None:
    for page in pdf.pages:
        page.obj.CropBox = page.obj.TrimBox


def user_unit(pdf: Pdf) -> None:
    pdf.pages[0].obj.UserUnit = 1


def turned_page(pdf: Pdf) -> None:
    pdf.pages[1].obj.Rotate = 90


def another_size(pdf: Pdf) -> None:
    box = [float(side) for side in pdf.pages[1].obj.TrimBox]
    pdf.pages[1].obj.TrimBox = Array([box[0], box[1], box[2] - 2, box[3]])


def annotation(pdf: Pdf) -> None:
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=Array([200, 300, 300, 320]), Border=Array([0, 0, 0])
    )
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link)])


def javascript(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def named_javascript(pdf: Pdf) -> None:
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))


def page_action(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Named, N=Name.NextPage))


def no_intent(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents


def no_profile(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


def spoilt_profile(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(b"no profile at all" * 20)


def rgb_profile(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytearray(profile.read_bytes())
    data[16:20] = b"RGB "
    profile.write(bytes(data))
    profile.N = 3


def display_profile(pdf: Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytearray(profile.read_bytes())
    data[12:16] = b"mntr"
    profile.write(bytes(data))


def wrong_components(pdf: Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile.N = 3


def two_intents(pdf: Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def nameless_condition(pdf: Pdf) -> None:
    del pdf.Root.OutputIntents[0].OutputConditionIdentifier


def xmp(pdf: Pdf, old: str, new: str) -> None:
    data = pdf.Root.Metadata.read_bytes().decode("utf-8")
    assert old in data
    pdf.Root.Metadata.write(data.replace(old, new).encode("utf-8"))


def no_xmp(pdf: Pdf) -> None:
    del pdf.Root.Metadata


def another_title(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = "Another title"


def another_date(pdf: Pdf) -> None:
    pdf.docinfo["/ModDate"] = "D:20110101000000Z"


def no_document_id(pdf: Pdf) -> None:
    xmp(pdf, "xmpMM:DocumentID", "xmpMM:InstanceID")


def untrapped(pdf: Pdf) -> None:
    del pdf.docinfo["/Trapped"]
    xmp(pdf, "<pdf:Trapped>False</pdf:Trapped>", "")


def malformed_xmp(pdf: Pdf) -> None:
    xmp(pdf, "</x:xmpmeta>", "")


def missing_font_file(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor.FontFile2


def cff_in_the_wrong_key(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
    program = font.DescendantFonts[0].FontDescriptor.FontFile2
    program.write(b"OTTO" + program.read_bytes()[4:])


def courier(pdf: Pdf) -> None:
    resource(pdf, "/Font", "/C1", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Courier))
    paint(pdf, "0 0 0 1 k BT /C1 20 Tf 200 400 Td (A) Tj ET")


def missing_resource(pdf: Pdf) -> None:
    paint(pdf, "/Nowhere Do")


def unpaired_state(pdf: Pdf) -> None:
    paint(pdf, "q q 0 0 0 1 k")


def empty_page(pdf: Pdf) -> None:
    pdf.pages[1].obj.Contents = Stream(pdf, b"")


def three_pages(pdf: Pdf) -> None:
    del pdf.pages[-1]


def four_hundred_percent(pdf: Pdf) -> None:
    paint(pdf, "1 1 1 1 k 200 400 60 60 re f")


def heavy_letter(pdf: Pdf) -> None:
    name = chinese_font(pdf)
    paint(pdf, f"1 1 1 1 k 100 300 60 60 re f 1 1 1 0.9 k BT {name} 90 Tf 100 300 Td <0001> Tj ET")


def fill_to_the_trim(pdf: Pdf) -> None:
    _, bottom, right, _ = edges(pdf)
    paint(pdf, f"0 0.5 0.5 0 k {right - 100} {bottom + 100} 100 100 re f", page=2)


def picture_to_the_trim(pdf: Pdf) -> None:
    _, bottom, right, _ = edges(pdf)
    resource(pdf, "/XObject", "/I1", image(pdf, Name.DeviceCMYK, 400), page=2)
    paint(pdf, f"90 0 0 90 {right - 90} {bottom + 100} cm /I1 Do", page=2)


def fill_into_half_of_the_bleed(pdf: Pdf) -> None:
    _, bottom, right, _ = edges(pdf)
    paint(pdf, f"0 0.5 0.5 0 k {right - 100 + mm(1.5)} {bottom + 100} 100 100 re f", page=2)


def no_bleed_box(pdf: Pdf) -> None:
    for page in pdf.pages:
        page.obj.BleedBox = page.obj.TrimBox


ERRORS = {
    "bleed-unpainted": (fill_to_the_trim, picture_to_the_trim),
    "bleed-short": (fill_into_half_of_the_bleed,),
    "bleed-narrow": (no_bleed_box,),
    "colour-space": (
        rgb_fill, rgb_stroke, rgb_text, rgb_mark, rgb_in_a_form, rgb_in_a_pattern, rgb_shading, rgb_image,
        rgb_inline_image, icc_colour, lab_colour,
    ),
    "colour-unknown": (unknown_space,),
    "colour-group": (rgb_group, rgb_form_group),
    "overprint-white-text": (white_overprinting_text,),
    "text-han-tiny": (tiny_han,),
    "text-at-trim": (text_at_the_trim,),
    "line-hairline": (hairline, hairline_by_scaling),
    "image-ppi": (coarse_image,),
    "image-ppi-bitmap": (coarse_bitmap,),
    "image-alternates": (alternate_images,),
    "image-damaged": (cut_off_image,),
    "box-trim-missing": (no_trim_box,),
    "box-nesting": (trim_outside_bleed, bleed_outside_media),
    "box-art": (art_box,),
    "box-crop": (crop_box,),
    "box-userunit": (user_unit,),
    "box-annotation": (annotation,),
    "file-javascript": (javascript, named_javascript),
    "file-action": (page_action,),
    "intent-missing": (no_intent,),
    "intent-no-profile": (no_profile,),
    "intent-profile-damaged": (spoilt_profile,),
    "intent-not-cmyk": (rgb_profile,),
    "intent-class": (display_profile,),
    "intent-components": (wrong_components,),
    "intent-several": (two_intents,),
    "intent-condition": (nameless_condition,),
    "xmp-info": (another_title, another_date),
    "x4-metadata": (no_document_id,),
    "x4-trapped": (untrapped,),
    "font-not-embedded": (missing_font_file, courier),
    "font-wrong-kind": (cff_in_the_wrong_key,),
    "content-resource": (missing_resource,),
}  # fmt: skip
WARNINGS = {
    "ink-total": four_hundred_percent,
    "colour-spot": spot_colour,
    "colour-registration": registration_colour,
    "overprint-white-path": white_overprinting_path,
    "overprint-black-text": knocked_out_black_text,
    "overprint-black-line": knocked_out_black_line,
    "gray-text": gray_text,
    "rich-black-text": four_colour_black_text,
    "text-multi-ink-small": several_inks_in_small_text,
    "text-reversed-small": small_reversed_text,
    "text-near-trim": text_near_the_trim,
    "line-thin": thin_line,
    "line-tinted": tinted_line,
    "image-ppi-modest": modest_image,
    "image-ppi-bitmap-modest": modest_bitmap,
    "transparency-live": live_alpha,
    "box-rotate": turned_page,
    "box-unequal": another_size,
    "font-courier": courier,
    "content-unbalanced": unpaired_state,
    "page-empty": empty_page,
    "page-count": three_pages,
}
CASES = [(rule, mutation) for rule, mutations in ERRORS.items() for mutation in mutations]


def test_the_good_file_has_no_error() -> None:
    inspection = preflight(press_file())
    assert inspection.claims == ("PDF/X-4",)
    assert errors_of(inspection) == set()
    assert inspection.checked.rules > 60
    assert inspection.checked.objects["text"] > 10


@pytest.mark.parametrize(("rule", "mutation"), CASES, ids=[case[1].__name__ for case in CASES])
def test_a_broken_press_file_is_caught_by_its_rule_alone(rule: str, mutation: object) -> None:
    assert errors_of(preflight(broken(press_file(), mutation))) == {rule}


@pytest.mark.parametrize("rule", WARNINGS)
def test_a_risk_on_press_is_warned_of(rule: str) -> None:
    good = {(finding.rule.id, finding.page, finding.value) for finding in preflight(press_file()).findings}
    bad = preflight(broken(press_file(), WARNINGS[rule]))
    new = {f.rule.id for f in bad.findings if (f.rule.id, f.page, f.value) not in good}
    assert rule in new
    assert errors_of(bad) <= {"font-not-embedded"}


@pytest.mark.parametrize(
    ("rule", "mutation"),
    [
        ("ink-total", heavy_letter),
        ("transparency-live", blend_mode),
        ("transparency-live", soft_mask),
        ("line-thin", thin_filled_line),
    ],
)
def test_the_same_risk_is_seen_by_other_means(rule: str, mutation: object) -> None:
    assert rule in rules_of(broken(press_file(), mutation))


def test_without_metadata_nothing_claims_to_be_for_the_press_until_it_is_asked_for() -> None:
    bare = broken(press_file(), no_xmp)
    assert preflight(bare).claims == ()
    assert errors_of(preflight(bare)) == set()
    assert {"xmp-missing", "x4-claim"} <= errors_of(preflight(bare, "press"))


def test_metadata_that_cannot_be_parsed_is_told() -> None:
    spoilt = broken(press_file(), malformed_xmp)
    assert {"xmp-damaged", "x4-claim"} <= errors_of(preflight(spoilt, "press"))


def test_encryption_is_an_error_on_press() -> None:
    locked = broken(press_file(), lambda pdf: None, encryption=pikepdf.Encryption(owner="x", user=""))
    assert "file-encrypted" in errors_of(preflight(locked))


def test_a_newer_version_is_an_error_on_press() -> None:
    newer = broken(press_file(), lambda pdf: None, min_version="2.0")
    assert errors_of(preflight(newer)) == {"file-version"}


def test_a_file_without_an_identifier_is_an_error_on_press() -> None:
    with_id = press_file()
    at = with_id.rindex(b"/ID")
    without = with_id[:at] + b"/XX" + with_id[at + 3 :]
    assert errors_of(preflight(without)) == {"file-id"}


def test_a_repaired_file_is_told_to_be_damaged() -> None:
    data = press_file()
    at = data.rindex(b"startxref")
    broken_index = data[:at] + b"startxref\n12\n%%EOF\n"
    assert "file-damaged" in errors_of(preflight(broken_index))


def test_a_content_stream_that_ends_in_the_middle_is_told() -> None:
    def cut(pdf: Pdf) -> None:
        paint(pdf, "0 0 0 1 k 200 400 50 re f")

    assert errors_of(preflight(broken(press_file(), cut))) == {"content-damaged"}


def test_an_object_that_cannot_be_read_ends_no_check_of_the_others() -> None:
    named = broken(
        press_file(), lambda pdf: setattr(pdf.Root, "Spare", Stream(pdf, b"x", Filter=Name("/Spared")))
    )
    garbled = named.replace(b"/Spared", b"/Spar\xc7\xff")
    assert garbled != named
    newer = garbled.replace(b"%PDF-1.6", b"%PDF-2.0", 1)
    assert {"object-unreadable", "file-version"} <= errors_of(preflight(newer))


def test_every_rule_can_be_told_in_both_languages() -> None:
    from reportgen.preflight.inspect import SUBJECTS

    rules = [rule for subject in SUBJECTS for rule in subject.rules]
    assert len({rule.id for rule in rules}) == len(rules) > 70
    for rule in rules:
        assert rule.source
        assert rule.binds, rule.id
        for message in (rule.message, rule.hint):
            assert message.zh, rule.id
            assert message.en, rule.id
            assert any("\u4e00" <= char <= "\u9fff" for char in message.zh), rule.id
            message.zh.format(value="1", limit="2")


def test_the_same_file_gives_the_same_report() -> None:
    first, second = (preflight(io.BytesIO(press_file()).read()) for _ in range(2))
    assert first == second


def test_the_plate_report_names_inks_and_the_heaviest_square() -> None:
    def one_page(pdf: Pdf) -> None:
        page = pdf.pages[1]
        page.obj.Contents = Stream(pdf, b"0 0 0 1 k 200 400 100 100 re f")
        spot_colour_on_page(pdf, 3)

    plates = preflight(broken(press_file(), one_page)).plates
    assert plates[1].process == "K"
    assert plates[1].heaviest == pytest.approx(100, abs=1)
    assert plates[2].spots == ("PANTONE 186 C",)
    assert plates[0].process == "CMYK"


def spot_colour_on_page(pdf: Pdf, page: int) -> None:
    function = Dictionary(
        FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([0, 1, 1, 0]), N=1
    )
    space = Array([Name.Separation, Name("/PANTONE 186 C"), Name.DeviceCMYK, function])
    resource(pdf, "/ColorSpace", "/C1", space, page)
    paint(pdf, "/C1 cs 1 scn 200 400 50 50 re f", page)


def test_overprinted_ink_adds_up_and_knocked_out_ink_does_not() -> None:
    def heaviest(state: str) -> float | None:
        def ground_and_black(pdf: Pdf) -> None:
            overprinting(pdf)
            square = "200 400 100 100 re f"
            operators = f"1 1 0 0 k {square} {state} 0 0 0 1 k {square}".encode()
            pdf.pages[0].obj.Contents = Stream(pdf, operators)

        return preflight(broken(press_file(), ground_and_black)).plates[0].heaviest

    assert heaviest("/G1 gs") == pytest.approx(300, abs=2)
    assert heaviest("") == pytest.approx(100, abs=2)


@pytest.mark.parametrize("page", [5, 7, 11])
def test_measured_ink_agrees_with_a_rendered_page(page: int, tmp_path: Path) -> None:
    """Rendered at 16 dots per square and averaged; ours may be heavier, as letters are averaged high."""
    path = tmp_path / "press.pdf"
    path.write_bytes(press_file("yuci"))
    command = [tool("gs"), "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiff32nc", "-r203.2"]
    picture = tmp_path / "page.tif"
    pages = [f"-dFirstPage={page}", f"-dLastPage={page}", f"-sOutputFile={picture}"]
    subprocess.run([*command, *pages, path], check=True, capture_output=True)
    read = read_file(path.read_bytes()).pages[page - 1]
    rendered = numpy.asarray(Image.open(picture).reduce(4), dtype=numpy.uint16).sum(axis=2)
    rows, columns = read.ink.total.shape
    left = round((read.trim[0] - BLEED - read.media[0]) / PIXEL)
    top = round((read.media[3] - read.trim[3] - BLEED) / PIXEL)
    theirs, _ = Measured(rendered[top : top + rows, left : left + columns]).heaviest
    ours, _ = read.ink.heaviest
    assert -5 < ours - theirs < 20
