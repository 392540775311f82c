"""Practices over HTTP: pages to read, the editor, the workflow's buttons."""

from flask import Blueprint

blueprint = Blueprint("practices", __name__)
