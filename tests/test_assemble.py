"""Assembly: blocks that are put together without validation are what validation would have made of them."""

import copy
import pickle
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from golden import source_of

from newsclean import FILTERS, Article, Cleaner, Filter, FilterError, clean
from newsclean.article import ArticleBlock
from newsclean.block import Mark, Page, Role
from newsclean.evidence import Evidence


def test_blocks_validate_as_they_are(page_folder: Path) -> None:
    article = clean(source_of(page_folder))
    assert Article.model_validate(article.model_dump()) == article
    for block in article.blocks:
        validated = ArticleBlock.model_validate(block.model_dump())
        assert validated == block
        assert validated.model_fields_set == block.model_fields_set
        assert repr(validated) == repr(block)


def test_blocks_can_be_copied_pickled_and_hashed() -> None:
    article = clean("The old bridge reopened on Friday.\n\nShare this article")
    for block in article.blocks:
        assert pickle.loads(pickle.dumps(block)) == block == copy.deepcopy(block)  # noqa: S301 - our own bytes
        assert hash(block) == hash(ArticleBlock.model_validate(block.model_dump()))
        assert block.model_copy(update={"text": "Another"}).text == "Another"


class Inventing(Filter):
    """Points at the first block with a role that there is not."""

    name = "test.inventing"

    def find(self, page: Page, evidence: Evidence) -> Iterator[Mark]:  # noqa: ARG002  the contract's name
        """Yield the mark."""
        yield Mark(page.blocks[0], cast("Role", "menu"), "invented")


def test_a_role_that_there_is_not_names_its_filter() -> None:
    with pytest.raises(FilterError, match=r"test\.inventing.*'menu'"):
        Cleaner(filters=[Inventing(), *FILTERS]).clean("The old bridge reopened on Friday.")
