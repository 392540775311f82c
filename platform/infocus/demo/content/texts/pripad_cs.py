"""Czech: teachers in firms, as a case note."""

from infocus.demo.content.words import prose

BODY = prose("""
# Jeden den u stroje

Učitelka odborného výcviku nastupuje v šest ráno. Dostane obuv, školení a mistra. Ve dvě odpoledne ví, proč se na
novém lise neučí podle staré učebnice. Tato studie popisuje, jak se z takového dne stala ve městě pravidelná věc.

Nejde o exkurzi. Na exkurzi se ukazuje, co funguje. U stroje se člověk dozví, co se kazí.

# Dopis s jednou otázkou

Osmdesáti firmám přišel dopis na půl strany. Ptal se, zda na jeden den vezmou jednoho učitele. Odpovědělo
jednatřicet, z toho dvacet hned ten týden. Delší dopis, který jsme měli připravený, jsme raději neposlali.

!flow Cesta jednoho dne: Dopis firmě > Suplování ve škole > Školení bezpečnosti > Den u stroje > Hodina mistra ve
třídě > Stránka zápisu pro kraj

# Kolik to stojí

!table Náklady na jednoho učitele, v korunách
| Položka | Částka |
| Suplování | 1 900 |
| Pojištění | 140 |
| Pracovní obuv a oděv | 650 |
| Čas mistra, odhad firmy | 2 400 |

Město platí první tři položky. Čtvrtou si firmy neúčtují; ty, které to zkusily, po roce přestaly, protože jim výkaz
trval déle než den s učitelem.

# Co se pokazilo

V prvním roce chodili učitelé po dvou a mistři jim nedávali práci. Ve druhém jsme pozvali noviny. Firmy uklidily a
učitelé viděli čistou podlahu. Od té doby chodí každý sám a fotografuje se až v prosinci, pokud vůbec.

Čtyři firmy odešly. Dvě kvůli změně vedení, jedna kvůli úrazu, který s projektem nesouvisel, a jedna proto, že
učitel poslal do novin vlastní fotografie.

# Co z toho má kraj

Mistři a učitelé se scházejí dvakrát ročně bez vedení. Zápis má jednu stránku. Ze čtyř takových stránek vznikla v
roce 2017 změna dvou témat krajské výzvy na vybavení škol: místo nových strojů se uznává i oprava starých.
""")
