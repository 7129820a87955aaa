"""The language messages are in: what the user asks for, else her locale, else the system's."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from reportgen.errors import Language

LANGUAGES: tuple[Language, ...] = ("zh", "en")
FLAG = "--lang"
LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # in the order POSIX gives them
MAC_PREFERENCES = Path("Library/Preferences/.GlobalPreferences.plist")  # below the user's home


def asked_language(argv: Sequence[str]) -> Language | None:
    """The value of ``--lang`` among the arguments; None where it is not given, or none we have."""
    for word, following in pairwise((*argv, "")):
        value = following if word == FLAG else word.removeprefix(f"{FLAG}=")
        if word.startswith(FLAG):
            return next((language for language in LANGUAGES if language == value), None)
    return None


def language_of(environment: Mapping[str, str], system: Callable[[], str] | None = None) -> Language:
    """Chinese when the locale is, English otherwise; where no locale is set (Windows, macOS) the system is asked.

    ``system``: gives the tag of the language it shows its menus in, such as ``zh-Hans-CN``; empty if unknown.
    """
    tag = next((environment[name] for name in LOCALE_VARIABLES if environment.get(name)), "")
    tag = tag or (system or system_tag)()
    return "zh" if tag.lower().startswith("zh") else "en"


def system_tag() -> str:
    """The tag of the language of the system's menus; empty where only the environment says it."""
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    if sys.platform == "darwin":
        return mac_tag(Path.home() / MAC_PREFERENCES)
    return ""


def mac_tag(preferences: Path) -> str:
    """The first of the user's languages in the global preferences of macOS; empty where there is none."""
    import plistlib

    try:
        languages = plistlib.loads(preferences.read_bytes()).get("AppleLanguages")
    except (OSError, ValueError, AttributeError, plistlib.InvalidFileException):
        return ""
    return str(languages[0]) if isinstance(languages, list) and languages else ""
