"""Pictures as image objects of the document, each made once for its place's size."""

from __future__ import annotations

import hashlib
from typing import Any

from reportlab.pdfbase import pdfdoc

from reportgen.model.press import OutputCondition
from reportgen.pdf.ink import ColourSpace
from reportgen.pdf.picture import ImageData, image_data
from reportgen.pdf.reportlab_parts import document_of
from reportgen.pictures.colour import PictureProfiles
from reportgen.printers.profiles import profile_path


class ImageObjects:
    """The pictures of one document; those of the same bytes, from whichever file and place, are one object."""

    def __init__(self, space: ColourSpace, condition: OutputCondition) -> None:
        cmyk = str(profile_path(condition))
        self._inks = PictureProfiles(cmyk if space == "cmyk" else "", cmyk)
        self._keys: dict[tuple[str, float, float], str] = {}

    def paint(self, canvas: Any, path: str, size: tuple[float, float]) -> None:
        """Paints the picture in the unit square; ``size``: in points, as it is printed."""
        place = (path, round(size[0], 1), round(size[1], 1))
        if place not in self._keys:
            image = image_data(path, self._inks, size)
            key = hashlib.md5(image.data, usedforsecurity=False).hexdigest()
            if key not in self._keys.values():
                document_of(canvas).addForm(key, _stream(image))
            self._keys[place] = key
        canvas.doForm(self._keys[place])


def _stream(image: ImageData) -> Any:
    stream = pdfdoc.PDFStream(content=image.data, filters=[])
    entries = {
        "Type": pdfdoc.PDFName("XObject"),
        "Subtype": pdfdoc.PDFName("Image"),
        "Width": image.width,
        "Height": image.height,
        "BitsPerComponent": image.bits,
        "ColorSpace": pdfdoc.PDFName(image.space),
        "Filter": pdfdoc.PDFName(image.filter),
    }
    if image.inverted:
        entries["Decode"] = pdfdoc.PDFArray([1, 0, 1, 0, 1, 0, 1, 0])
    stream.dictionary.dict.update(entries)
    return stream
