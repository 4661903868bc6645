"""The language of code, where the markup around it names one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

_STATING = ("data-lang", "data-language", "data-code-language")
_NAMED = re.compile(
    r"(?:^|\s)(?:"
    r"(?:language|lang|highlight-source|brush:)[-_\s]?"  # language-python, highlight-source-shell, brush: js
    r"|(?:hljs|sourceCode)\s+(?:language-)?"  # hljs python, sourceCode python
    r"|highlight-(?=[^\s]+\s+notranslate)"  # highlight-python notranslate
    r")(?P<language>[\w+#.-]+)"
)
_LANGUAGE = re.compile(r"[A-Za-z][\w+#.-]{0,29}")
_NONE = frozenset("default none null undefined auto nohighlight no-highlight source highlight code pre".split())
_AROUND = frozenset(("div", "figure", "td"))
_NEAR = 2


def language_of(attributes: Mapping[str, str], around: Sequence[tuple[str, Mapping[str, str]]] = ()) -> str | None:
    """What the attributes say, else those of the boxes right around it; the innermost box comes last."""
    stated = _stated(attributes)
    for tag, outer in reversed(around[-_NEAR:]):
        if stated or tag not in _AROUND:
            return stated
        stated = _stated(outer)
    return stated


def _stated(attributes: Mapping[str, str]) -> str | None:
    names = [attributes[name] for name in _STATING if name in attributes]
    names += [match["language"] for match in _NAMED.finditer(attributes.get("class", "")[:1000])]
    for name in names:
        language = name.strip().lower()
        if language not in _NONE and _LANGUAGE.fullmatch(language):
            return language
    return None
