#!/usr/bin/env python3
"""The packages that app/package/build makes of a build: package_test.py BUILD_FOLDER [NAME_OF_TEST…]

What needs no other machine: contents, rights, dependencies, lintian, how the units are confined, entry in the menu.
tests/package/on_bare_debian installs them, tests/package/same_bytes makes them twice; both at night."""

import os
import re
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
PACKAGE = SOURCE / "app/package"
UNITS = ["needlebook.service", "needlebook-backup.service"]
LEAST_CONFINED = 2.0  # of 10, by systemd-analyze; less is better


def ran(*words, **options):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, **options)


def must(*words, **options):
    done = ran(*words, **options)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(str(word) for word in words)}: {done.stdout}{done.stderr}")
    return done.stdout


def exposure(unit):
    surroundings = os.environ | {"LC_ALL": "C.UTF-8"}
    told = must("systemd-analyze", "security", "--offline=yes", "--no-pager", unit, env=surroundings)
    return float(re.search(r"exposure level for \S+: ([0-9.]+)", told).group(1))


def settings(unit):
    """The lines of [Service] that confine it, from the comment on that says so."""
    lines = (PACKAGE / "service" / unit).read_text().split("# What it cannot do.")[1].split("\n[Install]")[0]
    return [line for line in lines.splitlines() if re.match(r"[A-Z]\w+=", line)]


