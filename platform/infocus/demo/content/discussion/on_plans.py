"""Comments on drafts of plans, in their first version: later versions kept, changed or dropped the words."""

from infocus.demo.content.discussion.parts import comment
from infocus.demo.content.happenings import Comment

COMMENTS: tuple[Comment, ...] = (
    comment(
        "weavers-1",
        "plan:bielsko-biala-plan",
        "officer@porto",
        "2017-12-04T09:15",
        "en",
        "How many of them were asked? In Porto the mechanics answered and the weavers did not.",
        quote="Around it live weavers without looms, mechanics who build light aircraft",
        page=3,
    ),
    comment(
        "weavers-2",
        "plan:bielsko-biala-plan",
        "coordinator@bielsko-biala",
        "2017-12-05T14:40",
        "en",
        "Forty-one, by telephone. The fiche in annex 2 will say so.",
        to="weavers-1",
    ),
    comment(
        "five-1",
        "plan:bucharest-plan",
        "coordinator@frankfurt",
        "2017-12-11T10:05",
        "de",
        "Fünf Personen, von denen drei aus dem Rathaus bezahlt werden: Wer widerspricht dort?",
        quote="Un grup de cinci persoane urmărește planul: primăria, o firmă, un atelier, universitatea și o școală.",
        page=10,
    ),
    comment(
        "five-2",
        "plan:bucharest-plan",
        "officer@ostrava",
        "2017-12-12T08:30",
        "en",
        "This is the sentence we will borrow.",
        quote="Planul merge acolo unde oamenii lucrează deja.",
        page=4,
    ),
)
