"""Days and months as people write them, in the language of the page.

The formats are texts like any other: a catalogue gives those of its language.
"""

import datetime

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _

register = template.Library()


@register.filter
def day(value: datetime.date | None) -> str:
    """2021年3月5日."""
    return date_format(value, _("Y年n月j日")) if value else ""


@register.filter
def month(value: datetime.date | None) -> str:
    """2021年3月."""
    return date_format(value, _("Y年n月")) if value else ""


@register.filter
def month_alone(value: datetime.date | None) -> str:
    """3月, where the year is already said."""
    return date_format(value, _("n月")) if value else ""


@register.filter
def day_of_year(value: datetime.date | None) -> str:
    """3月5日, where the year is already said."""
    return date_format(value, _("n月j日")) if value else ""


@register.filter
def day_alone(value: datetime.date | None) -> str:
    """5日, where the month is already said."""
    return date_format(value, _("j日")) if value else ""
