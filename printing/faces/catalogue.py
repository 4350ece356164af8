"""Which faces there are, by the names that `printing/style/faces.css` gives them."""

from dataclasses import dataclass

SONG, HEI, KAI, FANG = "Gongbao Song", "Gongbao Hei", "Gongbao Kai", "Gongbao Fang"
ARABIC, MONGOLIAN = "Gongbao Arabic", "Gongbao Mongolian"
KAI_FILE = "kai.ttf"

# 小标宋 is drawn with marks of full width; WenKai's are as narrow as Latin ones.
NARROW_MARKS = frozenset("“”‘’")


@dataclass(frozen=True)
class Face:
    """A face: `file` is what the style sheet asks for, `source` what it is cut from.

    `source` is a family and its style as fontconfig knows them, with the Debian `package` that brings them,
    or, without a package, a file of this project or of its folder of faces.
    """

    family: str
    file: str
    source: str
    style: str = "Regular"
    package: str = ""
    # Its punctuation is that of Chinese and is squeezed where two marks meet.
    chinese: bool = True
    # Taken from the next face of the stack.
    without: frozenset[str] = frozenset()
    # Stands for it where it is not installed; without one its absence is an error.
    stand_in: str = ""


FACES = (
    Face(SONG, "song.otf", "Noto Serif CJK SC", package="fonts-noto-cjk"),
    Face(SONG, "song-bold.otf", "Noto Serif CJK SC", "Bold", "fonts-noto-cjk"),
    Face(HEI, "hei.otf", "Noto Sans CJK SC", package="fonts-noto-cjk"),
    Face(HEI, "hei-bold.otf", "Noto Sans CJK SC", "Bold", "fonts-noto-cjk"),
    Face(KAI, KAI_FILE, "LXGW WenKai", package="fonts-lxgw-wenkai", without=NARROW_MARKS),
    Face(FANG, "fang.otf", "FandolFang-Regular.otf", stand_in=KAI_FILE),
    Face(ARABIC, "arabic.ttf", "noto-naskh-arabic/regular.woff2", chinese=False),
    Face(ARABIC, "arabic-bold.ttf", "noto-naskh-arabic/bold.woff2", chinese=False),
    Face(MONGOLIAN, "mongolian.ttf", "noto-sans-mongolian/regular.woff2", chinese=False),
)
