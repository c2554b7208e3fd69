package dev.drydock.attempt;

import dev.drydock.internet.Internet;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lessons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever hosts the classroom, once, which courses go without the internet that they ask for. */
@Component
record CoursesWithoutInternet(Lessons lessons, Internet internet) {

    private static final Logger log = LoggerFactory.getLogger(CoursesWithoutInternet.class);

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        if (!internet.isAllowed()) {
            lessons.courses().stream()
                    .filter(course -> course.lessons().stream()
                            .anyMatch(lesson -> lesson.start().internet()))
                    .map(Course::id)
                    .forEach(course -> log.warn(
                            "Course {} asks for the internet, which this host does not allow: its learners are told, and go without."
                                    + " drydock.internet.allowed=true allows it; read docs/hosting.md first.",
                            course));
        }
    }
}
