"""Messages, help and heads in the language asked for, the locale's, or the system's."""

from __future__ import annotations

import io
import json
import plistlib
import shutil
from pathlib import Path

import pytest
from samples import CONTENTS

from reportgen.arguments import worded
from reportgen.cli import main
from reportgen.system_language import asked_language, language_of, mac_tag


def run(*argv: str, **environment: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    return main(argv, out, err, environment), out.getvalue(), err.getvalue()


def test_the_locale_decides_in_the_order_of_posix() -> None:
    assert language_of({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_GB"}) == "zh"
    assert language_of({"LC_ALL": "", "LC_MESSAGES": "en_GB", "LANG": "zh_CN"}) == "en"
    assert language_of({"LANG": "zh_TW.UTF-8"}) == "zh"


def test_where_no_locale_is_set_the_system_is_asked() -> None:
    assert language_of({}, lambda: "zh-Hans-CN") == "zh"
    assert language_of({"LANG": ""}, lambda: "zh_CN") == "zh"
    assert language_of({}, lambda: "") == "en"
    assert language_of({"LANG": "C.UTF-8"}, lambda: "zh_CN") == "en"  # a locale that is set is meant


def test_macos_has_its_languages_in_the_global_preferences(tmp_path: Path) -> None:
    for languages, tag in ((["zh-Hans-CN", "en-CN"], "zh-Hans-CN"), (["en-GB"], "en-GB"), ([], "")):
        path = tmp_path / "preferences.plist"
        path.write_bytes(plistlib.dumps({"AppleLanguages": languages}, fmt=plistlib.FMT_BINARY))
        assert mac_tag(path) == tag
    path.write_bytes(b"damaged")
    assert mac_tag(path) == mac_tag(tmp_path / "missing") == ""


def test_the_flag_goes_before_the_locale_wherever_it_stands() -> None:
    assert asked_language(("pdf", "--lang", "en")) == asked_language(("--lang=en", "pdf")) == "en"
    assert (
        asked_language(("pdf", "--lang", "fr"))
        is asked_language(("pdf", "--lang"))
        is asked_language(())
        is None
    )
    for argv in (("--lang", "en", "pdf", "nowhere"), ("pdf", "nowhere", "--lang=en")):
        assert "no folder 'nowhere'" in run(*argv, LANG="zh_CN")[2]
    assert "找不到报告" in run("pdf", "nowhere", "--lang", "zh", LANG="en_GB")[2]


def test_help_has_no_word_of_the_other_language(capsys: pytest.CaptureFixture[str]) -> None:
    for argv in (("--help",), ("pdf", "--help"), ("check", "-h")):
        assert run(*argv, LANG="zh_CN")[0] == 0
        chinese = capsys.readouterr().out
        assert chinese.startswith("用法：")
        assert "选项：" in chinese
        for word in ("usage", "options:", "positional", "show this", "arguments"):
            assert word not in chinese, argv
        assert run(*argv, LANG="en_GB")[0] == 0
        assert capsys.readouterr().out.startswith("usage: ")


@pytest.mark.parametrize(
    ("argv", "zh", "en"),
    [
        ((), "缺少：命令", "missing: COMMAND"),
        (("pfd",), "命令 没有 'pfd'；可用：", "COMMAND: there is no 'pfd'; known: "),
        (("pdf", "--out"), "--out 后面要写一个值", "--out takes a value"),
        (("pdf", "--ot"), "不认识：--ot", "unknown: --ot"),
        (("pdf", "--for", "pess"), "--for：pess ∉ screen", "--for: pess ∉ screen"),
        (("pptx", "--fonts", "x"), "--fonts 没有 'x'；可用：", "--fonts: there is no 'x'; known: "),
        (("pdf", "--quiet=1"), "-q/--quiet 后面不带值：'1'", "-q/--quiet takes no value: '1'"),
        (("pdf", "--fo"), "--for 后面要写一个值", "--for takes a value"),
        (("pptx", "--f", "x"), "--fonts 没有", "--fonts"),
        (("pdf", "--lang", "fr"), "--lang 没有 'fr'", "--lang: there is no 'fr'"),
    ],
)
def test_a_slip_is_told_in_the_readers_language(argv: tuple[str, ...], zh: str, en: str) -> None:
    code, out, chinese = run(*argv, LANG="zh_CN")
    assert (code, out) == (2, "")
    assert chinese.startswith("错误: ")
    assert zh in chinese
    assert "提示：用法见 python -m reportgen" in chinese
    english = run(*argv, LANG="en_GB")[2]
    assert english.startswith("error: ")
    assert en in english


def test_words_of_argparse_we_do_not_know_are_passed_on() -> None:
    assert worded("something new").zh == worded("something new").en == "something new"
    ambiguous = worded("ambiguous option: --f could match --fix, --for")
    assert ambiguous.zh == "--f 不明确，可能是 --fix, --for"


def test_the_heads_of_the_figures_table_follow_and_the_keys_of_json_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(CONTENTS["tiny"], tmp_path / "content" / "tiny")
    monkeypatch.chdir(tmp_path)
    with (tmp_path / "content" / "tiny" / "report.md").open("a", encoding="utf-8") as report:
        report.write("\n步道全长[18公里]{#length}。\n")
    assert (
        run("check", "tiny", LANG="zh_CN")[1].split("\n")[0]
        == "编号\t数值\t单位\t指标\t原句\t用处\t带符号\t方向"
    )
    assert (
        run("check", "tiny", LANG="en_GB")[1].split("\n")[0]
        == "id\tvalue\tunit\tlabel\tsentence\tused\tsigned\tdirection"
    )
    (first, *_) = json.loads(run("check", "tiny", "--json", LANG="zh_CN")[1])
    assert list(first) == ["id", "value", "unit", "label", "sentence", "used", "signed", "direction"]
