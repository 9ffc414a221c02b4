package org.coalitionatlas.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class StartFailuresTest {

    @Test
    void a_broken_file_deep_inside_a_failure_is_said_in_one_line() {
        var broken = new BrokenReferenceData("taxonomy/needs.yaml", 7, "unknown phase");
        var failure = new IllegalStateException("bean", new RuntimeException("bean", broken));

        assertThat(said(failure))
                .isEqualTo("atlas: data/taxonomy/needs.yaml, line 7: unknown phase");
    }

    @Test
    void what_the_framework_explains_in_several_lines_is_one_line_too() {
        FailureAnalysisReporter reporter = factories(FailureAnalysisReporter.class).getLast();

        assertThat(
                        printed(
                                () ->
                                        reporter.report(
                                                new FailureAnalysis(
                                                        "Port 80 was\nalready in use.\n",
                                                        "Stop\nwhat listens there.",
                                                        null))))
                .isEqualTo("atlas: Port 80 was already in use. Stop what listens there.");
    }

    @Test
    void a_failure_of_our_own_making_keeps_its_stack_trace() {
        assertThat(new StartFailures().analyze(new IllegalStateException("a bug"))).isNull();
    }

    private static String said(Throwable failure) {
        for (FailureAnalyzer analyzer : factories(FailureAnalyzer.class)) {
            FailureAnalysis analysis = analyzer.analyze(failure);
            if (analysis != null) {
                return printed(() -> new StartFailures().report(analysis));
            }
        }
        return "";
    }

    private static <T> List<T> factories(Class<T> type) {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(type, (factory, implementation, failure) -> {})
                .stream()
                .filter(one -> one instanceof StartFailures)
                .toList();
    }

    private static String printed(Runnable work) {
        PrintStream console = System.err;
        var written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        try {
            work.run();
        } finally {
            System.setErr(console);
        }
        return written.toString(StandardCharsets.UTF_8).strip();
    }
}
