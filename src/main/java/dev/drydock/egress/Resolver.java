package dev.drydock.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks names up, and may take its time over it. */
interface Resolver {

    /**
     * The addresses of a whole name, at least one.
     *
     * @throws UnknownHostException where it has none
     * @throws UnansweredException where nobody says
     */
    List<InetAddress> resolve(String name) throws UnknownHostException, UnansweredException;

    /** The system's. It blocks in C, where nothing can interrupt it. */
    static Resolver system() {
        return name -> {
            try {
                // With the dot, no search domain of the host is tried.
                return List.of(InetAddress.getAllByName(name + "."));
            } catch (UnknownHostException e) {
                if (isTemporary(e)) {
                    throw new UnansweredException(name);
                }
                throw e;
            }
        };
    }

    /** Java has one exception for "there is none" and for "nobody answers"; the C library's words (EAI_AGAIN) tell them apart. */
    private static boolean isTemporary(UnknownHostException e) {
        return String.valueOf(e.getMessage()).endsWith("Temporary failure in name resolution");
    }
}
