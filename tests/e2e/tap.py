# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs unittest cases and prints TAP, so that each case counts and each skip gives its reason."""

import sys
import unittest


class TapResult(unittest.TestResult):
    def __init__(self, *args):
        super().__init__(*args)
        self.number = 0

    def tell(self, word, test, comment=''):
        self.number += 1
        print(f'{word} {self.number} - {test.id().split(".", 1)[-1]}{comment}', flush=True)

    def addSuccess(self, test):
        super().addSuccess(test)
        self.tell('ok', test)

    def addSkip(self, test, reason):
        super().addSkip(test, reason)
        self.tell('ok', test, f' # SKIP {reason}')

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.tell_why(test, self.failures[-1][1])

    def addError(self, test, err):
        super().addError(test, err)
        self.tell_why(test, self.errors[-1][1])

    def tell_why(self, test, text):
        for line in text.splitlines():
            print('#', line)
        self.tell('not ok', test)


def main():
    """Runs every case of the calling program; the words of its command line are its own."""
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    print(f'1..{suite.countTestCases()}')
    result = TapResult()
    suite.run(result)
    sys.exit(not result.wasSuccessful())
