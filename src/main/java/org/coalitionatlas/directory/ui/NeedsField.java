package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Phase;

/** The needs a service meets, by phase; code and label, because labels are not unique. */
final class NeedsField extends PartsField<CodeSet> {

    private final List<CheckboxGroup<String>> phases = new ArrayList<>();

    NeedsField(DirectoryWords words) {
        super(CodeSet.EMPTY);
        setLabel(words.text("directory.field.needs"));
        addClassName("needs-field");
        for (Phase phase : words.taxonomy().phases()) {
            var group = new CheckboxGroup<String>(phase.label().in(words.locale()));
            group.setItems(words.taxonomy().needs(phase).stream().map(Need::code).toList());
            group.setItemLabelGenerator(words::need);
            group.addValueChangeListener(e -> changed(e.isFromClient()));
            phases.add(group);
            add(group);
        }
    }

    @Override
    CodeSet parts() {
        var codes = new TreeSet<String>();
        phases.forEach(group -> codes.addAll(group.getValue()));
        return CodeSet.of(codes);
    }

    @Override
    protected void setPresentationValue(CodeSet needs) {
        for (CheckboxGroup<String> group : phases) {
            var mine = new TreeSet<>(needs.codes());
            mine.retainAll(group.getListDataView().getItems().toList());
            group.setValue(mine);
        }
    }
}
