"""Against a real service, whose address is in USAGE_URL and whose token is in USAGE_TOKEN. A test of
Blazon starts it, and then these; by themselves they find no service, and fail."""

import json
import os
import sys
import time
import unittest
import urllib.parse
import urllib.request

from .programs import WAIT, run, run_python
from .servers import PATIENCE

URL = os.environ.get("USAGE_URL", "")
TOKEN = os.environ.get("USAGE_TOKEN", "")


def count(group_by, **parameters):
    query = urllib.parse.urlencode(dict(parameters, group_by=group_by, format="json"))
    with urllib.request.urlopen("%s/v1/count?%s" % (URL, query), timeout=PATIENCE) as answer:
        return json.load(answer).get("counts", {})


def counted(group_by, value, **parameters):
    """The number of a value, once it is there."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        number = count(group_by, **parameters).get(value, 0)
        if number:
            return number
    raise AssertionError("%s is not among %s" % (value, count(group_by, **parameters)))


class RealServiceTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        if not URL:
            raise AssertionError("USAGE_URL names no service: ./blazon test starts one")

    def report(self, package, *options, **variables):
        command = ["-m", "blazon_usage", "--url", URL, "--package", package, "--verbose", *options]
        return run_python(*command, **dict({"BLAZON_USAGE_TOKEN": TOKEN}, **variables))

    def test_a_report_is_taken_and_counted(self):
        ended = self.report("taken", "--package-version", "1.2")
        self.assertEqual((0, "blazon_usage: sent\n"), (ended.status, ended.err))
        self.assertEqual(1, counted("package", "taken"))
        minor = "%d.%d" % sys.version_info[:2]
        for path, value in (
            ("package,python$minor", {minor: 1}),
            ("package,version", {"1.2": 1}),
            ("package,uname$system", {os.uname().sysname: 1}),
            ("package,python$version_info$0", {str(sys.version_info[0]): 1}),
        ):
            with self.subTest(path):
                self.assertEqual(value, counted(path, "taken"))

    def test_identities_count_one_host_once(self):
        for i in range(3):
            self.assertEqual(0, self.report("named", "--identities").status)
        self.assertEqual(3, counted("package", "named"))
        self.assertEqual(1, counted("package", "named", distinct="hosts"))

    def test_forks_are_counted_apart(self):
        code = """
import os
def send():
    blazon_usage.report(url, package='forks', token=%r)
    blazon_usage._wait(60)
send()
for i in range(2):
    child = os.fork()
    if child == 0:
        send()
        os._exit(0)
    os.waitpid(child, 0)
"""
        ended = run(code % TOKEN + WAIT, URL, PYTHONWARNINGS="ignore")
        self.assertEqual((0, "", ""), (ended.status, ended.out, ended.err))
        self.assertEqual(3, counted("package", "forks"))

    def test_without_the_token_it_is_refused(self):
        ended = self.report("unknown", BLAZON_USAGE_TOKEN="another-token-of-somebody")
        self.assertEqual(1, ended.status)
        self.assertRegex(ended.err, "^blazon_usage: not sent: OSError: status 401")
        self.assertNotIn("unknown", count("package"))
