"""Reading a theme: a bundled one by name, or a TOML file in the report folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from reportgen.errors import Message, Place, Problem, ReportgenError
from reportgen.model.theme import Colour, SectionRole, Theme, TypeRole
from reportgen.perhaps_meant import perhaps_meant
from reportgen.themes.audit import audit
from reportgen.themes.own_file import check_own, half_changed
from reportgen.themes.spot import read_spot
from reportgen.themes.typography import read_typography
from reportgen.toml_places import TomlFile, read_toml

DEFAULT_THEME = "danqing"
FOLDER = Path(__file__).parent
SCALES = "type.toml"  # the type scales of the pages and of the slides
COLOUR_HINT = Message(
    '写作 brand-500 = { cmyk = [85, 30, 75, 30], srgb = "#0B6E4F" }',
    'write brand-500 = { cmyk = [85, 30, 75, 30], srgb = "#0B6E4F" }',
)
SMALLEST, LARGEST = 6.0, 400.0  # points
ROLE_FIELDS = ("accent", "text", "mid", "wash", "soft", "on")


def bundled_themes() -> tuple[str, ...]:
    """Names of the themes that ship with the program."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.toml") if path.name != SCALES))


def load_theme(name: str = DEFAULT_THEME, folder: Path | None = None, place: Place | None = None) -> Theme:
    """The theme of that name, complete and checked.

    ``name`` is a bundled theme, or a ``.toml`` file inside ``folder`` (the report's), whose tokens
    are laid over the bundled theme its ``base`` key names; ``place``: where the name is given.
    Raises ReportgenError listing every missing token, unreadable colour, contrast below the floor and
    ink above 300 %.
    """
    if name in bundled_themes():
        bundled = _read(FOLDER / f"{name}.toml")
        return _build(bundled.values, bundled)
    own = _read(_own_file(name, folder, place))
    base = own.values.get("base", DEFAULT_THEME)
    if base not in bundled_themes():
        raise ReportgenError(_unknown(str(base), own.place("base")))
    below = _read(FOLDER / f"{base}.toml").values
    check_own(own, below["colours"], _read(FOLDER / SCALES).values)
    theme = _build(_overlay(below, own.values), own)
    return replace(theme, warnings=tuple(half_changed(own, below["colours"])))


def _own_file(name: str, folder: Path | None, place: Place | None) -> Path:
    if folder is None or not name.endswith(".toml"):
        raise ReportgenError(_unknown(name, place))
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ReportgenError(
            Problem(
                Message(
                    f"主题文件“{name}”在报告文件夹之外", f"theme file '{name}' is outside the report folder"
                ),
                place,
                Message("把主题文件放进报告文件夹", "put the theme file into the report folder"),
            )
        )
    if not path.is_file():
        raise ReportgenError(
            Problem(
                Message(f"找不到主题文件“{name}”", f"theme file '{name}' does not exist"),
                place,
                Message("主题文件放在 report.md 旁边", "put the theme file beside report.md"),
            )
        )
    return path


def _unknown(name: str, place: Place | None) -> Problem:
    known = bundled_themes()
    hint = perhaps_meant(name, known) or Message(
        f"可用：{'、'.join(known)}，或报告文件夹里的 .toml 文件",
        f"available: {', '.join(known)}, or a .toml file in the report folder",
    )
    return Problem(Message(f"没有名为“{name}”的主题", f"there is no theme called '{name}'"), place, hint)


def _read(path: Path) -> TomlFile:
    return read_toml(path, Message("主题文件", "theme file"))


