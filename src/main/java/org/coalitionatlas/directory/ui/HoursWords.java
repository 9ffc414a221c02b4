package org.coalitionatlas.directory.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.directory.HoursSentences;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.SpecialHours;

/** Opening hours in the words of the portal. */
final class HoursWords {

    private HoursWords() {}

    /** All that a record says of its hours, a line each. */
    static List<String> lines(OpeningHours hours, DirectoryWords words) {
        HoursSentences sentences = sentences(words);
        SpecialHours rules = hours.specialHours();
        List<String> lines = new ArrayList<>(sentences.week(hours.hours()));
        lines.addAll(sentences.seasons(hours));
        lines.addAll(sentences.exceptions(rules, null));
        if (rules.closedOnHolidays()) {
            lines.add(words.text("hours.holidays"));
        }
        addRest(lines, hours, words);
        if (rules.onCall() != null) {
            lines.add(
                    sentences.onCall(rules.onCall())
                            + " · "
                            + words.of("audience", rules.onCall().visibility()));
        }
        return lines;
    }

    /** What a reader of the record wants to know on that day; the line on call stands elsewhere. */
    static List<String> sheet(OpeningHours hours, LocalDate today, DirectoryWords words) {
        HoursSentences sentences = sentences(words);
        SpecialHours rules = hours.specialHours();
        List<String> lines = new ArrayList<>(sentences.week(hours.hours()));
        lines.addAll(sentences.seasons(hours));
        lines.addAll(sentences.exceptions(rules, today));
        if (rules.closedOnHolidays()) {
            lines.add(sentences.holidays(today));
        }
        addRest(lines, hours, words);
        return lines;
    }

    /** The same for paper, with the line on call this reader may see. */
    static List<String> printed(ServiceView service, DirectoryWords words) {
        OpeningHours hours = service.hours();
        LocalDate today = words.openState(service).today();
        List<String> lines = new ArrayList<>(sheet(hours, today, words));
        PhoneLine onCall = hours.specialHours().onCall();
        if (onCall != null) {
            lines.add(sentences(words).onCall(onCall));
        }
        return lines;
    }

    /** The week that holds on that day. */
    static List<String> card(OpeningHours hours, LocalDate today, DirectoryWords words) {
        List<String> lines = new ArrayList<>(sentences(words).week(hours.weekOn(today)));
        addRest(lines, hours, words);
        return lines;
    }

    private static void addRest(List<String> lines, OpeningHours hours, DirectoryWords words) {
        if (hours.byAppointment()) {
            lines.add(words.text("directory.hours.byAppointment"));
        }
        if (hours.note() != null) {
            lines.add(hours.note());
        }
    }

    private static HoursSentences sentences(DirectoryWords words) {
        return new HoursSentences(words::text, words.locale());
    }
}
