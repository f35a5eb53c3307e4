import random
import tempfile
import unittest
from pathlib import Path

from . import servers
from .programs import WAIT, run
from .servers import Server

# The client gives up after ten seconds. These programs would wait for ever.
NEVER_GIVE_UP = "blazon_usage._DEADLINE = 1e6\n"
REPORT = "blazon_usage.report(url, package='x')"
VERBOSE = "blazon_usage.report(url, package='x', verbose=True)"


class ReportTest(unittest.TestCase):
    def assert_silent(self, ended):
        self.assertEqual((0, "", ""), (ended.status, ended.out, ended.err))

    def assert_says(self, words, ended):
        self.assertEqual((0, ""), (ended.status, ended.out))
        self.assertRegex(ended.err, r"^blazon_usage: .*%s.*\n$" % words)

    def test_it_is_silent_and_verbose_when_asked(self):
        with Server(servers.accept) as server:
            self.assert_silent(run(REPORT + WAIT, server.url))
            ended = run(VERBOSE + WAIT, server.url)
        self.assertEqual((0, "", "blazon_usage: sent\n"), (ended.status, ended.out, ended.err))

    def test_a_short_program_reports_while_it_ends(self):
        with Server(servers.accept) as server:
            code = "blazon_usage._WAIT_AT_END = 60\n" + REPORT
            self.assert_silent(run(code, server.url))
            self.assertEqual("x", server.await_requests(1)[0].message()["package"])

    def test_a_package_is_reported_once_a_process_by_however_many_threads(self):
        code = """
import threading
gate = threading.Barrier(20)
def work():
    gate.wait()
    for i in range(50): blazon_usage.report(url, package='x', version=str(i))
threads = [threading.Thread(target=work) for i in range(20)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
        with Server(servers.accept) as server:
            self.assert_silent(run(code + WAIT, server.url))
            self.assertEqual((1, 1), (server.connections, len(server.requests)))

    def test_a_program_that_reports_in_a_loop_is_stopped(self):
        code = "for i in range(1000): blazon_usage.report(url, package=i)"
        with Server(servers.accept) as server:
            self.assert_silent(run(code + WAIT, server.url))
            self.assertEqual(16, server.connections)

    def test_users_switch_it_off(self):
        for variables, sends in (
            ({"DO_NOT_TRACK": "1"}, False),
            ({"DO_NOT_TRACK": "true"}, False),
            ({"DO_NOT_TRACK": "please"}, False),
            ({"DO_NOT_TRACK": ""}, True),
            ({"DO_NOT_TRACK": "0"}, True),
            ({"DO_NOT_TRACK": "False"}, True),
            ({"BLAZON_USAGE": "off"}, False),
            ({"BLAZON_USAGE": "OFF"}, False),
            ({"BLAZON_USAGE": "on"}, True),
            ({"BLAZON_USAGE": ""}, True),
            ({"BLAZON_USAGE": "on", "DO_NOT_TRACK": "1"}, False),
        ):
            with self.subTest(**variables), Server(servers.accept) as server:
                self.assert_silent(run(REPORT + WAIT, server.url, **variables))
                self.assertEqual(1 if sends else 0, server.connections)

    def test_being_switched_off_is_said_when_asked(self):
        self.assert_says("DO_NOT_TRACK is set", run(VERBOSE, "http://localhost", DO_NOT_TRACK="1"))
        self.assert_says("BLAZON_USAGE is off", run(VERBOSE, "http://localhost", BLAZON_USAGE="off"))

    def test_nothing_is_sent_to_odd_addresses(self):
        with Server(servers.accept) as server:
            for url in (
                "",
                "http://",
                "http:///v1/on_import",
                "localhost:%d" % server.port,
                "//localhost:%d" % server.port,
                "ftp://localhost:%d" % server.port,
                "file:///etc/passwd",
                "HTTP//localhost",
                "http://localhost:port",
                "http://localhost:99999",
                "http://localhost:-1",
                "http://user:password@localhost:%d" % server.port,
                "http://localhost:%d/\r\nX: y" % server.port,
                "http://local host:%d" % server.port,
                "http://[::1",
                "http://[localhost]:%d" % server.port,
                "http://" + "a" * 70 + ".example",
                "http://a..b",
                "http://\u0000",
                "http://\udc80:%d" % server.port,
            ):
                with self.subTest(url=url):
                    code = "blazon_usage.report(%a)" % url
                    self.assert_silent(run(code + WAIT))
                    code = "blazon_usage.report(%a, verbose=True)" % url
                    self.assert_says("not sent: ", run(code + WAIT))
            self.assertEqual(0, server.connections)

    def test_odd_arguments_raise_nothing(self):
        code = """