class Package(unittest.TestCase):
    build = None  # the folder that is packaged

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        made = must(PACKAGE / "build", "--built", cls.build, "--out", cls.folder.name).split()
        cls.debs = {Path(deb).name.split("_")[0]: Path(deb) for deb in made}
        cls.tree = Path(cls.folder.name) / "tree"
        must("dpkg-deb", "-x", cls.debs["needlebook"], cls.tree)
        cls.units = next(cls.tree.glob("**/systemd/system"))  # below lib in Debian 12, usr/lib in 13

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def field(self, package, name):
        return must("dpkg-deb", "-f", self.debs[package], name).strip()

    def files(self, package):
        """Mode, owner and name of each."""
        lines = must("dpkg-deb", "-c", self.debs[package]).splitlines()
        return [(parts[0], parts[1], parts[5].removeprefix(".")) for parts in (line.split(None, 5) for line in lines)]

    def test_there_are_two_packages_of_the_version_that_the_program_says(self):
        self.assertEqual(sorted(self.debs), ["needlebook", "needlebook-photos"])
        version = must(self.tree / "usr/bin/needlebook", "--version").split()[1]
        for package in self.debs:
            self.assertEqual(self.field(package, "Version"), version)

    def test_program_service_timer_entry_icons_metainfo_and_pages_are_there(self):
        names = {name for _, _, name in self.files("needlebook")}
        for wanted in [
            "/usr/bin/needlebook",
            "/usr/sbin/needlebook-clinic",
            *(f"/{self.units.relative_to(self.tree)}/{name}" for name in [*UNITS, "needlebook-backup.timer"]),
            "/usr/share/applications/org.needlebook.Needlebook.desktop",
            "/usr/share/metainfo/org.needlebook.Needlebook.metainfo.xml",
            "/usr/share/icons/hicolor/scalable/apps/org.needlebook.Needlebook.svg",
            "/usr/share/icons/hicolor/512x512/apps/org.needlebook.Needlebook.png",
            "/usr/share/doc/needlebook/copyright",
            "/usr/share/doc/needlebook/docs/operations.md",
            "/usr/share/man/man8/needlebook-clinic.8.gz",
        ]:
            self.assertIn(wanted, names)
        self.assertFalse([name for name in names if "node_modules" in name])

    def test_what_the_program_prints_of_itself_is_installed_and_what_it_does_not_is_left_out(self):
        names = {name for _, _, name in self.files("needlebook")}
        for words, place in [
            (["help", "--man"], "/usr/share/man/man1/needlebook.1.gz"),
            (["completion", "bash"], "/usr/share/bash-completion/completions/needlebook"),
            (["completion", "zsh"], "/usr/share/zsh/vendor-completions/_needlebook"),
            (["completion", "fish"], "/usr/share/fish/vendor_completions.d/needlebook.fish"),
        ]:
            printed = ran(self.tree / "usr/bin/needlebook", *words)
            self.assertEqual(place in names, printed.returncode == 0 and printed.stdout != "", place)

    def test_everything_is_of_root_and_nobody_else_may_write(self):
        for package in self.debs:
            for mode, owner, name in self.files(package):
                self.assertEqual(owner, "root/root", name)
                self.assertTrue(mode[0] == "l" or (mode[5] == "-" and mode[8] == "-"), f"{mode} {name}")
                self.assertNotIn("s", mode, name)

    def test_libvips_comes_with_photographs_alone(self):
        self.assertIn("libvips", self.field("needlebook-photos", "Depends"))
        for field in ["Depends", "Recommends", "Pre-Depends"]:
            self.assertNotIn("libvips", self.field("needlebook", field))
            self.assertNotIn("needlebook-photos", self.field("needlebook", field))

    def test_libraries_that_are_loaded_by_name_are_depended_on(self):
        depends = self.field("needlebook", "Depends")
        for library in ["libmicrohttpd", "libzip", "libgnutls", "libxlsxwriter", "libsqlite3", "libicu", "tzdata"]:
            self.assertIn(library, depends)

    def test_nothing_of_the_machine_that_built_it_stands_in_the_programs(self):
        for package in self.debs:
            into = Path(self.folder.name) / f"of_{package}"
            must("dpkg-deb", "-x", self.debs[package], into)
            content = (into / "usr/bin" / package).read_bytes()
            self.assertNotIn(str(SOURCE).encode(), content, package)
            self.assertNotIn(b"RUNPATH", must("objdump", "-p", into / "usr/bin" / package).encode())

    def test_every_file_has_the_time_of_the_last_commit_not_of_a_checkout(self):
        for package in self.debs:
            lines = must("dpkg-deb", "-c", self.debs[package]).splitlines()
            self.assertEqual(len({" ".join(line.split()[3:5]) for line in lines}), 1, package)

    def test_lintian_finds_no_error(self):
        found = ran("lintian", "--allow-root", *self.debs.values())
        self.assertEqual([line for line in found.stdout.splitlines() if line.startswith("E:")], [])
        self.assertEqual(found.returncode, 0, found.stdout + found.stderr)

    def test_the_units_expose_little_and_less_confined_they_would_expose_more(self):
        for unit in UNITS:
            with tempfile.TemporaryDirectory() as folder:
                own = self.units / unit
                self.assertLessEqual(exposure(own), LEAST_CONFINED, unit)
                open_to_all = Path(folder) / unit
                kept = [line for line in own.read_text().splitlines() if line not in settings(unit)]
                open_to_all.write_text("\n".join(kept))
                self.assertGreater(exposure(open_to_all), LEAST_CONFINED, unit)

    def test_both_units_are_confined_alike_but_for_the_network(self):
        served, backed_up = (settings(unit) for unit in UNITS)
        of_network = [line for line in served + backed_up if "AddressFamilies" in line or "Network" in line]
        self.assertEqual([line for line in served if line not in of_network],
                         [line for line in backed_up if line not in of_network])
        self.assertIn("PrivateNetwork=yes", backed_up)

    def test_systemd_reads_the_units_without_a_word(self):
        with tempfile.TemporaryDirectory() as folder:
            for unit in [*UNITS, "needlebook-backup.timer"]:
                text = (self.units / unit).read_text()
                text = text.replace("/usr/bin/needlebook", str(self.tree / "usr/bin/needlebook"))
                (Path(folder) / unit).write_text(re.sub(r"Documentation=.*\n", "", text))
            told = ran("systemd-analyze", "verify", "--recursive-errors=no", *sorted(Path(folder).iterdir()))
            self.assertEqual((told.returncode, told.stdout + told.stderr), (0, ""))

    def test_the_entry_in_the_menu_is_valid_and_what_it_names_is_there(self):
        entry = self.tree / "usr/share/applications/org.needlebook.Needlebook.desktop"
        self.assertEqual(must("desktop-file-validate", entry), "")
        named = dict(line.split("=", 1) for line in entry.read_text().splitlines() if "=" in line)
        self.assertTrue(os.access(self.tree / named["Exec"].lstrip("/"), os.X_OK))
        self.assertTrue((self.tree / f"usr/share/icons/hicolor/scalable/apps/{named['Icon']}.svg").exists())
        with tempfile.TemporaryDirectory() as folder:
            broken = Path(folder) / entry.name
            broken.write_text(entry.read_text().replace("Type=Application\n", ""))
            self.assertNotEqual(ran("desktop-file-validate", broken).returncode, 0)

    def test_metainfo_is_valid(self):
        must("appstreamcli", "validate", "--no-net",
             self.tree / "usr/share/metainfo/org.needlebook.Needlebook.metainfo.xml")

    def test_the_installed_pages_lead_to_each_other(self):
        pages = self.tree / "usr/share/doc/needlebook/docs"
        for page in ["operations.md", "other-systems.md"]:
            for link in re.findall(r"\]\(([^)#]+\.md)(?:#[^)]*)?\)", (pages / page).read_text()):
                self.assertTrue((pages / link).exists(), f"{page} leads to {link}")

    def test_removing_and_purging_deletes_nothing_of_the_book(self):
        with tempfile.TemporaryDirectory() as folder:
            must("dpkg-deb", "-e", self.debs["needlebook"], folder)
            for script in ["prerm", "postrm"]:
                for line in (Path(folder) / script).read_text().splitlines():
                    deletes = re.search(r"\brm\b|deluser|delgroup|userdel", line) and "/var/lib/systemd" not in line
                    self.assertFalse(deletes, f"{script}: {line}")

    def test_a_wrong_option_is_named_and_nothing_is_made(self):
        for words, said in [
            (["--version", "two"], '"two" is no version'),
            (["--version"], "--version is given without a value"),
            (["--deb"], '"--deb" is no option'),
        ]:
            refused = ran(PACKAGE / "build", *words)
            self.assertEqual(refused.returncode, 2, words)
            self.assertIn(said, refused.stderr)


if __name__ == "__main__":
    if len(sys.argv) < 2 or not Path(sys.argv[1]).is_dir():
        sys.exit("error: package_test.py wants the folder of a build\ntry: tests/package/package_test.py build")
    Package.build = Path(sys.argv.pop(1)).resolve()
    unittest.main()
