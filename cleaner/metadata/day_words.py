"""The words beside a day, in the languages that we know: of publication, of an update, of neither."""

from __future__ import annotations

import re

UPDATED = re.compile(
    r"\b(?:updated?|modified|revised|reviewed|changed|last (?:edit|change|update)|aktualisiert|aktualisierung|geändert|"
    r"änderung|stand|mise? à jour|modifiée?|actualizad[oa]|actualización|modificad[oa]|atualizad[oa]|atualização|"
    r"aggiornat[oa]|aggiornamento|bijgewerkt|gewijzigd|aktualizacja|zaktualizowano|uppdaterad|senast|обновлен[оа]?|"
    r"изменен[оа]|güncelle\w*)\b|更新|修改|修订|수정|업데이트|تحديث|به.?روز|עודכן|अपडेट|आखरी|อัปเดต|แก้ไขล่าสุด",
    re.IGNORECASE,
)
"""Of a day on which the story was changed."""

PUBLISHED = re.compile(
    r"\b(?:publish(?:ed)?|publication|posted|post (?:time|date)|written|created|veröffentlicht|erstellt|publiée?|"
    r"publicad[oa]|publicación|pubblicat[oa]|gepubliceerd|geplaatst|opublikowan[oa]|publikacji|publicerad|опубликован[оа]|"
    r"размещено|yayın\w*)\b|发布|發布|发表|發表|公開|投稿|掲載|配信|등록|입력|게시|نشر|النشر|انتشار|פורסם|प्रकाशित|เผยแพร่",
    re.IGNORECASE,
)
"""Of the day on which it was published."""

AT_FIRST = re.compile(
    r"\b(?:(?:originally|first|initially) (?:published|posted|appeared|written)|(?:ursprünglich|zuerst|erstmals) "
    r"(?:veröffentlicht|erschienen)|(?:initialement|d'abord) publiée?|publiée? (?:initialement|pour la première fois)|"
    r"publicad[oa] (?:originalmente|por primera vez|pela primeira vez)|originalmente publicad[oa]|"
    r"pubblicat[oa] (?:originariamente|per la prima volta)|oorspronkelijk gepubliceerd|pierwotnie opublikowan[oy]|"
    r"ursprungligen publicerad|впервые опубликован[оа]?|ilk kez yayın\w*)\b|首次发表|首次發表|首次发布|初出",
    re.IGNORECASE,
)
"""Of the day on which it was published before it was published again."""

NOT_A_DATELINE = re.compile(
    r"copyright|©|\(c\)|all rights|\b(?:deadline|expires?|valid|effective|release|until|event|webinar|starts?|born)\b",
    re.IGNORECASE,
)
"""Of other days."""

LIFE = re.compile(
    r"\b(?:born|birth|died|death|geboren|geburts\w*|gestorben|naissance|décès|nacimiento|nascimento|nascita|geboorte\w*|"
    r"urodz\w+|född|рожд\w+|doğum)\b|出生|生年月日|逝世|출생|الميلاد|تولد|तिथि|เกิด",
    re.IGNORECASE,
)
"""Of the days of somebody's life, in a label."""

FROM = re.compile(r"\d\s?[-–—]\s?$")
UNTIL = re.compile(r"\s*(?:[-–—]|bis|to|till|until|au|al|até|tot|до)\s*\d{1,2}[:.h]\d\d")
"""Of the first and the last of the days or hours through which something lasts."""

PAST_SENTENCE = re.compile(r"\A.*[.;|•·]\s?(?=\D)", re.DOTALL)
"""What stands before the last sentence of a label."""
