package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.DirectoryCorrections;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;

/**
 * Offers to bring what a person says into the directory, where a record is missing or says
 * otherwise: whoever may edit goes to the form, everybody else suggests it to the coordinators.
 */
final class Corrections implements Serializable {

    private final SheetWords words;
    private final Reader reader;
    private final UUID assessmentId;
    private final transient DirectoryCorrections directory;

    Corrections(
            SheetWords words, Reader reader, UUID assessmentId, DirectoryCorrections directory) {
        this.words = words;
        this.reader = reader;
        this.assessmentId = assessmentId;
        this.directory = directory;
    }

    /** What to offer about a question; nothing when the person said nothing a record lacks. */
    Optional<Component> about(Row row, Question question) {
        Answer own = row.of(reader.person(), question);
        Answer known = row.known(question);
        boolean lacking = own == Answer.YES && known != Answer.YES;
        boolean contrary = own == Answer.NO && known == Answer.YES;
        if (!lacking && !contrary) {
            return Optional.empty();
        }
        String kind = question.name() + (contrary ? ".contrary" : known == null ? "" : ".over");
        var offer = new Div(new Span(words.text("cycle.correct." + kind)));
        offer.addClassName("correction");
        if (directory.mayEdit(row.providerId())) {
            offer.add(
                    new Anchor(
                            question == Question.TRAINED
                                    ? AssessmentNavigation.provider(row.providerId())
                                    : AssessmentNavigation.partnerships(row.providerId()),
                            words.text("cycle.correct.open." + question.name(), words.name(row))));
        } else {
            offer.add(suggest(row, question, kind));
        }
        return Optional.of(offer);
    }

    private Button suggest(Row row, Question question, String kind) {
        var suggest = new Button(words.text("cycle.correct.suggest"));
        suggest.setAriaLabel(
                words.text("cycle.correct.suggestNamed", words.name(row), words.of(question)));
        suggest.setDisableOnClick(true);
        suggest.addClickListener(
                click -> {
                    boolean done =
                            Verbs.run(
                                    () ->
                                            directory.suggest(
                                                    assessmentId,
                                                    row.providerId(),
                                                    words.text("cycle.suggestion." + kind)));
                    if (done) {
                        suggest.setText(words.text("cycle.correct.suggested"));
                        Notices.done("cycle.correct.suggested");
                    } else {
                        suggest.setEnabled(true);
                    }
                });
        return suggest;
    }
}
