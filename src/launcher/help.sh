# shellcheck shell=bash
# What the commands are and what they take.

command_help() {
  cat <<'END'
Drydock: a self-hosted classroom for learning Docker by doing.

  ./drydock up       get everything ready, start, print the address to open
  ./drydock down     stop the server and its machines; all files are kept
  ./drydock status   whether it runs, and which machines there are
  ./drydock backup   everything but the machines as one file, also while it runs
  ./drydock restore  put such a file in place of what there is
  ./drydock doctor   look at what Drydock needs, and say how to get what is missing
  ./drydock lesson   lint, test and begin lessons (for those who write them)
  ./drydock images   build what docker compose up runs, to have the classroom in a container
  ./drydock mirror   show or add to what machines can pull without the internet
  ./drydock rehearse play a class of scripted learners, to see how many this host carries
  ./drydock bench    measure how fast it is here
  ./drydock test     run every check and test (for developers and CI)
  ./drydock help     this page

Each of them explains its options with --help.
END
}

help_up() {
  cat <<'END'
./drydock up [--port N] [--data DIR] [--detach] [--yes]
./drydock up --classroom [--address HOST[:PORT]] [--name NAME]... [--code CODE] [--tls-self-signed | --tls-certificate FILE --tls-key FILE | --behind-proxy URL] [--port N] [--data DIR] [--detach] [--yes]

Builds what is missing or out of date, starts Drydock on this computer, and prints an address that signs you in once.
Run again while it is running, it prints a fresh address. Ctrl-C stops it; files, images and progress are kept.

  --port N     listen on 127.0.0.1:N instead of 8080
  --data DIR   keep everything in DIR (default: data in the checkout, or the variable DRYDOCK_DATA)
  --detach     return when it is up; ./drydock down stops it
  --classroom  for many: who knows the access code joins with a name, and gets an account and a machine of their own.
               The code is made at the first start, kept in DIR/access-code, and printed with the address to give to learners;
               and with an address that signs in whoever teaches, once. While it runs, the same command prints a fresh one
  --address HOST[:PORT]
               with --classroom, listen there: an address of this computer that learners reach, or 0.0.0.0 for all of them.
               Without it only this computer gets in. Without TLS others in the network can listen in: docs/hosting.md, "A class on your network"
  --name NAME  with --classroom, a further name by which browsers may call the server (class.example.org)
  --tls-certificate FILE --tls-key FILE
               with --classroom, TLS by this certificate (its chain after it) and key, PEM both. Read again when the files change
  --tls-self-signed
               with --classroom, TLS by a certificate made here, kept in DIR/tls, renewed when due; browsers warn, and learners compare its fingerprint
  --behind-proxy URL
               with --classroom, a proxy on this computer speaks TLS and is reached at URL, such as https://classroom.example.org
  --code CODE  with --classroom, this access code from now on: 8 to 40 letters and digits. Whoever has joined stays
  --yes        install missing packages without asking (Debian and Ubuntu, as root)

Behind a proxy, the variable DRYDOCK_ADDRESS says how browsers call it (https://classroom.example.org).
More options for the server's Java, such as -Xmx2g, are taken from the variable DRYDOCK_JAVA_OPTIONS.
END
}

help_status() {
  cat <<'END'
./drydock status [--data DIR] [--json]

Says whether the server of a data directory runs and where, and lists its machines: running, paused, stopped, spare (started ahead, nobody's
yet) or being made; and whether each is of today's image or of an older one. Changes nothing.
END
}

help_rehearse() {
  cat <<'END'
./drydock rehearse --learners N [--minutes M] [--pace SECONDS] [--json FILE] [--yes]
./drydock rehearse --learners N --kills K [--yes]

Plays a class on this host: N scripted learners come in five steps, each with a machine of their own, open the first lesson and its terminal, type,
run a container and have it checked, at a person's pace, until the time is over. Says how long they waited for what, where it bends, and how many
learners this host carries. Works on a throw-away instance, which is removed at the end; whatever else runs here is measured with it.

  --learners N    how many come
  --minutes M     how long it takes (default 5)
  --pace SECONDS  the mean time between two exercises of a learner (default 60)
  --json FILE     write the report as JSON as well
  --kills K       instead, kill the server K times at random moments while they work, and count what they lost and what is left over
  --yes           install missing packages without asking (Debian and Ubuntu, as root)

Exit code 0: all of them were carried, or nothing was lost; 1: not so. Settings of machines are taken from the environment as by ./drydock up:
DRYDOCK_MACHINES_SPARES=20 ./drydock rehearse --learners 20
END
}

help_down() {
  cat <<'END'
./drydock down [--data DIR]

Stops the server and the containers of one data directory. Nothing is removed. Fine to run when nothing is running.

  --data DIR   the directory given to ./drydock up (default: data in the checkout, or the variable DRYDOCK_DATA)
END
}

help_backup() {
  cat <<'END'
./drydock backup [FILE] [--data DIR]

Writes everything that Drydock keeps outside the container engine into one file: people, progress, keys and the id by which the machines are
found again. Works whether or not the server runs. What learners have in their machines is NOT in it: files, images and containers there
are on the engine, and only there. Never overwrites; the exit code is 2 if nothing was written.

  FILE         what to write (default: drydock-INSTANCE-DATE-TIME.zip in this directory). Only you can read it: keep it as safe as a password
  --data DIR   the directory given to ./drydock up (default: data in the checkout, or the variable DRYDOCK_DATA)
END
}

help_restore() {
  cat <<'END'
./drydock restore FILE [--data DIR]

Puts a backup in place of what a data directory holds. The server must be stopped. What was there is moved to replaced-DATE-TIME in the
data directory, never overwritten. A file that is damaged, not ours, or from a newer Drydock is refused, and nothing changes; the exit code is then 2.
Machines that are still on this computer's engine are found again; who has none gets a new one, and keeps all progress.

  FILE         what ./drydock backup has written
  --data DIR   where to (default: data in the checkout, or the variable DRYDOCK_DATA); made where there is none
END
}

help_images() {
  cat <<'END'
./drydock images [--tag TAG] [--yes]

Builds the images that compose.yaml runs: the classroom itself, the learner's machine and the mirror, and gets what the lessons pull. What is
up to date stays. docker compose can do this by itself; this way is for computers from which no registry can be reached, or which have
what a build needs already.

  --tag TAG   another tag than latest; give it to compose as DRYDOCK_TAG
  --yes       install missing packages without asking (Debian and Ubuntu, as root)
END
}

help_test() {
  cat <<'END'
./drydock test [--only SUITE]... [--yes]

Runs everything that must hold before a change is taken, on a throw-away instance that is removed afterwards.
The last line adds up all suites; the exit code is 1 if anything failed.

  --only SUITE   one of: javascript (tests and types), shell (shellcheck), launcher (this launcher),
                 unit, contract (needs the engine), browser (needs Chromium). May be given several times.
                 One more is run only where it is named: course (the whole course clicked through in English and in
                 Korean; takes many minutes and leaves pictures in target/journeys/course/)
  --yes          install missing packages without asking (Debian and Ubuntu, as root)
END
}

help_doctor() {
  cat <<'END'
./drydock doctor [--json]

Looks at each need and says: ok, weak (works, with a drawback), missing (does not work), or unknown (could not be
looked at). Changes nothing. The exit code is 1 if something is missing.

  --json   for programs: {"findings":[{"name","state","detail","remedy"}, ...]}
END
}

help_lesson() {
  cat <<'END'
./drydock lesson lint|test|new|preview|stamp ...

  lint [PATH]          what authors have to put right, as file:line:column; needs no engine
  test [PATH]          the proof: checks, solutions and wrong tries of every task, on machines of their own
  new COURSE/LESSON    a small lesson to begin with
  preview [PATH]       the lesson in the browser, which follows each save, and a machine beside it
  stamp [PATH]         your word that the translations say what lesson.md says now

PATH is COURSE, COURSE/LESSON, or the way to one of their directories; without it, all of lessons/ is meant.
Each of them explains its options with --help. docs/authoring.md explains how lessons are written.
END
}

help_lesson_lint() {
  cat <<'END'
./drydock lesson lint [PATH] [--strict] [--json|--sarif] [--lessons DIR] [--shellcheck PROGRAM]

Reads the lessons and prints each problem as FILE:LINE:COLUMN: error|warning: MESSAGE [RULE]. Looks over the scripts with
shellcheck where that is installed. The exit code is 0 if there is no error, 1 if there is one, 2 if there is no such PATH.

  --strict               warnings count like errors
  --json                 for programs: {"lessons", "shellcheck", "problems": [{"file", "line", "column", ...}]}
  --sarif                for code hosts and editors: SARIF 2.1.0
  --lessons DIR          another lessons directory than the checkout's
  --shellcheck PROGRAM   another shellcheck than the one on the PATH
END
}

help_lesson_test() {
  cat <<'END'
./drydock lesson test [PATH] [--repeat N] [--jobs N] [--report FILE] [--lessons DIR]

For every task, from its start (a fresh machine with the solutions of the tasks before it): the check says "not yet";
after each wrong try it says what the try declares, in each language; after the solution it passes; at the start again
it does not. Runs on a throw-away instance that is removed afterwards, also after Ctrl-C. The exit code is 1 if a step failed.

  --repeat N      everything N times; names the steps that do not always come out alike, and gives their share
  --jobs N        N tasks at the same time (default: 1)
  --report FILE   a JUnit XML report as well
  --lessons DIR   another lessons directory than the checkout's
END
}

help_lesson_new() {
  cat <<'END'
./drydock lesson new COURSE/LESSON [--languages CODES] [--lessons DIR]

Makes a small lesson that lints clean and proves: a text in each of the course's languages, a task, its checker, its
solution and two wrong tries. Makes the course where there is none. Never overwrites. A course elsewhere is named by its
whole path, /home/me/my-course/01-hello.

  --languages CODES   of a new course, the first one first: en,ko (default: en)
  --lessons DIR       another lessons directory than the checkout's
END
}

help_lesson_preview() {
  cat <<'END'
./drydock lesson preview [PATH] [--port N] [--lessons DIR]

Shows the lesson as learners see it, with a machine beside it. A page that is open follows each save; what is wrong in the
text is said where it is. It is an instance of its own: your own progress and machine are untouched. Ctrl-C ends it.

  --port N        the port (default: the first free one from 8090)
  --lessons DIR   another lessons directory than the checkout's
END
}

help_lesson_stamp() {
  cat <<'END'
./drydock lesson stamp [PATH] [--lessons DIR]

Writes into each translation which lesson.md it is a translation of. Say it when a translation is up to date: lint warns
as soon as lesson.md has changed since.

  --lessons DIR   another lessons directory than the checkout's
END
}

help_mirror() {
  cat <<'END'
./drydock mirror list [--data DIR]
./drydock mirror pull IMAGE... [--data DIR] [--yes]

  list   what machines can pull: name, size, and whether it is a stand-in
  pull   adds images of Docker Hub: fetched from the internet, or where that cannot be reached, taken from this
         computer's engine (docker load puts them there). An image of the same name is replaced.

Both work whether or not the server runs. ./drydock up puts in what our own lessons need. IMAGE is NAME, NAME:TAG or
USER/NAME:TAG, for this computer's architecture.

  --data DIR   whose mirror (default: data in the checkout, or the variable DRYDOCK_DATA)
  --yes        install missing packages without asking (Debian and Ubuntu, as root)
END
}

help_bench() {
  cat <<'END'
./drydock bench start|warm|echo|bulk|resume|page|lint [--rounds N] [--json]
./drydock bench neighbour [--noise K]
./drydock bench crash [--learners N] [--kills K]
./drydock bench host [--only CLASS]… [--memory MIB] [--processors N] [--emulate] [--keep]

  start   from pressing "start" to a working prompt in a fresh machine
  warm    a machine that waits becomes a learner's, up to the shell; then thirty learners within five seconds
  echo    from a key to its echo on the terminal
  bulk    how much output per second reaches a browser's terminal
  resume  coming back to a machine that was paused or stopped, until its shell is there, beside the engine's unpause or start alone
  page    a lesson's page at a fixed rate of requests, beside a file of its size; needs no engine, takes two minutes
          --rate N      requests a second (default 500)
          --seconds N   how long a round is (default 10)
  lint    the whole course, beside the start of Java alone, with shellcheck's findings kept and forgotten; needs no engine

  neighbour  a keystroke's echo while K neighbours (20) flood their terminals, one bombs with forks and one fills its memory
  crash      N learners (20) work while the server is killed K times (100): what they lose, and what is left over; takes some twenty minutes

  host    measures nothing: boots a Debian guest (KVM, as root) with a kernel, control groups, AppArmor and an engine of its own, and runs in it
          the tests on real machines. The last line is the sum; exit code 1 if a test failed, 3 if it cannot be tried here
          --only CLASS      this test class only; may be repeated
          --memory MIB      of the guest (default 8192)
          --processors N    of the guest (default 2)
          --emulate         without KVM, the processor in software: many times slower, so that tests which wait may fail for that alone
          --keep            keep the guest's disks in target/host/run, to look at

  --rounds N   how often each side is measured
  --json       for programs
END
}
