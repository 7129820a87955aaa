"""Finished files onto the disk: written beside, then put in place, so no file is ever half written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from reportgen.errors import error


def write_atomically(path: Path, data: bytes) -> Path:
    """Writes the bytes to that path in one step; an existing file is replaced only when all is written.

    Raises ReportgenError where the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        beside.chmod(0o644)
        beside.replace(path)
    except OSError as fault:
        raise _unwritable(path, fault) from fault
    finally:
        beside.unlink(missing_ok=True)  # already moved once it is in its place
    return path


def _unwritable(path: Path, fault: OSError) -> Exception:
    reason = fault.strerror or str(fault)
    return error(f"写不进 {path}：{reason}", f"cannot write {path}: {reason}")
