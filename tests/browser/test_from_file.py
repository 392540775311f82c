"""An officer starts a practice from an old fiche: waits, checks, takes; and both pages as everybody needs them."""

import pathlib

from tests.browser.conftest import Sit
from tests.browser.test_pages import look
from tests.practices.fiches import FICHE
from tests.support.pages import until


def test_an_old_fiche_becomes_a_draft(sit: Sit, tmp_path: pathlib.Path) -> None:
    file = tmp_path / "fiche.docx"
    file.write_bytes(FICHE)
    officer = sit("officer@porto.example", bypass_csp=True, reduced_motion="reduce")
    page = officer.go("/in-focus/practices/new")
    page.click("text=Start from a file")
    assert look(officer, ["/in-focus/practices/from-file"], ("light", "dark")) == []
    page.set_input_files("#file", file)
    page.click("button:has-text('Start the draft')")
    until(page, "document.querySelector('#proposal') !== null", 60)  # the page waits by itself

    path = page.url.removeprefix(officer.url)
    assert look(officer, [path], ("light", "dark")) == []
    page.set_viewport_size({"width": 320, "height": 800})
    assert look(officer, [path]) == []
    page.set_viewport_size({"width": 1280, "height": 900})

    page.fill("#title", "Fifty numbers")
    page.fill("#problem", "Nobody ever answered.")
    page.click("button[value='take:title']")
    until(page, "document.querySelector('#p-title .st.ok') !== null", 30)
    assert page.input_value("#problem") == "Nobody ever answered."
    page.click("aside button:has-text('Take all')")
    until(page, "document.querySelector('#record-form') !== null", 30)
    assert page.input_value("#title") == "Fifty numbers"
    assert page.input_value("#problem") == "Nobody ever answered."
    assert page.input_value("#amounts-0-value") == "40000"
    page.goto(f"{officer.url}{path}")
    assert "Everything proposed is decided" in officer.text()
