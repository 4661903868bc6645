"""What holds for every page: hypothesis builds the pages."""

from __future__ import annotations

from contextlib import suppress
from html.parser import HTMLParser

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cleaner import Article, NotHTMLError, clean, clean_text, read

FRAGMENTS = (
    *("<h1>The orchard of Mill Lane</h1>", "<h2>How it began</h2>", "<p>By Ada Quill</p>", "<p>2 March 2024</p>"),
    "<p>The school planted <b>twelve</b> apple trees in 1911, and eleven of them still bear fruit every autumn.",
    "<p>“Nobody asked us,” said the baker, who had<br>eaten of them <i>all</i> his life.<br><br>He went on.",
    "<p>In den Gärten hinter der Mühle stehen noch elf Bäume, und jeder im Dorf weiß, wem der zwölfte gehört hat.</p>",
    "<p>Les enfants du village ramassent les pommes en octobre, et la directrice les pèse une à une devant eux.</p>",
    "<p>Осенью дети собирают яблоки в старом саду за мельницей, а директор школы сама взвешивает каждую корзину.</p>",
    "<p>每年秋天，村里的孩子们都会到磨坊后面的老果园里摘苹果，校长会亲自给每一个篮子称重，然后把数字写在黑板上。</p>",
    "<p dir=rtl>في كل خريف يجمع أطفال القرية التفاح من البستان القديم خلف الطاحونة، وتزن المديرة كل سلة بنفسها.</p>",
    "<p>ทุกฤดูใบไม้ร่วง เด็กๆ ในหมู่บ้านจะเก็บแอปเปิลในสวนเก่าหลังโรงสี และครูใหญ่จะชั่งน้ำหนักทุกตะกร้าด้วยตัวเอง</p>",
    "<ul><li>Cox</li><li>Russet<ul><li>early</li></ul></ul>",
    "<p>The trees are of three kinds:</p><ul><li><a href=/cox>Cox</a></li><li><a href=/russet>Russet</a></li></ul>",
    "<table><tr><th>Year</th><th>Baskets</th></tr><tr><td>1911</td><td>12</td></tr></table>",
    "<table><tr><td><p>A cell that holds a sentence, as pages did in the last century.</p></td></tr></table>",
    *("<pre>weigh(basket)\n    write(board)</pre>", "<blockquote><p>An apple a day, and so on.</p></blockquote>"),
    "<figure><img src=a.jpg alt='The old orchard'><figcaption>The old orchard. Photo: Jo Lens</figcaption></figure>",
    "<img src=b.jpg alt='The baker and his basket'><p>The baker and his basket</p>",
    "<nav><ul><li><a href=/>Home</a></li><li><a href=/news>News</a></li></ul></nav>",
    "<div class=related><h3>You may also like</h3><a href=/pear>Pears of the valley</a><a href=/plum>Plums</a></div>",
    "<div class='card'><a href=/a>The mill is sold</a></div><div class='card'><a href=/b>The mill is bought</a></div>",
    *(
        "<p><a href=/m>READ MORE: The mill is sold</a></p>",
        "<p>Lesen Sie auch: <a href=/m>Die Mühle ist verkauft</a></p>",
    ),
    *("<div class=share><a href=#>Facebook</a><a href=#>X</a></div>", "<p>Subscribe to our newsletter</p>"),
    "<div class=comments><h3>2 comments</h3><p>Jo: I remember the twelfth tree, which my uncle cut down.</p></div>",
    *("<p>© 2024 The Mill Lane Post. All rights reserved.</p>", "<p>Tags: <a rel=tag href=/t>Apples</a></p>"),
    *(
        "<p hidden>You have two articles left.</p>",
        "<template><p>Loading</p></template>",
        "<noscript>No script</noscript>",
    ),
    *(
        "<script>if (a < b) { weigh() }</script>",
        "<style>p { color: red }</style>",
        "<!-- a note -->",
        "<svg><text>i</text></svg>",
    ),
    *(
        "loose words",
        "&amp; &lt;more&gt; &nbsp; words",
        "<custom-part>Words in a custom part</custom-part>",
        "</div>",
        "</p>",
    ),
    *(
        "<article class=post><h2>Another story</h2><p>"
        + "The mill was sold, the mill was bought. " * 12
        + "</p></article>",
    ),
)
STORIES = (
    (
        (
            "The last apple tree of Mill Lane",
            "Why the children of Mill Lane weigh every apple",
            "Mill Lane keeps its apple trees",
            "Weigh what you have",
        ),
        (
            "By the time the apple trees on Mill Lane were a hundred years old, nobody remembered who planted them, "
            "and every child in the village had fallen out of at least one.",
            "“You may also like to know that the trees pay rent,” the headmistress says, and she means it: each child "
            "brings one apple in ten to the kitchen of the school.",
            "Is that fair? The children of Mill Lane have debated it every October since 1952, and every October they "
            "have voted to keep the trees, the rent and the scales.",
            "Share and share alike is the rule: an apple that falls into the lane belongs to whoever passes, and an "
            "apple that falls on the grass belongs to the child whose turn it is.",
            "On 3 October 1987, the great storm took one of the twelve trees of Mill Lane. The children counted the "
            "apples on it, 412 in all, before their fathers cut it up for firewood.",
            "The weighing is done on the scales of the old mill. Every child reads the number aloud, the headmistress "
            "writes it on a board, and the apple goes into the basket of its tree.",
            "Photos of every harvest hang in the corridor; in the oldest of them, from 1911, the children of Mill Lane "
            "stand beside trees that are hardly taller than they are.",
            "The council wanted to widen Mill Lane in 1974 and to fell the trees. Every child in the school wrote a "
            "letter, 64 in all, and tied it to an apple, and the plan was dropped.",
            "Comments on the taste differ. The baker, who has bought every apple that the children could not eat for "
            "thirty years, says that only the trees at the end of the lane are worth a pie.",
            "“Subscribe to no theory,” her predecessor used to tell the children about the twelfth of the trees, which "
            "has never borne a single apple, “but weigh, every year, what you have.”",
        ),
    ),
    (
        (
            "Der letzte Apfelbaum am Mühlenweg",
            "Warum die Kinder am Mühlenweg jeden Apfel wiegen",
            "Am Mühlenweg bleiben die Bäume stehen",
        ),
        (
            "Als die Bäume am Mühlenweg hundert Jahre alt wurden, wusste niemand mehr, wer den letzten von ihnen "
            "gepflanzt hatte, und die Kinder waren von jedem schon einmal gefallen.",
            "„Lesen können sie alle, wiegen müssen sie lernen“, sagt die Lehrerin vom Mühlenweg, und so bleiben die "
            "Kinder im Herbst jeden Nachmittag draußen, bis der letzte Apfel gewogen ist.",
            "Am 3. Oktober 1987 nahm der Sturm einen der zwölf Bäume mit. Die Kinder zählten jeden Apfel daran, 412 "
            "insgesamt, bevor ihre Väter am Mühlenweg den Stamm zersägten.",
            "Warum das so ist? Am Mühlenweg stimmen die Kinder jeden Herbst darüber ab, ob die Bäume stehen bleiben, "
            "und jeden Herbst ist bis auf den letzten Finger alles dafür.",
            "Von den Äpfeln gehört jeder zehnte der Küche. Die Kinder legen ihn am Mühlenweg auf die alte Waage, "
            "bleiben stehen, bis der letzte Zeiger ruht, und lesen die Zahl laut vor.",
        ),
    ),
    (
        ("Старый сад за мельницей", "Почему дети взвешивают каждое яблоко"),
        (
            "Когда старому саду за мельницей исполнилось сто лет, никто уже не помнил, почему его посадили, а дети "
            "успели упасть с каждого дерева, и за каждое яблоко было заплачено.",
            "Дети взвешивают яблоки за старой мельницей каждую осень. Почему? Потому что каждое десятое яблоко сад "
            "отдаёт школьной кухне, и так было всегда.",
            "Буря 1987 года повалила за мельницей одно старое дерево. Дети пересчитали каждое яблоко, всего 412, и "
            "взвешивают их теперь только в память о нём: сад стал меньше.",
        ),
    ),
)
WRAPPERS = (
    *("div", "article", "section", "main", "aside", "header", "footer", "form", "ul", "li", "table", "blockquote"),
    *(
        "div class=content",
        "div class=sidebar",
        "div class='author bio'",
        "div hidden",
        "p class=caption",
        "a href=/x",
        "b",
    ),
)
TAGS = (
    "<p>",
    "</p>",
    "<div>",
    "<ul>",
    "<li>",
    "<td>",
    "<tr>",
    "<table>",
    "<pre>",
    "<a href=x>",
    "<b",
    "<!--",
    "-->",
    "&#0;",
    "<?",
)

