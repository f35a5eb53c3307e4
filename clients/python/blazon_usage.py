"""Reports to a Blazon service that a package is used, and by which Python on which kind of system.

    import blazon_usage
    blazon_usage.report("https://usage.example.org", package="x", version="1.2")

The call returns at once, never raises, and says nothing. A thread sends one message of about 700
bytes. By default it names no host, no user, no file and no argument. A user switches it off with
DO_NOT_TRACK=1 or BLAZON_USAGE=off. ``python -m blazon_usage --dry-run`` prints the message.

This file is all there is: it needs the standard library of Python 3.8 or later, and may be copied
into a package. Modules that take long to import are imported by the thread.
"""

import os
import sys
import time

__all__ = ["report"]
__version__ = "1.1.0"

# Seconds that a report may take once the service's name is found. Then it is given up.
_DEADLINE = 10.0

# Seconds for which the end of the interpreter waits for reports, and then for the end of a step that
# must not be cut (_Whole). The promise is 0.1 in sum.
_WAIT_AT_END = 0.05
_WAIT_FOR_STEP = 0.02

# A report that has not come through after this time meets an unreachable service: the end of the
# interpreter does not wait for it at all.
_WORTH_WAITING = 2.0

# Seconds for which a fork waits for the end of such a step.
_WAIT_BEFORE_FORK = 1.0

# A program has few packages that report; something that reports in a loop is stopped here.
_MOST_REPORTS = 16

_PATH = "/v1/on_import"
_LONGEST_TEXT = 200
_LONGEST_COMMAND = 4000
_LARGEST_ANSWER = 16384
_LARGEST_FILE = 16384
_LARGEST_TRUST = 4 << 20

# The names that platform.python_implementation gives.
_IMPLEMENTATIONS = {"cpython": "CPython", "pypy": "PyPy", "graalpy": "GraalVM"}


def report(url, package=None, version=None, *, token=None, identities=False, verbose=False):
    """Reports once that this process uses a package. Returns at once, and never raises.

    url: the service's address, http or https; "/v1/on_import" is added unless it ends so.
    package, version: what is used, for example the caller's own name and version.
    token: the service's token, if it asks for one; sent as "Authorization: Bearer".
    identities: whether to send also the names of host and user, the command line, the path of the
        interpreter, the system's exact build and the time zone.
    verbose: whether to say on file descriptor 2 what became of it.

    A second call for the same url and package does nothing. A forked child is a process of its own:
    nothing is sent for it unless it calls this itself. May be called by every thread.
    """
    try:
        refusal = _refusal()
        if refusal is None:
            _send_once(url, package, version, token, identities, verbose)
        elif verbose:
            _say("not sent: " + refusal)
    except Exception as problem:  # Never the program's problem: no thread, no memory, odd arguments.
        if verbose:
            _say("not sent: " + _words(problem))


def _refusal():
    """Why this user wants no report; None if nothing is known of that."""
    if os.environ.get("DO_NOT_TRACK", "").strip().lower() not in ("", "0", "false"):
        return "DO_NOT_TRACK is set"
    if os.environ.get("BLAZON_USAGE", "").strip().lower() in ("off", "0", "false", "no"):
        return "BLAZON_USAGE is off"
    return None


# --- the process -------------------------------------------------------------------------------


class _Process:
    """What this process has reported. Its uuid says that two reports are of one process; it is
    random, and says nothing else."""

    def __init__(self):
        number = int.from_bytes(os.urandom(16), "big")
        number = number & ~(0xF << 76) & ~(0x3 << 62) | (4 << 76) | (2 << 62)  # RFC 9562, version 4
        text = "%032x" % number
        self.uuid = "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
        self.reports = {}  # by url and package, in the order of their sequence


# By process id, since a fork inherits the parent's. Changes are single steps, which are atomic: a
# lock could be held by a thread that a fork does not have, or by the code that a signal interrupts.
_processes = {}

_hooks = {}


