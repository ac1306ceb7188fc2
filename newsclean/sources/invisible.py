"""Characters that print nothing, and that no reader lets into a text: a text in, the same without them out.

Soft hyphens are none of them: they say where a word may break, and texts are published with them.
"""

import re
from typing import Final

_JOINED: Final = "\u0590-\u1fff\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
"""Joiners shape letters in Arabic and Indic scripts and hold emoji together; elsewhere they are litter."""
_LITTER: Final = f"[\u200c\u200d](?![{_JOINED}])|(?<![{_JOINED}])[\u200c\u200d]"
LITTER_JOINERS: Final = re.compile(_LITTER)
INVISIBLE: Final = re.compile(f"[\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|{_LITTER}")
"""Those, and marks of width, direction, order and annotation."""


def one_line(text: str) -> str:
    r"""Return a text as one line, white space and invisible characters aside.

    >>> one_line(" The ferry\u200b\n  sails ")
    'The ferry sails'
    """
    text = " ".join(text.split())
    return text if text.isprintable() else INVISIBLE.sub("", text)
