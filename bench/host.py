"""The tests on real machines, run on another host: a guest of KVM that brings its own kernel, control groups, AppArmor and engine.

Nothing reaches the guest by a network. What it needs comes as disks that are tar archives, and what it found comes back the same way.
"""

import argparse
import hashlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import xml.etree.ElementTree as XML
from pathlib import Path

CHECKOUT = Path(os.environ["CHECKOUT"])
HERE = CHECKOUT / "target" / "host"
RUN = HERE / "run"
RESULTS = HERE / "results"
LIMIT_SECONDS = 6 * 3600
# A guest that has said nothing for so long does not come up.
BOOT_SECONDS = 900
SCRATCH_BYTES = 40 * 1024**3
CLASS_LINE = re.compile(r"\[\w+\] Tests run: (\d+), Failures: (\d+), Errors: (\d+), Skipped: (\d+), Time elapsed: ([\d.,]+) s.* in ([\w.$]+)")
FAILED_LINE = re.compile(r"\[ERROR\] dev\.drydock\.(.+?) -- .*<<<")


def say(words):
    print(words, flush=True)


def run(*command, **options):
    subprocess.run([str(word) for word in command], check=True, **options)


def arguments():
    options = argparse.ArgumentParser(prog="./drydock bench host")
    options.add_argument("--memory", type=int, default=8192)
    options.add_argument("--processors", type=int, default=2)
    options.add_argument("--keep", action="store_true")
    options.add_argument("--emulate", action="store_true")
    return options.parse_args()


def make_root():
    """The guest's system is made once, and again when the script that makes it has changed."""
    script = CHECKOUT / "bench" / "host-root.sh"
    stamp = HERE / "root.stamp"
    made_by = hashlib.sha256(script.read_bytes()).hexdigest()
    if (HERE / "root.img").exists() and stamp.exists() and stamp.read_text() == made_by:
        return
    stamp.unlink(missing_ok=True)
    say("· making the guest's system from Debian's packages (once; minutes) …")
    with open(HERE / "root.log", "w") as log:
        if subprocess.run([script, HERE], stdout=log, stderr=log).returncode != 0:
            sys.exit(f"drydock: the guest's system could not be made.\n  What to do: read {HERE}/root.log")
    stamp.write_text(made_by)


def pack(archive, prefix, directory, *what, follow=False, leave_out=()):
    """Appends to the archive, with names below prefix."""
    command = ["tar", "-rf", archive, "--owner=0", "--group=0", f"--transform=s,^\\.,{prefix},S", "-C", directory]
    command += [f"--exclude={one}" for one in leave_out]
    run(*command, *(["-h", "--ignore-failed-read"] if follow else []), *(what or ["."]))


def make_disks():
    brought = RUN / "brought.tar"
    (RUN / "settings").write_text(f"INSTANCE={os.environ['INSTANCE']}\nTESTS={os.environ['DRYDOCK_HOST_TESTS']}\n")
    say("· packing what the guest needs …")
    pack(brought, ".", RUN, "./settings")
    pack(brought, "./checkout", CHECKOUT, leave_out=["./target", "./data", "./.git", "./static/node_modules", "__pycache__"])
    pack(brought, "./checkout", CHECKOUT, "./target/classes", "./target/test-classes")
    pack(brought, "./jdk", os.environ["JAVA_HOME"], follow=True)
    pack(brought, "./maven", os.environ["MAVEN_HOME"], follow=True)
    # Without these files Maven takes what is there, wherever it once came from.
    pack(brought, "./repository", Path.home() / ".m2" / "repository", leave_out=["_remote.repositories", "*.lastUpdated"])
    run(os.environ["DOCKER"], "save", "-o", RUN / "images.tar", *os.environ["DRYDOCK_HOST_IMAGES"].split())
    with open(RUN / "scratch.img", "wb") as scratch:
        scratch.truncate(SCRATCH_BYTES)
    run("mke2fs", "-q", "-F", "-t", "ext4", RUN / "scratch.img")


def disk(name, file, options=""):
    return ["-drive", f"if=none,id={name},format=raw,file={file}{options}", "-device", f"virtio-blk-pci,drive={name},serial={name}"]


def port(name, file):
    return ["-chardev", f"file,id={name},path={file}", "-device", f"virtserialport,chardev={name},name={name}"]


