"""The language: the page's word for it, checked against the script of its body; without one, what its words say."""

from newsclean.article import FieldSource
from newsclean.conventions.languages import borne_out, is_belied, language_of, language_tag, only_language, script_of
from newsclean.fields.view import Reading, View, text_of

_META = ("og:locale", "content-language", "dc.language", "dcterms.language", "language", "inlanguage")
_MIN_HITS = 6
_MIN_SHARE = 0.8


def read_language(view: View) -> Reading:
    """Read the language; a tag that the body's script or words belie is left out."""
    text = " ".join(block.text for block in view.sifted.body[:20]) or " ".join(
        block.text for block in view.page.blocks[:60]
    )
    script = script_of(text)
    for where, value in _stated(view):
        tag = language_tag(value)
        if tag is not None and borne_out(tag, script) and not is_belied(tag, text):
            return Reading({"language": tag}, (FieldSource(field="language", where=where, raw=value, confidence=0.95),))
    if only := only_language(script):
        return Reading({"language": only}, (FieldSource(field="language", where="script", confidence=0.9),))
    told = language_of(text)
    if told is not None and borne_out(told, script):
        return Reading({"language": told}, (FieldSource(field="language", where="words", confidence=0.85),))
    phrased = _by_phrases(view, script)
    if phrased is not None:
        return Reading({"language": phrased}, (FieldSource(field="language", where="phrases", confidence=0.6),))
    return Reading()


def _stated(view: View) -> list[tuple[str, str]]:
    stated = [("html[lang]", view.page.metadata.language)]
    stated.append(("json-ld", text_of((view.article or {}).get("inLanguage"))))
    stated.extend((f"meta[name={name}]", value) for name in _META for value in view.meta.get(name, ())[:1])
    return [(where, value) for where, value in stated if value]


def order_language(view: View, language: str | None) -> str | None:
    """Return the language by which the order of day and month is read: the page's, or its phrases' as a hint."""
    if language is not None:
        return language
    hits = [hit.language for hit in view.evidence.hits if hit is not None and len(hit.language) == 2]  # noqa: PLR2004
    best = max(sorted(set(hits)), key=hits.count, default=None)
    return best if best is not None and hits.count(best) >= 2 and 2 * hits.count(best) > len(hits) else None  # noqa: PLR2004


def _by_phrases(view: View, script: str | None) -> str | None:
    """Return the language that the page's phrases are of, where nearly all are of one."""
    counts: dict[str, int] = {}
    for hit in [view.evidence.hits[index] for index in view.evidence.hit_lines]:
        if hit is not None and len(hit.language) == 2:  # noqa: PLR2004 - "mul" is no language
            counts[hit.language] = counts.get(hit.language, 0) + 1
    if not counts:
        return None
    best = max(sorted(counts), key=lambda language: counts[language])
    enough = counts[best] >= _MIN_HITS and counts[best] >= _MIN_SHARE * sum(counts.values())
    return best if enough and borne_out(best, script) else None
