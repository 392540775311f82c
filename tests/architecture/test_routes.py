"""Denied by default: every door carries a permission, and every permission has its one predicate."""

from infocus.core.permissions import Permission
from infocus.core.web.guard import permission_of, unregistered

BUILT_IN = {"static"}  # files that were built, no records


def test_every_route_carries_a_permission(any_app):
    bare = [
        f"{sorted(rule.methods or ())} {rule.rule} ({rule.endpoint})"
        for rule in any_app.url_map.iter_rules()
        if rule.endpoint not in BUILT_IN and permission_of(any_app.view_functions[rule.endpoint]) is None
    ]
    assert bare == []


def test_every_socket_event_carries_a_permission(any_app):
    namespaces = any_app.extensions["infocus.sockets"].namespaces
    bare = [
        f"{namespace.name} {event.name}"
        for namespace in namespaces
        for event in namespace.events
        if not isinstance(event.permission, Permission)
    ]
    assert bare == []


def test_every_permission_has_a_predicate(any_app):
    assert sorted(unregistered()) == []


def test_a_new_route_without_permission_would_be_found(any_app):
    assert permission_of(lambda: "hello") is None
