"""Chapters of the paper on the entrepreneurial scene."""

from infocus.demo.content.words import prose

BODY = prose("""
# The ecosystem approach, with its gaps

The word ecosystem has been painted on many slides. The partners kept it for one reason: it asks who is missing.
Draw founders, customers, lenders, rooms, teachers and rules around a table, join those who know each other by name,
and look at the white paper between them.

In nine of ten drawings the second customer was missing. Cities help firms to be founded and to be funded. Between
the two lies the moment when somebody other than an uncle pays an invoice, and there the drawings were empty.

!flow Where founders fall through: An idea > A first customer, known > A second customer, unknown > A loan > A
room > A second employee

A scene is not made denser by adding incubators. It is made denser by joining two names that are already on the
paper.

# Who never comes to the desk

Incubators see young, educated people who are free in the morning. Licences for new firms go mostly to people past
forty with a shift. Torino asked a hundred of them when help would have been useful. Seventy-one said: after supper.

Opening hours are a policy. So is the language on the door, the need for an appointment, and whether two can come
together. Bucharest moved the desk itself into the courtyards where people worked, and left the banner at home.

> The timetable was the service.

Measured by who came, these two practices reached more newcomers than all the innovation weeks of ten cities, at the
price of one of them.

# The second customer

A first customer is found by affection and a second by evidence. Public buyers could be that second customer and
seldom are, because their contracts are large and their forms long.

The partners collected small ways through. Invite three offers instead of publishing, below the threshold. Cut a
contract in lots a firm of four people can carry. Pay in fourteen days: for a young firm this is worth more than a
grant. Let a municipal building be the place where a thing is tried, with a sheet that says what was learnt.

!table Small ways to become a second customer
| Way | Tried in | Needs |
| Three invited offers | Bilbao, Porto | A list of firms that is read |
| Payment in fourteen days | Frankfurt | One decision of the treasurer |
| A building to try things in | Bilbao, Grenoble-Alpes | A caretaker who agrees |
| Lots of a size for four people | Torino | A buyer with time |

None of these counts as an innovation policy, and each has produced firms that exist.

# Money, refused well

Pitch evenings fill rooms. Frankfurt counted: nine evenings, eleven hundred guests, two loans. Then it tried one
lender, one firm and one hour, with last year's accounts on the table. Thirty-four meetings led to fifteen loans.

A refusal with a reason turned out to be the most useful product. Firms changed their accounts, their prices, once
their product. The next lender, who was allowed to read the refusal, often said yes.

!bars Loans agreed: Nine evenings, 2014=2; Meetings, 2015=6; Meetings until mid 2017=15

The practice rested on one colleague and paused when she moved. Every plan that copies it should name two.

# Failing without losing the city

Half of the firms that are founded close within five years. In some of the partner cities this still means losing
the right to a loan, to a tender, and a seat at the family table. A city cannot change insolvency law. It can change
how it speaks.

Torino counts people who decided, after three evenings of advice, not to open, and thanks them. Ostrava published
the record of a hall nobody came to. Porto let a tenant leave without a penalty and was sent two new ones by him.

> Thirty-seven people who did not open, and are glad of it.

A plan might count second attempts. Nobody does yet.

# What a city may leave alone

The meeting ended with a list of things the partners had stopped doing. It was longer than expected and nobody
defended any of the entries.

- Competitions in which the prize is advice.
- Founders' breakfasts at nine, for people who open a shop at nine.
- Maps of the ecosystem without telephone numbers.
- Courses on writing a business plan, for people who need a permit.
- Counting participants.

What remained was hours, rooms, first invoices and honest refusals. It fits on a page, and most of it costs little
more than somebody's attention.
""")
