"""Summary, report, rubric: their tables, pages, panels and reactions."""

from infocus.reviews.report import models, own_data, policy, reactions
from infocus.reviews.report.views import afterwards, report, rubric, summary, writing

PARTS = (afterwards, models, own_data, policy, reactions, report, rubric, summary, writing)  # for what they register
