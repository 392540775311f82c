"""The ten partners of In Focus, in the order of the programme's list."""

from infocus.demo.content.cities import (
    bielsko_biala,
    bilbao,
    bordeaux,
    bucharest,
    frankfurt,
    grenoble,
    ostrava,
    plasencia,
    porto,
    torino,
)
from infocus.demo.content.shapes import City

CITIES: tuple[City, ...] = tuple(
    module.CITY
    for module in (bilbao, plasencia, porto, torino, ostrava, bucharest, bielsko_biala, frankfurt, bordeaux, grenoble)
)
