package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.geography.County;
import org.jspecify.annotations.Nullable;

/** The fields of a location. */
final class LocationForm extends RecordForm<LocationDraft> {

    LocationForm(DirectoryWords words) {
        super(LocationDraft.class, words);
        var name = DirectoryFields.line(words, "directory.location.name", 255);
        var address = new AddressField(words);
        var named =
                field(name)
                        .withValidator(
                                text -> !text.isBlank() || saysWhere(address.getValue()),
                                words.text("directory.location.nameless"))
                        .withConverter(ValueObjectConverter.text(255))
                        .bind("name");
        field(address).bind("address");
        var county = county();
        field(county)
                .withConverter(chosen -> chosen == null ? null : chosen.fips(), this::countyOrNone)
                .bind("countyFips");
        var point = new PointField(words);
        field(point).bind("point");
        // The old county and point belong to the old address; saving works them out anew.
        address.addValueChangeListener(
                e -> {
                    if (e.isFromClient()) {
                        if (name.isInvalid()) {
                            named.validate();
                        }
                        point.clear();
                        if (!Objects.equals(e.getOldValue().zip(), e.getValue().zip())) {
                            county.clear();
                        }
                    }
                });
        section("directory.section.place", null, name, address, county, point);

        var visibility =
                new RadioButtonGroup<AddressVisibility>(
                        words.text("directory.location.visibility"));
        visibility.setItems(AddressVisibility.values());
        visibility.setItemLabelGenerator(value -> words.of("addressVisibility", value));
        field(visibility).bind("addressVisibility");
        section(
                "directory.section.addressVisibility",
                "directory.location.visibilityHelp",
                visibility);

        var hours = new HoursField(words);
        field(hours).bind("hours");
        section("directory.section.hours", "directory.location.hoursHelp", hours);

        var phones = new PhonesField(words, Audience.PUBLIC);
        field(phones).bind("phones");
        var accessibility = DirectoryFields.prose(words, "directory.location.accessibility", 500);
        field(accessibility).withConverter(ValueObjectConverter.text(500)).bind("accessibility");
        section("directory.section.reach", null, phones, accessibility);
    }

    @Override
    DraftFacts<LocationDraft> facts() {
        return DraftFacts.location(words());
    }

    /** An empty location that shows no more than its city until somebody decides. */
    void showNew() {
        show(
                new LocationDraft(
                        null,
                        PostalAddress.UNKNOWN,
                        null,
                        null,
                        AddressVisibility.CITY_ONLY,
                        null,
                        OpeningHours.NOT_STATED,
                        List.of()));
    }

    // A location without a name and a place could not be told from any other.
    private static boolean saysWhere(@Nullable PostalAddress address) {
        return address != null && !address.equals(PostalAddress.UNKNOWN);
    }

    private ComboBox<County> county() {
        var county = new ComboBox<County>(words().text("directory.field.county"));
        county.setItems(
                DirectoryFields.startsAnyWord(County::nameWithState),
                words().geography().counties().stream()
                        .sorted(
                                Comparator.comparing((County c) -> c.state().usps())
                                        .thenComparing(County::name))
                        .toList());
        county.setItemLabelGenerator(County::nameWithState);
        county.setClearButtonVisible(true);
        county.setHelperText(words().text("directory.location.countyHelp"));
        return county;
    }

    private @Nullable County countyOrNone(@Nullable String fips) {
        return fips == null ? null : words().geography().county(fips).orElse(null);
    }
}