class Odd:
    def __str__(self): raise ValueError("odd")
blazon_usage.report(None)
blazon_usage.report(b"http://localhost")
blazon_usage.report(Odd())
blazon_usage.report(url, package=Odd())
blazon_usage.report(url, package="version", version=Odd())
blazon_usage.report(url, package="token", token=Odd())
blazon_usage.report(url, package="token 2", token="a\\r\\nX: y")
blazon_usage.report(url, package="token 3", token="")
"""
        with Server(servers.accept) as server:
            self.assert_silent(run(code + WAIT, server.url))
            self.assertEqual(0, len(server.requests))

    def test_a_server_that_refuses(self):
        url = servers.refusing_url()
        self.assert_silent(run(REPORT + WAIT, url))
        self.assert_says("not sent: ConnectionRefusedError", run(VERBOSE + WAIT, url))

    def test_servers_that_fail(self):
        garbage = random.Random(14).getrandbits(8 * 5000).to_bytes(5000, "big")
        for name, behaviour, words in (
            ("reset", servers.reset, "not sent: ConnectionResetError"),
            ("no answer", servers.say(b""), "not sent: OSError: no answer"),
            ("garbage", servers.say(garbage), "not sent: OSError: what answers speaks no HTTP"),
            ("half an answer", servers.say(servers.ACCEPTED[:11]), "not sent: OSError: what answers"),
            ("endless", servers.endless, "not sent: OSError: what answers is no usage service"),
            (
                "another service",
                servers.say(b"HTTP/1.0 200 OK\r\n\r\n<html>log in</html>"),
                "not sent: OSError: what answers is no usage service",
            ),
            (
                "too many",
                servers.say(b"HTTP/1.1 429 Too Many\r\nContent-Length: 4\r\n\r\nwait"),
                "not sent: OSError: status 429 'wait'",
            ),
            (
                "characters that change a terminal",
                servers.say(b"HTTP/1.1 400 Bad\r\nContent-Length: 4\r\n\r\n\x1b[2J"),
                r"not sent: OSError: status 400 '\\x1b\[2J'",
            ),
        ):
            with self.subTest(name), Server(behaviour) as server:
                self.assert_silent(run(REPORT + WAIT, server.url))
                self.assert_says(words, run(VERBOSE + WAIT, server.url))

    def test_a_server_that_resets_before_it_reads(self):
        with Server(servers.accept, before=servers.reset_before) as server:
            self.assert_silent(run(REPORT + WAIT, server.url))
            self.assert_says("not sent: ", run(VERBOSE + WAIT, server.url))

    def test_a_server_that_sends_byte_by_byte(self):
        with Server(servers.byte_by_byte) as server:
            self.assert_says("sent", run(VERBOSE + WAIT, server.url))

    def test_a_redirect_is_not_followed(self):
        with Server(servers.accept) as other:
            answer = "HTTP/1.1 %d Go\r\nLocation: %s/v1/on_import\r\nContent-Length: 0\r\n\r\n"
            for status in (301, 302, 303, 307, 308):
                behaviour = servers.say((answer % (status, other.url)).encode())
                with self.subTest(status=status), Server(behaviour) as server:
                    self.assert_says("status %d" % status, run(VERBOSE + WAIT, server.url))
            self.assertEqual(0, other.connections)

    def test_nobody_waits_for_a_server_that_never_answers(self):
        for name, behaviour, before in (
            ("never", servers.hold, None),
            ("one byte", servers.drip, None),
            ("never reads", servers.hold, servers.hold_before),
        ):
            with self.subTest(name), Server(behaviour, before=before) as server:
                self.assert_silent(run(NEVER_GIVE_UP + REPORT, server.url))

    def test_nobody_waits_for_a_name_that_is_never_found(self):
        code = """
