import pytest

from cleaner.metadata.credits import clean_credit, split_credit

CAPTION = "The bridge after the storm"


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        (f"{CAPTION} - Copyright AFP STR", "AFP STR"),
        (f"{CAPTION} – © Jane Doe", "Jane Doe"),
        (f"{CAPTION} (Photo: Jane Doe)", "Jane Doe"),
        (f"{CAPTION} (Photo by Jane Doe/Getty Images)", "Jane Doe/Getty Images"),
        (f"{CAPTION} | Photo credit: Jane Doe", "Jane Doe"),
        (f"{CAPTION} Photograph: Jane Doe", "Jane Doe"),
        (f"{CAPTION} Credit: Jane Doe", "Jane Doe"),
        (f"{CAPTION} [Image: Example Agency]", "Example Agency"),
        (f"{CAPTION} Foto: Erika Muster/dpa", "Erika Muster/dpa"),
        (f"{CAPTION} (Jane Doe/Reuters)", "Jane Doe/Reuters"),
        (f"{CAPTION} (AP Photo/Jane Doe)", "AP Photo/Jane Doe"),
    ],
)
def test_a_credit_at_the_end(text: str, credit: str) -> None:
    assert split_credit(text) == (CAPTION, credit)


def test_a_sentence_keeps_its_full_stop() -> None:
    assert split_credit("The bridge fell. Jane Doe/Reuters") == ("The bridge fell.", "Jane Doe/Reuters")
    assert split_credit("The bridge fell. © Jane Doe") == ("The bridge fell.", "Jane Doe")


@pytest.mark.parametrize(
    "text",
    [
        CAPTION,
        "He won credit for his work",
        "The photo: a mystery. Nobody knows who took it or why it was hidden for so long",
        "The report was published by Reuters",
        "The copyright law of 1909",
    ],
)
def test_no_credit(text: str) -> None:
    caption, credit = split_credit(text)
    assert caption == text or credit is None or len(credit) < 20


def test_a_credit_alone() -> None:
    assert split_credit("Photo: Jane Doe") == (None, "Jane Doe")
    assert clean_credit("© Jane Doe") == "Jane Doe"
    assert clean_credit("(Photo by Jane Doe)") == "Jane Doe"
    assert clean_credit("Jane Doe") == "Jane Doe"
    assert clean_credit("") is None


@pytest.mark.parametrize("text", ["Photo: " * 10_000, "© " * 50_000, "A B " * 20_000, "(" * 50_000])
def test_long_text_takes_no_time(text: str) -> None:
    split_credit(text)
