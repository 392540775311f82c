"""Words at the head of action and risk tables in the ten languages, folded: beginnings of words, ``=`` whole words."""

from infocus.core.text import folded


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Asked in this order: "source of funding" is funding before it is a cost, "end date" is an end before a date.
NAMES: dict[str, tuple[str, ...]] = {
    "number": _words("=no =nr =num =number =numero =numer =n =id =lp =c =cislo =crt"),
    "indicator": _words(
        """indicat indicad indikat adierazle ukazatel wskaznik miernik kennzahl result vysled rezultat emaitz
        ergebnis target output kpi metric cible tinta meta"""
    ),
    "likelihood": _words("likelihood probab chance gertagarri pravdepod prawdopod wahrschein vraisembl"),
    "impact": _words(
        """impact impat inpaktu eragin severit gravedad gravid gravit dopad zavaznost nasled wplyw skut auswirk
        schwere consequ consecuen"""
    ),
    "period": _words(
        """period timing timeline timescale timetable =when duration schedule calend plazo =cuando durac =epe
        =epea epeak =noiz iraup egutegi prazo =quando cronogr =tempi tempist durata obdobi =kdy trvani
        harmonogr perioad =cand durat okres =kiedy =czas zeitr zeitpl =wann laufz dauer =quand duree delai
        from-to de-a de-la-pana"""
    ),
    "start": _words(
        """start begin beginn inicio comienzo hasier inizio avvio zahaj zacat incep inceput poczat rozpocz
        debut demarr lancement =from =od =von =ab =desde"""
    ),
    "end": _words(
        """=end =ending =ends finish deadline =due =until =fin =final =finish =hasta amaier bukaer =fim termin
        conclus =fine scaden konec ukonc sfars incheier termen koniec zakoncz =ende abschl frist =bis
        echeance achev =do"""
    ),
    "funding": _words("fund financ finantz finanz finans zdroj fuente fonte fonti sursa zrodl forder source =mittel"),
    "cost": _words(
        """cost coste =costes custo kost koszt cout budget presup aurrek orcam naklad rozpoc bugetul buget budzet
        amount price importe =import montant betrag valoare kwota =cena"""
    ),
    "measure": _words(
        """mitigat mitigac mitigaz arintz zmirn atenu attenu lagodz minderung gegenmass contromis contramed
        contingen prevent prevenc prevenz preven zapobieg vorbeug respuest respost rispost raspuns response
        reponse reakc parade =srodki"""
    ),
    "who": _words(
        """=who responsib responsab responsav arduradun odpoved nositel garant odpowiedz verantw zustand trager
        federfuhr owner lead lider capofila porteur pilote partner promotor =quien =nor =quem =chi =kdo
        =cine =kto =wer =qui"""
    ),
    "risk": _words(
        "risk riesg arrisk risco rischi rizik risc ryzyk risik risq threat hazard amenaz ameac zagroz gefahr"
    ),
    "what": _words(
        """action activ =what task project measure medida accion actuac proyect ekintz jarduer =zer neurri acao
        acoes ativid projet azion attivit misur =cosa intervent progett opatren aktiv =akce =co cinnost
        actiun masur =ce proiect dzialan zadan przedsiew massnahm aktion =was vorhab mesure =quoi =que =step"""
    ),
}

PAGE = {
    "en": "Page", "es": "Página", "eu": "Orria", "pt": "Página", "it": "Pagina",
    "cs": "Strana", "ro": "Pagina", "pl": "Strona", "de": "Seite", "fr": "Page",
}  # fmt: skip
"""What a page of a plan without headings is called, in the plan's language."""


def name_of(head: str) -> str:
    """The cell that a head names, or an empty string."""
    text = folded(head)
    words, dashed = text.split(), text.replace(" ", "-")
    for name, beginnings in NAMES.items():
        for each in beginnings:
            if "-" in each:
                if dashed.startswith(each):
                    return name
            elif each.startswith("="):
                if each[1:] in words:
                    return name
            elif any(word.startswith(each) for word in words):
                return name
    return ""
