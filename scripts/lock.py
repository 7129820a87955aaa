"""Writes requirements.lock and requirements-test.lock: the exact versions `make` installs.

Resolves the ranges of pyproject.toml with pip in a scratch environment, so the lock holds every
transitive package. Rerun when a dependency is added or an update is wanted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import tomllib
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = "# Exact versions for `make`; written by scripts/lock.py, do not edit.\n"


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    run_time = resolve(project["dependencies"])
    tests = extras["test"] + [need for need in extras["dev"] if not need.startswith(project["name"])]
    every = resolve(project["dependencies"] + tests)
    write("requirements.lock", run_time)
    write("requirements-test.lock", every)


def resolve(needs: list[str]) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / ("Scripts" if os.name == "nt" else "bin") / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", *needs], check=True)
        frozen = subprocess.run([python, "-m", "pip", "freeze"], check=True, capture_output=True, text=True)
    return sorted(frozen.stdout.split("\n"), key=str.lower)


def write(name: str, lines: list[str]) -> None:
    text = HEADER + "\n".join(line for line in lines if line) + "\n"
    (ROOT / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
