"""Which layouts and placeholders of a template serve ours, and what an officer is told where none does."""

from __future__ import annotations

import io
import shutil
import zipfile
from pathlib import Path

import pytest
from samples import CONTENTS
from template_files import DARK, MAPPING, chinese, old, rewritten, without

from reportgen.cli import main
from reportgen.content import load_report
from reportgen.model.template import Template
from reportgen.template import load_template, template_theme
from reportgen.themes import load_theme
from reportgen.themes.audit import contrast

TINY = CONTENTS["tiny"]


def folder_with(place: Path, template: bytes | None, mapping: str = "", name: str = "house.pptx") -> Path:
    folder = place / "content" / "tiny"
    shutil.copytree(TINY, folder)
    text = (folder / "report.md").read_text(encoding="utf-8")
    (folder / "report.md").write_text(text.replace("---\n", f"---\ntemplate: {name}\n", 1), encoding="utf-8")
    if template is not None:
        (folder / "house.pptx").write_bytes(template)
    if mapping:
        (folder / "house.toml").write_text(mapping, encoding="utf-8")
    return folder


def template_of(place: Path, template: bytes, mapping: str = "") -> Template:
    resolved = load_template(load_report(folder_with(place, template, mapping)))
    assert resolved is not None
    return resolved


def faults(place: Path, template: bytes | None, mapping: str = "", name: str = "house.pptx") -> list[str]:
    """What a run of the command says, after it wrote nothing and ended with 2."""
    folder = folder_with(place, template, mapping, name)
    out, err = io.StringIO(), io.StringIO()
    code = main(["pptx", str(folder), "--out", str(place / "dist")], out, err, {"LANG": "zh_CN.UTF-8"})
    assert (code, out.getvalue(), (place / "dist").exists()) == (2, "", False)
    assert "Traceback" not in err.getvalue()
    return err.getvalue().removeprefix("错误: ").split("\n错误: ")


def test_a_report_that_names_no_template_has_none() -> None:
    assert load_template(load_report(TINY)) is None


def test_powerpoint_s_own_names_need_no_mapping(tmp_path: Path) -> None:
    uses = template_of(tmp_path, old()).uses
    assert {role: use.layout.name for role, use in uses.items()} == {
        "title": "Title Slide",
        "agenda": "Title and Content",
        "section": "Section Header",
        "text": "Title and Content",
        "figure": "Title Only",
        "two-columns": "Two Content",
        "closing": "Title Slide",
    }
    two = uses["two-columns"]
    assert (two.holders["area"].index, two.holders["body"].index) == (1, 2)


def test_boxes_sizes_and_spacing_are_those_powerpoint_would_inherit(tmp_path: Path) -> None:
    body = template_of(tmp_path, old()).use("text").holders["body"]
    assert (body.rect.x, body.rect.y, body.rect.width) == (36.0, 126.0, 648.0)
    assert (body.room.x, body.room.width) == pytest.approx((43.2, 633.6))
    first, second = body.look(0), body.look(1)
    assert (first.size, first.margin, first.indent) == (32.0, 27.0, -27.0)
    assert second.size == 28.0
    assert second.margin > first.margin


def test_a_line_spacing_in_percent_is_of_the_tallest_line_an_office_s_face_has(tmp_path: Path) -> None:
    spaced = r'\1<a:lnSpc><a:spcPct val="90000"/></a:lnSpc>'
    template = rewritten(old(), "slideMaster1.xml", r"(<p:bodyStyle>\s*<a:lvl1pPr[^>]*>)", spaced)
    look = template_of(tmp_path, template).use("text").holders["body"].look(0)
    assert look.leading == pytest.approx(0.9 * 1.45 * look.size)


def test_the_mapping_names_layouts_and_placeholders(tmp_path: Path) -> None:
    uses = template_of(tmp_path, chinese(), MAPPING).uses
    assert uses["text"].layout.name == "某某局内页"
    assert uses["two-columns"].holders["area"].name == "Content Placeholder 2"
    assert uses["closing"].layout is uses["title"].layout
    assert uses["agenda"].layout is uses["text"].layout


def test_the_second_layout_of_a_name_is_numbered_to_be_named(tmp_path: Path) -> None:
    twins = rewritten(old(), "slideLayout6.xml", 'name="Title Only"', 'name="Title and Content"')
    uses = template_of(tmp_path / "a", twins, 'figure = "Title and Content #2"\n').uses
    assert uses["figure"].layout.part.endswith("slideLayout6.xml")
    assert uses["text"].layout.part.endswith("slideLayout2.xml")
    (said,) = faults(tmp_path / "b", twins, 'figure = "Title and Content #3"\n')
    assert "Title and Content、" in said
    assert "、Title and Content #2、" in said


def test_naming_one_of_two_columns_leaves_the_other_for_the_text(tmp_path: Path) -> None:
    mapping = MAPPING.replace('area = "Content Placeholder 2", body = 2', "area = 2")
    two = template_of(tmp_path, chinese(), mapping).use("two-columns")
    assert (two.holders["area"].index, two.holders["body"].index) == (2, 1)


