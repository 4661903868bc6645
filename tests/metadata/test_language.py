import pytest

from cleaner.block import Block
from cleaner.metadata.language import checked, normalise

TEXTS = {
    "zh": "这座桥在星期日的暴风雨之后被关闭，因为两根缆绳从塔上被扯了下来，市政府正在评估损失。",
    "ja": "この橋は日曜日の嵐のあとで閉鎖されました。二本のケーブルが塔から引きちぎられたためです。",
    "ko": "이 다리는 일요일 폭풍우 이후 두 개의 케이블이 탑에서 뜯겨 나가 폐쇄되었습니다. ",
    "th": "สะพานถูกปิดในวันอาทิตย์หลังจากพายุฉีกสายเคเบิลสองเส้นออกจากหอคอย",
    "he": "הגשר נסגר ביום ראשון לאחר שהסערה תלשה שני כבלים מן המגדל",
    "el": "Η γέφυρα έκλεισε την Κυριακή αφού η καταιγίδα έσκισε δύο καλώδια από τον πύργο",
    "hi": "रविवार को तूफान के बाद पुल बंद कर दिया गया क्योंकि दो केबल टूट गए थे",
    "ru": "Мост закрыли в воскресенье после бури, которая вырвала два троса из пилонов",
    "uk": "Міст закрили в неділю після бурі, яка вирвала два троси з пілонів, і місто оцінює збитки",
    "fa": "پل روز یکشنبه پس از توفان بسته شد چون دو کابل از برج کنده شده بود",
    "ar": "أغلق الجسر يوم الأحد بعد أن اقتلعت العاصفة كابلين من البرج إلى النهر",
    "ka": "ხიდი კვირას დაიკეტა ქარიშხლის შემდეგ რადგან ორი კაბელი მოწყდა",
}
ENGLISH = "The bridge was closed on Sunday after the storm had torn two cables from its pylons."


def body(text: str) -> list[Block]:
    return [Block(0, text)]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en"),
        ("en_US", "en-US"),
        ("EN-us", "en-US"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("es-419", "es-419"),
        ("de-DE-1996", "de-DE"),
        ("en-US,en;q=0.9", "en-US"),
        ("en_GB.UTF-8", "en-GB"),
        (" fr ", "fr"),
        ("yue", "yue"),
        ("english", None),
        ("x-default", None),
        ("und", None),
        ("utf-8", None),
        ("", None),
        ("12", None),
        (None, None),
        (5, None),
        (["en"], None),
    ],
)
def test_tags(tag: object, expected: str | None) -> None:
    assert normalise(tag) == expected


@pytest.mark.parametrize("language", TEXTS)
def test_a_declaration_that_the_script_denies(language: str) -> None:
    assert checked("en-US", "page", body(TEXTS[language])) == (language, "page")


@pytest.mark.parametrize("language", TEXTS)
def test_undeclared_but_unmistakable(language: str) -> None:
    assert checked(None, "page", body(TEXTS[language])) == (language, "page")


@pytest.mark.parametrize("language", TEXTS)
def test_a_declaration_that_the_script_bears_out(language: str) -> None:
    assert checked(language, "meta", body(TEXTS[language])) == (language, "meta")


def test_latin_letters_tell_no_language() -> None:
    assert checked(None, "page", body(ENGLISH)) == (None, "page")
    assert checked("nl", "page", body(ENGLISH)) == ("nl", "page")
    assert checked("th", "page", body(ENGLISH)) == (None, "page")


def test_romanised_and_many_scripted_languages() -> None:
    assert checked("sr", "page", body("Most je zatvoren u nedelju posle oluje koja je otrgla dva kabla"))[0] == "sr"
    assert checked("zh-Latn", "page", body(ENGLISH))[0] == "zh-Latn"
    assert checked("zh", "page", body(ENGLISH))[0] == "zh"  # pinyin, or a page of quotations


def test_too_little_text_to_deny_anything() -> None:
    assert checked("en", "page", body("这座桥")) == ("en", "page")
    assert checked("en", "page", []) == ("en", "page")
