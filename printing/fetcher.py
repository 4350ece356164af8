"""The only things that a print may fetch: the print style's own files, its faces and its pictures.

The text of an issue comes from outside. Whatever a slip in a template let through, WeasyPrint must neither
read this machine's files into a PDF nor knock at addresses of the network.
"""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse

from printing.errors import RefusedURLError
from printing.manuscript import STYLE_DIR

MIME_TYPES = {
    ".css": "text/css",
    ".ttf": "font/ttf",
    ".otf": "font/otf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
}


class StyleFetcher(URLFetcher):
    """Gives the files of `printing/style/` and, in their place, what `made` holds by file name."""

    def __init__(self, made: Mapping[str, bytes] | None = None) -> None:
        super().__init__(allowed_protocols=["file"], allow_redirects=False)
        self._made = dict(made or {})
        self.refused: list[str] = []

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        try:
            name = self._name(url)
            body = self._made.get(name) or (STYLE_DIR / name).read_bytes()
        except (ValueError, OSError) as error:
            self.refused.append(url)
            raise RefusedURLError(url) from error
        return URLFetcherResponse(url, body, {"Content-Type": MIME_TYPES[Path(name).suffix]})

    def _name(self, url: str) -> str:
        """The file name that a URL means; ValueError for everything beside the style folder's files."""
        parts = urlsplit(url)
        path = Path(unquote(parts.path))
        # `resolve` follows links and dots, so neither leads out of the folder.
        inside = parts.scheme == "file" and not parts.netloc and path.resolve().parent == STYLE_DIR
        if not inside or path.suffix not in MIME_TYPES:
            raise ValueError(url)
        return path.name
