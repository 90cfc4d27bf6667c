"""Builds the one program with all mutants, and runs it as one of them."""

import dataclasses
import os
import pathlib
import resource
import subprocess
import time

import refusals
import schemata

# -O0 and without warnings: the tests run once per mutant, and a mutant may compare oddly.
FLAGS = "-std=c++20 -O0 -w -Wno-narrowing -Werror=vla -fno-diagnostics-show-caret -fmax-errors=0"
LIBRARIES = "-lgmock -lgtest -lgtest_main -lrapidcheck -lfmt -pthread"


@dataclasses.dataclass(frozen=True)
class Part:
    """A folder whose numbers are changed, by the tests of that folder."""

    folder: str
    only: tuple = ()  # these of its files have mutants; none: all
    unchanged: tuple = ()  # these are built without mutants
    without: tuple = ()  # files and folders of it, and tests, whose names begin so, are not built
    below: tuple = ("schema/types", "schema/records", "schema/kinds")  # built as they are
    table: str = ""  # this script of node makes one more unit
    libraries: str = ""

    def has_mutants(self, path):
        name = pathlib.PurePath(path).name
        return name not in self.unchanged and (not self.only or name in self.only)

    def is_built(self, path):
        inside = path.removeprefix("tests/").removeprefix(f"{self.folder}/")
        return not any(name.startswith(self.without) for name in inside.split("/"))


PARTS = (
    # What reads names cuts text at places and has no thresholds; tests of every name and of hostile text hold it.
    Part("app/clinical",
         unchanged=("condition_words.cpp", "medicine_index.cpp", "medicine_index.h", "medicine_words.cpp", "medicine_words.h",
                    "medicines.cpp", "procedure_words.cpp", "event_grades.h"),
         table="app/texts/table.mjs",
         below=("schema/types", "schema/records", "schema/kinds", "app/texts"),
         libraries="-licui18n -licuuc"),
    # Its thresholds. The statistics are held against published values, and what asks the book has none.
    Part("app/progress",
         only=("baseline.h", "broken_series.h", "burden.h", "course_of_values.cpp", "disagreement.cpp",
               "judgement.cpp", "movement.h", "noise.cpp", "outcomes.cpp", "outcomes.h", "pih_watch.h",
               "sentences.cpp", "series_sentences.cpp", "split_face.cpp", "split_sentences.cpp", "verdict.cpp", "visit.cpp"),
         without=("agreement", "load_", "due_list", "cohort.cpp", "aggregates", "simulation",
                  "kaplan_meier_test", "hodges_lehmann_test", "mann_kendall_test", "trend_test", "signed_rank_test", "wilson_test",
                  "paired_t_test", "patient_group_test", "descriptives_test", "event_rate_test",
                  "percent_changes_test", "half_up_test", "outcomes_texts"),
         table="app/texts/table.mjs",
         below=("schema/types", "schema/records", "schema/kinds", "app/clinical", "app/texts", "db/sqlite/connection.cpp",
                "db/sqlite/kind_rows.cpp", "db/sqlite/sqlite_error.cpp", "db/records/instruments.cpp"),
         libraries="-lSQLiteCpp -lsqlite3 -licui18n -licuuc"),
)
MEMORY = 4 << 30  # a mutant may fill a vector for ever
ROUNDS = 20
FILES_OF_A_UNIT = 8  # compiled as one, which takes a third of the time


class DoesNotBuild(Exception):
    pass


