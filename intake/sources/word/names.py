"""Names of WordprocessingML: qualified tags, and what its switches say."""

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_OFF = {"0", "false", "off", "none"}


def w(name: str) -> str:
    """w:name in full."""
    return _W + name


def local(element: Any) -> str:
    """An element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: Any | None, name: str) -> Any | None:
    """The first child w:name."""
    return None if element is None else element.find(w(name))


def value(element: Any | None, name: str, attribute: str = "val") -> str | None:
    """The attribute of the first child w:name; None where there is none."""
    found = child(element, name)
    return None if found is None else found.get(w(attribute))


def number(element: Any | None, name: str, attribute: str = "val") -> int | None:
    """A whole number in the first child w:name; None where there is none."""
    return whole(value(element, name, attribute))


def whole(text: str | None) -> int | None:
    try:
        return int(float(text)) if text is not None else None
    except (ValueError, OverflowError):
        return None


def switch(element: Any | None, name: str) -> bool | None:
    """Whether a property is on or off; None where nothing is said."""
    found = child(element, name)
    return None if found is None else found.get(w("val"), "1").lower() not in _OFF


def unstrict(root: Any) -> Any:
    """A root in the ordinary namespace: the strict variant of the format differs in nothing that is read."""
    if isinstance(root.tag, str) and root.tag.startswith(_STRICT):
        for element in root.iter():
            if isinstance(element.tag, str) and element.tag.startswith(_STRICT):
                element.tag = _W + element.tag[len(_STRICT) :]
            for key, text in list(element.attrib.items()):
                if key.startswith(_STRICT):
                    element.set(_W + key[len(_STRICT) :], text)
    return root
