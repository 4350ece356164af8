"""The “·” within a name, and what print and input set in its place, for comparison: a name is shown as printed.

A full stop is left to whoever compares: between figures it is a decimal point.
"""

# U+00B7, which is right, then 2022, 2027, 30FB, FF65, 2219, 22C5 and 2E31.
SEPARATORS = "\u00b7\u2022\u2027\u30fb\uff65\u2219\u22c5\u2e31"
