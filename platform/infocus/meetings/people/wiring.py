"""Registers the people of a meeting."""

from infocus.meetings.people import guests, jobs, models, own, policy, reactions
from infocus.meetings.people.views import answering, attendance, door, listing, pasting
from infocus.meetings.people.views import guests as guest_views

PARTS = (guests, jobs, models, own, policy, reactions)  # imported for what they register
VIEWS = (answering, attendance, door, guest_views, listing, pasting)
