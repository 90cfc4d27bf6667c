"""The program, people who record with it, and what a book must hold afterwards. For the campaigns beside this file."""

import argparse
import collections
import datetime
import http.client
import json
import os
import random
import shutil
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[2]
MEMORY = Path("/dev/shm")
NO_SERVER = (OSError, http.client.HTTPException, json.JSONDecodeError, IndexError, KeyError, AttributeError)


def arguments(text, **options):
    """The options that all campaigns have, and `options`: name = (default, help)."""
    parser = argparse.ArgumentParser(description=text, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build/needlebook", help="by itself build/needlebook")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6), help="by itself a new one")
    parser.add_argument("--under", type=Path, default=MEMORY if MEMORY.is_dir() else Path(tempfile.gettempdir()),
                        help="where the books lie; by itself in memory")
    parser.add_argument("--log", type=Path, help="a file to which a line of JSON is added for each result")
    for name, (default, text) in options.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(default), default=default,
                            help=f"{text}; by itself {default}")
    given = parser.parse_args()
    given.program, given.begun = given.program.resolve(), time.monotonic()
    print(f"seed {given.seed}", flush=True)
    return given


def report(given, what, tried, failed, control=False, least=0.1, note=None, **more):
    """Prints one result and adds it to the log, with the time since the last one. `failed`: how many of `tried` were not
    as they must be, of a control how many noticed; `more`: counts that add up, `note`: what does not. Whether it is as it
    must be: nothing failed; of a control at least this share."""
    campaign = Path(sys.argv[0]).name
    good = failed >= least * tried if control else failed == 0
    more["seconds"] = round(time.monotonic() - given.begun)
    given.begun = time.monotonic()
    numbers = "".join(f", {count} {name.replace('_', ' ')}" for name, count in more.items())
    print(f"{'' if good else 'WRONG: '}{campaign}, {what}: {tried} tried, {failed} "
          f"{'noticed' if control else 'failed'}{numbers}{'; ' + note if note else ''}", flush=True)
    if given.log:
        commit = subprocess.run(["git", "-C", ROOT, "rev-parse", "--short=8", "HEAD"], capture_output=True, text=True)
        with given.log.open("a") as log:
            print(json.dumps({"campaign": campaign, "what": what, "tried": tried, "failed": failed, "control": control,
                              "seed": given.seed, "commit": commit.stdout.strip(),
                              "on": datetime.date.today().isoformat(), **({"note": note} if note else {}), **more}),
                  file=log)
    return good


def preload(folder, source="tests/campaign/preload.c"):
    """Builds a library that is loaded before the others: by itself the recorder of system calls."""
    library = Path(folder) / (Path(source).stem + ".so")
    subprocess.run(["cc" if source.endswith(".c") else "c++", "-O2", "-Wall", "-Wextra", "-shared", "-fPIC", "-o",
                    library, ROOT / source, "-ldl", "-lpthread"], check=True)
    return library


def picture(path, number, side=24):
    """A PNG of noise that is another for each number."""
    rows = random.Random(number)
    raw = b"".join(b"\0" + rows.randbytes(3 * side) for _ in range(side))
    chunks = ((b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(raw, 1)),
              (b"IEND", b""))
    Path(path).write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks))
    return Path(path)


CALL = struct.Struct("<BiQIIQQII")  # struct Call of preload.c
Call = collections.namedtuple("Call", "kind error moment process thread inode offset name bytes")


def calls(trace):
    """What preload.c recorded, in the order in which it was done."""
    at, recorded = 0, trace.read_bytes() if trace.exists() else b""
    while at < len(recorded):
        kind, error, nanoseconds, process, thread, inode, offset, name, size = CALL.unpack_from(recorded, at)
        at += CALL.size + name + size
        yield Call(chr(kind), error, nanoseconds / 1e9, process, thread, inode, offset,
                   recorded[at - size - name:at - size].decode(), recorded[at - size:at])


class Folder(tempfile.TemporaryDirectory):
    """A folder of the campaign's own under `parent`: `with Folder(parent) as path`."""

    def __init__(self, parent):
        super().__init__(prefix="needlebook-campaign-", dir=parent)

    def __enter__(self):
        return Path(super().__enter__()).resolve()


