"""Form fields that several features use."""

from collections.abc import Iterator, Mapping
from typing import Any

from wtforms import FieldList, SelectMultipleField
from wtforms.widgets import CheckboxInput, ListWidget

from infocus.core.numbers import whole


class Rows(FieldList):
    """Rows of a small table. What is no row number is passed over: WTForms takes every digit of Unicode for one."""

    def _extract_indices(self, prefix: str, formdata: Mapping[str, Any]) -> Iterator[int]:
        for name in formdata:
            number = whole(name.removeprefix(f"{prefix}-").partition("-")[0]) if name.startswith(f"{prefix}-") else None
            if number is not None:
                yield number


class Ticks(SelectMultipleField):
    """Several of a list, as tick boxes."""

    widget = ListWidget(prefix_label=False)
    option_widget = CheckboxInput()
