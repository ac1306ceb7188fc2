"""What needs an extra says which, where the extra is not installed."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("module", "absent", "extra"),
    [("arrow", "pyarrow", "arrow"), ("spark", "pyarrow", "spark"), ("scrapy", "scrapy.crawler", "scrapy")],
)
def test_a_missing_extra_is_named(module: str, absent: str, extra: str) -> None:
    code = f"import sys; sys.modules[{absent!r}] = None; import newsclean.{module}"

    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )

    assert done.stderr.splitlines()[-1].startswith(f"ImportError: newsclean.{module} needs ")
    assert done.stderr.rstrip().endswith(f"pip install 'newsclean[{extra}]'")
