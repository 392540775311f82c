"""What happens to comments."""

from dataclasses import dataclass

from infocus.comments.models import Comment


@dataclass(frozen=True, slots=True)
class CommentAdded:
    """Somebody commented; ``mentioned`` are the ids of the people named in it."""

    comment: Comment
    mentioned: frozenset[str]


@dataclass(frozen=True, slots=True)
class CommentEdited:
    """The words changed; ``mentioned`` are the people named now who were not before."""

    comment: Comment
    mentioned: frozenset[str]


@dataclass(frozen=True, slots=True)
class CommentRemoved:
    """The words were taken away."""

    comment: Comment
