import unittest

from oddly import is_odd


class OddTest(unittest.TestCase):
    def test_three_is_odd(self):
        self.assertTrue(is_odd(3))

    def test_one_and_a_half_is_refused(self):
        with self.assertRaises(TypeError):
            is_odd("one and a half")
