package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.coalitionatlas.common.AgeRange;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.ui.FreeText;
import org.coalitionatlas.directory.Acceptance;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.Eligibility;
import org.coalitionatlas.taxonomy.Axis;
import org.coalitionatlas.taxonomy.Term;

/**
 * Whom a service takes. Each population has three answers, because "not stated" is not "accepts"
 * (PRODUCT §2).
 */
final class EligibilityField extends PartsField<Eligibility> {

    private final DirectoryWords words;
    private final Map<String, RadioButtonGroup<Acceptance>> answers = new LinkedHashMap<>();
    private final CheckboxGroup<String> populations = new CheckboxGroup<>();
    private final IntegerField minAge = new IntegerField();
    private final IntegerField maxAge = new IntegerField();
    private final TextArea note = new TextArea();

    EligibilityField(DirectoryWords words) {
        super(Eligibility.NOT_STATED);
        this.words = words;
        setLabel(words.text("directory.field.eligibility"));
        setHelperText(words.text("directory.eligibility.help"));
        addClassName("eligibility-field");
        words.taxonomy().axes().stream().filter(Axis::inProfile).forEach(this::addAxis);
        populations.setLabel(words.text("directory.eligibility.populations"));
        populations.setItems(words.taxonomy().populations().stream().map(Term::code).toList());
        populations.setItemLabelGenerator(words::population);
        populations.addValueChangeListener(e -> changed(e.isFromClient()));
        age(minAge, "directory.eligibility.minAge");
        age(maxAge, "directory.eligibility.maxAge");
        note.setLabel(words.text("directory.eligibility.note"));
        FreeText.watched(note);
        note.setMaxLength(1000);
        note.addValueChangeListener(e -> changed(e.isFromClient()));
        var ages = new Div(minAge, maxAge);
        ages.addClassName("pair");
        add(populations, ages, note);
    }

    @Override
    Eligibility parts() {
        // What this form does not ask about (urgency, time) stays as it is.
        var accepts = new TreeSet<>(getValue().accepts().codes());
        var rejects = new TreeSet<>(getValue().rejects().codes());
        answers.forEach(
                (code, group) -> {
                    accepts.remove(code);
                    rejects.remove(code);
                    if (group.getValue() == Acceptance.ACCEPTED) {
                        accepts.add(code);
                    } else if (group.getValue() == Acceptance.NOT_ACCEPTED) {
                        rejects.add(code);
                    }
                });
        try {
            AgeRange ages = AgeRange.of(minAge.getValue(), maxAge.getValue());
            maxAge.setInvalid(false);
            return new Eligibility(
                    CodeSet.of(accepts),
                    CodeSet.of(rejects),
                    CodeSet.of(populations.getValue()),
                    ages.minAge(),
                    ages.maxAge(),
                    Texts.tidy(note.getValue(), 1000));
        } catch (InvalidValue e) {
            maxAge.setErrorMessage(words.text(e.messageKey(), e.arguments()));
            maxAge.setInvalid(true);
            throw e;
        }
    }

    @Override
    protected void setPresentationValue(Eligibility eligibility) {
        answers.forEach((code, group) -> group.setValue(eligibility.of(code)));
        populations.setValue(new TreeSet<>(eligibility.populations().codes()));
        minAge.setValue(eligibility.minAge());
        maxAge.setValue(eligibility.maxAge());
        note.setValue(eligibility.note() == null ? "" : eligibility.note());
    }

    private void addAxis(Axis axis) {
        var block = new Div(new H3(axis.label().in(words.locale())));
        block.addClassName("axis");
        for (Axis.Value value : axis.values()) {
            var group = new RadioButtonGroup<Acceptance>(value.label().in(words.locale()));
            group.setItems(Acceptance.values());
            group.setItemLabelGenerator(answer -> words.of("acceptance", answer));
            group.setValue(Acceptance.NOT_STATED);
            group.addValueChangeListener(e -> changed(e.isFromClient()));
            answers.put(value.code(), group);
            block.add(group);
        }
        add(block);
    }

    private void age(IntegerField field, String labelKey) {
        field.setLabel(words.text(labelKey));
        field.addValueChangeListener(e -> changed(e.isFromClient()));
    }
}
