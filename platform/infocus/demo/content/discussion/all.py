"""Every comment, in threads; the oldest of a thread comes first."""

from infocus.demo.content.discussion import on_outputs, on_plans, on_practices
from infocus.demo.content.happenings import Comment

COMMENTS: tuple[Comment, ...] = (*on_practices.COMMENTS, *on_outputs.COMMENTS, *on_plans.COMMENTS)
