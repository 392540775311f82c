"""What has been written so far in the open review of Bordeaux's plan. Invented from the first line to the last."""

from infocus.demo.content.reviewed import Entry
from infocus.demo.content.reviews.log import message

_ANA = "expert@infocus"
_CLAIRE, _HUGO = "coordinator@bordeaux", "officer@bordeaux"
_INES, _DAVIDE, _NEREA = "coordinator@porto", "officer@torino", "coordinator@bilbao"
_TOMAS, _MIRIAM, _AGNIESZKA = "coordinator@ostrava", "officer@frankfurt", "officer@bielsko-biala"

LOG: tuple[Entry, ...] = (
    message(
        "0:00",
        _ANA,
        (
            "Welcome to an open review: no phases, write when you have something to say. The plan is frozen at "
            "version 3; the English summary is at its end."
        ),
    ),
    message(
        "1:30",
        _CLAIRE,
        (
            "Merci d’être là. We ask three things: is it odd not to count jobs, is the common fund too clever, "
            "and what is missing for people who live beside the four places?"
        ),
    ),
    message(
        "3:10",
        _INES,
        "Not odd. We counted jobs for two years and learnt how firms fill in forms.",
        "experience",
        reply_to=2,
    ),
    message(
        "4:25",
        _MIRIAM,
        "I would count one thing that people outside understand. Rooms found within a month of being asked for?",
        "suggestion",
        reply_to=2,
    ),
    message("6:00", _HUGO, "We have the requests with dates, so this could be counted back to 2016.", reply_to=4),
    message(
        "7:45",
        _DAVIDE,
        (
            "Page on the common fund: chi firma per secondo? The second signature must come from a manager who "
            "asks for nothing, and in August nobody is there."
        ),
        "question",
    ),
    message("9:20", _HUGO, "Août est exactement le mois où l’on en a besoin. We had not thought of it.", reply_to=6),
    message(
        "10:05",
        _DAVIDE,
        "In Torino silence is a no. For a fund that pays out, silence should perhaps be a yes below a sum.",
        "suggestion",
        reply_to=7,
    ),
    message(
        "12:40",
        _AGNIESZKA,
        (
            "The four places differ in size by three to one. Does a ninth of the rent weigh the same for place "
            "B as for place C?"
        ),
        "concern",
    ),
    message("14:15", _CLAIRE, "No, and B says so at every meeting. B has had the fewest empty months.", reply_to=9),
    message(
        "15:00",
        _AGNIESZKA,
        (
            "Then let B pay less after five good years, as insurers do. Our board accepted such a rule because "
            "it is boring."
        ),
        "suggestion",
        reply_to=10,
    ),
    message(
        "17:30",
        _NEREA,
        "Strength: each action names who signed. I have read many plans and could telephone this one.",
        "strength",
    ),
    message(
        "19:00",
        _TOMAS,
        (
            "Section 1: 118 requests between 60 and 200 m². Did you ask those firms what is wrong with where "
            "they are now? We did not, and built a hall."
        ),
        "question",
    ),
    message(
        "20:40",
        _HUGO,
        "We asked thirty-one of them. Noise, and neighbours who do not like deliveries at six.",
        reply_to=13,
    ),
    message(
        "21:30",
        _TOMAS,
        "Put the thirty-one in. It is the best page you have and it is not there.",
        "suggestion",
        reply_to=14,
    ),
    message(
        "24:10",
        _INES,
        (
            "Action 2: the price on the door. You would be the first to copy it. Please tell me whether the "
            "landlords agree, because ours did not want to for a year."
        ),
        "experience",
    ),
    message("25:50", _CLAIRE, "One of two landlords agreed. The other wants to see the first one do it.", reply_to=16),
    message(
        "27:15",
        _MIRIAM,
        (
            "Action 10 takes our contract. Please change the word for rent: in French law your lawyers will "
            "find something better than our translation."
        ),
        "suggestion",
    ),
    message("29:00", _ANA, "A reminder for the notes: please name the section or the action, as most of you do."),
    message(
        "31:20",
        _NEREA,
        "Action 7: paid weeks with a badge. Who pays if a young person stays two weeks because it goes well?",
        "question",
    ),
    message("32:45", _HUGO, "Les employeurs, en principe. It is not written. Noted.", reply_to=20),
    message(
        "35:00",
        _DAVIDE,
        "Action 8, the evening desk. Check the heating of the libraries after eight. I am serious.",
        "experience",
    ),
    message("36:30", _CLAIRE, "Checked while you wrote: one of two goes cold at half past eight.", reply_to=22),
    message(
        "39:10",
        _INES,
        (
            "On the people who live beside the places: they appear in actions 7 and 8 and nowhere in section 4. "
            "Could two of them sit in the committee of nine?"
        ),
        "suggestion",
    ),
    message(
        "41:00",
        _TOMAS,
        "Agree with 24. In Ostrava the neighbours knew about the empty hall before we did.",
        "experience",
        reply_to=24,
    ),
    message(
        "43:25",
        _AGNIESZKA,
        (
            "Action 9, the next street: a map that is shown and not published. I like it and wonder how long it "
            "stays unpublished."
        ),
        "concern",
    ),
    message("45:10", _CLAIRE, "So do we. The agency says two years. I would be glad of one.", reply_to=26),
    message(
        "47:30",
        _MIRIAM,
        "Frankfurt had such a list. It became public through an invoice. Keep owners' names apart from the map.",
        "experience",
        reply_to=26,
    ),
    message(
        "50:05",
        _ANA,
        (
            "Three threads so far: what to count, the rule of the fund, and neighbours in the committee. The "
            "room stays open; Bordeaux reads along."
        ),
    ),
)
