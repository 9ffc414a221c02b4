package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Worksheet.Row;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.common.TimeOfDay;
import org.coalitionatlas.common.ui.DayField;

/** Everything the sheet says, in the person's language and on the county's clock. */
final class SheetWords implements Serializable {

    private final Locale locale;
    private final ZoneId zone;
    private final transient Clock clock;

    SheetWords(Locale locale, ZoneId zone, Clock clock) {
        this.locale = locale;
        this.zone = zone;
        this.clock = clock;
    }

    String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, locale, arguments);
    }

    String of(LocalText text) {
        return text.in(locale);
    }

    String of(Question question) {
        return text("assessment.question." + question.name());
    }

    String of(Answer answer) {
        return switch (answer) {
            case YES -> text("common.yes");
            case NO -> text("common.no");
            case UNKNOWN -> text("common.unknown");
        };
    }

    /** The name, or that there is none to show. */
    String name(Row row) {
        return row.provider().isEmpty() ? text("assessment.provider.unseen") : row.provider();
    }

    /** "14:02" today, the day otherwise. */
    String moment(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return day.equals(today()) ? time(at) : RelativeDate.plain(day, locale);
    }

    /** "3 weeks ago (Oct 30, 2026)", or "today 14:02". */
    String ago(Instant at) {
        LocalDate day = LocalDate.ofInstant(at, zone);
        return day.equals(today())
                ? text("assessment.today", time(at))
                : RelativeDate.ago(day, today(), locale);
    }

    /** The day and the time. */
    String exact(Instant at) {
        return text(
                "cycle.moment",
                RelativeDate.plain(LocalDate.ofInstant(at, zone), locale),
                time(at));
    }

    /** A day as people write it. */
    String day(LocalDate day) {
        return RelativeDate.plain(day, locale);
    }

    /** The day of a moment on the county's clock. */
    String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    /** How far away a day is: "in 3 weeks (Dec 15, 2026)". */
    String until(LocalDate day) {
        return RelativeDate.ago(day, today(), locale);
    }

    boolean isPast(LocalDate day) {
        return day.isBefore(today());
    }

    String time(Instant at) {
        return TimeOfDay.of(at.atZone(zone).toLocalTime(), locale);
    }

    /** This moment on the server's clock. */
    Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** A field for a day; its calendar opens when asked, not over the dialog. */
    DayField day() {
        var field = new DayField();
        field.setAutoOpen(false);
        return field;
    }
}
