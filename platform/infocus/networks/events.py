"""What happens to networks and those who belong to them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MembershipChanged:
    """A person got, lost or changed a role; their rights are others from now on."""

    person_id: str
    network_id: str
    ended: bool


@dataclass(frozen=True, slots=True)
class NetworkStateChanged:
    """A network is active, in aftercare or closed from now on."""

    network_id: str
    state: str


@dataclass(frozen=True, slots=True)
class PartnerChanged:
    """A partner's profile or priorities were changed."""

    partner_id: str
    network_id: str
