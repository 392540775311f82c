"""What the parts of a practice are called in a file, in the language of the practice."""

from typing import NamedTuple


class Headings(NamedTuple):
    """Names of five parts."""

    problem: str
    how: str
    evidence: str
    wrong: str
    conditions: str


HEADINGS: dict[str, Headings] = {
    "en": Headings("The problem", "How it was done", "What shows that it works", "What went wrong", "What it needs"),
    "es": Headings("El problema", "Cómo se hizo", "Qué demuestra que funciona", "Qué salió mal", "Qué hace falta"),
    "eu": Headings("Arazoa", "Nola egin zen", "Zerk erakusten duen", "Zer atera zen gaizki", "Zer behar den"),
    "pt": Headings("O problema", "Como se fez", "O que mostra que funciona", "O que correu mal", "O que é preciso"),
    "it": Headings(
        "Il problema", "Come si è fatto", "Che cosa lo dimostra", "Che cosa è andato male", "Che cosa serve"
    ),
    "cs": Headings("Problém", "Jak na to", "Čím se to dokládá", "Co se nepovedlo", "Co je potřeba"),
    "ro": Headings("Problema", "Cum s-a făcut", "Ce arată că merge", "Ce nu a mers", "De ce este nevoie"),
    "pl": Headings("Problem", "Jak to zrobiono", "Po czym widać skutek", "Co się nie udało", "Czego potrzeba"),
    "de": Headings("Das Problem", "Wie es gemacht wurde", "Woran man es sieht", "Was schiefging", "Was es braucht"),
    "fr": Headings("Le problème", "La méthode", "Ce qui le montre", "Ce qui a mal tourné", "Ce qu’il faut"),
}
