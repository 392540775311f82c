"""Chapters of the paper on city and region."""

from infocus.demo.content.words import prose

BODY = prose("""
# Two strategies on one table

A regional smart specialisation strategy is written for those who will apply to its calls. A city's economic
strategy is written for those who will walk past its building sites. Put both on one table, as Ostrava did, and mark
in yellow the sentences that meet. There were nine in eighty pages.

Nine is not few. Each of them was an entrance: a theme that the region finances and the city can house. The other
pages were not wrong either. They spoke of things the other side cannot see.

> Nine yellow sentences in eighty pages, and every one had a telephone number behind it.

# What the region hears from the city

Regions ask cities for opinions on drafts. They receive polite letters. The partners looked for what a region cannot
know without its cities: which call produced a hall nobody came to, which firm moved three streets to be eligible,
which teacher would lend a workshop.

!flow A case on its way up: A case at a weekly table > The same case three times > One page, twice a year > The
regional working group > A changed line in a call

Cases travel better than opinions. In two regions a line of a call was changed because a city brought the same case
three times, with dates.

# What the city hears from the region

In the other direction travel calls, with deadlines. A call of eleven weeks decides more about a city's buildings
than its council does. Cities asked for three things: a calendar of the coming calls, even if half of it is wrong;
eligible costs that allow two meters instead of one; and the right to open a bay before the whole.

!table What cities asked of their regions
| Request | Answer so far |
| A calendar of coming calls | Given by three regions, without guarantee |
| Costs of asking people first | Eligible in one region since 2017 |
| Opening in stages | Under discussion in two |
| One named contact | Nine of ten, by October 2016 |

The network cannot negotiate for ten cities with ten regions. It can show each region what the others have already
said yes to.

# Specialisation without a research budget

Most cities have no research budget, and the method was written for those who do. What a city has instead is land,
rooms, schools, purchasing, streets, and the power to bring people into one room. These are instruments of
specialisation if they point the same way.

- Land: which corner is kept for which use, and for how long.
- Purchasing: whose first customer the city is willing to be.
- Schools: which teachers spend a day in which workshop.
- Streets: what is laid under them when they are open.
- Attention: which telephone is answered first.

A city that aligns three of the five is specialising, whatever its strategy says.

# How to tell a priority from a wish

A priority has lost something. If nothing was refused in its favour, it is a wish. The partners tested their own
lists by asking, for each line, what had been given up for it last year. Some lists became short.

They also asked for the year and the source of every line. A priority from 2011, copied in 2014 and again in 2016,
is a tradition. It may be a good one, but somebody should look.

Every partner's page in this network now shows its priorities with year, source and the tie to the regional
strategy, and says where there is none.
""")