@pytest.mark.parametrize("left", ["body", "chart"])
def test_of_a_column_for_text_and_one_for_charts_each_takes_its_own(left: str, tmp_path: Path) -> None:
    right = "chart" if left == "body" else "body"
    template = old()
    for index, kind in ((1, left), (2, right)):
        given = rf'<p:ph (sz="half" idx="{index}"/>)'
        template = rewritten(template, "slideLayout4.xml", given, rf'<p:ph type="{kind}" \1')
    two = template_of(tmp_path, template).use("two-columns")
    assert (two.holders["area"].kind, two.holders["body"].kind) == ("chart", "body")
    assert (two.holders["area"].rect.x < two.holders["body"].rect.x) is (left == "chart")


def test_a_layout_of_two_charts_is_no_place_for_text(tmp_path: Path) -> None:
    template = rewritten(
        old(), "slideLayout4.xml", '<p:ph (sz="half" idx="[12]"/>)', r'<p:ph type="chart" \1'
    )
    assert "two-columns" not in template_of(tmp_path, template).uses


def test_the_theme_takes_the_template_s_colours_through_its_colour_map(tmp_path: Path) -> None:
    theme = template_theme(template_of(tmp_path, chinese(), MAPPING), load_theme())
    assert theme.colour("white").hex == DARK["dk1"]
    for role in theme.roles:
        assert contrast(role.text, theme.colour("white")) >= 4.5


def test_a_layout_that_is_missing_is_told_with_all_the_template_offers(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, chinese())
    first, *rest = said.split("\n")
    assert first.endswith(
        "report.md:2:1: 模板“house.pptx”缺少：title（封面）的版式；section（分节页）的版式；"
        "text（标题与文字）的版式；figure（标题，下面画图表）的版式"
    )
    shown = "\n".join(rest)
    assert "“某某局内页”的占位符：title“Title 1” 0、obj“Content Placeholder 2” 1" in shown
    assert 'text = "某某局内页"  # 标题与文字' in shown


@pytest.mark.parametrize("before", ["", '“新”"版"\\'], ids=["plain", "quoted"])
def test_the_mapping_it_prints_can_be_used_as_it_stands(tmp_path: Path, before: str) -> None:
    (said,) = faults(tmp_path, chinese(before))
    lines = [line.strip() for line in said.split("\n") if " = " in line and "提示" not in line]
    printed = "\n".join(line for line in lines if not line.startswith("在模板旁边"))
    again = tmp_path / "again"
    uses = template_of(again, chinese(before), printed).uses
    assert {use.layout.name.removeprefix(before) for use in uses.values()} == {
        "某某局封面", "某某局内页", "某某局过渡", "某某局左右", "某某局空版"
    }  # fmt: skip


def test_a_missing_placeholder_is_told_with_those_there_are(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, without("Title and Content", 1))
    assert "缺少：版式“Title and Content”（text）里放 body 的占位符\n" in said
    assert "“Title and Content”的占位符：title“Title 1” 0\n" in said


def test_a_cover_without_a_subtitle_serves_when_the_mapping_says_so(tmp_path: Path) -> None:
    template = without("Title Slide", 1)
    assert "放 subtitle 的占位符" in faults(tmp_path / "a", template)[0]
    (said,) = faults(tmp_path / "b", template, 'title = "Title Slide"\n')
    assert "house.toml:1:1: 模板“house.pptx”缺少" in said
    assert "没有就写 subtitle = false" in said
    resolved = template_of(tmp_path / "c", template, 'title = { layout = "Title Slide", subtitle = false }\n')
    assert set(resolved.use("title").holders) == {"title"}


def test_a_template_without_two_columns_is_no_fault(tmp_path: Path) -> None:
    assert "two-columns" not in template_of(tmp_path, without("Two Content")).uses


def test_every_slip_of_the_mapping_is_told_at_its_place(tmp_path: Path) -> None:
    slips = (
        'titel = "封面"\ntext = { layout = "Title and Content", body = "正文" }\nfigure = 3\nsection = "节"\n'
    )
    said = faults(tmp_path, old(), slips)
    assert [line.split("house.toml:")[1].split("\n")[0] for line in said] == [
        "1:1: 未知的键“titel”",
        "2:1: 版式“Title and Content”没有占位符“正文”",
        "3:1: “figure”缺少版式名称",
        "4:1: 模板没有版式“节”",
    ]
    assert "是否指“title”" in said[0]
    assert "obj“Content Placeholder 2” 1" in said[1]
    assert "模板的版式：Title Slide、" in said[3]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "找不到模板“house.pptx”"),
        (b"", "打不开：不是 PPTX，或已损坏"),
        (b"junk", "打不开：不是 PPTX，或已损坏"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "打不开：旧版或加密的文件"),
    ],
)
def test_what_is_no_template_is_told_in_one_sentence(
    data: bytes | None, message: str, tmp_path: Path
) -> None:
    (said,) = faults(tmp_path, data)
    assert "report.md:2:1: " in said
    assert message in said


