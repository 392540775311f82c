"""Full stops that end no sentence: abbreviations, initials and ordinals of the ten working languages.

Only such are listed as stand before a capital letter or a figure: before a small letter no sentence ends anyway. What
often ends a sentence itself ("etc.", "usw.") is left out on purpose.
"""

import re
from collections.abc import Mapping
from functools import cache

# Titles and words that a name or any capital may follow.
_BEFORE_NAMES: Mapping[str, str] = {
    "en": "mr mrs ms messrs dr prof rev hon gen col capt lt st mt ft jr sr dept est approx cf vs viz ca al ed eds univ",
    "es": "sr sra srta sres dña dr dra prof ing arq lic excmo excma ilmo ilma ud uds vd avda sta sto gral cía aprox"
    " ej ss vs ca al",
    "pt": "sr sra srs dr dra prof profa eng enga arq exmo exma av tel ca vs cf ex al",
    "it": "sig sigg dott dr prof profssa ing arch avv on rag geom gen col ss sen cfr vs ca es al dott.ssa sig.ra",
    "cs": "pí pan dr ing mgr bc prof doc mudr judr phdr rndr gen kpt sv ul nám tř tzv např resp popř mj tj zn vč ca"
    " odd arch akad",
    "ro": "dl dna dra dr prof ing arh ec av gen sf str bd bdul jud mun com ex cca ca pt vs resp op",
    "pl": "dr prof inż mgr hab arch gen płk św bł ks ul al pl os woj pow gm im tzw np tzn tj ok ww wg red śp rtm",
    "de": "hr fr dr prof dipl ing st str allg bzw ca evtl geb ggf inkl insb jew lt max min mind od rd sog spez tel usf"
    " vgl vorl zzgl bspw gem hrsg abt akad",
    "fr": "mm mme mlle me dr pr prof st ste av bd bld env cf vs al éd dir gal",
    "eu": "jn and adib or dk esr kl etorb hiz zuz pr dr irak arg",
}
# Words that a figure follows: "str. 5", "art. 12", "fig. 3". Before a capital they end their sentence.
_BEFORE_FIGURES: Mapping[str, str] = {
    "en": "no nos art arts fig figs eq sec sect ch chap vol vols pp para par tab reg col jan feb mar apr jun jul aug"
    " sep sept oct nov dec tel ext",
    "es": "núm núms art arts fig figs cap caps sec vol vols pp pág págs párr tab apdo tel ene feb abr ago sept"
    " oct nov dic",
    "pt": "nº núm art arts fig figs cap caps sec séc vol vols pp pág págs par tab al tel jan fev abr ago set out"
    " nov dez",
    "it": "nn num nr art artt fig figg cap capp sez sec vol voll pp pag pagg par tab all tel gen feb apr ago sett ott"
    " nov dic",
    "cs": "čís čl str sv kap obr tab odst písm pol příl roč zák sb tel",
    "ro": "nr art alin lit fig tab cap pag pp vol sec pct tel ian feb apr aug sept oct nov dec",
    "pl": "nr art ust pkt poz par rys ryc tab rozdz roz str ss tom zał zob tel",
    "de": "nr nrn art abs abb bd bde kap seite str tab ziff zi lfd anl par tel jan feb febr apr aug sept okt nov dez",
    "fr": "nº no nos art arts al fig figs chap sect vol vols pp par tab ann tél janv févr avr juill sept oct nov déc",
    "eu": "zk zenb art kap ir taul or orr par lib tel urt ots mar api mai eka uzt abu ira urr aza abe",
}
_ORDINALS = frozenset({"eu", "cs", "pl", "de"})
"""Languages that write an ordinal as a figure with a full stop: "3. Mai", "5. května", "21. wieku"."""

_LEADERS = ".…·_-–—"
_ROMAN = re.compile(r"[IVXLCDM]+")
_ORDINAL = re.compile(r"\d{1,3}")
_ELIDED = re.compile(r"^[^\W\d_]+['’]")  # "l'art", "all'art"
_INSIDE = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,4}")


@cache
def _table(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before names and before figures; of all languages where it is not known which."""
    wanted = [language] if language in _BEFORE_NAMES else list(_BEFORE_NAMES)
    names = frozenset(word for code in wanted for word in _BEFORE_NAMES[code].split())
    return names, frozenset(word for code in wanted for word in _BEFORE_FIGURES[code].split())


def ends_nothing(word: str, following: str, language: str = "", *, first: bool = False) -> bool:
    """Whether the full stop after ``word`` ends no sentence, before ``following`` (the next character).

    ``first``: the word begins its line or sentence, so that "3." there is the number of a list.
    """
    if not word.strip(_LEADERS):
        return True  # dots that lead to the page number of a table of contents
    if len(word) == 1 and word.isalpha():
        return True  # an initial, or the second half of "z. B."
    if _ORDINAL.fullmatch(word):
        return first or language in _ORDINALS or language not in _BEFORE_NAMES
    if _ROMAN.fullmatch(word):
        return first or language in _ORDINALS
    if _INSIDE.fullmatch(word):
        return True  # "d.h", "p.ej", "m.in"
    names, figures = _table(language)
    form = _ELIDED.sub("", word).lower()
    return form in names or (following.isdigit() and form in figures)
