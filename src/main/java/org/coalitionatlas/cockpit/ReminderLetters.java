package org.coalitionatlas.cockpit;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.coalitionatlas.assessment.AssessmentNavigation;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.cockpit.Reminders.Item;
import org.coalitionatlas.cockpit.Reminders.Letter;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.Correspondents.Correspondent;
import org.coalitionatlas.mail.MailMessage;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes reminders, in the reader's language. */
@Component
class ReminderLetters {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_NAMED = 40;
    private static final int MOST_NEEDS = 12;

    private final Instruments instruments;
    private final Taxonomy taxonomy;
    private final CoalitionProfile coalition;
    private final MessageSource messages;

    ReminderLetters(
            Instruments instruments,
            Taxonomy taxonomy,
            CoalitionProfile coalition,
            MessageSource messages) {
        this.taxonomy = taxonomy;
        this.instruments = instruments;
        this.coalition = coalition;
        this.messages = messages;
    }

    Letter write(Correspondent to, List<Item> items, String sender, LocalDate today) {
        Locale locale = to.locale();
        var lines = new StringBuilder();
        items.stream()
                .limit(MOST_NAMED)
                .forEach(
                        item ->
                                lines.append("- ")
                                        .append(line(item, today, locale))
                                        .append("\n  ")
                                        .append(link(item))
                                        .append("\n"));
        if (items.size() > MOST_NAMED) {
            lines.append(say("cockpit.mail.more", locale, items.size() - MOST_NAMED)).append("\n");
        }
        String subject =
                items.size() == 1
                        ? say(
                                "cockpit.mail.subject.one",
                                locale,
                                oneLine(title(items.getFirst(), locale)))
                        : say("cockpit.mail.subject", locale, items.size());
        return new Letter(
                to.id(),
                to.name(),
                to.email(),
                locale,
                subject,
                say(
                        "cockpit.mail.text",
                        locale,
                        oneLine(to.name()),
                        oneLine(sender),
                        oneLine(coalition.name()),
                        lines.toString().strip()),
                items);
    }

    private String line(Item item, LocalDate today, Locale locale) {
        String what =
                item.asked() == null
                        ? title(item, locale)
                        : say(
                                "cockpit.mail.of",
                                locale,
                                title(item, locale),
                                oneLine(item.asked().name()));
        LocalDate due = item.dueOn();
        String when =
                due == null
                        ? say("cockpit.mail.noDate", locale)
                        : say(
                                due.isBefore(today) ? "cockpit.mail.was" : "cockpit.mail.due",
                                locale,
                                RelativeDate.plain(due, locale));
        String line =
                what
                        + ": "
                        + when
                        + " "
                        + say(
                                item.isBegun() ? "cockpit.mail.begun" : "cockpit.mail.notBegun",
                                locale);
        return item.given() == null ? line : line + "\n  " + given(item.given().waiting(), locale);
    }

    private String given(List<String> needs, Locale locale) {
        String named =
                needs.stream()
                        .limit(MOST_NEEDS)
                        .flatMap(code -> taxonomy.need(code).stream())
                        .map(need -> need.label().in(locale))
                        .collect(Collectors.joining("; "));
        return say("cockpit.mail.given", locale, named, Math.max(0, needs.size() - MOST_NEEDS));
    }

    private String title(Item item, Locale locale) {
        if (item.asked() != null) {
            Round round = item.asked().round();
            return say("cockpit.titled", locale, title(round, locale), oneLine(round.cycle()));
        }
        CountyStanding county = Objects.requireNonNull(item.county());
        return say(
                "cockpit.county.titled",
                locale,
                county.county().nameWithState(),
                oneLine(Objects.requireNonNullElse(county.cycle(), "")));
    }

    private String title(Round round, Locale locale) {
        return instruments.latest().stream()
                .filter(one -> one.code().equals(round.instrumentCode()))
                .findFirst()
                .map(Instrument::title)
                .map(title -> title.in(locale))
                .orElse(round.instrumentCode());
    }

    private static String link(Item item) {
        if (item.asked() == null) {
            String county = Objects.requireNonNull(item.county()).county().fips();
            return MailMessage.link(
                    "/portal/"
                            + (item.given() == null
                                    ? AssessmentNavigation.worksheet(county)
                                    : AssessmentNavigation.assigned(county)));
        }
        var response = item.asked().response();
        return MailMessage.link(
                "/portal/"
                        + (response == null
                                ? CapacityNavigation.OVERVIEW
                                : CapacityNavigation.response(response)));
    }

    // Names are typed by people; a line break in one would break the letter's lines.
    private static String oneLine(String name) {
        String line = name.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME - 1) + "…" : line;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
