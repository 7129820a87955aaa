"""What the marks mean: text without marks, places, components, titles made of the text's own words."""

from pathlib import Path

import pytest

from reportgen.content import load_report
from reportgen.model.report import Chart, Ledger, Panels, Plates, Quote, Report
from reportgen.model.report import Table as TableBox

HEAD = "---\ntitle: 标题\n---\n\n"


def read(folder: Path, text: str, **tables: str) -> Report:
    (folder / "data").mkdir(exist_ok=True)
    for name, table in tables.items():
        (folder / "data" / f"{name}.csv").write_text(table, encoding="utf-8")
    (folder / "report.md").write_text(HEAD + text + "\n", encoding="utf-8")
    return load_report(folder)


def chart(report: Report) -> Chart:
    (box,) = [box for box in report.lead_components if isinstance(box, Chart)]
    return box


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("甲乙\n丙丁。", "甲乙丙丁。"),
        ("甲乙  \n丙丁。", "甲乙丙丁。"),
        ("the old\nbridge", "the old bridge"),
        ("[GDP]{.en}\n[growth]{.en}", "GDP growth"),
        ("达[3个]{#a}\n[乙]{.key}", "达3个乙"),
        ("**要**点", "要点"),
        ("[[打通]{.verb}**断**头路]{.row}", "打通断头路"),
        ("比[1:2]{#a}&<5", "比1:2&<5"),
        ("[2024]5号", "[2024]5号"),
        ("　　段首空格", "段首空格"),
        ("甲\\乙", "甲\\乙"),
    ],
)
def test_a_paragraph_reads_as_the_prose_without_its_marks(tmp_path: Path, written: str, plain: str) -> None:
    assert read(tmp_path, written).lead[0].text == plain


def test_every_span_stands_where_its_place_says(tmp_path: Path) -> None:
    text = "甲甲[甲[3个]{#a}甲]{.key}甲\n[甲甲]{.name}，**甲**甲。\n\n甲[甲]{.quote}甲。"
    report = read(tmp_path, text)
    lines = (HEAD + text).split("\n")
    spans = [span for paragraph in report.lead for span in paragraph.spans]
    assert len(spans) > 8
    for span in spans:
        assert span.place is not None
        assert lines[span.place.line - 1][span.place.column - 1 :].startswith(span.text)


def test_marks_nest_outermost_first(tmp_path: Path) -> None:
    report = read(tmp_path, "[甲[3个]{#a}]{.key .name}。")
    (span,) = [span for span in report.lead[0].spans if span.text == "3个"]
    assert [mark.kind for mark in span.marks] == ["key", "name", "figure"]
    assert report.names == ("甲3个",)


def test_comments_on_lines_of_their_own_are_no_text(tmp_path: Path) -> None:
    report = read(tmp_path, "<!-- 一\n\n## 二 -->\n甲[3个]{#a}。\n\n<!-- 三 -->\n\n乙。")
    assert [paragraph.text for paragraph in report.lead] == ["甲3个。", "乙。"]
    assert report.figure("a").place.line == 8


@pytest.mark.parametrize(
    ("title", "kicker", "headline"),
    [
        ("立足强一产 “特优”名片愈发闪亮", "立足强一产", "“特优”名片愈发闪亮"),
        ("聚焦稳二产，“跨越”势头更加强劲", "聚焦稳二产，", "“跨越”势头更加强劲"),
        ("城市能级实现历史性跃升", "", "城市能级实现历史性跃升"),
        ("一 二 三", "", "一 二 三"),
        ("九个字以上的前半部分 后半", "", "九个字以上的前半部分 后半"),
        ("消费回暖|烟火气升腾", "", "消费回暖烟火气升腾"),
    ],
)
def test_a_heading_in_two_halves_has_a_kicker(tmp_path: Path, title: str, kicker: str, headline: str) -> None:
    (section,) = read(tmp_path, f"甲。\n\n# 一\n\n## {title}\n\n乙。").sections
    sub = section.subsections[0]
    assert (sub.kicker, sub.headline) == (kicker, headline)
    assert sub.title == title.replace("|", "")


def test_a_bar_in_a_heading_breaks_its_lines(tmp_path: Path) -> None:
    (section,) = read(tmp_path, "甲。\n\n# 新质生产力|动能澎湃\n\n乙。").sections
    assert (section.title, section.title_lines) == ("新质生产力动能澎湃", ("新质生产力", "动能澎湃"))
    assert section.intro[0].text == "乙。"


@pytest.mark.parametrize(
    ("row", "verb", "rest"),
    [
        ("[[打通]{.verb}断头路，]{.row}", "打通", "断头路"),
        ("[文物普查[有序推进]{.verb}]{.row}", "有序推进", "文物普查"),
        ("[纺机液压[跻身]{.verb}专业镇]{.row}", "跻身", "纺机液压　专业镇"),
        ("[产值[[突破]{.verb}300亿元]{#a}大关]{.row}", "突破", "产值　300亿元大关"),
    ],
)
def test_a_row_is_a_verb_and_what_it_applies_to(tmp_path: Path, row: str, verb: str, rest: str) -> None:
    (ledger,) = read(tmp_path, f"甲，{row}。").lead_components
    assert isinstance(ledger, Ledger)
    assert (ledger.rows[0].verb, ledger.rows[0].object) == (verb, rest)
    assert ledger.optional


