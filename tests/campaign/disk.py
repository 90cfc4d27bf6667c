"""What a disk may hold after a loss of power: calls that preload.c recorded are replayed, and what was not synced is taken
or left. Of what is not synced at the cut
  kept       all is on the disk
  dropped    nothing
  torn       what came first, the last write up to some sector of 512 bytes
  reordered  of each file what came first, of one file more than of another
  sectors    each sector as it was at some moment of its own
A name (made, renamed, removed; of a folder too) is on the disk after a sync of its folder, or (`journal`) after any sync, as
on ext4; what lies in a folder that is not on the disk is not there either. The shared memory of SQLite (-shm) is left out:
it is made anew.
"""

import os
import shutil
from pathlib import Path

SECTOR = 512
WAYS = ("kept", "dropped", "torn", "reordered", "sectors")
FOLDER = object()


class File:
    """What of a file is on the disk, and the calls since: (number, offset, bytes), or (number, length, None)."""

    def __init__(self, durable=b""):
        self.durable, self.since = durable, []

    def sync(self, before):
        self.durable = self.after([call for call in self.since if call[0] < before])
        self.since = [call for call in self.since if call[0] >= before]

    def after(self, done):
        if not done:
            return self.durable
        content = bytearray(self.durable)
        for _, offset, written in done:
            change(content, offset, written)
        return bytes(content)

    def by_sectors(self, rng):
        """Each sector, and the length, at a moment of its own."""
        moments = [self.after(self.since[:n]) for n in sorted({rng.randint(0, len(self.since)) for _ in range(6)})]
        if len(moments) == 1:
            return moments[0]
        length = len(rng.choice(moments))
        parts = (rng.choice(moments)[at:at + SECTOR].ljust(SECTOR, b"\0") for at in range(0, length, SECTOR))
        return b"".join(parts)[:length]

    def torn(self, moment, rng):
        done = [call for call in self.since if call[0] <= moment]
        if done and done[-1][0] == moment and done[-1][2]:
            number, offset, written = done[-1]
            done[-1] = number, offset, written[:rng.randrange(len(written)) // SECTOR * SECTOR]
        return self.after(done)


def change(content, offset, written):
    if written is None:
        content[offset:] = bytes(max(0, offset - len(content)))
    else:
        content.extend(bytes(max(0, offset - len(content))))
        content[offset:offset + len(written)] = written


class Disk:
    """Replays calls over the files that are there, `found`: their bytes by path. `journal`: any sync carries all names."""

    def __init__(self, journal, found=()):
        self.journal, self.names, self.files, self.made = journal, {}, {}, set()  # as the program sees them
        self.durable_names, self.name_calls, self.begun = {}, [], {}
        for path, content in dict(found).items():
            self.names[path] = FOLDER if content is None else File(content)
            if content is not None:
                self.files[os.stat(path).st_ino] = self.names[path]
        self.durable_names.update(self.names)

    def replay(self, number, call):
        if call.error:
            return
        if call.kind == "O" and (call.name not in self.names or
                                 self.files.get(call.inode) is not self.names[call.name]):
            self.files[call.inode] = File()
            self.rename(number, ("O", call.name, self.files[call.inode]))
        elif call.kind == "M":
            self.made.add(call.name)
            self.rename(number, ("O", call.name, FOLDER))
        elif call.kind == "W":
            self.files[call.inode].since.append((number, call.offset, call.bytes))
        elif call.kind == "T":
            self.files[call.inode].since.append((number, call.offset, None))
        elif call.kind in "URL":
            self.rename(number, (call.kind, call.name, call.bytes.decode()))
        elif call.kind == "s":
            self.begun[call.process, call.thread] = number
        elif call.kind == "S":
            self.synced(self.files.get(call.inode) if not call.name else None, call.name,
                        self.begun[call.process, call.thread])

    def rename(self, number, change_):
        self.name_calls.append((number, change_))
        apply(self.names, change_)

    def synced(self, file, folder, before):
        if file:
            file.sync(before)
        carried, names, left = [], set(), []
        for number, change_ in reversed(self.name_calls):  # what a name was before goes with what it is
            paths = {each for each in change_[1:] if isinstance(each, str) and each}
            is_carried = number < before and (
                self.journal or (file and change_[2] is file) or bool(names & paths) or
                (folder and any(folder in (path, os.path.dirname(path)) for path in paths)))
            if is_carried:
                names |= paths
            (carried if is_carried else left).insert(0, (number, change_))
        for _, change_ in carried:
            apply(self.durable_names, change_)
        self.name_calls = left

    def left(self, way, rng):
        """Names and contents that may be on the disk after the loss; None for a folder."""
        files = {*self.names.values(), *self.durable_names.values()}
        files |= {change_[2] for _, change_ in self.name_calls if change_[0] == "O"}
        files.discard(FOLDER)
        last = max([0, *(call[0] for file in files for call in file.since), *(n for n, _ in self.name_calls)])
        moment = rng.randint(0, last + 1)
        names = dict(self.durable_names)
        for number, change_ in self.name_calls:
            if way == "kept" or (way == "torn" and number <= moment) or (
                    way in ("reordered", "sectors") and (number <= moment if self.journal else rng.random() < 0.5)):
                apply(names, change_)
        gone = [path for path in self.made if names.get(path) is not FOLDER]
        contents, found = {}, {}
        for name, file in sorted(names.items()):
            if name.endswith("-shm") or any(name.startswith(path + "/") for path in gone):
                continue
            if file is FOLDER:
                found[name] = None
                continue
            if file not in contents:
                contents[file] = {
                    "kept": lambda f: f.after(f.since), "dropped": lambda f: f.durable,
                    "torn": lambda f: f.torn(moment, rng), "sectors": lambda f: f.by_sectors(rng),
                    "reordered": lambda f: f.after(f.since[:rng.randint(0, len(f.since))])}[way](file)
            found[name] = contents[file]
        return found


def apply(names, change_):
    kind, name, other = change_
    if kind == "O":
        names[name] = other
    elif kind == "U":
        names.pop(name, None)
    elif name in names:
        below = [path for path in names if path.startswith(name + "/")] if names[name] is FOLDER else []
        names[other] = names.pop(name) if kind == "R" else names[name]
        for path in below:
            names[other + path[len(name):]] = names.pop(path)


def put_down(found, root, folders):
    """Makes these files, and nothing else, below `root`; `folders` were there before all."""
    shutil.rmtree(root, ignore_errors=True)
    for folder in folders:
        Path(folder).mkdir(mode=0o700, parents=True, exist_ok=True)
    for name, content in found.items():
        if content is None:
            Path(name).mkdir(mode=0o700, parents=True, exist_ok=True)
            continue
        path = Path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(content)
        path.chmod(0o600)


def lying_there(root):
    """What lies below `root`, as `put_down` takes it."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(Path(root).rglob("*"))
            if not path.name.endswith("-shm")}
