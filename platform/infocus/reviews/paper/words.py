"""What the role cards say: what a role does, phase by phase. Phases in which it only listens are left out."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from infocus.reviews.vocabulary import Phase, Seating

PART_NAMES: dict[str, LazyString] = {
    "brief": _l("Brief"),
    "protocol": _l("Protocol with minutes"),
    "roles": _l("Role cards"),
    "notes": _l("Note sheets"),
    "signatures": _l("Signature list"),
}

CARDS: dict[Seating, LazyString] = {
    Seating.FACILITATOR: _l("You keep the time and the rules. You do not judge the plan."),
    Seating.RAPPORTEUR: _l("You turn what is said into recommendations that the host can answer one by one."),
    Seating.NOTE_TAKER: _l("You write down who said what, in their words; what is not written is lost."),
    Seating.FRIEND: _l("You read two sections and answer one question, as a friend who says what they think."),
    Seating.HOST: _l("You present, then listen. You do not defend the plan: you collect."),
    Seating.OBSERVER: _l("You listen. What is said here stays with the table."),
}

TASKS: dict[Seating, dict[Phase, LazyString]] = {
    Seating.FACILITATOR: {
        Phase.OPENING: _l("Say who reads what is said and until when, and how notes are signed. Ask for phones away."),
        Phase.PITCH: _l("Stop the pitch when its time is over."),
        Phase.CLARIFY: _l("Let questions of fact through, park opinions."),
        Phase.NOTES: _l("Silence. One note a thought, each with its section."),
        Phase.CLUSTER: _l("Give out three dots each; collect the sheets."),
        Phase.ROUND: _l("Give every critical friend the same time. The host listens: remind them, kindly."),
        Phase.EXPERIENCE: _l("Ask who has done something like it, and what failed."),
        Phase.REFLECT: _l("The host speaks, nobody answers."),
        Phase.DIALOGUE: _l("Open the floor; keep a list of who speaks next."),
        Phase.TAKEAWAYS: _l("At most three things, in the host’s own words."),
        Phase.CLOSE: _l("One line each. Say when the summary comes."),
    },
    Seating.RAPPORTEUR: {
        Phase.NOTES: _l("Write your own notes, too."),
        Phase.CLUSTER: _l("Put notes of one thought together and give each group a title."),
        Phase.ROUND: _l("Write recommendations: a verb, an object, the section it is about."),
        Phase.DIALOGUE: _l("Read out what you have; ask whether it was meant so."),
        Phase.TAKEAWAYS: _l("Write the three things down as they are said."),
        Phase.CLOSE: _l("The summary goes out within three days."),
    },
    Seating.NOTE_TAKER: {
        Phase.PITCH: _l("Write down what is new beside the written plan."),
        Phase.CLARIFY: _l("Question and answer, one line each."),
        Phase.ROUND: _l("Name, city, and the thought in one sentence: strength, question, concern or suggestion."),
        Phase.EXPERIENCE: _l("City, practice, and whom to ask."),
        Phase.REFLECT: _l("What the host takes up, and what not."),
        Phase.DIALOGUE: _l("Go on as in the round. Off the record, put the pen down."),
    },
    Seating.FRIEND: {
        Phase.CLARIFY: _l("Ask only what you need to understand."),
        Phase.NOTES: _l("Fill in your note sheet: kind, section, importance from 1 to 3."),
        Phase.CLUSTER: _l("Lay your three dots on what matters most for this city."),
        Phase.ROUND: _l("Begin with a strength. Then your question and your advice, on your sections first."),
        Phase.EXPERIENCE: _l("Say what your city did, and what went wrong."),
        Phase.DIALOGUE: _l("Answer what the host asks."),
        Phase.CLOSE: _l("One line: what you take home."),
    },
    Seating.HOST: {
        Phase.PITCH: _l("What the plan wants, and where you want help. The sections have been read."),
        Phase.CLARIFY: _l("Answer in a sentence."),
        Phase.CLUSTER: _l("Lay dots like everybody."),
        Phase.ROUND: _l("Listen and make notes for yourselves. Say “I cannot hear” when you cannot."),
        Phase.REFLECT: _l("Say what you heard and what surprised you."),
        Phase.DIALOGUE: _l("Ask what you still need."),
        Phase.TAKEAWAYS: _l("At most three things that you will do."),
        Phase.CLOSE: _l("Thank them. Every recommendation gets an answer within thirty days."),
    },
    Seating.OBSERVER: {
        Phase.ROUND: _l("Say “I cannot hear” when you cannot."),
        Phase.CLOSE: _l("Leave your papers on the table."),
    },
}

HAPPENS: dict[Phase, LazyString] = {
    Phase.OPENING: _l("rules, and who reads what until when"),
    Phase.PITCH: _l("the host presents"),
    Phase.CLARIFY: _l("clarifying questions only"),
    Phase.NOTES: _l("silent notes"),
    Phase.CLUSTER: _l("notes are put together; three dots each"),
    Phase.ROUND: _l("critical friends speak in turn; the host listens"),
    Phase.EXPERIENCE: _l("similar experience"),
    Phase.REFLECT: _l("the host reflects"),
    Phase.DIALOGUE: _l("open conversation"),
    Phase.TAKEAWAYS: _l("up to three things the host takes home"),
    Phase.CLOSE: _l("one line each"),
}
