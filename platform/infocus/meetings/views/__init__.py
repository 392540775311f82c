"""Meetings and outputs over HTTP."""

from flask import Blueprint

blueprint = Blueprint("meetings", __name__)
