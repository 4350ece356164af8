"""PDFium, which several threads of one process must not use at once."""

from threading import Thread

from printing import press
from printing.forms.pictures import pictures
from printing.pdfium import pages_of
from tests.printing.press import sheets
from tests.printing.press.sheets import TEXT


def test_one_thread_works_with_it_at_a_time() -> None:
    """An editor looks at a preview while another one's proof is made and checked."""
    pdf = sheets.sheets("<p>供暖</p>")
    works = (lambda: pictures(pdf, 1), lambda: press.proof(pdf, TEXT), lambda: press.check(pdf, TEXT))
    for work in works:
        # Once before, so that it would be done in a moment if nothing were in its way.
        work()
        other = Thread(target=work)
        with pages_of(pdf):
            other.start()
            other.join(1)
            assert other.is_alive()
        other.join(30)
        assert not other.is_alive()
