"""Rare characters are lent by another face; a character no face has is named, never drawn as a box."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from samples import fonts, report_of
from test_command_line import run

from reportgen.characters import fallback_characters, missing_characters
from reportgen.content import load_report


def test_the_rare_names_are_all_shown_some_by_another_face() -> None:
    report = report_of("rare")
    assert missing_characters(report, fonts()) == ()
    notes = fallback_characters(report, fonts())
    assert any("𠮷" in note.message.zh and "U+20BB7" in note.message.zh for note in notes)
    assert all(note.severity == "note" and note.place for note in notes)


def test_a_character_no_face_has_is_an_error_with_its_code_point_and_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "content" / "x"
    folder.mkdir(parents=True)
    (folder / "report.md").write_text("---\ntitle: 小镇\n---\n\n河边新修了步道𓀀。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    code, _, err = run("pdf")
    assert code == 2
    assert "content/x/report.md:5:8: 没有字体能显示“𓀀”（U+13000）" in err


EVERYWHERE = """---
title: 小镇甲
organisation: "某镇乙"
contact:
  电话丙: 123丁
---

新建步道[20条]{#a label="步道甲" series='类丙' note=注丁}、公园路[35条]{#b label=公园路}。

# 一

## 二

见图。

::: chart {kind=bars figures="a b" title=新建步道 note="注甲" source=局乙 unit="条丙"}
:::

::: table {data=t.csv}
:::

::: picture {file=p.png alt="图甲" credit="某乙"}
:::
"""
TABLE = "# 标题: 表甲\n# 来源:  局乙\n#单位：条丙\n年份,条丁数\n2020,1甲\n"


@pytest.mark.parametrize("char", ["✅", "𓀀"])
def test_a_character_no_face_has_is_told_where_it_stands_beside_the_prose_too(
    tmp_path: Path, char: str
) -> None:
    """In the head, in every attribute whose words are shown, in a table's remarks and cells."""
    (tmp_path / "data").mkdir()
    Image.new("RGB", (60, 40)).save(tmp_path / "p.png")
    files = {"report.md": EVERYWHERE, "data/t.csv": TABLE}
    expected = set()
    for name, text in files.items():
        written = re.sub("[甲乙丙丁]", char, text)
        (tmp_path / name).write_text(written, encoding="utf-8")
        for number, line in enumerate(written.split("\n"), 1):
            at = (match.start() + 1 for match in re.finditer(char, line))
            expected |= {f"{tmp_path.as_posix()}/{name}:{number}:{column}" for column in at}
    problems = missing_characters(load_report(tmp_path), fonts())
    assert len(expected) == 17
    assert [str(problem.place) for problem in problems] == sorted(map(str, expected), key=_in_order)


def _in_order(place: str) -> tuple[str, int, int]:
    file, line, column = place.rsplit(":", 2)
    return file, int(line), int(column)