def _overlay(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """The base's tokens with the own ones over them; lists are replaced whole."""
    merged = dict(base)
    for key, value in own.items():
        both = isinstance(value, dict) and isinstance(base.get(key), dict)
        merged[key] = base[key] | value if both else value
    merged.pop("base", None)
    return merged


def _build(data: Mapping[str, Any], file: TomlFile) -> Theme:
    """``data``: the file's values, laid over those of its base; places are the file's."""
    place = file.place()
    problems: list[Problem] = []
    colours = _colours(data.get("colours", {}), file, problems)
    scales = _overlay(_read(FOLDER / SCALES).values, {key: data.get(key, {}) for key in ("type", "deck")})

    def colour(token: object) -> Colour:
        if not isinstance(token, str) or token not in colours:
            problems.append(_fault(place, f"缺少颜色“{token}”", f"colour '{token}' is missing"))
            return Colour(str(token), (0, 0, 0, 100), (0, 0, 0))
        return colours[token]

    entries = data.get("roles", [])
    if not entries:
        problems.append(_fault(place, "至少要有一个 [[roles]]", "at least one [[roles]] is needed"))
    roles = tuple(SectionRole(*(colour(entry.get(name)) for name in ROLE_FIELDS)) for entry in entries)
    theme = Theme(
        name=str(data.get("name", "")),
        title=str(data.get("title", data.get("name", ""))),
        colours=colours,
        roles=roles,
        type=_scale("type", scales, file, problems),
        deck=_scale("deck", scales, file, problems),
        ratio_colours=tuple(colour(token) for token in data.get("ratio", ())),
        opener_numeral=tuple(colour(entry.get("numeral")) for entry in entries),
        spot=read_spot(data["spot"], place) if "spot" in data else None,
        typography=read_typography(data.get("typography", {}), place, problems),
    )
    problems += () if problems else audit(theme, place)  # a colour that cannot be read has no contrast
    if any(problem.severity == "error" for problem in problems):
        raise ReportgenError(*problems)
    return theme


def _fault(place: Place, zh: str, en: str) -> Problem:
    return Problem(Message(zh, en), place)


def _colours(entries: Mapping[str, Any], file: TomlFile, problems: list[Problem]) -> dict[str, Colour]:
    colours: dict[str, Colour] = {}
    for token, entry in entries.items():
        try:
            cmyk = tuple(float(value) for value in entry["cmyk"])
            digits = str(entry["srgb"]).removeprefix("#")
            srgb = tuple(int(digits[i : i + 2], 16) for i in (0, 2, 4))
            if len(cmyk) != 4 or len(digits) != 6 or not all(0 <= value <= 100 for value in cmyk):
                raise ValueError(entry)
        except (KeyError, TypeError, ValueError):
            message = Message(f"颜色“{token}”的写法不对", f"colour '{token}' cannot be read")
            problems.append(Problem(message, file.place(token, "colours"), COLOUR_HINT))
            cmyk, srgb = (0, 0, 0, 100), (0, 0, 0)
        colours[token] = Colour(token, (cmyk[0], cmyk[1], cmyk[2], cmyk[3]), (srgb[0], srgb[1], srgb[2]))
    return colours


def _scale(
    table: str, scales: Mapping[str, Any], file: TomlFile, problems: list[Problem]
) -> dict[str, TypeRole]:
    """The steps of one scale; what is wrong with one is added to the problems at its own place in the file."""
    roles = {}
    for key, entry in scales[table].items():
        roles[key], fault = _type_role(key, entry)
        problems += (Problem(fault, file.place(key, table)),) if fault else ()
    return roles


def _type_role(key: str, entry: Mapping[str, Any]) -> tuple[TypeRole, Message | None]:
    """The step and what is wrong with it."""
    try:
        role = TypeRole(
            str(entry["face"]), float(entry["size"]), float(entry["leading"]), float(entry.get("tracking", 0))
        )
    except (KeyError, TypeError, ValueError):
        zh, en = f"字阶“{key}”缺 face、size 或 leading", f"type step '{key}' lacks face, size or leading"
        return TypeRole("sans-400", 9, 14), Message(zh, en)
    if role.size < SMALLEST:
        return role, Message(f"字阶“{key}”小于 6 磅", f"type step '{key}' is below 6 pt")
    if not (role.size <= LARGEST and 0 < role.leading <= LARGEST and abs(role.tracking) <= 1):
        zh = f"字阶“{key}”的 size、leading 至多 {LARGEST:g} 磅，tracking 至多 1"
        en = f"type step '{key}' takes a size and leading of at most {LARGEST:g} pt and a tracking of at most 1"
        return role, Message(zh, en)
    return role, None
