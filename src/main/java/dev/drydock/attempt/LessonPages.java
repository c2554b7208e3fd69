package dev.drydock.attempt;

import dev.drydock.account.Learner;
import dev.drydock.attempt.Cards.Reader;
import dev.drydock.attempt.LessonPage.BlockView;
import dev.drydock.attempt.LessonPage.TerminalLink;
import dev.drydock.attempt.Policy.CourseRules;
import dev.drydock.attempt.Policy.Permissions;
import dev.drydock.lesson.Block;
import dev.drydock.lesson.Course;
import dev.drydock.lesson.Lesson;
import dev.drydock.lesson.LessonText;
import dev.drydock.lesson.Lessons;
import dev.drydock.lesson.Section;
import dev.drydock.lesson.Variables;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the pages of courses and lessons for one learner. */
@Component
class LessonPages {

    private static final String TERMINALS = "/terminal/";
    private static final int DEEPEST_IN_CONTENTS = 3;

    private final Lessons lessons;
    private final Progress progress;
    private final Cards cards;
    private final Workplaces workplaces;
    private final CourseNetwork network;
    private final Permits permits;

    LessonPages(
            Lessons lessons,
            Progress progress,
            Cards cards,
            Workplaces workplaces,
            CourseNetwork network,
            Permits permits) {
        this.lessons = lessons;
        this.progress = progress;
        this.cards = cards;
        this.workplaces = workplaces;
        this.network = network;
        this.permits = permits;
    }

    /** The first lesson that still has something to do, or the very first; nothing where there are no lessons that are open. */
    Optional<String> whereToGoOn(Learner learner) {
        Map<String, CourseProgress> everywhere = progress.everywhere(learner.id());
        Permissions permissions = permits.of(learner);
        List<Lesson> all = lessons.courses().stream()
                .filter(course ->
                        permissions.in(course.id()).filter(permits::isOpen).isPresent())
                .flatMap(course -> course.lessons().stream())
                .toList();
        return all.stream()
                .filter(lesson -> isUnfinished(everywhere
                        .getOrDefault(lesson.course(), CourseProgress.NONE)
                        .score(lesson)))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(lesson -> Paths.lesson(lesson.course(), lesson.id()));
    }

    List<CourseView> courses(Learner learner, Locale language) {
        Map<String, CourseProgress> everywhere = progress.everywhere(learner.id());
        Permissions permissions = permits.of(learner);
        return lessons.courses().stream()
                .flatMap(course -> permissions.in(course.id()).stream()
                        .map(rules -> courseView(
                                course,
                                rules,
                                everywhere.getOrDefault(course.id(), CourseProgress.NONE),
                                learner,
                                language)))
                .toList();
    }

    /** @param rules what goes in the course for the learner */
    Optional<LessonPage> lesson(Learner learner, String courseId, String lessonId, CourseRules rules, Locale language) {
        return lessons.course(courseId).flatMap(course -> course.lesson(lessonId)
                .map(lesson -> page(learner, course, lesson, rules, language)));
    }

    /**
     * What there is to say after one exercise of a lesson was tried: its card, and where the learner stands now. The latter is left out where
     * the lesson has just been taken away.
     */
    Optional<Answer> answer(Learner learner, Lesson lesson, String exercise, Locale language) {
        CourseProgress standing = progress.inCourse(learner.id(), lesson.course(), lesson.id());
        Variables variables = lesson.variablesFor(learner.name());
        return cards.card(
                        new Reader(lesson, standing.of(lesson), rules(learner, lesson), variables, language), exercise)
                .map(card -> new Answer(
                        card,
                        lessons.courses().stream()
                                .filter(course -> course.lessons().contains(lesson))
                                .findFirst()
                                .map(course -> Standings.of(course, lesson, standing, variables, language))
                                .orElse(null)));
    }

    /** See {@link #answer}. */
    record Answer(BlockView card, @Nullable Standing standing) {}

