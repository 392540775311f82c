"""What experts use: the queue and the checklist."""

from infocus.practices.judging import views

PARTS = (views,)  # imported for what they register
