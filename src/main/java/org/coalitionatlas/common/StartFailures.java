package org.coalitionatlas.common;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Turns what stops a start into one line on the console. Whoever edits a file of {@code data/} or
 * starts a second product has no use for the inside of the framework.
 */
final class StartFailures implements FailureAnalyzer, FailureAnalysisReporter {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BrokenReferenceData || cause instanceof StartRefused) {
                return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
            }
        }
        return null;
    }

    /** Also for what the framework itself explains, such as a port in use. */
    @Override
    public void report(FailureAnalysis analysis) {
        String action = analysis.getAction();
        String words = analysis.getDescription() + (action == null ? "" : " " + action);
        System.err.println("atlas: " + words.strip().replaceAll("\\s+", " "));
    }
}
