package org.coalitionatlas.directory;

/**
 * Where a record stands between being written and being retired. That a published record needs to
 * be verified again is not a state of its own: it follows from its {@link Assurance} and the day.
 */
public enum Publication {
    /** Seen by its own organization and by coordinators. */
    DRAFT,
    /** The organization considers it ready; a coordinator has to look. */
    IN_REVIEW,
    /** Seen by its audience. */
    PUBLISHED,
    /**
     * Taken out of its audience's sight until a coordinator decides: somebody says that showing it
     * is unsafe, or nobody could make sure for too long that it is right.
     */
    WITHHELD,
    /** Kept, but found by coordinators only. */
    ARCHIVED;

    /**
     * Where the verb takes a record from here.
     *
     * @throws WrongState when the verb does not fit
     */
    Publication after(RecordAction verb) {
        return switch (verb) {
            case SUBMITTED -> onlyFrom(DRAFT, IN_REVIEW, "directory.state.notDraft");
            case RETURNED -> onlyFrom(IN_REVIEW, DRAFT, "directory.state.notInReview");
            case WITHHELD -> onlyFrom(PUBLISHED, WITHHELD, "directory.state.notPublished");
            case PUBLISHED -> notAgain(PUBLISHED, "directory.state.published");
            case ARCHIVED -> notAgain(ARCHIVED, "directory.state.archived");
            default -> this;
        };
    }

    /** Where a service effectively stands, its organization standing there. */
    Publication within(Publication organization) {
        if (organization == ARCHIVED) {
            return ARCHIVED;
        }
        return this == PUBLISHED ? organization : this;
    }

    private Publication onlyFrom(Publication from, Publication to, String otherwise) {
        WrongState.unless(this == from, otherwise);
        return to;
    }

    private Publication notAgain(Publication to, String otherwise) {
        WrongState.unless(this != to, otherwise);
        return to;
    }
}
