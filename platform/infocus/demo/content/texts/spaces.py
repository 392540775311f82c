"""Chapters of the paper on spaces."""

from infocus.demo.content.words import prose

BODY = prose("""
# Spaces are not addresses

A city that wants to specialise needs rooms sooner than it needs a slogan. The firms that give a specialisation its
substance are often between three and thirty people, they make something, and they cannot plan further ahead than
the next order. What they ask of a city is a floor that carries a machine, a door that a pallet fits through, and a
rent they can predict.

An address is what the brochure prints. A space is what somebody finds on a Monday morning: heat, light, a neighbour
who does not complain about noise at eight, and a telephone number for when the lift stops. Between the two lies the
work this paper is about.

> We had an address for four years before we had a space.

The ten partners own, rent or mediate rooms under very different laws. They agreed on one thing early: nobody had
ever written down what a room costs in the year before its first tenant comes.

# Ask before you draw

The most expensive mistake in the network was made with care. Drawings were good, permits came in time, the grant
paid most of it. What was missing was a list of people who wanted to work there. Nobody had asked.

The cure is cheap. Forty telephone calls take one person a week. The questions are dull and therefore useful: how
many square metres, which hours, how warm, what noise, how far from a tram stop, for how long, and what would you
pay. Seven of ten cities have since made such calls before deciding on a building; three changed their plan because
of them.

!flow Before the first drawing: List forty names > Telephone, one week > Sort the answers by room, not by sector >
Walk the building with two of the forty > Decide on one bay

Do not ask what people wish for. Ask what they have now and what is wrong with it. A founder who has never had
heating does not ask for heating.

# The smallest thing that can open

Full refurbishment has a charm that is hard to resist: one ribbon, one photograph. It also makes the first tenant
pay for the last corridor. Porto's question turns the calculation around: what does it cost to make one storey safe,
warm and dry, and nothing else?

The answer is between 170 and 260 euro for a square metre in five cities, against 900 to 1,400 for everything at
once. Not everything can be left out. The fire officer's list is short and not negotiable: ways out, alarms, wiring,
loads. Comfort is negotiable with the tenants, and they negotiate well.

!bars Cost of opening a square metre, in euro: Porto, one storey=171; Torino, two storeys=238; Ostrava, timber
walls=255; Bilbao, ground floor=212; A full refurbishment, for comparison=1150

A first storey also teaches. In every case the second was planned differently, and in no case the way an architect
would have guessed.

# Who signs, who heats

Three signatures decide whether a space lives: the owner's, the operator's, and the one on the energy contract. In
most cities they belong to three bodies which have never met.

!table Who holds which signature
| City | Building | Lease | Heat |
| Porto | City | Agency | Agency |
| Torino | Municipality | Operator | Municipality |
| Ostrava | State company | Operator | City |
| Bielsko-Biala | Agency | Agency | Tenant, own meter |
| Frankfurt | Private | Private | In the rent |
| Grenoble-Alpes | University | Laboratory | University |

Where one body holds two signatures, things move. Where three bodies hold one each, somebody must be paid to carry
paper between them, and that post should be in the budget. The line most often forgotten is heat. An empty hall with
one meter is heated as a whole, or not at all.

# The empty months

Every shared space has months without tenants: at the beginning, after a large tenant leaves, in August. They are as
certain as winter and appear in no plan.

Bordeaux went through the books of four places since their opening and found that one month in nine had been empty.
A ninth of the rent, put aside from the first day, would have paid for all of them. Nobody had put it aside, because
in the first year the rooms were full and the money was visible.

> A ninth, from the first day, in a fund that the four managers hold together.

A common fund works better than four separate ones, for the reason insurance works: the bad months do not fall
together. It needs a rule on one page, and the courage not to spend it on a new sign.

# Rules that fit in a sentence

The rules that survived were short. A rule that needs a paragraph needs a meeting; one that fits in a sentence can
be repeated by a caretaker.

- Nobody rents more than fifteen per cent. Bielsko-Biala, after its largest tenant had left.
- Leases of eleven months, renewed on proof of use. Porto.
- The cost of the storey hangs on its door, heating included. Porto, copied by nobody yet.
- Silence means no. Torino, for money spent on shared machines.
- Whoever breaks it tells it within a day. Grenoble-Alpes, for borrowed laboratories.
- No opening before March. Plasencia, for shops in the main street.

Each of these sentences was paid for with a failure. That is why people keep them.

# Hours instead of square metres

A city without free floors may still have free hours. Laboratories close at three in the afternoon, school kitchens
at two, studios of public radio at night. Grenoble-Alpes counted the badges at fourteen rooms for a month and found
four empty hours a day in most of them.

What kept the doors closed was not fear of damage but fear of the conversation after it. A known excess, an insurer
who had seen the room, and a named person paid for two hours a week opened six of the fourteen.

!bars Hours lent to young firms: 2016=900; 2017=2900

Hours ask for more trust than floors do, and less money. They also end on time, which tenants of floors do not.

# When a street becomes known

Success raises rents. The first makers in an empty building are the reason why, four years later, they cannot pay
for it. Partners tried four answers, and none is complete.

Long leases for the first comers keep them but freeze the building. A cap on rents works where the city owns the
walls. A share of the rise, paid into a fund for the next building, is elegant and was refused by one finance
department on principle. Moving on, one storey and one street at a time, is what happens by itself, and can at least
be planned.

The question to put in a plan is therefore not how to keep a street cheap. It is where the next cheap street is, and
who owns it.

# What we would still like to know

Ten cities and three days leave gaps. We know what rooms cost and not yet what they change. Firms in opened
buildings grew, but perhaps those firms would have grown in a garage. Only one city counts firms that left.

- How long does a tenant stay, and where does it go?
- What share of jobs is held by people who live within two kilometres?
- How many square metres are lost in the year a new space opens next door?
- Who pays for the repair of a roof in year twelve?

A paper that ends with four open questions is an honest one. The partners agreed to answer the first by letter in a
year.
""")
