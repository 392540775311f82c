"""Which encoding a text is in: its byte order mark, UTF-8, else the code page whose letters make sense.

A legacy text is tried in each code page of our ten languages; the one wins whose letters beyond ASCII best fit the
alphabet of a single language. So `è` (0xE8) is read as French in a French text and as `č` in a Czech one.
"""

import codecs

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CODE_PAGES = ("cp1252", "cp1250", "iso8859-2")
LETTERS = (
    "áéíóúüñ",
    "ãáàâçéêíóôõú",
    "àèéìòùî",
    "áčďéěíňóřšťúůýž",
    "ăâîșțşţ",
    "ąćęłńóśźż",
    "äöüß",
    "àâæçéèêëîïôœùûüÿ",
)
"""The letters beyond ASCII of the languages whose texts come in old code pages; Basque has none of its own."""
_ALPHABETS = tuple(frozenset(letters + letters.upper() + "«»„“”‘’–—…€°§·¡¿£©®²³½") for letters in LETTERS)
SAMPLE = 256 * 1024


def decode(data: bytes) -> str:
    """The text of the bytes; never raises, a byte nobody can read becomes U+FFFD."""
    return data.decode(encoding_of(data), errors="replace")


def encoding_of(data: bytes) -> str:
    """The name of the codec the bytes are in."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    sample = data[:SAMPLE]
    if wide := _wide(sample):
        return wide
    if _is_utf8(data):
        return "utf-8"
    return max(_CODE_PAGES, key=lambda name: _fitness(sample, name))


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: Latin text has a zero in nearly every second byte."""
    if len(sample) < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def _fitness(sample: bytes, name: str) -> float:
    """The share of letters beyond ASCII that one alphabet covers, the best of all alphabets."""
    foreign = [letter for letter in sample.decode(name, errors="replace") if ord(letter) > 127]
    if not foreign:
        return 1.0
    return max(sum(letter in alphabet for letter in foreign) for alphabet in _ALPHABETS) / len(foreign)
