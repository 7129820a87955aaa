"""Rare characters are lent by another face; a character no face has is named, never drawn as a box."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import fonts, report_of
from test_command_line import run

from reportgen.characters import fallback_characters, missing_characters


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
