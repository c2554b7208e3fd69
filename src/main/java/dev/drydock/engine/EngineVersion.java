package dev.drydock.engine;

import java.util.Comparator;

/**
 * What an engine says of itself.
 *
 * @param engine its release, such as {@code 28.2.2}
 * @param api the API version spoken with it: the newest that both sides know
 */
public record EngineVersion(String engine, Api api) {

    /** The oldest API version that has everything asked of it (Engine 20.10), and the newest that has been tried. */
    static final Api OLDEST = new Api(1, 41);

    static final Api NEWEST = new Api(1, 44);

    /** An API version. */
    public record Api(int major, int minor) implements Comparable<Api> {

        private static final Comparator<Api> ORDER =
                Comparator.comparingInt(Api::major).thenComparingInt(Api::minor);

        static Api parse(String text) {
            String[] parts = text.split("\\.", 2);
            try {
                return new Api(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw new EngineException("The engine names its API version '" + text + "', which is no number", e);
            }
        }

        @Override
        public int compareTo(Api other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }

    /**
     * Chooses the API version to speak.
     *
     * @throws EngineException if the engine is too old, or so new that it no longer speaks any version tried here
     */
    static EngineVersion negotiate(String engine, String newestThere, String oldestThere) {
        Api theirs = Api.parse(newestThere);
        if (theirs.compareTo(OLDEST) < 0) {
            throw new EngineException(
                    "Engine " + engine + " is too old: it speaks API " + theirs + ", Drydock needs " + OLDEST
                            + ". Install Docker Engine 20.10 or newer.",
                    null);
        }
        if (Api.parse(oldestThere).compareTo(NEWEST) > 0) {
            throw new EngineException(
                    "Engine " + engine + " no longer speaks API " + NEWEST
                            + ", the newest that this Drydock knows (it wants "
                            + oldestThere + "). Upgrade Drydock, or set \"min-api-version\": \"" + NEWEST
                            + "\" in the engine's daemon.json.",
                    null);
        }
        return new EngineVersion(engine, theirs.compareTo(NEWEST) < 0 ? theirs : NEWEST);
    }
}
