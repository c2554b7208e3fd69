package dev.drydock.engine;

import java.nio.file.Path;

/** Where the engine listens: an absolute path of a unix socket. */
record EngineSocket(Path path) {

    private static final String SCHEME = "unix://";

    static EngineSocket parse(String address) {
        if (!address.startsWith(SCHEME + "/")) {
            throw EngineUnreachableException.notASocket(address);
        }
        return new EngineSocket(Path.of(address.substring(SCHEME.length())));
    }

    @Override
    public String toString() {
        return SCHEME + path;
    }
}
