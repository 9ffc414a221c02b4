package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.UI;
import java.io.Serializable;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Choice;
import org.coalitionatlas.capacity.Given;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Item;
import org.coalitionatlas.capacity.Progress;
import org.coalitionatlas.capacity.ResponseHead;
import org.coalitionatlas.capacity.ResponseState;
import org.coalitionatlas.capacity.Section;
import org.coalitionatlas.capacity.Stamp;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.PersonalData;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.common.TimeOfDay;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.jspecify.annotations.Nullable;

/**
 * Everything the screens of responses say, in the person's language and on the coalition's clock.
 */
final class ResponseWords implements Serializable {

    private final Locale locale;
    private final ZoneId zone;
    private final transient Clock clock;

    ResponseWords(Locale locale, CoalitionProfile coalition, Clock clock) {
        this.locale = locale;
        this.zone =
                coalition.counties().stream().findFirst().map(County::zone).orElse(ZoneOffset.UTC);
        this.clock = clock;
    }

    String text(String key, @Nullable Object... arguments) {
        return UI.getCurrent().getTranslation(key, locale, arguments);
    }

    String of(LocalText text) {
        return text.in(locale);
    }

    String of(Choice choice) {
        return text("capacity.choice." + choice.name());
    }

    String of(ResponseState state) {
        return text("response.state." + state.name());
    }

    /** How it stands; of what is handed in, also how much of it was put off. */
    String standing(ResponseHead head, Progress progress) {
        return head.state().isOpen() || progress.later() == 0
                ? of(head.state())
                : text("response.state.putOff", of(head.state()), progress.later());
    }

    /** "3.1 Has your staff been trained?" */
    String question(Item item) {
        return item.number() + " " + of(item.question());
    }

    /** "3. Staff and training" */
    String title(Section section) {
        return section.number() + ". " + of(section.title());
    }

    /** The item, and its part if it has parts, as one line. */
    String place(Instrument instrument, AnswerKey place) {
        return instrument.item(place.item()).map(item -> place(item, place)).orElse(place.item());
    }

    /** A place of an item as one line. */
    String place(Item item, AnswerKey place) {
        return item.part(place)
                .map(part -> question(item) + " – " + of(part.label()))
                .orElseGet(() -> question(item));
    }

    String progress(Progress progress) {
        return progress.later() == 0
                ? text("response.progress", progress.answered(), progress.asked())
                : text(
                        "response.progress.later",
                        progress.answered(),
                        progress.asked(),
                        progress.later());
    }

    /** What stands somewhere, in one line. */
    String given(Given given) {
        List<String> said = new ArrayList<>();
        if (given.choice() != null) {
            said.add(of(given.choice()));
        }
        if (given.text() != null) {
            said.add(given.text());
        }
        if (given.later()) {
            said.add(text("response.later.said"));
        }
        if (said.isEmpty()) {
            said.add(text("response.unanswered"));
        }
        return String.join(" · ", said);
    }

    /** "Maria Delgado, 14:02" */
    String stamp(Stamp stamp) {
        return text("response.by", stamp.by(), moment(stamp.at()));
    }

    String saved(ResponseHead head) {
        Stamp saved = head.saved();
        return saved == null
                ? text("response.saved.never")
                : text("response.saved.last", ago(saved.at()), saved.by());
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
                ? text("response.today", time(at))
                : RelativeDate.ago(day, today(), locale);
    }

    String time(Instant at) {
        return TimeOfDay.of(at.atZone(zone).toLocalTime(), locale);
    }

    String size(long bytes) {
        NumberFormat number = NumberFormat.getInstance(locale);
        number.setMaximumFractionDigits(1);
        return bytes < 1024 * 1024
                ? number.format(Math.max(1, bytes / 1024)) + " kB"
                : number.format(bytes / (1024.0 * 1024)) + " MB";
    }

    /** Whether a text looks as if it named a person who must not be named. */
    boolean looksPersonal(@Nullable String text) {
        return PersonalData.isLikelyIn(text, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** This moment on the server's clock. */
    Instant now() {
        return clock.instant();
    }
}
