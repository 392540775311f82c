"""Every vocabulary by name, and one way to ask for a label."""

from collections.abc import Mapping
from types import MappingProxyType

from infocus.vocabularies.criteria import CRITERIA
from infocus.vocabularies.ecosystems import ECOSYSTEMS
from infocus.vocabularies.nabs import NABS
from infocus.vocabularies.nace import NACE
from infocus.vocabularies.policy_objectives import POLICY_OBJECTIVES
from infocus.vocabularies.sdgs import SDGS
from infocus.vocabularies.shapes import Vocabulary
from infocus.vocabularies.work_areas import WORK_AREAS

VOCABULARIES: Mapping[str, Vocabulary] = MappingProxyType(
    {each.name: each for each in (WORK_AREAS, ECOSYSTEMS, NACE, NABS, POLICY_OBJECTIVES, SDGS, CRITERIA)}
)


def label(vocabulary: str, code: str) -> str:
    """The label of ``code`` in the reader's language.

    A code the list no longer has is answered as itself: old records outlive the lists they were classified with.
    Raises ``KeyError`` when no vocabulary has this name.
    """
    found = VOCABULARIES[vocabulary].labels.get(code)
    return code if found is None else str(found)


def unknown(vocabulary: str, codes: tuple[str, ...]) -> tuple[str, ...]:
    """Those of ``codes`` that the vocabulary does not have, in their order: what a form refuses."""
    return tuple(code for code in codes if code not in VOCABULARIES[vocabulary])