nested = st.recursive(
    st.sampled_from(FRAGMENTS),
    lambda inner: st.builds(
        lambda wrapper, parts: f"<{wrapper}>{''.join(parts)}</{wrapper.split()[0]}>",
        st.sampled_from(WRAPPERS),
        st.lists(inner, max_size=4),
    ),
    max_leaves=12,
)
pages = st.lists(nested, max_size=8).map("".join)
junk = st.lists(st.one_of(st.text(max_size=20), st.sampled_from(TAGS), st.sampled_from(FRAGMENTS)), max_size=12).map(
    "".join
)
modest = settings(max_examples=100, deadline=None)


class Text(HTMLParser):
    """A page's text, as the standard library reads it: all of it but that of scripts, styles and drawings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.skipped = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.skipped += tag in ("script", "style", "svg")

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in ("script", "style", "svg")

    def handle_data(self, data: str) -> None:
        if not self.skipped:
            self.parts.append(data)


@given(pages)
@modest
def test_every_block_is_kept_or_removed_exactly_once_and_in_order(html: str) -> None:
    article = clean(html)
    kept = {block.index: block.text for block in article.blocks}
    removed = {entry.index: entry.text for entry in article.removed}
    assert list(kept) == sorted(kept)
    assert list(removed) == sorted(removed)
    assert len(article.blocks) + len(article.removed) == len(kept | removed)
    assert dict(sorted((kept | removed).items())) == {block.index: block.text for block in read(html).blocks}


@given(pages)
@modest
def test_every_word_of_the_text_is_on_the_page(html: str) -> None:
    letters = "".join("".join(Text(html).parts).split())
    assert [word for word in clean(html).text.split() if word not in letters] == []


@given(pages)
@modest
def test_what_is_removed_is_counted(html: str) -> None:
    article = clean(html)
    assert sum(article.removed_words.values()) == sum(len(entry.text.split()) for entry in article.removed)
    assert all(entry.reason and entry.filter for entry in article.removed)


@given(pages, st.sampled_from((None, "https://example.org/2024/03/orchard", "::")))
@modest
def test_the_same_page_gives_the_same_article(html: str, url: str | None) -> None:
    assert clean(html, url=url).model_dump_json() == clean(html, url=url).model_dump_json()


@given(pages)
@modest
def test_text_and_utf8_bytes_give_the_same_article(html: str) -> None:
    assert clean(html) == clean(html.encode(), charset="utf-8")


@given(pages)
@modest
def test_it_is_the_same_after_a_trip_through_json(html: str) -> None:
    article = clean(html)
    assert Article.model_validate_json(article.model_dump_json()) == article


@st.composite
def stories(draw: st.DrawFn) -> tuple[str, list[str]]:
    titles, paragraphs = draw(st.sampled_from(STORIES))
    told = draw(st.lists(st.sampled_from(paragraphs), min_size=2, max_size=8, unique=True))
    return draw(st.sampled_from(titles)), told


@given(stories())
@settings(max_examples=200, deadline=None)
def test_prose_comes_back_whole_without_its_title(story: tuple[str, list[str]]) -> None:
    title, paragraphs = story
    text = "\n\n".join(paragraphs)
    assert clean_text(f"{title}\n\n{text}").text == text


@given(junk)
@settings(max_examples=150, deadline=None)
def test_markup_raises_nothing_but_that_it_is_no_html(markup: str) -> None:
    for call in (clean, clean_text):
        with suppress(NotHTMLError):
            article = call(markup)
            assert Article.model_validate_json(article.model_dump_json()) == article


@given(
    st.binary(max_size=200), st.sampled_from((None, "utf-8", "utf-16", "windows-1251", "shift_jis", "no-such-charset"))
)
@example(b"\xff\xfe<\x00p\x00", None)
@example(b"<meta charset=utf-16><p>\xd8\x00", "utf-16")
@settings(max_examples=150, deadline=None)
def test_bytes_raise_nothing_but_that_they_are_no_html(page: bytes, charset: str | None) -> None:
    with suppress(NotHTMLError):
        article = clean(page, charset=charset)
        assert Article.model_validate_json(article.model_dump_json()) == article


@given(st.text(alphabet=st.characters(), max_size=60))
@example("\ud800<p>\udfff")
@example("\0\x0b\x0c\x1f\ufffe\uffff")
@settings(max_examples=100, deadline=None)
def test_characters_raise_nothing_but_that_they_are_no_html(text: str) -> None:
    for call in (clean, clean_text):
        with suppress(NotHTMLError):
            article = call(text)
            assert Article.model_validate_json(article.model_dump_json()) == article
