from collections.abc import Mapping

from cleaner.article import Image
from cleaner.block import ROOT, Block, Box, Facts, Page, Picture, Role
from cleaner.metadata import images

URL = "https://example.org/2023/bridge"
MAIN = Box("article", ROOT)
STORY = "The bridge was closed on Sunday after the storm had torn two cables from its pylons."


def figure(*words: str) -> Box:
    return Box("figure", MAIN, frozenset(words))


def picture(index: int, box: Box = MAIN, /, **attributes: str) -> Picture:
    return made_of(index, attributes, box)


def made_of(index: int, attributes: Mapping[str, str], box: Box = MAIN) -> Picture:
    return Picture({name.replace("_", "-"): value for name, value in attributes.items()}, (), index, box)


def page(
    pictures: tuple[Picture, ...] = (),
    captions: dict[int, tuple[str, Box]] | None = None,
    meta: Mapping[str, tuple[str, ...]] | None = None,
    role: Role = "caption",
) -> tuple[Image, ...]:
    """The images of a page of six blocks, of which all that are no captions are its body."""
    captions = captions or {}
    blocks = tuple(
        Block(n, *(captions[n][:1] if n in captions else (STORY,)), box=captions[n][1] if n in captions else MAIN)
        for n in range(6)
    )
    roles: dict[Role, tuple[Block, ...]] = {role: tuple(block for block in blocks if block.index in captions)}
    body = tuple(block for block in blocks if block.index not in captions)
    return images(Page(blocks, facts=Facts(pictures=pictures, meta=meta or {}), url=URL), roles, body)


def test_a_figure_with_its_caption() -> None:
    box = figure()
    shown = picture(2, box, src="/bridge-large.jpg", alt=" A  bridge ", width="800", height="600px")
    (image,) = page((shown,), {2: ("The bridge - Copyright AFP STR", box)})
    assert image == Image(
        src="https://example.org/bridge-large.jpg",
        alt="A bridge",
        caption="The bridge",
        credit="AFP STR",
        width=800,
        height=600,
        before=2,
    )


def test_each_caption_goes_to_the_picture_in_its_own_box() -> None:
    one, two = figure(), figure()
    shown = (picture(1, one, src="/first-picture.jpg"), picture(2, two, src="/second-picture.jpg"))
    found = page(shown, {1: ("First", one), 2: ("Second", two)})
    assert [(image.src and image.src[-18:], image.caption) for image in found] == [
        ("/first-picture.jpg", "First"),
        ("second-picture.jpg", "Second"),
    ]


def test_a_caption_without_a_common_box_goes_to_the_nearest_picture_before_it() -> None:
    shown = (picture(1, src="/first-picture.jpg"), picture(3, src="/second-picture.jpg"))
    found = page(shown, {3: ("Second", MAIN)})
    assert [image.caption for image in found] == [None, "Second"]


def test_a_credit_of_its_own() -> None:
    box = figure()
    (image,) = page((picture(2, box, src="/bridge-large.jpg"),), {2: ("Photo: Jane Doe", box)}, role="credit")
    assert (image.caption, image.credit) == (None, "Jane Doe")


def test_captions_without_any_picture_once_each_with_their_credit() -> None:
    found = page(captions={0: ("The bridge", MAIN), 1: ("The bridge - Copyright AFP STR", MAIN), 2: ("A cable", MAIN)})
    assert found == (
        Image(caption="The bridge", credit="AFP STR", before=0),
        Image(caption="A cable", before=0),
    )


def test_a_credit_right_below_a_caption_without_a_picture() -> None:
    blocks = (Block(0, "The bridge"), Block(1, "Photo: Jane Doe"), Block(2, "AFP"), Block(3, STORY))
    found = images(Page(blocks, plain=True), {"caption": blocks[:1], "credit": blocks[1:3]}, blocks[3:])
    assert found == (Image(caption="The bridge", credit="Jane Doe", before=0),)


def test_the_lead_image_comes_first_and_once() -> None:
    meta = {"og:image": ("https://example.org/bridge-1200x630.jpg",), "og:image:width": ("1200",)}
    box = figure()
    shown = (
        picture(1, box, src="/cable-in-water.jpg"),
        picture(3, figure(), src="/bridge-300x200.jpg", alt="A bridge"),
    )
    found = page(shown, meta=meta)
    assert [image.src for image in found] == [meta["og:image"][0], "https://example.org/cable-in-water.jpg"]
    assert (found[0].alt, found[0].width, found[0].before) == ("A bridge", 1200, 3)


def test_a_lead_image_that_the_page_does_not_show() -> None:
    found = page(meta={"og:image": ("/lead-image.jpg", "/second.jpg")})
    assert found == (Image(src="https://example.org/lead-image.jpg"),)
    assert page(meta={"og:image": ("https://example.org/logo.png",)}) == ()


def test_captions_below_the_story_are_those_of_teasers() -> None:
    blocks = (Block(0, STORY), Block(1, STORY), Block(2, "Another story"), Block(3, "Another bridge"))
    assert images(Page(blocks, url=URL), {"caption": blocks[3:]}, blocks[:2]) == ()
    assert images(Page(blocks, url=URL, plain=True), {"caption": blocks[3:]}, blocks[:2]) == ()


def test_no_body_no_pictures() -> None:
    shown = Facts(pictures=(picture(0, src="/bridge-large.jpg"),))
    assert images(Page((), facts=shown, url=URL), {}, ()) == ()
