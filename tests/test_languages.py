"""The phrase files: all of one form, each phrase one that can be found, and none that begins an ordinary story."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Any

import pytest

from cleaner.block import Block
from cleaner.languages import LANGUAGES, TOPICS, Topic, match, months, phrases

HOWS = ("whole", "start", "within")
LATIN = ("en", "de", "fr", "es", "pt", "it", "nl", "pl", "sv", "tr")
LABELS: tuple[Topic, ...] = ("related", "read_more", "share", "newsletter", "consent", "comments")
FREE = {"by", "dated", "ago"}
"""A sentence may begin as these do: who asks for them asks for more than the phrase."""


def find(topic: Topic, key: str, language: str | None = None) -> str | None:
    return match(key, phrases(language)).get(topic)


@cache
def data(language: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((files("cleaner.languages") / f"{language}.json").read_text("utf-8"))
    return loaded


@cache
def listed(language: str, how: str) -> tuple[tuple[Topic, str], ...]:
    return tuple((topic, phrase) for topic in TOPICS for phrase in data(language)[topic].get(how, ()))


def key(text: str) -> str:
    return Block(0, text).key


each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
def test_a_file_has_every_topic_and_only_known_lists(language: str) -> None:
    topics = data(language)
    assert set(topics) == {"months", *TOPICS}
    assert {how for topic in TOPICS for how in topics[topic]} <= set(HOWS)
    assert len(topics["months"]) == 12


def test_every_file_is_of_a_known_language() -> None:
    names = {path.name.removesuffix(".json") for path in files("cleaner.languages").iterdir()}
    assert {name for name in names if len(name) == 2} == set(LANGUAGES)


@each_language
@pytest.mark.parametrize("how", HOWS)
def test_phrases_are_folded(language: str, how: str) -> None:
    unfolded = [
        (topic, phrase)
        for topic, phrase in listed(language, how)
        if phrase != phrase.casefold() or not phrase.strip() or phrase.strip() != " ".join(phrase.split())
    ]
    assert unfolded == []


@each_language
def test_whole_phrases_are_keys(language: str) -> None:
    assert [(topic, phrase) for topic, phrase in listed(language, "whole") if key(phrase) != phrase] == []


@each_language
def test_start_phrases_begin_a_key(language: str) -> None:
    """At their end they may have what parts a label from what it labels: "related: " or "related |"."""
    lost = [(topic, phrase) for topic, phrase in listed(language, "start") if key(phrase + "7") != phrase + "7"]
    assert lost == []


@each_language
@pytest.mark.parametrize("how", HOWS)
def test_no_phrase_stands_twice_in_a_list(language: str, how: str) -> None:
    assert [twice for twice, count in Counter(listed(language, how)).items() if count > 1] == []


@each_language
@pytest.mark.parametrize("topic", LABELS)
def test_each_language_has_the_common_labels(language: str, topic: Topic) -> None:
    known = [phrase for how in HOWS for phrase in data(language)[topic].get(how, ())]
    assert any(find(topic, phrase, language) for phrase in known)


@each_language
def test_every_whole_phrase_is_found(language: str) -> None:
    assert [(topic, phrase) for topic, phrase in listed(language, "whole") if find(topic, phrase) != phrase] == []


@each_language
def test_every_start_phrase_is_found(language: str) -> None:
    lost = [(topic, phrase) for topic, phrase in listed(language, "start") if find(topic, phrase + "7") is None]
    assert lost == []


@each_language
def test_every_phrase_within_is_found_in_its_language(language: str) -> None:
    lost = [
        (topic, phrase)
        for topic, phrase in listed(language, "within")
        if {find(topic, f"7 {phrase} 7", tag) for tag in (language, f"{language.upper()}-XX")} & {None}
    ]
    assert lost == []


@pytest.mark.parametrize("language", [language for language in LATIN if language != "en"])
def test_phrases_within_of_other_latin_languages_need_their_language(language: str) -> None:
    shared = {phrase for other in LANGUAGES if other != language for _, phrase in listed(other, "within")}
    found = [
        (topic, phrase)
        for topic, phrase in listed(language, "within")
        if phrase not in shared and find(topic, f"7 {phrase} 7") == phrase
    ]
    assert found == []


@pytest.mark.parametrize("language", ["en", *(language for language in LANGUAGES if language not in LATIN)])
def test_phrases_within_of_english_and_of_other_scripts_are_always_found(language: str) -> None:
    """On pages of their own language, of a Latin one, and of none; what stands in Latin letters only on the first."""
    lost = [
        (topic, phrase)
        for topic, phrase in listed(language, "within")
        if (language == "en" or not phrase.isascii())
        and {find(topic, f"7 {phrase} 7", page) for page in (None, "en", "de-AT")} & {None}
    ]
    assert lost == []


def test_phrases_within_are_for_short_blocks() -> None:
    assert find("copyright", "the example. all rights reserved", "en") is not None
    assert find("copyright", "the example " + "and others " * 20 + "all rights reserved", "en") is None


@pytest.mark.parametrize(
    ("key", "topic"),
    [
        ("the best of the week, straight to your inbox!", "newsletter"),
        ("twitter(opens in new window", "share"),
        ("约5分钟阅读", "reading_time"),
    ],
)
def test_phrases_within_may_touch_other_characters(key: str, topic: Topic) -> None:
    assert find(topic, key, "en") is not None


@pytest.mark.parametrize("language", ["hi", "zh", "ja", "ko", "th"])
def test_of_a_phrase_within_and_a_part_of_it_the_whole_is_found(language: str) -> None:
    parts = [
        (topic, phrase, tag)
        for topic, phrase in listed(language, "within")
        for tag in (language, "en")
        if not phrase.isascii() and find(topic, f"7 {phrase} 7", tag) != phrase
    ]
    assert parts == []


def test_a_block_may_be_of_several_topics() -> None:
    assert {"related", "read_more"} <= set(match("continue reading", phrases("en")))


@pytest.mark.parametrize("language", ["en", "ko", None])
def test_an_empty_key_says_nothing(language: str | None) -> None:
    assert match("", phrases(language)) == {}


def test_a_language_that_we_do_not_know_does_no_harm() -> None:
    assert find("share", "share this article", "xx-YY") == "share this article"
    assert find("share", "share this article", "") == "share this article"


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("january", 1), ("feb", 2), ("märz", 3), ("avril", 4), ("mayo", 5), ("giugno", 6), ("juli", 7), ("sierpnia", 8),
        ("сентября", 9), ("outubro", 10), ("kasım", 11), ("ديسمبر", 12), ("ژانویه", 1), ("פברואר", 2), ("मार्च", 3),
        ("เมษายน", 4), ("maj", 5), ("août", 8),
    ],
)  # fmt: skip
def test_months(name: str, number: int) -> None:
    assert months()[name] == number


def test_months_are_numbered_one_to_twelve() -> None:
    assert set(months().values()) == set(range(1, 13))


def test_no_name_is_of_two_months() -> None:
    named = {
        (name, at) for language in LANGUAGES for at, names in enumerate(data(language)["months"]) for name in names
    }
    assert [name for name, count in Counter(name for name, _ in named).items() if count > 1] == []


@each_language
def test_names_of_months_are_folded_and_without_the_full_stop(language: str) -> None:
    names = [name for names in data(language)["months"] for name in names]
    assert [name for name in names if name != name.casefold().strip(" .")] == []


OPENINGS = (
    ("en", "You may also like to know that the bridge is older than the town it leads to."),
    ("en", "Comments by the minister were welcomed in the capital on Tuesday evening."),
    ("en", "Share prices fell on Monday after the bank warned of a weaker summer."),
    ("en", "Read more books, she told them, and argue about every one of them."),
    ("en", "Follow the river for an hour and you reach a mill that nobody has used since the war."),
    ("en", "Sign up sheets were pinned to every door, and by noon they were full."),
    ("en", "Support for the plan has grown since the spring, the mayor said."),
    ("en", "Advertisement revenue has halved in a decade, and the paper has halved with it."),
    ("en", "Get the children out first, the captain shouted."),
    ("en", "Related to neither of the two families, the judge was thought to be fair."),
    ("en", "Popular with walkers, the path closes when the snow comes."),
    ("en", "Recommended by three doctors, the cure did nothing at all."),
    ("en", "Cookies were baked for the fair, and cake was sold at the gate."),
    ("en", "We use the old well only when the pump fails."),
    ("en", "Sources close to the club say that the coach will leave in June."),
    ("en", "Photographs of the flood hang in the hall of the school."),
    ("en", "Images of the comet reached us late on Sunday."),
    ("en", "Next to the church stands a house without windows."),
    ("en", "Search parties set out at dawn with dogs and lamps."),
    ("en", "Home was a word that he had stopped using."),
    ("en", "Copyright law is older than the printing of novels for the many."),
    ("en", "Donations of blankets came from as far away as the coast."),
    ("en", "Topics such as tax and housing were left for the second day."),
    ("en", "In stock markets around the world the mood was brighter."),
    ("en", "Don't miss the last train, the guard warns, for there is no other."),
    ("de", "Mehr als hundert Menschen haben am Sonntag gegen den Bau der Straße protestiert."),
    ("de", "Teilen wollte er das Erbe nicht, und so gingen die Brüder vor Gericht."),
    ("de", "Lesen Sie das Kleingedruckte, rät die Anwältin ihren Mandanten."),
    ("de", "Von den Bildern, die er malte, blieb nach dem Brand nur eines."),
    ("de", "Kommentare wollte der Minister am Abend nicht abgeben."),
    ("de", "Anzeigen wegen Diebstahls haben sich im letzten Jahr verdoppelt."),
    ("de", "Quellen aus der Partei berichten von einem heftigen Streit."),
    ("de", "Über den Autor des Briefes weiß man bis heute fast nichts."),
    ("de", "Mehr über die Ursache wissen auch die Forscher noch nicht."),
    ("de", "Zurück zur Natur wollte damals die halbe Schule."),
    ("de", "Veröffentlicht in einer kleinen Auflage, war das Buch bald vergriffen."),
    ("de", "In einer früheren Version des Gesetzes fehlte dieser Satz noch."),
    ("de", "Indem sie auf den Zug verzichtete, sparte sie das Geld für das Essen."),
    ("de", "Bei den mit Abstand ältesten Häusern der Stadt fehlt jedes zweite Dach."),
    ("fr", "Partager le pouvoir ne lui plaisait guère, et il le disait à ses ministres."),
    ("fr", "Lire la suite du roman fut pour elle une déception."),
    ("fr", "Commentaires et rumeurs ont couru toute la nuit dans le village."),
    ("fr", "Vous aimerez peut-être la pluie si vous passez un hiver en Bretagne."),
    ("fr", "Sur le même sujet, les deux experts ne s'accordent pas."),
    ("fr", "Suivez la route de la côte pendant une heure, puis tournez vers les collines."),
    ("fr", "Présenté par le ministre comme un progrès, le texte divise les agriculteurs."),
    ("fr", "Publié dans une petite revue, son premier poème passa inaperçu."),
    ("fr", "Rédigé par un comité de sages, le rapport tient en vingt pages."),
    ("fr", "Une première version de la loi avait été rejetée au printemps."),
    ("es", "Compartir piso se ha vuelto la única salida para muchos jóvenes de la ciudad."),
    ("es", "Leer más no siempre significa comprender mejor, dice la maestra."),
    ("es", "Comentarios como ese no ayudan a nadie, respondió el alcalde."),
    ("es", "Más de cien vecinos salieron a la calle para pedir agua limpia."),
    ("es", "Fuentes del gobierno confirmaron que la reunión será el jueves."),
    ("es", "Sobre el autor del disparo no se sabe nada todavía."),
    ("es", "Archivado en marzo por falta de pruebas, el caso vuelve al juzgado."),
    ("es", "Todas las entradas de la ciudad amanecieron cortadas."),
    ("es", "Al registrarse en el hotel dio un nombre falso."),
    ("es", "Recibe cada mes una pensión que apenas paga el alquiler."),
    ("pt", "Compartilhar o poder nunca foi o forte do velho coronel."),
    ("pt", "Leia com atenção o contrato antes de assinar, aconselha o advogado."),
    ("pt", "Mais de mil pessoas esperavam na praça quando a chuva começou."),
    ("pt", "Ao assinar o acordo, o prefeito prometeu terminar a ponte em dois anos."),
    ("pt", "Sob supervisão de dois médicos, o jogador voltou a correr."),
    ("pt", "Seu apoio ao plano custou ao deputado a eleição."),
    ("pt", "Edição de livros infantis cresce pelo terceiro ano."),
    ("it", "Condividere la stanza con tre fratelli non era facile, ricorda oggi."),
    ("it", "Leggi così severe non si vedevano da anni, dicono gli avvocati."),
    ("it", "Commenti e fischi hanno accolto la squadra all'aeroporto."),
    ("it", "Sull'autore del furto la polizia non ha ancora una pista."),
    ("it", "Pubblicato in poche copie, il libro passò di mano in mano."),
    ("it", "Immagini di quella notte non ne esistono."),
    ("it", "In collaborazione con due scuole il museo ha restaurato la barca."),
    ("nl", "Delen van de stad stonden woensdag nog altijd onder water."),
    ("nl", "Lees de brief nog eens, zei ze, en kijk dan naar de datum."),
    ("nl", "Meer dan de helft van de boeren wil stoppen, blijkt uit onderzoek."),
    ("nl", "Terug in het dorp vond hij het huis leeg."),
    ("nl", "Meer van hetzelfde, zegt de oppositie over het nieuwe plan."),
    ("nl", "Foto's van de oude haven hangen nog in het café."),
    ("pl", "Czytaj uważnie, mówił mój dziadek, bo papier przyjmie wszystko."),
    ("pl", "Komentarze po meczu były ostrzejsze niż sama gra."),
    ("pl", "Więcej niż połowa mieszkańców nie ma już pracy w fabryce."),
    ("pl", "O autorze zamachu wiadomo tylko tyle, że mieszkał sam."),
    ("pl", "Kategorie wagowe zmieniono tuż przed zawodami."),
    ("sv", "Dela huset mellan sig ville syskonen inte, och till slut såldes det."),
    ("sv", "Läs boken först, sade hon, och se filmen sedan."),
    ("sv", "Mer än hälften av skolorna saknar bibliotek enligt den nya studien."),
    ("sv", "Tillbaka till vardagen kom de först när snön hade smält."),
    ("sv", "Publicerad i en liten tidning blev dikten snart känd i hela landet."),
    ("sv", "Åsikterna i byn går isär om den nya vägen."),
    ("tr", "Paylaşmak istemediği tek şey babasından kalan saatti."),
    ("tr", "Daha fazla su isteyen köylüler yolu kapattı."),
    ("tr", "Yorumlar maçtan sonra da günlerce sürdü."),
    ("tr", "Yazar hakkında açılan dava gelecek ay başlayacak."),
    ("tr", "Okumaya başladığında altı yaşında bile değildi."),
    ("ru", "Поделиться хлебом с соседом считалось в деревне делом обычным."),
    ("ru", "Читайте внимательно то, что подписываете, советует юрист."),
    ("ru", "Комментарии министра вызвали споры в парламенте и за его стенами."),
    ("ru", "Подписка о невыезде была взята с обоих братьев ещё весной."),
    ("ru", "Фото на стене было сделано в день, когда открылась станция."),
    ("ru", "На главную роль режиссёр пригласил студента."),
    ("ru", "По материалам дела, обвиняемый приехал в город ночью."),
    ("ru", "Авторские права на песню перешли к дочери композитора."),
    ("ru", "Реклама, которую мы помним с детства, была смешнее."),
    ("ru", "Для детей старше семи лет вход платный."),
    ("ar", "شارك آلاف العمال في المسيرة التي انطلقت من وسط المدينة صباح الأحد."),
    ("ar", "اقرأ ما كتب على الجدار، قال الشيخ لحفيده، ولا تنس منه حرفا."),
    ("ar", "المزيد من المطر يعني المزيد من القمح، كما يقول الفلاحون هنا."),
    ("ar", "التعليقات على القرار كانت غاضبة في الأسواق والمقاهي."),
    ("ar", "من خلال الاستمرار في الحوار يمكن حل هذا النزاع القديم."),
    ("fa", "بیشتر مردم این روستا در معدن قدیمی کار می‌کنند و خانه‌هایشان کوچک است."),
    ("fa", "نظرات وزیر درباره آب با مخالفت کشاورزان روبرو شد."),
    ("fa", "عکس پدرش هنوز روی دیوار اتاق کوچک آویزان است."),
    ("fa", "نظر شما درباره این شهر پس از سی سال چیست؟"),
    ("he", "שתפו פעולה עם השכנים, ביקש ראש העיר מן התושבים בשעות הסערה."),
    ("he", "קראו את הספר לפני שתראו את הסרט, אמרה המורה לתלמידיה."),
    ("he", "תגובות השרים להצעה היו זהירות מאוד בשעות הערב."),
    ("he", "עקבו אחרי הגנב שעה ארוכה עד שנעלם בין הסמטאות."),
    ("he", "בחסות החשכה נכנסו השודדים אל הבית הישן."),
    ("hi", "और पढ़ने की इच्छा उसे शहर ले आई, जहां उसने पहली नौकरी की।"),
    ("hi", "टिप्पणी करने से मंत्री ने इनकार किया और सभा से चले गए।"),
    ("hi", "फोटो खींचने का शौक उसे अपने पिता से मिला था।"),
    ("hi", "हमारे न्यूज़ रूम में उस रात कोई नहीं सोया।"),
    ("hi", "लेखक वरिष्ठ अधिकारी के घर पहुंचा तो दरवाजा बंद था।"),
    ("zh", "分享食物是这个村子的老规矩，每年秋天都会有人在河边摆起长桌。"),
    ("zh", "评论家们认为，这部小说的结尾写得太匆忙，人物也没有展开。"),
    ("zh", "更多的居民在周一早上离开了山谷，因为河水仍在上涨。"),
    ("zh", "图书馆的灯一直亮到深夜，学生们却一个也没有离开。"),
    ("zh", "下載音樂的人越來越多，唱片行卻一家接著一家關門。"),
    ("zh", "作者为了写这本书，在山里住了三年，走访了一百多个村庄。"),
    ("zh", "未经授权，他私自打开了仓库的大门，后来被公司开除。"),
    ("zh", "分享給大家一個故事，是祖母在冬天的夜裡講給我們聽的。"),
    ("ja", "関連する会社は三つあり、いずれも社長の親族が経営していた。"),
    ("ja", "続きを知りたいと誰もが思ったが、作家は筆を置いてしまった。"),
    ("ja", "写真は祖父が残した唯一の遺品で、裏には日付が書かれていた。"),
    ("ja", "広告の仕事を辞めて、彼女は小さな島で宿を始めた。"),
    ("ja", "本稿は締め切りの前夜に書き上げられたと、妻は後に語っている。"),
    ("ja", "当初、村人たちは橋の建設に反対していた。"),
    ("ko", "관련 기관들은 지난주부터 다리의 안전을 다시 조사하고 있다."),
    ("ko", "사진을 찍는 일은 그에게 오랜 취미였고, 나중에는 직업이 되었다."),
    ("ko", "댓글을 읽던 그는 자신의 이름을 발견하고 놀랐다."),
    ("ko", "광고 회사에 다니던 그녀는 작년 가을에 고향으로 돌아왔다."),
    ("ko", "유튜브 구독자가 백만 명을 넘었지만 그는 여전히 작은 방에서 촬영한다."),
    ("ko", "후원계좌로 들어온 돈은 모두 아이들의 책값으로 쓰였다."),
    ("th", "แชร์ลูกโซ่กลับมาระบาดอีกครั้งในหมู่บ้านริมแม่น้ำเมื่อต้นปี ชาวบ้านจำนวนมากเสียเงินออม"),
    ("th", "อ่านหนังสือทุกวันคือสิ่งที่ครูสอนพวกเขามาตั้งแต่เด็ก และพวกเขาก็ไม่เคยลืม"),
    ("th", "ภาพของสะพานเก่ายังอยู่ในความทรงจำของผู้คนในเมืองนี้ แม้จะผ่านมาหลายสิบปีแล้ว"),
)  # fmt: skip


@pytest.mark.parametrize(("language", "text"), OPENINGS, ids=[f"{language}-{text[:24]}" for language, text in OPENINGS])
def test_an_ordinary_opening_says_no_phrase(language: str, text: str) -> None:
    found = match(key(text), phrases(language))
    assert {topic: phrase for topic, phrase in found.items() if topic not in FREE} == {}


@pytest.mark.parametrize("agency", ["AFP", "Reuters", "dpa", "EFE", "ANSA", "新华社"])
def test_an_agency_alone_signs_and_is_no_photo_credit(agency: str) -> None:
    assert phrases(None).whole.get(agency.casefold(), ()) == ()
