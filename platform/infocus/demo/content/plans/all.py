"""The three plans the public record says something about, and a draft that waits for its review."""

from infocus.demo.content.plans import bielsko_biala, bordeaux, bucharest, ostrava
from infocus.demo.content.records import Plan

PLANS: tuple[Plan, ...] = (bielsko_biala.PLAN, bordeaux.PLAN, bucharest.PLAN, ostrava.PLAN)