def _this_process():
    pid = os.getpid()
    return _processes.get(pid) or _processes.setdefault(pid, _Process())


def _send_once(url, package, version, token, identities, verbose):
    if not _in_main_interpreter():
        raise RuntimeError("reports are sent by the main interpreter only")
    process = _this_process()
    key = (str(url), None if package is None else str(package))
    if key in process.reports:
        return
    if len(process.reports) >= _MOST_REPORTS:
        raise RuntimeError("too many reports")
    report = _Report(process.uuid, key[0], key[1], version, token, identities, verbose)
    if process.reports.setdefault(key, report) is not report:
        return
    report.sequence = list(process.reports).index(key)
    _hook()
    try:
        _start(report.run)
    except BaseException:
        report.done.release()
        raise


def _in_main_interpreter():
    """Whether this is the interpreter that ends with the process. Any other one that ends while a
    thread runs takes the whole process down (Py_EndInterpreter)."""
    import _thread

    if hasattr(_thread, "_is_main_interpreter"):  # Python 3.12 and later
        return _thread._is_main_interpreter()
    try:
        import _xxsubinterpreters as interpreters
    except ImportError:  # An implementation that has no others.
        return True
    return interpreters.get_current() == interpreters.get_main()


def _hook():
    """Registers once what happens at a fork and at the end. A fork inherits both."""
    caller = object()
    if _hooks.setdefault("registered by", caller) is not caller:
        return
    import atexit

    atexit.register(_at_end)
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(
            before=_before_fork,
            after_in_parent=_after_fork,
            after_in_child=_after_fork_in_child,
        )


def _start(function):
    """Starts a thread that gets no signals. threading.Thread would wait until it runs, which takes
    milliseconds in a busy program. It is a daemon: the end of the interpreter stops it."""
    import _thread

    try:
        import _signal  # What the module signal is made of, which takes a millisecond to import.

        old = _signal.pthread_sigmask(_signal.SIG_BLOCK, ())
        faults = (_signal.SIGSEGV, _signal.SIGBUS, _signal.SIGFPE, _signal.SIGILL)
        signals = set(_signal.valid_signals()).difference(faults)
    except (ImportError, AttributeError):  # Windows
        _thread.start_new_thread(function, ())
        return
    # A signal that the program's threads block, to wait for it, would be delivered to this one, and
    # end the process; so would a SIGPIPE if the program has its default action. The thread inherits
    # the mask, since it could change its own only after a moment.
    try:
        _signal.pthread_sigmask(_signal.SIG_BLOCK, signals)
        _thread.start_new_thread(function, ())
    finally:
        _signal.pthread_sigmask(_signal.SIG_SETMASK, old)


def _at_end():
    try:
        _wait(_WAIT_AT_END, _WORTH_WAITING)
        _whole.no_more(_WAIT_FOR_STEP)
    except BaseException:  # Somebody pressed Ctrl-C, and the interpreter ends anyway.
        pass


def _wait(seconds, youth=float("inf")):
    """Waits until all reports of this process have ended that are younger than this."""
    process = _processes.get(os.getpid())
    end = time.monotonic() + seconds
    for report in list(process.reports.values()) if process else ():
        left = end - time.monotonic()
        if time.monotonic() - report.started < youth and left > 0:
            if report.done.acquire(True, left):
                report.done.release()


# --- fork and end ------------------------------------------------------------------------------


class _Whole:
    """Held by a thread during a step that neither a fork nor the interpreter's end may cut.

    Such a step imports modules: the child of a fork in the middle of an import would wait for ever
    as soon as it imports the same module. Or it computes in OpenSSL, which does so beside the
    interpreter: when the process ends, OpenSSL frees what it uses, and a thread that still computes
    would crash the process.
    """

    def __init__(self):
        import _thread

        self._lock = _thread.allocate_lock()
        self._forking = set()
        self._over = False

    def __enter__(self):
        self._lock.acquire()
        if self._over:
            self._lock.release()
            raise RuntimeError("the interpreter ends")

    def __exit__(self, *problem):
        self._lock.release()

    def before_fork(self, thread):
        if self._lock.acquire(True, _WAIT_BEFORE_FORK):
            self._forking.add(thread)

    def after_fork(self, thread):
        if thread in self._forking:
            self._forking.discard(thread)
            self._lock.release()

    def no_more(self, seconds):
        """Lets no further step begin, and waits as long for the one that is under way."""
        self._over = True
        if self._lock.acquire(True, seconds):
            self._lock.release()


