package dev.drydock.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.web.FragmentCache.Key;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FragmentCacheTests {

    private final FragmentCache cache = new FragmentCache(10);

    @Test
    void fragmentIsFoundByEqualArguments() {
        cache.put(key("page", Locale.ENGLISH, "one"), "<p>one");

        assertThat(cache.find(key("page", Locale.ENGLISH, "one"))).isEqualTo("<p>one");
    }

    @Test
    void fragmentIsNotFoundByAnotherNameLanguageOrArgument() {
        cache.put(key("page", Locale.ENGLISH, "one"), "<p>one");

        assertThat(cache.find(key("card", Locale.ENGLISH, "one"))).isNull();
        assertThat(cache.find(key("page", Locale.KOREAN, "one"))).isNull();
        assertThat(cache.find(key("page", Locale.ENGLISH, "two"))).isNull();
    }

    @Test
    void putWhenItBecomesTooMuchForgetsWhatWasNotAskedForForLongest() {
        cache.put(key("page", Locale.ENGLISH, "old"), "1234");
        cache.put(key("page", Locale.ENGLISH, "unasked"), "5678");
        cache.find(key("page", Locale.ENGLISH, "old"));
        cache.put(key("page", Locale.ENGLISH, "new"), "90ab");

        assertThat(cache.find(key("page", Locale.ENGLISH, "unasked"))).isNull();
        assertThat(cache.find(key("page", Locale.ENGLISH, "old"))).isEqualTo("1234");
        assertThat(cache.find(key("page", Locale.ENGLISH, "new"))).isEqualTo("90ab");
    }

    @Test
    void putAgainDoesNotCountTwice() {
        for (int i = 0; i < 5; i++) {
            cache.put(key("page", Locale.ENGLISH, "same"), "1234");
        }
        cache.put(key("page", Locale.ENGLISH, "other"), "567890");

        assertThat(cache.find(key("page", Locale.ENGLISH, "same"))).isEqualTo("1234");
    }

    @Test
    void fragmentThatIsLargerThanAllIsNotKept() {
        cache.put(key("page", Locale.ENGLISH, "large"), "12345678901");

        assertThat(cache.find(key("page", Locale.ENGLISH, "large"))).isNull();
    }

    private static Key key(String fragment, Locale language, String argument) {
        return new Key(fragment, language, Map.of("argument", argument));
    }
}
