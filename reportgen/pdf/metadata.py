"""The metadata of a file: the XMP packet, and a catalog with room for output intents."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from msgspec import Struct
from reportlab.pdfbase import pdfdoc

from reportgen.pdf.document_info import DocumentInfo
from reportgen.pdf.reportlab_parts import document_of

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" \
xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"{namespaces}>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate><xmp:CreatorTool>{creator}</xmp:CreatorTool>
<pdf:Producer>{creator}</pdf:Producer>
<xmpMM:DocumentID>uuid:{uuid}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class ClaimCatalog(pdfdoc.PDFCatalog):
    """A catalog that may hold output intents, which reportlab's own leaves out."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents"]  # noqa: RUF012 - reportlab's own form
    __Refs__ = __NoDefault__


class Claim(Struct, frozen=True):
    """A standard the file claims to conform to, as XMP namespace declarations and properties."""

    namespaces: str
    properties: str


class Intent(Struct, frozen=True):
    """An output intent: its subtype, the condition by name and in words, the profile's file and channels.

    ``registry``: where the condition is listed; empty: nowhere.
    """

    subtype: str
    condition: str
    note: str
    profile: Path
    channels: int
    device: str  # DeviceCMYK, DeviceRGB
    registry: str = "http://www.color.org"


def declare(canvas: Any, info: DocumentInfo, claim: Claim, intent: Intent) -> None:
    """Adds output intent and metadata to the open document."""
    doc = document_of(canvas)
    doc.Catalog.__class__ = ClaimCatalog
    doc.Catalog.OutputIntents = pdfdoc.PDFArray([doc.Reference(_intent(doc, intent), "claim:intent")])
    doc.Catalog.Metadata = _metadata(info, claim)
    doc.info.trapped = "False"


def _intent(doc: Any, intent: Intent) -> Any:
    profile = pdfdoc.PDFStream(content=intent.profile.read_bytes(), filters=[pdfdoc.PDFZCompress])
    profile.dictionary["N"] = intent.channels
    profile.dictionary["Alternate"] = pdfdoc.PDFName(intent.device)
    entries = {
        "Type": pdfdoc.PDFName("OutputIntent"),
        "S": pdfdoc.PDFName(intent.subtype),
        "OutputConditionIdentifier": pdfdoc.PDFString(intent.condition),
        "OutputCondition": pdfdoc.PDFString(intent.note),
        "Info": pdfdoc.PDFString(intent.note),
        "DestOutputProfile": doc.Reference(profile, "claim:profile"),
    }
    if intent.registry:
        entries["RegistryName"] = pdfdoc.PDFString(intent.registry)
    return pdfdoc.PDFDictionary(entries)


def _metadata(info: DocumentInfo, claim: Claim) -> Any:
    document = info.document
    digest = hashlib.md5(f"{document.title}|{document.author}|{info.date}".encode(), usedforsecurity=False)
    hexes = digest.hexdigest()
    uuid = "-".join((hexes[:8], hexes[8:12], hexes[12:16], hexes[16:20], hexes[20:]))
    text = XMP.format(
        namespaces=claim.namespaces,
        title=escape(document.title),
        author=escape(document.author),
        subject=escape(document.subject),
        language=document.language,
        date=info.date,
        creator=info.creator,
        uuid=uuid,
        properties=claim.properties,
    )
    stream = pdfdoc.PDFStream(content=text.encode("utf-8"), filters=[])
    stream.dictionary["Type"] = pdfdoc.PDFName("Metadata")
    stream.dictionary["Subtype"] = pdfdoc.PDFName("XML")
    return stream
