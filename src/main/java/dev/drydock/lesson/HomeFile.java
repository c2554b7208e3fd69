package dev.drydock.lesson;

import java.util.Arrays;

/**
 * A file that a lesson puts into the learner's home.
 *
 * @param path below the home directory, such as {@code app/main.py}; never leads out of it
 */
public record HomeFile(String path, byte[] content, boolean executable) {

    public HomeFile {
        content = content.clone();
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    /** In bytes. */
    public int size() {
        return content.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HomeFile file
                && path.equals(file.path)
                && executable == file.executable
                && Arrays.equals(content, file.content);
    }

    @Override
    public int hashCode() {
        return 31 * path.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "HomeFile[" + path + ", " + content.length + " bytes" + (executable ? ", executable]" : "]");
    }
}
