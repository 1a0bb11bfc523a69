"""The command ``evenly TOTAL PARTS``."""

from __future__ import annotations

import argparse

from evenly import shares


def main(arguments: list[str] | None = None) -> int:
    """Print the parts, one a line."""
    parser = argparse.ArgumentParser(prog="evenly", description=__doc__)
    parser.add_argument("total", type=int)
    parser.add_argument("parts", type=int)
    given = parser.parse_args(arguments)
    for share in shares(given.total, given.parts):
        print(share)
    return 0
