package dev.drydock.mirror;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mirror, from {@code drydock.mirror.*}.
 *
 * @param image the mirror's own image; by default {@code drydock/mirror:INSTANCE}
 * @param images the images that it offers, each taken from the engine under the name that learners use
 */
@ConfigurationProperties("drydock.mirror")
public record MirrorProperties(
        @Nullable String image,

        @DefaultValue({
            "hello-world:latest",
            "busybox:latest",
            "busybox:stable",
            "nginx:latest",
            "registry:2",
            "python:3-alpine"
        })
        List<String> images) {

    public MirrorProperties {
        images = List.copyOf(images);
    }
}
