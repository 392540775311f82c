"""Case notes, minutes, articles and slides in the partners' own languages."""

from infocus.demo.content.records import Document
from infocus.demo.content.texts import (
    andares_pt,
    chiavi_it,
    folien_de,
    fundicion_es,
    jornada_es,
    lantegia_eu,
    lieux_fr,
    mercado_es,
    mois_fr,
    najemca_pl,
    prezentare_ro,
    pripad_cs,
    proces_ro,
    verbale_it,
    vertrag_de,
    zapis_cs,
)


def _document(language: str, date: str, organisation: str, title: str, subtitle: str, body: str) -> Document:
    return Document(title=title, subtitle=subtitle, organisation=organisation, language=language, date=date, body=body)


_FRANKFURT, _OSTRAVA = "Wirtschaftsförderung Frankfurt", "Statutární město Ostrava"
_TORINO, _BORDEAUX = "Città metropolitana di Torino", "Bordeaux Métropole"
_PLASENCIA, _BUCHAREST = "Ayuntamiento de Plasencia", "Primăria Sectorului 3"

CONTRACT = _document(
    "de", "2017-01-20", _FRANKFURT, "Ein Vertrag für geteilte Maschinen", "Fallstudie mit Vertragstext", vertrag_de.BODY
)
WEDNESDAY = _document(
    "de", "2016-11-24", _FRANKFURT, "Cluster ohne Broschüren", "Vortrag auf dem Treffen in Frankfurt", folien_de.BODY
)
OSTRAVA_MINUTES = _document(
    "cs", "2016-10-03", _OSTRAVA, "Zápis ze setkání v Ostravě", "21. a 22. září 2016", zapis_cs.BODY
)
TEACHERS = _document("cs", "2017-06-09", _OSTRAVA, "Den v dílně", "Případová studie", pripad_cs.BODY)
BUCHAREST_MINUTES = _document(
    "ro", "2017-06-30", _BUCHAREST, "Proces-verbal al reuniunii de la București", "Anul 2017", proces_ro.BODY
)
DISTRICT = _document(
    "ro",
    "2017-05-15",
    _BUCHAREST,
    "Ce poate face un sector",
    "Prezentare la reuniunea de la București",
    prezentare_ro.BODY,
)
KEYS = _document("it", "2017-11-06", _TORINO, "Due chiavi per ogni euro", "Scheda di caso", chiavi_it.BODY)
TORINO_MINUTES = _document(
    "it", "2017-09-29", _TORINO, "Verbale dell’incontro di Torino", "13 e 14 settembre 2017", verbale_it.BODY
)
FOUNDRY = _document(
    "es", "2017-10-05", _PLASENCIA, "Lo que vimos en la fundición", "Crónica de una visita", fundicion_es.BODY
)
SHOPS = _document("es", "2018-03-12", _PLASENCIA, "Un escaparate cada vez", "Nota de caso", mercado_es.BODY)
FINAL_SLIDES = _document(
    "es",
    "2018-04-19",
    "Ayuntamiento de Bilbao",
    "Qué queda cuando el proyecto termina",
    "Conferencia final",
    jornada_es.BODY,
)
WORKSHOP = _document(
    "eu", "2018-04-20", "Bilboko Udala", "Hamabi giltza", "Auzoko lantegiaren kronika", lantegia_eu.BODY
)
STOREYS = _document(
    "pt", "2017-11-20", "InvestPorto", "Andares vazios, primeiros inquilinos", "Estudo de caso", andares_pt.BODY
)
TENANT = _document(
    "pl",
    "2017-11-23",
    "Agencja Rozwoju Regionalnego SA",
    "Po odejściu największego najemcy",
    "Studium przypadku",
    najemca_pl.BODY,
)
EMPTY_MONTHS = _document("fr", "2018-01-19", _BORDEAUX, "Qui paie les mois vides ?", "Étude de cas", mois_fr.BODY)
PLACES = _document(
    "fr",
    "2017-11-22",
    _BORDEAUX,
    "Un lieu n’est pas une adresse",
    "Présentation à la rencontre de Bordeaux",
    lieux_fr.BODY,
)
