"""A template's file as an open presentation; what cannot be opened is reported in one sentence."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation

from reportgen.errors import Message, Place, ReportgenError, error

LARGEST = 200_000_000  # bytes, of the file and of what it unpacks to
OLE_HEAD = b"\xd0\xcf\x11\xe0"  # old binary files, and encrypted new ones
TYPES = "[Content_Types].xml"
KINDS = (b"template", b"slideshow")  # of packages that hold what a presentation holds
OPEN_XML, MACROS = (
    b"openxmlformats-officedocument.presentationml.%s.main+xml",
    b"ms-powerpoint.%s.macroEnabled.main+xml",
)
PRESENTATION_TYPE = OPEN_XML % b"presentation"
DAMAGED = Message("不是 PPTX，或已损坏", "not a PPTX file, or damaged")
TOO_LARGE = Message("文件过大", "the file is too large")


def template_bytes(path: Path, place: Place | None) -> bytes:
    """The template as a presentation, a .potx too; raises ReportgenError where it cannot be one."""
    try:
        large = path.stat().st_size > LARGEST
        data = b"" if large else path.read_bytes()
    except (OSError, ValueError) as fault:
        hint = Message(
            "模板放在 report.md 旁边，写文件名", "put the template beside report.md and give its name"
        )
        raise error(f"找不到模板“{path.name}”", f"there is no template '{path.name}'", place, hint) from fault
    if large:
        raise _damaged(path.name, place, TOO_LARGE)
    if data.startswith(OLE_HEAD):
        raise _damaged(path.name, place, Message("旧版或加密的文件", "an old or an encrypted file"))
    try:
        large = _unpacked_size(data) > LARGEST
        data = b"" if large else _as_presentation(data)
    except Exception as fault:  # zipfile has a class of its own for each kind of damage and for passwords
        raise _damaged(path.name, place, DAMAGED) from fault
    if large:
        raise _damaged(path.name, place, TOO_LARGE)
    return data


def opened(data: bytes, name: str, place: Place | None) -> Any:
    """The presentation python-pptx reads from the bytes."""
    try:
        return Presentation(BytesIO(data))
    except Exception as fault:  # a damaged part fails the library in ways of its own
        raise _damaged(name, place, DAMAGED) from fault


def _damaged(name: str, place: Place | None, reason: Message) -> ReportgenError:
    hint = Message("在 PowerPoint 里另存为 .pptx", "save it as .pptx in PowerPoint")
    return error(
        f"模板“{name}”打不开：{reason.zh}",
        f"the template '{name}' cannot be opened: {reason.en}",
        place,
        hint,
    )


def _unpacked_size(data: bytes) -> int:
    """Bytes all entries unpack to, as the archive states; zipfile unpacks no more than that."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return sum(entry.file_size for entry in archive.infolist())


def _as_presentation(data: bytes) -> bytes:
    """The package with the content type of a presentation: a .potx differs in nothing else, a .potm in its macros."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        types = archive.read(TYPES)
        wanted = types
        for kind in (
            *(OPEN_XML % kind for kind in KINDS),
            *(MACROS % kind for kind in (*KINDS, b"presentation")),
        ):
            wanted = wanted.replace(kind, PRESENTATION_TYPE)
        if wanted == types:
            return data
        out = BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as again:
            for name in archive.namelist():
                again.writestr(name, wanted if name == TYPES else archive.read(name))
    return out.getvalue()
