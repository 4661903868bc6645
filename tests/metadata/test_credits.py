import time

import pytest

from cleaner.metadata.credits import clean_credit, is_names, split_credit, split_marked

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
        (f"{CAPTION} (Jane Doe/CQ-Roll Call, Inc via Getty Images)", "Jane Doe/CQ-Roll Call, Inc via Getty Images"),
        (f"{CAPTION} — via Wikimedia Commons", "Wikimedia Commons"),
        (f"{CAPTION} (Quelle: Example/Unsplash)", "Example/Unsplash"),
        (f"{CAPTION} (Bildquelle: Erika Muster)", "Erika Muster"),
        (f"{CAPTION} Crédit photo : Jeanne Dupont", "Jeanne Dupont"),
        (f"{CAPTION} | Fuente: Agencia Ejemplo", "Agencia Ejemplo"),
        (f"{CAPTION}。写真：山田花子", "山田花子"),
        (f"{CAPTION} Фото: Иван Иванов", "Иван Иванов"),
    ],
)
def test_a_credit_at_the_end(text: str, credit: str) -> None:
    caption, found = split_credit(text)
    assert ((caption or "").rstrip("。"), found) == (CAPTION, credit)


def test_a_word_that_begins_as_what_introduces_a_credit_is_none() -> None:
    assert split_credit("Photo Density & Color Correction") == ("Photo Density & Color Correction", None)


def test_names_in_which_via_stands_take_no_time() -> None:
    start = time.process_time()
    assert split_credit("(" + "Avia" * 22 + "!") == ("(" + "Avia" * 22 + "!", None)
    assert time.process_time() - start < 0.5


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("The bridge fell.Jane Doe / Getty Images", "Jane Doe / Getty Images"),
        ("The bridge fell.Credit...Jane Doe/Associated Press", "Jane Doe/Associated Press"),
        ("The bridge fell. Photo | Jane Doe", "Jane Doe"),
        ("The bridge fell. Photo - Jane Doe.", "Jane Doe"),
        ("The bridge fell. Photograph by Jane Doe.", "Jane Doe"),
        ("The bridge fell. Image via Jane Doe.", "Jane Doe"),
        ("The bridge fell. Courtesy Example Gallery.", "Example Gallery"),
        ("The bridge fell. Source: Example Office", "Example Office"),
        ("The bridge fell. Bild Erika Muster", "Erika Muster"),
        ("The bridge fell. Jane Doe/Reuters file", "Jane Doe/Reuters"),
    ],
)
def test_a_credit_in_a_sentence_of_its_own(text: str, credit: str) -> None:
    assert split_credit(text) == ("The bridge fell.", credit)


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
        "A photo by the sea shows the bridge",
        "According to a source: the bridge may fall",
        "As a courtesy, they left",
        "Photo Gallery of the Year",
        "Bild 3: Der Hafen",
        "Colour Photograph – 165 × 134 cm",
    ],
)
def test_no_credit(text: str) -> None:
    assert split_credit(text) == (text, None)


def test_what_follows_the_last_sentence_where_an_element_is_named_so() -> None:
    assert split_marked("The bridge fell. Jane Doe/Example Times") == ("The bridge fell.", "Jane Doe/Example Times")
    assert split_marked("The bridge fell. Photo: Jane Doe") == ("The bridge fell.", "Jane Doe")
    assert split_marked("The bridge fell. Nobody was hurt.") == ("The bridge fell. Nobody was hurt.", None)
    assert split_marked("The bridge after the storm") == ("The bridge after the storm", None)


def test_a_credit_alone() -> None:
    assert split_credit("Photo: Jane Doe") == (None, "Jane Doe")
    assert clean_credit("© Jane Doe") == "Jane Doe"
    assert clean_credit("(Photo by Jane Doe)") == "Jane Doe"
    assert clean_credit("Jane Doe") == "Jane Doe"
    assert clean_credit("'Jane Doe'") == "Jane Doe"
    assert clean_credit("Jane Doe (example.org)") == "Jane Doe (example.org)"
    assert clean_credit("Jane Doe (Copyright") == "Jane Doe"
    assert clean_credit("Source: Example Office") == "Example Office"
    assert clean_credit("") is None


@pytest.mark.parametrize("text", ["Photo: " * 10_000, "© " * 50_000, "A B " * 20_000, "(" * 50_000])
def test_long_text_takes_no_time(text: str) -> None:
    split_credit(text)


def test_names_and_nothing_else() -> None:
    assert is_names("Example Times / Jane Doe")
    assert is_names("Jane Doe for Example Times")
    assert not is_names("A view of the bridge")
    assert not is_names("Jane Doe.")
    assert not is_names("/")
