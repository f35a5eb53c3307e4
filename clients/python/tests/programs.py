"""Programs that report, each in a process of its own."""

import os
import subprocess
import sys
from pathlib import Path

from .servers import PATIENCE

FOLDER = Path(__file__).resolve().parent.parent

# Waits for the reports of the process, much longer than its end does.
WAIT = "\nblazon_usage._wait(%d)\n" % PATIENCE


class Ended:
    def __init__(self, process):
        self.status = process.returncode
        self.out = process.stdout
        self.err = process.stderr


def environment(**variables):
    """The variables of a program: this process's, without what would turn the client off."""
    result = dict(os.environ)
    for name in ("DO_NOT_TRACK", "BLAZON_USAGE", "BLAZON_USAGE_TOKEN", "SSL_CERT_FILE"):
        result.pop(name, None)
    result["PYTHONPATH"] = str(FOLDER)
    result["PYTHONDONTWRITEBYTECODE"] = "1"
    result.update(variables)
    return result


def run(code, *arguments, **variables):
    """Runs a program. Its url is the first argument, if there is one."""
    start = "import blazon_usage, sys\nurl = sys.argv[1] if len(sys.argv) > 1 else None\n"
    return run_python("-c", start + code, *arguments, **variables)


def run_python(*arguments, **variables):
    """Runs Python. A program that does not end by itself fails the test."""
    return Ended(
        subprocess.run(
            [sys.executable, *arguments],
            env=environment(**variables),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            universal_newlines=True,
            timeout=PATIENCE,
        )
    )
