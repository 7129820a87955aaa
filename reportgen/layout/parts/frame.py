"""A frame: items placed around their own origin, ready to be put anywhere on a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from reportgen.model.sheet import Item, Path, Shape


class Frame(Struct, frozen=True):
    """Items relative to (0, 0) and the space they take, in points."""

    width: float
    height: float
    items: tuple[Item, ...]

    def at(self, x: float, y: float) -> tuple[Item, ...]:
        """The items with the frame's top left put at that spot."""
        return tuple(moved(item, x, y) for item in self.items)


EMPTY = Frame(0, 0, ())


def moved(item: Item, dx: float, dy: float) -> Item:
    """The same item, shifted by points."""
    if not dx and not dy:
        return item
    if isinstance(item, Shape):
        clip = item.clip.moved(dx, dy) if item.clip else None
        return replace(item, path=_moved_path(item.path, dx, dy), clip=clip)
    return replace(item, rect=item.rect.moved(dx, dy))


def _moved_path(path: Path, dx: float, dy: float) -> Path:
    def shift(segment: Sequence[object]) -> tuple[object, ...]:
        points = [float(value) for value in segment[1:]]  # type: ignore[arg-type]
        return (segment[0], *(value + (dy if i % 2 else dx) for i, value in enumerate(points)))

    return tuple(shift(segment) for segment in path)  # type: ignore[misc]


def stack(frames: Iterable[Frame], gap: float = 0.0) -> Frame:
    """Frames one under the other, left edges aligned; empty frames take no gap."""
    items: list[Item] = []
    y = width = 0.0
    for frame in frames:
        if not frame.items and not frame.height:
            continue
        if y:
            y += gap
        items += frame.at(0, y)
        y += frame.height
        width = max(width, frame.width)
    return Frame(width, y, tuple(items))


def beside(*columns: tuple[float, Frame]) -> Frame:
    """Frames side by side with their tops aligned; each comes with its x offset."""
    items = [item for x, frame in columns for item in frame.at(x, 0)]
    width = max((x + frame.width for x, frame in columns), default=0.0)
    return Frame(width, max((frame.height for _, frame in columns), default=0.0), tuple(items))


def padded(frame: Frame, *, top: float = 0.0, bottom: float = 0.0, left: float = 0.0) -> Frame:
    """The frame with space around it."""
    return Frame(frame.width + left, frame.height + top + bottom, frame.at(left, top))
