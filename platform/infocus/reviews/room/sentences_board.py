"""What the room's page says about notes, clusters, dots, recommendations, the plan and files."""

from flask_babel import gettext as _

Texts = dict[str, str]


def board() -> Texts:
    """Sentences of the columns beside the conversation; ``{n}``, ``{name}`` and others stay."""
    return {**_notes(), **_clusters(), **_advice(), **_plan(), **_files()}


def _notes() -> Texts:
    return {
        "note_hidden": _("hidden until all notes appear"),
        "note_here_only": _("known to this device only"),
        "note_elsewhere": _("written on another device"),
        "note_change": _("Change"),
        "note_withdraw": _("Withdraw"),
        "note_save": _("Save the note"),
        "note_put": _("Put the note down"),
        "note_put_toast": _("Your note is down. It stays hidden until all notes appear."),
        "note_withdrawn_toast": _("The note is withdrawn."),
        "note_changing": _("Changing your note"),
        "anonymous": _("anonymous"),
        "importance_1": _("worth a thought"),
        "importance_2": _("important"),
        "importance_3": _("very important"),
        "question_n": _("question {n}"),
    }


def _clusters() -> Texts:
    return {
        "cluster_rename": _("Rename"),
        "cluster_dissolve": _("Dissolve"),
        "cluster_title": _("New title of “{title}”"),
        "cluster_made": _("Put together: {title}"),
        "cluster_let_go": _("A cluster was dissolved"),
        "select_note": _("Select this note: {text}"),
        "more_dots": _("One dot more on {title}"),
        "fewer_dots": _("One dot less on {title}"),
        "all_shown": _("Show all notes"),
    }


def _advice() -> Texts:
    return {
        "recommend": _("Recommend"),
        "became": _("Became recommendation {n}"),
        "from_seq": _("from {n}"),
        "advice_new": _("A new recommendation"),
        "advice_from": _("A recommendation from {n}"),
        "advice_changing": _("Changing recommendation {n}"),
        "advice_saved": _("Recommendation {n} is noted."),
        "withdraw": _("Withdraw"),
        "withdraw_sure": _("Withdraw recommendation {n}? Its number is not given again."),
        "advice_entry": _("Recommendation {n}: {text}"),
        "advice_withdrawn": _("Recommendation {n} was withdrawn"),
        "takeaway": _("Takeaway"),
    }


def _plan() -> Texts:
    return {}


def _files() -> Texts:
    return {
        "sending_file": _("Sending {name}: {percent} %"),
        "file_failed": _("{name} did not get through."),
        "file_ready": _("{name} goes out with your next message."),
        "file_retry": _("Try again"),
        "file_drop": _("Leave it out"),
        "file_too_large": _("{name} is too large: {most} MB at most."),
    }
