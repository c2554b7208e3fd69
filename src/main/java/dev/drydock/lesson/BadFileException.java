package dev.drydock.lesson;

/** A file of a course cannot be used; its problem says where and what to do. */
final class BadFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    BadFileException(Problem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
