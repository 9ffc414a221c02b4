package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.coalitionatlas.directory.MergeCase;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Take;

/** The fields on which two records differ, each with the question which of the two is right. */
final class MergeFields extends Composite<Div> {

    private final MergeCase seen;
    private final PartNames names;
    private final DirectoryWords words;
    private final Function<MergeFields, Object> combine;
    private final Map<String, RadioButtonGroup<Take>> answers = new LinkedHashMap<>();
    private final Section result = new Section();

    /**
     * @param combine makes the merged draft of the answers
     */
    MergeFields(
            MergeCase seen,
            PartNames names,
            DirectoryWords words,
            Function<MergeFields, Object> combine) {
        this.seen = seen;
        this.names = names;
        this.words = words;
        this.combine = combine;
        getContent().addClassName("merge-fields");
        boolean sameOwner = seen.stays().organizationId().equals(seen.goes().organizationId());
        List<DraftFacts.Difference> differences =
                names.differences(seen.kind(), seen.stays().draft(), seen.goes().draft());
        getContent().add(new H2(words.text("duplicates.merge.fields")));
        if (differences.isEmpty()) {
            getContent().add(new Paragraph(words.text("duplicates.merge.noDifference")));
        }
        for (DraftFacts.Difference difference : differences) {
            // A service cannot be given at another organization's location.
            boolean foreign =
                    seen.kind() == RecordKind.SERVICE
                            && !sameOwner
                            && (difference.field().equals("locationIds")
                                    || difference.field().equals("contactIds"));
            if (!foreign) {
                getContent().add(question(difference));
            }
        }
        result.addClassName("merge-result");
        result.getElement().setAttribute("aria-live", "polite");
        getContent().add(result);
        showResult();
    }

    /** From where each field comes. */
    Map<String, Take> takes() {
        var takes = new LinkedHashMap<>(seen.best());
        answers.forEach((field, group) -> takes.put(field, group.getValue()));
        return takes;
    }

    private RadioButtonGroup<Take> question(DraftFacts.Difference difference) {
        String field = difference.field();
        var options = new ArrayList<>(List.of(Take.ONE, Take.OTHER));
        boolean list = Boolean.TRUE.equals(seen.list().get(field));
        if (list && !difference.one().isEmpty() && !difference.other().isEmpty()) {
            options.add(Take.BOTH);
        }
        Take best = Objects.requireNonNullElse(seen.best().get(field), Take.ONE);
        var group = new RadioButtonGroup<Take>(difference.label());
        group.setItems(options);
        group.setItemLabelGenerator(
                take ->
                        switch (take) {
                            case ONE -> said(difference.one());
                            case OTHER -> said(difference.other());
                            case BOTH -> words.text("duplicates.merge.both");
                        });
        group.setValue(options.contains(best) ? best : Take.ONE);
        group.addValueChangeListener(e -> showResult());
        group.addClassName("merge-question");
        answers.put(field, group);
        return group;
    }

    private String said(String text) {
        return text.isEmpty() ? words.text("common.notStated") : text;
    }

    private void showResult() {
        result.removeAll();
        result.add(new H2(words.text("duplicates.merge.result", seen.stays().label())));
        List<DraftFacts.Difference> changes =
                names.differences(seen.kind(), seen.stays().draft(), combine.apply(this));
        result.add(
                changes.isEmpty()
                        ? new Paragraph(words.text("duplicates.merge.unchanged"))
                        : new DifferenceTable(
                                words,
                                changes,
                                words.text("duplicates.merge.now"),
                                words.text("duplicates.merge.then"),
                                List.of(),
                                ""));
    }
}
