"""What was said and written in the review of Bielsko-Biala's plan. Invented from the first line to the last."""

from infocus.demo.content.reviewed import Entry
from infocus.demo.content.reviews.log import cannot_hear, message, phase, spoken

_LEAD, _EXPERT, _ADHOC = "lead@infocus", "expert@infocus", "adhoc@infocus"
_MAREK, _AGNIESZKA = "coordinator@bielsko-biala", "officer@bielsko-biala"
_PAOLA, _RUI, _JANA = "coordinator@torino", "officer@porto", "officer@ostrava"
_CLAIRE, _LARS = "coordinator@bordeaux", "coordinator@frankfurt"

LOG: tuple[Entry, ...] = (
    phase("0:00", "opening"),
    message(
        "0:20",
        _LEAD,
        (
            "Good afternoon. The panel reads what is written here until ninety days after the summary is "
            "agreed; then it is deleted. Recommendations stay."
        ),
    ),
    message(
        "1:10", _LEAD, "Eleven phases. In the round the host listens. If you cannot hear, say so at once; nobody minds."
    ),
    message(
        "2:05",
        _LEAD,
        (
            "Two sections each, one question each. Torino and Ostrava have section 4, Porto and Bordeaux "
            "section 3, Frankfurt section 2."
        ),
    ),
    phase("3:00", "pitch"),
    spoken(
        "3:30",
        _MAREK,
        "Two years ago our largest tenant left on a Friday. The plan is what we learnt from the Monday after.",
    ),
    spoken(
        "5:10",
        _MAREK,
        "It is made of fiches. Anyone can pick one up. Six have an owner who signed, six wait in the box.",
    ),
    spoken(
        "7:00",
        _AGNIESZKA,
        "The back of each fiche carries what the survey of December said could go wrong. We did not tidy it.",
    ),
    spoken(
        "8:40",
        _MAREK,
        "What I would like to be asked: who pays after 2020, who may say no, and whether we count the right things.",
    ),
    phase("10:00", "clarify"),
    spoken("10:20", _LARS, "Is the box a picture or is there a box?", "question"),
    spoken("10:35", _AGNIESZKA, "There is a box. It is cardboard and stands at the entrance."),
    spoken("11:30", _JANA, "When an owner changes job, who takes the fiche?", "question"),
    spoken("11:50", _AGNIESZKA, "Nobody yet. Two of the twelve have no owner since the summer."),
    spoken("13:05", _PAOLA, "The steering group of seven: how many of them spend money they decide on?", "question"),
    spoken("13:30", _MAREK, "Five of seven. I had not counted before you asked."),
    message(
        "14:40",
        _RUI,
        "Does the indicator of action 1 count companies on the last day of the year, or during it?",
        "question",
    ),
    message(
        "15:20",
        _AGNIESZKA,
        "On the last day. In 2016 two firms moved in on 29 December. We are not proud of it.",
        reply_to=17,
    ),
    spoken(
        "16:30",
        _CLAIRE,
        "Action 4 needs the regional call. What is the date on which you would give it up?",
        "question",
    ),
    spoken("16:55", _MAREK, "There is no date. There should be one."),
    phase("18:00", "notes"),
    spoken("24:30", _LEAD, "One more minute for the notes. Please name the section."),
    phase("25:00", "cluster"),
    spoken(
        "27:40",
        _ADHOC,
        (
            "Four clusters: money after 2020 (nine dots), who can say no (six), land as the opening move "
            "(five), technicians (two)."
        ),
    ),
    spoken("28:30", _ADHOC, "The note on the early end of the call fits two clusters. I left it with the money."),
    phase("29:00", "round"),
    message(
        "29:10",
        _LEAD,
        "The host listens now. Marek and Agnieszka answer in the reflection, at about a quarter to. Torino begins.",
    ),
    spoken(
        "30:00",
        _PAOLA,
        (
            "In Torino the steering group was also seven, and it worked once two of them could say no to money. "
            "Here nobody can."
        ),
        "concern",
    ),
    message(
        "31:15",
        _PAOLA,
        (
            "The text of our rule is in the library: the case note on two keys. It is one line; the rest is how "
            "we came to it."
        ),
        "experience",
    ),
    spoken(
        "32:20", _PAOLA, "Silence as a no was the hardest part to agree on and the part that works best.", "experience"
    ),
    spoken(
        "34:00",
        _RUI,
        "The strongest page is the list of land you already own. It stands in an annex. I would open the plan with it.",
        "strength",
    ),
    spoken(
        "35:40",
        _RUI,
        (
            "Section 3, action 1: the indicator counts companies. Count leases longer than a year instead; we "
            "changed ours in 2016."
        ),
        "suggestion",
    ),
    message(
        "36:50",
        _RUI,
        "And begin with two parts of hall B, not ten. Let somebody tell you what is wrong with them.",
        "suggestion",
    ),
    spoken(
        "38:10",
        _JANA,
        (
            "Rents and regional funds is what we wrote too. The regional call closed eleven months early. Which "
            "action stops first if it happens to you?"
        ),
        "question",
    ),
    cannot_hear("38:50", _MAREK),
    message("39:05", _LEAD, "Jana, the last sentence once more, please."),
    spoken(
        "39:20",
        _JANA,
        "Which action stops first if the call closes early? I would write it into the plan today.",
        "question",
    ),
    spoken("40:40", _JANA, "Put a name beside each euro for 2021, even if the name is a guess.", "suggestion"),
    spoken(
        "42:30",
        _CLAIRE,
        (
            "For the notes: the same question from our side of the table. And a second one: where is the "
            "stand-in for the person who telephones?"
        ),
        "question",
    ),
    spoken(
        "43:50",
        _CLAIRE,
        "Nine indicators are four too many for two readings a year. We had eleven and read three.",
        "experience",
    ),
    message(
        "44:30",
        _CLAIRE,
        (
            "Bordeaux lost four months when its host was on leave. I can send the sheet on which we wrote down "
            "what stopped."
        ),
        "experience",
    ),
    spoken(
        "45:40",
        _LARS,
        (
            "The list with two columns, regional fields and fiches, is honest. Textiles alone on the right "
            "side: I would leave it exactly so."
        ),
        "strength",
    ),
    spoken(
        "46:50",
        _LARS,
        (
            "The test stand by the hour needs a table of what a cluster gets back when it leaves. Ours is in "
            "the annex of four pages."
        ),
        "suggestion",
    ),
    message(
        "48:00",
        _LARS,
        "One concern: six evenings of the local group, and no tenant is quoted by name or trade anywhere in section 2.",
        "concern",
    ),
    phase("49:00", "experience"),
    message(
        "49:40",
        _JANA,
        (
            "From the library: a day at the machine. You took it from us and left out the meeting of masters "
            "and teachers. Why?"
        ),
        "question",
    ),
    message(
        "50:30",
        _AGNIESZKA,
        "The schools were not ready to let teachers talk without a director in the room.",
        reply_to=46,
    ),
    message(
        "51:20",
        _RUI,
        "From the library: empty floors, first tenants. The house in the town is the same size as our first storey.",
        "experience",
    ),
    message(
        "52:45",
        _PAOLA,
        "From the library: the machine contract of Frankfurt, with Torino's change. Lots instead of the fixed share.",
        "experience",
    ),
    message("54:10", _LARS, "I have heard about the lots for a year now and begin to like them."),
    phase("55:00", "reflect"),
    spoken(
        "55:30",
        _MAREK,
        "I listened for twenty minutes. It was long. I had an answer to everything, and after ten minutes fewer.",
    ),
    spoken("57:00", _MAREK, "Nobody can say no. That is true. The seven are the people who proposed the fiches."),
    spoken(
        "58:40",
        _AGNIESZKA,
        (
            "We can name the euro of 2021 for three actions this week. For the stand the name is nobody, and we "
            "shall write nobody."
        ),
    ),
    spoken(
        "60:10", _MAREK, "The land moves to the front. I am surprised that this was the strength; we thought it dull."
    ),
    phase("62:00", "dialogue"),
    spoken(
        "62:20",
        _PAOLA,
        "Would your supervisory board accept two members with a veto, or must they be called something else?",
        "question",
    ),
    spoken("63:00", _MAREK, "They must be called something else. We call it the second signature."),
    spoken(
        "64:30",
        _CLAIRE,
        "Then write that a second signature is missing after ten days. It sounds like an omission and works as a no.",
        "suggestion",
    ),
    message(
        "65:40",
        _JANA,
        "Could a pupil of one of the two schools sit in the group, with a voice and no vote?",
        "suggestion",
    ),
    message(
        "66:20", _AGNIESZKA, "A good question for the next evening of the local group. I do not know.", reply_to=60
    ),
    phase("68:00", "takeaways"),
    message("68:30", _MAREK, "The plan opens with what we own."),
    message("69:20", _AGNIESZKA, "A name beside each euro, and the word nobody where there is none."),
    message("70:30", _MAREK, "Two second signatures, by Easter, if the board agrees."),
    phase("72:00", "close"),
    spoken("72:20", _PAOLA, "I shall copy the word nobody."),
    spoken("72:40", _RUI, "A cardboard box. I am going home with a cardboard box."),
    spoken("73:05", _JANA, "Thank you for the clean answer on 29 December."),
    spoken("73:25", _CLAIRE, "I heard my own plan in yours, twice."),
    spoken("73:45", _LARS, "Four pages, no more."),
    message(
        "74:20",
        _EXPERT,
        "Two spoken lines were entered afterwards from paper: the first of the pitch and the last of the reflection.",
    ),
    message(
        "74:50",
        _LEAD,
        "Summary within three days, answers within thirty. Thank you all; Marek, thank you for listening.",
    ),
)
