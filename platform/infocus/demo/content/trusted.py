"""How the demo's practices are trusted: approvals by made-up managers, marks of experts, when each was last verified.

All of it is illustrative. Days count back from the day the demo is made, so that it never looks long forgotten:
most practices are fresh, one is due for its city's word, one waits for it too long already.
"""

from dataclasses import dataclass

VERIFIED_DAYS_AGO = {
    "frankfurt-vertrag": 26,
    "torino-chiavi": 61,
    "bilbao-mesa": 118,
    "porto-andares": 407,
    "bordeaux-animateur": 203,
    "plasencia-escaparate": 12,
    "bucharest-curte": 331,
    "bielsko-najemca": 289,
    "ostrava-technici": 154,
    "grenoble-lift": 88,
    "bilbao-lantegia": 175,
    "ostrava-hall": 240,
    "frankfurt-signature": 521,
}
REMINDED = {"porto-andares": 20, "frankfurt-signature": 150}
"""Days since the city was asked whether it is still so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    """Who approved what leaves the network."""

    name: str
    mailbox: str
    language: str
    visibility: str = "public"
    answered: bool = True


APPROVALS = {
    "frankfurt-vertrag": Manager(name="Jutta Brandt", mailbox="amtsleitung@frankfurt.example", language="de"),
    "torino-chiavi": Manager(name="Giulia Monti", mailbox="direzione@torino.example", language="it"),
    "bilbao-mesa": Manager(name="Itziar Zabala", mailbox="zuzendaritza@bilbao.example", language="eu"),
    "plasencia-escaparate": Manager(
        name="Rosa Paredes", mailbox="alcaldia@plasencia.example", language="es", answered=False
    ),
}
MARKS = {
    "integrated": ("yes", "Those who use it were at the table when it was planned."),
    "impact": ("yes", "The figures are the city’s own, and small enough to be believed."),
    "relevance": ("yes", ""),
    "transferability": ("partly", "The legal part has to be looked at in each country."),
}
"""How far the four criteria are met, as an expert marked one of the practices."""
MARKED = "torino-chiavi"
ASKED = {
    "bucharest-street": {
        "evidence": "How many firms use the ducts today, and how many did before?",
        "conditions": "Say what a city can do that does not own its streets.",
    }
}
"""What an expert asks to change, section by section, of the practices that wait for their city."""
