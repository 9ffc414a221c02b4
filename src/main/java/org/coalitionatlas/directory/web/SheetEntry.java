package org.coalitionatlas.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.CallSheet;
import org.coalitionatlas.directory.web.ServiceText.Day;
import org.jspecify.annotations.Nullable;

/**
 * A line of the call sheet.
 *
 * @param number from 1
 * @param service in words; {@code null} for one that is not listed, or not any more
 * @param times when it is open, a line each; not the line on call
 * @param up the sheet with the line one higher; {@code null} for the first
 * @param down the sheet with the line one lower; {@code null} for the last
 * @param remove the sheet without the line
 */
record SheetEntry(
        int number,
        UUID id,
        @Nullable ServiceText service,
        List<String> times,
        @Nullable String up,
        @Nullable String down,
        String remove) {

    private static final int ON_CARD = 2;

    /** Under which name the device keeps the note. */
    public String key() {
        return CallSheet.shortId(id);
    }

    /** Whether one learns how to get there only by calling. */
    public boolean isConfidential() {
        return service != null
                && service.view().places().stream()
                        .anyMatch(place -> place.visibility() == AddressVisibility.HIDDEN);
    }

    /** What is said of the hours, the line on call last. */
    public List<String> hours() {
        return Stream.concat(times.stream(), Stream.ofNullable(onCall())).toList();
    }

    /** Whom to call while it is closed; {@code null} when nobody may be. */
    public @Nullable String onCall() {
        return service == null ? null : service.onCallSentence();
    }

    /** As many lines of the hours as a card has room for. */
    public List<String> firstTimes() {
        return times.stream().limit(ON_CARD).toList();
    }

    /** The numbers a card has room for. */
    public List<PhoneText> firstPhones() {
        return numbers().limit(ON_CARD).toList();
    }

    /** Whether a card leaves out hours or numbers. */
    public boolean isCut() {
        return times.size() > ON_CARD || numbers().count() > ON_CARD;
    }

    private Stream<PhoneText> numbers() {
        return service == null
                ? Stream.empty()
                : service.phones().stream().filter(phone -> phone.href() != null);
    }

    /** Hours as short as paper wants them: a line for each run of days with the same hours. */
    static List<String> times(ServiceText service, Words words) {
        var lines = new ArrayList<String>();
        if (service.isUsuallyAlways()) {
            lines.add(words.say("callsheet.hours.always"));
        } else {
            List<String> year = service.seasons();
            lines.addAll(year.isEmpty() ? week(service.week(), words) : year);
        }
        lines.addAll(service.dates());
        if (service.view().byAppointment()) {
            lines.add(words.say("callsheet.hours.appointment"));
        }
        if (service.view().hoursNote() != null) {
            lines.add(service.view().hoursNote());
        }
        if (lines.isEmpty() && service.onCallSentence() == null) {
            lines.add(words.say("callsheet.hours.notStated"));
        }
        return lines;
    }

    private static List<String> week(List<Day> days, Words words) {
        var lines = new ArrayList<String>();
        for (int first = 0; first < days.size(); ) {
            List<String> hours = days.get(first).hours();
            int last = first;
            while (last + 1 < days.size() && days.get(last + 1).hours().equals(hours)) {
                last++;
            }
            if (!hours.isEmpty()) {
                String times = String.join(", ", hours);
                lines.add(
                        first == last
                                ? words.say("callsheet.hours.day", days.get(first).name(), times)
                                : words.say(
                                        "callsheet.hours.days",
                                        days.get(first).name(),
                                        days.get(last).name(),
                                        times));
            }
            first = last + 1;
        }
        return lines;
    }
}
