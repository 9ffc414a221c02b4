package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.CycleView;
import org.coalitionatlas.assessment.Worksheet;
import org.coalitionatlas.assessment.ui.NeedAnswers.Unsaved;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/**
 * Says on a sheet that was open too long that its cycle has been closed, names what was not taken,
 * and offers to say it in the cycle that is open by now.
 */
final class ClosedMeanwhile extends Composite<Div> {

    private final SheetWords words;
    private final transient SheetServices services;
    private final transient Worksheet worksheet;

    ClosedMeanwhile(SheetWords words, SheetServices services, Worksheet worksheet) {
        this.words = words;
        this.services = services;
        this.worksheet = worksheet;
        getContent().addClassName("closed-meanwhile");
        getContent().getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /**
     * Looks whether the cycle is still open, after something was refused.
     *
     * @param refused what is on the screen and not saved
     */
    void check(List<Unsaved> refused) {
        List<CycleView> cycles;
        try {
            cycles = services.cycles().of(worksheet.county().fips());
        } catch (AuthenticationException | AccessDeniedException e) {
            // Whoever is signed out by now is told so elsewhere; the cycle is not why.
            return;
        }
        boolean open =
                cycles.stream()
                        .anyMatch(one -> one.id().equals(worksheet.assessmentId()) && one.isOpen());
        setVisible(!open);
        if (!open) {
            show(refused, cycles.stream().filter(CycleView::isOpen).findFirst().orElse(null));
        }
    }

    private void show(List<Unsaved> refused, @Nullable CycleView next) {
        getContent().removeAll();
        getContent().add(new Paragraph(words.text("cycle.meanwhile", worksheet.cycle().name())));
        if (!refused.isEmpty()) {
            var list = new UnorderedList();
            refused.forEach(one -> list.add(new ListItem(inWords(one))));
            getContent().add(new Paragraph(words.text("cycle.meanwhile.notTaken")), list);
            if (next != null) {
                var again =
                        new Button(
                                words.text("cycle.meanwhile.again", next.name()),
                                click -> sayIn(next, refused));
                again.addThemeVariants(ButtonVariant.PRIMARY);
                again.setDisableOnClick(true);
                getContent().add(again);
            }
        }
        getContent()
                .add(
                        new Anchor(
                                AssessmentNavigation.worksheet(worksheet.county().fips()),
                                words.text("cycle.meanwhile.look")));
    }

    private String inWords(Unsaved one) {
        return words.text(
                "assessment.cell.name",
                words.name(one.row()),
                one.label(),
                words.of(one.question()),
                one.answer().map(words::of).orElseGet(() -> words.text("assessment.cell.blank")));
    }

    private void sayIn(CycleView next, List<Unsaved> refused) {
        var keeper = new SheetKeeper(services.assessments(), services.narratives(), next.id());
        List<String> problems =
                refused.stream()
                        .map(
                                one ->
                                        keeper.answer(
                                                        one.need(),
                                                        one.row().providerId(),
                                                        one.question(),
                                                        one.answer().orElse(null))
                                                .problem())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        if (problems.isEmpty()) {
            Optional<String> first = refused.stream().map(Unsaved::need).findFirst();
            UI.getCurrent()
                    .navigate(
                            AssessmentNavigation.worksheet(next.countyFips()),
                            QueryParameters.of(AssessmentNavigation.NEED, first.orElseThrow()));
        } else {
            getContent().add(new Paragraph(String.join(" ", problems)));
        }
    }
}
