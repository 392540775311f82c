"""Figures as drawings, rows with what is wrong beside them, and a place on the map."""

from typing import Any

import pytest

from infocus.core.errors import Invalid
from infocus.networks.drawing import HEIGHT, WIDTH, draw
from infocus.practices.content import check_content
from infocus.practices.figures import charts
from infocus.practices.forms import CURRENCIES
from tests.practices.conftest import Office

FORM = {"language": "en", "visibility": "network", "licence": "CC BY 4.0", "title": "Rows"}


def row(name: str = "Jobs", value: float | None = 1.0, unit: str = "people", year: int | None = 2016) -> dict[str, Any]:
    return {"name": name, "value": value, "unit": unit, "year": year}


@pytest.mark.parametrize(
    ("rows", "kinds"),
    [
        ([], []),
        ([row()], []),
        ([row(), row(year=2017)], ["years"]),
        ([row(), row("jobs ", year=2017)], ["years"]),
        ([row(), row(year=2017, unit="firms")], []),
        ([row(), row(value=None, year=2017)], []),
        ([row(), row()], ["names"]),
        ([row(), row("Firms")], ["names"]),
        ([row(unit=""), row("Firms", unit="")], []),
        ([row(), row("Firms", year=2017)], []),
        ([row(), row(year=2017), row("Visits", unit="visits"), row("Calls", unit="visits")], ["years", "names"]),
    ],
)
def test_what_becomes_a_drawing(rows: list[dict[str, Any]], kinds: list[str]) -> None:
    assert [chart.kind for chart in charts(rows)] == kinds


@pytest.mark.parametrize("values", [(0.0, 0.0), (-5.0, 5.0), (-3.0, -1.0), (1e12, 1.0), (0.001, 0.002)])
def test_bars_stay_in_the_drawing_and_stand_on_zero(values: tuple[float, ...]) -> None:
    over = charts([row(value=value, year=2010 + at) for at, value in enumerate(values)])
    beside = charts([row(f"Name {at}", value) for at, value in enumerate(values)])
    for chart in (*over, *beside):
        for bar in chart.bars:
            assert -0.1 <= bar.x <= bar.x + bar.width <= chart.width + 0.1
            assert -0.1 <= bar.y <= bar.y + bar.height <= chart.height + 0.1
    for bar in over[0].bars:
        assert over[0].zero == pytest.approx(bar.y + bar.height if bar.value >= 0 else bar.y, abs=0.2)


def test_a_gap_of_years_is_seen_and_a_long_one_is_not() -> None:
    near = charts([row(year=2010), row(year=2012)])[0].bars
    far = charts([row(year=1900), row(year=2012)])[0].bars
    assert near[1].middle - near[0].middle == pytest.approx(2 * 640 / 3, abs=1)
    assert far[1].middle - far[0].middle == pytest.approx(320, abs=1)


def test_a_wrong_cell_is_told_by_its_row() -> None:
    rows = [row(), {}, {"name": "Firms", "value": "many", "year": "12"}]
    money = [{"what": "Rent", "value": "5", "currency": "euro"}, {"what": "Desk", "value": "1", "currency": "1€"}]
    with pytest.raises(Invalid) as error:
        check_content({"indicators": rows, "amounts": money})
    assert set(error.value.fields) == {
        "indicators-2-value", "indicators-2-year", "amounts-0-currency", "amounts-1-currency"}  # fmt: skip


def test_the_editor_shows_it_in_the_row_and_keeps_what_was_typed(office: Office) -> None:
    office.begin()
    data = FORM | {"version": str(office.practice.version), "indicators-0-name": "Jobs", "indicators-0-value": "1"}
    data |= {
        "indicators-7-name": "Firms",
        "indicators-7-value": "many",
        "amounts-0-what": "",
        "amounts-0-currency": "EUR",
    }
    page = office.world.client(office.people["author"]).post(f"{office.path}/edit", data=data)
    assert page.status_code == 422
    assert 'value="many"' in page.text
    assert 'id="indicators-1-value-error"' in page.text or 'id="indicators-7-value-error"' in page.text
    assert 'aria-invalid="true"' in page.text


def test_a_currency_of_another_country_stays(office: Office) -> None:
    assert "ISK" not in CURRENCIES
    office.begin(
        amounts=[{"what": "Boat", "value": 5.0, "currency": "isk"}, {"what": "Desk", "value": 1, "currency": "PLN"}]
    )
    page = office.world.client(office.people["author"]).get(f"{office.path}/edit").text
    assert '<option selected value="ISK">ISK</option>' in page
    assert '<option selected value="PLN">PLN</option>' in page


def test_the_page_has_the_drawing_and_the_table(office: Office) -> None:
    office.begin(indicators=[row(value=12.0), row(value=15.0, year=2017)])
    page = office.world.client(office.people["author"]).get(office.path).text
    assert page.count('<svg class="chart"') == 1
    assert page.count('<th scope="row">Jobs</th>') == 2
    office.save(indicators=[row(value=12.0)])
    assert '<svg class="chart"' not in office.world.client(office.people["author"]).get(office.path).text


def test_a_place_is_on_a_map(office: Office) -> None:
    office.begin()
    client = office.world.client(office.people["author"])
    assert "spotmap" not in client.get(office.path).text
    office.save(latitude=41.15, longitude=-8.61, place_name="Bonfim")
    page = client.get(office.path).text
    assert 'class="spotmap"' in page
    assert "41.15° N, 8.61° W" in page
    assert 'data-pick="latitude longitude"' in client.get(f"{office.path}/edit").text
    assert client.get("/in-focus/practices/new").status_code == 200


@pytest.mark.parametrize("typed", ["41.158", "41,158", " 41.158 "])
def test_three_decimals_of_a_degree_are_no_thousands(typed: str) -> None:
    assert check_content({"latitude": typed, "longitude": "-8.629"}) == {"latitude": 41.158, "longitude": -8.629}


@pytest.mark.parametrize("place", [(41.15, -8.61), (90.0, 180.0), (-90.0, -180.0), (0.0, 0.0)])
def test_any_place_on_earth_is_inside_its_map(place: tuple[float, float]) -> None:
    drawing = draw([], also=[place])
    assert drawing is not None
    (spot,) = drawing.points
    assert 0 <= spot.x <= WIDTH
    assert 0 <= spot.y <= HEIGHT
