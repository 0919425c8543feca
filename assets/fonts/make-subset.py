#!/usr/bin/env python3
"""Makes LendmixSansSC-Regular.otf, the only font of the charts, from Debian's Noto Sans CJK.

Needs the Debian packages fonts-noto-cjk (the font) and unicode-data (the list of characters)
and fonttools from PyPI. The same inputs give the same bytes: no time is written into the font.

    apt-get install -y fonts-noto-cjk unicode-data && pip install fonttools==4.68.0
    python3 assets/fonts/make-subset.py
"""

import bz2
import pathlib
import sys

from fontTools.misc.roundTools import otRound
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection

SOURCE = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"
UNIHAN = "/usr/share/unicode/Unihan_OtherMappings.txt.bz2"
TARGET = pathlib.Path(__file__).parent / "LendmixSansSC-Regular.otf"
FAMILY, POSTSCRIPT = "Lendmix Sans SC", "LendmixSansSC-Regular"
# Plotters measures text with ascent + descent as if it were the em, so they must add up to exactly one em.
ASCENT, DESCENT = 880, -120

# Characters that must be there, whatever the blocks below bring.
REQUIRED = "埇鄠浉瀍浛堽㮾梨婺濮鄱盱≤≥±×÷−–—…%‰¥￥·•√∑ΦΔσμ←↑→↓⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉“”‘’「」《》（）、，。：；！？　"
# Whole blocks of which we take what the source has (it lacks most of Latin Extended-A, for instance).
BLOCKS = [
    (0x20, 0x7F), (0xA0, 0x100), (0x100, 0x180), (0x370, 0x400), (0x2000, 0x2070), (0x2070, 0x20C0),
    (0x2100, 0x2150), (0x2150, 0x2200), (0x2200, 0x2300), (0x2460, 0x2474), (0x25A0, 0x2600),
    (0x3000, 0x3020), (0xFF00, 0xFFF0),
]
# Superior and inferior signs, drawn from the digits at 60 % and shifted: the source lacks most of them, and its
# own ¹²³⁴ are bolder than the rest could be made.
SCALE, RAISED, LOWERED = 0.6, 320, -130
SUPERIOR = {0x2070: "0", 0xB9: "1", 0xB2: "2", 0xB3: "3", 0x207A: "+", 0x207B: "\u2212"}
SUPERIOR |= {0x2070 + d: str(d) for d in range(4, 10)}
INFERIOR = {0x2080 + d: str(d) for d in range(10)} | {0x208A: "+", 0x208B: "\u2212"}
# Spaces the source lacks, in thousandths of an em.
SPACES = {0x2009: 200, 0x202F: 200}


def gb2312():
    """All characters of GB 2312: 6,763 hanzi and 682 signs."""
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield ord(bytes([row, cell]).decode("gb2312"))
            except UnicodeDecodeError:
                pass


def general_list():
    """The 8,105 characters of the Table of General Standard Chinese Characters (2013), Unihan's kTGH.

    Its third level holds the characters of place names and family names that GB 2312 lacks.
    """
    with bz2.open(UNIHAN, "rt", encoding="utf-8") as lines:
        for line in lines:
            if "\tkTGH\t" in line and not line.startswith("#"):
                yield int(line.split("\t")[0][2:], 16)


def wanted(cmap):
    """Code points to keep; stops if a required one cannot be had."""
    must = set(gb2312()) | set(general_list()) | set(map(ord, REQUIRED))
    drawn = set(SUPERIOR) | set(INFERIOR) | set(SPACES)
    missing = sorted(must - set(cmap) - drawn)
    if missing:
        sys.exit("the source font lacks " + " ".join(f"U+{c:04X} {chr(c)}" for c in missing))
    blocks = {c for first, end in BLOCKS for c in range(first, end) if c in cmap}
    return ((must | blocks) & set(cmap)) - drawn


