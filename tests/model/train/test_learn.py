"""From pages with their truth to weights that judge others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from by_hand import STORY, box, link, page, plain
from numpy.typing import NDArray

from cleaner.block import Page
from cleaner.model import KINDS
from cleaner.model.boxes import Odds
from cleaner.model.features import features
from cleaner.model.score import SCORES, score
from cleaner.model.weights import Weights, load_file, save

pytest.importorskip("torch", reason="training needs the extra [train]")
pytest.importorskip("tld", reason="training needs the extra [train]")

from pathlib import Path

from cleaner.model.train.learn import learn, prepare
from cleaner.model.train.odds import Counted
from cleaner.model.train.pages import Example


def made(number: int) -> Page:
    told = STORY[number % 4 : number % 4 + 2]
    return page(box("nav.menu", link("Home"), link("News")), box("article.story", *told), url=f"https://x/{number}")


def example(number: int, removed: dict[int, str] | None = None) -> Example:
    kind = number % len(KINDS)
    body = "\n".join(STORY[number % 4 : number % 4 + 2])
    return Example(str(number), kind, f"site{number}.example", "", made(number).without(removed or {}), body, ())


PAGES = [prepare(example(number)) for number in range(64)]
COUNTED = Counted([(page.counts[0], page.example.domain, page.example.kind) for page in PAGES], 4.0)
EVERYONE = np.ones(len(PAGES), np.bool_)


@pytest.fixture(scope="module")
def learned() -> Weights:
    return learn(PAGES, 0)


def test_a_page_is_labelled_weighed_and_its_names_counted() -> None:
    found = PAGES[0]
    assert found.labels.tolist() == [0, 0, 1, 1]
    assert found.words.tolist() == [1, 1, *(len(text.replace("’", "'").split()) for text in STORY[:2])]
    assert set(found.counts[0].words) == {"menu", "story"}
    assert "og None" in found.hints


def test_of_text_without_markup_what_it_says_is_counted() -> None:
    from cleaner.model.train import names, sayings
    from cleaner.model.train.learn import _counted

    found = prepare(example(0)._replace(page=plain("Share", *STORY[:2])))
    assert [bool(part.words) for part in found.counts] == [True, False, True]
    assert [part._prior for part in _counted([found])] == [sayings.PRIOR] * 3
    assert [part._prior for part in _counted(PAGES)] == [names.PRIOR]


def test_optional_paragraphs_are_body() -> None:
    found = prepare(example(0)._replace(body=STORY[0], optional=(STORY[1],)))
    assert found.labels.tolist() == [0, 0, 1, 1]


def test_what_was_learned_judges_pages(learned: Weights) -> None:
    for number in range(4):
        found = features(made(number), learned.odds, learned.hints)
        assert [SCORES[level] > 0.5 for level in score(found, learned).levels] == [False, False, True, True]


def test_names_tell_in_the_weights(learned: Weights) -> None:
    assert set(learned.odds.rows) == {"menu", "story"}
    assert learned.odds.table[learned.odds.rows["story"], 0] > 50 > learned.odds.table[learned.odds.rows["menu"], 0]


def test_the_same_pages_and_seed_give_the_same_bytes(learned: Weights, tmp_path: Path) -> None:
    save(learned, tmp_path / "one.npz")
    save(learn(PAGES, 0), tmp_path / "two.npz")
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    assert load_file(tmp_path / "one.npz").odds.rows == learned.odds.rows


def test_a_block_on_which_rules_have_the_last_word_weighs_nothing() -> None:
    from cleaner.model.train.learn import _forms, _hints

    shared = prepare(example(0, {0: "sharing"}))
    for form in _forms(shared, COUNTED.odds(EVERYONE), _hints(PAGES)):
        assert form.words.tolist()[:2] == [0, 1]
    assert np.array_equal(shared.words[:2], [1, 1])


def test_the_odds_a_page_is_shown_are_not_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of four parts of the sites, each is shown what the other three tell; and that in three draws."""
    from cleaner.model.train import learn as module

    shown = []

    def spied(self: Counted, chosen: NDArray[np.bool_]) -> Odds:
        shown.append({page.example.domain for page, of in zip(PAGES, chosen, strict=True) if of})
        return real(self, chosen)

    real = Counted.odds
    monkeypatch.setattr(Counted, "odds", spied)
    monkeypatch.setattr(module, "fit", lambda lessons, seed: lessons)
    monkeypatch.setattr(module, "layers", lambda lessons: [None] * 8)
    learn(PAGES, 0)
    everyone = {page.example.domain for page in PAGES}
    *parts, whole = shown
    assert whole == everyone
    left_out = [frozenset(everyone - part) for part in parts]
    for draw in range(3):
        four = left_out[4 * draw : 4 * draw + 4]
        assert frozenset().union(*four) == everyone
        assert sum(map(len, four)) == len(everyone)
    assert len(set(left_out)) == 12


def test_a_page_comes_in_forms_without_address_and_names() -> None:
    from cleaner.model.train.learn import _forms, _hints

    odds, telling = COUNTED.odds(EVERYONE), _hints(PAGES)
    *same, anywhere, nameless = _forms(PAGES[0], odds, telling)
    assert len(same) == 4
    assert all(form is same[0] for form in same)
    bare = replace(PAGES[0].example.page, url=None)
    assert np.array_equal(same[0].features.blocks, features(PAGES[0].example.page, odds, telling).blocks)
    assert np.array_equal(anywhere.features.page, features(bare, odds, telling).page)
    assert np.array_equal(nameless.features.blocks, features(bare, Odds({}, odds.table[:1]), telling).blocks)
    assert not np.array_equal(nameless.features.blocks, anywhere.features.blocks)
    assert not np.array_equal(anywhere.features.page, same[0].features.page)


def test_pages_of_one_id_are_forms_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from cleaner.model.train import learn as module

    given: list[list[int]] = []
    monkeypatch.setattr(module, "fit", lambda pages, seed: given.append([len(forms) for forms in pages]))
    monkeypatch.setattr(module, "layers", lambda lessons: [None] * 8)
    learn([*PAGES[:3], PAGES[0]], 0)
    assert given == [[36, 18, 18]]
