package dev.drydock.web;

import dev.drydock.instance.DatabaseException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints the exception's own words, which already name the remedy, in place of a stack trace. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<DatabaseException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, DatabaseException cause) {
        return new FailureAnalysis(cause.problem(), cause.remedy(), cause);
    }
}
