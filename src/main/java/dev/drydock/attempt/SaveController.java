package dev.drydock.attempt;

import dev.drydock.account.ForLearners;
import dev.drydock.account.Learner;
import dev.drydock.lesson.Action;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.Lessons;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Puts a fence of the lesson into the learner's machine as a file. The text is the lesson's own; the browser only names it. */
@Controller
@ForLearners
class SaveController {

    private final Lessons lessons;
    private final Saves saves;

    SaveController(Lessons lessons, Saves saves) {
        this.lessons = lessons;
        this.saves = saves;
    }

    /** Answers in words: 200 it is there, 409 the machine refused, 503 the machine is away. */
    @PostMapping("/courses/{course}/lessons/{lesson}/saves/{save}")
    ResponseEntity<String> save(
            @AuthenticationPrincipal Learner learner,
            @PathVariable String course,
            @PathVariable String lesson,
            @PathVariable String save,
            Locale language) {
        Lesson found = lessons.find(course, lesson).orElseThrow(Answers::gone);
        Action.Save file = found.save(save).orElseThrow(Answers::gone);
        Saves.Answer answer = saves.save(learner, found, file, language);
        return ResponseEntity.status(answer.status())
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(answer.words());
    }
}
