"""What the room's page says about each phase: to everybody at the table, and to the facilitator who leads it."""

from flask_babel import gettext as _

Texts = dict[str, str]


def course() -> Texts:
    """Lines under the clock, the facilitator's help, words of buttons; ``{host}``, ``{time}``, ``{phase}`` stay."""
    return {**_turns(), **_help(), **_moves(), **_floor(), **_door()}


def _turns() -> Texts:
    return {
        "turn_opening": _("Welcome."),
        "turn_opening_text": _("The facilitator says who is here and how the time goes."),
        "turn_pitch": _("The host presents."),
        "turn_pitch_text": _("Read along in the plan; your questions come next."),
        "turn_clarify": _("Questions to understand."),
        "turn_clarify_text": _("Ask what you need to know; advice comes later."),
        "turn_notes": _("Write in silence."),
        "turn_notes_text": _("One thought a note. Nobody sees a note before all of them appear together."),
        "turn_cluster": _("Notes are put together."),
        "turn_cluster_text": _("Put your three dots on what matters most."),
        "turn_round": _("The host listens."),
        "turn_round_text": _("{host} answers in “Reflect”, at about {time}."),
        "turn_round_untimed": _("{host} answers in “Reflect”."),
        "turn_experience": _("Similar experience."),
        "turn_experience_text": _("Tell of the same problem at home: what worked, and what did not."),
        "turn_reflect": _("The host answers."),
        "turn_reflect_text": _("{host} says what it heard and what it makes of it."),
        "turn_dialogue": _("Everybody talks."),
        "turn_dialogue_text": _("Follow up what is still open."),
        "turn_takeaways": _("What the host takes home."),
        "turn_takeaways_text": _("{host} writes down at most three things."),
        "turn_close": _("Last words."),
        "turn_close_text": _("Thank you, and what happens next."),
        "not_in_notes": _("Nobody speaks now: write your notes."),
        "not_in_cluster": _("Nobody writes now: put your dots on the notes."),
        "turn_preparing": _("Not begun yet."),
        "turn_preparing_text": _("The facilitator starts the review. The panel can write notes until then."),
        "turn_begins": _("Begins on {when}."),
        "turn_cancelled": _("The review is called off."),
        "turn_cancelled_text": _("What was written before stays with the panel."),
        "turn_finished": _("The review is over."),
        "turn_finished_text": _("The room can be read; the scribes can still make recommendations."),
    }


def _help() -> Texts:
    return {
        "lead_preparing": _("Press “Start” when the table is there. Phases move only when you move them."),
        "lead_opening": _("Welcome the table, name the roles, say what was agreed about candour."),
        "lead_pitch": _("Let the host speak without interruption. Questions wait."),
        "lead_clarify": _("Take short questions in the order of hands. Stop advice: it comes in the round."),
        "lead_notes": _("Keep the table silent. “Next” shows all notes at once."),
        "lead_cluster": _("The rapporteur puts notes together, everybody has three dots. Read the titles aloud."),
        "lead_round": _("Give each critical friend the floor, about two minutes. The host does not answer yet."),
        "lead_experience": _("Ask who has lived through this at home."),
        "lead_reflect": _("Only the host speaks: what was heard, what surprised, what will be tried."),
        "lead_dialogue": _("Open talk. Bring in whoever has not spoken."),
        "lead_takeaways": _("Ask the host for three things in its own words."),
        "lead_close": _("Thank the table, say when the answers come, then press “Finish”."),
        "lead_finished": _("The review is over. The rapporteur writes the summary on the review’s page."),
        "lead_open": _("An open conversation: everybody writes at any time. Press “Finish” to end it."),
    }


def _moves() -> Texts:
    return {
        "next_is": _("Next: {phase}"),
        "next": _("Next phase"),
        "finish": _("Finish"),
        "finish_sure": _("Finish the review? The room can only be read from then on."),
        "cancel": _("Cancel"),
        "hand_over_sure": _("Hand the lead to {name}? Both of you can move the phases then."),
        "hand_over": _("Hand over"),
        "handed_over": _("{name} leads the table now"),
        "off_record_on": _("Go off the record"),
        "off_record_off": _("Back on the record"),
        "off_record_began": _("Off the record from here: nothing is kept"),
        "off_record_ended": _("On the record again"),
        "off_record_said": _("off the record"),
        "aside_ask": _("Off the record: shown to those who are here now, kept nowhere"),
        "two_minutes_toast": _("Two minutes are left in “{phase}”."),
        "ended_toast": _("The time of “{phase}” is over. The facilitator decides when to go on."),
    }


def _floor() -> Texts:
    return {
        "your_turn": _("your turn"),
        "speaks": _("speaks"),
        "has_spoken": _("has spoken"),
        "raise": _("Raise my hand"),
        "lower": _("Lower my hand"),
        "cannot_hear": _("{name} cannot hear."),
        "cannot_hear_sent": _("The table knows that you cannot hear."),
        "give": _("Give the floor"),
        "give_to": _("Give the floor to {name}"),
        "lower_of": _("Lower {name}’s hand"),
        "lower_hand": _("Lower the hand"),
        "drop": _("Leave out"),
        "drop_of": _("Leave {name} out"),
        "sooner": _("Sooner"),
        "sooner_of": _("{name} sooner"),
        "end_floor": _("End: {name}"),
        "hand_up": _("hand up"),
        "no_hands": _("Nobody waits to speak."),
        "gave": _("{name} has the floor"),
        "stage_phase": _("phase {n} of {all}"),
        "stage_then": _("then {phase}"),
        "stage_noted": _("noted by {name}"),
        "written_down": _("Written down for {name}."),
    }


def _door() -> Texts:
    return {
        "door_in": _("Let in"),
        "door_in_name": _("Let in {name}"),
        "door_out": _("Not now"),
        "door_out_name": _("Not now: {name}"),
        "door_was_in": _("{name} is let in."),
        "door_was_out": _("{name} is not let in now."),
    }
