"""The seven transnational meetings, by date."""

from infocus.demo.content.happenings import Meeting
from infocus.demo.content.meetings import (
    bilbao_2018,
    bordeaux_2017,
    bucharest_2017,
    frankfurt_2016,
    grenoble_2018,
    ostrava_2016,
    torino_2017,
)

MEETINGS: tuple[Meeting, ...] = tuple(
    module.MEETING
    for module in (
        ostrava_2016,
        frankfurt_2016,
        bucharest_2017,
        torino_2017,
        bordeaux_2017,
        grenoble_2018,
        bilbao_2018,
    )
)
