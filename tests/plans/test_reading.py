"""A version's file becomes sections and rows; keys stay from version to version."""

from collections.abc import Sequence

import pytest
from sqlalchemy import select

from infocus.core.db import db, unit_of_work
from infocus.core.events import reacts_to
from infocus.library.models import DocumentPage
from infocus.plans.events import VersionRead
from infocus.plans.headwords import name_of
from infocus.plans.matching import Known, keys_for
from infocus.plans.models import Plan, PlanRow, PlanSection, RowKind
from infocus.plans.queries import rows_of, sections_of
from infocus.plans.reading import read_sections
from infocus.plans.tables import rows_in
from tests.engines.extraction import samples
from tests.plans.cities import City, upload
from tests.plans.files import ACTIONS, FIRST, PRINTED, RISKS, SECOND

_heard: list[VersionRead] = []
reacts_to(VersionRead)(_heard.append)


def plan_with(city: City, work, *files: tuple[bytes, str]) -> Plan:
    plan_id = city.begin()
    for data, name in files:
        assert upload(city, "officer", plan_id, data, name, note=name).status_code == 303
        work()
    db.session.rollback()
    return db.session.get_one(Plan, plan_id)


def by_title(sections: Sequence[PlanSection]) -> dict[str, PlanSection]:
    return {section.title: section for section in sections}


def test_headings_become_sections_and_tables_rows(city: City, work) -> None:
    _heard.clear()
    plan = plan_with(city, work, (FIRST, "plan.docx"))
    sections = sections_of(plan, 1)
    assert [(s.position, s.level, s.heading) for s in sections] == [
        (0, 1, "1 Context, needs and vision"),
        (1, 1, "2 Actions"),
        (2, 1, "3 Implementation"),
        (3, 2, "3.1 Governance"),
        (4, 2, "3.2 Risks"),
    ]
    assert sections[1].text == "Two actions have an owner."  # the table is rows, not text
    rows = rows_of(plan, 1)
    assert [(row.kind, row.section) for row in rows] == [
        (RowKind.ACTION, sections[1].key),
        (RowKind.ACTION, sections[1].key),
        (RowKind.RISK, sections[4].key),
    ]
    assert rows[0].cells == {
        "what": "A desk for rooms",
        "who": "City",
        "cost": "85,000",
        "funding": "Own budget",
        "start": "2018-09",
        "end": "2020-12",
        "indicator": "Answers in two days: 90 %",
        "more": "No.: 1",
    }
    assert rows[2].cells["measure"] == "Ask two years before"
    assert [(event.plan_id, event.version_number) for event in _heard] == [(plan.id, 1)]


def test_keys_stay_where_a_section_or_row_is_recognised(city: City, work) -> None:
    plan = plan_with(city, work, (FIRST, "plan.docx"), (SECOND, "plan2.docx"))
    first, second = by_title(sections_of(plan, 1)), by_title(sections_of(plan, 2))
    for title in ("Context, needs and vision", "Actions", "Implementation"):
        assert first[title].key == second[title].key
    assert first["Governance"].key == second["Who decides"].key  # by its text
    assert second["What we own"].key not in {section.key for section in first.values()}
    old, new = rows_of(plan, 1), rows_of(plan, 2)
    assert old[0].key == new[0].key
    assert old[1].key != new[1].key


def test_reading_again_gives_the_same_keys_and_keeps_what_was_checked(city: City, work) -> None:
    plan = plan_with(city, work, (FIRST, "plan.docx"))
    version = plan.versions[0].id
    before = [(s.key, s.text) for s in sections_of(plan, 1)]
    with unit_of_work():
        row = db.session.get_one(PlanRow, (version, 0))
        row.cells, row.checked_at, row.checked_by = {**row.cells, "who": "The agency"}, plan.created_at, plan.author_id
    read_sections(version)
    db.session.rollback()
    assert [(s.key, s.text) for s in sections_of(plan, 1)] == before
    row = rows_of(plan, 1)[0]
    assert (row.cells["who"], row.read["who"], row.checked_at is not None) == ("The agency", "City", True)


def test_a_correction_is_taken_over_while_the_file_says_the_same(city: City, work) -> None:
    plan = plan_with(city, work, (FIRST, "plan.docx"))
    with unit_of_work():
        for at in (0, 2):
            row = db.session.get_one(PlanRow, (plan.versions[0].id, at))
            row.cells, row.checked_at = {**row.cells, "who": "Corrected"}, plan.created_at
    upload(city, "officer", plan.id, FIRST + b"\0", "again.docx")
    upload(city, "officer", plan.id, SECOND, "second.docx")
    work()
    db.session.rollback()
    assert [row.cells["who"] for row in rows_of(plan, 2)] == ["Corrected", "University", "Corrected"]
    assert rows_of(plan, 3)[0].cells["who"] == "City"  # its budget changed: look at it again


def test_versions_read_in_the_wrong_order_find_their_keys(city: City, work) -> None:
    plan = plan_with(city, work, (FIRST, "plan.docx"), (SECOND, "plan2.docx"))
    with unit_of_work():
        for model in (PlanSection, PlanRow):
            db.session.query(model).delete()
    for version in reversed(plan.versions):
        read_sections(version.id)
    db.session.rollback()
    first, second = by_title(sections_of(plan, 1)), by_title(sections_of(plan, 2))
    assert first["Governance"].key == second["Who decides"].key


