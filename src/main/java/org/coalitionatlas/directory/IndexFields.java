package org.coalitionatlas.directory;

import org.coalitionatlas.identity.Reader;

/** Names of the index fields and of the analyzers, for the documents and the queries alike. */
final class IndexFields {

    /**
     * Raised whenever a document would be written differently; an index of another number is built
     * anew.
     */
    static final int SCHEMA = 12;

    static final String ANALYZER = "words";
    static final String SORTABLE = "sortable";

    static final String READERS = "readers";
    static final String ORGANIZATION_ID = "organizationId";
    static final String NAME_SORT = "nameSort";
    static final String KIND = "kind";
    static final String NEEDS = "needs";
    static final String PHASES = "phases";
    static final String AREAS = "areas";
    static final String SERVES = "serves";
    static final String LANGUAGES = "languages";
    static final String OPEN = "open";
    static final String SPECIAL_HOURS = "specialHours";
    static final String ALWAYS = "always";
    static final String PLACED = "placed";
    static final String POINTS = "points";
    static final String PLACE_COUNTIES = "placeCounties";
    static final String ASSURED_ON = "assuredOn";
    static final String PUBLICATION = "publication";
    static final String SOURCE = "source";
    static final String CHANGED_AT = "changedAt";
    static final String TAKEN_OUT = "takenOut";

    private IndexFields() {}

    /** What that reader sees, as JSON; stored, never searched. */
    static String view(Reader reader) {
        return "view_" + reader.name();
    }

    static String name(Reader reader) {
        return "name_" + reader.name();
    }

    static String organizationName(Reader reader) {
        return "organization_" + reader.name();
    }

    static String needWords(Reader reader) {
        return "needWords_" + reader.name();
    }

    static String facts(Reader reader) {
        return "facts_" + reader.name();
    }

    static String body(Reader reader) {
        return "body_" + reader.name();
    }

    /** Whether somebody may be shown who answers for it. */
    static String people(Reader reader) {
        return "people_" + reader.name();
    }

    /** Whether it is given, and has a line on call outside its hours. */
    static String onCall(Reader reader) {
        return "onCall_" + reader.name();
    }

    static String trainedUntil(Reader reader) {
        return "trainedUntil_" + reader.name();
    }
}
