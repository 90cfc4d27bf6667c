"""A book as an earlier version wrote it, with a ledger: made by the migrations up to that version, and by SQLite's
session extension, as the program does it."""

import ctypes
import hashlib
import re

from clinic import ROOT

MIGRATIONS = ROOT / "schema/migrations"
APPLICATION_ID = 0x4E646C62


def versions():
    """The version and the texts of each step, in order."""
    steps = {}
    for file in sorted(MIGRATIONS.glob("0*.sql")):
        steps.setdefault(int(re.match(r"\d+", file.name)[0]), []).append(file.read_text())
    return steps


def head(seq, digest):
    """A slot of NAME.head, as db/file/head.h says."""
    slot = b"NDLBHEAD" + seq.to_bytes(8, "big") + digest
    return slot + hashlib.sha256(slot).digest()[:16]


class Database:
    """SQLite by itself, without Python's layer: a session needs the connection."""

    def __init__(self, path):
        self.sqlite = ctypes.CDLL("libsqlite3.so.0")
        self.handle = ctypes.c_void_p()
        self.must(self.sqlite.sqlite3_open(str(path).encode(), ctypes.byref(self.handle)))

    def must(self, code):
        if code:
            self.sqlite.sqlite3_errmsg.restype = ctypes.c_char_p
            raise RuntimeError(self.sqlite.sqlite3_errmsg(self.handle).decode())

    def run(self, sql):
        self.must(self.sqlite.sqlite3_exec(self.handle, sql.encode(), None, None, None))

    def changes_of(self, sql):
        session, size, changes = ctypes.c_void_p(), ctypes.c_int(), ctypes.c_void_p()
        self.must(self.sqlite.sqlite3session_create(self.handle, b"main", ctypes.byref(session)))
        self.must(self.sqlite.sqlite3session_attach(session, None))
        self.run(sql)
        self.must(self.sqlite.sqlite3session_changeset(session, ctypes.byref(size), ctypes.byref(changes)))
        self.sqlite.sqlite3session_delete(session)
        made = ctypes.string_at(changes, size.value)
        self.sqlite.sqlite3_free(changes)
        return made

    def close(self):
        self.must(self.sqlite.sqlite3_close(self.handle))


def value(text):
    """As db::ValueHash takes it."""
    return b"\xff" * 8 if text is None else len(text).to_bytes(8, "big") + text


def make_old_book(path, version, charts):
    """A book of that version at rest, with a patient of each of these charts; version 1 has none yet."""
    book = Database(path)
    book.run(f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA journal_mode = WAL")
    for number, texts in versions().items():
        if number <= version:
            book.run("".join(texts))
    book.run(f"PRAGMA user_version = {version}; PRAGMA foreign_keys = ON")
    previous, slots = bytes(32), [head(0, bytes(32))] * 2
    for seq, chart in enumerate(charts if version > 1 else (), 1):
        changes = book.changes_of(f"INSERT INTO patient (chart) VALUES ('{chart}')")
        changes_hash = hashlib.sha256(changes).digest()
        texts = (str(seq), "2026-01-05T10:00:00Z", "nurse", "patient add", None, None, f"old-{seq}", str(seq))
        digest = hashlib.sha256(previous + b"".join(value(None if each is None else each.encode()) for each in texts) +
                                value(changes_hash)).digest()
        book.run(f"INSERT INTO ledger (seq, at, actor, action, submission_key, answer, changes, changes_hash, previous, "
                 f"hash) VALUES ({seq}, '{texts[1]}', '{texts[2]}', '{texts[3]}', '{texts[6]}', '{texts[7]}', "
                 f"x'{changes.hex()}', x'{changes_hash.hex()}', x'{previous.hex()}', x'{digest.hex()}')")
        previous, slots[seq % 2] = digest, head(seq, digest)
    book.run("PRAGMA wal_checkpoint(TRUNCATE)")
    book.close()
    path.with_name(path.name + ".head").write_bytes(b"".join(slots))
