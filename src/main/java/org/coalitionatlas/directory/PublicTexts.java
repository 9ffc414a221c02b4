package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The free texts of a draft that others than coordinators may come to read. A street in one of them
 * is published and found like an address.
 */
final class PublicTexts {

    private final List<Said> all = new ArrayList<>();

    private PublicTexts() {}

    /**
     * A text and where it stands.
     *
     * @param field its name in {@code invalid.names.<field>}, for organizations and services
     */
    record Said(String field, String text) {}

    static List<Said> of(Object draft) {
        var texts = new PublicTexts();
        switch (draft) {
            case OrganizationDraft organization -> texts.add(organization);
            case ServiceDraft service -> texts.add(service);
            case LocationDraft location -> texts.add(location);
            case ContactDraft contact -> texts.add(contact);
            default -> throw new IllegalArgumentException(draft.getClass().getName());
        }
        return texts.all;
    }

    private void add(OrganizationDraft draft) {
        add("name", draft.name());
        add("alternateName", draft.alternateName());
        add("description", draft.description());
        add(draft.phones());
    }

    private void add(ServiceDraft draft) {
        add("name", draft.name());
        add("alternateName", draft.alternateName());
        add("description", draft.description());
        add("interpretation", draft.interpretation());
        add("eligibility", draft.eligibility().note());
        add("capacity", draft.capacity().note());
        add("fees", draft.fees());
        add("application", draft.applicationProcess());
        add(draft.hours());
        add(draft.phones());
    }

    // Of a hidden place the hours and numbers are told, its name and how to get in are not.
    private void add(LocationDraft draft) {
        if (draft.addressVisibility() == AddressVisibility.FULL) {
            add("placeName", draft.name());
            add("accessibility", draft.accessibility());
        }
        add(draft.hours());
        add(draft.phones());
    }

    private void add(ContactDraft draft) {
        if (draft.visibility() != Audience.COORDINATORS) {
            add("contactName", draft.name());
            add("contactTitle", draft.title());
            add(draft.phones());
        }
    }

    private void add(OpeningHours hours) {
        add("hours", hours.note());
        SpecialHours special = hours.specialHours();
        special.exceptions().forEach(exception -> add("hours", exception.label()));
        PhoneLine onCall = special.onCall();
        if (onCall != null) {
            add(List.of(onCall));
        }
    }

    private void add(List<PhoneLine> lines) {
        lines.stream()
                .filter(line -> line.visibility() != Audience.COORDINATORS)
                .forEach(line -> add("phones", line.description()));
    }

    private void add(String field, @Nullable String text) {
        if (text != null) {
            all.add(new Said(field, text));
        }
    }
}
