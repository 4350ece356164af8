"""Which faces there are, by the names that `printing/style/faces.css` gives them."""

from dataclasses import dataclass

SONG, HEI, KAI, FANG = "Gongbao Song", "Gongbao Hei", "Gongbao Kai", "Gongbao Fang"
ARABIC, MONGOLIAN = "Gongbao Arabic", "Gongbao Mongolian"
KAI_FILE = "kai.ttf"


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
    # Marks that are as narrow as Latin ones in it, and are given their em.
    narrow: str = ""
    # Its dash is a Latin one; it has a Chinese one besides.
    latin_dash: bool = False
    # Stands for it where it is not installed; without one its absence is an error.
    stand_in: str = ""


FACES = (
    Face(SONG, "song.otf", "Noto Serif CJK SC", package="fonts-noto-cjk", latin_dash=True),
    Face(SONG, "song-bold.otf", "Noto Serif CJK SC", "Bold", "fonts-noto-cjk", latin_dash=True),
    Face(HEI, "hei.otf", "Noto Sans CJK SC", package="fonts-noto-cjk", latin_dash=True),
    Face(HEI, "hei-bold.otf", "Noto Sans CJK SC", "Bold", "fonts-noto-cjk", latin_dash=True),
    Face(KAI, KAI_FILE, "LXGW WenKai", package="fonts-lxgw-wenkai", narrow="“”‘’"),
    Face(FANG, "fang.otf", "FandolFang-Regular.otf", stand_in=KAI_FILE),
    Face(ARABIC, "arabic.ttf", "noto-naskh-arabic/regular.woff2", chinese=False),
    Face(ARABIC, "arabic-bold.ttf", "noto-naskh-arabic/bold.woff2", chinese=False),
    Face(MONGOLIAN, "mongolian.ttf", "noto-sans-mongolian/regular.woff2", chinese=False),
)
