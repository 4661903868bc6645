import pytest

from cleaner.metadata.names import is_account, is_label, is_own, looks_like_name, names, says_what


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("By Jane Doe", ["Jane Doe"]),
        ("BY JANE DOE", ["JANE DOE"]),
        ("Written by: Jane Doe", ["Jane Doe"]),
        ("Story by Jane Doe", ["Jane Doe"]),
        ("Von Erika Muster", ["Erika Muster"]),
        ("Par Jeanne Dupont", ["Jeanne Dupont"]),
        ("Por Juana Pérez", ["Juana Pérez"]),
        ("Автор: Анна Иванова", ["Анна Иванова"]),
        ("作者:王小明", ["王小明"]),
        ("بقلم: أحمد علي", ["أحمد علي"]),
        ("Jane Doe and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe, John Roe and Mary Major", ["Jane Doe", "John Roe", "Mary Major"]),
        ("Jane Doe & John Roe", ["Jane Doe", "John Roe"]),
        ("Erika Muster und Max Beispiel", ["Erika Muster", "Max Beispiel"]),
        ("Jeanne Dupont et Jean Durand", ["Jeanne Dupont", "Jean Durand"]),
        ("Juana Pérez y Juan López", ["Juana Pérez", "Juan López"]),
        ("Jane Doe; John Roe", ["Jane Doe", "John Roe"]),
        ("['Jane Doe', 'John Roe']", ["Jane Doe", "John Roe"]),
        ("王小明、李小红", ["王小明", "李小红"]),
        ("Jane Doe, Senior Editor", ["Jane Doe"]),
        ("Jane Doe, Politics Reporter, and John Roe", ["Jane Doe", "John Roe"]),
        ("Jane Doe Senior Staff Writer", ["Jane Doe"]),
        ("Jane Doe, MD, PhD", ["Jane Doe, MD, PhD"]),
        ("Jane Doe (jane@example.org)", ["Jane Doe"]),
        ("Jane Doe jane.doe@example.org", ["Jane Doe"]),
        ("Jane Doe | Example News", ["Jane Doe"]),
        ("By Jane Doe on Sunday", ["Jane Doe"]),
        ("Jane Doe in Politics", ["Jane Doe"]),
        ("Jane Doe 5 min read", ["Jane Doe"]),
        ("Jane O&#39;Neill", ["Jane O'Neill"]),
        ("Jean-Luc d'Exemple", ["Jean-Luc d'Exemple"]),
        ("José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("Smith & Sons", ["Smith & Sons"]),
        ("@janedoe", ["janedoe"]),
        ("AFP", ["AFP"]),
        ("Jane Doe, AFP", ["Jane Doe", "AFP"]),
        ("Jane Doe, PA", ["Jane Doe, PA"]),
        ("Jane (Mary) Doe", ["Jane (Mary) Doe"]),
        ("Jane Doe (Mary)", ["Jane Doe"]),
        ("Jane Doe1", ["Jane Doe"]),
        ("Jane Doe† ; John Roe2", ["Jane Doe", "John Roe"]),
        ("user1", ["user1"]),
        ("Jane Doe, Senior Director, Content & Marketing, Example Institute", ["Jane Doe"]),
        ("Jane Doe, Chief Officer, AI at Work, Example", ["Jane Doe"]),
        ("Jane Doe, Writer, Hardware", ["Jane Doe"]),
        ("Jane Doe, Representative of the Committee of the Harbour", ["Jane Doe"]),
        ("Jane Doe Senior Autos Reporter", ["Jane Doe"]),
        ("Jane Doe Former Deputy Tech Editor", ["Jane Doe"]),
        ("Jane Doe Gardener & Astrologer", ["Jane Doe"]),
        ("Example Technological University", ["Example Technological University"]),
        ("The Example editors", ["The Example editors"]),
        ("Jane Doe on behalf of the group", ["Jane Doe"]),
        ("The Example Team 2–3 minutes", ["The Example Team"]),
        ("Jane Doe December 8", ["Jane Doe"]),
        ("Jane Doe 3/4/2025", ["Jane Doe"]),
        ("Recipe by Jane Doe", ["Jane Doe"]),
        ("Article written by: Jane Doe", ["Jane Doe"]),
        ("Example.com", ["Example.com"]),
        ("Reuters Staff", ["Reuters"]),
        ("The Example Team", ["The Example Team"]),
        ("Jane Doe\nJane Doe", ["Jane Doe Jane Doe"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert list(names(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "Staff",
        "By Staff Writer",
        "Example Admin",
        "Moderator",
        "example.com",
        "admin",
        "Administrator",
        "null",
        "undefined",
        "Unknown",
        "12345",
        "Written by",
        "Author",
        "https://example.org/jane",
        "www.example.org",
        "jane@example.org",
        "Sep 17",
        "View all posts",
        "More from Jane Doe",
        "Who wrote this?",
        "a whole sentence that says very little about who it was that wrote it",
        "x" * 500,
    ],
)
def test_no_name(text: str) -> None:
    assert names(text) == ()


@pytest.mark.parametrize("value", [None, 1, True, [], {}, ["Jane Doe"], float("nan")])
def test_values_of_other_types_are_no_names(value: object) -> None:
    assert names(value) == ()


def test_each_name_once_whatever_its_case() -> None:
    assert names("Jane Doe", "JANE DOE", "By Jane Doe") == ("Jane Doe",)


def test_inverted_names_are_turned() -> None:
    assert names("Doe, Jane", "Roe, John", inverted=True) == ("Jane Doe", "John Roe")


def test_known_names_stay_whole() -> None:
    known = ("Smith and Sons Expert", "The Example")
    assert names("Smith and Sons Expert", known=known) == ("Smith and Sons Expert",)
    assert names("SMITH AND SONS EXPERT", "Jane Doe", known=known) == ("SMITH AND SONS EXPERT", "Jane Doe")


def test_the_sites_own_names() -> None:
    assert is_own(["Example Times", "jdoe"], ["exampletimes", "ET"])
    assert is_own([], [])
    assert not is_own(["Jane Doe", "Example Times"], ["Example Times"])


@pytest.mark.parametrize("text", ["Senior Writer", "Example University", "PhD", " MD,", "Example Foundation"])
def test_what_somebody_is(text: str) -> None:
    assert says_what(text)


@pytest.mark.parametrize("text", ["", "Jane Doe", "September", "World"])
def test_what_says_nothing_of_anybody(text: str) -> None:
    assert not says_what(text)


def test_bounded() -> None:
    assert len(names(*(f"Jane Doe{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(500)))) == 100


def test_what_may_be_a_name() -> None:
    assert looks_like_name("Jane van der Doe")
    assert not looks_like_name("Jane")
    assert not looks_like_name("The latest news")
    assert not looks_like_name("Senior Editor")


def test_labels() -> None:
    assert is_label("Written by")
    assert is_label("Written by:")
    assert is_label("Author")
    assert not is_label("Written by Jane Doe")


def test_accounts() -> None:
    assert is_account("jdoe")
    assert is_account("Jane.Doe")
    assert not is_account("Jane")
    assert not is_account("jane doe")


@pytest.mark.parametrize("text", ["a@" * 5_000, "(" * 5_000, "by " * 5_000, "Jane and " * 2_000, "a.a." * 5_000])
def test_hostile_bylines_take_no_time(text: str) -> None:
    names(text)
