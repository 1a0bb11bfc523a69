"""Tell odd numbers from even ones."""

__version__ = "2.0.0"


def is_odd(number):
    """Tell whether ``number`` is odd."""
    return number % 2 == 0