def machine(options):
    """The command line of the guest. Its network has an address and leads nowhere; what it writes to its root is forgotten."""
    command = ["qemu-system-x86_64", "-nodefaults", "-machine", "q35", "-no-reboot", "-display", "none"]
    if options.emulate:
        # One thread for all processors: with several, code that rewrites itself, such as Java's, was seen to crash.
        command += ["-accel", "tcg,thread=single", "-cpu", "max"]
    else:
        # Where this host is a guest itself, it may see registers that it cannot pass on.
        command += ["-accel", "kvm", "-cpu", "host,arch-capabilities=off"]
    command += ["-smp", str(options.processors), "-m", str(options.memory), "-device", "virtio-rng-pci", "-device", "virtio-serial-pci"]
    command += ["-kernel", f"{HERE}/kernel", "-initrd", f"{HERE}/initrd"]
    command += ["-append", "root=/dev/vda rw console=ttyS0 panic=-1 systemd.getty_auto=no"]
    command += ["-serial", f"file:{HERE}/console.log", "-nic", "user,restrict=on,model=virtio-net-pci"]
    command += disk("root", HERE / "root.img", ",snapshot=on")
    command += disk("scratch", RUN / "scratch.img", ",cache=unsafe,discard=unmap")
    command += disk("brought", RUN / "brought.tar", ",readonly=on")
    command += disk("images", RUN / "images.tar", ",readonly=on")
    return command + port("progress", RUN / "progress") + port("results", RUN / "results.tar")


def show(line):
    """One line of the guest's. Returns whether it was its last."""
    counted, failed = CLASS_LINE.search(line), FAILED_LINE.search(line)
    if counted:
        tests, failures, errors, skipped = (int(counted[i]) for i in range(1, 5))
        bad = failures + errors
        say(f"    {tests - bad - skipped} passed, {bad} failed, {skipped} skipped in {float(counted[5].replace(',', '')):.0f} s")
    elif failed:
        say(f"    failed: {failed[1]}")
    elif "Running " in line:
        say(f"· {line.split('Running ')[1].removeprefix('dev.drydock.')} …")
    elif line.startswith(("fact ", "trouble ")):
        say("  " + line.split(" ", 1)[1])
    return line == "end"


def lines_of(guest):
    """What it prints, line by line as it comes, until it has ended."""
    rest, limit = "", time.monotonic() + BOOT_SECONDS
    with open(RUN / "progress", errors="replace") as progress:
        while True:
            running = guest.poll() is None
            *whole, rest = (rest + progress.read()).split("\n")
            yield from whole
            limit = None if whole else limit
            if not running or (limit and time.monotonic() > limit):
                return
            time.sleep(0.5)


def boot(options):
    """Runs the guest to its end, and shows how far it is. Returns whether it came to the end of the tests."""
    (RUN / "progress").touch()
    say("· booting the guest …")
    # What a root that forgets has to remember for now is in a file without a name, in the temporary directory.
    guest = subprocess.Popen(["timeout", "--kill-after=10", str(LIMIT_SECONDS), *machine(options)], env={**os.environ, "TMPDIR": str(RUN)})
    ended = False
    try:
        for line in lines_of(guest):
            ended = show(line) or ended
    finally:
        guest.terminate()
        guest.wait()
    return ended


def unpack_results():
    shutil.rmtree(RESULTS, ignore_errors=True)
    RESULTS.mkdir()
    archive = RUN / "results.tar"
    if archive.exists() and archive.stat().st_size > 0:
        run("tar", "-xf", archive, "-C", RESULTS, "--no-same-owner")


def count():
    """Passed, failed and skipped tests, and what each failed one said first."""
    passed, failures, skipped = 0, [], 0
    for report in sorted(RESULTS.glob("surefire-reports/TEST-*.xml")):
        for case in XML.parse(report).getroot().iter("testcase"):
            bad = case.find("failure") if case.find("failure") is not None else case.find("error")
            if bad is not None:
                said = (bad.get("message") or bad.text or "").strip().splitlines() or [""]
                failures.append((f"{case.get('classname', '').rsplit('.', 1)[-1]}.{case.get('name')}", said[0]))
            elif case.find("skipped") is not None:
                skipped += 1
            else:
                passed += 1
    return passed, failures, skipped


def report(ended):
    passed, failures, skipped = count()
    for name, said in failures:
        say(f"  failed: {name}: {said[:160]}")
    broken = 0
    if not ended or passed + len(failures) + skipped == 0:
        broken = 1
        say(f"  failed: the guest did not come to the end of the tests; see {RESULTS} and {HERE}/console.log")
    say(f"  reports and logs of the guest: {RESULTS}")
    say(f"host: {passed} passed, {len(failures) + broken} failed, {skipped} skipped")
    return 1 if failures or broken else 0


def main():
    options = arguments()
    # A request to end goes the same way as Ctrl-C: the guest ends, and its disks are removed.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    HERE.mkdir(parents=True, exist_ok=True)
    make_root()
    shutil.rmtree(RUN, ignore_errors=True)
    RUN.mkdir()
    try:
        make_disks()
        ended = boot(options)
        unpack_results()
        return report(ended)
    except KeyboardInterrupt:
        return 130
    except subprocess.CalledProcessError as failure:
        say(f"drydock: {failure.cmd[0]} failed (exit code {failure.returncode}): {' '.join(failure.cmd)[:300]}")
        say("  What to do: see above what it said; a full disk is the usual reason")
        return 1
    finally:
        if not options.keep:
            shutil.rmtree(RUN, ignore_errors=True)


sys.exit(main())
