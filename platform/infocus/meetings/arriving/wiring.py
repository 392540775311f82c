"""Outputs as they arrive: pages, jobs, export."""

from infocus.meetings.arriving import adding, jobs, own_data, views

PARTS = (adding, jobs, own_data, views)  # imported for what they register
