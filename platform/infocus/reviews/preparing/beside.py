"""From the list of plans to what is being prepared: readiness for who runs reviews, review days for everybody."""

from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.permissions import Permission, allows
from infocus.networks.models import Network
from infocus.plans.beside import Way, ways_from_plans
from infocus.reviews.preparing.services.days import days_ahead


@ways_from_plans
def preparation(actor: Actor, network: Network) -> list[Way]:
    """The readiness list, and the review days ahead, for those who may open them."""
    found = []
    if allows(actor, Permission.PREPARE_REVIEWS, network):
        found.append(Way(_("Readiness of reviews"), f"/{network.slug}/reviews/readiness"))
    if allows(actor, Permission.READ_REVIEW_DAY, network):
        found += [Way(day.title, f"/{network.slug}/review-days/{day.id}") for day in days_ahead(network.id)]
    return found