_whole = _Whole()


def _before_fork():
    import _thread

    _whole.before_fork(_thread.get_ident())


def _after_fork():
    import _thread

    _whole.after_fork(_thread.get_ident())


def _after_fork_in_child():
    global _whole
    _whole = _Whole()
    for process in list(_processes.values()):
        for report in list(process.reports.values()):
            if report.connection is not None:  # The parent's; the service would wait for both.
                try:
                    report.connection.close()
                except Exception:
                    pass
    _processes.clear()


# --- a report ----------------------------------------------------------------------------------


class _Report:
    """One report, and the thread that sends it."""

    def __init__(self, uuid, url, package, version, token, identities, verbose):
        import _thread

        self.uuid = uuid
        self.sequence = 0
        self.url = url
        self.package = package
        self.version = version
        self.token = token
        self.identities = identities
        self.verbose = verbose
        self.called = time.time()
        self.started = time.monotonic()
        self.connection = None
        self.problem = "it has not ended"
        self.done = _thread.allocate_lock()
        self.done.acquire()

    def run(self):
        try:
            try:
                self.send()
                self.problem = None
            except BaseException as problem:  # Nobody is there to take it.
                self.problem = _words(problem)
            if self.verbose:
                _say("sent" if self.problem is None else "not sent: " + self.problem)
        except BaseException:
            pass
        finally:
            self.done.release()

    def send(self):
        with _whole:
            address = _Address(self.url)
            _import_all(address.secure, self.identities)
        import json

        body = json.dumps(_message(self), separators=(",", ":")).encode()
        request = _head(address, self.token, len(body)) + body
        import socket

        # Nothing bounds the time of this call. Only this thread waits for it.
        found = socket.getaddrinfo(address.name, address.port, 0, socket.SOCK_STREAM)
        deadline = time.monotonic() + _DEADLINE
        try:
            self.connect(found, deadline)
            channel = self.connection
            if address.secure:
                channel = _Secure(channel, address.name.decode(), deadline)
            channel.settimeout(_left(deadline))
            channel.sendall(request)
            _check(_answer(channel, deadline))
        finally:
            if self.connection is not None:
                self.connection.close()
                self.connection = None

    def connect(self, found, deadline):
        """Connects to the first address that answers. Each has its share of the time."""
        import socket

        problem = OSError("the name has no address")
        for tried, (family, kind, protocol, _, address) in enumerate(found):
            self.connection = socket.socket(family, kind, protocol)
            try:
                self.connection.settimeout(_left(deadline) / (len(found) - tried))
                self.connection.connect(address)
                return
            except OSError as failure:
                problem = failure
                self.connection.close()
                self.connection = None
        raise problem


class _Secure:
    """A connection with TLS, used as a socket is. Only this file waits for the network, so that each
    step in OpenSSL is short, and whole."""

    def __init__(self, connection, name, deadline):
        import ssl

        self._connection = connection
        self._deadline = deadline
        self._arrived, self._leaving = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = _context().wrap_bio(self._arrived, self._leaving, server_hostname=name)
        self._step(self._tls.do_handshake)

    def settimeout(self, seconds):
        """Does nothing: each step has until the deadline."""

    def sendall(self, data):
        self._step(lambda: self._tls.write(data))

    def recv(self, most):
        import ssl

        try:
            return self._step(lambda: self._tls.read(most))
        except ssl.SSLEOFError:  # Many servers just close. Whether the answer is whole is seen later.
            return b""

    def _step(self, work):
        import ssl

        while True:
            missing = False
            try:
                with _whole:
                    result = work()
            except ssl.SSLWantReadError:
                missing, result = True, None
            leaving = self._leaving.read()
            if leaving:
                self._connection.settimeout(_left(self._deadline))
                self._connection.sendall(leaving)
            if not missing:
                return result
            self._connection.settimeout(_left(self._deadline))
            arrived = self._connection.recv(16384)
            if arrived:
                self._arrived.write(arrived)
            else:
                self._arrived.write_eof()