class Desk:
    """Runs the program on one book; the clinic's keys lie beside the book's folder. `actor` of a book with people."""

    def __init__(self, program, book, actor=None, token=None, **environment):
        self.program, self.book, self.actor, self.token = program, Path(book), actor, token
        self.environment = {**os.environ, **environment, "NEEDLEBOOK": str(book),
                            "NEEDLEBOOK_KEYS": str(self.book.parent.parent / "keys")}

    def elsewhere(self, book):
        return Desk(self.program, book, self.actor)

    def start(self, *words, **options):
        if self.actor:
            words = (*words, "--actor", self.actor)
        return subprocess.Popen([self.program, *words], env=self.environment, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, text=True, **{"stdin": subprocess.DEVNULL, **options})

    def run(self, *words, typed=None, patience=None):
        """Throws subprocess.TimeoutExpired, and ends it, when it takes longer than `patience` seconds."""
        process = self.start(*words, **({"stdin": subprocess.PIPE} if typed else {}))
        try:
            out, err = process.communicate(typed, timeout=patience)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            raise
        return subprocess.CompletedProcess(words, process.returncode, out, err)

    def add_people(self):
        """An owner, with whom the clinic's key comes, and a token for the pages."""
        self.actor = "huda"
        self.must("account", "add", "huda", "--role", "owner", "--password-stdin", typed="thistle kettle orbit\n")
        self.token = self.must("token", "add", "pages", "--right", "write_observations").strip()

    def must(self, *words, **options):
        ran = self.run(*words, **options)
        if ran.returncode != 0:
            raise RuntimeError(f"{' '.join(map(str, words))}: {ran.returncode}: {ran.stderr}")
        return ran.stdout


class Served:
    """A server of the book, and what a page needs to talk to it."""

    def __init__(self, desk):
        self.process = desk.start("serve", "--port", "0")
        self.address = urlsplit(self.process.stdout.readline().strip())
        if not self.address.port:
            raise RuntimeError(f"serve: {self.process.stderr.read()}")
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        if desk.token:
            self.proof = {"Authorization": f"Bearer {desk.token}"}
            return
        client = self.client()
        client.request("GET", f"{self.address.path}?{self.address.query}")
        entry = client.getresponse()
        entry.read()
        cookie = entry.getheader("Set-Cookie").split(";")[0]
        client.request("GET", "/api/v1/me", headers={"Cookie": cookie})
        self.proof = {"Cookie": cookie, "Origin": f"http://{self.address.netloc}",
                      "X-Needlebook-Key": json.loads(client.getresponse().read())["key"]}
        client.close()

    def client(self):
        return http.client.HTTPConnection(self.address.hostname, self.address.port, timeout=60)

    def put(self, client, path, body):
        client.request("PUT", path, json.dumps(body), {**self.proof, "Content-Type": "application/json"})
        answer = client.getresponse()
        if answer.status != 200:
            raise RuntimeError(f"PUT {path}: {answer.read()}")
        answer.read()

    def post(self, client, path, key, body):
        """Status and text. Whatever NO_SERVER names when there is no answer."""
        client.request("POST", path, json.dumps(body), {
            **self.proof, "Content-Type": "application/json", "Idempotency-Key": key})
        answer = client.getresponse()
        return answer.status, answer.read().decode()

    def end(self, how=signal.SIGTERM, patience=None):
        """Throws subprocess.TimeoutExpired, and kills it, when it takes longer than `patience` seconds."""
        self.process.send_signal(how)
        try:
            self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise


class Visit:
    """One submission: an acne status of two regions, or a session with two areas."""

    def __init__(self, chart, number, key):
        self.chart, self.key, self.is_acne = chart, key, number % 2 == 0
        self.day = f"{2000 + number // 336 % 20}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
        self.pid = self.begun = self.acknowledged = None
        self.problem = ""

    def words(self):
        if self.is_acne:
            return ("acne", "record", self.chart, "--on", self.day, "--region", "chin:open_comedones=3",
                    "--region", "nose:closed_comedones=2", "--rest", "clear", "--key", self.key)
        return ("session", "record", self.chart, "--at", self.day + "T10:30", "--device", "pen",
                "--area", "chin:0.5:4", "--area", "nose:0.5:2", "--key", self.key)

    def request(self):
        path = f"/api/v1/patients/{self.chart}/"
        if self.is_acne:
            return path + "acne", {"on": self.day, "rest": "clear", "regions": [
                {"region": "chin", "open_comedones": 3}, {"region": "nose", "closed_comedones": 2}]}
        return path + "session", {"at": self.day + "T10:30", "device": "pen", "areas": [
            {"region": "chin", "depth_mm": 0.5, "passes": 4}, {"region": "nose", "depth_mm": 0.5, "passes": 2}]}

    def by_command(self, desk, started=lambda process: None):
        self.begun = time.monotonic()
        process = desk.start(*self.words())
        started(process)
        self.pid = process.pid
        out, self.problem = process.communicate()
        if out.endswith("\n"):  # the id is printed when all is done, whatever befalls the process then
            self.acknowledged = time.monotonic()
        return self

    def by_server(self, served, client):
        self.begun, self.pid = time.monotonic(), served.process.pid
        try:
            status, text = served.post(client, self.request()[0], self.key, self.request()[1])
            self.problem = f"{status} {text}"
            if status == 201:
                self.acknowledged = time.monotonic()
        except NO_SERVER as error:
            self.problem = repr(error)
            client.close()
        return self