class Program:
    """`folder` holds the rewritten tree and what is built from it; a second run compiles only what
    has changed."""

    def __init__(self, root, folder, jobs, part):
        self.root = pathlib.Path(root).resolve()
        self.folder = pathlib.Path(folder).resolve()
        self.jobs = jobs
        self.part = part
        self.sources = {}
        for top, may_have_mutants in ((part.folder, True), (f"tests/{part.folder}", False)):
            for path in sorted((self.root / top).rglob("*")):
                name = path.relative_to(self.root).as_posix()
                if path.suffix in (".h", ".cpp") and (path.suffix == ".h" or part.is_built(name)):
                    with_mutants = may_have_mutants and part.has_mutants(name)
                    self.sources[name] = schemata.source_of(name, path.read_text(), with_mutants)

    def mutants(self):
        return [m for source in self.sources.values() for m in source.mutants]

    def build(self, say):
        """Throws DoesNotBuild if the compiler refuses more than numbers that must be constant."""
        self._write_ninja()
        for _ in range(ROUNDS):
            for source in self.sources.values():
                self._put(source.path, source.rewritten())
            log, built = self._ninja()
            if built:
                return
            refused = refusals.give_back(self.sources, log)
            if not refused:
                break
            say(f"{refused} must stay constant; once more")
        self._put("../build.log", log)
        errors = [line for line in log.splitlines() if "error: " in line]
        raise DoesNotBuild("\n".join(errors[:10]) +
                           "\nthe program with all mutants does not build; the whole log is in "
                           f"{self.folder}/build.log")

    def is_killed(self, mutant, seconds):
        """Whether the tests notice this mutant, which the program holds. A crash and a run longer
        than `seconds` are noticed too."""
        try:
            return self.run(mutant.number, seconds).returncode != 0
        except subprocess.TimeoutExpired:
            return True

    def is_killed_when_compiled(self, mutant, seconds):
        """The same for a number that the program cannot hold: builds it with that number changed. If
        that does not compile, it is noticed too."""
        source = self.sources[mutant.file]
        self._put(source.path, source.rewritten(mutant))
        try:
            _, built = self._ninja()
            return not built or self.is_killed(mutant, seconds)
        finally:
            self._put(source.path, source.rewritten())

    def run(self, number, seconds):
        """The tests as the mutant of this number; 0 is the program as it is."""
        environment = dict(os.environ, NEEDLEBOOK_MUTANT=str(number), RC_PARAMS="seed=1")
        return subprocess.run(
            [self.folder / "tests", "--gtest_brief=1"] + ["--gtest_fail_fast"] * (number != 0),
            env=environment, cwd=self.folder, timeout=seconds, text=True, errors="replace",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)

    def seconds_unchanged(self):
        """How long the tests take on the program as it is. Throws DoesNotBuild if they fail."""
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        begin = time.monotonic()
        unchanged = self.run(0, 600)
        if unchanged.returncode != 0:
            raise DoesNotBuild(unchanged.stdout + "\nthe tests fail on the program with no number changed")
        return time.monotonic() - begin

    def _put(self, name, text):
        path = self.folder / "tree" / name
        if not path.exists() or path.read_text() != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)

    def _write_ninja(self):
        ours = [n for n in self.sources if n.endswith(".cpp")]
        below = [p.relative_to(self.root).as_posix() for top in self.part.below
                 for p in sorted([self.root / top] if top.endswith(".cpp") else (self.root / top).rglob("*.cpp"))]
        # Those of the folder first: the linker keeps the order in which data is made before main().
        ours.sort(key=lambda name: (name.startswith("tests/"), name))
        places = [f"root/{n}" for n in below] + [f"tree/{n}" for n in ours]
        defines = f"-DSOURCE_DIR='\"{self.root}\"' -DNEEDLEBOOK='\"\"'"
        lines = [
            "ninja_required_version = 1.10",
            "rule header", f"  command = g++ {FLAGS} -x c++-header $in -o $out",
            "rule compile",
            f"  command = g++ {FLAGS} {defines} -include prelude.h -I tree -I root "
            "-MMD -MF $out.d -c $in -o $out",
            "  depfile = $out.d", "  deps = gcc",
            # Not by the link: the script asks whether it is what is run.
            "rule table", f"  command = node '{self.root}/{self.part.table}' $out",
            "rule link", f"  command = g++ $in -o $out {LIBRARIES} {self.part.libraries}",
            "build prelude.h.gch: header root/tests/mutation/prelude.h",
        ]
        units = [places[i:i + FILES_OF_A_UNIT] for i in range(0, len(places), FILES_OF_A_UNIT)]
        for number, unit in enumerate(units):
            self._put(f"../unit_{number}.cpp", "".join(f'#include "{place}"\n' for place in unit))
        lines += [f"build unit_{number}.o: compile unit_{number}.cpp | prelude.h.gch" for number in range(len(units))]
        objects = [f"unit_{number}.o" for number in range(len(units))]
        if self.part.table:
            lines += ["build table.cpp: table", "build table.o: compile table.cpp | prelude.h.gch"]
            objects.append("table.o")
        lines.append(f"build tests: link {' '.join(objects)}")
        self.folder.mkdir(parents=True, exist_ok=True)
        link = self.folder / "root"  # ninja's paths may hold no blank
        if not link.is_symlink() or link.readlink() != self.root:
            link.unlink(missing_ok=True)
            link.symlink_to(self.root)
        self._put("../build.ninja", "\n".join(lines) + "\n")
        # Files that are gone must not be found by an include.
        for path in (self.folder / "tree").rglob("*.*"):
            if path.is_file() and path.relative_to(self.folder / "tree").as_posix() not in self.sources:
                path.unlink()

    def _ninja(self):
        done = subprocess.run(["ninja", "-k", "0", "-j", str(self.jobs)], cwd=self.folder, text=True,
                              errors="replace", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False,
                              env=dict(os.environ, LC_ALL="C"))
        return done.stdout, done.returncode == 0
