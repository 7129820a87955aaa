"""How much ink a page takes, and on which plates."""

from __future__ import annotations

from collections.abc import Iterator

from reportgen.preflight.colours import space_used
from reportgen.preflight.finding import Finding, PagePlates, rule
from reportgen.preflight.painted import ImagePaint, Paint, ShadingPaint, TextPaint
from reportgen.preflight.reading import Page, Reading, millimetres, named
from reportgen.preflight.spaces import PROCESS

TOTAL = rule(
    "ink-total", "P-12 · GWG 2022 R0026", "press?",
    "15 mm 见方内平均墨量 {value}，超过 {limit}", "{value} of ink on average over 15 mm square, above {limit}",
    "减少叠加的油墨，如用 K 代替 CMY", "overprint fewer inks, for example K in place of CMY", 320.0, " %",
)  # fmt: skip
RULES = (TOTAL,)
TRACE = 0.001  # less of an ink needs no plate


def check(reading: Reading) -> Iterator[Finding]:
    """The fullest square of every page."""
    for page in reading.pages:
        heaviest, at = page.ink.heaviest
        if round(heaviest) > TOTAL.limit:
            yield Finding(TOTAL, page.number, named("area", _spot(at)), f"{heaviest:.0f} %")


def _spot(at: tuple[float, float]) -> str:
    return f"({millimetres(at[0]):.0f}, {millimetres(at[1]):.0f} mm)"


def plates(reading: Reading) -> tuple[PagePlates, ...]:
    """What every page needs on press."""
    found = []
    for page in reading.pages:
        process, spots = inks_on(page)
        heaviest, at = page.ink.heaviest
        found.append(
            PagePlates(
                page.number, process, spots, round(heaviest, 1), (millimetres(at[0]), millimetres(at[1]))
            )
        )
    return tuple(found)


def inks_on(page: Page) -> tuple[str, tuple[str, ...]]:
    """Letters of the process inks painted inside the bleed, and names of the spot colours."""
    used = [False] * 4
    spots: set[str] = set()
    for paint in page.art:
        if isinstance(paint, TextPaint) and not paint.visible:
            continue
        used = [known or amount > TRACE for known, amount in zip(used, _amounts(paint), strict=True)]
        space = space_used(paint)
        if space is not None:
            spots |= {name for name in space.colorants if name not in (*PROCESS, "All", "None")}
    return "".join(letter for letter, known in zip("CMYK", used, strict=True) if known), tuple(sorted(spots))


def _amounts(paint: Paint) -> tuple[float, ...]:
    """The highest amount of each process ink in a record."""
    from reportgen.preflight.ink_coverage import shading_inks  # Pillow: needed for press files only
    from reportgen.preflight.pixels import pixels_of

    if isinstance(paint, ImagePaint) and not paint.stencil:
        picture = pixels_of(paint)
        if picture is None:
            return (1.0,) * 4
        return tuple(_most(band.histogram()) / 255 for band in picture.split())
    if isinstance(paint, ShadingPaint):
        return shading_inks(paint)[:4]
    colour = paint.colour
    return (0.0,) * 4 if colour is None or colour.pattern else colour.inks[:4]


def _most(histogram: list[int]) -> int:
    """The highest value that occurs."""
    return max((value for value, count in enumerate(histogram) if count), default=0)
