"""The line on every first page, in the language of the file and in English."""

_NOTICES = {
    "en": "The people, figures and quotations in this file are invented for a demonstration.",
    "es": "Texto ilustrativo: las personas, las cifras y las citas de este documento son inventadas.",
    "eu": "Testu ilustratiboa: dokumentu honetako pertsonak, zifrak eta aipuak asmatuak dira.",
    "pt": "Texto ilustrativo: as pessoas, os números e as citações deste documento são inventados.",
    "it": "Testo illustrativo: persone, cifre e citazioni di questo documento sono inventate.",
    "cs": "Ilustrativní text: osoby, čísla a citáty v tomto dokumentu jsou smyšlené.",
    "ro": "Text ilustrativ: persoanele, cifrele și citatele din acest document sunt inventate.",
    "pl": "Tekst ilustracyjny: osoby, liczby i cytaty w tym dokumencie są zmyślone.",
    "de": "Text zur Veranschaulichung: Personen, Zahlen und Zitate in diesem Dokument sind erfunden.",
    "fr": "Texte d’illustration : les personnes, les chiffres et les citations de ce document sont inventés.",
}


def notice(language: str) -> str:
    """``Illustrative text.`` and the same in the file's own language; raises ``KeyError`` for one we do not write."""
    return f"Illustrative text. {_NOTICES[language]}"
