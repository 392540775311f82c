"""Practices over HTTP: pages to read, the editor, the workflow's buttons."""

from flask import Blueprint

from infocus.practices.figures import charts

blueprint = Blueprint("practices", __name__)
blueprint.add_app_template_global(charts, "charts")
