"""A page as a reader's browser understands it."""

from typing import Any
from xml.etree.ElementTree import Element

import tinyhtml5
from django.test import Client


def text_of(element: Element) -> str:
    """The words of an element, blanks folded."""
    return " ".join("".join(element.itertext()).split())


class Page:
    """The answer to a GET: its tree, and short ways to what tests ask of it."""

    def __init__(self, client: Client, path: str, status: int = 200) -> None:
        answer = client.get(path)
        assert answer.status_code == status, answer.status_code
        self.root = tinyhtml5.parse(answer.content.decode(), namespace_html_elements=False)

    @classmethod
    def of(cls, answer: Any, status: int = 200) -> "Page":
        """The page that answered something else than a GET."""
        assert answer.status_code == status, answer.status_code
        page = cls.__new__(cls)
        page.root = tinyhtml5.parse(answer.content.decode(), namespace_html_elements=False)
        return page

    def all(self, path: str) -> list[Element]:
        """The elements that an ElementTree path finds: .//h2, .//p[@class='signature']."""
        return self.root.findall(path)

    def one(self, path: str) -> Element:
        found = self.all(path)
        assert len(found) == 1, f"{len(found)} of {path}"
        return found[0]

    def texts(self, path: str) -> list[str]:
        return [text_of(element) for element in self.all(path)]

    @property
    def text(self) -> str:
        return text_of(self.one("body"))

    @property
    def main(self) -> Element:
        return self.one(".//main")

    def links(self, path: str = ".//main") -> dict[str, str]:
        """Where the links of a part lead, by their words."""
        return {text_of(link): link.attrib["href"] for link in self.one(path).iter("a")}

    def tag(self, name: str) -> str | None:
        """A page tag (<meta name=… content=…>); None where the page leaves it out."""
        found = self.all(f".//meta[@name='{name}']")
        return found[0].attrib["content"] if found else None

    def facts(self) -> dict[str, str]:
        """The table above a document."""
        names, values = self.texts(".//dl[@class='facts']//dt"), self.texts(".//dl[@class='facts']//dd")
        return dict(zip(names, values, strict=True))
