package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import java.util.UUID;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationView;

/** Chooses an organization by name, among those the person may see. */
final class OrganizationBox extends ComboBox<OrganizationBox.Choice> {

    /** An organization to choose. */
    record Choice(UUID id, String name) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Choice that && id.equals(that.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    OrganizationBox(String label, DirectorySearch search) {
        setLabel(label);
        setItemLabelGenerator(Choice::name);
        setWidthFull();
        setManualValidation(true);
        setItems(
                query -> {
                    int offset = query.getOffset();
                    int limit = query.getLimit();
                    return search
                            .organizations(query.getFilter().orElse(""), offset + limit)
                            .stream()
                            .skip(offset)
                            .limit(limit)
                            .map(OrganizationBox::choice);
                });
    }

    private static Choice choice(OrganizationView view) {
        return new Choice(view.id(), view.name());
    }
}
