"""Reports as a browser shows them: Debian's chromium and chromium-driver, and selenium, where they are installed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cleaner import Article, CleanerError, Document, Result, clean, clean_many
from cleaner.report import Change, render, render_changes, render_index
from report import hostile

webdriver: Any = pytest.importorskip("selenium.webdriver", reason="selenium is not installed")
if not (shutil.which("chromium") and shutil.which("chromedriver")):
    pytest.skip("chromium and chromedriver are not installed", allow_module_level=True)

SAMPLES = sorted((Path(__file__).parent.parent.parent / "samples").glob("*/page.html"))
FLAGS = (
    *("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--window-size=1280,1400"),
)
PAGES = 200


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for flag in (*FLAGS, f"--user-data-dir={tmp_path_factory.mktemp('profile')}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


class Opened:
    """A report in the browser."""

    def __init__(self, browser: Any, path: Path, content: str) -> None:
        path.write_text(content, "utf-8")
        self.address = path.as_uri()
        self.browser = browser
        browser.get("about:blank")
        for kind in ("browser", "performance"):
            browser.get_log(kind)
        browser.get(self.address)

    def find(self, selector: str) -> list[Any]:
        found: list[Any] = self.browser.find_elements("css selector", selector)
        return found

    def click(self, selector: str) -> None:
        self.find(selector)[0].click()

    def shown(self, selector: str) -> int:
        """How many of these elements a reader sees."""
        return int(
            self.run(
                "return [...document.querySelectorAll(arguments[0])].filter(e => e.checkVisibility()).length", selector
            )
        )

    def run(self, code: str, *values: object) -> Any:
        return self.browser.execute_script(code, *values)

    def check_quiet(self) -> None:
        """No word on the console, and no request but for the file itself."""
        assert self.browser.get_log("browser") == []
        events = [json.loads(entry["message"])["message"] for entry in self.browser.get_log("performance")]
        asked = [one["params"]["request"]["url"] for one in events if one["method"] == "Network.requestWillBeSent"]
        assert {address.partition("#")[0] for address in asked} == {self.address}
        assert self.run("return performance.getEntriesByType('resource').length") == 0


def results() -> Iterator[Result]:
    documents = (Document(SAMPLES[n % len(SAMPLES)].read_bytes(), id=f"page {n}") for n in range(PAGES - 1))
    yield from clean_many(documents, workers=0)
    yield Result("broken", None, None, None, CleanerError("It took more than 30 seconds."), "timeout")


@pytest.fixture(scope="module")
def index(browser: Any, tmp_path_factory: pytest.TempPathFactory) -> Opened:
    return Opened(browser, tmp_path_factory.mktemp("index") / "index.html", render_index(results()))


def test_a_click_hides_the_blocks_of_a_filter_and_shows_them_again(browser: Any, tmp_path: Path) -> None:
    article = clean((SAMPLES[0].parent.parent / "wordpress_news" / "page.html").read_bytes())
    page = Opened(browser, tmp_path / "page.html", render(article))
    runs, blocks = page.shown(".run"), page.shown(".block")
    assert blocks == len(article.blocks) + len(article.removed)
    for name in ("teasers", "body"):
        [label] = [label for label in page.find(".legend label") if label.text.startswith(name)]
        own = len(article.blocks) if name == "body" else sum(one.filter == name for one in article.removed)
        label.click()
        assert page.shown(".block") == blocks - own
        label.click()
        assert (page.shown(".run"), page.shown(".block")) == (runs, blocks)
    page.check_quiet()


def test_an_index_of_200_pages_is_sorted_by_a_click(index: Opened) -> None:
    def column(place: int) -> list[str]:
        cells = f"return [...document.querySelectorAll('#index tbody tr')].map(row => row.cells[{place}].dataset.sort)"
        values: list[str] = index.run(cells)
        return values

    assert len(column(0)) == PAGES
    for place, number in ((3, True), (1, False), (2, True), (0, False)):
        index.click(f"#index th:nth-child({place + 1}) button")
        head = f"#index th:nth-child({place + 1})"
        up = column(place)
        assert index.find(head)[0].get_attribute("aria-sort") == "ascending"
        index.click(f"{head} button")
        down = column(place)
        assert index.find(head)[0].get_attribute("aria-sort") == "descending"
        known = [value for value in up if value]
        assert len(set(known)) > 2
        assert up[len(known) :] == down[len(known) :] == [""] * (PAGES - len(known))
        assert down[: len(known)] == known[::-1]
        if number:
            assert known == sorted(known, key=float)
    index.check_quiet()


def test_a_row_leads_to_its_page_and_back(index: Opened) -> None:
    assert index.shown(".page") == 0
    link = index.find("#index tbody a")[4]
    name = link.text
    link.click()
    assert (index.shown("#index"), index.shown(".page")) == (0, 1)
    assert index.find(".page:target h1")[0].text == name
    before = index.shown(".block")
    index.click(".page:target .legend label:nth-of-type(2)")
    assert 0 < index.shown(".block") < before
    index.click(".page:target nav a")
    assert (index.shown("#index"), index.shown(".page")) == (1, 0)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("dark", [False, True])
def test_nothing_stands_out_of_the_window_by_day_or_night(browser: Any, tmp_path: Path, width: int, dark: bool) -> None:
    metrics = {"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 500}
    scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": [scheme]})
    try:
        page = Opened(browser, tmp_path / "page.html", render(hostile.article()))
        assert page.run("return document.documentElement.scrollWidth") <= width
        colour = page.run("return getComputedStyle(document.body).backgroundColor")
        assert (int(colour[4:-1].split(",")[0]) < 100) is dark
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def test_nothing_of_a_hostile_page_runs(browser: Any, tmp_path: Path) -> None:
    bad = hostile.article()
    rows = [Result(text, text, None, bad, None, "ok") for text in hostile.TEXTS]
    changes = [Change(text, text, bad, Article(title=text)) for text in hostile.TEXTS]
    for content in (render(bad), render_index(rows), render_changes(changes)):
        page = Opened(browser, tmp_path / "page.html", content)
        page.run("document.querySelectorAll('details').forEach(one => { one.open = true })")
        page.check_quiet()
        assert page.browser.current_url == page.address


def test_the_policy_lets_no_other_script_run(browser: Any, tmp_path: Path) -> None:
    """Even if a text were not escaped: a script that we did not write is refused, and so is an image."""
    foreign = "<script>document.title = 'taken'</script><img src='x.png' onerror=\"document.title = 'taken'\">"
    content = render(Article(title="Ours")).replace("</main>", foreign + "</main>")
    page = Opened(browser, tmp_path / "page.html", content)
    assert page.browser.title == "Ours"
    assert any("Content Security Policy" in entry["message"] for entry in page.browser.get_log("browser"))
