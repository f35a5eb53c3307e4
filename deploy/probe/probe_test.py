"""Tests of the probe: a stand-in for Blazon that is broken in every way, and stand-ins for those who are told."""

import base64
import contextlib
import importlib.machinery
import importlib.util
import io
import json
import os
import socket
import socketserver
import ssl
import struct
import subprocess
import tempfile
import threading
import unittest
import urllib.parse
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HERE = os.path.dirname(os.path.abspath(__file__))
NOW = 1_790_000_000.0  # 2026-09-21
NEWEST_DAY = "2026-09-20"


def load():
    loader = importlib.machinery.SourceFileLoader("blazon_probe", os.path.join(HERE, "blazon-probe"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("blazon_probe", loader))
    loader.exec_module(module)
    return module


probe = load()


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width=4, height=2, pixels=None):
    rows = pixels if pixels is not None else b"".join(b"\x00" + bytes(range(1 + y, 1 + y + width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def svg(words):
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20" role="img" aria-label="{words}"></svg>'
    ).encode()


def badge(message):
    return json.dumps({"schemaVersion": 1, "label": "x", "message": message}).encode()


class Reply:
    def __init__(self, kind, body, status=200, headers=()):
        self.kind, self.body, self.status, self.headers = kind, body, status, dict(headers)


def well():
    """By the last part of a path: what a Blazon that is well answers."""
    return {
        "badge.svg": Reply("image/svg+xml", svg("pypi: v2.32.3")),
        "badge.png": Reply("image/png", png()),
        "version.json": Reply("application/json", badge("v2.32.3")),
        "download.json": Reply("application/json", badge("12.5M/month")),
        "downloads": Reply(
            "application/json", b"{}", headers={"Blazon-Basis": f'first="2026-03-25", last="{NEWEST_DAY}", missing=0'}
        ),
        "": Reply("text/html", b'<!doctype html><html><input name="p" id="project"></html>'),
    }


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def server_bind(self):
        """Without looking up the name of this machine, as the library's does for seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]

    def handle_error(self, *_):
        """A client that goes is no news."""


class StandIn:
    """An HTTP server whose answers a test chooses, and which keeps what it was asked."""

    def __init__(self, certificate=None):
        self.replies, self.asked = well(), []
        stand_in = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # Headers and body in one packet: else each answer waits for an acknowledgement.

            def do_GET(self):
                stand_in.answer(self, b"")

            def do_POST(self):
                stand_in.answer(self, self.rfile.read(int(self.headers["Content-Length"])))

            def log_message(self, *_):
                pass

        self.server = Server(("127.0.0.1", 0), Handler)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.url = f"{'https' if certificate else 'http'}://127.0.0.1:{self.server.server_port}"
        self.released = threading.Event()
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def answer(self, handler, body):
        path = urllib.parse.urlsplit(handler.path).path
        self.asked.append((handler.command, handler.path, dict(handler.headers), body))
        name = path.rsplit("/", 1)[1]
        if name == "badge.json":
            name = path.split("/")[1] + ".json"
        reply = self.replies.get(name, Reply("text/plain", b"", 404))
        if callable(reply):
            reply(handler)
            return
        handler.send_response(reply.status)
        handler.send_header("Content-Type", reply.kind)
        for header, value in {"Content-Length": str(len(reply.body)), **reply.headers}.items():
            handler.send_header(header, value)
        handler.end_headers()
        handler.wfile.write(reply.body)

    def close(self):
        self.released.set()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


class MailServer:
    """Enough of SMTP to take a mail, or to refuse it."""

    def __init__(self):
        self.mails, self.logins, self.refuses = [], [], False
        mail_server = self

        class Handler(socketserver.StreamRequestHandler):
            def say(self, line):
                self.wfile.write(line.encode() + b"\r\n")

            def handle(self):
                self.say("220 stand-in")
                for line in self.rfile:
                    word = line.split()[0].upper() if line.split() else b""
                    if word == b"EHLO":
                        self.say("250-stand-in")
                        self.say("250 AUTH PLAIN")
                    elif word == b"AUTH":
                        mail_server.logins.append(base64.b64decode(line.split()[2]))
                        self.say("235 welcome")
                    elif word == b"RCPT" and mail_server.refuses:
                        self.say("550 no such person")
                    elif word == b"DATA":
                        self.say("354 go on")
                        mail = []
                        for part in self.rfile:
                            if part == b".\r\n":
                                break
                            mail.append(part)
                        mail_server.mails.append(b"".join(mail).decode())
                        self.say("250 taken")
                    elif word == b"QUIT":
                        self.say("221 bye")
                        return
                    else:
                        self.say("250 ok")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.port = self.server.server_address[1]
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def close(self):
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()


class ProbeTest(unittest.TestCase):
    def setUp(self):
        self.blazon, self.told = StandIn(), StandIn()
        self.addCleanup(lambda: self.blazon.close())
        self.addCleanup(self.told.close)
        for name in ("webhook", "sms", "alive"):
            self.told.replies[name] = Reply("text/plain", b"ok")
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.state = os.path.join(folder.name, "state", "state.json")

    def settings(self, **more):
        given = {
            "PROBE_URL": self.blazon.url,
            "PROBE_STATE": self.state,
            "PROBE_RETRY_AFTER": "0",
            "PROBE_WEBHOOK_URL": self.told.url + "/webhook",
            **more,
        }
        return probe.read_settings(None, given)

    def run_probe(self, now=NOW, **more):
        settings = self.settings(**more)
        with contextlib.redirect_stderr(io.StringIO()) as said, probe.alone(settings["PROBE_STATE"]):
            status = probe.run(settings, probe.Web(settings), now)
        return status, said.getvalue()

    def webhooks(self):
        return [json.loads(body) for _, path, _, body in self.told.asked if path == "/webhook"]

    def broken(self, **more):
        settings = self.settings(**more)
        return probe.probe(settings, probe.Web(settings), NOW)[1]

    def break_badge(self):
        self.blazon.replies["badge.svg"] = Reply("image/svg+xml", svg("pypi: unavailable"))


class WhatIsBroken(ProbeTest):
    def test_a_blazon_that_is_well(self):
        settings = self.settings()
        seen, broken = probe.probe(settings, probe.Web(settings), NOW)

        self.assertEqual({}, broken)
        self.assertEqual(["svg", "png", "json", "page", "downloads", "counts"], list(seen))
        self.assertEqual("pypi: v2.32.3", seen["svg"])
        self.assertEqual("until " + NEWEST_DAY, seen["counts"])

    def test_each_way_of_being_broken_is_noticed(self):
        good_png = png()
        for name, reply, check, why in [
            ("badge.svg", Reply("image/svg+xml", svg("pypi: unavailable")), "svg", "no version"),
            ("badge.svg", Reply("image/svg+xml", svg("pypi: not found")), "svg", "no version"),
            ("badge.svg", Reply("image/svg+xml", svg("pypi: v1")[:-3]), "svg", "not well formed"),
            ("badge.svg", Reply("image/svg+xml", b""), "svg", "not well formed"),
            ("badge.svg", Reply("image/svg+xml", b"<html/>"), "svg", "root"),
            ("badge.svg", Reply("image/svg+xml", svg("pypi: v1").replace(b'"80"', b'"0"')), "svg", "size"),
            ("badge.svg", Reply("image/svg+xml", svg("pypi: v1"), 503), "svg", "status 503"),
            ("badge.svg", Reply("image/svg+xml", b"", 204), "svg", "status 204"),
            ("badge.svg", Reply("text/html", svg("pypi: v1")), "svg", "text/html came"),
            ("badge.svg", Reply("image/svg+xml", svg("pypi: v1"), 302, {"Location": "/"}), "svg", "status 302"),
            ("badge.svg", Reply("image/svg+xml", b" " * (3 << 20)), "svg", "more than"),
            ("badge.svg", Reply("image/svg+xml", svg("pypi: v1"), headers={"Content-Length": "900"}), "svg", "n"),
            ("badge.png", Reply("image/png", good_png[:-12]), "png", "cut"),
            ("badge.png", Reply("image/png", good_png[:50]), "png", "damaged"),
            ("badge.png", Reply("image/png", b"GIF89a"), "png", "does not begin"),
            ("badge.png", Reply("image/png", good_png.replace(b"IDAT", b"IDAX")), "png", "damaged"),
            ("badge.png", Reply("image/png", png(pixels=b"\x00" * 10)), "png", "blank"),
            ("badge.png", Reply("image/png", png(pixels=b"\x00\x01")), "png", "not as many"),
            ("badge.png", Reply("image/png", png(pixels=b"\x00" * 900)), "png", "not as many"),
            ("version.json", Reply("application/json", b"[]"), "json", "no badge"),
            ("version.json", Reply("application/json", b'{"message": 7}'), "json", "no version"),
            ("version.json", Reply("application/json", badge("unavailable")), "json", "no version"),
            ("download.json", Reply("application/json", badge("rate limited")), "downloads", "`rate limited`"),
            ("download.json", Reply("application/json", badge("no data yet")), "downloads", "no number"),
            ("downloads", Reply("application/json", b"{}"), "counts", "which day"),
            (
                "downloads",
                Reply("application/json", b"{}", headers={"Blazon-Basis": 'last="2026-09-16"'}),
                "counts",
                "2026-09-16, 5 days ago",
            ),
            ("", Reply("text/html", b"<html>It works!</html>"), "page", "no field"),
        ]:
            with self.subTest(name, why=why):
                self.blazon.replies = {**well(), name: reply}
                broken = self.broken()
                self.assertEqual([check], list(broken))
                self.assertIn(why, broken[check])

    def test_a_server_that_is_silent_resets_or_trickles(self):
        def silent(handler):
            self.blazon.released.wait(30)

        def resets(handler):
            handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            handler.close_connection = True
            handler.connection.close()

        def trickles(handler):
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: image/svg+xml\r\nContent-Length: 99999\r\n\r\n")
            with contextlib.suppress(OSError):
                while not self.blazon.released.wait(0.05):
                    handler.wfile.write(b" ")
                    handler.wfile.flush()

        def garbage(handler):
            handler.wfile.write(b"\x00\xff" * 100)
            handler.close_connection = True

        for fault in (silent, resets, trickles, garbage):
            with self.subTest(fault.__name__):
                self.blazon.replies = {**well(), "badge.svg": fault}
                broken = self.broken(PROBE_TIMEOUT="1")
                self.assertIn("svg", broken)
                self.assertIn("no ", broken["svg"])

    def test_a_server_that_is_gone(self):
        with socket.socket() as gone:
            gone.bind(("127.0.0.1", 0))
            broken = self.broken(PROBE_URL=f"http://127.0.0.1:{gone.getsockname()[1]}")

        self.assertEqual({"svg", "png", "json", "page", "downloads", "counts"}, set(broken))

    def test_what_is_well_at_the_second_look_is_well(self):
        replies = iter([Reply("image/svg+xml", b"", 503)])

        def once(handler):
            self.blazon.replies["badge.svg"] = well()["badge.svg"]
            handler.send_response(next(replies).status)
            handler.send_header("Content-Length", "0")
            handler.end_headers()

        self.blazon.replies["badge.svg"] = once
        self.assertEqual({}, self.broken())

    def test_no_cache_has_the_download_badge(self):
        self.broken()
        self.broken()
        asked = {path for _, path, _, _ in self.blazon.asked if path.startswith("/download/")}
        self.assertEqual(2, len(asked))

    def test_downloads_need_not_be_counted(self):
        self.blazon.replies["download.json"] = self.blazon.replies["downloads"] = Reply("text/plain", b"", 404)
        self.assertEqual({}, self.broken(PROBE_COUNTS_DAYS="0"))


class Certificates(ProbeTest):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.certificate = os.path.join(folder.name, "both.pem")
        make = "openssl req -x509 -newkey rsa:2048 -nodes -days 90 -subj /CN=test -addext subjectAltName=IP:127.0.0.1"
        pem = subprocess.run(
            [*make.split(), "-keyout", "-", "-out", "-"], check=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        with open(cls.certificate, "wb") as file:
            file.write(pem.stdout)
        known = ssl.create_default_context(cafile=cls.certificate).get_ca_certs()
        cls.ends = ssl.cert_time_to_seconds(known[0]["notAfter"])

    def setUp(self):
        super().setUp()
        self.blazon.close()
        self.blazon = StandIn(self.certificate)
        self.blazon.replies["downloads"].headers["Blazon-Basis"] = 'last="9999-12-31"'

    def seen(self, now, **more):
        settings = self.settings(**more)
        return probe.probe(settings, probe.Web(settings), now)

    def test_its_days_are_counted(self):
        seen, broken = self.seen(self.ends - 20 * 86400 - 1, PROBE_CA_FILE=self.certificate)
        self.assertEqual({}, broken)
        self.assertEqual("20 days", seen["certificate"])

    def test_one_that_ends_soon_is_told(self):
        _, broken = self.seen(self.ends - 5 * 86400 - 1, PROBE_CA_FILE=self.certificate)
        self.assertEqual({"certificate": "the certificate ends in 5 days"}, broken)

    def test_one_of_an_unknown_authority_is_broken(self):
        _, broken = self.seen(NOW)
        self.assertIn("CERTIFICATE_VERIFY_FAILED", broken["svg"])
        self.assertIn("certificate", broken)


class WhoIsTold(ProbeTest):
    def test_once_when_it_breaks_daily_while_it_does_and_once_when_it_is_well(self):
        self.assertEqual(0, self.run_probe()[0])
        self.assertEqual([], self.webhooks())

        self.break_badge()
        day = 24 * 3600
        for later in (0, 900, 1_800, day - 900, day, day + 900):
            self.assertEqual(1, self.run_probe(NOW + later, PROBE_COUNTS_DAYS="0")[0])
        self.blazon.replies = well()
        for later in (day + 1_800, day + 2_700):
            self.assertEqual(0, self.run_probe(NOW + later, PROBE_COUNTS_DAYS="0")[0])

        told = self.webhooks()
        self.assertEqual(["broken", "still broken", "well"], [message["state"] for message in told])
        self.assertIn("the badge says `pypi: unavailable`", told[0]["broken"]["svg"])
        self.assertIn("svg", told[0]["text"])
        self.assertEqual(["2026-09-21 14:13 UTC"] * 3, [message["since"] for message in told])

    def test_what_could_not_be_told_is_told_next_time_on_the_way_that_failed(self):
        more = {
            "PROBE_SMS_URL": self.told.url + "/sms",
            "PROBE_SMS_FROM": "+1",
            "PROBE_SMS_TO": "+2",
            "PROBE_ALIVE_URL": self.told.url + "/alive",
        }
        self.told.replies["sms"] = Reply("text/plain", b"", 500)
        self.break_badge()
        status, said = self.run_probe(**more)
        self.assertEqual(2, status)
        self.assertIn("the SMS gateway answered 500", said)
        self.assertEqual(["/webhook", "/sms"], [path for _, path, _, _ in self.told.asked])

        self.told.replies["sms"] = Reply("text/plain", b"", 201)
        self.assertEqual(1, self.run_probe(NOW + 900, **more)[0])
        self.assertEqual(["/webhook", "/sms", "/sms", "/alive"], [path for _, path, _, _ in self.told.asked])

    def test_who_was_never_told_need_not_hear_that_it_is_well(self):
        self.told.replies["webhook"] = Reply("text/plain", b"", 500)
        self.break_badge()
        self.assertEqual(2, self.run_probe()[0])
        self.told.replies["webhook"] = Reply("text/plain", b"ok")
        self.blazon.replies = well()
        self.assertEqual(0, self.run_probe(NOW + 900)[0])
        self.assertEqual(["broken"], [message["state"] for message in self.webhooks()])

    def test_a_state_that_cannot_be_read_is_forgotten(self):
        self.break_badge()
        self.run_probe()
        for damage in ("", "{", "[]", '{"state": 7}', "\0" * 100):
            with open(self.state, "w", encoding="utf-8") as file:
                file.write(damage)
            self.assertEqual(1, self.run_probe(NOW + 60)[0])
        self.assertEqual(6, len(self.webhooks()))

    def test_a_clock_that_went_back_silences_nothing(self):
        self.break_badge()
        self.run_probe(NOW)
        self.run_probe(NOW - 3 * 86400, PROBE_COUNTS_DAYS="0")
        self.assertEqual(["broken", "still broken"], [message["state"] for message in self.webhooks()])

    def test_an_sms_has_the_form_of_twilio(self):
        self.break_badge()
        self.run_probe(
            PROBE_SMS_URL=self.told.url + "/2010-04-01/Accounts/AC1/sms",
            PROBE_SMS_USER="AC1",
            PROBE_SMS_PASSWORD="secret",
            PROBE_SMS_FROM="+15550001",
            PROBE_SMS_TO="+15550002, +15550003",
        )
        texts = [(headers, body) for _, path, headers, body in self.told.asked if path.endswith("/sms")]
        forms = [dict(urllib.parse.parse_qsl(body.decode())) for _, body in texts]
        self.assertEqual(["+15550002", "+15550003"], [form["To"] for form in forms])
        self.assertEqual("+15550001", forms[0]["From"])
        self.assertLessEqual(len(forms[0]["Body"]), 300)
        self.assertIn("is broken. svg: the badge says", forms[0]["Body"])
        self.assertEqual("Basic " + base64.b64encode(b"AC1:secret").decode(), texts[0][0]["Authorization"])

    def test_mail_is_sent_and_a_refusal_is_a_failure(self):
        mail = MailServer()
        self.addCleanup(mail.close)
        more = {
            "PROBE_SMTP_URL": f"smtp://user:p%40ss@127.0.0.1:{mail.port}",
            "PROBE_MAIL_FROM": "probe@example.com",
            "PROBE_MAIL_TO": "a@example.com, b@example.com",
        }
        self.break_badge()
        self.assertEqual(1, self.run_probe(**more)[0])
        self.assertEqual([b"\0user\0p@ss"], mail.logins)
        self.assertIn("Subject: Blazon", mail.mails[0])
        self.assertIn("svg: the badge says", mail.mails[0])

        mail.refuses = True
        status, said = self.run_probe(NOW + 2 * 86400, PROBE_COUNTS_DAYS="0", **more)
        self.assertEqual(2, status)
        self.assertIn("the mail server", said)

    def test_the_dead_mans_switch_is_asked_also_when_it_is_broken(self):
        self.break_badge()
        self.assertEqual(1, self.run_probe(PROBE_ALIVE_URL=self.told.url + "/alive")[0])
        self.assertEqual("/alive", self.told.asked[-1][1])


class CommandLine(ProbeTest):
    def main(self, *arguments, **more):
        environment = {"PROBE_URL": self.blazon.url, "PROBE_STATE": self.state, "PROBE_RETRY_AFTER": "0", **more}
        with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as errors:
            status = probe.main(arguments, environment)
        return status, out.getvalue() + errors.getvalue()

    def test_a_dry_run_prints_tells_nobody_and_remembers_nothing(self):
        self.break_badge()
        status, said = self.main("--dry-run", PROBE_COUNTS_DAYS="0", PROBE_WEBHOOK_URL=self.told.url + "/webhook")
        self.assertEqual(1, status)
        self.assertIn("svg: BROKEN: the badge says", said)
        self.assertIn("page: ", said)
        self.assertEqual([], self.told.asked)
        self.assertFalse(os.path.exists(self.state))

    def test_a_test_message_reaches_everybody(self):
        self.assertEqual(0, self.main("--test-message", PROBE_WEBHOOK_URL=self.told.url + "/webhook")[0])
        self.assertEqual("test", self.webhooks()[0]["state"])
        self.assertIn("nobody is to be told", self.main("--test-message")[1])

    def test_wrong_settings_are_named(self):
        for more, why in [
            ({"PROBE_URL": ""}, "PROBE_URL must be"),
            ({"PROBE_URL": "badges.example.com"}, "PROBE_URL must be"),
            ({"PROBE_TIMEOUT": "soon"}, "PROBE_TIMEOUT must be a number"),
            ({"PROBE_TYPO": "1"}, "PROBE_TYPO is no setting"),
            ({"PROBE_SMS_URL": "https://example.com"}, "PROBE_SMS_FROM, PROBE_SMS_TO is missing"),
            ({"PROBE_WEBHOOK_URL": "example.com"}, "PROBE_WEBHOOK_URL must begin"),
            ({"PROBE_CA_FILE": "/nowhere"}, "PROBE_CA_FILE"),
        ]:
            with self.subTest(why):
                status, said = self.main(**more)
                self.assertEqual(2, status)
                self.assertIn(why, said)

    def test_the_file_of_settings_is_read_and_its_mistakes_are_named(self):
        with tempfile.NamedTemporaryFile("w", suffix=".conf") as file:
            file.write(f"# comment\n\nPROBE_URL=\"{self.blazon.url}/\"\nPROBE_COUNTS_DAYS=0\n")
            file.flush()
            settings = probe.read_settings(file.name, {"PROBE_COUNTS_DAYS": "7"})
            self.assertEqual(self.blazon.url, settings["PROBE_URL"])
            self.assertEqual(7, settings["PROBE_COUNTS_DAYS"])
            file.write("PROBE_UR=x\n")
            file.flush()
            with self.assertRaisesRegex(probe.BadSettings, ":5: PROBE_UR is no setting"):
                probe.read_settings(file.name, {})

    def test_one_probe_at_a_time(self):
        with probe.alone(self.state):
            self.assertEqual((2, "blazon-probe: another probe is still running\n"), self.main())


if __name__ == "__main__":
    unittest.main()
