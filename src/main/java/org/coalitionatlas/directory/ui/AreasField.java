package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.State;

/** Where a service serves: counties, whole states, or the country. */
final class AreasField extends PartsField<Set<ServiceArea>> {

    private final DirectoryWords words;
    private final MultiSelectComboBox<County> counties = new MultiSelectComboBox<>();
    private final MultiSelectComboBox<State> states = new MultiSelectComboBox<>();
    private final Checkbox nationwide = new Checkbox();

    /**
     * @param nearest counties offered first: those of the coalition
     */
    AreasField(DirectoryWords words, List<County> nearest) {
        super(Set.of());
        this.words = words;
        setLabel(words.text("directory.field.areas"));
        addClassName("areas-field");
        counties.setLabel(words.text("directory.area.counties"));
        counties.setHelperText(words.text("directory.area.countiesHelp"));
        counties.setItems(DirectoryFields.startsAnyWord(County::nameWithState), ordered(nearest));
        counties.setItemLabelGenerator(County::nameWithState);
        counties.addValueChangeListener(e -> changed(e.isFromClient()));
        states.setLabel(words.text("directory.area.states"));
        states.setItems(
                words.geography().states().stream()
                        .sorted(
                                Comparator.comparing(
                                        s -> Texts.folded(s.name().in(words.locale()))))
                        .toList());
        states.setItemLabelGenerator(state -> state.name().in(words.locale()));
        states.addValueChangeListener(e -> changed(e.isFromClient()));
        nationwide.setLabel(words.text("directory.area.nationwide"));
        nationwide.addValueChangeListener(
                e -> {
                    narrow(!e.getValue());
                    changed(e.isFromClient());
                });
        add(nationwide, states, counties);
    }

    @Override
    Set<ServiceArea> parts() {
        if (nationwide.getValue()) {
            return Set.of(ServiceArea.NATIONWIDE);
        }
        var areas = new TreeSet<ServiceArea>();
        counties.getValue().forEach(county -> areas.add(ServiceArea.county(county.fips())));
        states.getValue().forEach(state -> areas.add(ServiceArea.state(state.usps())));
        return areas;
    }

    @Override
    protected void setPresentationValue(Set<ServiceArea> areas) {
        nationwide.setValue(areas.contains(ServiceArea.NATIONWIDE));
        narrow(!nationwide.getValue());
        counties.setValue(
                areas.stream()
                        .flatMap(area -> area.countyFips().stream())
                        .flatMap(fips -> words.geography().county(fips).stream())
                        .collect(Collectors.toSet()));
        states.setValue(
                areas.stream()
                        .flatMap(area -> area.stateUsps().stream())
                        .flatMap(usps -> words.geography().state(usps).stream())
                        .collect(Collectors.toSet()));
    }

    private void narrow(boolean possible) {
        counties.setEnabled(possible);
        states.setEnabled(possible);
    }

    private List<County> ordered(List<County> nearest) {
        var all = new LinkedHashSet<>(nearest);
        words.geography().counties().stream()
                .filter(county -> county.valid().contains(words.today()))
                .sorted(
                        Comparator.comparing((County county) -> county.state().usps())
                                .thenComparing(County::name))
                .forEach(all::add);
        return new ArrayList<>(all);
    }
}
