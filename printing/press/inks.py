"""Colours of the screen as inks: black is black ink alone, red the red of official papers."""

from collections.abc import Sequence

Ink = tuple[float, float, float, float]
"""Cyan, magenta, yellow and black, each from 0 to 1."""

# 红头 and the rules with it: full magenta and yellow, without cyan to dirty it.
RED: Ink = (0, 1, 0.9, 0.1)
# How much more red than green or blue a colour must hold to be that red, which style sheets name variously.
REDNESS, LEAST_RED = 0.55, 0.7
# Differences of the three channels that no eye sees: a grey.
GREY = 0.012


def ink(red: float, green: float, blue: float) -> Ink:
    """The inks of a colour whose channels go from 0 to 1.

    There is no profile of the press: greys become black ink alone, the red of the head its own mixture, and all
    else three inks at the most, so that no more than 300 % lie on the paper.
    """
    channels = [min(max(float(each), 0), 1) for each in (red, green, blue)]
    darkest, brightest = min(channels), max(channels)
    if brightest - darkest <= GREY:
        return 0, 0, 0, 1 - sum(channels) / 3
    if channels[0] >= LEAST_RED and channels[0] - max(channels[1:]) >= REDNESS:
        return RED
    black = 1 - brightest
    cyan, magenta, yellow = ((1 - each - black) / brightest for each in channels)
    return cyan, magenta, yellow, black


def written(inks: Sequence[float]) -> list[float]:
    """Inks as they are written into a PDF: four places are finer than any plate."""
    return [round(part, 4) for part in inks]
