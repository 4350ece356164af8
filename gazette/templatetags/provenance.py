"""Where a record stands in the text that it was read from, as an attribute of its element."""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from gazette.models import Sourced

register = template.Library()


@register.filter
def data_lines(record: Sourced) -> SafeString:
    """` data-lines="12-15 18"`, with the blank before it; nothing where no text was read."""
    return lines_attribute(record.source_lines)


def lines_attribute(lines: list[list[int]]) -> SafeString:
    ranges = [f"{first}" if first == last else f"{first}-{last}" for first, last in lines]
    return format_html(' data-lines="{}"', " ".join(ranges)) if ranges else SafeString()
