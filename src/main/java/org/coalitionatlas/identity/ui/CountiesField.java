package org.coalitionatlas.identity.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBoxI18n;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;

/** Chooses counties by typing their name or their state: "winnebago" or "IL". */
final class CountiesField extends MultiSelectComboBox<County> {

    CountiesField(Collection<County> among) {
        setItemLabelGenerator(County::nameWithState);
        setItems(CountiesField::matches, among.stream().sorted(BY_NAME).toList());
        setSelectedItemsOnTop(true);
        setWidthFull();
        // Which counties they are is the point; "2 more" hides it.
        setAutoExpand(AutoExpandMode.VERTICAL);
        setI18n(
                new MultiSelectComboBoxI18n()
                        .setFocused(getTranslation("identity.counties.focused"))
                        .setSelected(getTranslation("identity.counties.selected"))
                        .setDeselected(getTranslation("identity.counties.deselected"))
                        .setCleared(getTranslation("identity.counties.cleared"))
                        .setTotal(getTranslation("identity.counties.total")));
    }

    private static final Comparator<County> BY_NAME =
            Comparator.comparing(County::nameWithState).thenComparing(County::fips);

    /** Every county that exists on that day. */
    static List<County> existing(Geography geography, LocalDate day) {
        return geography.counties().stream().filter(c -> c.valid().contains(day)).toList();
    }

    /** The FIPS codes chosen, by name of the county. */
    List<String> fips() {
        return Optional.ofNullable(getValue()).orElseThrow().stream()
                .sorted(BY_NAME)
                .map(County::fips)
                .toList();
    }

    private static boolean matches(County county, String typed) {
        return Texts.folded(county.nameWithState())
                .contains(Texts.folded(typed.strip()).toLowerCase(Locale.ROOT));
    }
}
