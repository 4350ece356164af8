"""The office's signature on a published PDF: PAdES, certifying that nothing is changed afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from config.threads import in_a_thread
from sealing.certificate import Seal, seal_of_office
from sealing.errors import SealError

FIELD = "Seal"
# How long an authority may take to answer, in seconds.
_STAMP_SECONDS = 15


@dataclass(frozen=True)
class Placement:
    """Where the signature shows: the page (-1 is the last one) and, in points, its box.

    Without a box it stands in the middle of the page's bottom margin. A box without area shows nothing.
    """

    page: int = -1
    box: tuple[int, int, int, int] | None = None


def check() -> None:
    """Nothing where signing would succeed or is not configured; else SealError, in words for editors.

    To be asked before something is published; it does not ask the authority of time stamps.
    """
    seal_of_office()


def sign(pdf: bytes, *, placement: Placement | None = None) -> bytes:
    """The PDF with the office's signature; the same bytes where no certificate is configured.

    The signature holds the moment of signing: signed bytes are made once and kept. They are the given bytes
    with something behind them. Raises SealError.
    """
    seal = seal_of_office()
    if seal is None:
        return pdf
    try:
        with translation.override(settings.LANGUAGE_CODE):
            return _signed(pdf, seal, placement or Placement())
    except SealError:
        raise
    # The library has many words for it; what editors need is that nothing was published unsigned.
    except Exception as error:
        raise SealError(_("没有签成名：%(error)s") % {"error": error}) from error


def _signed(pdf: bytes, seal: Seal, placement: Placement) -> bytes:
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field
    from pyhanko.sign.signers import PdfSigner

    from sealing import appearance, tagging

    writer = IncrementalPdfFileWriter(BytesIO(pdf), strict=False)
    page = writer.find_page_for_modification(placement.page)[0].get_object()
    box = placement.box or appearance.box_on(*_size(page))
    append_signature_field(
        writer,
        SigFieldSpec(FIELD, on_page=placement.page, box=box, readable_field_name=_("电子签名")),
    )
    text = appearance.wording(seal)
    tagging.tag_field(writer, page, FIELD, text)
    signer = PdfSigner(
        _metadata(seal), seal.signer, timestamper=_stamper(), stamp_style=appearance.style_of(text)
    )
    made: BytesIO = in_a_thread(lambda: signer.sign_pdf(writer, existing_fields_only=True, output=BytesIO()))
    return made.getvalue()


def _metadata(seal: Seal) -> Any:
    from pyhanko.sign import PdfSignatureMetadata
    from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

    return PdfSignatureMetadata(
        field_name=FIELD,
        name=seal.name,
        reason=_("公报发布"),
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        certify=True,
        docmdp_permissions=MDPPerm.NO_CHANGES,
    )


def _stamper() -> Any:
    if not settings.SEAL["tsa"]:
        return None
    from pyhanko.sign.timestamps import HTTPTimeStamper

    return HTTPTimeStamper(settings.SEAL["tsa"], timeout=_STAMP_SECONDS)


def _size(page: Any) -> Sequence[float]:
    """Width, height, left and bottom of a page (pyHanko's dictionary), in points."""
    while not (found := [page[key] for key in ("/CropBox", "/MediaBox") if key in page]):
        page = page["/Parent"]
    left, bottom, right, top = (float(side) for side in found[0])
    return right - left, top - bottom, left, bottom
