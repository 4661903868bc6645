"""Templates to one file of HTML that nothing of a page can run in, and that fetches nothing."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from typing import Any

from cleaner.extras import extra


def html(template: str, *, filters: int, **values: Any) -> str:
    """The template with these values, every one of them escaped; `filters` is one more than the highest number."""
    environment = _environment()
    style = environment.get_template("style.css").render(filters=filters)
    script = environment.get_template("sort.js").render()
    values |= {"style": style, "script": script, "policy": _policy(style, script)}
    content: str = environment.get_template(template).render(values)
    return content.encode("utf-8", "replace").decode()  # a page's text can hold lone surrogates, and no file can


def _policy(style: str, script: str) -> str:
    """Only this style and this script: no attribute, address or element of a page loads or runs anything."""
    rules = ("default-src 'none'", f"style-src {_hash(style)}", f"script-src {_hash(script)}")
    return "; ".join((*rules, "base-uri 'none'", "form-action 'none'"))


def _hash(content: str) -> str:
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


@cache
def _environment() -> Any:
    with extra("report", "A report"):
        import jinja2  # noqa: PLC0415  # loaded when asked for
    return jinja2.Environment(
        loader=jinja2.PackageLoader("cleaner.report"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