def subset(font, characters):
    """Keeps the glyphs of `characters`, kerning of Latin text, and no hints (charts are never drawn at 12 pixels)."""
    options = Options()
    options.hinting = False
    options.desubroutinize = False
    options.layout_features = ["kern", "ccmp", "mark"]
    options.name_IDs = [0, 13, 14]
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def add_glyph(font, character, source, shift):
    """Gives `character` a glyph of its own: `source` scaled to 60 % and shifted, or blank if `source` is a width."""
    cff = font["CFF "].cff.topDictIndex[0]
    glyphs, cmap = font.getGlyphSet(), font.getBestCmap()
    width = source if isinstance(source, int) else otRound(font["hmtx"][cmap[ord(source)]][0] * SCALE)
    pen = T2CharStringPen(width, None)
    if not isinstance(source, int):
        glyphs[cmap[ord(source)]].draw(TransformPen(pen, (SCALE, 0, 0, SCALE, 0, shift)))
    model = cmap[ord("0")]
    fd = cff.CharStrings.getItemAndSelector(model)[1]
    private = cff.FDArray[fd].Private
    charstring = pen.getCharString(private=private, globalSubrs=cff.GlobalSubrs)
    # The pen writes the width as such; the font wants its difference from the nominal width.
    charstring.program[0] = width - private.nominalWidthX
    index = len(cff.CharStrings.charStringsIndex)
    taken = set(cff.charset)
    name = next(name for cid in range(1, 65_535) if (name := f"cid{cid:05d}") not in taken)
    cff.CharStrings.charStringsIndex.append(charstring)
    cff.CharStrings.charStrings[name] = index
    cff.charset.append(name)
    cff.FDSelect.gidArray.append(fd)
    font.setGlyphOrder(cff.charset)
    bounds = charstring.calcBounds(None)
    font["hmtx"][name] = (width, otRound(bounds[0]) if bounds else 0)
    for table in font["cmap"].tables:
        if table.isUnicode() and table.format in (4, 12):
            table.cmap[character] = name


def draw_missing(font):
    """Adds superior and inferior digits and signs, and narrow spaces."""
    for signs, shift in ((SUPERIOR, RAISED), (INFERIOR, LOWERED)):
        for character, source in sorted(signs.items()):
            add_glyph(font, character, source, shift)
    for character, width in SPACES.items():
        add_glyph(font, character, width, 0)


def normalise(font):
    """Our own family name (the subset must not pass for the original) and vertical metrics of one em."""
    names = font["name"]
    for name_id, text in ((1, FAMILY), (2, "Regular"), (3, f"{POSTSCRIPT};2.004"), (4, FAMILY),
                          (5, "Version 2.004; subset of Noto Sans CJK SC for lendmix"), (6, POSTSCRIPT)):
        names.setName(text, name_id, 3, 1, 0x409)
    names.names = [n for n in names.names if (n.platformID, n.langID) == (3, 0x409)]
    top = font["CFF "].cff
    top.fontNames = [POSTSCRIPT]
    top.topDictIndex[0].FullName, top.topDictIndex[0].FamilyName = FAMILY, FAMILY
    hhea, os2 = font["hhea"], font["OS/2"]
    hhea.ascent, hhea.descent, hhea.lineGap = ASCENT, DESCENT, 0
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = ASCENT, DESCENT, 0
    os2.usWinAscent, os2.usWinDescent = ASCENT, -DESCENT
    for tag in ("VORG", "vhea", "vmtx", "BASE", "DSIG"):
        if tag in font:
            del font[tag]


def main():
    """Reads the Simplified Chinese face, keeps our characters, writes the font beside this script."""
    faces = TTCollection(SOURCE).fonts
    font = next(face for face in faces if face["name"].getDebugName(1) == "Noto Sans CJK SC")
    font.recalcTimestamp = False
    subset(font, wanted(font.getBestCmap()))
    draw_missing(font)
    normalise(font)
    font.save(TARGET)
    print(f"{TARGET.name}: {len(font.getBestCmap())} characters, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
