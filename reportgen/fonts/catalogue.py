"""The catalogue of faces (``fonts.toml``) and the fallback chain for characters a face lacks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportgen.cache import Cache
from reportgen.errors import Message, Place, Problem, ReportgenError, error
from reportgen.fonts.face import Face, FaceRecord

CATALOGUE = "fonts.toml"


def bundled_folder() -> Path:
    """The folder of the bundled faces: inside an installed package, else in the checkout."""
    package = Path(__file__).resolve().parents[1]
    inside = package / "assets" / "fonts"
    return inside if inside.is_dir() else package.parent / "assets" / "fonts"


class Fonts:
    """All faces by catalogue key (``serif-400`` …); files are opened when a face is first asked.

    ``cache``: what was shaped in these faces so far, kept by who shapes it.
    """

    def __init__(self, faces: Mapping[str, Face], cache: Cache) -> None:
        self._faces = dict(faces)
        self._resolved: dict[tuple[str, str], Face] = {}
        self.cache = cache

    @classmethod
    def load(cls, folder: Path | None = None) -> Fonts:
        """Read the catalogue in the folder (the bundled one by default).

        Raises ReportgenError when it is missing or is not a catalogue.
        """
        where = folder or bundled_folder()
        path = where / CATALOGUE
        try:
            table = tomllib.loads(path.read_text("utf-8"))
            records = [_record(key, row) for key, row in table["faces"].items()]
        except (OSError, ValueError, KeyError, TypeError) as reason:
            raise error(
                f"字体目录读不出来：{reason}", f"cannot read the font catalogue: {reason}", Place(str(path))
            ) from reason
        return cls({record.key: Face(record, where / record.file) for record in records}, Cache())

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self._faces)

    def face(self, key: str) -> Face:
        """The face of that key; an unknown key is a ReportgenError naming the known ones."""
        face = self._faces.get(key)
        if face is None:
            known = "、".join(self._faces)
            raise error(
                f"没有字体“{key}”；现有：{known}",
                f"there is no face '{key}'; available: {', '.join(self._faces)}",
            )
        return face

    def find(self, key: str, char: str) -> Face | None:
        """The first face of the key's fallback chain that has the character, or None."""
        face = self.face(key)
        if face.glyph(char):
            return face
        chain = (self.face(other) for other in face.record.fallback)
        return next((other for other in chain if other.glyph(char)), None)

    def resolve(self, key: str, char: str) -> Face:
        """The face to set the character in; one that no face has raises ReportgenError."""
        found = self._resolved.get((key, char))
        if found is None:
            found = self.find(key, char)
            if found is None:
                raise missing_character(char)
            self._resolved[key, char] = found
        return found


def missing_character(char: str, place: Place | None = None) -> ReportgenError:
    """The error for a character no bundled face has: never a blank box."""
    code = f"U+{ord(char):04X}"
    return ReportgenError(
        Problem(
            Message(f"没有字体能显示“{char}”（{code}）", f"no face has the character '{char}' ({code})"),
            place,
            Message("请换一个字，或用图片代替", "use another character, or a picture of it"),
        )
    )


def _record(key: str, row: Mapping[str, Any]) -> FaceRecord:
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
    }
    return FaceRecord(key=key, **values)