    private LessonPage page(Learner learner, Course course, Lesson lesson, CourseRules rules, Locale language) {
        LessonText text = lesson.in(language);
        CourseProgress standing = progress.inCourse(learner.id(), course.id(), lesson.id());
        Variables variables = lesson.variablesFor(learner.name());
        Reader reader = new Reader(lesson, standing.of(lesson), rules, variables, language);
        Remarks remarks = Remarks.on(lesson, text, lessons.problems());
        return new LessonPage(
                text.language().toLanguageTag(),
                course.title().in(language),
                Paths.lesson(lesson),
                variables.fill(text.title()),
                variables.fill(text.summary()),
                lesson.minutes(),
                Standings.of(course, lesson, standing, variables, language),
                contents(text, variables),
                text.blocks().stream()
                        .flatMap(block -> blockView(reader, block).stream().map(view -> view.with(remarks.at(block))))
                        .toList(),
                TERMINALS + "main",
                terminals(text, variables),
                workplaces.placeWithoutRoom(learner),
                preparing(learner, lesson),
                network.isWithoutInternet(lesson),
                Standings.neighbour(course, lesson, -1, variables, language),
                Standings.neighbour(course, lesson, 1, variables, language));
    }

    /** Whoever is not shown the course does not get as far as to a page of it. */
    private CourseRules rules(Learner learner, Lesson lesson) {
        return permits.in(lesson.course(), learner).orElseThrow(Answers::gone);
    }

    private @Nullable Boolean preparing(Learner learner, Lesson lesson) {
        return lesson.start().isEmpty() && workplaces.hasItsNetwork(learner, lesson)
                ? null
                : !workplaces.isPrepared(learner, lesson);
    }

    private Optional<BlockView> blockView(Reader reader, Block block) {
        return switch (block) {
            case Block.Html html -> Optional.of(BlockView.of(reader.variables().fill(html.html())));
            case Block.Task task -> cards.card(reader, task.text());
            case Block.Quiz quiz -> cards.card(reader, quiz.text());
        };
    }

    private static List<Section> contents(LessonText text, Variables variables) {
        return text.sections().stream()
                .filter(section -> section.level() <= DEEPEST_IN_CONTENTS)
                .map(section -> new Section(section.level(), section.anchor(), variables.fill(section.title())))
                .toList();
    }

    private static List<TerminalLink> terminals(LessonText text, Variables variables) {
        return text.terminals().stream()
                .map(terminal ->
                        new TerminalLink(terminal.id(), variables.fill(terminal.title()), TERMINALS + terminal.id()))
                .toList();
    }

    private CourseView courseView(
            Course course, CourseRules rules, CourseProgress standing, Learner learner, Locale language) {
        boolean open = permits.isOpen(rules);
        return new CourseView(
                course.id(),
                course.title().in(language),
                course.summary().in(language),
                standing.score(course),
                course.lessons().stream()
                        .filter(lesson -> open)
                        .map(lesson -> lessonView(lesson, standing.score(lesson), learner, language))
                        .toList(),
                rules.opensAt()
                        .filter(opens -> !open)
                        .map(opens -> Moments.dayAndTime(opens, language))
                        .orElse(null),
                rules.dueAt().map(due -> Moments.dayAndTime(due, language)).orElse(null),
                rules.dueAt().filter(due -> due.isBefore(permits.now())).isPresent());
    }

    private static CourseView.LessonView lessonView(Lesson lesson, Score score, Learner learner, Locale language) {
        LessonText text = lesson.in(language);
        Variables variables = lesson.variablesFor(learner.name());
        return new CourseView.LessonView(
                variables.fill(text.title()),
                Paths.lesson(lesson),
                variables.fill(text.summary()),
                lesson.minutes(),
                score);
    }

    private static boolean isUnfinished(Score score) {
        return score.done() < score.total();
    }
}
