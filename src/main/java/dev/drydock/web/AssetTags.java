package dev.drydock.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.springframework.core.io.Resource;
import org.springframework.util.DigestUtils;

/**
 * Entity tags made of an asset's content. The time of a file cannot serve: our build gives every file in the jar the same
 * one, so after an upgrade the old copy would pass for the new.
 */
final class AssetTags implements Function<Resource, String> {

    private final ConcurrentMap<Key, String> known = new ConcurrentHashMap<>();

    @Override
    public String apply(Resource resource) {
        try {
            Key key = new Key(resource.getURL().toString(), resource.lastModified());
            return known.computeIfAbsent(key, unseen -> digest(resource));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Resource resource) {
        try (InputStream content = resource.getInputStream()) {
            return DigestUtils.md5DigestAsHex(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the time, so that a file edited under a running server is read again. */
    private record Key(String location, long lastModified) {}
}
