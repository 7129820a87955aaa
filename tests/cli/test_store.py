"""Finished files are put in place whole, and nothing else is left in the folder."""

from pathlib import Path

import pytest

from reportgen.errors import ReportgenError
from reportgen.store import write_atomically


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "dist" / "a.pdf"
    for data in (b"earlier", b"later"):
        assert write_atomically(target, data).read_bytes() == data
    assert list(target.parent.iterdir()) == [target]


def test_a_write_that_is_broken_off_leaves_the_earlier_file_alone(tmp_path: Path) -> None:
    target = write_atomically(tmp_path / "a.pdf", b"earlier")
    with pytest.raises(TypeError):
        write_atomically(target, "no bytes")  # type: ignore[arg-type]
    assert target.read_bytes() == b"earlier"
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").mkdir()
    with pytest.raises(ReportgenError) as caught:
        write_atomically(tmp_path / "a.pdf", b"x")
    assert "cannot write" in caught.value.problems[0].message.en
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
