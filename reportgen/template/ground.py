"""The ground under drawings and the colour of text on it, which a template may set outside its colour scheme."""

from __future__ import annotations

import colorsys
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from io import BytesIO
from typing import Any

from reportgen.lengths import EMU_PER_POINT, Rect

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PRESETS = {"white": "FFFFFF", "black": "000000"}
THOUSANDTHS = 100_000
COVERED = 0.9  # of the place of drawings: at least this share is covered by what counts as their ground
Scheme = Mapping[str, str]  # RRGGBB by the names slides use


def ground_of(layout: Any, master: Any, place: Rect, scheme: Scheme) -> str:
    """RRGGBB under the place on slides of that layout: background, then fields and pictures over it."""
    sheets = (layout,) if layout._element.get("showMasterSp") in ("0", "false") else (master, layout)
    found = _background(layout, scheme) or _background(master, scheme) or scheme["bg1"]
    for sheet in sheets:
        for shape in sheet._element.find(f"{P}cSld/{P}spTree"):
            if _covers(shape, place):
                found = _painted(shape, sheet.part, scheme) or found
    return found


def ink_of(master: Any, scheme: Scheme) -> str:
    """RRGGBB of body text as the master sets it."""
    look = master._element.find(f"{P}txStyles/{P}bodyStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill")
    return (_colour(look, scheme) if look is not None else None) or scheme["tx1"]


def _background(sheet: Any, scheme: Scheme) -> str | None:
    """The colour of a ground of its own; None where it has none."""
    own = sheet._element.find(f"{P}cSld/{P}bg")
    if own is None:
        return None
    reference = own.find(f"{P}bgRef")
    if reference is not None:
        return _colour(reference, scheme)
    return _fill(own.find(f"{P}bgPr"), sheet.part, scheme)


def _painted(shape: Any, part: Any, scheme: Scheme) -> str | None:
    if shape.tag == f"{P}pic":
        return _picture(shape.find(f"{P}blipFill"), part)
    properties = shape.find(f"{P}spPr")
    return _fill(properties, part, scheme) if properties is not None else None


def _fill(properties: Any, part: Any, scheme: Scheme) -> str | None:
    """The colour of a fill; of a gradient or a picture its mean."""
    solid = properties.find(f"{A}solidFill")
    if solid is not None:
        return _colour(solid, scheme)
    stops = [_colour(stop, scheme) for stop in properties.iterfind(f"{A}gradFill/{A}gsLst/{A}gs")]
    if stops:
        return _mean([stop for stop in stops if stop is not None])
    picture = properties.find(f"{A}blipFill")
    return _picture(picture, part) if picture is not None else None


def _picture(fill: Any, part: Any) -> str | None:
    """The mean colour of a picture; None where it cannot be read (metafiles)."""
    blip = fill.find(f"{A}blip")
    try:
        return _mean_of(part.related_part(blip.get(f"{R}embed")).blob)
    except Exception:  # not our picture: whatever is wrong with it, only its colour is unknown
        return None


@lru_cache(maxsize=2)  # a master's picture is under all its layouts
def _mean_of(data: bytes) -> str:
    from PIL import Image  # loaded only for templates with pictures over whole slides

    image = Image.open(BytesIO(data))
    image.draft("RGB", (64, 64))
    small = image.convert("RGB").resize((1, 1), Image.Resampling.BOX)
    return small.tobytes().hex().upper()


def _mean(colours: Sequence[str]) -> str | None:
    if not colours:
        return None
    parts = [sum(int(colour[i : i + 2], 16) for colour in colours) // len(colours) for i in (0, 2, 4)]
    return "".join(f"{part:02X}" for part in parts)


def _covers(shape: Any, place: Rect) -> bool:
    """Whether a shape that is not a placeholder covers nearly all of the place."""
    frame = shape.find(f"{P}spPr/{A}xfrm")
    if frame is None or shape.find(f".//{P}ph") is not None:
        return False
    sides = (
        frame.find(f"{A}{tag}").get(name)
        for tag, name in (("off", "x"), ("off", "y"), ("ext", "cx"), ("ext", "cy"))
    )
    x, y, width, height = (int(side) / EMU_PER_POINT for side in sides)
    across = min(x + width, place.right) - max(x, place.x)
    down = min(y + height, place.bottom) - max(y, place.y)
    return across > 0 and down > 0 and across * down >= COVERED * place.width * place.height


def _colour(parent: Any, scheme: Scheme) -> str | None:
    """RRGGBB of the colour in an element, with its changes of luminance; None where it is of another kind."""
    for element in parent.iterchildren("{*}srgbClr", "{*}sysClr", "{*}schemeClr", "{*}prstClr"):
        value = element.get("lastClr") or element.get("val", "")
        known = scheme.get(value) if element.tag == f"{A}schemeClr" else PRESETS.get(value, value)
        return _changed(known.upper(), element) if known and len(known) == 6 else None
    return None


def _changed(rgb: str, element: Any) -> str:
    """The colour after ``a:lumMod`` and ``a:lumOff``."""
    changes = dict(_shares(element))
    if not changes:
        return rgb
    hue, light, strength = colorsys.rgb_to_hls(*(int(rgb[i : i + 2], 16) / 255 for i in (0, 2, 4)))
    light = min(1.0, max(0.0, light * changes.get("lumMod", 1.0) + changes.get("lumOff", 0.0)))
    return "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, strength))


def _shares(element: Any) -> Iterator[tuple[str, float]]:
    for name in ("lumMod", "lumOff"):
        change = element.find(f"{A}{name}")
        if change is not None:
            yield name, int(change.get("val")) / THOUSANDTHS