import socket, _thread
blazon_usage._DEADLINE = 1e6
never, asked = _thread.allocate_lock(), _thread.allocate_lock()
never.acquire(); asked.acquire()
def hang(*arguments): asked.release(); never.acquire()
socket.getaddrinfo = hang
blazon_usage.report("http://usage.example")
asked.acquire()
"""
        self.assert_silent(run(code))

    def test_a_name_that_does_not_exist(self):
        code = """
import socket
def missing(*arguments): raise socket.gaierror(socket.EAI_NONAME, "no such name")
socket.getaddrinfo = missing
blazon_usage.report("http://usage.example", verbose=True)
"""
        self.assert_says("not sent: gaierror: .*no such name", run(code + WAIT))

    def test_the_second_address_of_a_name_is_tried(self):
        refused = int(servers.refusing_url().rsplit(":", 1)[1])
        with Server(servers.accept) as server:
            code = """
import socket
find = socket.getaddrinfo
socket.getaddrinfo = lambda host, port, *rest: find(host, %d, *rest) + find(host, port, *rest)
blazon_usage.report(url, verbose=True)
"""
            self.assert_says("sent", run(code % refused + WAIT, server.url))

    def test_a_late_answer_is_given_up(self):
        with Server(servers.hold) as server:
            code = "blazon_usage._DEADLINE = 0.2\n" + VERBOSE
            self.assert_says("not sent: .*(timed out|in time)", run(code + WAIT, server.url))


class HttpsTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.localhost = servers.Certificate(cls.folder.name, "localhost")
        cls.elsewhere = servers.Certificate(cls.folder.name, "elsewhere.example")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_a_trusted_server_gets_the_report(self):
        with Server(servers.accept, self.localhost.context) as server:
            ended = run(VERBOSE + WAIT, server.url, SSL_CERT_FILE=str(self.localhost.file))
            self.assertEqual("blazon_usage: sent\n", ended.err)
            self.assertEqual("x", server.await_requests(1)[0].message()["package"])

    def test_others_do_not(self):
        for name, certificate, trusted in (
            ("unknown", self.localhost, None),
            ("another name", self.elsewhere, self.elsewhere),
        ):
            with self.subTest(name), Server(servers.accept, certificate.context) as server:
                variables = {"SSL_CERT_FILE": str(trusted.file)} if trusted else {}
                ended = run(VERBOSE + WAIT, server.url, **variables)
                self.assertRegex(ended.err, "not sent: SSLCertVerificationError")
                ended = run(REPORT + WAIT, server.url, **variables)
                self.assertEqual((0, "", ""), (ended.status, ended.out, ended.err))
                self.assertEqual([], server.requests)

    def test_servers_that_fail(self):
        for name, before in (
            ("resets", servers.reset_before),
            ("speaks no TLS", lambda server, connection: connection.sendall(b"HTTP/1.1 200\r\n\r\n") or True),
        ):
            with self.subTest(name), Server(servers.accept, before=before) as server:
                url = server.url.replace("http:", "https:")
                ended = run(REPORT + WAIT, url)
                self.assertEqual((0, "", ""), (ended.status, ended.out, ended.err))
                self.assertRegex(run(VERBOSE + WAIT, url).err, "not sent: ")

    def test_the_end_amid_the_loading_of_certificates_does_no_harm(self):
        # OpenSSL takes a second to load so many in one step, and frees what it uses at the end.
        many = Path(self.folder.name, "many.pem")
        many.write_text(self.localhost.file.read_text() * 3000)
        with Server(servers.accept, before=servers.hold_before) as server:
            url = server.url.replace("http:", "https:")
            code = REPORT + "\nimport time\nend = time.monotonic() + %f\nwhile time.monotonic() < end: pass"
            for busy in (0, 0.02, 0.1, 0.3):
                with self.subTest(busy=busy):
                    ended = run(code % busy, url, SSL_CERT_FILE=str(many))
                    self.assertEqual((0, "", ""), (ended.status, ended.out, ended.err))

    def test_nobody_waits_for_a_handshake_that_never_ends(self):
        with Server(servers.accept, before=servers.hold_before) as server:
            url = server.url.replace("http:", "https:")
            ended = run(NEVER_GIVE_UP + REPORT, url)
            self.assertEqual((0, "", ""), (ended.status, ended.out, ended.err))
