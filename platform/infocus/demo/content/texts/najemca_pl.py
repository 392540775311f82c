"""Polish: after the largest tenant, as a case note."""

from infocus.demo.content.words import prose

BODY = prose("""
# Piątek

Wypowiedzenie przyszło w piątek po południu. Firma, która zajmowała jedną trzecią parku i płaciła połowę czynszu,
odchodziła za trzy miesiące. W poniedziałek w sekretariacie dzwonili dziennikarze, a na hali dwieście osób pytało,
czy zostaną maszyny.

To studium przypadku opisuje dwa kolejne lata. Napisaliśmy je dla parków, które mają jednego dużego najemcę i wolą o
tym nie myśleć.

# Dwie listy

Pierwszego dnia powstały dwie listy: co należy do najemcy, a co do parku. Przyłącza, sprężone powietrze i suwnica
okazały się nasze. Siedem obrabiarek kupiliśmy po cenie księgowej.

!table Co zostało w hali
| Rzecz | Właściciel | Co się z nią stało |
| Przyłącze energii | Park | Podzielone na dziesięć liczników |
| Sprężone powietrze | Park | Wspólne, rozliczane ryczałtem |
| Suwnica | Park | Działa, raz w tygodniu |
| Siedem obrabiarek | Najemca | Odkupione, wynajmowane na godziny |

# Dziesięć części

!flow Od jednej hali do dziesięciu: Pomiar przyłączy > Ściany i bramy > Własne liczniki > Czynsz rosnący > Reguła
piętnastu procent

Podział kosztował mniej niż jedna kampania poszukiwania inwestora za granicą, którą prowadziliśmy równolegle przez
cztery miesiące i której żałujemy.

# Liczba kwartału

Raz na kwartał rada słyszy jedną liczbę: ile park straci, jeśli odejdą dwie największe firmy naraz. Za pierwszym
razem wywołała kłótnię. Za czwartym nikt już o niej nie dyskutował, za to wszyscy ją znali.

!bars Udział dwóch największych najemców w czynszu, w procentach: 2015=61; 2016=34; 2017=26

# Czego nie powtórzymy

Czynsz rosnący bez umowy na trzy lata. Dwie firmy odeszły po pierwszym, tanim roku. Nie powtórzymy też rozmów z
prasą, zanim porozmawiamy z załogą: ludzie dowiedzieli się z radia, choć prezes był w budynku.

Rada pyta nas czasem, czy znowu weźmiemy dużego najemcę. Odpowiadamy, że tak, byle zmieścił się w piętnastu
procentach.
""")
