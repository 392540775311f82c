"""Czech: minutes of the meeting in Ostrava."""

from infocus.demo.content.words import prose

BODY = prose("""
# Zahájení

Setkání zahájil koordinátor města. Připomněl pravidlo jednoho snímku a osmi minut na partnera. Přítomno bylo deset
partnerů, vedoucí expertka a zástupce místní skupiny. Jednalo se anglicky, místní skupina měla tlumočení.

# Dvě strategie na jednom stole

Ostrava položila krajskou a městskou strategii vedle sebe. Žlutě byly označeny věty, které se potkávají; na
osmdesáti stranách jich bylo devět. Ke každé větě patří jméno a telefon.

Bilbao se zeptalo, kdo smí jednotlivé případy nosit nahoru. V Ostravě to dělá jeden člověk, který sedí v obou
pracovních skupinách, ale žádný dokument mu to neukládá. Partneři se shodli, že by to v plánu stát mělo.

!table Co města žádají po krajích
| Žádost | Odpověď |
| Kalendář příštích výzev | Tři kraje ano, bez záruky |
| Uznatelné náklady na průzkum zájmu | Jeden kraj od roku 2017 |
| Otevírání po etapách | Dva kraje jednají |

# Prohlídka haly

Účastníci si prohlédli zrekonstruovanou halu o 4 200 metrech čtverečních. Vytápění je společné s jedním měřidlem.
Porto se zeptalo, kolika lidem se volalo před první příčkou. Nevolalo se nikomu; čtyřicet telefonátů následovalo až
po půl roce.

> Čtyřicet telefonátů stojí týden práce jednoho člověka.

Dnes je obsazena desetina haly, ta, která byla rozdělena dřevěnými příčkami. Na místo čeká jedenáct firem.

# Učitelé v dílnách

Členka odboru a ředitel průmyslové školy představili den v dílně. Překážkou bylo vždy suplování; město je platí od
roku 2015. Frankfurt se ptal na pojištění, Grenoble na školení bezpečnosti. Smlouva s pojišťovnou bude rozeslána.

!bars Zapojení učitelé: 2015=22; 2016=67; 2017=118

# Usnesení a úkoly

1. Každý partner jmenuje v kraji jednu osobu, která zvedá telefon.
2. Tematické příspěvky citují město a stranu.
3. Pravidlo jednoho snímku platí pro všechna setkání. Torino se zdrželo.

Příští setkání proběhne v listopadu ve Frankfurtu. Zápis byl odsouhlasen jedenáct dní po jednání, s jednou opravou
na straně dvě.
""")
