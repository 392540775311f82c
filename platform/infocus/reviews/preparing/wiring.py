"""Before a review: what this part registers."""

from infocus.reviews.preparing import beside, jobs, models, policy, reactions
from infocus.reviews.preparing.views import days, invitations, panels, readiness

PARTS = (
    beside,
    days,
    invitations,
    jobs,
    models,
    panels,
    policy,
    reactions,
    readiness,
)  # imported for what they register
