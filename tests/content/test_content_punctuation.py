"""Half-width marks between Chinese characters become full-width; all others stay as they are."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportgen.content import fix_punctuation
from reportgen.content.punctuation import half_width


@pytest.mark.parametrize(
    ("written", "fixed"),
    [
        ("稳中求进,提质增效", "稳中求进，提质增效"),
        ("目标明确;措施有力", "目标明确；措施有力"),
        ("他说:“很好”", "他说：“很好”"),
        ("好不好?好!", "好不好？好！"),
        ("任务完成.\n", "任务完成。\n"),
        ("乡镇(街道)办事", "乡镇（街道）办事"),
        ("“特优”,名片", "“特优”，名片"),
        ("𠮷明远,李䶮", "𠮷明远，李䶮"),
        ('打造"榆次样板","特优"名片', "打造“榆次样板”，“特优”名片"),
        ('成功摘取"[示范县]{.honour level="全国"}"', '成功摘取“[示范县]{.honour level="全国"}”'),
        ('他说：“找"窗口"就行”', "他说：“找‘窗口’就行”"),
    ],
)
def test_a_half_width_mark_between_chinese_is_fixed(written: str, fixed: str) -> None:
    assert fix_punctuation(written) == fixed


@pytest.mark.parametrize(
    "written",
    [
        "结构为6.1:10.4:83.5。",
        "会议于10:30开始。",
        "增长4.96%。",
        "共1,250吨。",
        "Welcome, friends: the old bridge, and its new life.",
        "见 https://example.cn/a,b:c?d=1 网页",
        "获评[示范县]{.honour level=全国 status=获评}",
        '[1:2]{#a label="甲,乙" parts="甲:一 乙"}',
        "::: chart {kind=bars title=甲,乙}",
        "---\ntitle: 甲,乙\nseries: 系列:一\n---\n",
        '又一个"没有成对的引号',
        'the "old bridge" and "new life"',
        "已经，是全角：标点；了！",
    ],
)
def test_ratios_times_decimals_english_head_and_attributes_stay(written: str) -> None:
    assert fix_punctuation(written) == written


def test_a_mark_is_found_with_its_offset() -> None:
    assert list(half_width("甲乙,丙")) == [(2, ",", "，")]


@settings(derandomize=True, max_examples=100, deadline=None)
@given(st.text('甲乙,.:;?!()“”"0a \n', max_size=30))
def test_fixing_twice_changes_nothing_more_and_keeps_the_length(text: str) -> None:
    once = fix_punctuation(text)
    assert len(once) == len(text)
    assert fix_punctuation(once) == once
