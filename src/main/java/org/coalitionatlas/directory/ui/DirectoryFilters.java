package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import org.coalitionatlas.directory.SearchResult.CountyCounts;
import org.coalitionatlas.directory.SearchResult.Facets;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Axis;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Term;

/** The filters of the search, each value with how many services it would show. */
final class DirectoryFilters extends Composite<Div> {

    private static final List<Integer> MILES = List.of(5, 10, 25, 50, 100);

    private final DirectoryWords words;
    private final Consumer<DirectoryQuery> changed;

    private final Checkbox openNow = new Checkbox();
    private final Checkbox always = new Checkbox();
    private final Checkbox trained = new Checkbox();
    private final Select<County> county = new Select<>();
    private final TextField zip = new TextField();
    private final Select<Integer> miles = new Select<>();
    private final MultiSelectComboBox<String> languages = new MultiSelectComboBox<>();
    private final List<Group> needGroups = new ArrayList<>();
    private final Map<Phase, Checkbox> phases = new LinkedHashMap<>();
    private final List<Group> servesGroups = new ArrayList<>();
    private final Group kinds;

    private DirectoryQuery query = DirectoryQuery.EMPTY;

    private record Group(
            NativeDetails details,
            Div content,
            String title,
            CheckboxGroup<String> boxes,
            Function<String, String> label) {

        boolean hasAnyChosen() {
            return content.getChildren()
                    .anyMatch(one -> one instanceof Checkbox box && box.getValue());
        }
    }

    /**
     * @param changed what the person wants to see from now on, on its first page
     */
    DirectoryFilters(
            DirectoryWords words, List<County> counties, Consumer<DirectoryQuery> changed) {
        this.words = words;
        this.changed = changed;
        getContent().addClassName("directory-filters");

        openNow.addValueChangeListener(e -> changedIf(e.isFromClient()));
        always.addValueChangeListener(e -> changedIf(e.isFromClient()));
        trained.addValueChangeListener(e -> changedIf(e.isFromClient()));
        getContent().add(new Div(openNow, always, trained));

        county.setLabel(words.text("directory.filter.county"));
        county.setItems(counties);
        county.setEmptySelectionAllowed(true);
        county.setEmptySelectionCaption(words.text("directory.filter.anyCounty"));
        county.setPlaceholder(words.text("directory.filter.anyCounty"));
        county.addValueChangeListener(e -> changedIf(e.isFromClient()));
        getContent().add(county);

        zip.setLabel(words.text("directory.filter.zip"));
        zip.setAllowedCharPattern("[0-9]");
        zip.setMaxLength(5);
        zip.addValueChangeListener(e -> changedIf(e.isFromClient()));
        miles.setLabel(words.text("directory.filter.miles"));
        miles.setItems(MILES);
        miles.setEmptySelectionAllowed(true);
        miles.setEmptySelectionCaption(words.text("directory.filter.anyDistance"));
        miles.setPlaceholder(words.text("directory.filter.anyDistance"));
        miles.setItemLabelGenerator(
                n -> n == null ? "" : words.text("directory.filter.withinMiles", n));
        miles.addValueChangeListener(e -> changedIf(e.isFromClient()));
        var near = new Div(zip, miles);
        near.addClassName("near");
        getContent().add(near);

        for (Phase phase : words.taxonomy().phases()) {
            Group needs =
                    group(
                            phase.label().in(words.locale()),
                            words.taxonomy().needs(phase).stream().map(Need::code).toList(),
                            words::need);
            needGroups.add(needs);
            var any = new Checkbox();
            any.addValueChangeListener(e -> changedIf(e.isFromClient()));
            any.addClassName("any-of-phase");
            needs.content().addComponentAsFirst(any);
            phases.put(phase, any);
        }
        for (Axis axis : words.taxonomy().axes()) {
            if (axis.inProfile()) {
                servesGroups.add(
                        group(
                                axis.label().in(words.locale()),
                                axis.values().stream().map(Axis.Value::code).toList(),
                                words::population));
            }
        }
        servesGroups.add(
                group(
                        words.text("directory.filter.populations"),
                        words.taxonomy().populations().stream().map(Term::code).toList(),
                        words::population));

        languages.setLabel(words.text("directory.filter.languages"));
        languages.setItems(words.taxonomy().languages().stream().map(Term::code).toList());
        languages.addValueChangeListener(e -> changedIf(e.isFromClient()));
        getContent().add(languages);

        kinds =
                group(
                        words.text("directory.filter.kinds"),
                        words.taxonomy().organizationKinds().stream().map(Term::code).toList(),
                        words::kind);
    }

