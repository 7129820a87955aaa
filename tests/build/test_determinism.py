"""The same input gives the same bytes, in fresh processes with different hash seeds."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def built(out: Path, seed: str) -> dict[str, str]:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "reportgen", "build", "content/yuci", "-q", "--out", str(out)]
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(out.iterdir())}


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = built(tmp_path / "a", "1"), built(tmp_path / "b", "2")
    assert sorted(first) == [
        "yuci-brochure-office.pdf",
        "yuci-brochure-print.pdf",
        "yuci-brochure.pdf",
        "yuci-deck.pptx",
        "yuci-handout-factsheet.pdf",
        "yuci-handout-notes.pdf",
    ]
    assert first == second


@pytest.mark.parametrize("name", ["yuci-brochure-print.pdf", "yuci-brochure.pdf", "yuci-deck.pptx"])
def test_a_finished_file_names_no_machine_path(tmp_path: Path, name: str) -> None:
    built(tmp_path, "0")
    data = (tmp_path / name).read_bytes()
    assert str(ROOT).encode() not in data
    assert str(tmp_path).encode() not in data
