"""A real server over a real store, for tests that come from outside."""

import json
import os
import pathlib
import socket
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BATON = os.environ.get("BATON", str(ROOT / ".build/debug/baton"))


class Server:
    """`baton serve` on a port of its own. It can be killed and started again over the same store."""

    def __init__(self, folder, *options):
        self.store = folder / "baton.sqlite"
        self.options = options
        self.log = open(folder / "serve.log", "ab")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}/"
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [BATON, "serve", "--host", "127.0.0.1", "--port", str(self.port), "--store", str(self.store), *self.options],
            cwd=ROOT, stderr=self.log, stdout=self.log)
        for _ in range(300):
            try:
                urllib.request.urlopen(self.url + "readyz", timeout=1).close()
                return
            except OSError:
                assert self.process.poll() is None, "the server ended by itself"
                time.sleep(0.1)
        raise AssertionError("the server is not ready after 30 seconds")

    def kill(self):
        self.process.kill()
        self.process.wait()

    def desk(self, *words):
        done = subprocess.run(
            [BATON, "desk", *words, "--as", "ana", "--json", "--store", str(self.store)],
            cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
        return [json.loads(line) for line in done.stdout.splitlines()]
