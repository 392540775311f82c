"""The blueprint that the modules beside this one fill."""

from apiflask import APIBlueprint

blueprint = APIBlueprint("accounts", __name__, enable_openapi=False)
