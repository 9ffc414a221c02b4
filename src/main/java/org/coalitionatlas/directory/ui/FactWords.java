package org.coalitionatlas.directory.ui;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.directory.Eligibility;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.Training;

/** Values of drafts as one line of text, for comparing what two people wrote. */
final class FactWords {

    private FactWords() {}

    static String phones(List<PhoneLine> phones, DirectoryWords words) {
        return phones.stream()
                .map(
                        line ->
                                Stream.of(
                                                line.phone().display(),
                                                words.of("phoneType", line.type()),
                                                line.description(),
                                                words.of("audience", line.visibility()))
                                        .filter(part -> part != null && !part.isEmpty())
                                        .collect(Collectors.joining(" · ")))
                .collect(Collectors.joining("; "));
    }

    static String trainings(List<Training> trainings, DirectoryWords words) {
        return trainings.stream()
                .map(
                        training ->
                                words.of("topic", training.topic())
                                        + " ("
                                        + words.day(training.takenOn())
                                        + ")")
                .collect(Collectors.joining("; "));
    }

    static String address(PostalAddress address) {
        return Stream.of(
                        address.line1(),
                        address.line2(),
                        address.city(),
                        address.state(),
                        address.zip())
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    static String areas(Collection<ServiceArea> areas, DirectoryWords words) {
        return words.areas(areas.stream().map(ServiceArea::code).toList());
    }

    static String eligibility(Eligibility eligibility, DirectoryWords words) {
        var parts = new ArrayList<String>();
        if (!eligibility.accepts().isEmpty()) {
            parts.add(
                    words.text(
                            "directory.eligibility.accepts",
                            words.populations(eligibility.accepts().codes())));
        }
        if (!eligibility.rejects().isEmpty()) {
            parts.add(
                    words.text(
                            "directory.eligibility.rejects",
                            words.populations(eligibility.rejects().codes())));
        }
        if (!eligibility.populations().isEmpty()) {
            parts.add(words.populations(eligibility.populations().codes()));
        }
        String ages = words.ages(eligibility.minAge(), eligibility.maxAge());
        if (!ages.isEmpty()) {
            parts.add(ages);
        }
        if (eligibility.note() != null) {
            parts.add(eligibility.note());
        }
        return String.join("; ", parts);
    }
}
