"""A file's XMP metadata as flat properties (ISO 16684-1)."""

from __future__ import annotations

from xml.etree import ElementTree

from msgspec import Struct, field

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
XAP = "http://ns.adobe.com/xap/1.0/"
PDF = "http://ns.adobe.com/pdf/1.3/"
MM = "http://ns.adobe.com/xap/1.0/mm/"
PDFX_ID = "http://www.npes.org/pdfx/ns/id/"
PDFA_ID = "http://www.aiim.org/pdfa/ns/id/"
PDFUA_ID = "http://www.aiim.org/pdfua/ns/id/"
EXTENSION = "http://www.aiim.org/pdfa/ns/extension/"
SCHEMA = "http://www.aiim.org/pdfa/ns/schema#"
LARGEST = 8_000_000  # bytes; more is an attack


class Xmp(Struct, frozen=True):
    """Properties by ``(namespace, name)``; an array joins its items by a line break, ``damaged`` says why not."""

    properties: dict[tuple[str, str], str] = field(default_factory=dict)
    extensions: frozenset[str] = frozenset()  # namespaces an extension schema describes
    present: bool = False
    damaged: str = ""

    def get(self, namespace: str, name: str) -> str:
        return self.properties.get((namespace, name), "")


def read_xmp(data: bytes) -> Xmp:
    """The packet's properties; never raises."""
    if len(data) > LARGEST or b"<!ENTITY" in data:
        return Xmp(present=True, damaged="size or entities")
    try:
        root = ElementTree.fromstring(data.strip(b"\0 \r\n\t"))
    except (ElementTree.ParseError, ValueError, LookupError) as fault:
        return Xmp(present=True, damaged=str(fault))
    found: dict[tuple[str, str], str] = {}
    for description in root.iter(f"{{{RDF}}}Description"):
        for name, value in description.attrib.items():
            if not name.startswith(f"{{{RDF}}}"):
                found.setdefault(_split(name), value)
    for top in root.iter(f"{{{RDF}}}RDF"):
        for description in top:
            for element in description:
                found[_split(element.tag)] = _value(element)
    described = root.iter(f"{{{SCHEMA}}}namespaceURI")
    spaces = frozenset(element.text.strip() for element in described if element.text)
    return Xmp(found, spaces, present=True)


def _split(tag: str) -> tuple[str, str]:
    namespace, _, name = tag.rpartition("}")
    return namespace.lstrip("{"), name


def _value(element: ElementTree.Element) -> str:
    items = list(element.iter(f"{{{RDF}}}li"))
    if items:
        return "\n".join((item.text or "").strip() for item in items)
    return (element.text or "").strip()
