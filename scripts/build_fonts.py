"""Build the bundled faces of ``assets/fonts`` from the public releases of their families.

Run it again when a family is released anew::

    python scripts/build_fonts.py --sans DIR --serif DIR --kai DIR --numerals DIR --unihan FILE

``--sans`` and ``--serif`` hold the static TrueType weights of Noto Sans SC and Noto Serif SC (npm packages
``@expo-google-fonts/noto-sans-sc`` and ``noto-serif-sc``), ``--kai`` those of LXGW WenKai (Debian package
``fonts-lxgw-wenkai``), ``--numerals`` Instrument Serif and its ``InstrumentSerif-OFL.txt``; ``--unihan`` is
Unicode's ``Unihan_OtherMappings.txt`` (may be ``.bz2``), whose kTGH rows are the 通用规范汉字表.

Each face keeps its layout features and loses its hinting. Each is a family of its own (name ID 1 is
unique), because PowerPoint picks embedded fonts by that name and knows only regular and bold.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import io
import sys
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

LATIN_AND_SYMBOLS = (
    (0x20, 0x17F),
    (0x391, 0x3C9),
    (0x2000, 0x206F),
    (0x2070, 0x209F),
    (0x20A0, 0x20BF),
    (0x2100, 0x214F),
    (0x2150, 0x218F),
    (0x2190, 0x21FF),
    (0x2200, 0x22FF),
    (0x2460, 0x24FF),
    (0x2500, 0x257F),
    (0x25A0, 0x25FF),
    (0x2600, 0x266F),
    (0x2700, 0x27BF),
    (0x2E3A, 0x2E3B),
    (0x3000, 0x303F),
    (0x3105, 0x312F),
    (0x3200, 0x33FF),
    (0xFE10, 0xFE1F),
    (0xFE30, 0xFE4F),
    (0xFF00, 0xFFEF),
)
HAN = ((0x3400, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF))


@dataclass(frozen=True)
class FaceSource:
    """A face to build: catalogue key, source folder argument, file there, names and cut."""

    key: str
    folder: str
    source: str
    file: str
    family: str  # without the weight
    family_zh: str
    weight: int
    style: str  # the weight's name
    cut: str  # "common": 8105 + GB 2312; "full": everything; "common+rare": also Han no sans face has
    chain: tuple[str, ...]  # faces asked, in order, for characters this one lacks
    system_fallback: tuple[str, ...]
    licence: str

    @property
    def typeface(self) -> str:
        """Name ID 1: the family, with the weight's name unless that is Regular."""
        return self.family if self.style == "Regular" else f"{self.family} {self.style}"

    @property
    def postscript(self) -> str:
        return f"{self.family.replace(' ', '')}-{self.style}"


SONG = ("宋体", "SimSun", "华文中宋", "Songti SC")
HEI = ("微软雅黑", "Microsoft YaHei", "PingFang SC")
KAI = ("楷体", "KaiTi", "华文楷体", "Kaiti SC")
ROMAN = ("Cambria", "Times New Roman")


def noto(kind: str, weight: int, style: str, cut: str = "common") -> FaceSource:
    """A weight of Noto Sans SC or Noto Serif SC."""
    name = f"Noto{kind.title()}SC"
    zh, fallback = ("思源宋体", SONG) if kind == "serif" else ("思源黑体", HEI)
    return FaceSource(
        f"{kind}-{weight}",
        kind,
        f"{name}_{weight}{style}.ttf",
        f"{name}-{style}.ttf",
        f"Noto {kind.title()} SC",
        zh,
        weight,
        style,
        cut,
        tuple(key for key in ("sans-400", "kai-400") if key != f"{kind}-{weight}"),
        fallback,
        f"{name}-OFL.txt",
    )


def kai(weight: int, style: str, cut: str) -> FaceSource:
    """A weight of LXGW WenKai under a name of our own: its licence reserves 霞鹜 and LXGW."""
    source = f"LXGWWenKai-{style}.ttf"
    return FaceSource(
        f"kai-{weight}", "kai", source, f"RGKai-{style}.ttf", "RG Kai", "RG 楷体", weight, style, cut,
        tuple(key for key in ("kai-400", "sans-400") if key != f"kai-{weight}"), KAI, "RGKai-OFL.txt",
    )  # fmt: skip


FACES = (
    noto("serif", 400, "Regular"),
    noto("serif", 500, "Medium"),
    noto("serif", 700, "Bold"),
    noto("serif", 900, "Black"),
    noto("sans", 400, "Regular", "full"),
    noto("sans", 500, "Medium"),
    noto("sans", 700, "Bold"),
    kai(400, "Regular", "common+rare"),
    kai(700, "Bold", "common"),
    FaceSource(
        "num-400", "numerals", "InstrumentSerif_400Regular.ttf", "InstrumentSerif-Regular.ttf",
        "Instrument Serif", "Instrument Serif", 400, "Regular", "full",
        ("serif-400", "sans-400", "kai-400"), ROMAN, "InstrumentSerif-OFL.txt",
    ),
)  # fmt: skip


