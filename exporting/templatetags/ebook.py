"""Filters of the e-book's templates."""

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from documents import spans
from documents.models import Block
from printing.blocks import PrintedBlock

register = template.Library()
register.filter("spanning", spans.spanning)


@register.filter
def ebook_rank(printed: PrintedBlock) -> int:
    """The heading for a block's level: the document's title is h1, what is in it begins with h2."""
    return printed.rank - 1


@register.filter
def ebook_table(block: Block) -> spans.Table:
    return spans.table(block.rows, block.spans or ())


@register.filter
def in_lines(text: str) -> SafeString:
    """A text with its line breaks, as XHTML."""
    return mark_safe("<br/>".join(escape(line) for line in str(text).split("\n")))  # noqa: S308
