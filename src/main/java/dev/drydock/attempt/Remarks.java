package dev.drydock.attempt;

import dev.drydock.lesson.Block;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.LessonText;
import dev.drydock.lesson.Problem;
import java.util.List;

/** What an author has to put right in one text, told where it is. */
record Remarks(LessonText text, List<Problem> problems) {

    static Remarks on(Lesson lesson, LessonText text, List<Problem> everywhere) {
        String tag = text.language().equals(lesson.texts().first())
                ? ""
                : "." + text.language().toLanguageTag();
        String file = lesson.course() + "/" + lesson.id() + "/lesson" + tag + ".md";
        return new Remarks(
                text,
                everywhere.stream()
                        .filter(problem -> problem.file().equals(file))
                        .toList());
    }

    /** Those from where this block begins to where the next one does; what stands before all of them is the first one's. */
    List<Problem> at(Block block) {
        if (problems.isEmpty()) {
            return problems;
        }
        int index = text.blocks().indexOf(block);
        int from = index == 0 ? 1 : block.line();
        int next =
                index + 1 < text.blocks().size() ? text.blocks().get(index + 1).line() : Integer.MAX_VALUE;
        return problems.stream()
                .filter(problem -> problem.line() >= from && problem.line() < next)
                .toList();
    }
}
