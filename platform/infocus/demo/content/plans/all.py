"""The three plans the public record says something about."""

from infocus.demo.content.plans import bielsko_biala, bordeaux, bucharest
from infocus.demo.content.records import Plan

PLANS: tuple[Plan, ...] = (bielsko_biala.PLAN, bordeaux.PLAN, bucharest.PLAN)