def test_what_is_marked_but_not_declared_follows_in_a_set_order(tmp_path: Path) -> None:
    text = "[甲]{.quote}、[乙]{.plate note=品牌}品牌、[丙]{.item in=游}游、[[丁]{.verb}戊]{.row}。\n\n"
    kinds = [type(box) for box in read(tmp_path, text).lead_components]
    assert kinds == [Plates, Panels, Ledger, Quote]
    kinds = [type(box) for box in read(tmp_path, f"{text}::: quote\n:::\n").lead_components]
    assert kinds == [Quote, Plates, Panels, Ledger]


@pytest.mark.parametrize(
    "title", ["政策红利", "“1方案4办法”政策红利", "政策红利与促进就业", "促进就业、政策红利"]
)
def test_a_title_is_made_of_pieces_of_the_text(tmp_path: Path, title: str) -> None:
    text = "出台“1方案4办法”等一揽子政策红利，促进就业[20条]{#a label=就业}、落户[14条]{#b label=落户}。"
    box = f'\n\n::: chart {{kind=bars figures="a b" title="{title}" highlight=b}}\n:::'
    spec = chart(read(tmp_path, text + box)).spec
    assert (spec.title, spec.highlight, spec.unit) == (title, 1, "条")
    assert [(datum.label, datum.text, datum.value) for datum in spec.data] == [
        ("就业", "20", 20),
        ("落户", "14", 14),
    ]


def test_a_ratio_gives_one_datum_for_each_part(tmp_path: Path) -> None:
    text = '结构为[6.1:10.4:83.5]{#a label=结构 parts="一产 二产 三产" unit=%}。\n\n::: chart {kind=waffle figure=a}\n:::'
    spec = chart(read(tmp_path, text)).spec
    assert (spec.title, spec.unit) == ("结构", "%")
    assert [(datum.label, datum.text) for datum in spec.data] == [
        ("一产", "6.1"),
        ("二产", "10.4"),
        ("三产", "83.5"),
    ]


def test_columns_carry_their_own_units(tmp_path: Path) -> None:
    table = "# 标题: 产值\n年份,产值（亿元）,企业（家）\n2021,1.50,2\n2022,2,3\n2023,3,4\n"
    spec = chart(read(tmp_path, "甲。\n\n::: chart {kind=line table=a.csv y=产值}\n:::", a=table)).spec
    assert (spec.title, spec.unit, spec.series[0].label) == ("产值", "亿元", "产值")
    assert spec.data[0].text == "1.50"


def test_figures_of_two_series_stand_in_groups(tmp_path: Path) -> None:
    text = (
        "[1个]{#a label=城 series=甲}[2个]{#b label=乡 series=甲}"
        "[3个]{#c label=城 series=乙}[4个]{#d label=乡 series=乙}。\n\n"
        '::: chart {kind=grouped figures="a b c d" title=1个}\n:::'
    )
    spec = chart(read(tmp_path, text)).spec
    assert [(one.label, [datum.label for datum in one.data]) for one in spec.series] == [
        ("甲", ["城", "乡"]),
        ("乙", ["城", "乡"]),
    ]


def test_a_table_keeps_its_cells_verbatim(tmp_path: Path) -> None:
    table = '\ufeff# 标题: 表\r\n# 单位: 吨\r\n# 来源: 某局\r\n名称,"产量,吨"\r\n"甲""乙""",1,250\r\n'
    with_quotes = table.replace("1,250", '"1,250"')
    (box,) = read(tmp_path, "甲。\n\n::: table {data=a.csv}\n:::", a=with_quotes).lead_components
    assert isinstance(box, TableBox)
    assert box.table.header == ("名称", "产量,吨")
    assert box.table.rows == (('甲"乙"', "1,250"),)
    assert (box.title, box.table.unit, box.table.source) == ("表", "吨", "某局")


def test_notes_are_kept_apart_from_the_text(tmp_path: Path) -> None:
    report = read(tmp_path, "甲。\n\n::: speaker\n乙[丙]{.name}。\n\n丁。\n:::\n\n::: internal\n戊。\n:::")
    assert [paragraph.text for paragraph in report.lead] == ["甲。"]
    assert [paragraph.text for paragraph in report.lead_speaker] == ["乙丙。", "丁。"]
    assert [paragraph.text for paragraph in report.lead_internal] == ["戊。"]


def test_a_head_may_leave_values_empty(tmp_path: Path) -> None:
    head = "---\ntitle: 甲乙|丙丁 戊己\nseries: 系列|发布会\ndate:\ncontact:\n  单位: ''\n  电话:\nnames:\n---\n\n甲。\n"
    (tmp_path / "report.md").write_text(head, encoding="utf-8")
    report = load_report(tmp_path)
    assert (report.title, report.title_lines) == ("甲乙丙丁 戊己", ("甲乙", "丙丁", "戊己"))
    assert (report.series, report.series_lines) == ("系列发布会", ("系列", "发布会"))
    assert report.contact == (("单位", ""), ("电话", ""))
    assert (report.date, report.names) == ("", ())
