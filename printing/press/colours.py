"""Colour spaces in a PDF, and its streams of operators turned from the screen's colours to inks."""

from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf
from pikepdf import Name, Operator

from printing.press.inks import ink, written

RGB, GREY, CMYK, OTHER = "RGB", "Gray", "CMYK", "other"
DEVICE = {"/DeviceRGB": RGB, "/CalRGB": RGB, "/RGB": RGB, "/DeviceGray": GREY, "/CalGray": GREY, "/G": GREY}
DEVICE |= {"/DeviceCMYK": CMYK, "/CMYK": CMYK}
BY_CHANNELS = {1: GREY, 3: RGB, 4: CMYK}
# A colour by its operator: whether it is for lines.
PLAIN = {"rg": (RGB, False), "RG": (RGB, True), "g": (GREY, False), "G": (GREY, True)}
# Marks of the structure, which a PDF for the press does not have.
MARKS = {"BMC", "BDC", "EMC", "MP", "DP"}

Instructions = Iterable[Any]


def kind_of(space: Any, resources: pikepdf.Object | None = None) -> str:
    """What a colour space comes to: RGB, Gray, CMYK, or other (Lab, spot colours, patterns)."""
    if isinstance(space, pikepdf.Array) and len(space):
        head = str(space[0])
        if head == "/ICCBased":
            return BY_CHANNELS.get(int(space[1].get("/N", 0)), OTHER)
        if head == "/Indexed":
            return kind_of(space[1], resources)
        return DEVICE.get(head, OTHER)
    spaces = pikepdf.Dictionary() if resources is None else resources.get("/ColorSpace", pikepdf.Dictionary())
    named = spaces.get(str(space))
    if named is not None and str(space) not in DEVICE:
        return kind_of(named)
    return DEVICE.get(str(space), OTHER)


def separated(instructions: Instructions, resources: pikepdf.Object | None) -> Iterator[Any]:
    """The operators with every colour as inks, and without marks of the structure."""
    spaces: list[dict[bool, str]] = [{False: GREY, True: GREY}]
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator == "q":
            spaces.append(dict(spaces[-1]))
        elif operator == "Q" and len(spaces) > 1:
            spaces.pop()
        if operator in MARKS:
            continue
        if operator in {"cs", "CS"}:
            kind = spaces[-1][operator == "CS"] = kind_of(instruction.operands[0], resources)
            if kind in {RGB, GREY}:
                continue
        yield _in_inks(instruction, operator, spaces[-1])


def _in_inks(instruction: Any, operator: str, spaces: dict[bool, str]) -> Any:
    if operator in PLAIN:
        kind, lines = PLAIN[operator]
    elif operator in {"sc", "scn", "SC", "SCN"}:
        lines = operator.isupper()
        kind = spaces[lines]
    else:
        return instruction
    if kind not in {RGB, GREY}:
        return instruction
    values = [float(value) for value in instruction.operands]
    channels = values * 3 if kind == GREY else values
    return pikepdf.ContentStreamInstruction(written(ink(*channels[:3])), Operator("K" if lines else "k"))


def shaded(shading: pikepdf.Object) -> None:
    """A gradient in inks, where its colours are given by their ends; others are left as they are."""
    if kind_of(shading.get("/ColorSpace")) != RGB or "/Function" not in shading:
        return
    ends = list(_ends(shading.Function))
    if not ends:
        return
    for function in ends:
        for key in (Name.C0, Name.C1):
            function[key] = written(ink(*(float(value) for value in function[key])))
        if "/Range" in function:
            del function.Range
    shading.ColorSpace = Name.DeviceCMYK


def _ends(function: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The functions from one colour to another that a gradient is made of; none where there are others."""
    parts = list(function.get("/Functions", [function])) if isinstance(function, pikepdf.Dictionary) else []
    if all(part.get("/FunctionType") == 2 and len(part.get("/C0", [])) == 3 for part in parts):
        yield from parts
