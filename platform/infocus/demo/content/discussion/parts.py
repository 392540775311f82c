"""A short way to state a comment."""

from infocus.demo.content.happenings import Comment
from infocus.demo.content.words import at


def comment(
    key: str,
    on: str,
    author: str,
    moment: str,
    language: str,
    text: str,
    *,
    to: str = "",
    quote: str = "",
    page: int = 0,
    resolved: bool = False,
) -> Comment:
    """A comment by ROLE@PARTNER; ``on`` is ``practice:KEY``, ``output:KEY`` or ``meeting:KEY``."""
    return Comment(
        key=key,
        on=on,
        author=f"{author}.example",
        language=language,
        text=text,
        at=at(moment),
        reply_to=to,
        quote=quote,
        page=page,
        resolved=resolved,
    )
