package dev.drydock.engine;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import java.nio.charset.StandardCharsets;

/** Collects a bounded piece of a container's log as text. */
final class LogCollector extends ResultCallback.Adapter<Frame> {

    private static final int AT_MOST = 16 * 1024;

    private final StringBuffer text = new StringBuffer();

    @Override
    public void onNext(Frame frame) {
        if (text.length() < AT_MOST) {
            text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
        }
    }

    String text() {
        return text.toString().strip();
    }
}
