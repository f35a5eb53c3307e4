import os
import re
import socket
import sys
import unittest

from . import servers
from .programs import WAIT, run
from .servers import Server


def sent(code, *arguments, **variables):
    """The one request of a program."""
    with Server(servers.accept) as server:
        ended = run(code + WAIT, server.url, *arguments, **variables)
        if (ended.status, ended.out, ended.err) != (0, "", ""):
            raise AssertionError("%d %r %r" % (ended.status, ended.out, ended.err))
        (request,) = server.await_requests(1)
        return request


def keys(value, before=""):
    """The paths of all values, written as the service's group_by."""
    if not isinstance(value, dict):
        return {before}
    return set().union(*(keys(value[k], before + "$" + k if before else k) for k in value))


PRIVATE = {
    "hostname",
    "hostfqdn",
    "username",
    "python$argv",
    "python$bin",
    "uname$node",
    "uname$version",
    "time$std_utc_offset",
}


class MessageTest(unittest.TestCase):
    def test_it_tells_the_package_the_python_and_the_kind_of_system(self):
        request = sent("blazon_usage.report(url, package='x', version='1.2')")
        message = request.message()
        self.assertEqual("POST /v1/on_import HTTP/1.1", request.line)
        self.assertEqual("application/json", request.headers["content-type"])
        self.assertEqual("x", message["package"])
        self.assertEqual("1.2", message["version"])
        self.assertEqual(0, message["sequence"])
        self.assertRegex(message["uuid"], r"^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")
        python = message["python"]
        self.assertEqual(list(sys.version_info), python["version_info"])
        self.assertEqual("%d.%d.%d" % sys.version_info[:3], python["version"])
        self.assertIs(sys.maxsize > 2**32, python["is_64bit"])
        self.assertIs(True, python["have_ucs4"])
        self.assertEqual(os.uname().sysname, message["uname"]["system"])
        self.assertEqual(os.uname().machine, message["uname"]["machine"])
        self.assertTrue(os.uname().release.startswith(message["uname"]["release"]))
        self.assertRegex(message["time"]["utc"], r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$")

    def test_what_other_modules_tell_is_the_same(self):
        import platform
        import sqlite3
        import ssl

        python = sent("blazon_usage.report(url)").message()["python"]
        self.assertEqual(ssl.OPENSSL_VERSION, python["openssl_version"])
        self.assertEqual(sqlite3.sqlite_version, python["sqlite_version"])
        self.assertEqual(platform.python_implementation(), python["implementation"])
        self.assertEqual(platform.python_compiler(), python["compiler"])
        self.assertEqual(platform.python_build()[1], python["build_date"])

    def test_by_default_it_names_nobody(self):
        secret = "a-secret-argument"
        request = sent(
            "sys.argv.append('%s'); blazon_usage.report(url, package='x')" % secret,
            USER="a-secret-user",
            LOGNAME="a-secret-user",
        )
        self.assertEqual(set(), PRIVATE & keys(request.message()))
        self.assertNotIn(b"secret", request.body)
        self.assertNotIn(sys.executable.encode(), request.body)
        self.assertNotIn(os.uname().release.encode(), request.body)
        self.assertNotIn(os.uname().version.encode(), request.body)
        self.assertNotIn("authorization", request.headers)
        self.assertNotIn("version", request.message())
        self.assertLess(len(request.body), 1500)

    def test_it_names_host_user_and_command_when_asked(self):
        message = sent(
            "sys.argv[:] = ['a program', '--of=mine']\n"
            "blazon_usage.report(url, identities=True)",
            LOGNAME="somebody",
        ).message()
        self.assertEqual(PRIVATE, PRIVATE & keys(message))
        self.assertEqual(socket.gethostname(), message["hostname"])
        self.assertEqual(os.uname().nodename, message["uname"]["node"])
        self.assertEqual(os.uname().version, message["uname"]["version"])
        self.assertEqual("somebody", message["username"])
        self.assertEqual("'a program' --of=mine", message["python"]["argv"])
        self.assertEqual(sys.executable, message["python"]["bin"])

    def test_a_token_is_sent_as_bearer(self):
        request = sent("blazon_usage.report(url, token='s3cret')")
        self.assertEqual("Bearer s3cret", request.headers["authorization"])
        self.assertNotIn(b"s3cret", request.body)

    def test_the_path_of_the_address_is_kept(self):
        for path, requested in (
            ("", "/v1/on_import"),
            ("/", "/v1/on_import"),
            ("/v1/on_import", "/v1/on_import"),
            ("/usage/", "/usage/v1/on_import"),
            ("/a%20b?c=d#e", "/a%20b/v1/on_import"),
            ("/\u00e9", "/%C3%A9/v1/on_import"),
        ):
            with self.subTest(path=path):
                request = sent("blazon_usage.report(url + %a)" % path)
                self.assertEqual("POST %s HTTP/1.1" % requested, request.line)

    def test_long_and_odd_texts_are_cut_and_mended(self):
        request = sent(
            "blazon_usage.report(url, package='p' * 5000 + chr(0xdc80), version=chr(0xdc80) + '\\r\\n')"
        )
        message = request.message()
        self.assertEqual("p" * 200, message["package"])
        self.assertEqual("?\r\n", message["version"])

    def test_an_interpreter_without_arguments_and_path_reports_too(self):
        message = sent(
            "del sys.argv; sys.executable = None; blazon_usage.report(url, identities=True)"
        ).message()
        self.assertEqual("", message["python"]["argv"])
        self.assertEqual("", message["python"]["bin"])

    def test_one_process_has_one_uuid_and_counts_its_reports(self):
        with Server(servers.accept) as server:
            run(
                "for package in 'abc': blazon_usage.report(url, package=package)" + WAIT,
                server.url,
            )
            messages = [request.message() for request in server.await_requests(3)]
        self.assertEqual(1, len({message["uuid"] for message in messages}))
        self.assertEqual(
            {("a", 0), ("b", 1), ("c", 2)}, {(m["package"], m["sequence"]) for m in messages}
        )

    def test_the_project_has_the_version_of_the_file(self):
        import blazon_usage

        from .programs import FOLDER

        project = (FOLDER / "pyproject.toml").read_text(encoding="utf-8")
        self.assertRegex(project, r'(?m)^dynamic = \["version"\]$')
        parent = (FOLDER.parent.parent / "pom.xml").read_text(encoding="utf-8")
        version = re.search(r"<artifactId>blazon</artifactId>\s*<version>([^<]+)<", parent)
        self.assertEqual(version.group(1), blazon_usage.__version__)
