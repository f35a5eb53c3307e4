import json
import unittest

from . import servers
from .programs import run_python
from .servers import Server


def command(*arguments, **variables):
    return run_python("-m", "blazon_usage", *arguments, **variables)


class CommandTest(unittest.TestCase):
    def test_it_sends_one_report_and_is_silent(self):
        with Server(servers.accept) as server:
            ended = command("--url", server.url, "--package", "x", "--package-version", "1")
            self.assertEqual((0, "", ""), (ended.status, ended.out, ended.err))
            (request,) = server.await_requests(1)
        self.assertEqual("x", request.message()["package"])
        self.assertEqual("1", request.message()["version"])
        self.assertNotIn("hostname", request.message())

    def test_it_says_what_became_of_it(self):
        with Server(servers.accept) as server:
            self.assertEqual("blazon_usage: sent\n", command("--verbose", "--url", server.url).err)
        refusing = servers.refusing_url()
        ended = command("--verbose", "--url", refusing)
        self.assertEqual(1, ended.status)
        self.assertRegex(ended.err, "^blazon_usage: not sent: ConnectionRefusedError")
        ended = command("--url", refusing)
        self.assertEqual((1, "", ""), (ended.status, ended.out, ended.err))
        self.assertEqual(1, command("--url", "gopher://localhost").status)

    def test_a_dry_run_prints_what_would_be_sent(self):
        with Server(servers.accept) as server:
            command("--url", server.url, "--package", "x", "--identities")
            (request,) = server.await_requests(1)
            ended = command("--url", server.url, "--package", "x", "--identities", "--dry-run")
            self.assertEqual((0, ""), (ended.status, ended.err))
            self.assertEqual(1, server.connections)
        printed = json.loads(ended.out)
        sent = request.message()
        for message in (printed, sent):  # What differs between two processes.
            del message["uuid"], message["time"]["utc"], message["python"]["argv"]
        self.assertEqual(sent, printed)

    def test_users_switch_it_off(self):
        with Server(servers.accept) as server:
            ended = command("--url", server.url, "--verbose", DO_NOT_TRACK="1")
            self.assertEqual(
                (0, "blazon_usage: not sent: DO_NOT_TRACK is set\n"), (ended.status, ended.err)
            )
            self.assertEqual(0, command("--url", server.url, BLAZON_USAGE="off").status)
            self.assertEqual(0, server.connections)
        self.assertIn('"uuid"', command("--dry-run", DO_NOT_TRACK="1").out)

    def test_a_token_comes_from_a_variable(self):
        with Server(servers.accept) as server:
            command("--url", server.url, BLAZON_USAGE_TOKEN="s3cret")
            self.assertEqual("Bearer s3cret", server.await_requests(1)[0].headers["authorization"])

    def test_its_help_names_every_option_and_variable(self):
        ended = command("--help")
        self.assertEqual(0, ended.status)
        for word in ("--url", "--package", "--package-version", "--identities", "--verbose",
                     "--dry-run", "DO_NOT_TRACK", "BLAZON_USAGE", "BLAZON_USAGE_TOKEN"):
            self.assertIn(word, ended.out)
        self.assertEqual(2, command("--nonsense").status)
