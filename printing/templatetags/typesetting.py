"""Filters of the print templates."""

from django import template

from printing.breaks import breakable, measure

register = template.Library()
register.filter("breakable", breakable)
register.filter("measure", measure)
