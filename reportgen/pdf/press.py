"""What makes a file PDF/X-4: output intent, XMP metadata and the catalog entries that hold them.

After ISO 15930-7 as publicly summarised, and the GWG 2022 sheetfed rules (R0001 base standard,
R0035 CMYK output intent).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from reportgen.fonts.catalogue import bundled_folder
from reportgen.model.press import OutputCondition
from reportgen.model.sheet import Document

PROFILE = "FOGRA39L_coated.icc"
XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate><xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{creator}</pdf:Producer><pdf:Trapped>False</pdf:Trapped>
<xmpMM:DocumentID>uuid:{uuid}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class PressCatalog(pdfdoc.PDFCatalog):
    """A catalog that may hold output intents, which reportlab's own leaves out."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012 - reportlab's own form
    __Refs__ = __NoDefault__


@dataclass(frozen=True, slots=True)
class PressFile:
    """What the file says of itself; ``date`` is an ISO 8601 time."""

    document: Document
    condition: OutputCondition
    creator: str
    date: str


def declare(canvas: Any, said: PressFile) -> None:
    """Adds output intent and metadata to the open document."""
    doc = canvas._doc
    doc.Catalog.__class__ = PressCatalog
    doc.Catalog.OutputIntents = pdfdoc.PDFArray([doc.Reference(_intent(doc, said.condition), "press:intent")])
    doc.Catalog.Metadata = _metadata(said)
    doc.info.trapped = "False"


def _intent(doc: Any, condition: OutputCondition) -> Any:
    data = profile_path(condition).read_bytes()
    profile = pdfdoc.PDFStream(content=data, filters=[pdfdoc.PDFZCompress])
    profile.dictionary["N"] = 4
    profile.dictionary["Alternate"] = pdfdoc.PDFName("DeviceCMYK")
    entries = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName("GTS_PDFX"),
        "OutputConditionIdentifier": pdfdoc.PDFString(condition.identifier),
        "OutputCondition": pdfdoc.PDFString(condition.name),
        "Info": pdfdoc.PDFString(condition.name),
        "DestOutputProfile": doc.Reference(profile, "press:profile"),
    }
    if condition.registry:
        entries["RegistryName"] = pdfdoc.PDFString(condition.registry)
    return pdfdoc.PDFDictionary(entries)


def profile_path(condition: OutputCondition) -> Path:
    """The condition's output profile; the bundled one where it names none."""
    return Path(condition.icc) if condition.icc else bundled_folder().parent / "icc" / PROFILE


def _metadata(said: PressFile) -> Any:
    document = said.document
    digest = hashlib.md5(f"{document.title}|{document.author}|{said.date}".encode(), usedforsecurity=False)
    hexes = digest.hexdigest()
    uuid = "-".join((hexes[:8], hexes[8:12], hexes[12:16], hexes[16:20], hexes[20:]))
    text = XMP.format(
        title=escape(document.title),
        author=escape(document.author),
        subject=escape(document.subject),
        language=document.language,
        date=said.date,
        creator=said.creator,
        uuid=uuid,
    )
    stream = pdfdoc.PDFStream(content=text.encode("utf-8"), filters=[])
    stream.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    stream.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    return stream
