"""Which compositor it is: a new one may set the same text otherwise."""

from importlib.metadata import version

VERSION = f"2 {version('weasyprint')}"
