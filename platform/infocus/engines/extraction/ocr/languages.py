"""The languages Tesseract reads a picture in."""

from collections.abc import Collection, Sequence

_CODES = {
    "en": "eng",
    "es": "spa",
    "eu": "eus",
    "pt": "por",
    "it": "ita",
    "cs": "ces",
    "ro": "ron",
    "pl": "pol",
    "de": "deu",
    "fr": "fra",
}
"""BCP 47 → Tesseract's name, for the ten working languages."""


def chosen(declared: str, likely: str, installed: Collection[str]) -> Sequence[str]:
    """Tesseract's names of the languages to read in, the most likely first; none when the declared one is missing.

    ``declared`` is what the uploader said (may be empty), with English beside it, since papers quote it. Without it,
    every working language that is installed, ``likely`` first: slower, and right.
    """
    if declared:
        code = _CODES.get(declared.partition("-")[0].lower())
        if code not in installed or code is None:
            return ()
        return tuple(dict.fromkeys([code, *({"eng"} & set(installed))]))
    first = _CODES.get(likely.partition("-")[0].lower(), "")
    return tuple(sorted({*_CODES.values()} & set(installed), key=lambda code: (code != first, code)))