def test_a_cut_or_emptied_package_is_told_too(tmp_path: Path) -> None:
    whole = old()
    assert "打不开" in faults(tmp_path / "cut", whole[: len(whole) // 2])[0]
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(buffer, "w") as out:
        for name in source.namelist():
            broken = name.endswith("slideLayout2.xml")
            out.writestr(name, b"<p:sldLayout" if broken else source.read(name))
    assert "打不开" in faults(tmp_path / "broken", buffer.getvalue())[0]


def test_a_package_that_unpacks_to_hundreds_of_megabytes_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO(old())
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ppt/media/image1.png", bytes(201_000_000))
    assert buffer.tell() < 1_000_000
    assert "打不开：文件过大" in faults(tmp_path, buffer.getvalue())[0]


def test_entries_locked_or_garbled_are_told_too(tmp_path: Path) -> None:
    entry = 30 + len("[Content_Types].xml")  # its data follow its header and name
    garbled = bytearray(old())
    garbled[entry : entry + 40] = b"\xff" * 40
    locked = bytearray(old())
    locked[6] |= 1  # of the first entry: encrypted
    locked[locked.index(b"PK\1\2") + 8] |= 1
    for number, data in enumerate((garbled, locked)):
        assert "打不开：不是 PPTX，或已损坏" in faults(tmp_path / str(number), bytes(data))[0]


@pytest.mark.parametrize(
    "given",
    ["", '<a:accent3><a:prstClr val="red"/></a:accent3>', '<a:accent3><a:srgbClr val="?"/></a:accent3>'],
)
def test_a_theme_colour_that_is_missing_or_no_rgb_is_told(given: str, tmp_path: Path) -> None:
    template = rewritten(old(), "theme1.xml", r"<a:accent3>.*?</a:accent3>", given)
    (said,) = faults(tmp_path, template)
    assert "report.md:2:1: 模板“house.pptx”没有可读的主题颜色：accent3" in said


def test_a_placeholder_named_for_two_texts_is_told(tmp_path: Path) -> None:
    (said,) = faults(
        tmp_path, old(), 'text = { layout = "Title and Content", title = 0, body = "Title 1" }\n'
    )
    assert "house.toml:1:1: 占位符“Title 1”用了两次" in said


def test_what_no_layout_can_hold_is_told_where_it_stands_with_a_hint(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, old())
    long = "这一条要点写得特别长，一张幻灯片怎么也放不下，" * 24
    with (folder / "report.md").open("a", encoding="utf-8") as report:
        report.write(
            f"\n# 第一节\n\n## 短的一段\n\n[写得不长]{{.key}}。\n\n## 长的一段\n\n开头一句。[{long}]{{.key}}。\n"
        )
        report.write("\n## 有表的一段\n\n[表在下面]{.key}。\n\n::: table {data=甲.csv}\n:::\n")
    (folder / "data").mkdir()
    cell = "单元格里的字多得不像话" * 40
    table = f"# 来源: 某局\n年份,甲\n2024,{cell}\n2025,{cell}\n"
    (folder / "data/甲.csv").write_text(table, encoding="utf-8")
    err = io.StringIO()
    assert (
        main(
            ["pptx", str(folder), "--out", str(tmp_path / "dist")],
            io.StringIO(),
            err,
            {"LANG": "zh_CN.UTF-8"},
        )
        == 2
    )
    lines = (folder / "report.md").read_text(encoding="utf-8").split("\n")
    text, declared = (
        next(i for i, line in enumerate(lines, 1) if line.startswith(begin))
        for begin in ("开头", "::: table")
    )
    assert f"report.md:{text}:7: “长的一段”有一块内容在模板版式“Title and Content”里放不下" in err.getvalue()
    assert f"report.md:{declared}:1: “有表的一段”有一块内容在模板版式" in err.getvalue()
    assert err.getvalue().count("提示：把长的一条分成几条，或换一个版式") == 2
    assert not (tmp_path / "dist").exists()


def test_a_template_outside_the_folder_is_refused(tmp_path: Path) -> None:
    assert "在报告文件夹之外" in faults(tmp_path, None, name="../house.pptx")[0]


def test_a_handout_beside_a_deck_on_a_template_says_that_it_shows_other_slides(tmp_path: Path) -> None:
    arguments = ["handout", str(folder_with(tmp_path, old())), "--out", str(tmp_path / "dist")]
    err = io.StringIO()
    assert main(arguments, io.StringIO(), err, {"LANG": "zh_CN.UTF-8"}) == 0
    (said,) = [line for line in err.getvalue().split("\n") if "会场材料画的是" in line]
    assert "report.md:2:1: " in said
    assert "在 PowerPoint 里打印备注页" in err.getvalue()
    arguments[1], err = str(TINY), io.StringIO()
    assert main(arguments, io.StringIO(), err, {"LANG": "zh_CN.UTF-8"}) == 0
    assert "会场材料画的是" not in err.getvalue()


def test_check_says_which_layouts_serve(tmp_path: Path) -> None:
    folder, err = folder_with(tmp_path, old()), io.StringIO()
    main(["check", str(folder)], io.StringIO(), err, {"LANG": "zh_CN.UTF-8"})
    assert "模板“house.pptx”的版式：title = Title Slide" in err.getvalue()
