"""For what must be there in a test."""

from typing import TypeVar

T = TypeVar("T")


def there(found: T | None) -> T:
    """``found``; ends the test when there is nothing."""
    assert found is not None
    return found
