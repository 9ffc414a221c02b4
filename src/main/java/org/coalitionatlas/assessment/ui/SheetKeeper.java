package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Assessments;
import org.coalitionatlas.assessment.CellNow;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Narratives;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Narrative;
import org.coalitionatlas.common.Faults;
import org.coalitionatlas.common.SaidInWords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/**
 * Saves what a person does on a sheet at once, and turns a failure into words instead of letting it
 * escape: the answer then stays on the screen to be tried again.
 */
final class SheetKeeper implements Serializable {

    private static final Logger LOG = LoggerFactory.getLogger(SheetKeeper.class);

    private final transient Assessments assessments;
    private final transient Narratives narratives;
    private final UUID assessmentId;

    SheetKeeper(Assessments assessments, Narratives narratives, UUID assessmentId) {
        this.assessments = assessments;
        this.narratives = narratives;
        this.assessmentId = assessmentId;
    }

    /**
     * What came of an attempt to save.
     *
     * @param value what was saved; {@code null} when it was not
     * @param problem why not, in words
     */
    record Outcome<T>(@Nullable T value, @Nullable String problem) {}

    Outcome<CellNow> answer(
            String need, UUID provider, Question question, @Nullable Answer answer) {
        return attempt(() -> assessments.answer(assessmentId, need, provider, question, answer));
    }

    Outcome<CellNow> confirm(String need, UUID provider, Map<Question, Answer> seen) {
        return attempt(() -> assessments.confirm(assessmentId, need, provider, seen));
    }

    Outcome<CellNow> find(String need, @Nullable Finding finding, @Nullable String reason) {
        return attempt(() -> assessments.find(assessmentId, need, finding, reason));
    }

    Outcome<CellNow> resolve(
            String need, UUID provider, Question question, Answer answer, String reason) {
        return attempt(
                () -> assessments.resolve(assessmentId, need, provider, question, answer, reason));
    }

    Outcome<CellNow> resolve(String need, @Nullable Finding finding, String reason) {
        return attempt(() -> assessments.resolve(assessmentId, need, finding, reason));
    }

    Outcome<UUID> addProvider(String need, String name) {
        return attempt(() -> assessments.addProvider(assessmentId, need, name));
    }

    /** The row by now; {@code null} when it cannot be read. */
    @Nullable CellNow look(String need, UUID provider) {
        return attempt(() -> assessments.cell(assessmentId, need, provider)).value();
    }

    /** Those of the rows that can be read, as they stand by now. */
    Map<UUID, CellNow> look(String need, Collection<UUID> providers) {
        Map<UUID, CellNow> found =
                attempt(() -> assessments.cells(assessmentId, need, providers)).value();
        return found == null ? Map.of() : found;
    }

    /**
     * Not kept from failing with {@link org.coalitionatlas.assessment.NarrativeChanged}: that needs
     * a decision, not a message.
     */
    Narrative write(NarrativeTopic topic, String text, long seen) {
        return narratives.write(assessmentId, topic, text, seen);
    }

    /** Brings a former text back; fails like {@link #write}. */
    Narrative restore(NarrativeTopic topic, UUID revision, long seen) {
        return narratives.restore(assessmentId, topic, revision, seen);
    }

    private static <T> Outcome<T> attempt(Supplier<T> work) {
        try {
            return new Outcome<>(work.get(), null);
        } catch (RuntimeException e) {
            return new Outcome<>(null, inWords(e));
        }
    }

    /** Why something could not be saved, for a person. */
    static String inWords(RuntimeException failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SaidInWords words) {
                return text(words.messageKey(), words.arguments());
            }
            if (t instanceof OptimisticLockingFailureException) {
                return text("common.recordChanged");
            }
            if (t instanceof AccessDeniedException) {
                return text("assessment.denied");
            }
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Not saved, reference {}", reference, Faults.loggable(failure));
        return text("assessment.failed", reference);
    }

    private static String text(String key, Object... arguments) {
        return Optional.ofNullable(UI.getCurrent())
                .map(ui -> ui.getTranslation(key, arguments))
                .orElse(key);
    }
}
