"""The peers, each behind run(statements, each): the wall and processor seconds of one time. each: for every time the
parameters of every statement, and each time is a transaction; without it the statements are run once."""
import json
import os
import pwd
import subprocess
import tempfile
import time
from pathlib import Path

here = Path(__file__).resolve().parent
schema = (here / "schema.sql").read_text()
tables = ["patient", "instrument", "region", "session", "area", "score"]


def cpu_of(*processes):
    """Processor seconds that these processes have used, with all their threads."""
    threads = [each for process in processes for each in Path(f"/proc/{process}/task").glob("*/schedstat")]
    return sum(int(each.read_text().split()[0]) for each in threads) / 1e9


class Lines:
    """A process that does the work a line names, and says what it took."""

    def __init__(self, *words):
        self.process = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, line):
        print(line, file=self.process.stdin, flush=True)
        return tuple(map(float, self.process.stdout.readline().split()))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.communicate()


class DuckDB(Lines):
    def __init__(self, file):
        super().__init__("node", here / "peers.mjs", "duckdb", file)
        self.file = file
        self.run([schema])

    def run(self, statements, each=None):
        return self.ask(json.dumps({"statements": statements, "each": each}))

    def copy(self, rows, table):
        return self.run([f"COPY {table} FROM '{rows}/{table}.csv' (HEADER false)"])

    def fill(self, rows):
        """The bytes of the scores come back."""
        for table in tables:
            if table == "score":
                self.run(["CHECKPOINT"])
                before = self.file.stat().st_size
            self.copy(rows, table)
        self.run(["CHECKPOINT"])
        return self.file.stat().st_size - before


class BetterSqlite3(Lines):
    run = DuckDB.run

    def __init__(self, file, rows):
        text = schema.replace("/*", "").replace("*/", "") + ".mode csv\n"
        text += "".join(f".import {rows}/{table}.csv {table}\n" for table in tables)
        text += "CREATE INDEX session_of ON session (patient_id);"
        text += "CREATE INDEX by_scale ON score (instrument_id, patient_id, minute, id, value, region, voided); ANALYZE;"
        subprocess.run(["sqlite3", "-bail", file, "PRAGMA journal_mode = WAL"], check=True, stdout=subprocess.DEVNULL)
        subprocess.run(["sqlite3", "-bail", file], input=text, check=True, text=True)
        super().__init__("node", here / "peers.mjs", "better-sqlite3", file)


class Postgres:
    """A cluster of its own, with the user postgres where this is root."""

    settings = {"listen_addresses": "''", "shared_buffers": "1GB", "work_mem": "256MB", "maintenance_work_mem": "512MB",
                "max_wal_size": "8GB", "checkpoint_timeout": "30min", "random_page_cost": "1.1", "jit": "off"}

    def __init__(self, under):
        import psycopg2  # which is installed when this starts

        self.folder = Path(tempfile.mkdtemp(dir=under, prefix="postgres-"))
        self.as_user = {"user": "postgres"} if os.getuid() == 0 else {}
        if self.as_user:
            os.chown(self.folder, pwd.getpwnam("postgres").pw_uid, -1)
        self.tool("initdb", "-A", "trust", "-E", "UTF8", "--locale=C", "-U", "postgres")
        with open(self.folder / "data/postgresql.conf", "a") as file:
            for name, value in {**self.settings, "unix_socket_directories": f"'{self.folder}'"}.items():
                print(f"{name} = {value}", file=file)
        self.tool("pg_ctl", "-w", "-l", self.folder / "log", "start")
        self.connection = psycopg2.connect(host=str(self.folder), user="postgres", dbname="postgres")
        self.connection.autocommit = True
        self.cursor = self.connection.cursor()
        self.main = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        self.prepared = {}
        self.run([schema])

    def tool(self, name, *words):
        words = [f"/usr/lib/postgresql/15/bin/{name}", "-D", self.folder / "data", *words]
        subprocess.run(words, cwd="/", check=True, stdout=subprocess.DEVNULL, **self.as_user)

    def used(self):
        """Of the server with its helpers, those that have ended too, and of this client."""
        helpers = Path(f"/proc/{self.main}/task/{self.main}/children").read_text().split()
        of_ended = Path(f"/proc/{self.main}/stat").read_text().rpartition(")")[2].split()[13:15]
        ended = sum(map(int, of_ended)) / os.sysconf("SC_CLK_TCK")
        return cpu_of(self.main, *helpers) + ended + time.process_time()

    def prepare(self, sql):
        if sql not in self.prepared:
            self.prepared[sql] = f"p{len(self.prepared)}"
            first, *others = sql.split("?")
            numbered = first + "".join(f"${i}{piece}" for i, piece in enumerate(others, 1))
            self.cursor.execute(f"PREPARE {self.prepared[sql]} AS {numbered}")
        return self.prepared[sql]

    def run(self, statements, each=None):
        """A transaction is one round trip."""
        if each:
            calls = [f"EXECUTE {self.prepare(sql)} ({', '.join(['%s'] * sql.count('?'))})" for sql in statements]
            statements = ["; ".join(["BEGIN", *calls, "COMMIT"])]
        begin, used = time.monotonic(), self.used()
        for values in each or [()]:
            for sql in statements:
                self.cursor.execute(sql, [one for own in values for one in own] or None)
                if self.cursor.description:
                    self.cursor.fetchall()
        times = len(each or [()])
        return (time.monotonic() - begin) / times, (self.used() - used) / times

    def copy(self, rows, table):
        return self.run([f"COPY {table} FROM '{rows}/{table}.csv' (FORMAT csv)"])

    def fill(self, rows):
        """The bytes of the scores come back."""
        for table in tables:
            self.copy(rows, table)
        self.run(["CREATE INDEX session_of ON session (patient_id)",
                  "CREATE INDEX by_scale ON score (instrument_id, patient_id, minute, id) "
                  "INCLUDE (value, region, voided)",
                  "VACUUM ANALYZE", "CHECKPOINT"])
        self.cursor.execute("SELECT pg_total_relation_size('score')")
        return self.cursor.fetchone()[0]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.connection.close()
        self.tool("pg_ctl", "-m", "fast", "stop")
