"""Bordeaux: Qui paie les mois vides ?."""

from infocus.demo.content.records import Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="bordeaux-mois-vides",
    partner="bordeaux",
    author="officer@bordeaux.example",
    language="fr",
    state="draft",
    visibility="partner",
    title="Qui paie les mois vides ?",
    summary=prose("""
Chaque lieu de travail partagé connaît des mois sans locataires. Nous mettons de côté un mois de loyer sur neuf dès
l’ouverture, dans un fonds commun à quatre lieux.
"""),
    problem="À Torino, personne n’avait mis cette somme dans un plan. Nous non plus.",
    how=prose("""
1. Relever les mois vides des quatre lieux depuis leur ouverture.
2. Calculer la part de loyer qu’il aurait fallu garder : un neuvième.
3. Écrire la règle du fonds commun avec les quatre gestionnaires.
"""),
    themes=("workspace-provision",),
    sectors=("digital", "construction"),
    keywords=("vacance", "loyer", "fonds commun"),
    started="2018-01",
    created_at=at("2018-01-19T11:00"),
    updated_at=at("2018-04-16T18:20"),
)
