"""Charts drawn by a child process are those drawn in place, byte for byte."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from samples import CONTENTS, brochure_of, brochure_pdf, fonts

from reportgen.pdf.chart_workshop import workshop
from reportgen.pdf.write import SCREEN, write_pdf
from reportgen.themes import load_theme

ROOT = Path(__file__).parents[2]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="charts are drawn in place here")
@pytest.mark.parametrize("name", ["yuci", "rare"])
def test_the_command_with_its_child_writes_what_the_library_writes(tmp_path: Path, name: str) -> None:
    command = [sys.executable, "-m", "reportgen", "pdf", str(CONTENTS[name]), "-q", "--out", str(tmp_path)]
    subprocess.run(
        command, cwd=ROOT, check=True, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True
    )
    assert (tmp_path / f"{name}-brochure.pdf").read_bytes() == brochure_pdf(name)


def test_the_parent_never_loads_matplotlib(tmp_path: Path) -> None:
    code = (
        "import sys; from reportgen.cli import main; "
        f"main(['pdf', {str(CONTENTS['yuci'])!r}, '-q', '--out', {str(tmp_path)!r}], sys.stdout, sys.stderr); "
        "print('matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    loaded = done.stdout.split()[-1] == "True"
    assert loaded is not sys.platform.startswith("linux")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="charts are drawn in place here")
def test_a_child_that_dies_leaves_the_same_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("threading.active_count", lambda: 1)
    with workshop(wanted=True) as running:
        assert running is not None
        os.kill(running._child, signal.SIGKILL)
        data = write_pdf(brochure_of("yuci"), load_theme(), fonts(), SCREEN, running)
    assert data == brochure_pdf("yuci")
