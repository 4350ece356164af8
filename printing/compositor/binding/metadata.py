"""What the file says of itself: title, author, language, dates; that it is PDF/A-3a and PDF/UA-1."""

from datetime import datetime
from importlib.resources import files
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from printing.compositor.order import Order
from printing.manuscript import Manuscript

LANGUAGE = "zh-CN"
PRODUCER = "Gongbao"
_SRGB = "sRGB2014.icc"

# PDF/A wants the properties of other standards described (ISO 19005-3, 6.6.2.3.3); pdfuaid is one.
_CONFORMANCE = """
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates, which part of ISO 14289 standard is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


def describe(pdf: pikepdf.Pdf, order: Order) -> None:
    """Information, XMP, language, output intent: the same in both places where PDF keeps them."""
    text = order.manuscript
    pdf.docinfo[Name.Title], pdf.docinfo[Name.Producer] = String(text.title), String(PRODUCER)
    if text.author:
        pdf.docinfo[Name.Author] = String(text.author)
    if text.dated:
        pdf.docinfo[Name.CreationDate] = pdf.docinfo[Name.ModDate] = String(pdf_date(text.dated))
    root = pdf.Root
    root.Lang = String(LANGUAGE)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    root.Metadata = pikepdf.Stream(pdf, xmp(text).encode(), Type=Name.Metadata, Subtype=Name.XML)
    if text.archival:
        root.OutputIntents = Array([_intent(pdf)])


def xmp(text: Manuscript) -> str:
    """The metadata as XMP (ISO 16684-1)."""
    conformance = _CONFORMANCE if text.archival else ""
    author = f"<dc:creator><rdf:Seq><rdf:li>{escape(text.author)}</rdf:li></rdf:Seq></dc:creator>"
    dates = "".join(
        f"<xmp:{name}>{escape(text.dated)}</xmp:{name}>"
        for name in ("CreateDate", "ModifyDate", "MetadataDate")
    )
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(text.title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>
{author if text.author else ""}{dates if text.dated else ""}<pdf:Producer>{PRODUCER}</pdf:Producer>
</rdf:Description>{conformance}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def pdf_date(dated: str) -> str:
    """2021-05-20T02:00:00+00:00 → D:20210520020000+00'00'."""
    moment = datetime.fromisoformat(dated)
    zone = moment.strftime("%z") or "+0000"
    return f"{moment:D:%Y%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"


def _intent(pdf: pikepdf.Pdf) -> Dictionary:
    """The colours are those of a screen: sRGB, by the profile that WeasyPrint brings."""
    profile = (files("weasyprint.pdf") / _SRGB).read_bytes()
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String(_SRGB),
        DestOutputProfile=pikepdf.Stream(pdf, profile, N=3),
    )
