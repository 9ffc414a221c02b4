package org.coalitionatlas.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.geography.Geography;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Views in words, a line for each fact, for plain pages of other rooms. Tells what the view holds
 * and nothing else.
 */
@Component
public class RecordLines {

    private final ServiceTexts texts;
    private final Pages pages;
    private final Geography geography;

    RecordLines(ServiceTexts texts, Pages pages, Geography geography) {
        this.texts = texts;
        this.pages = pages;
        this.geography = geography;
    }

    /**
     * A fact.
     *
     * @param label key of its name
     * @param text what is said, in the reader's language; several things on a line each
     */
    public record Line(String label, List<String> text) {}

    /** What the page asks about an organization. */
    public List<Line> of(OrganizationView view, Locale locale) {
        Words words = pages.words(locale);
        var lines = new ArrayList<Line>();
        add(lines, "directory.field.name", Stream.of(view.name()));
        add(lines, "directory.field.description", Stream.ofNullable(view.description()));
        add(lines, "directory.field.phones", phones(view.phones(), words));
        add(lines, "directory.field.url", Stream.ofNullable(view.url()));
        add(lines, "directory.field.email", Stream.ofNullable(view.email()));
        add(
                lines,
                "directory.field.address",
                PlaceText.of(view.places(), words, geography).stream().map(RecordLines::place));
        return lines;
    }

    /** What the page asks about a service. */
    public List<Line> of(ServiceView view, Locale locale) {
        Words words = pages.words(locale);
        ServiceText text = texts.of(view, words, "");
        var lines = new ArrayList<Line>();
        add(lines, "directory.field.name", Stream.of(view.name()));
        add(lines, "directory.field.description", Stream.ofNullable(view.description()));
        add(lines, "directory.field.needs", text.needs().stream().map(ServiceText.NeedText::label));
        add(lines, "directory.field.phones", phones(view.phones(), words));
        add(lines, "directory.field.hours", hours(text, view, words));
        add(lines, "directory.field.address", text.places().stream().map(RecordLines::place));
        add(lines, "directory.field.areas", Stream.of(String.join(", ", text.areas())));
        add(lines, "directory.field.eligibility", eligibility(text, view, words));
        add(lines, "directory.field.languages", Stream.of(String.join(", ", text.languages())));
        add(lines, "directory.field.fees", Stream.ofNullable(view.fees()));
        return lines;
    }

    /** When it is open, a line for each day that is. */
    public List<String> hours(ServiceView view, Locale locale) {
        Words words = pages.words(locale);
        return hours(texts.of(view, words, ""), view, words).toList();
    }

    /** What the page asks about a contact. */
    public List<Line> of(ContactPart contact, Locale locale) {
        Words words = pages.words(locale);
        var lines = new ArrayList<Line>();
        add(lines, "directory.contact.name", Stream.of(contact.name()));
        add(lines, "directory.contact.title", Stream.ofNullable(contact.title()));
        add(lines, "directory.field.phones", phones(contact.phones(), words));
        add(lines, "directory.field.email", Stream.ofNullable(contact.email()));
        return lines;
    }

    private static Stream<String> phones(List<PhonePart> phones, Words words) {
        return PhoneText.of(phones, words).stream()
                .map(phone -> joined(phone.display(), phone.kind(), phone.description()));
    }

    private static Stream<String> hours(ServiceText text, ServiceView view, Words words) {
        if (text.isUsuallyAlways()) {
            return Stream.of(words.say("published.card.always"));
        }
        return Stream.of(
                        text.week().stream()
                                .filter(day -> !day.hours().isEmpty())
                                .map(day -> day.name() + " " + String.join(", ", day.hours())),
                        view.byAppointment()
                                ? Stream.of(words.say("published.open.appointment"))
                                : Stream.<String>empty(),
                        Stream.ofNullable(view.hoursNote()))
                .flatMap(each -> each);
    }

    private static Stream<String> eligibility(ServiceText text, ServiceView view, Words words) {
        return Stream.of(
                        said(words, "published.card.accepts", text.accepts()),
                        said(words, "published.card.rejects", text.rejects()),
                        text.populations().isEmpty() ? null : String.join(", ", text.populations()),
                        text.ages(),
                        view.eligibilityNote())
                .flatMap(Stream::ofNullable);
    }

    private static @Nullable String said(Words words, String key, List<String> values) {
        return values.isEmpty() ? null : words.say(key) + " " + String.join(", ", values);
    }

    private static String place(PlaceText place) {
        return Stream.concat(
                        Stream.ofNullable(place.name()),
                        Stream.concat(place.lines().stream(), Stream.ofNullable(place.note())))
                .collect(Collectors.joining(", "));
    }

    private static String joined(@Nullable String... parts) {
        return Stream.of(parts).flatMap(Stream::ofNullable).collect(Collectors.joining(" · "));
    }

    private static void add(List<Line> lines, String label, Stream<String> text) {
        List<String> said = text.filter(part -> !part.isBlank()).toList();
        if (!said.isEmpty()) {
            lines.add(new Line(label, said));
        }
    }
}
