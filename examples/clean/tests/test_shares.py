import contextlib
import io
import unittest

from evenly import shares
from evenly.cli import main


class SharesTest(unittest.TestCase):
    def test_parts_add_up(self):
        for total in range(30):
            for parts in range(1, 8):
                self.assertEqual(sum(shares(total, parts)), total)

    def test_parts_differ_by_one_at_most(self):
        parts = shares(23, 7)
        self.assertLessEqual(max(parts) - min(parts), 1)

    def test_no_part_is_an_error(self):
        with self.assertRaises(ValueError):
            shares(1, 0)

    def test_command_prints_a_part_a_line(self):
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            self.assertEqual(main(["5", "2"]), 0)
        self.assertEqual(printed.getvalue(), "3\n2\n")


if __name__ == "__main__":
    unittest.main()
