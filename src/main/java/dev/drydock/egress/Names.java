package dev.drydock.egress;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names that one machine has asked for, each with an address in 198.18.0.0/16 that means something in that machine only. The latest are
 * kept; an address comes to mean another name as late as possible.
 */
final class Names {

    static final int NETWORK = 198 << 24 | 18 << 16;
    static final int COUNT = 65_534;

    private final int most;
    private final Map<String, Integer> addresses = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Integer, String> names = new HashMap<>();
    private int latest;

    /**
     * @param most how many are kept
     * @param before the number before the first that is given, from 0 to 65,533
     */
    Names(int most, int before) {
        this.most = most;
        this.latest = before;
    }

    static boolean isOurs(int address) {
        return (address & 0xffff0000) == NETWORK;
    }

    /** The address of a name, as a number; one that is not kept gets a new one. */
    synchronized int addressOf(String name) {
        Integer known = addresses.get(name);
        if (known != null) {
            return known;
        }
        if (addresses.size() == most) {
            String eldest = addresses.keySet().iterator().next();
            names.remove(addresses.remove(eldest));
        }
        int address;
        do {
            latest = latest % COUNT + 1;
            address = NETWORK + latest;
        } while (names.containsKey(address));
        addresses.put(name, address);
        names.put(address, name);
        return address;
    }

    synchronized Optional<String> nameOf(int address) {
        String name = names.get(address);
        if (name != null) {
            addresses.get(name);
        }
        return Optional.ofNullable(name);
    }
}
