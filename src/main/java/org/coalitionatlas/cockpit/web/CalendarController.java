package org.coalitionatlas.cockpit.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.cockpit.CalendarFile;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.coalitionatlas.cockpit.CountyStanding;
import org.coalitionatlas.cockpit.DueCalendar;
import org.coalitionatlas.cockpit.DueCalendar.Due;
import org.coalitionatlas.cockpit.Round;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Hands out the signed-in person's due dates as an iCalendar file. */
@Controller
class CalendarController {

    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final DueCalendar calendar;
    private final Instruments instruments;
    private final CurrentPerson currentPerson;
    private final MessageSource messages;
    private final Clock clock;

    CalendarController(
            DueCalendar calendar,
            Instruments instruments,
            CurrentPerson currentPerson,
            MessageSource messages,
            Clock clock) {
        this.calendar = calendar;
        this.instruments = instruments;
        this.currentPerson = currentPerson;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping(CockpitNavigation.FILE)
    ResponseEntity<byte[]> file() {
        SignedIn person = currentPerson.get();
        Locale locale = person.locale();
        var file =
                new CalendarFile(
                        say("cockpit.calendar.name", locale),
                        locale.getLanguage(),
                        clock.instant());
        calendar.dates().forEach(due -> add(file, due, person, locale));
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("due-dates.ics", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.end().getBytes(StandardCharsets.UTF_8));
    }

    private void add(CalendarFile file, Due due, SignedIn person, Locale locale) {
        String title = title(due, locale);
        file.add(
                due.id(),
                due.on(),
                say("cockpit.calendar.event", locale, title),
                due.figures() == null
                        ? title
                        : say(
                                "cockpit.calendar.answered",
                                locale,
                                due.figures().answered(),
                                due.figures().asked()),
                ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
                        + "/portal/"
                        + path(due, person));
    }

    private String title(Due due, Locale locale) {
        Round round = due.round();
        if (round != null) {
            String name =
                    instruments.latest().stream()
                            .filter(one -> one.code().equals(round.instrumentCode()))
                            .findFirst()
                            .map(one -> one.title().in(locale))
                            .orElse(round.instrumentCode());
            return say("cockpit.titled", locale, name, round.cycle());
        }
        CountyStanding county = Objects.requireNonNull(due.county());
        return say(
                "cockpit.county.titled",
                locale,
                county.county().nameWithState(),
                Objects.requireNonNullElse(county.cycle(), ""));
    }

    private static String path(Due due, SignedIn person) {
        if (due.county() != null) {
            return AssessmentNavigation.worksheet(due.county().county().fips());
        }
        if (person.role() != Role.MEMBER) {
            return CockpitNavigation.round(Objects.requireNonNull(due.round()).id());
        }
        return due.response() == null
                ? CapacityNavigation.OVERVIEW
                : CapacityNavigation.response(due.response());
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
