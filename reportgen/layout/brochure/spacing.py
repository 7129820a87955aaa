"""How the spare height of a body page is spent: larger compositions, ornament, taller rows, wider gaps."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from reportgen.layout.brochure import grid
from reportgen.layout.brochure.paginate import PART_GAP, PART_SQUEEZE, ROW_SQUEEZE, BodyPage, PagePart
from reportgen.layout.parts.rows import Row
from reportgen.lengths import mm

STRIP_HEIGHT, STRIP_MARGIN = mm(48), mm(9)  # of an ornament at the head, from the trim
STRIP_TOP = STRIP_HEIGHT + STRIP_MARGIN  # where the text begins under it
BAND_HEIGHT, BAND_MARGIN = mm(34), mm(9)  # of an ornament between two subsections
BAND_SPARE = mm(6)  # least height that stays free with such an ornament
MOST_ORNAMENT = mm(108)  # either grows by
ORNAMENT_SHARE = 0.8  # of what is still spare
ROW_STRETCH = mm(6)  # most a gap between rows grows
PART_STRETCH = mm(12)  # most a gap between subsections grows
HALF_EMPTY = mm(48)  # spare height from which a page's parts are set large
NOTICED = mm(12)  # spare height nobody notices


class Spacing(Struct, frozen=True):
    """Where a page's rows are."""

    top: float
    row_extra: float
    part_extra: float
    band: float  # height of an ornament band after the first part; 0: none
    strip: float  # height of an ornament strip at the head, from the trim; 0: none


def spacing(page: BodyPage) -> Spacing:
    """Ornament first where the page would be half empty, then wider gaps, evenly, then taller ornament."""
    band, strip = _ornament(page)
    spare = grid.LIVE_HEIGHT - page.height - _taken(band, strip)
    row, part = (ROW_STRETCH, PART_STRETCH) if spare > 0 else (ROW_SQUEEZE, PART_SQUEEZE)
    most = page.gaps * row + page.joints * part
    share = max(-1.0, min(1.0, spare / most)) if most else 0.0
    left = spare - share * most
    taller = min(MOST_ORNAMENT, left * ORNAMENT_SHARE) if left > NOTICED else 0.0
    top = STRIP_TOP + taller if strip else grid.LIVE_TOP
    return Spacing(top, row * share, part * share, band and band + taller, strip and strip + taller)


def _ornament(page: BodyPage) -> tuple[float, float]:
    """Natural heights of the band and the strip the page has room for; it has one of them at most."""
    spare = grid.LIVE_HEIGHT - page.height
    if len(page.parts) > 1:
        return (BAND_HEIGHT if spare > _taken(BAND_HEIGHT, 0) + BAND_SPARE else 0.0), 0.0
    lead = page.parts[0].rows[0].lead
    return 0.0, (STRIP_HEIGHT if page.least <= grid.LIVE_BOTTOM - STRIP_TOP and not lead else 0.0)


def _taken(band: float, strip: float) -> float:
    """Height that ornament of these heights takes of the live area."""
    if band:
        return band + 2 * BAND_MARGIN - PART_GAP
    return strip + STRIP_MARGIN - grid.LIVE_TOP if strip else 0.0


def _spare(page: BodyPage) -> float:
    """What ornament and the widest gaps leave."""
    gaps = page.gaps * ROW_STRETCH + page.joints * PART_STRETCH
    return grid.LIVE_HEIGHT - page.height - _taken(*_ornament(page)) - gaps


def well_filled(page: BodyPage) -> BodyPage:
    """The page with its parts set large where it would be half empty, and its rows as tall as they may be."""
    for i, part in enumerate(page.parts):
        rows = part.large() if _spare(page) > HALF_EMPTY else ()
        larger = _with(page, i, replace(part, rows=rows)) if rows else page
        if larger.height <= grid.LIVE_HEIGHT:
            page = larger
    spare = _spare(page)
    for i, part in enumerate(page.parts):
        if spare > NOTICED:
            rows = _grown(part.rows, spare)
            spare -= sum(row.height for row in rows) - sum(row.height for row in part.rows)
            page = _with(page, i, replace(part, rows=rows))
    return page


def _with(page: BodyPage, index: int, part: PagePart) -> BodyPage:
    return replace(page, parts=(*page.parts[:index], part, *page.parts[index + 1 :]))


def _grown(rows: tuple[Row, ...], spare: float) -> tuple[Row, ...]:
    """The rows with as much of the spare height as they take."""
    done = []
    for row in rows:
        taller = row.grow(spare) if row.grow and spare > 0 else row
        spare -= taller.height - row.height
        done.append(replace(row, frame=taller.frame))
    return tuple(done)
