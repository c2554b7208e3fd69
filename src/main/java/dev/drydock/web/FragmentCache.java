package dev.drydock.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rendered fragments. Where they become too much, those that were not asked for for longest go. May be used by many threads. */
final class FragmentCache {

    private final int limit;
    private final Map<Key, String> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long characters;

    /** @param limit how many characters are kept in all */
    FragmentCache(int limit) {
        this.limit = limit;
    }

    /**
     * All that a fragment is made of.
     *
     * @param fragment its template and its name there
     * @param arguments immutable values, by name
     */
    record Key(String fragment, Locale language, Map<String, Object> arguments) {}

    synchronized @Nullable String find(Key key) {
        return kept.get(key);
    }

    synchronized void put(Key key, String html) {
        String before = kept.put(key, html);
        characters += html.length() - (before == null ? 0 : before.length());
        Iterator<String> oldest = kept.values().iterator();
        while (characters > limit) {
            characters -= oldest.next().length();
            oldest.remove();
        }
    }
}
