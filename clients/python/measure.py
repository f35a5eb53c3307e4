"""Measures what a report costs the program: python3 measure.py [ROUNDS]

Each round starts fresh interpreters. The median counts: a single round meets other processes. The
end is that of a program which does nothing else, beside the same one without a report.
"""

import statistics
import subprocess
import sys
import time

from tests import servers
from tests.programs import FOLDER, environment

PROGRAM = """
import sys, time
start = time.perf_counter()
import blazon_usage
imported = time.perf_counter()
if sys.argv[1]: blazon_usage.report(sys.argv[1], package="x", version="1")
reported = time.perf_counter()
print(imported - start, reported - imported, time.monotonic())
sys.stdout.flush()
"""


def measure(url):
    """Seconds for the import, the call, and the end of one program."""
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, url],
        env=environment(PYTHONDONTWRITEBYTECODE=""),
        cwd=str(FOLDER),
        stdout=subprocess.PIPE,
        universal_newlines=True,
    )
    imported, reported, last = map(float, process.stdout.read().split())
    process.wait()
    return imported, reported, time.monotonic() - last


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    print("Python %s, milliseconds, median (most) of %d" % (sys.version.split()[0], rounds))
    print("%-22s %15s %15s %15s" % ("", "import", "report()", "end"))
    with servers.Server(servers.accept) as well, servers.Server(servers.hold) as never:
        for name, url in (
            ("no report", ""),
            ("answers", well.url),
            ("never answers", never.url),
            ("https, never answers", never.url.replace("http:", "https:")),
            ("refuses", servers.refusing_url()),
        ):
            columns = zip(*(measure(url) for _ in range(rounds)))
            cells = ("%.2f (%.1f)" % (statistics.median(c) * 1e3, max(c) * 1e3) for c in columns)
            print("%-22s %15s %15s %15s" % (name, *cells))


if __name__ == "__main__":
    main()
