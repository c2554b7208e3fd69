package dev.drydock.preview;

import dev.drydock.lesson.Lessons;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Lets every page know which revision of the lessons it shows, at least: it is read before the page is made. */
@ControllerAdvice
@ConditionalOnBooleanProperty("drydock.preview")
class PreviewAttributes {

    private final Lessons lessons;

    PreviewAttributes(Lessons lessons) {
        this.lessons = lessons;
    }

    @ModelAttribute("previewRevision")
    long revision() {
        return lessons.revision();
    }
}
