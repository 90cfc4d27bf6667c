"""A book with people, served encrypted on this machine, for the measures beside this file."""

import base64
import hashlib
import hmac
import http.client
import os
import re
import socket
import ssl
import struct
import subprocess
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("PROGRAM", ROOT / "build/needlebook")).resolve()
PASSPHRASE = "a passphrase of the bench"


def code_of(secret):
    """What an app shows now (RFC 6238)."""
    key = base64.b32decode(secret)
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at:at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


class ServedNetwork:
    """`with ServedNetwork() as served`: one patient of the demo's kind, D-001, an owner with a second factor, and the
    token of a program that reads. Listens on 127.0.0.1, encrypted and not."""

    def __init__(self, listen=("127.0.0.1",), names=("127.0.0.1",)):
        self.folder = tempfile.TemporaryDirectory(prefix="needlebook-bench-")
        self.path = Path(self.folder.name)
        (self.path / "book").mkdir()
        self.book = self.path / "book/clinic.needlebook"
        self.environment = {**os.environ, "NEEDLEBOOK": str(self.book), "NEEDLEBOOK_KEYS": str(self.path / "keys")}
        self.listen, self.names = listen, names

    def run(self, *words, typed=None):
        return subprocess.run([PROGRAM, *words], env=self.environment, input=typed, text=True, check=True,
                              capture_output=True).stdout

    def __enter__(self):
        self.run("demo", "--keep", str(self.book))
        self.run("account", "add", "huda", "--role", "owner", "--password-stdin", "--actor", "huda",
                 typed="thistle kettle orbit\n")
        secret = self.run("account", "totp", "huda", "--actor", "huda").splitlines()[0]
        self.run("account", "totp", "huda", "--code", code_of(secret), "--actor", "huda")
        self.token = self.run("token", "add", "pages", "--right", "read_records", "--actor", "huda").strip()
        names = [word for name in self.names for word in ("--name", name)]
        self.run("certificate", "make", *names, "--password-stdin", "--actor", "huda", typed=PASSPHRASE + "\n")
        self.authority = self.path / "keys/tls/authority.pem"
        self.certificate = self.path / "keys/tls/server.pem"
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--port", "0", *(word for one in self.listen for word in ("--listen", f"{one}:0"))],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.here = int(re.search(r":(\d+)/", self.process.stdout.readline())[1])
        self.port = int(re.search(r":(\d+)/", self.process.stdout.readline())[1])
        self.trust = ssl.create_default_context(cafile=str(self.authority))
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()
        self.folder.cleanup()

    def client(self, source="127.0.0.1"):
        return http.client.HTTPSConnection("127.0.0.1", self.port, context=self.trust, timeout=60,
                                           source_address=(source, 0))

    def progress(self, client):
        client.request("GET", "/api/v1/patients/D-001/progress", headers={"Authorization": f"Bearer {self.token}"})
        answer = client.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"progress: {answer.status}")
        return body

    def raw(self, source="127.0.0.1"):
        return socket.create_connection(("127.0.0.1", self.port), source_address=(source, 0))
