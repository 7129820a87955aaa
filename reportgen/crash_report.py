"""A fault of the program: where it happened, in a file the user can send without giving anything away."""

from __future__ import annotations

import platform
import tempfile
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from reportgen.errors import ReportgenError
from reportgen.version import __version__

FILE = "reportgen-error.txt"
STAGE = "stage: "
LIBRARIES = ("site-packages", "dist-packages", "lib", "Lib")  # folders below which a path names no user
PRIVATE = (
    "Messages and values are left out: they may quote the report. Run the command with -v to see them.\n"
)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Notes on a fault of the program at which stage it happened; errors of the input pass as they are."""
    try:
        yield
    except ReportgenError:
        raise
    except Exception as fault:
        fault.add_note(f"{STAGE}{name}")
        raise


def crash_report(fault: BaseException) -> str:
    """Version, platform, stage and traceback: no message, value, user name or absolute path."""
    notes = getattr(fault, "__notes__", ())
    stages = [note.removeprefix(STAGE) for note in notes if note.startswith(STAGE)]
    head = (
        f"reportgen {__version__}",
        f"Python {platform.python_version()}, {platform.platform()}",
        f"{STAGE}{', '.join(reversed(stages)) or 'command'}",
    )
    return "\n".join((*head, PRIVATE, *_traceback(fault)))


def write_crash_report(fault: BaseException, folder: Path) -> Path | None:
    """The report beside the user's work, else among the system's temporary files; None where neither can be written."""
    text = crash_report(fault)
    for where in (folder, Path(tempfile.gettempdir())):
        try:
            (where / FILE).write_text(text, encoding="utf-8")
        except OSError:
            continue
        return where / FILE
    return None


def _traceback(fault: BaseException) -> Iterator[str]:
    """The chain of faults, the first cause first, each with the lines of code it passed."""
    earlier = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)
    if earlier is not None:
        yield from _traceback(earlier)
        yield ""
    for frame in traceback.extract_tb(fault.__traceback__):
        path = _shortened(frame.filename)
        yield f"  {path}:{frame.lineno} in {frame.name}"
        if frame.line and "/" in path:  # a line of ours or of a library, nobody's own
            yield f"    {frame.line}"
    yield f"{type(fault).__module__}.{type(fault).__qualname__}"


def _shortened(path: str) -> str:
    """The path below the package or the library it belongs to; a file of anybody else's by its name alone."""
    parts = PurePath(path).parts
    for folder in (__package__, *LIBRARIES):
        if folder in parts:
            at = len(parts) - 1 - parts[::-1].index(folder)
            return "/".join(parts[at:])
    return PurePath(path).name
