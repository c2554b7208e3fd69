package dev.drydock.machine;

import static dev.drydock.machine.MachineAssert.output;
import static dev.drydock.machine.MachineAssert.write;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A learner who replaces every program of the machine by one that lies, succeeds, and records on whose behalf it ran. */
final class Treason {

    /** What the liars run on: a copy of perl that nobody else knows of. */
    private static final String ACCOMPLICE = "/root/p";

    private static final String LIAR = """
            #!/root/p
            sub text { open(my $f, '<', $_[0]) or return ''; local $/; my $t = <$f>; $t =~ s/\\s+/ /g; $t }
            open(my $record, '>>', '/root/record');
            print $record join('|', $0, text('/proc/self/uid_map'), readlink('/proc/self/ns/user'),
                readlink('/proc/self/ns/mnt'), readlink('/proc/self/ns/pid')), "\\n";
            close($record);
            sleep(3600) if $$ == 1;
            print '{}';
            exit 0;
            """;

    private Treason() {}

    static void replaceEveryProgramIn(Machine machine) {
        write(machine, "/root/liar", LIAR);
        output(
                machine,
                "cp /usr/bin/perl /root/p; find / -xdev -type f -perm /111 ! -name '*.so*' ! -path /root/p"
                        + " > /root/programs; readlink /proc/self/ns/user /proc/self/ns/mnt /proc/self/ns/pid > /root/namespaces");
        String replace = """
                open(my $l, '<', '/root/liar'); my $liar = do { local $/; <$l> };
                open(my $programs, '<', '/root/programs');
                while (my $program = <$programs>) {
                    chomp $program;
                    unlink $program;
                    open(my $f, '>', $program) or die "$program: $!";
                    print $f $liar;
                    close $f;
                    chmod 0755, $program;
                }
                """;
        run(machine, replace);
    }

    /** Whom the liars have run for since the last stop: lines of program, uid map and namespaces. */
    static List<String> record(Machine machine) {
        return run(machine, "open(F, '<', '/root/record') and print <F>")
                .lines()
                .toList();
    }

    static void forget(Machine machine) {
        run(machine, "unlink '/root/record'");
    }

    /** Runs perl by its copy, as nothing else can be believed any more. */
    static String run(Machine machine, String perl) {
        ExecResult result = machine.exec(List.of(ACCOMPLICE, "-"), perl.getBytes(StandardCharsets.UTF_8));
        if (!result.succeeded()) {
            throw new AssertionError(result.toString());
        }
        return result.stdout();
    }
}