def standard_characters(unihan: Path) -> set[int]:
    """Code points of the 8105 characters of the 通用规范汉字表 (2013)."""
    raw = unihan.read_bytes()
    text = (bz2.decompress(raw) if unihan.suffix == ".bz2" else raw).decode("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if "\tkTGH\t" in line]
    found = {int(row[0][2:], 16) for row in rows if row[2].startswith("2013:")}
    if len(found) != 8105:
        raise SystemExit(f"{unihan}: {len(found)} kTGH rows instead of 8105")
    return found


def gb2312() -> set[int]:
    """Code points of GB 2312—1980: its 6763 characters and its symbols."""
    cells = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return {
        ord(cell.decode("gb2312", "replace")) for cell in cells if len(cell.decode("gb2312", "replace")) == 1
    }


def common_characters(unihan: Path) -> set[int]:
    """What every Chinese face keeps."""
    symbols = {code for first, last in LATIN_AND_SYMBOLS for code in range(first, last + 1)}
    return (standard_characters(unihan) | gb2312() | symbols) - {0xFFFD}


def is_han(code: int) -> bool:
    return any(first <= code <= last for first, last in HAN)


def cut(source: Path, wanted: set[int] | None) -> bytes:
    """The face without hinting, with all layout features, reduced to the wanted code points."""
    face = hb.Face(hb.Blob.from_file_path(str(source)))
    request = hb.SubsetInput()
    request.sets(hb.SubsetInputSets.UNICODE).update(face.unicodes if wanted is None else wanted)
    features = request.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG)
    features.clear()
    features.invert()
    request.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    return bytes(hb.subset(face, request).blob.data)


def named(data: bytes, face: FaceSource) -> bytes:
    """The font under the face's names, weight class and style bits; deterministic bytes."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    copyright_notice = font["name"].getDebugName(0) or ""
    version = font["name"].getDebugName(5) or "Version 1.0"
    names = font["name"]
    names.names = []
    records = {
        0: copyright_notice,
        1: face.typeface,
        2: "Regular",
        3: f"{version};{face.postscript};reportgen",
        4: face.typeface,
        5: version,
        6: face.postscript,
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
        16: face.family,
        17: face.style,
    }
    for number, text in records.items():
        names.setName(text, number, 3, 1, 0x409)
    os2 = font["OS/2"]
    os2.usWeightClass, os2.fsType = face.weight, 0
    os2.fsSelection = (os2.fsSelection & ~0x21) | 0x40  # regular: neither italic nor bold of its family
    font["head"].macStyle = 0
    if "DSIG" in font:
        del font["DSIG"]
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return out.getvalue()


RESERVED = {
    "kai": "with Reserved Font Names “霞鹜” and “LXGW”.\n"
    "This modified version (fewer characters, no hinting) is therefore named RG Kai.",
}


def licence_text(face: FaceSource, data: bytes, body: str) -> str:
    """The face's own copyright notice above the text of the OFL."""
    notice = TTFont(io.BytesIO(data))["name"].getDebugName(0) or ""
    lines = [notice.strip(), *([RESERVED[face.folder]] if face.folder in RESERVED else [])]
    return "\n".join(lines) + "\n\n" + body


def entry(face: FaceSource, data: bytes) -> str:
    """The face's table in ``fonts.toml``."""
    chain = ", ".join(f'"{key}"' for key in face.chain)
    fallback = ", ".join(f'"{name}"' for name in face.system_fallback)
    return (
        f'[faces."{face.key}"]\n'
        f'file = "{face.file}"\n'
        f'sha256 = "{hashlib.sha256(data).hexdigest()}"\n'
        f'family = "{face.family}"\n'
        f'family_zh = "{face.family_zh}"\n'
        f'style = "{face.style}"\n'
        f"weight = {face.weight}\n"
        f'typeface = "{face.typeface}"  # the name PowerPoint knows it by (name ID 1)\n'
        f"fallback = [{chain}]\n"
        f"system_fallback = [{fallback}]\n"
        f'licence = "licences/{face.licence}"\n'
    )


HEADER = """\
# The bundled faces, written by scripts/build_fonts.py. All are under the SIL Open Font License 1.1.
"""


def wanted_for(face: FaceSource, common: set[int], sans: set[int], source: Path) -> set[int] | None:
    if face.cut == "full":
        return None
    if face.cut == "common":
        return common
    own = set(hb.Face(hb.Blob.from_file_path(str(source))).unicodes)
    return common | {code for code in own - sans if is_han(code)}


def parse(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("sans", "serif", "kai", "numerals"):
        parser.add_argument(f"--{name}", type=Path, required=True, help="folder, searched downwards")
    parser.add_argument("--unihan", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path(__file__).parents[1] / "assets" / "fonts")
    return parser.parse_args(argv)


def found(folder: Path, name: str) -> Path:
    matches = sorted(folder.rglob(name))
    if not matches:
        raise SystemExit(f"{folder}: no {name}")
    return matches[0]


def main(argv: list[str]) -> None:
    options = parse(argv)
    common = common_characters(options.unihan)
    notice = found(options.numerals, "InstrumentSerif-OFL.txt").read_text("utf-8")
    body = notice[notice.index("This Font Software") :]
    full_sans = found(options.sans, "NotoSansSC_400Regular.ttf")
    sans = set(hb.Face(hb.Blob.from_file_path(str(full_sans))).unicodes)
    licences = options.out / "licences"
    licences.mkdir(parents=True, exist_ok=True)
    entries, total = [], 0
    for face in FACES:
        source = found(getattr(options, face.folder), face.source)
        data = named(cut(source, wanted_for(face, common, sans, source)), face)
        (options.out / face.file).write_bytes(data)
        (licences / face.licence).write_text(licence_text(face, data, body), "utf-8")
        entries.append(entry(face, data))
        total += len(data)
        print(f"{face.key:10} {len(data) / 1e6:6.2f} MB  {face.file}")
    (options.out / "fonts.toml").write_text("\n".join([HEADER, *entries]), "utf-8")
    print(f"total      {total / 1e6:6.2f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
