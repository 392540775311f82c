"""The content of the demo: two networks as plain data. Nothing here knows the database."""

from infocus.demo.content.harbour import HARBOUR
from infocus.demo.content.in_focus import IN_FOCUS

__all__ = ["HARBOUR", "IN_FOCUS"]
