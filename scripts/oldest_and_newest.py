"""Passes the tests of charts and PDF with the oldest and the newest matplotlib and reportlab pyproject.toml allows.

Each pair gets an environment of its own, which is thrown away: ``make versions``.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
LIBRARIES = ("matplotlib", "reportlab")
TESTS = ("tests/charts", "tests/pdf", "tests/pptx/test_pptx_pictures.py")


def main() -> int:
    """The first exit code that is not 0."""
    for pins in (oldest(), newest()):
        print("with", *pins, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            code = passed(Path(folder), pins)
        if code:
            return code
    return 0


def ranges() -> dict[str, tuple[str, str]]:
    """Lowest version allowed and the one that is no longer, for each library."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = (re.fullmatch(r"([\w-]+)>=([\d.]+),<([\d.]+)", each) for each in project["dependencies"])
    bounds = {match[1]: (match[2], match[3]) for match in found if match}
    return {name: bounds[name] for name in LIBRARIES}


def oldest() -> tuple[str, ...]:
    """The lowest versions: a bound of two numbers stands for the first release of that series."""
    return tuple(f"{name}=={low}.0" for name, (low, _) in ranges().items())


def newest() -> tuple[str, ...]:
    """The highest versions there are below the bounds."""
    return tuple(f"{name}<{high}" for name, (_, high) in ranges().items())


def passed(folder: Path, pins: tuple[str, ...]) -> int:
    """The exit code of the tests in a new environment with these versions."""
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, "-e", f"{ROOT}[test]", *pins], check=True)
    # What an old library calls may be deprecated in the libraries it calls: that is theirs.
    tests = [python, "-m", "pytest", "-q", "-n", "2", "-W", "ignore::DeprecationWarning", *TESTS]
    return subprocess.run(tests, cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
