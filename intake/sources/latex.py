"""Formulas that OCR programs see in figures and signs, as the signs that were printed."""

import re

from intake.sources.word.counting import counted

_FORMULA = re.compile(r"\$(?P<dollar>[^$\n]{1,200})\$|\\\((?P<round>.{1,200}?)\\\)")
_CIRCLED = re.compile(
    r"\\(?:textcircled|circled|textcircled\s*\\(?:small|scriptsize))\s{0,4}\{?\s{0,4}(\w{1,2})\s{0,4}\}?"
)
_WORDS = re.compile(r"\\(?:text|textrm|mathrm|mathbf|textbf|mathsf|operatorname|mbox|bf|rm)\s*\{([^{}]*)\}")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_PLAIN = re.compile(r"^[\d\s.,，%+\-±×/~():＝=<>a-zA-Z°]*$")
_SIGNS = {
    "times": "×", "div": "÷", "pm": "±", "geq": "≥", "ge": "≥", "geqslant": "≥", "leq": "≤", "le": "≤",
    "leqslant": "≤", "neq": "≠", "sim": "～", "approx": "≈", "cdot": "·", "cdots": "…", "ldots": "…", "dots": "…",
    "circ": "°", "bigcirc": "○", "square": "□", "Box": "□", "blacksquare": "■", "triangle": "△", "bigtriangleup": "△",
    "blacktriangle": "▲", "bigstar": "★", "star": "☆", "bullet": "·", "diamond": "◇", "rightarrow": "→", "to": "→",
    "uparrow": "↑", "downarrow": "↓", "checkmark": "√", "surd": "√", "permil": "‰", "quad": " ", "qquad": " ",
    "langle": "〈", "rangle": "〉", "ll": "《", "gg": "》", "left": "", "right": "", "mathcal": "", "displaystyle": "",
}  # fmt: skip
_SIGN = re.compile(r"\\([A-Za-z]+)\s*")
_RAISED = dict(zip("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", strict=True))
_POWER = re.compile(r"\^\s*(?:\{\s*([^{}]{0,20})\s*\}|(\S))")
_BELOW = re.compile(r"_\s*(?:\{\s*([^{}]{0,20})\s*\}|(\w))")


def without_formulas(line: str) -> str:
    """A line whose formulas are the signs that they stand for; what is no formula stays as it is."""
    if "$" in line or "\\(" in line:
        line = _FORMULA.sub(_printed, line)
    return _CIRCLED.sub(_circled, line) if "circled" in line else line


def _printed(match: re.Match[str]) -> str:
    inner = match["dollar"] if match["dollar"] is not None else match["round"]
    # Two amounts in dollars are no formula: between them stand words.
    if _HAN.search(_WORDS.sub("", inner)) or not (re.search(r"[\\^_]", inner) or _PLAIN.match(inner)):
        return match[0]
    text = _WORDS.sub(r"\1", _CIRCLED.sub(_circled, inner))
    text = re.sub(r"\^\s*\{?\s*\\circ\s*\}?", "°", text)
    text = re.sub(r"\\([%$&#_{}])", r"\1", text)
    text = _SIGN.sub(lambda m: _SIGNS.get(m[1], m[1]), text)
    text = _BELOW.sub(lambda m: m[1] or m[2], _POWER.sub(_raised, text))
    return re.sub(r"\s*([×÷±≥≤≠～≈·])\s*", r"\1", text.replace("{", "").replace("}", "")).strip()


def _raised(match: re.Match[str]) -> str:
    inner = match[1] if match[1] is not None else match[2]
    return "".join(_RAISED.get(char, char) for char in inner)


def _circled(match: re.Match[str]) -> str:
    return counted(int(match[1]), "decimalEnclosedCircle") if match[1].isdecimal() else match[1]