def test_a_scanned_plan_has_a_section_a_page(city: City, work) -> None:
    plan = plan_with(city, work, (samples.blank_pdf(3), "scan.pdf"))
    assert [(s.heading, s.page, s.text) for s in sections_of(plan, 1)] == [
        ("Page 1", 1, ""),
        ("Page 2", 2, ""),
        ("Page 3", 3, ""),
    ]


def test_tables_of_a_pdf_become_rows_to_check_and_its_pages_stay_as_they_are(city: City, work) -> None:
    plan = plan_with(city, work, (PRINTED, "plan.pdf"), (FIRST, "plan.docx"))
    printed, written = rows_of(plan, 1), rows_of(plan, 2)
    assert [row.cells for row in printed] == [row.cells for row in written]
    assert [row.key for row in printed] == [row.key for row in written]
    sections = by_title(sections_of(plan, 1))
    assert sections["Actions"].text == "Two actions have an owner."
    assert [sections[title].key for title in ("Actions", "Risks")] == [printed[0].section, printed[2].section]
    version = plan.versions[0]
    assert version.document is not None
    file = version.document.version(version.document_version)
    assert file is not None
    pages = db.session.scalars(select(DocumentPage.text).where(DocumentPage.version_id == file.id)).all()
    assert "The land register is slow" in " ".join("".join(pages).split())  # a search finds the words of tables


def test_a_page_put_in_front_moves_no_keys() -> None:
    texts = ["rooms for firms of thirty people", "technicians who stay in the town", "heat that does not eat the rent"]
    before = [Known((f" page {n}", f"page {n}"), text, key=f"key{n}") for n, text in enumerate(texts)]
    now = [
        Known((f" page {n}", f"page {n}"), text, text_first=True)
        for n, text in enumerate(["what we own is a list of halls", *texts])
    ]
    assert keys_for(before, now)[1:] == ["key0", "key1", "key2"]
    assert keys_for(before, now)[0] not in {"key0", "key1", "key2"}


ALL = "what who cost funding start end indicator"


@pytest.mark.parametrize(
    ("heads", "names"),
    [
        ("Aktion|Verantwortlich|Kosten (€)|Finanzierung|Beginn|Ende|Indikator", ALL),
        ("Quoi|Qui|Coût (€)|De-à", "what who cost period"),
        ("Ce|Cine|Cost (€)|De la-până la", "what who cost period"),
        ("Działanie|Odpowiedzialny|Koszt|Źródło finansowania|Termin|Wskaźnik", "what who cost funding end indicator"),
        ("Opatření|Nositel|Náklady|Zdroj financování|Zahájení|Ukončení|Ukazatel", ALL),
        ("Acción|Responsable|Presupuesto|Fuente|Inicio|Fin|Indicador", ALL),
        ("Ação|Responsável|Orçamento|Financiamento|Início|Fim|Indicador", ALL),
        ("Azione|Responsabile|Costi|Fonte di finanziamento|Inizio|Fine|Indicatore", ALL),
        ("Ekintza|Arduraduna|Aurrekontua|Finantzaketa|Hasiera|Amaiera|Adierazlea", ALL),
        ("Risiko|Wahrscheinlichkeit|Auswirkung|Gegenmaßnahme|Zuständig", "risk likelihood impact measure who"),
        ("Ryzyko|Prawdopodobieństwo|Wpływ|Środki|Właściciel", "risk likelihood impact measure "),
        ("Risque|Probabilité|Gravité|Mesure d’atténuation|Porteur", "risk likelihood impact measure who"),
        ("Riziko|Pravděpodobnost|Dopad|Opatření ke zmírnění|Garant", "risk likelihood impact measure who"),
    ],
)
def test_heads_of_tables_in_ten_languages(heads: str, names: str) -> None:
    assert [name_of(head) for head in heads.split("|")] == names.split(" ")


def test_heads_of_two_lines_below_a_title_and_again_on_the_next_page() -> None:
    body = ("Desk", "City", "5,000", "2018", "2020")
    upper, lower = ("Action", "Who", "Cost", "Period", ""), ("", "", "", "Start", "End")
    for second in (lower, ("Action", "Who", "Cost", "Start", "End")):
        head = tuple(low or up for up, low in zip(upper, second, strict=True))
        (row,) = rows_in((("All actions", "", "", "", ""), upper, second, head, body), "x")
        assert row.cells == {"what": "Desk", "who": "City", "cost": "5,000", "start": "2018", "end": "2020"}
    first = rows_in((("Action", "Who", "Cost"), ("Action plan", "City", "5"), ("Desk", "City", "5")), "x")
    assert [row.cells["what"] for row in first] == ["Action plan", "Desk"]  # a row of its own, whatever it is called


def test_a_fiche_is_one_row_named_by_its_heading_and_other_tables_are_none() -> None:
    fiche = (("Action", "1"), ("Who", "Agency"), ("Cost (€)", "460,000"), ("From-to", "2018-09 – 2020-12"))
    (row,) = rows_in(fiche, "Action 1: Hall B in ten parts")
    assert row.cells == {
        "what": "Hall B in ten parts",
        "who": "Agency",
        "cost": "460,000",
        "start": "2018-09",
        "end": "2020-12",
    }
    assert [len(rows_in(tuple(map(tuple, table)), "x")) for table in (ACTIONS, RISKS)] == [2, 1]
    for other in ((("What", "Size"), ("Hall A", "6,200 m²")), (("Name", "Telephone"), ("a", "b")), (("a",),)):
        assert rows_in(other, "x") == []
