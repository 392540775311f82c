"""Romanian: slides on a district's powers."""

from infocus.demo.content.words import prose

BODY = prose("""
# Ce este un sector

- Nu este capitala
- Are străzi, școli, piețe și curți
- Are un consiliu aproape de oameni

!note A se spune de la început: nu noi dăm autorizațiile mari.

# Două priorități

- Tehnologia informației și comunicații
- Industrii creative

!note Acestea sunt cunoscute; exemplele care urmează sunt ilustrative.

# Contabil în curte

!bars Ateliere înregistrate: 2016=24; 2017=63

!note Datele vin din caietul contabilului, fără nume.

# Trei străzi, o fibră

!flow Când repavăm: Patru tuburi goale > O taxă publicată > Operatorii trag cablul > Firmele află din timp

!note Despre proces: un operator a contestat taxa și a pierdut după un an.

# Ce cerem rețelei

- Modele de contracte pe termen scurt
- Cine semnează, districtul sau orașul?
- Exemple de oameni care au rămas

!note Întrebarea a doua este cea mai importantă pentru noi.
""")
