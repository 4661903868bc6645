from collections.abc import Mapping

from cleaner.article import Image
from cleaner.block import ROOT, Block, Box, Facts, Page, Picture, Role
from cleaner.metadata import images

URL = "https://example.org/2023/bridge"
MAIN = Box("article", ROOT)
BRIDGE, CABLE = "The bridge after the storm", "A cable in the cold water"
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
    json_ld: tuple[dict[str, str], ...] = (),
) -> tuple[Image, ...]:
    """The images of a page of six blocks, of which all that are no captions are its body."""
    captions = captions or {}
    blocks = tuple(
        Block(n, *(captions[n][:1] if n in captions else (STORY,)), box=captions[n][1] if n in captions else MAIN)
        for n in range(6)
    )
    roles: dict[Role, tuple[Block, ...]] = {role: tuple(block for block in blocks if block.index in captions)}
    body = tuple(block for block in blocks if block.index not in captions)
    return images(Page(blocks, facts=Facts(pictures=pictures, meta=meta or {}, json_ld=json_ld), url=URL), roles, body)


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
    found = page(captions=dict(enumerate([(BRIDGE, MAIN), (f"{BRIDGE} - Copyright AFP STR", MAIN), (CABLE, MAIN)])))
    assert found == (
        Image(caption="The bridge after the storm", credit="AFP STR", before=0),
        Image(caption="A cable in the cold water", before=0),
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


def test_a_label_without_a_picture_is_no_caption() -> None:
    assert page(captions={0: ("Live", MAIN)}) == ()


def test_a_button_beside_a_caption_is_none_of_it() -> None:
    box = figure()
    shown = picture(2, box, src="/bridge-large.jpg")
    (image,) = page((shown,), {1: ("Pin", box), 2: (BRIDGE, box)})
    assert image.caption == BRIDGE
    (image,) = page((shown,), {2: ("Glasgow", box)})
    assert image.caption == "Glasgow"


def test_a_picture_without_an_address_is_one_by_its_caption() -> None:
    box = figure()
    shown = picture(2, box, alt="A bridge", width="800")
    assert page((shown,), {2: (BRIDGE, box)}) == (Image(alt="A bridge", caption=BRIDGE, width=800, before=2),)
    assert page((shown,)) == ()


def test_the_same_caption_again_without_a_picture_is_the_pictures() -> None:
    box = figure()
    shown = picture(2, box, src="/bridge-large.jpg")
    (image,) = page((shown,), {2: (BRIDGE, box), 5: (f"{BRIDGE} (Photo: Jane Doe)", MAIN)})
    assert (image.caption, image.credit) == (BRIDGE, "Jane Doe")


def test_the_lead_image_by_other_signs_than_its_file() -> None:
    meta = {"og:image": ("https://example.org/crop-for-sharing.jpg",), "og:image:alt": ("A bridge in the rain",)}
    (image,) = page((picture(2, src="/bridge-large.jpg", alt="A bridge in the rain"),), meta=meta)
    assert (image.src, image.before) == (meta["og:image"][0], 2)
    (image,) = page(captions={0: (BRIDGE, MAIN)}, meta=meta)
    assert (image.src, image.caption) == (meta["og:image"][0], BRIDGE)
    meta = {"og:image": ("https://example.org/the-bridge-1200.jpg",)}
    (image,) = page((picture(2, src="/the-bridge-600x400.jpg"),), meta=meta)
    assert image.src == meta["og:image"][0]


def test_structured_data_caption_what_the_page_leaves_bare() -> None:
    said = {"@type": "ImageObject", "url": "/bridge-large.jpg", "caption": BRIDGE, "creditText": "Jane Doe"}
    box = figure()
    shown = (picture(2, box, src="/bridge-large-600x400.jpg"), picture(3, src="/cable-in-water.jpg"))
    found = page(shown, json_ld=(said,))
    assert [(image.caption, image.credit) for image in found] == [(BRIDGE, "Jane Doe"), (None, None)]
    found = page(shown, {2: (CABLE, box)}, json_ld=(said,))
    assert [(image.caption, image.credit) for image in found] == [(CABLE, "Jane Doe"), (None, None)]


def test_names_behind_a_caption_are_its_credit() -> None:
    box = figure()
    shown = picture(2, box, src="/bridge-large.jpg")
    (image,) = page((shown,), {2: (BRIDGE, box), 3: ("Example Times / Jane Doe", box)})
    assert (image.caption, image.credit) == (BRIDGE, "Example Times / Jane Doe")
