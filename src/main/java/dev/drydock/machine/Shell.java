package dev.drydock.machine;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a shell in a machine, in whole frames of docs/terminal-protocol.md: a type byte and its payload. Closing it
 * leaves the shell running. One thread may receive while others send.
 */
public interface Shell extends AutoCloseable {

    /** The largest frame either side may send, in bytes. */
    int LARGEST_FRAME = 65_536;

    /** Passes a frame on; blocks while the other side is not reading. */
    void send(byte[] frame) throws IOException;

    /** The next frame, or null at the end of the connection. */
    byte @Nullable [] receive() throws IOException;

    /** What the shell's holder said about a failure, in its own words; often empty. */
    String complaint();

    @Override
    void close();
}
