"""Asking for OCR: a job for a version with scanned pages, where OCR is wanted."""

from flask import current_app

from infocus.core.outbox import enqueue
from infocus.library.models import DocumentVersion
from infocus.settings import Settings

RECOGNISE = "library.recognise"


def recognise_later(version: DocumentVersion, after: int = 0) -> None:
    """Inside a unit of work: have the scanned pages read that come next; ``after`` is the last page that was."""
    settings: Settings = current_app.extensions["infocus.settings"]
    if settings.ocr == "auto":
        enqueue(RECOGNISE, {"version": version.id}, key=f"{RECOGNISE}:{version.id}:{after}")
