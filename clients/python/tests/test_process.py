"""What the client does to the process that it is in: forks, ends, signals, threads, imports."""

import os
import tempfile
import unittest
from pathlib import Path

from . import servers
from .programs import WAIT, run, run_python
from .servers import Server

REPORT = "\nblazon_usage.report(url, package='x')\n"
NEVER_GIVE_UP = "\nblazon_usage._DEADLINE = 1e6\n"

# Runs in a forked child, and ends it like a program.
CHILD = """
import os
def fork(work):
    child = os.fork()
    if child == 0:
        work()
        os._exit(0)
    return os.waitpid(child, 0)[1]
"""


class ProcessTest(unittest.TestCase):
    def assert_silent(self, ended):
        self.assertEqual((0, "", ""), (ended.status, ended.out, ended.err))

    # --- fork --------------------------------------------------------------------------------
    # Python 3.12 and later warn of every fork while there is a second thread.

    def test_a_fork_alone_sends_nothing(self):
        with Server(servers.accept) as server:
            code = REPORT + WAIT + CHILD + "fork(lambda: blazon_usage._wait(60)); fork(int)"
            self.assert_silent(run(code, server.url, PYTHONWARNINGS="ignore"))
            self.assertEqual(1, server.connections)

    def test_a_fork_that_reports_is_a_process_of_its_own(self):
        work = "\ndef work():\n    for i in range(3): blazon_usage.report(url, package='x')\n    blazon_usage._wait(60)\n"
        with Server(servers.accept) as server:
            code = CHILD + work + REPORT + WAIT
            code += "def again():\n    work()\n    fork(work)\nfork(again)\nwork()"
            self.assert_silent(run(code, server.url, PYTHONWARNINGS="ignore"))
            messages = [request.message() for request in server.await_requests(3)]
            self.assertEqual(3, server.connections)
        self.assertEqual(3, len({message["uuid"] for message in messages}))
        self.assertEqual({0}, {message["sequence"] for message in messages})

    def test_a_fork_may_come_before_the_report_has_gone(self):
        code = CHILD + """
def work(): blazon_usage.report(url, package='x'); blazon_usage._wait(60)
blazon_usage.report(url, package='x')
for i in range(10): assert fork(work) == 0
"""
        with Server(servers.accept) as server:
            self.assert_silent(run(code + WAIT, server.url, PYTHONWARNINGS="ignore"))
            self.assertEqual(11, len(server.await_requests(11)))

    def test_a_child_does_not_keep_the_connection_of_its_parent(self):
        code = CHILD + """
import socket
listener = socket.create_server(("127.0.0.1", 0))
blazon_usage.report("http://127.0.0.1:%%d" %% listener.getsockname()[1])
peer, _ = listener.accept()
peer.settimeout(30)
assert peer.recv(1)
alive, end = os.pipe()
child = os.fork()
if child == 0:
    os.close(end)
    os.read(alive, 1)
    os._exit(0)
peer.sendall(%r)
while peer.recv(65536): pass  # ends although the child lives
os.close(end)
assert os.waitpid(child, 0)[1] == 0
"""
        code = code % servers.ACCEPTED
        self.assert_silent(run(code + WAIT, PYTHONWARNINGS="ignore"))

    def test_a_fork_in_the_middle_of_an_import_waits_for_its_end(self):
        with tempfile.TemporaryDirectory() as folder, Server(servers.accept) as server:
            pipe = Path(folder, "pipe")
            os.mkfifo(str(pipe))
            # The thread of the report imports this, and waits until somebody writes into the pipe.
            Path(folder, "json.py").write_text("open(%r).read()\ndumps = lambda *a, **k: ''\n" % str(pipe))
            code = CHILD + """
import threading
sys.path.insert(0, {folder!r})
blazon_usage._WAIT_BEFORE_FORK = 60
blazon_usage.report(url, package='x')
writer = open({pipe!r}, 'w')  # returns when the thread reads: it is in the middle
os.register_at_fork(before=writer.close)  # runs before the client's, which is registered already
def work():
    import json
    assert json.dumps
assert fork(work) == 0
"""
            code = code.format(folder=folder, pipe=str(pipe))
            self.assert_silent(run(code + WAIT, server.url, PYTHONWARNINGS="ignore"))

    def test_processes_of_multiprocessing_report(self):
        with tempfile.TemporaryDirectory() as folder, Server(servers.accept) as server:
            program = Path(folder, "program.py")
            program.write_text(
                """
import multiprocessing, sys
import blazon_usage
blazon_usage._WAIT_AT_END = 60
def work(url):
    blazon_usage.report(url, package='x')
    blazon_usage._wait(60)
if __name__ == '__main__':
    for method in multiprocessing.get_all_start_methods():
        process = multiprocessing.get_context(method).Process(target=work, args=(sys.argv[1],))
        process.start()
        process.join()
        assert process.exitcode == 0, method
"""
            )
            self.assert_silent(run_python(str(program), server.url))
            self.assertEqual(3, len(server.await_requests(3)))

    # --- the end -----------------------------------------------------------------------------

    def test_exit_codes_and_exceptions_are_the_programs(self):
        for end, status, words in (
            ("sys.exit(3)", 3, "^$"),
            ("import os; os._exit(4)", 4, "^$"),
            ("raise ValueError('mine')", 1, "ValueError: mine\n$"),
        ):
            with self.subTest(end), Server(servers.hold) as server:
                ended = run(NEVER_GIVE_UP + REPORT + end, server.url)
                self.assertEqual((status, ""), (ended.status, ended.out))
                self.assertRegex(ended.err, words)

    def test_a_report_at_the_end_does_no_harm(self):
        for code in (
            "import atexit; atexit.register(blazon_usage.report, url)",
            "import atexit; atexit.register(blazon_usage.report, url); blazon_usage.report(url, 'x')",
            "class Late:\n    def __del__(self, report=blazon_usage.report): report(url)\nlate = Late()",
            "import threading; threading.Thread(target=blazon_usage.report, args=(url,)).start()",
        ):
            with self.subTest(code), Server(servers.accept) as server:
                self.assert_silent(run(code, server.url))

    def test_other_functions_at_the_end_run_before_and_after(self):
        code = (
            "import atexit; atexit.register(print, 'after')"
            + REPORT
            + "atexit.register(print, 'before')"
        )
        with Server(servers.hold) as server:
            ended = run(NEVER_GIVE_UP + code, server.url)
            self.assertEqual((0, "before\nafter\n", ""), (ended.status, ended.out, ended.err))

    def test_many_short_programs_end_well(self):
        with Server(servers.accept) as server, Server(servers.hold) as silent:
            for i in range(10):
                code = REPORT + "for i in range(%d): pass" % (i * 20000)
                for url in (server.url, silent.url, silent.url.replace("http:", "https:")):
                    self.assert_silent(run(code, url))

    # --- threads and interpreters --------------------------------------------------------------

    def test_no_thread_no_report(self):
        code = """
import _thread
def refuse(*arguments): raise RuntimeError("can't start new thread")
_thread.start_new_thread = refuse
"""
        with Server(servers.accept) as server:
            self.assert_silent(run(code + REPORT, server.url))
            ended = run(code + "blazon_usage.report(url, verbose=True)" + WAIT, server.url)
            self.assertEqual("blazon_usage: not sent: RuntimeError: can't start new thread\n", ended.err)
            self.assertEqual(0, server.connections)

    def test_an_interpreter_within_the_process_does_not_report_and_ends_well(self):
        code = """
try:
    import _interpreters as interpreters
    execute = interpreters.exec
except ImportError:
    import _xxsubinterpreters as interpreters
    execute = interpreters.run_string
try:
    within = interpreters.create('legacy')  # Python 3.13
except TypeError:
    try:
        within = interpreters.create(isolated=False)  # Python 3.10 to 3.12
    except TypeError:
        within = interpreters.create()
execute(within, "import blazon_usage; blazon_usage.report(%r, package='x')" % url)
interpreters.destroy(within)
"""
        with Server(servers.hold) as server:
            self.assert_silent(run(NEVER_GIVE_UP + code, server.url))
            self.assertEqual(0, server.connections)

    # --- signals -------------------------------------------------------------------------------

    def test_a_signal_that_the_program_waits_for_does_not_end_it(self):
        # The process has to take the connection itself, to know that the thread is under way.
        code = """
import os, signal, socket
listener = socket.create_server(("127.0.0.1", 0))
blazon_usage._DEADLINE = 1e6
blazon_usage.report("http://127.0.0.1:%d" % listener.getsockname()[1])
peer, _ = listener.accept()
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR1})
os.kill(os.getpid(), signal.SIGUSR1)
assert signal.sigwait({signal.SIGUSR1}) == signal.SIGUSR1
print('waited')
"""
        ended = run(code)
        self.assertEqual((0, "waited\n", ""), (ended.status, ended.out, ended.err))

    def test_the_callers_signals_are_as_before(self):
        code = """
import signal
before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
blazon_usage.report(url)
assert signal.pthread_sigmask(signal.SIG_BLOCK, ()) == before | {signal.SIGUSR2}
"""
        with Server(servers.hold) as server:
            self.assert_silent(run(code, server.url))

    def test_a_broken_connection_does_not_end_a_program_that_dies_of_broken_pipes(self):
        code = """
import os, signal, _thread
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
broken = _thread.allocate_lock()
broken.acquire()
def write():
    reader, writer = os.pipe()
    os.close(reader)
    try:
        os.write(writer, b'x')
    except BrokenPipeError:
        broken.release()
blazon_usage._start(write)
broken.acquire()
"""
        self.assert_silent(run(code))

    # --- the program around it ---------------------------------------------------------------

    def test_the_import_brings_no_other_module(self):
        code = "import sys; before = set(sys.modules); import blazon_usage; print(set(sys.modules) - before)"
        self.assertEqual("{'blazon_usage'}\n", run_python("-c", code).out)

    def test_the_call_itself_imports_hardly_anything(self):
        code = """
blazon_usage._start = lambda function: None
before = set(sys.modules)
blazon_usage.report(url)
print(sorted(set(sys.modules) - before - {'_xxsubinterpreters', 'atexit'}))
"""
        self.assertEqual("[]\n", run(code, "http://localhost").out)

    def test_warnings_as_errors_stay_away(self):
        with Server(servers.accept) as server:
            code = "import blazon_usage, sys; url = sys.argv[1]" + REPORT + WAIT
            self.assert_silent(run_python("-W", "error", "-X", "dev", "-c", code, server.url))
            self.assertEqual(1, len(server.requests))

    def test_a_closed_standard_error_is_no_problem(self):
        code = "import os; os.close(2); blazon_usage.report(url, verbose=True)" + WAIT
        with Server(servers.accept) as server:
            self.assert_silent(run(code, server.url))
            self.assertEqual(1, len(server.requests))
