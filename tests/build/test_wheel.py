"""The wheel carries fonts, themes and the starter, and works in an empty directory."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LARGEST_FONTS = 45_000_000


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, unpacked where Python can import it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys, hatchling.build as b; print(b.build_wheel(sys.argv[1]))"
    subprocess.run([sys.executable, "-c", build, str(folder)], cwd=ROOT, check=True, capture_output=True)
    target = folder / "site"
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel:
        wheel.extractall(target)
    return target


def test_the_wheel_carries_what_the_program_reads(installed: Path) -> None:
    package = installed / "reportgen"
    assert (package / "assets" / "fonts" / "fonts.toml").is_file()
    assert sorted(path.stem for path in (package / "themes").glob("*.toml")) == [
        "danqing",
        "fenchuan",
        "type",
    ]
    assert (package / "content" / "template" / "report.md").is_file()
    fonts = sum(path.stat().st_size for path in (package / "assets" / "fonts").glob("*.ttf"))
    assert 10_000_000 < fonts <= LARGEST_FONTS
    assert len(list((package / "assets" / "fonts" / "licences").iterdir())) >= 4


def test_a_new_report_is_made_and_built_in_an_empty_directory(installed: Path, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(installed),
        "LANG": "zh_CN.UTF-8",
        "PYTHONIOENCODING": "utf-8",
    }

    def reportgen(*argv: str) -> str:
        command = [sys.executable, "-m", "reportgen", *argv]
        done = subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    reportgen("new", "某区发布会")
    reportgen("pdf")
    reportgen("pptx")
    made = sorted(path.name for path in (tmp_path / "dist").iterdir())
    assert made == ["某区发布会-brochure-print.pdf", "某区发布会-brochure.pdf", "某区发布会-deck.pptx"]
