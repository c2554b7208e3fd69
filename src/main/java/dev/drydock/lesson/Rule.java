package dev.drydock.lesson;

import java.util.Locale;

/** The kinds of problems. Their ids are printed behind each problem and stay as they are. */
public enum Rule {
    LESSONS_MISSING,
    LESSONS_EMPTY,
    COURSE_NAME,
    COURSE_LINK,
    COURSE_UNREADABLE,
    COURSE_TITLE,
    FILE_MISSING,
    FILE_UNREADABLE,
    FILE_SIZE,
    FILE_ENCODING,
    FILE_LINK,
    YAML_SYNTAX,
    YAML_ALIAS,
    YAML_VALUE,
    YAML_KEY_TWICE,
    UNKNOWN_KEY,
    LANGUAGE,
    LESSON_LIST,
    LESSON_NAME,
    LESSON_MISSING,
    LESSON_UNLISTED,
    SOLUTIONS,
    VARIABLE_NAME,
    VARIABLE_VALUE,
    VARIABLE_UNUSED(Severity.WARNING),
    NETWORK,
    MACHINE_TIME,
    LESSON_TITLE,
    LESSON_EXERCISE(Severity.WARNING),
    FRONT_MATTER,
    MINUTES,
    TERMINALS,
    NESTING,
    TEXT_SLOW,
    HEADING,
    TASK_MARK,
    TASK_PLACE,
    TASK_TITLE,
    TASK_TWICE,
    HINT_FORM,
    QUIZ_MARK,
    QUIZ_CHOICES,
    QUIZ_ANSWER,
    QUIZ_EXPLANATION,
    ALERT_WORD,
    ALERT_LINE,
    FENCE_WORD,
    FENCE_WORDS,
    FENCE_TERMINAL,
    SAVE_PATH,
    DIAGRAM_DESCRIPTION,
    DIAGRAM_DIRECTIVE,
    IMAGE_NAME,
    IMAGE_MISSING,
    IMAGE_DESCRIPTION,
    IMAGE_UNUSED(Severity.WARNING),
    LINK,
    LINK_LESSON,
    LINK_HEADING,
    HTML,
    TRANSLATION_MISSING,
    TRANSLATION_TASKS,
    TRANSLATION_POINTS,
    TRANSLATION_QUIZZES,
    TRANSLATION_COMMANDS,
    TRANSLATION_TERMINALS,
    TRANSLATION_KEY,
    TRANSLATION_STALE(Severity.WARNING),
    TRANSLATION_UNSTAMPED(Severity.WARNING),
    TRANSLATION_STRANGER,
    SCRIPT_INTERPRETER,
    SCRIPT_LINE_ENDS,
    SCRIPT_MODE,
    SCRIPT_STRANGER,
    WRONG_NAME,
    WRONG_MESSAGE,
    FILES_LIMIT,
    FILES_NAME;

    private final Severity severity;

    Rule() {
        this(Severity.ERROR);
    }

    Rule(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** Such as {@code task-title}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
