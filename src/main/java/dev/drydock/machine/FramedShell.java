package dev.drydock.machine;

import dev.drydock.engine.Engine.RunningCommand;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Frames after their length, on the standard streams of {@code shell-holder}. */
final class FramedShell implements Shell {

    private final RunningCommand holder;
    private final DataInputStream fromHolder;

    FramedShell(RunningCommand holder) {
        this.holder = holder;
        this.fromHolder = new DataInputStream(holder.streams().stdout());
    }

    @Override
    public void send(byte[] frame) throws IOException {
        byte[] withLength = ByteBuffer.allocate(4 + frame.length)
                .putInt(frame.length)
                .put(frame)
                .array();
        synchronized (this) {
            holder.streams().stdin().write(withLength);
        }
    }

    @Override
    public byte @Nullable [] receive() throws IOException {
        int length;
        try {
            length = fromHolder.readInt();
        } catch (EOFException end) {
            return null;
        }
        if (length < 1 || length > LARGEST_FRAME) {
            throw new IOException("The shell's holder sent a frame of " + length + " bytes");
        }
        byte[] frame = new byte[length];
        fromHolder.readFully(frame);
        return frame;
    }

    @Override
    public String complaint() {
        return holder.streams().stderrText().strip();
    }

    @Override
    public void close() {
        holder.close();
    }
}
