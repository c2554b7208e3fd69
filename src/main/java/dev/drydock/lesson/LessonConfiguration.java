package dev.drydock.lesson;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the directory as a string: a Path would first be looked for on the class path. */
@Configuration(proxyBeanMethods = false)
class LessonConfiguration {

    @Bean
    Lessons lessons(@Value("${drydock.lessons}") String directory) {
        return Lessons.in(Path.of(directory));
    }
}
