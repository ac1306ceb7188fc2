"""`python -m newsclean`: the command, where its script is not on the path."""

import sys

from newsclean.cli import main

sys.exit(main())
