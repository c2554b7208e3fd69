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
    LESSON_TITLE,
    FRONT_MATTER,
    MINUTES,
    NESTING,
    HEADING,
    TASK_MARK,
    TASK_PLACE,
    TASK_TITLE,
    TASK_TWICE,
    HINT_FORM,
    ALERT_WORD,
    ALERT_LINE,
    FENCE_WORD,
    IMAGE_NAME,
    IMAGE_MISSING,
    IMAGE_DESCRIPTION,
    LINK,
    HTML,
    TRANSLATION_MISSING,
    TRANSLATION_TASKS,
    TRANSLATION_POINTS,
    TRANSLATION_STRANGER,
    SCRIPT_INTERPRETER,
    SCRIPT_LINE_ENDS,
    SCRIPT_MODE,
    SCRIPT_STRANGER,
    WRONG_NAME,
    WRONG_MESSAGE;

    /** Such as {@code task-title}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
