package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.MachineAssert.write;

/**
 * A learner's program that takes something of the kernel until it gets no more, and keeps it until this is closed.
 *
 * @param machine where it runs
 * @param count how many it has got
 * @param refusal how the kernel refused the next
 */
record Taking(Machine machine, long count, String refusal) implements AutoCloseable {

    /** What is opened first is there even when nothing can be opened any more. */
    private static final String PROGRAM = """
            use Fcntl; use Socket; use POSIX ();
            my $arm = `uname -m` =~ /aarch64/;
            my ($n, @kept) = (0);
            open(my $told, '>', '/root/taken.part') or die $!;
            $! = 0;
            %s
            print $told "$n|$!"; close $told;
            rename('/root/taken.part', '/root/taken');
            sleep 3600;
            """;

    /** @param perl counts in {@code $n}, and keeps in {@code @kept} */
    static Taking in(Machine machine, String perl) {
        write(machine, "/root/take", PROGRAM.formatted(perl));
        output(machine, "rm -f /root/taken; setsid perl /root/take >/root/take.log 2>&1 & echo $! >/root/take.pid");
        Patience.until("it has taken all that it gets", () -> answer(machine).contains("|"));
        String[] answer = answer(machine).split("\\|", 2);
        return new Taking(machine, Long.parseLong(answer[0]), answer[1]);
    }

    /** How many a machine gets, which gives them back at once. */
    static long countIn(Machine machine, String perl) {
        try (Taking taking = in(machine, perl)) {
            return taking.count();
        }
    }

    private static String answer(Machine machine) {
        return output(
                machine, "cat /root/taken 2>/dev/null || { cat /root/take.log >&2; kill -0 $(cat /root/take.pid); }");
    }

    @Override
    public void close() {
        output(
                machine,
                "kill -9 -- -$(cat /root/take.pid); while kill -0 $(cat /root/take.pid) 2>/dev/null; do sleep 0.1; done");
    }
}
