"""Finding practices: the list, the map, the comparison."""

from infocus.practices.finding import views

PARTS = (views,)  # imported for what they register
