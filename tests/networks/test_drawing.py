"""The map: everybody is on it, nobody stands on anybody, and north is up."""

from hypothesis import given
from hypothesis import strategies as st

from infocus.networks.drawing import HEIGHT, MARK, WIDTH, draw
from infocus.networks.models import Partner
from tests.support.there import there

CITIES = {
    "Porto": (41.158, -8.629),
    "Bielsko-Biala": (49.822, 19.058),
    "Ostrava": (49.821, 18.262),
    "Torino": (45.07, 7.687),
    "Grenoble-Alpes": (45.188, 5.724),
}


def partner(label, place):
    return Partner(id=label, label=label, mark=label[:2], hue=1, latitude=place[0], longitude=place[1])


def test_the_places_are_as_on_a_map():
    pins = {pin.partner.label: pin for pin in there(draw([partner(*city) for city in CITIES.items()])).pins}
    assert pins["Porto"].x < pins["Grenoble-Alpes"].x < pins["Torino"].x < pins["Ostrava"].x
    assert pins["Ostrava"].y < pins["Torino"].y < pins["Porto"].y
    assert sum(pins[name].moved for name in ("Ostrava", "Bielsko-Biala")) == 1
    assert (pins["Porto"].anchor, pins["Grenoble-Alpes"].anchor) == ("start", "middle")  # Torino stands to its right


def test_without_a_known_place_there_is_no_map():
    assert draw([]) is None
    assert draw([partner("Porto", (None, None))]) is None


@given(st.lists(st.tuples(st.floats(35, 65), st.floats(-20, 40)), min_size=1, max_size=12))
def test_marks_are_inside_and_apart(places):
    drawing = there(draw([partner(f"City {number}", place) for number, place in enumerate(places)]))
    assert len(drawing.pins) == len(places)
    for pin in drawing.pins:
        assert 0 <= pin.true_x <= WIDTH
        assert 0 <= pin.true_y <= HEIGHT
    assert drawing.meridians == tuple(sorted(drawing.meridians, key=lambda line: line.at))
    pairs = [(one, two) for one in drawing.pins for two in drawing.pins if one.partner.label < two.partner.label]
    apart = [abs(one.x - two.x) >= MARK or abs(one.y - two.y) >= MARK for one, two in pairs]
    assert sum(not each for each in apart) <= len(pairs) // 3
