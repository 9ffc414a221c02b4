package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.coalitionatlas.cockpit.Round;
import org.coalitionatlas.cockpit.Rounds;
import org.coalitionatlas.cockpit.Rounds.Opened;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.SaidInWords;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.identity.OrganizationNames.Choice;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/**
 * Opens a round, asks further organizations, or moves a due date; what cannot be done is said in
 * the dialog, and nothing that was chosen is lost.
 */
final class RoundDialog extends Dialog {

    private final CockpitWords words;
    private final Paragraph problem = new Paragraph();

    private RoundDialog(CockpitWords words, String title) {
        this.words = words;
        setHeaderTitle(title);
        setWidth("min(38rem, 96vw)");
        setCloseOnOutsideClick(false);
        problem.addClassName("cockpit-problem");
        problem.getElement().setAttribute("role", "alert");
    }

    static RoundDialog opening(
            CockpitWords words, Rounds rounds, LocalDate today, String currentCycle) {
        var dialog = new RoundDialog(words, words.text("cockpit.open.title"));
        var instrument = new Select<String>();
        instrument.setLabel(words.text("cockpit.instrument"));
        instrument.setItems(words.instrumentCodes());
        instrument.setItemLabelGenerator(words::instrument);
        instrument.setValue(words.instrumentCodes().getFirst());
        instrument.setWidthFull();
        var cycle = new TextField(words.text("cockpit.cycle"), currentCycle, "");
        cycle.setMaxLength(Responses.LONGEST_CYCLE);
        cycle.setRequiredIndicatorVisible(true);
        cycle.setWidthFull();
        DatePicker due = words.day("cockpit.dueOn", today);
        due.setValue(today.plusDays(28));
        Set<UUID> members = rounds.members();
        var all = new Checkbox(words.text("cockpit.open.all", members.size()));
        all.setValue(!members.isEmpty());
        all.setEnabled(!members.isEmpty());
        MultiSelectComboBox<Choice> picked = dialog.picker(rounds);
        dialog.form(
                "cockpit.open.confirm",
                () -> {
                    LocalDate day = due.getValue();
                    if (day == null) {
                        throw new InvalidValue("cockpit.problem.day");
                    }
                    Opened opened =
                            rounds.open(
                                    instrument.getValue(),
                                    cycle.getValue(),
                                    day,
                                    chosen(picked, all.getValue() ? members : Set.of()));
                    told(opened);
                    UI.getCurrent()
                            .navigate(
                                    CockpitNavigation.COCKPIT,
                                    QueryParameters.of("round", opened.round().toString()));
                },
                new Paragraph(words.text("cockpit.open.text")),
                instrument,
                cycle,
                due,
                all,
                picked);
        return dialog;
    }

    static RoundDialog asking(CockpitWords words, Rounds rounds, Round round, Runnable done) {
        var dialog = new RoundDialog(words, words.text("cockpit.ask.title", words.title(round)));
        MultiSelectComboBox<Choice> picked = dialog.picker(rounds);
        dialog.form(
                "cockpit.ask.confirm",
                () -> {
                    told(rounds.ask(round.id(), chosen(picked, Set.of())));
                    done.run();
                },
                picked);
        return dialog;
    }

    static RoundDialog rescheduling(
            CockpitWords words, Rounds rounds, Round round, LocalDate today, Runnable done) {
        var dialog =
                new RoundDialog(words, words.text("cockpit.reschedule.title", words.title(round)));
        DatePicker due = words.day("cockpit.dueOn", today);
        due.setValue(round.dueOn());
        dialog.form(
                "cockpit.reschedule.confirm",
                () -> {
                    LocalDate day = due.getValue();
                    if (day == null) {
                        throw new InvalidValue("cockpit.problem.day");
                    }
                    rounds.reschedule(round.id(), round.version(), day);
                    Notices.done("cockpit.rescheduled", words.title(round), words.day(day));
                    done.run();
                },
                due);
        return dialog;
    }

    private static void told(Opened opened) {
        if (opened.already() == 0) {
            Notices.done("cockpit.asked", opened.asked());
        } else {
            Notices.done("cockpit.asked.some", opened.asked(), opened.already());
        }
    }

    private static Set<UUID> chosen(MultiSelectComboBox<Choice> picked, Set<UUID> members) {
        var ids = new HashSet<>(members);
        picked.getSelectedItems().forEach(choice -> ids.add(choice.id()));
        return ids;
    }

    private MultiSelectComboBox<Choice> picker(Rounds rounds) {
        var picked = new MultiSelectComboBox<Choice>(words.text("cockpit.open.picked"));
        picked.setHelperText(words.text("cockpit.open.picked.help"));
        picked.setItemLabelGenerator(Choice::name);
        picked.setWidthFull();
        picked.setItems(
                query -> {
                    List<Choice> found =
                            rounds.choices(
                                    query.getFilter().orElse(""),
                                    query.getOffset() + query.getLimit());
                    return found.stream().skip(query.getOffset()).limit(query.getLimit());
                });
        return picked;
    }

    private void form(String confirmKey, Runnable save, Component... parts) {
        var form = new Div(parts);
        form.addClassName("cockpit-form");
        add(form, problem);
        var confirm = new Button(words.text(confirmKey), click -> attempt(save));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.text("common.cancel"), click -> close()), confirm);
    }

    private void attempt(Runnable save) {
        problem.setText("");
        try {
            save.run();
            close();
        } catch (OptimisticLockingFailureException e) {
            problem.setText(words.text("common.recordChanged"));
        } catch (AccessDeniedException e) {
            problem.setText(words.text("cockpit.problem.denied"));
        } catch (RuntimeException e) {
            if (!(e instanceof SaidInWords said)) {
                throw e;
            }
            problem.setText(words.text(said.messageKey(), said.arguments()));
        }
    }
}
