"""Where a comment is: on its record's page, or with its passage in the reader. Pure text."""

from urllib.parse import parse_qsl, urlencode

from infocus.comments.models import Comment
from infocus.records.urls import record_path

PLACING = frozenset({"comment", "said_before", "said_after", "mark"})
"""What in an address says which comments of a page are shown."""


def comment_path(comment: Comment) -> str:
    """The path of a comment on its record's page, which shows the threads from its own on."""
    return f"{record_path(comment.record)}?comment={comment.id}#c-{comment.id}"


def passage_path(comment: Comment) -> str:
    """The path that leads to the passage of a comment in the reader; empty when it is about no passage of a file."""
    document = (comment.anchor or {}).get("document")
    return f"/documents/{document}/passages/{comment.id}" if document else ""


def at_comment(page: str, comment: Comment | None) -> str:
    """A page's path as it shows a comment, or its comments, whichever it showed before."""
    path, _sign, query = page.partition("#")[0].partition("?")
    kept = [pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] not in PLACING]
    chosen = [*kept, *([("comment", comment.id)] if comment else [])]
    return f"{path}{'?' if chosen else ''}{urlencode(chosen)}#{f'c-{comment.id}' if comment else 'comments'}"
