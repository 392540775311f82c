"""Romanian: minutes of the meeting in Bucharest."""

from infocus.demo.content.words import prose

BODY = prose("""
# Deschiderea

Reuniunea a avut loc în 2017, la sediul sectorului; ziua exactă urmează să fie confirmată de partenerul lider. Au
participat opt parteneri. S-a lucrat în limba engleză, iar grupul local a avut traducere.

# Ce poate face un sector

Coordonatoarea a prezentat competențele sectorului: străzi, școli, piețe, curți și clădiri mici. Terenul și
autorizațiile mari aparțin orașului. Întrebarea zilei a fost ce se poate face cu puteri mici, dar aproape.

Porto a răspuns cu termenul de două zile lucrătoare: oricine întreabă primește un nume și o dată. Frankfurt a
observat că data se poate promite fără nicio competență.

!table Unsprezece feluri de întrebări, cele mai frecvente cinci
| Întrebare | Cine răspunde |
| Există un spațiu de 200 de metri pătrați? | Serviciul patrimoniu |
| Cât durează autorizația? | Urbanism |
| Unde găsesc programatori? | Universitatea, cariere |
| Ce ajutoare există? | Agenția regională |
| Cu cine vorbesc dacă nu merge? | Biroul de proiecte |

# Vizita în curți

Participanții au vizitat trei curți cu ateliere. Contabilul a explicat de ce nu raportează nume și de ce masa este
pliantă. Bordeaux a întrebat cine îl plătește când sectorul nu mai are proiect. Răspunsul: două contracte din
bugetul local, mai ieftine decât un târg.

> Nu le cerem oamenilor să vină la ghișeu.

# Talentul care este deja aici

Ostrava și Grenoble au arătat că majoritatea posturilor libere sunt de tehnicieni, nu de cercetători. S-a propus ca
planurile să numere și oamenii care rămân, nu doar pe cei care vin. Propunerea a fost acceptată de toți cei
prezenți.

!bars Posturi vacante peste șase luni, la nouă angajatori: Ingineri=31; Cercetători=12; Tehnicieni=94

# Hotărâri și sarcini

1. Porto trimite cele unsprezece feluri de întrebări, fără nume de firme. Termen: sfârșitul lunii iunie.
2. Sectorul 3 cere avizul juridic pentru contractele semnate de district. Termen: decembrie.
3. Niciun oraș nu copiază facilitățile fiscale ale altuia într-un document comun.

Procesul-verbal a fost agreat în scris de toți participanții.
""")
