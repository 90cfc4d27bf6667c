"""A bare Debian 12: a folder by debootstrap, started by its own systemd in namespaces of its own. Root only."""

import os
import shutil
import signal
import subprocess
import time
from pathlib import Path

# Of what it would do to the machine that it runs on, or waits for.
MASKED = ["systemd-sysctl", "systemd-modules-load", "networking", "ifupdown-pre", "systemd-udevd",
          "systemd-udev-trigger", "getty@tty1", "console-getty", "systemd-remount-fs", "apt-daily", "apt-daily-upgrade"]

# Where it runs: process ids, mounts, names, control groups and a network (loopback alone) that are nobody else's.
BEGIN = r"""
set -e
root=$1
group=/sys/fs/cgroup/systemd
[ ! -d $group ] || { mkdir -p $group/$2; echo $$ >$group/$2/cgroup.procs; }
exec unshare --mount --pid --ipc --uts --net --cgroup --fork --kill-child --propagation private bash -ec '
root=$1
hostname bare
ip link set lo up
mount --bind $root $root
mount -t proc proc $root/proc
mount -t sysfs -o ro sysfs $root/sys
if [ -d /sys/fs/cgroup/systemd ]; then
    mount -t tmpfs -o mode=755 tmpfs $root/sys/fs/cgroup
    mkdir $root/sys/fs/cgroup/systemd
    mount -t cgroup -o none,name=systemd cgroup $root/sys/fs/cgroup/systemd
else
    mount -t cgroup2 cgroup2 $root/sys/fs/cgroup
fi
mount -t tmpfs -o mode=755 tmpfs $root/dev
for device in null zero full random urandom tty; do
    touch $root/dev/$device
    mount --bind /dev/$device $root/dev/$device
done
touch $root/dev/console
mount --bind /dev/null $root/dev/console
mkdir $root/dev/pts $root/dev/shm
mount -t devpts -o newinstance,ptmxmode=0666 devpts $root/dev/pts
ln -s pts/ptmx $root/dev/ptmx
ln -s /proc/self/fd $root/dev/fd
mount -t tmpfs -o mode=755 tmpfs $root/run
mount -t tmpfs tmpfs $root/tmp
cd $root
mkdir -p .before
pivot_root . .before
umount -l /.before
exec env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=multi-user.target
' bash "$root"
"""


def run(*words, **options):
    return subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False, **options)


def must(*words, **options):
    done = run(*words, **options)
    if done.returncode != 0:
        raise SystemExit(f"error: {' '.join(str(word) for word in words)}\n{done.stdout}{done.stderr}")
    return done.stdout


def mirror():
    """Where apt of this machine gets Debian from; nothing, where it does not say: debootstrap has its own."""
    listed = run("apt-get", "indextargets", "--format", "$(REPO_URI) $(CODENAME)", "Created-By: Packages").stdout
    own = [line.split()[0] for line in listed.splitlines() if line.endswith(" bookworm")]
    return own[:1]


def make_base(folder):
    """Debian 12 as debootstrap leaves it; made once."""
    if not (folder / "etc/debian_version").exists():
        part = folder.with_name(folder.name + ".part")
        shutil.rmtree(part, ignore_errors=True)
        must("debootstrap", "--include=dbus,ca-certificates", "bookworm", part, *mirror())
        part.rename(folder)
    return folder


def empty(group):
    """Whether the control group is gone, which it is once its last process is."""
    try:
        os.rmdir(group)
        return True
    except OSError:
        return not os.path.isdir(group)


class Machine:
    def __init__(self, base, root):
        must("cp", "-a", f"{base}/.", root)
        shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
        for unit in MASKED:
            (root / f"etc/systemd/system/{unit}.service").symlink_to("/dev/null")
        self.root = root
        self.log = open(root.with_suffix(".log"), "w", encoding="utf-8")
        self.outer = subprocess.Popen(["bash", "-c", BEGIN, "bash", root, f"needlebook-{os.getpid()}"],
                                      stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.first = self.wait_for(self.first_process, "systemd")
        started = ("running", "degraded")
        self.wait_for(lambda: self.run("systemctl", "is-system-running").stdout.strip() in started, "its start")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.outer.poll() is None:
            os.kill(self.outer.pid, signal.SIGKILL)  # and with it, by --kill-child, all of it
            self.outer.wait()
        self.log.close()
        group = Path(f"/sys/fs/cgroup/systemd/needlebook-{os.getpid()}")
        for folder, _, _ in os.walk(group, topdown=False):
            self.wait_for(lambda: empty(folder), "the end of its processes")

    def first_process(self):
        child = run("pgrep", "-P", self.outer.pid).stdout.split()
        return child[0] if child and "systemd" in Path(f"/proc/{child[0]}/comm").read_text() else None

    def wait_for(self, what, name, seconds=180):
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if found := what():
                return found
            time.sleep(0.2)
        raise SystemExit(f"error: waited {seconds} s in vain: {name}\n{self.root.with_suffix('.log').read_text()}")

    def words(self, *words, network=False):
        """In there; with `network` in the network of the machine below, as apt needs it."""
        return ["nsenter", "-t", self.first, "-m", "-p", "-i", "-u", "-C", *([] if network else ["-n"]), "env", "-i",
                "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8", *words]

    def run(self, *words, network=False):
        return run(*self.words(*words, network=network))

    def must(self, *words, network=False):
        return must(*self.words(*words, network=network))

    def from_outside(self, *words):
        """A program of the machine below, say a browser, in the network of this one."""
        return must("nsenter", "-t", self.first, "-n", *words)
