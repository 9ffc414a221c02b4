package org.coalitionatlas.directory;

/** The kinds of records the directory keeps, each with what can be written about it. */
public enum RecordKind {
    ORGANIZATION(OrganizationDraft.class),
    SERVICE(ServiceDraft.class),
    LOCATION(LocationDraft.class),
    CONTACT(ContactDraft.class);

    private final Class<?> draft;

    RecordKind(Class<?> draft) {
        this.draft = draft;
    }

    /** The type of its drafts. */
    public Class<?> draft() {
        return draft;
    }
}
