"""Chapters of the paper on clusters."""

from infocus.demo.content.words import prose

BODY = prose("""
# What a cluster does on a Wednesday

Ask a cluster manager about the annual conference and you hear about speakers. Ask about last Wednesday and you
learn what the cluster is. In Frankfurt four managers described theirs, hour by hour. None had held an event. All
had telephoned.

A local cluster is a small office that knows who needs what and who has it. It introduces, it follows up, it writes
down what came of it. Everything else, the logo, the map, the mission abroad, is either a means to that or a
distraction from it.

!flow A useful Wednesday: Visit one firm > Ask what it seeks and what lies idle > Name a match > Telephone both >
Ask again in three months

The city's part is modest and cannot be delegated: it pays for the patience. Firms pay for results; nobody but a
public body pays for the eleven introductions before the one that works.

# City and region count differently

A regional strategy sees sectors, with hundreds of firms and laboratories. A city sees streets, with six. Both are
right, and they miss each other because the words are the same and the sizes are not.

!table The same word, seen from two desks
| Word | In the region | In the city |
| Cluster | 240 members, a board | 14 people who answer the telephone |
| Priority | A line in a call | A corner with a building on it |
| Demand | A market study | A firm that rang twice |
| Success | Patents, exports | A second shift |

The partners who do well translate daily. In Ostrava one person sits in both working groups. In Bilbao cases seen at
a weekly table go to the region twice a year. Neither needed a new body; each needed somebody with leave to be in
two rooms.

# The host, and what she may decide

Every working cluster in the network hangs on one person. That is its strength and its risk. The partners listed
what their hosts may decide without asking: in one city a lunch, in another 15,000 euro.

The list explained more than any organisation chart. Where the host may decide on small sums and on her own
calendar, firms come back. Where every invitation needs a signature, she becomes a messenger, and firms notice
within a month.

> Give her a small budget, a full diary and no conference.

The risk is plain too. Bordeaux lost four months when its host was on leave. A successor who shares one day a week
costs a fifth of a salary, and should be in the plan from the start.

# Machines, kitchens, looms

Sharing equipment is where clusters become real, because a shared machine cannot be shared in theory. It stands in a
room, it breaks, and it is needed by two people on the same Tuesday.

Frankfurt's contract of four pages answers three questions: who pays, who maintains, who leaves. The table in its
annex says what a departing firm is paid back, year by year. Firms joined because they could see the way out.

!bars Use of a shared measuring machine, hours a week: 2015=18; 2016=26; 2017=31

The rule carries over to bakeries, looms and recording rooms. Two things do not: the word for the right to use a
machine, which the law of each country knows under another name, and the fixed share, which Torino replaced with
drawing lots.

# Money in the year after

Grants end in month thirty-six. The partners went through eleven clusters and asked who would pay the host in year
four. For five the answer was another grant. For three it was firms, with fees between 400 and 1,800 euro. For two
it was the city. For one nobody had asked.

Fees work once firms have been helped twice. Before that they are a tax on curiosity. The city's share is easiest to
defend when it pays for introductions between sectors, which no association has a reason to make.

!table Who pays the host in year four
| Source | Clusters | Remark |
| Another grant | 5 | Changes what the host does |
| Fees of firms | 3 | After the second useful introduction |
| City budget | 2 | One of them by a council vote each year |
| Unknown | 1 | Now known: it closed |

A cluster without an answer is not a failure. It is an idea, and the network decided to call it so in every plan.

# Crossing sectors

New things in a city's economy grow between sectors more often than in them: a dryer for wood that hardens
composites, a weaver who makes filters, a winery that buys sensors. No sector association has reason to look there.

Crossing can be organised, with restraint. It takes a closed notebook, because a firm that reads what another seeks
may double its price. It takes stories, because a statistic never persuaded anybody to visit a joinery. And it takes
records of what came to nothing.

> Thirty of ninety-four introductions led nowhere. The reasons are the best thing in the book.

A plan can promise visits, introductions and honest records. It cannot promise inventions, and should not.

# How to tell that it works

Members are easy to count and say little. The partners tried other numbers for a year. Three survived.

- Introductions that led to a contract, told by both sides.
- Firms that telephoned first, rather than being visited.
- Small decisions taken within a week of being asked for.

None can be compared between cities, since each city counts its own kind of help. That is deliberate. They are meant
for a conversation once a quarter, in which somebody asks why the second number fell.
""")
