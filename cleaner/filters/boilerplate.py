"""What is left and scores too low to be body; and what rules took that scores high enough."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cleaner.block import Drop, Keep, Page, Share

if TYPE_CHECKING:
    from cleaner.model.weights import Weights


def boilerplate(page: Page, *, threshold: Share | None = None, weights: Weights | None = None) -> Iterator[Drop | Keep]:
    """What a small learned network scores too low, by all that the blocks, their boxes and the page tell of them.

    A block needs the score `threshold`; by default the one whose body promises the best F1 on this page. Leaves alone:
    siblings of the story's blocks, since all paragraphs of one sequence get one score; of pages that are one text
    footnotes that score a little, and the standfirst that the page states as its description. On pages that are no
    articles, what rules took for teasers, comments, closed panels and the like comes back where it scores as body.
    `weights` are for pages: text without markup has the library's own.
    """
    from cleaner.model.judge import judge  # noqa: PLC0415  # numpy is half of what `import cleaner` may take

    judgement = judge(page, None if page.plain else weights, threshold)
    if judgement is None:
        return
    asked = f"{judgement.threshold:.2f} that the body of this page, of type {judgement.page_type!r}, needs"
    judged = zip(judgement.scores, judgement.body, judgement.needs, strict=True)
    for index, (score, body, needed) in enumerate(judged):
        if body and index in page.removed:
            yield Keep(index, f"scores {score:.2f}, over the {asked}")
        elif not body and index not in page.removed:
            if score < judgement.threshold:
                yield Drop(index, f"scores {score:.2f}, under the {asked}")
            elif needed <= 1:
                yield Drop(index, f"scores {score:.2f}, under the {needed:.2f} that links outside the story need")
            else:
                yield Drop(index, "stands outside the story")