def _context():
    """Trusts what this machine trusts: the usual context, made in short steps. Loading the usual
    file of certificates takes OpenSSL 60 ms in one step beside the interpreter."""
    import re
    import ssl

    paths = ssl.get_default_verify_paths()
    if os.name == "nt" or not paths.cafile:
        with _whole:
            return ssl.create_default_context()
    with open(paths.cafile, encoding="ascii", errors="replace") as file:
        text = file.read(_LARGEST_TRUST)
    context = None
    for certificate in re.findall(r"-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----", text):
        try:
            if context is None:
                context = ssl.create_default_context(cadata=certificate)
            else:
                context.load_verify_locations(cadata=certificate)
        except (ssl.SSLError, ValueError):  # One that OpenSSL does not understand.
            pass
    if context is None:
        raise OSError("no certificates in " + paths.cafile)
    if paths.capath:
        context.load_verify_locations(capath=paths.capath)
    return context


class _Address:
    """Where a report goes. ValueError: nothing can be sent there."""

    def __init__(self, url):
        from urllib.parse import quote, urlsplit

        if any(c <= " " or c == "\x7f" for c in url):
            raise ValueError("the address has spaces or control characters")
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https"):
            raise ValueError("the address begins neither with http:// nor with https://")
        if not parts.hostname:
            raise ValueError("the address has no host")
        if "[" in parts.netloc and ":" not in parts.hostname:  # Python 3.11 checks that itself.
            raise ValueError("what is between [ and ] is no IPv6 address")
        if "@" in parts.netloc:
            raise ValueError("the address has a user: use a token")
        self.secure = parts.scheme == "https"
        usual = 443 if self.secure else 80
        self.port = usual if parts.port is None else parts.port
        self.name = parts.hostname.encode("idna")
        host = b"[" + self.name + b"]" if b":" in self.name else self.name
        self.host = host.decode() + ("" if self.port == usual else ":%d" % self.port)
        path = quote(parts.path.rstrip("/"), safe="/%:@!$&'()*+,;=~")
        self.path = path if path.endswith(_PATH) else path + _PATH


def _import_all(secure, identities):
    """Imports what a report needs, so that nothing is imported later: see _Whole."""
    import importlib.util
    import json
    import re
    import socket

    if secure:
        import ssl
    if identities:
        import getpass
        import shlex
    for name in ("_ssl", "_sqlite3") + (("pwd",) if identities else ()):
        try:
            __import__(name)
        except Exception:  # This Python was built without it.
            pass


def _head(address, token, length):
    lines = [
        "POST %s HTTP/1.1" % address.path,
        "Host: " + address.host,
        "User-Agent: blazon-usage/" + __version__,
        "Content-Type: application/json",
        "Content-Length: %d" % length,
        "Connection: close",
    ]
    if token is not None:
        token = str(token)
        if not token or not all("!" <= c <= "~" for c in token):
            raise ValueError("the token is empty, or has characters that no header may have")
        lines.append("Authorization: Bearer " + token)
    return "\r\n".join(lines + ["", ""]).encode("ascii")


def _answer(connection, deadline):
    """The answer, or the beginning of a long one."""
    data = b""
    while len(data) < _LARGEST_ANSWER and not _is_whole(data):
        connection.settimeout(_left(deadline))
        part = connection.recv(4096)
        if not part:
            break
        data += part
    return data


