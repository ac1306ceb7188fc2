"""Error pages: what a server says where an article should be, told from what guards one; a line in, yes or no out."""

import re

_ERROR = re.compile(
    r"\b(?:404|410|50[0234])\b|not found|(?:can.?t|cannot|could ?n.t|could not) (?:be found|find)|"
    r"(?:does not|doesn.t) exist|"
    r"(?:no longer|not|isn.t) (?:exists?|available)|nothing was found|server error|bad gateway|unavailable|timeout|"
    r"maintenance|be back soon|requested (?:url|page|article)|"
    r"(?:page|article|story) you requested|you(?: a|.)re looking for|you were looking for|"
    r"nicht (?:gefunden|verfügbar|erreichbar)|existiert (?:leider )?nicht|wartungsarbeiten|"
    r"introuvable|n.existe (?:pas|plus)|n.est (?:pas|plus) disponible|"
    r"no (?:se ha )?encontrad[ao]|no existe|no disponible|"
    r"não (?:foi )?encontrad[ao]|não existe|não está disponível|non (?:è stata )?trovata|non esiste|non disponibile|"
    r"не найден|не существует|недоступн|не знайден|не існує|不存在|未找到|找不到|无法访问|已删除|"
    r"見つかりません|見つかりませんでした|존재하지 않|찾을 수 없|غير موجود|لم يتم العثور|غير متاح|नहीं मिल|मौजूद नहीं|"
    r"không tìm thấy|không tồn tại|bulunamad|mevcut değil|tidak ditemukan|tidak tersedia|niet (?:worden )?gevonden|"
    r"bestaat niet|"
    r"hittades inte|finns inte|ikke funnet|ikke fundet|finnes ikke|findes ikke|nie znaleziono|nie istnieje|"
    r"nenalezena|neexistuje|δεν βρέθηκε|δεν υπάρχει",
    re.IGNORECASE,
)


_STATUS = re.compile(
    r"(?:http |error |fehler |erreur |fout |errore |ошибка )?(?:404|410|50[0234])(?: error| not found| fehler)?[.!]?",
    re.IGNORECASE,
)


def says_status(text: str) -> bool:
    """Return whether a text is nothing but the status by which a server says that it has no page.

    >>> says_status("Error 404"), says_status("404 bridges"), says_status("Bridge 404")
    (True, False, False)
    """
    return _STATUS.fullmatch(text.strip()) is not None


def says_error(line: str) -> bool:
    """Return whether a line that is known for no article's says that a page is missing or a server failed.

    >>> says_error("404 - Page not found"), says_error("Страница не найдена"), says_error("Verify you are human")
    (True, True, False)
    """
    return _ERROR.search(line) is not None
