"""What a file says of its own accessibility (PDF/UA, ISO 14289): kept where all that it rests on is kept too."""

import re
from xml.sax.saxutils import escape

from documents.pdf_worker.plain import Body, Plain
from documents.pdf_worker.values import Ref

CLAIM = re.compile(rb"<pdfuaid:part>\s*([12])\s*</pdfuaid:part>|\bpdfuaid:part\s*=\s*[\"']([12])[\"']")
RESTS_ON = {b"StructTreeRoot", b"MarkInfo", b"Lang"}
SAID = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>'
    "<pdfuaid:part>{part}</pdfuaid:part></rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="r"?>'
)


def claim_of(plain: Plain) -> str:
    """The part of the standard, "1" or "2"; empty where none is claimed, or the claim is packed and cannot be read."""
    told = plain.catalogue.get(b"Metadata")
    body = plain.objects.get(told.number) if isinstance(told, Ref) else None
    found = CLAIM.search(body.stream) if body and body.stream and plain.catalogue.keys() >= RESTS_ON else None
    return (found[1] or found[2]).decode() if found else ""


def claim(plain: Plain, part: str, title: str) -> None:
    """Metadata that says this and the title, and nothing else."""
    number = max(plain.objects) + 1
    said = SAID.format(title=escape(title), part=part).encode()
    plain.objects[number] = Body({b"Type": b"Metadata", b"Subtype": b"XML"}, said)
    plain.catalogue[b"Metadata"] = Ref(number)
