package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.assessment.NeedAssignments.Assignment;
import org.coalitionatlas.assessment.NeedAssignments.Candidate;
import org.coalitionatlas.common.ui.DayField;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Taxonomy;

/** Gives needs of a cycle to a person, and takes them back. */
final class AssignDialog extends Dialog {

    private final SheetWords words;
    private final transient Taxonomy taxonomy;
    private final transient NeedAssignments assignments;
    private final UUID assessmentId;
    private final SheetAssignments sheet;
    private final ComboBox<Candidate> person = new ComboBox<>();
    private final MultiSelectComboBox<Need> needs = new MultiSelectComboBox<>();
    private final DayField due;
    private final Div now = new Div();

    AssignDialog(
            SheetWords words,
            Taxonomy taxonomy,
            NeedAssignments assignments,
            UUID assessmentId,
            SheetAssignments sheet) {
        this.words = words;
        this.taxonomy = taxonomy;
        this.assignments = assignments;
        this.assessmentId = assessmentId;
        this.sheet = sheet;
        setHeaderTitle(words.text("invitation.assign.title"));
        setWidth("min(38rem, 96vw)");
        addClassName("assigning");
        person.setLabel(words.text("invitation.assign.person"));
        person.setItems(assignments.candidates(assessmentId));
        person.setItemLabelGenerator(
                one ->
                        one.organization() == null
                                ? one.name()
                                : words.text(
                                        "invitation.assign.person.of",
                                        one.name(),
                                        one.organization()));
        person.setWidthFull();
        needs.setLabel(words.text("invitation.assign.needs"));
        needs.setItems(taxonomy.needs());
        needs.setItemLabelGenerator(need -> need.code() + " " + words.of(need.label()));
        needs.setWidthFull();
        due = words.day();
        due.setLabel(words.text("invitation.assign.due"));
        var phases = new Div();
        phases.addClassName("assign-phases");
        for (Phase phase : taxonomy.phases()) {
            phases.add(
                    new Button(
                            words.text("invitation.assign.phase", words.of(phase.label())),
                            click -> add(phase)));
        }
        now.addClassName("assigned-now");
        add(new Paragraph(words.text("invitation.assign.text")), person, needs, phases, due, now);
        var assign = new Button(words.text("invitation.assign.do"), click -> assign());
        assign.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(words.text("common.close"), click -> close()), assign);
        showNow();
    }

    private void add(Phase phase) {
        Set<Need> chosen = new LinkedHashSet<>(needs.getValue());
        chosen.addAll(taxonomy.needs(phase));
        needs.setValue(chosen);
    }

    private void assign() {
        Candidate to = person.getValue();
        if (to == null) {
            Notices.problem("invitation.assign.nobody");
            person.focus();
            return;
        }
        Set<String> codes = needs.getValue().stream().map(Need::code).collect(Collectors.toSet());
        if (Verbs.run(() -> assignments.assign(assessmentId, codes, to.id(), due.getValue()))) {
            Notices.done("invitation.assign.done", to.name(), codes.size());
            needs.clear();
            changed();
        }
    }

    private void takeBack(UUID from, String name, List<String> codes) {
        if (Verbs.run(() -> assignments.takeBack(assessmentId, codes, from))) {
            Notices.done("invitation.assign.takenBack", name);
            changed();
        }
    }

    private void changed() {
        sheet.show();
        showNow();
    }

    private void showNow() {
        now.removeAll();
        now.add(new H3(words.text("invitation.assign.now")));
        Map<UUID, List<Assignment>> byPerson =
                sheet.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Assignment::personId,
                                        LinkedHashMap::new,
                                        Collectors.toList()));
        if (byPerson.isEmpty()) {
            now.add(new Paragraph(words.text("invitation.assign.now.none")));
        }
        byPerson.forEach(
                (id, given) -> {
                    String name = given.getFirst().person();
                    var list = new UnorderedList();
                    given.forEach(one -> list.add(line(one)));
                    var all =
                            new Button(
                                    words.text("invitation.assign.takeBackAll", name),
                                    click ->
                                            takeBack(
                                                    id,
                                                    name,
                                                    given.stream()
                                                            .map(Assignment::needCode)
                                                            .toList()));
                    var who = new Paragraph(name);
                    who.addClassName("assigned-to");
                    now.add(who, list, all);
                });
    }

    private ListItem line(Assignment one) {
        String need =
                one.needCode()
                        + taxonomy.need(one.needCode())
                                .map(found -> " " + words.of(found.label()))
                                .orElse("");
        String said =
                one.dueOn() == null
                        ? need
                        : words.text("invitation.assigned.due", need, words.day(one.dueOn()));
        var back =
                new Button(
                        words.text("invitation.assign.takeBack"),
                        click -> takeBack(one.personId(), one.person(), List.of(one.needCode())));
        back.setAriaLabel(words.text("invitation.assign.takeBackNamed", one.person(), need));
        return new ListItem(new Span(said), back);
    }
}
