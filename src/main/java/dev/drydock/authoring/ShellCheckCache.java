package dev.drydock.authoring;

import dev.drydock.authoring.ShellCheck.Comment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What shellcheck has said about texts that it has seen, so that it looks only at what has changed. A file that cannot be
 * read or written makes lint slower and nothing else.
 */
final class ShellCheckCache {

    private static final int KEPT = 5_000;
    private static final TypeReference<LinkedHashMap<String, List<Comment>>> ENTRIES = new TypeReference<>() {};

    private final @Nullable Path file;
    /** The newest stand last. */
    private final Map<String, List<Comment>> entries;

    private ShellCheckCache(@Nullable Path file, Map<String, List<Comment>> entries) {
        this.file = file;
        this.entries = entries;
    }

    /** @param directory where it is kept; null for nowhere */
    static ShellCheckCache in(@Nullable Path directory) {
        Path file = directory == null ? null : directory.resolve("shellcheck.json");
        try {
            return new ShellCheckCache(
                    file,
                    file == null
                            ? new LinkedHashMap<>()
                            : JsonMapper.shared().readValue(Files.readString(file), ENTRIES));
        } catch (IOException | JacksonException e) {
            return new ShellCheckCache(file, new LinkedHashMap<>());
        }
    }

    /** Everything that the answer depends on. */
    String key(String version, List<String> options, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : List.of(version, String.join(" ", options), text)) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    List<Comment> get(String key) {
        return Optional.ofNullable(entries.get(key)).orElse(List.of());
    }

    void put(String key, List<Comment> comments) {
        entries.put(key, List.copyOf(comments));
    }

    /** Written beside its place and moved, so that nobody reads half of it. */
    void save() {
        if (file == null) {
            return;
        }
        while (entries.size() > KEPT) {
            entries.remove(entries.keySet().iterator().next());
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = Files.createTempFile(file.toAbsolutePath().getParent(), "shellcheck", ".new");
            Files.writeString(written, JsonMapper.shared().writeValueAsString(entries));
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException nextTimeThen) {
            // The findings are there all the same.
        }
    }
}
