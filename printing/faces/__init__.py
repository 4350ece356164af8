"""The faces of the print: where they lie, which characters they have, and how they are cut to a text."""

from printing.faces.catalogue import FACES, Face
from printing.faces.cutting import Faces, Substituted, faces_for
from printing.faces.installed import locate

__all__ = ["FACES", "Face", "Faces", "Substituted", "faces_for", "locate"]
