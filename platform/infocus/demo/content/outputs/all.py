"""Every output of the network's meetings."""

from infocus.demo.content.happenings import Output
from infocus.demo.content.outputs import autumn_2016, spring_2018, year_2017

OUTPUTS: tuple[Output, ...] = (*autumn_2016.OUTPUTS, *year_2017.OUTPUTS, *spring_2018.OUTPUTS)