class Writers:
    """People who record until they are stopped: by commands, and through the server."""

    def __init__(self, desk, chart, commands, served=None, pages=0, name="k"):
        self.visits, self.processes = [], set()
        self.stopping, self.lock = False, threading.Lock()
        self.threads = [threading.Thread(target=self.command_writer, args=(desk, chart, f"{name}c{i}"), daemon=True)
                        for i in range(commands)]
        self.threads += [threading.Thread(target=self.page_writer, args=(served, chart, f"{name}p{i}"), daemon=True)
                         for i in range(pages)]
        for thread in self.threads:
            thread.start()

    def command_writer(self, desk, chart, name):
        number = 0
        while not self.stopping:
            number += 1
            self.visits.append(Visit(chart, number, f"{name}-{number}").by_command(desk, self.started))

    def started(self, process):
        with self.lock:
            self.processes.add(process)
            if self.stopping:
                process.kill()

    def page_writer(self, served, chart, name):
        client, number = served.client(), 0
        while not self.stopping:
            number += 1
            self.visits.append(Visit(chart, number, f"{name}-{number}").by_server(served, client))
            if self.visits[-1].acknowledged is None:
                time.sleep(0.002)
        client.close()

    def kill(self, others=()):
        """SIGKILL to all commands and to `others`, at once."""
        with self.lock:
            self.stopping = True
            for process in [*self.processes, *others]:
                process.kill()

    def wait(self):
        self.stopping = True
        for thread in self.threads:
            thread.join()
        return [visit for visit in self.visits if visit.acknowledged]


def copy_book(book, folder):
    """The files of a book that stands still, without the shared memory, which no disk keeps."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for end in ("", "-wal", ".head"):
        if Path(f"{book}{end}").exists():
            shutil.copyfile(f"{book}{end}", folder / f"{book.name}{end}")
    return folder / book.name


def keys_of(book):
    """The submission keys in the ledger, read without the program."""
    with sqlite3.connect(book) as reader:
        keys = {row[0].split(" ")[0] for row in reader.execute(
            "SELECT submission_key FROM ledger WHERE submission_key IS NOT NULL")}
    reader.close()
    return keys


HALF = (
    "SELECT 1 FROM session s LEFT JOIN session_area a ON a.session_id = s.id GROUP BY s.id HAVING count(a.region) <> 2",
    "SELECT 1 FROM acne_status s LEFT JOIN acne_region a ON a.acne_status_id = s.id GROUP BY s.id "
    "HAVING count(a.region) <> 2",
    "SELECT 1 FROM acne_status s WHERE NOT EXISTS "
    "(SELECT 1 FROM score c JOIN word_score_origin o ON o.id = c.origin WHERE o.word = 'acne_status' AND c.origin_id = s.id)",
    "SELECT 1 FROM session_area WHERE session_id NOT IN (SELECT id FROM session)",
    "SELECT 1 FROM acne_region WHERE acne_status_id NOT IN (SELECT id FROM acne_status)",
)


def half_records(book):
    """How many visits lack a part or a score, or have parts of no visit; and what SQLite says is not whole."""
    reader = sqlite3.connect(book)
    try:
        half = sum(reader.execute(f"SELECT count(*) FROM ({query})").fetchone()[0] for query in HALF)
        wrong = reader.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        return 0, str(error)
    finally:
        reader.close()
    return half, "" if wrong == "ok" else wrong


def missing_keys(desk, acknowledged):
    """Opens the book with the program; the keys of `acknowledged` that are not there, and what the program says."""
    opened = desk.run("patient", "list")
    if opened.returncode != 0:
        return set(acknowledged), opened.stderr
    try:
        return set(acknowledged) - keys_of(desk.book), opened.stderr
    except sqlite3.DatabaseError as error:
        return set(acknowledged), str(error)
