"""Lone surrogates, halves of a character that a text can hold and no file can: a text in, one without them out."""


def scrubbed(text: str) -> str:
    r"""Return the text without lone surrogates.

    >>> ascii(scrubbed("ferry\ud800"))
    "'ferry\\ufffd'"
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
