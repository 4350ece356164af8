"""The checks, a module a subject; each is a function from what was examined to its findings."""

from collections.abc import Callable, Iterator

from printing.press.checks.colours import colours
from printing.press.checks.contents import contents
from printing.press.checks.folios import folios
from printing.press.checks.fonts import fonts
from printing.press.checks.pages import pages
from printing.press.checks.pictures import pictures
from printing.press.examined import Examined
from printing.press.finding import Finding

CHECKS: tuple[Callable[[Examined], Iterator[Finding]], ...] = (
    pages,
    folios,
    contents,
    fonts,
    pictures,
    colours,
)