def _is_whole(data):
    import re

    head, end, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)\r\ncontent-length:[ \t]*(\d{1,9})[ \t]*(?:\r\n|$)", head)
    return bool(end and length and len(body) >= int(length.group(1)))


def _check(answer):
    import re

    status = re.match(rb"HTTP/1\.[01] (\d{3})\b", answer)
    if not status:
        raise OSError("what answers speaks no HTTP" if answer else "no answer")
    if status.group(1) != b"200":  # A redirect is not followed: it could lead to anybody.
        body = answer.partition(b"\r\n\r\n")[2][:_LONGEST_TEXT]
        raise OSError("status %s %s" % (status.group(1).decode(), ascii(body.decode("latin-1"))))
    if not re.search(rb'"success"\s*:\s*true', answer):
        raise OSError("what answers is no usage service")


def _left(deadline):
    left = deadline - time.monotonic()
    if left <= 0:
        raise OSError("no answer in time")
    return left


# --- the message -------------------------------------------------------------------------------


def _message(report):
    """What is sent, in the form of EspyMetrics. What is not known, or not asked for, is absent."""
    message = {
        "uuid": report.uuid,
        "sequence": report.sequence,
        "python": _python(),
        "uname": _system(),
        "time": {"utc": time.strftime("%Y-%m-%d %H:%M:%S", time.gmtime(report.called))},
    }
    if report.package is not None:
        message["package"] = _text(report.package)
    if report.version is not None:
        message["version"] = _text(report.version)
    _put(message, "linux_dist", _distribution)
    if report.identities:
        _add_identities(message)
    return message


def _python():
    import importlib.util
    import re

    python = {
        "implementation": _IMPLEMENTATIONS.get(sys.implementation.name, sys.implementation.name),
        "version": "%d.%d.%d" % sys.version_info[:3],
        "version_info": list(sys.version_info),
        "is_64bit": sys.maxsize > 2**32,
        "have_ucs4": sys.maxunicode > 0xFFFF,
    }
    # Importing readline would change the terminal.
    _put(python, "have_readline", lambda: importlib.util.find_spec("readline") is not None)
    # The modules ssl and sqlite3 tell the same, and take ten times as long to import.
    _put(python, "openssl_version", lambda: _text(sys.modules["_ssl"].OPENSSL_VERSION))
    _put(python, "sqlite_version", lambda: _text(sys.modules["_sqlite3"].sqlite_version))
    # "3.11.2 (main, Aug 26 2024, 07:20:54) [GCC 12.2.0]"; platform reads it alike.
    build = re.search(r"\([^,)]*,\s*([^)]*)\)\s*\[([^\]]*)\]", sys.version)
    if build:
        python["build_date"] = _text(build.group(1).replace(",", ""))
        python["compiler"] = _text(build.group(2))
    return python


def _system():
    """The kind of system, without platform, which starts other programs to find out."""
    import re

    if hasattr(os, "uname"):
        uname = os.uname()
        system, release, machine = uname.sysname, uname.release, uname.machine
    else:
        system = "Windows" if os.name == "nt" else sys.platform
        windows = sys.getwindowsversion()
        # Windows 11 calls itself 10, and differs in its build.
        release = "11" if windows[:3] >= (10, 0, 22000) else "%d" % windows[0]
        machine = os.environ.get("PROCESSOR_ARCHITEW6432", "")
        machine = machine or os.environ.get("PROCESSOR_ARCHITECTURE", "")
    # The rest of a release, as in 6.1.0-18-amd64-ours, can name who built it.
    number = re.match(r"\d+(\.\d+)?", release)
    return {
        "system": _text(system),
        "release": number.group() if number else "",
        "machine": _text(machine),
    }


