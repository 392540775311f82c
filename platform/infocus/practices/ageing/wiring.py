"""Re-verification: the list and the button."""

from infocus.practices.ageing import views

PARTS = (views,)  # imported for what they register
