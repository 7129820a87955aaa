"""``check`` passes over numbers that are no data, and offers for the others a mark that can be pasted."""

import re
from pathlib import Path

import pytest

from reportgen.content import check_report, load_report
from reportgen.errors import Problem

HEAD = "---\ntitle: 标题\n---\n\n"
OFFER = re.compile(r"\[([^\[\]]+)\]\{#n\d+[^{}]*\}")

NO_DATA = (
    "2021—2025年，经济平稳。", "“十四五”时期和2024、2025年。", "2025年7月28日18时30分。", "1—5月，生产平稳。", "7月上旬至8月中旬。",
    "27日2时至3时。", "会议8:00—17:00召开。", "20世纪90年代。", "2024—2025学年。", "2025届毕业生。", "1951年建站以来最大洪水。",
    "服务65岁以上老人。", "60周岁及以上老年人口。", "3—6岁儿童。", "0—3岁婴幼儿。", "国发〔2024〕12号文件。", "晋政办发〔2025〕3号。",
    "执行GB/T 15834—2011。", "按DB14/T 1234—2020和ISO 9001执行。", "热线电话12345。", "拨打12315或12356热线。", "咨询电话：0351-6012345。",
    "寻亲热线：010-61012345（24小时）。", "手机13803511234。", "请打119报警。", "120急救电话。", "沿108国道。", "国道G234、G5高速。",
    "太原路128号。", "迎泽大街3号楼2单元501室。", "实行T+0，1+N政策。", "“1+4+N”体系。", "第三十二届运动会。", "第2季度。", "第15次会议。",
    "5G基站和4K频道。", "4A级景区。", "H7N9和PM2.5。", "附件1和表2。", "邮编030001。", "见www.a.cn/2024。", "2024/7/28。", "“4321”工程。",
    "《2024年工作要点》。", "985高校。", "24小时热线。", "8路公交。", "“7·26”洪涝。", "3号线开通。", "（1）坚持改革。",
)  # fmt: skip
# the text, what is offered for it
OFFERED = (
    ("新增就业3200人。", "[3200人]{#n1 label=新增就业}"),
    ("外转人次下降18.7%。", "[下降18.7%]{#n1 label=外转人次}"),
    ("外转人次比上年减少了2.1万人次，好。", "[比上年减少了2.1万人次]{#n1 label=外转人次}"),
    ("最低气温零下12℃。", "[零下12℃]{#n1 label=最低气温}"),
    ("产值突破300亿元。", "[突破300亿元]{#n1 label=产值}"),
    ("增速高于全省0.7个百分点。", "[高于全省0.7个百分点]{#n1 label=增速}"),
    ("死亡率4.2/10万。", "[4.2/10万]{#n1 label=死亡率}"),
    ("建成充电桩2300余座。", "[2300余座]{#n1 label=建成充电桩}"),
    ("转移17万余人。", "[17万余人]{#n1 label=转移}"),
    ("办理时间由42分钟缩短到15分钟。", "[由42分钟缩短到15分钟]"),
    ("三次产业比为6.1:10.4:83.5。", "[6.1:10.4:83.5]{#n1 label=三次产业比}"),
    ("全年签约17万余人。", "[17万余人]{#n1 label=全年签约}"),
    ("占到八成以上。", "[八成以上]"),
    ("GDP479.5亿元。", "[479.5亿元]{#n1 label=GDP}"),
)


def findings(folder: Path, text: str) -> tuple[Problem, ...]:
    (folder / "report.md").write_text(HEAD + text + "\n", encoding="utf-8")
    return check_report(load_report(folder))


def offers(folder: Path, text: str) -> list[str]:
    hints = [problem.hint.zh for problem in findings(folder, text) if problem.hint]
    return [match.group() for hint in hints if (match := OFFER.search(hint))]


@pytest.mark.parametrize("text", NO_DATA)
def test_what_is_no_data_gives_no_warning(tmp_path: Path, text: str) -> None:
    told = [problem.message.zh for problem in findings(tmp_path, text) if problem.severity == "warning"]
    assert told == []


@pytest.mark.parametrize(("text", "mark"), OFFERED)
def test_a_number_without_a_mark_is_offered_one(tmp_path: Path, text: str, mark: str) -> None:
    assert any(offer.startswith(mark) for offer in offers(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [*(text for text, _ in OFFERED), "全市产值[8亿元]{#n1 label=产值}，学校6所，增长5.2%、床位1260张。"],
)
def test_what_is_offered_can_be_pasted(tmp_path: Path, text: str) -> None:
    for offer in offers(tmp_path, text):
        words = offer[1 : offer.index("]")]
        before = text.index(words, text.rfind("}") + 1)
        pasted = text[:before] + offer + text[before + len(words) :]
        (tmp_path / "report.md").write_text(HEAD + pasted + "\n", encoding="utf-8")
        assert load_report(tmp_path).figures[-1].text == words


def test_a_comma_between_two_numbers_keeps_them_two(tmp_path: Path) -> None:
    told = [problem.message.zh for problem in findings(tmp_path, "甲3，乙4；甲12，345个。")]
    assert [words for words in told if "没有标注" in words] == [
        "数字“3”没有标注",
        "数字“4”没有标注",
        "数字“12，345”没有标注",
    ]


TEXT = """全市医疗机构门急诊126.4万人次，同比增长5.8%，其中基层占52.3%，比上年提高2.1个百分点。平均住院日由8.5天降至6.8天，次均费用下降3.1%，减少126元。

孕产妇死亡率4.2/10万，低于全省0.7个百分点；65岁以上老人建档率90%以上，签约17万余人，近百家医院联网，拨打12320热线可查。

2021—2025年，市场主体由3.2万户增加到4.6万户，注销近三成，抽检1560批次，合格率98.6%，罚没218万元，较2020年翻了一番多，挽回损失860余万元。

7月28日18时，最低气温零下12℃，亏损企业12家，亏损2.6亿元，30至60毫米降雨致126户384间房屋受损，三次产业比为6.1:10.4:83.5。
"""


def test_all_offers_of_a_text_can_be_pasted_at_once(tmp_path: Path) -> None:
    found = findings(tmp_path, TEXT)
    lines = (HEAD + TEXT).split("\n")
    offered = [(p.place, match) for p in found if p.place and p.hint and (match := OFFER.search(p.hint.zh))]
    marks = {match.group(): (place, match) for place, match in offered}
    for place, match in sorted(marks.values(), key=lambda one: one[0], reverse=True):
        line, words = lines[place.line - 1], match[1]
        start = line.rindex(words, 0, place.column - 1 + len(words))
        lines[place.line - 1] = line[:start] + match.group() + line[start + len(words) :]
    (tmp_path / "report.md").write_text("\n".join(lines), encoding="utf-8")
    report = load_report(tmp_path)
    assert len(report.figures) == len(marks) > 20
    assert not [problem for problem in check_report(report) if problem.message.zh.startswith("数字")]
    signed = {figure.text: str(figure.signed) for figure in report.figures}
    assert signed["减少126元"] == "-126"
    assert signed["低于全省0.7个百分点"] == "-0.7"
    assert signed["零下12℃"] == "-12"
    assert signed["亏损2.6亿元"] == "-2.6"
