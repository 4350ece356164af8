"""What drawings hold besides lines: text boxes, lettering, pictures. The same drawing is read once."""

import dataclasses
from typing import Any

from intake.sources.word.names import MC, TEXT_PATH, local, w

_PICTURES = {"blip", "imagedata", "chart", "relIds", "OLEObject"}


@dataclasses.dataclass
class Drawn:
    """Text boxes (w:txbxContent), words set as a picture (WordArt), and how many pictures."""

    boxes: list[Any] = dataclasses.field(default_factory=list)
    words: str = ""
    pictures: int = 0


def chosen(alternates: Any) -> Any | None:
    """The one of a drawing's variants that is read: the newer, unless only the older one has its text."""
    choices = [element for element in alternates if element.tag == MC + "Choice"]
    fallback = next((element for element in alternates if element.tag == MC + "Fallback"), None)
    for choice in choices:
        if fallback is None or next(choice.iter(w("txbxContent"), w("t")), None) is not None:
            return choice
    if fallback is not None and next(fallback.iter(w("txbxContent"), w("t"), TEXT_PATH), None) is not None:
        return fallback
    return choices[0] if choices else fallback


def found_in(element: Any) -> Drawn:
    """What a drawing holds, in its order; a text box inside a text box is left to who reads the outer one."""
    found = Drawn()
    _look(element, found)
    # An object has its picture beside it; both are one thing to the reader.
    found.pictures = min(found.pictures, 1) if local(element) == "object" else found.pictures
    return found


def _look(element: Any, found: Drawn) -> None:
    if element.tag == w("txbxContent"):
        found.boxes.append(element)
        return
    if element.tag == MC + "AlternateContent":
        variant = chosen(element)
        if variant is not None:
            _look(variant, found)
        return
    if element.tag == TEXT_PATH:
        found.words += element.get("string", "")
    if local(element) in _PICTURES:
        found.pictures += 1
    for part in element:
        _look(part, found)
