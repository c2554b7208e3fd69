package dev.drydock.instance;

import org.jspecify.annotations.Nullable;

/** The database cannot be used; the message says which, why, and what to do. It never holds a password. */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;

    /**
     * @param problem a sentence: which database it is, and what is wrong with it
     * @param remedy a sentence: what to do now
     */
    DatabaseException(String problem, String remedy, @Nullable Throwable cause) {
        super(problem + " " + remedy, cause);
        this.problem = problem;
        this.remedy = remedy;
    }

    /** Which database it is, and what is wrong with it. */
    public String problem() {
        return problem;
    }

    /** What to do now. */
    public String remedy() {
        return remedy;
    }
}