    /** Shows what is asked for, without asking again. */
    void show(DirectoryQuery shown, Facets facets) {
        query = shown;
        openNow.setValue(shown.openNow());
        openNow.setLabel(words.text("directory.filter.openNow", facets.openNow()));
        always.setValue(shown.always());
        always.setLabel(words.text("directory.filter.always", facets.always()));
        trained.setValue(shown.trained());
        trained.setLabel(words.text("directory.filter.trained", facets.trained()));
        CountyCounts counts = facets.counties();
        county.setItemLabelGenerator(
                c -> c == null ? "" : counted(c.nameWithState(), counts.of(c)));
        String fips = shown.county();
        county.setValue(fips == null ? null : words.geography().county(fips).orElse(null));
        zip.setValue(shown.zip() == null ? "" : shown.zip());
        requireKnownZip();
        Integer within = shown.miles();
        miles.setValue(within != null && MILES.contains(within) ? within : null);
        languages.setItemLabelGenerator(
                code -> counted(words.language(code), facets.languages().getOrDefault(code, 0L)));
        languages.setValue(known(shown.languages(), words.taxonomy()::language));
        showPhases(shown.phases(), facets.phases());
        needGroups.forEach(group -> show(group, shown.needs(), facets.needs()));
        servesGroups.forEach(group -> show(group, shown.serves(), facets.serves()));
        show(kinds, shown.kinds(), facets.kinds());
    }

    private void showPhases(Set<String> selected, Map<String, Long> counts) {
        phases.forEach(
                (phase, box) -> {
                    String label =
                            counted(
                                    words.text("directory.filter.anyOfPhase"),
                                    counts.getOrDefault(phase.code(), 0L));
                    box.setLabel(label);
                    // Three boxes say the same; whoever hears them needs to know of which phase.
                    box.setAriaLabel(label + ", " + words.phase(phase.code()));
                    box.setValue(selected.contains(phase.code()));
                });
    }

    private void show(Group group, Set<String> selected, Map<String, Long> counts) {
        group.boxes.setItemLabelGenerator(
                code -> counted(group.label.apply(code), counts.getOrDefault(code, 0L)));
        var mine = new TreeSet<>(selected);
        mine.retainAll(group.boxes.getListDataView().getItems().toList());
        group.boxes.setValue(mine);
        int chosen = mine.size() + (group.hasAnyChosen() ? 1 : 0);
        group.details.setSummaryText(
                chosen == 0
                        ? group.title
                        : words.text("directory.filter.chosen", group.title, chosen));
        if (chosen > 0) {
            group.details.setOpen(true);
        }
    }

    private Group group(String title, List<String> codes, Function<String, String> label) {
        var boxes = new CheckboxGroup<String>();
        boxes.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        boxes.setAriaLabel(title);
        boxes.setItems(codes);
        boxes.addValueChangeListener(e -> changedIf(e.isFromClient()));
        var content = new Div(boxes);
        var details = new NativeDetails(title, content);
        getContent().add(details);
        return new Group(details, content, title, boxes, label);
    }

    private void changedIf(boolean byPerson) {
        if (!byPerson || !requireKnownZip()) {
            return;
        }
        County chosen = county.getValue();
        changed.accept(
                new DirectoryQuery(
                        query.text(),
                        union(needGroups),
                        chosenPhases(),
                        union(servesGroups),
                        new TreeSet<>(languages.getValue()),
                        new TreeSet<>(kinds.boxes.getValue()),
                        chosen == null ? null : chosen.fips(),
                        openNow.getValue(),
                        always.getValue(),
                        trained.getValue(),
                        zip.isEmpty() ? null : zip.getValue(),
                        miles.getValue(),
                        query.sort(),
                        query.compact(),
                        0));
    }

    private boolean requireKnownZip() {
        boolean known = zip.isEmpty() || words.geography().zip(zip.getValue()).isPresent();
        zip.setErrorMessage(words.text("invalid.zip", zip.getValue()));
        zip.setInvalid(!known);
        return known;
    }

    private String counted(String label, long count) {
        return words.text("directory.filter.counted", label, count);
    }

    private Set<String> chosenPhases() {
        var chosen = new TreeSet<String>();
        phases.forEach(
                (phase, box) -> {
                    if (box.getValue()) {
                        chosen.add(phase.code());
                    }
                });
        return chosen;
    }

    private static Set<String> union(List<Group> groups) {
        var all = new TreeSet<String>();
        groups.forEach(group -> all.addAll(group.boxes.getValue()));
        return all;
    }

    private static Set<String> known(
            Set<String> codes, Function<String, java.util.Optional<?>> lookup) {
        var known = new TreeSet<>(codes);
        known.removeIf(code -> lookup.apply(code).isEmpty());
        return known;
    }
}
