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
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.QueryParameters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.assessment.CycleView;
import org.coalitionatlas.assessment.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;

/**
 * Names what the tab keeps and this sheet cannot take: its cycle has been closed meanwhile, it was
 * said in another cycle of the county, or what it is about is no longer on the sheet. Offers to say
 * it in the cycle that is open by now, or to let it go.
 */
final class ClosedMeanwhile extends Composite<Div> {

    private final SheetWords words;
    private final transient SheetServices services;
    private final transient Worksheet worksheet;
    private final transient KeptWords kept;
    private final SerializableConsumer<SheetAction> forget;

    /** What is kept, by cycle and by its key in the tab. */
    private final Map<UUID, Map<String, SheetAction>> acts = new LinkedHashMap<>();

    private transient List<CycleView> cycles;

    /**
     * @param forget takes an act out of the tab
     */
    ClosedMeanwhile(
            SheetWords words,
            SheetServices services,
            Worksheet worksheet,
            KeptWords kept,
            SerializableConsumer<SheetAction> forget) {
        this.words = words;
        this.services = services;
        this.worksheet = worksheet;
        this.kept = kept;
        this.forget = forget;
        this.cycles = worksheet.cycles();
        getContent().addClassName("closed-meanwhile");
        getContent().getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /**
     * Looks whether the cycle is still open, after something was refused.
     *
     * @param refused what is on the screen and not saved
     */
    void check(Collection<SheetAction> refused) {
        try {
            cycles = services.cycles().of(worksheet.county().fips());
        } catch (AuthenticationException | AccessDeniedException e) {
            // Whoever is signed out by now is told so elsewhere; the cycle is not why.
            return;
        }
        if (!isOpen(worksheet.assessmentId())) {
            refused.forEach(act -> put(worksheet.assessmentId(), act));
            show();
        }
    }

    /** The tab keeps something of another cycle, or of this one that takes no more answers. */
    void found(SheetAction act) {
        UUID cycle = UUID.fromString(act.sheet());
        if (cycles.stream().anyMatch(one -> one.id().equals(cycle))) {
            put(cycle, act);
            show();
        }
    }

    /** The tab keeps something about what is not on this sheet any more. */
    void homeless(SheetAction act) {
        put(worksheet.assessmentId(), act);
        show();
    }

    private void put(UUID cycle, SheetAction act) {
        acts.computeIfAbsent(cycle, id -> new LinkedHashMap<>()).put(act.key(), act);
    }

    private boolean isOpen(UUID cycle) {
        return cycles.stream().anyMatch(one -> one.id().equals(cycle) && one.isOpen());
    }

    private void show() {
        getContent().removeAll();
        setVisible(!acts.isEmpty());
        for (CycleView cycle : cycles) {
            Map<String, SheetAction> of = acts.get(cycle.id());
            if (of != null) {
                show(cycle, List.copyOf(of.values()));
            }
        }
    }

    private void show(CycleView cycle, List<SheetAction> of) {
        boolean here = cycle.id().equals(worksheet.assessmentId());
        var list = new UnorderedList();
        of.forEach(act -> list.add(new ListItem(kept.inWords(act))));
        if (cycle.isOpen()) {
            getContent()
                    .add(
                            new Paragraph(
                                    here
                                            ? words.text("assessment.kept.homeless")
                                            : words.text("cycle.kept.elsewhere", cycle.name())),
                            list);
            if (!here) {
                getContent()
                        .add(
                                new Anchor(
                                        AssessmentNavigation.worksheetOf(
                                                cycle.countyFips(), cycle.name()),
                                        words.text("cycle.kept.open", cycle.name())));
            }
        } else {
            boolean opened = here && worksheet.cycle().isOpen();
            getContent()
                    .add(
                            new Paragraph(
                                    words.text(
                                            opened ? "cycle.meanwhile" : "cycle.kept",
                                            cycle.name())),
                            new Paragraph(words.text("cycle.meanwhile.notTaken")),
                            list);
            cycles.stream()
                    .filter(CycleView::isOpen)
                    .findFirst()
                    .ifPresent(next -> getContent().add(again(next, of)));
        }
        getContent().add(let(cycle, of));
        if (!cycle.isOpen()) {
            getContent()
                    .add(
                            new Anchor(
                                    AssessmentNavigation.worksheet(cycle.countyFips()),
                                    words.text("cycle.meanwhile.look")));
        }
    }

    private Button again(CycleView next, List<SheetAction> of) {
        var again =
                new Button(
                        words.text("cycle.meanwhile.again", next.name()), click -> sayIn(next, of));
        again.addThemeVariants(ButtonVariant.PRIMARY);
        again.setDisableOnClick(true);
        return again;
    }

    private Button let(CycleView cycle, List<SheetAction> of) {
        return new Button(
                words.text("assessment.kept.forget"),
                click -> {
                    of.forEach(forget);
                    acts.remove(cycle.id());
                    show();
                });
    }

    private void sayIn(CycleView next, List<SheetAction> of) {
        var keeper = new SheetKeeper(services.assessments(), services.narratives(), next.id());
        var problems = new ArrayList<String>();
        for (SheetAction act : of) {
            @Nullable String problem = kept.say(act, keeper);
            if (problem == null) {
                forget.accept(act);
            } else {
                problems.add(kept.inWords(act) + " · " + problem);
            }
        }
        if (problems.isEmpty()) {
            Optional<String> first =
                    of.stream().map(SheetAction::need).filter(need -> !need.isEmpty()).findFirst();
            String address = AssessmentNavigation.worksheet(next.countyFips());
            first.ifPresentOrElse(
                    need ->
                            UI.getCurrent()
                                    .navigate(
                                            address,
                                            QueryParameters.of(AssessmentNavigation.NEED, need)),
                    () -> UI.getCurrent().navigate(address));
        } else {
            problems.forEach(problem -> getContent().add(new Paragraph(problem)));
        }
    }
}