def _distribution():
    """The distribution by its file os-release, the way systemd defines it."""
    import re

    for path in ("/etc/os-release", "/usr/lib/os-release"):
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read(_LARGEST_FILE)
        except OSError:
            continue
        values = dict(re.findall(r"""(?m)^(ID|VERSION_ID)=["']?([^"'\n]*)""", text))
        return {
            "name": _text(values.get("ID", "linux")),
            "version": _text(values.get("VERSION_ID", "")),
        }
    raise OSError("no distribution")


def _add_identities(message):
    import getpass
    import shlex
    import socket

    _put(message, "hostname", lambda: _text(socket.gethostname()))
    _put(message, "hostfqdn", lambda: _text(socket.getfqdn()))
    _put(message, "username", lambda: _text(getpass.getuser()))
    python, uname = message["python"], message["uname"]
    # An embedded interpreter has neither.
    command = getattr(sys, "argv", None) or ()
    _put(python, "argv", lambda: _text(" ".join(map(shlex.quote, command)), _LONGEST_COMMAND))
    _put(python, "bin", lambda: _text(sys.executable or ""))
    if hasattr(os, "uname"):
        for name in ("release", "version"):
            uname[name] = _text(getattr(os.uname(), name))
        uname["node"] = _text(os.uname().nodename)
    else:
        _put(uname, "node", lambda: _text(os.environ["COMPUTERNAME"]))
        _put(uname, "processor", lambda: _text(os.environ["PROCESSOR_IDENTIFIER"]))
    message["time"]["std_utc_offset"] = -time.timezone / 3600


def _put(values, name, value):
    """Sets what can be found out; no single fact is worth losing the others."""
    try:
        values[name] = value()
    except Exception:
        pass


def _text(value, longest=_LONGEST_TEXT):
    """A text that JSON can carry: undecodable bytes of file names become question marks."""
    return str(value)[:longest].encode("utf-8", "replace").decode("utf-8")


def _words(problem):
    return ("%s: %s" % (type(problem).__name__, problem))[:_LONGEST_TEXT]


def _say(sentence):
    """Writes without sys.stderr: a thread that holds its lock at the end of the interpreter would
    crash it."""
    try:
        os.write(2, ("blazon_usage: %s\n" % _text(sentence)).encode())
    except OSError:
        pass


# --- the command -------------------------------------------------------------------------------


def _main(arguments=None):
    """python -m blazon_usage. Returns the exit status: 0, or 1 if the report did not arrive."""
    import argparse

    parser = argparse.ArgumentParser(
        prog="python -m blazon_usage",
        description="Sends one usage report to a Blazon service.",
        epilog="Variables: BLAZON_USAGE_TOKEN is the service's token. With DO_NOT_TRACK=1 or"
        " BLAZON_USAGE=off nothing is sent. Exit status: 0, or 1 if the report did not arrive.",
    )
    parser.add_argument("--url", default="http://127.0.0.1:8080", help="default: %(default)s")
    parser.add_argument("--package", help="the name of what is used")
    parser.add_argument("--package-version", metavar="VERSION", help="its version")
    parser.add_argument(
        "--identities",
        action="store_true",
        help="send also the names of host and user, the command line, and the like",
    )
    parser.add_argument("--verbose", action="store_true", help="say what became of it")
    parser.add_argument("--dry-run", action="store_true", help="print the message; send nothing")
    options = parser.parse_args(arguments)
    given = (options.url, options.package, options.package_version)
    token = os.environ.get("BLAZON_USAGE_TOKEN")
    if options.dry_run:
        import json

        _import_all(False, options.identities)
        draft = _Report(_Process().uuid, *given, token, options.identities, options.verbose)
        print(json.dumps(_message(draft), indent=2, sort_keys=True))
        return 0
    report(*given, token=token, identities=options.identities, verbose=options.verbose)
    if _refusal() is not None:
        return 0
    # The name of the service is looked up meanwhile; that takes at most as long again.
    _wait(2 * _DEADLINE)
    sent = _this_process().reports.values()
    return 0 if sent and all(each.problem is None for each in sent) else 1


if __name__ == "__main__":
    sys.exit(_main())
