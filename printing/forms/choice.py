"""Which layout a publication has chosen, for its issues and for what is printed by itself."""

from documents.models import Document
from gazette.models import Entry, PrintForm, Publication
from printing.forms.notice import notice_manuscript
from printing.forms.official import official_manuscript
from printing.manuscript import Manuscript


def styles_for(publication: Publication) -> tuple[str, ...]:
    """The style sheets of the gazette's own layout, on its paper."""
    return ("faces.css", "issue.css", f"{publication.paper}.css")


def manuscript_for(entry: Entry) -> Manuscript | None:
    """An entry in the form that its publication has chosen for it; None where that is the gazette's own layout.

    Raises PrintingError as `printing.render.entry_manuscript` does.
    """
    publication = entry.issue.publication
    document: Document | None = getattr(entry, "document", None)
    notice = getattr(entry, "appointment_notice", None)
    if document and publication.document_form == PrintForm.OFFICIAL:
        return official_manuscript(document)
    if notice and publication.notice_form == PrintForm.OFFICIAL:
        return notice_manuscript(notice)
    return None
