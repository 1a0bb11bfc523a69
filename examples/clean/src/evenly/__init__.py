"""Split a total into parts that differ by one at most."""

from __future__ import annotations

__version__ = "1.4.0"
__all__ = ["shares"]


def shares(total: int, parts: int) -> list[int]:
    """Split ``total`` into ``parts`` whole numbers, the larger ones first.

    >>> shares(10, 4)
    [3, 3, 2, 2]

    :raises ValueError: if there is no part to put anything into
    """
    if parts < 1:
        raise ValueError(f"expected at least one part, got {parts}")
    share, rest = divmod(total, parts)
    return [share + 1] * rest + [share] * (parts - rest)
