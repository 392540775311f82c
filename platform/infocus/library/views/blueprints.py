"""The two blueprints: the place Library, and documents with their files."""

from flask import Blueprint

library = Blueprint("library", __name__)
documents = Blueprint("documents", __name__)
