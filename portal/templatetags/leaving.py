"""{{ address|leaving }}: the notice before a link to another site."""

from django import template

from portal.citizens.leaving import leaving_address

register = template.Library()
register.filter("leaving", leaving_address)
