"""Local servers that answer well, badly or not at all."""

import json
import re
import socket
import ssl
import struct
import subprocess
import threading
from pathlib import Path

PATIENCE = 60  # seconds; far more than anything here takes on a busy machine

ACCEPTED = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 17\r\n"
    b'Connection: close\r\n\r\n{"success": true}'
)


class Request:
    def __init__(self, data):
        head, _, self.body = data.partition(b"\r\n\r\n")
        lines = head.decode("latin-1").split("\r\n")
        self.line = lines[0]
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(":")
            self.headers[name.lower()] = value.strip()

    def message(self):
        return json.loads(self.body.decode("utf-8"))


class Server:
    """Listens on a free port of this machine. Each connection has a thread.

    behaviour: gets the connection and the Request, and answers. The connection is closed after it.
    before: as behaviour, for what happens before anything is read; True: that was all.
    """

    def __init__(self, behaviour, context=None, before=None):
        self.requests = []
        self.connections = 0
        self.over = threading.Event()  # a behaviour that holds a connection waits for this
        self._behaviour = behaviour
        self._before = before
        self._context = context
        self._changed = threading.Condition()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self.url = "%s://localhost:%d" % ("https" if context else "http", self.port)
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.over.set()
        self._listener.close()

    def await_connections(self, count):
        with self._changed:
            if not self._changed.wait_for(lambda: self.connections >= count, PATIENCE):
                raise AssertionError("%d connections, not %d" % (self.connections, count))

    def await_requests(self, count):
        """The first so many requests."""
        with self._changed:
            if not self._changed.wait_for(lambda: len(self.requests) >= count, PATIENCE):
                raise AssertionError("%d requests, not %d" % (len(self.requests), count))
            return self.requests[:count]

    def _accept(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:  # The test is over.
                return
            with self._changed:
                self.connections += 1
                self._changed.notify_all()
            threading.Thread(target=self._serve, args=(connection,), daemon=True).start()

    def _serve(self, connection):
        with connection:
            connection.settimeout(PATIENCE)
            try:
                if self._before is not None and self._before(self, connection):
                    return
                if self._context:
                    connection = self._context.wrap_socket(connection, server_side=True)
                request = _read(connection)
                if request is None:
                    return
                with self._changed:
                    self.requests.append(request)
                    self._changed.notify_all()
                self._behaviour(self, connection, request)
            except OSError:  # The client went away, or does not trust this server.
                pass
            finally:
                connection.close()


def _read(connection):
    data = b""
    while True:
        match = re.search(rb"(?s)content-length: (\d+).*?\r\n\r\n", data.lower())
        if match and len(data) >= match.end() + int(match.group(1)):
            return Request(data)
        part = connection.recv(65536)
        if not part:
            return None
        data += part


def accept(server, connection, request):
    connection.sendall(ACCEPTED)


def say(answer):
    """A behaviour that sends these bytes."""
    return lambda server, connection, request: connection.sendall(answer)


def hold(server, connection, request):
    """Answers nothing until the test is over."""
    server.over.wait(PATIENCE)


def hold_before(server, connection):
    server.over.wait(PATIENCE)
    return True


def drip(server, connection, request):
    """Sends a byte, and the rest when the test is over."""
    connection.sendall(ACCEPTED[:1])
    server.over.wait(PATIENCE)
    connection.sendall(ACCEPTED[1:])


def byte_by_byte(server, connection, request):
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    for i in range(len(ACCEPTED)):
        connection.sendall(ACCEPTED[i : i + 1])


def endless(server, connection, request):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    while True:  # until the client goes away
        connection.sendall(b"X-Header: " + b"x" * 4096 + b"\r\n")


def _reset(connection):
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def reset(server, connection, request):
    _reset(connection)


def reset_before(server, connection):
    _reset(connection)
    return True


def refusing_url():
    """The address of a port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return "http://127.0.0.1:%d" % port


class Certificate:
    """A certificate that signs itself, made by openssl in this folder."""

    def __init__(self, folder, name):
        self.file = Path(folder, name + ".pem")
        key = Path(folder, name + ".key")
        command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
        command += ["-subj", "/CN=" + name, "-addext", "subjectAltName=DNS:" + name]
        command += ["-keyout", str(key), "-out", str(self.file)]
        try:
            subprocess.run(command, check=True, stderr=subprocess.PIPE, timeout=PATIENCE)
        except FileNotFoundError:
            raise AssertionError("these tests need the program openssl, which is missing") from None
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.load_cert_chain(str(self.file), str(key))
