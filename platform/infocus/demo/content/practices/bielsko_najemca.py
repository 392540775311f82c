"""Bielsko-Biala: Po odejściu największego najemcy: park, który nauczył się liczyć do dziesięciu."""

from infocus.demo.content.records import Amount, Indicator, Opinion, Picture, Place, Practice
from infocus.demo.content.words import at, prose

PRACTICE = Practice(
    key="bielsko-najemca",
    partner="bielsko-biala",
    author="coordinator@bielsko-biala.example",
    language="pl",
    state="published",
    visibility="network",
    title="Po odejściu największego najemcy: park, który nauczył się liczyć do dziesięciu",
    summary=prose("""
Gdy największa firma zwolniła jedną trzecią powierzchni, park nie szukał następcy tej samej wielkości. Podzielił
halę na dziesięć części i wprowadził regułę, że nikt nie wynajmuje więcej niż piętnaście procent.
"""),
    institution="Agencja Rozwoju Regionalnego SA",
    place=Place(name="Bielsko-Biała, park technologiczny", latitude=49.8050, longitude=19.0020),
    themes=("workspace-provision", "investment-attraction"),
    sectors=("mobility", "aerospace-defence"),
    nace=("25", "29", "68"),
    sdgs=("8", "9"),
    keywords=("park technologiczny", "najemcy", "ryzyko"),
    problem=prose("""
Jedna firma zajmowała 34 procent parku i płaciła połowę czynszu. Wypowiedzenie przyszło w piątek, z trzymiesięcznym
terminem. Budżet na kolejny rok był już uchwalony.

Rada nadzorcza chciała jednego dużego najemcy, bo tak było zawsze. Pracownicy hali, dwieście osób, pytali o coś
innego: czy zostaną maszyny.
"""),
    how=prose("""
1. Zrobiliśmy dwie listy: co należy do najemcy, a co do nas. Okazało się, że prąd, sprężone powietrze i suwnica były
nasze.
2. Halę podzieliliśmy na dziesięć części, każda z własnym licznikiem i bramą.
3. Uchwaliliśmy regułę piętnastu procent. Wyjątek wymaga zgody dwóch członków rady, którzy nie negocjowali umowy.
4. Pierwszym pięciu firmom daliśmy czynsz rosnący: połowa w pierwszym roku, całość w trzecim.
5. Odchodząca firma sprzedała nam siedem obrabiarek po cenie księgowej. Wynajmujemy je na godziny.
6. Raz w kwartale liczymy, ile stracimy, jeśli odejdą dwie największe firmy naraz, i podajemy tę liczbę radzie.
"""),
    lesson="Liczba podawana co kwartał zmieniła rozmowy w radzie bardziej niż sama strata.",
    who=(
        "Agencja, rada nadzorcza, 9 nowych firm, urząd pracy i 64 osoby z dawnej załogi, które wróciły do "
        "tej samej hali pod innym szyldem."
    ),
    resources="Podział hali, liczniki i zakup maszyn; jedna osoba przez rok wyłącznie do rozmów z firmami.",
    amounts=(
        Amount(what="Podział hali i liczniki", value=1850000, currency="PLN"),
        Amount(what="Siedem obrabiarek", value=430000, currency="PLN"),
    ),
    started="2015-11",
    ended="2017-12",
    evidence=prose("""
Po dwóch latach hala jest wynajęta w 91 procentach, największy najemca ma 14 procent. Czynsz wrócił do dawnego
poziomu po dwudziestu sześciu miesiącach, a nie po dwunastu, jak zakładaliśmy. Dane ilustracyjne.
"""),
    indicators=(
        Indicator(name="Największy najemca", value=34, unit="% powierzchni", year=2015),
        Indicator(name="Największy najemca", value=14, unit="% powierzchni", year=2017),
        Indicator(name="Wynajęta powierzchnia hali", value=91, unit="%", year=2017),
    ),
    wrong=prose("""
Przez pierwsze cztery miesiące szukaliśmy za granicą jednego następcy. Kosztowało to dwa wyjazdy na targi i pół
roku. Druga pomyłka: czynsz rosnący daliśmy bez umowy na trzy lata, więc dwie firmy odeszły po pierwszym roku, gdy
było tanio.
"""),
    conditions=(
        "Właściciel hali musi mieć własne przyłącza. Reguła piętnastu procent może mieć inną liczbę, ale "
        "musi mieć jakąś. Maszyny można pominąć."
    ),
    transfer="Przyda się każdemu parkowi z jednym dużym najemcą, najlepiej zanim ten odejdzie.",
    criteria=(
        ("integrated", "Praca, nieruchomości i energia razem; dawna załoga przy stole."),
        ("impact", "Dziewięć firm i 64 osoby, które wróciły."),
        ("relevance", "Zależność od jednej firmy zna siedmiu partnerów."),
        ("transferability", "Reguła mieści się w jednym zdaniu."),
    ),
    pictures=(
        Picture(
            file_name="bielsko-hala.png",
            drawing="bays",
            alt="Rysunek hali podzielonej na dziesięć części; jedna część jest zaznaczona na żółto.",
        ),
    ),
    section_visibility=(("wrong", "partner"),),
    opinions=(
        Opinion(
            expert="adhoc@infocus.example",
            verdict="valid",
            text="Zatwierdzam. Proszę kiedyś pokazać kwartalną liczbę: to ona jest praktyką.",
            at=at("2018-01-18T13:20"),
        ),
    ),
    verified_on="2018-01-18",
    created_at=at("2017-08-31T09:50"),
    updated_at=at("2018-01-18T13:20"),
)
