"""The words of the plan of Bucharest, Sector 3."""

from dataclasses import replace

from infocus.demo.content.records import PlanAction, PlanSection
from infocus.demo.content.words import prose

NEEDS = PlanSection(
    key="needs",
    title="1 Context, nevoi și viziune",
    text=prose("""
Sectorul 3 nu este capitala. Decide asupra străzilor, școlilor, piețelor, curților și câtorva clădiri mici. Planul
acesta vorbește despre două domenii în care aceste puteri contează: tehnologia informației și comunicații, și
industriile creative.

Firmele mici de tehnologie încep într-un apartament și pleacă atunci când nu mai încap. Atelierele creative lucrează
în curți și nu știu că strategia vorbește despre ele. Între apartament și turnul de birouri nu este aproape nimic.

!bars Firme care au plecat din sector într-un an, după motiv: Lipsa spațiului=38; Chirie=14; Transport=9

Viziunea grupului local: cine începe aici poate crește aici.
"""),
)
POWERS = PlanSection(
    key="needs",
    title="1.1 Ce decide sectorul și ce cere orașului",
    text=prose("""
Această pagină a fost cerută de masa de revizuire. Coloana din dreapta nu este o plângere, ci o listă de scrisori,
fiecare cu dată.

!table Puteri și cereri
| Tema | Decide sectorul | Cere orașului |
| Străzi | Repavare, tuburi pentru fibră | Coordonarea calendarului |
| Spații | Curți, parterul școlilor | Contracte mai lungi de un an |
| Oameni | Contabil, avocat, cursuri | Locuințe pentru noi veniți |
| Autorizații | Lucrări mici | Termen de răspuns |
"""),
)
LOGIC = PlanSection(
    key="logic",
    title="2 Logică și abordare integrată",
    text=prose("""
Planul merge acolo unde oamenii lucrează deja. O acțiune este acceptată numai dacă poate începe în șase luni, cu
banii pe care îi avem, și dacă folosește și vecinilor. Strategia regională numește tehnologia informației;
industriile creative au bani naționali. Sectorul adaugă camere, străzi și timp.

!flow De la curte la firmă: O masă pliantă > A treia întâlnire > Înregistrare > O cameră mică > O stradă cu fibră
"""),
)
ACTIONS = PlanSection(
    key="actions", title="3 Acțiuni", text="Fiecare acțiune are un responsabil care a semnat și un prim pas cu dată."
)
FRAMEWORK = PlanSection(
    key="framework",
    title="4 Cadrul de implementare",
    text=prose("""
Un grup de cinci persoane urmărește planul: primăria, o firmă, un atelier, universitatea și o școală. Se întâlnește
o dată pe trimestru. Riscurile principale sunt avizul juridic pentru contractele scurte și schimbarea oamenilor după
alegeri.
"""),
)
FRAMEWORK_AFTER = PlanSection(
    key="framework",
    title="4 Cadrul de implementare",
    text=prose("""
Un grup de șapte persoane urmărește planul; două dintre ele, o firmă și un atelier, sunt trase la sorți în fiecare
an. Grupul se întâlnește o dată pe trimestru, de fiecare dată într-o altă curte.

Riscurile principale sunt avizul juridic pentru contractele scurte și schimbarea oamenilor după alegeri. Pentru
primul există o variantă: permisul de folosință. Pentru al doilea, fiecare acțiune are un al doilea nume.

Planul a fost adoptat prin hotărârea consiliului local numărul 249 din 26 iunie 2018.
"""),
)
COURTYARDS = PlanAction(
    number=1,
    what="Contabil în curte",
    who="Primăria, un contabil, o avocată",
    cost=36000,
    funding="Buget local",
    start="2018",
    end="2020",
    indicator="Ateliere înregistrate: 40 pe an",
    text=prose("""
În fiecare miercuri, două ore, într-o curte aleasă pe șase luni. Contabilul nu raportează nume. A doua curte se
alege împreună cu prima.
"""),
)
COURTYARDS_YEARLY = replace(
    COURTYARDS,
    funding="Buget local, aprobat anual",
    indicator="Ateliere înregistrate: 40 pe an; active după un an: 75 %",
)
DUCTS = PlanAction(
    number=2,
    what="Tuburi pentru fibră la fiecare repavare",
    who="Direcția de lucrări",
    cost=150000,
    funding="Buget local, 3 % din repavare",
    start="2018",
    end="2021",
    indicator="Străzi cu tuburi: 12",
    text=prose("""
Patru tuburi goale intră în secțiunea standard a străzii. O singură taxă pe metru și an, publicată pe o pagină.
Autoritatea de reglementare a fost întrebată înainte, nu după.
"""),
)
ROOMS = PlanAction(
    number=3,
    what="Parterul școlilor, după ora patru",
    who="Trei școli și primăria",
    cost=48000,
    funding="Buget local, chirii mici",
    start="2018-10",
    end="2020-06",
    indicator="Firme care folosesc parterul: 18",
    text=prose("""
Trei școli au săli libere după-amiaza. Firmele mici plătesc lumina și paza. O firmă din patru ține o oră de
informatică pe săptămână, în locul chiriei.
"""),
)
REPAIR = PlanAction(
    number=4,
    what="Târgul reparațiilor",
    who="Administrația piețelor",
    cost=15000,
    funding="Buget local",
    start="2018-09",
    end="2020-09",
    indicator="Obiecte reparate: 2 000 pe an",
    text=prose("""
O dată pe lună, într-o piață, meșterii repară pe loc. Nu este în strategia regională; o scriem ca întrebare către
ea.
"""),
)
FILM = PlanAction(
    number=5,
    what="Film în piață",
    who="Un colectiv de montaj și administrația piețelor",
    cost=22000,
    funding="Fond cultural, buget local",
    start="2019-05",
    end="2020-09",
    indicator="Seri de proiecție: 16",
    text=prose("""
Montatorii din curți arată vara ce au lucrat iarna, pe zidul pieței. Vecinii aleg a doua jumătate a programului.
"""),
)
