package dev.drydock.lesson;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A picture beside a lesson.
 *
 * @param type the media type, one of a fixed few
 */
public record Image(String type, byte[] content) {

    /**
     * To be sent with every picture, together with {@code X-Content-Type-Options: nosniff}: an SVG opened on its own is
     * a document, and with this it can neither run script nor load anything.
     */
    public static final String CONTENT_SECURITY_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\.(?i:png|jpe?g|gif|svg|webp)");

    public Image {
        content = content.clone();
    }

    static Image named(String name, byte[] content) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new Image(
                switch (ending) {
                    case "svg" -> "image/svg+xml";
                    case "jpg" -> "image/jpeg";
                    default -> "image/" + ending;
                },
                content);
    }

    @Override
    public byte[] content() {
        return content.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Image image && type.equals(image.type) && Arrays.equals(content, image.content);
    }

    @Override
    public int hashCode() {
        return 31 * type.hashCode() + Arrays.hashCode(content);
    }

    @Override
    public String toString() {
        return "Image[" + type + ", " + content.length + " bytes]";
    }
}
