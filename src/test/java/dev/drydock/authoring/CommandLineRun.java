package dev.drydock.authoring;

import java.io.PrintWriter;
import java.io.StringWriter;

/** One call of a command, with what it printed. */
record CommandLineRun(int exitCode, String out, String err) {

    static CommandLineRun of(String... arguments) {
        return of(new StringWriter(), arguments);
    }

    /** Shows what is printed while it is printed, for commands that take minutes. */
    static CommandLineRun watched(String... arguments) {
        return of(
                new StringWriter() {
                    @Override
                    public void write(String text, int from, int length) {
                        super.write(text, from, length);
                        System.out.print(text.substring(from, from + length));
                    }
                },
                arguments);
    }

    private static CommandLineRun of(StringWriter out, String... arguments) {
        StringWriter err = new StringWriter();
        int exitCode = LessonCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
        return new CommandLineRun(exitCode, out.toString(), err.toString());
    }
}
