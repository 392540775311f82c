"""The floor: a bare Flask page that runs one query and renders 20 kB, under the same gunicorn worker."""

import sqlite3
from pathlib import Path

from flask import Flask, render_template_string

PAGE = """<!doctype html><title>Bare</title><ul>
{% for row in rows %}<li><a href="/{{ row[0] }}">{{ row[1] }}</a> <span>{{ row[2] }}</span></li>
{% endfor %}</ul>"""
ROWS = 130
WORDS = "a line of about a hundred letters, so that the page with all of its lines weighs twenty kilobytes or so"


def create_app(path: str) -> Flask:
    """The bare app, on an SQLite file that it fills first."""
    app = Flask(__name__)
    if not Path(path).exists():
        with sqlite3.connect(path) as connection:
            connection.execute("CREATE TABLE rows (id INTEGER PRIMARY KEY, title TEXT, words TEXT)")
            rows = [(number, f"Row {number}", WORDS) for number in range(ROWS)]
            connection.executemany("INSERT INTO rows VALUES (?, ?, ?)", rows)

    @app.get("/")
    def index() -> str:
        with sqlite3.connect(path) as connection:
            rows = connection.execute("SELECT id, title, words FROM rows ORDER BY id").fetchall()
        return render_template_string(PAGE, rows=rows)

    return app
