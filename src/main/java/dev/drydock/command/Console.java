package dev.drydock.command;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a command talks to whoever started it. */
public record Console(PrintWriter out, PrintWriter err) {

    /** The exit code of a command that could not do its work. */
    public static final int REFUSED = 2;

    /** The process's own streams, in UTF-8 whatever its locale says. */
    public static Console ofThisProcess() {
        return new Console(writer(FileDescriptor.out), writer(FileDescriptor.err));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** Nothing is logged from now on: a command says itself what there is to say. */
    public static void silenceLogs() {
        ((LoggerContext) LoggerFactory.getILoggerFactory())
                .getLogger(Logger.ROOT_LOGGER_NAME)
                .setLevel(Level.OFF);
    }

    /** Says why a command does not do what it was asked, and returns its exit code. */
    public int refuse(Refusal refusal) {
        return refuse(String.valueOf(refusal.getMessage()), refusal.remedy());
    }

    /**
     * The same in words.
     *
     * @param remedy empty where the words say it already
     */
    public int refuse(String what, String remedy) {
        err.println("drydock: " + what);
        if (!remedy.isEmpty()) {
            err.println("  What to do: " + remedy);
        }
        return REFUSED;
    }
}
