package org.coalitionatlas.directory.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.OutsideEdit;
import org.coalitionatlas.directory.OutsideEdit.Field;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.directory.web.SuggestionForms.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The commonest fields of a published record as a form: each shows what the public page says, and
 * brings along what it showed, so that only what somebody changed counts as changed, however long
 * the page was open.
 */
@Component
class EditFields {

    /** Hours are proposed in words; a coordinator enters them. */
    static final String HOURS = "hours";

    /** Beginning of the name under which a field brings along what it showed. */
    static final String WAS = "was.";

    private static final String NAME = "name";
    private static final String DESCRIPTION = "description";
    private static final String URL = "url";
    private static final String EMAIL = "orgEmail";
    private static final String PHONE = "phone";
    private static final String ANOTHER = "another";
    private static final int MOST_PHONES = 8;
    private static final int MOST_PLACES = 3;
    private static final int HOURS_ROWS = 7;
    private static final int LONGEST_HOURS = 1_000;
    private static final List<String> ADDRESS = List.of("line1", "line2", "city", "state", "zip");

    private final RecordLines lines;
    private final Pages pages;

    EditFields(RecordLines lines, Pages pages) {
        this.lines = lines;
        this.pages = pages;
    }

    /**
     * A field of the form.
     *
     * @param label in the reader's language
     * @param value what the public page says
     * @param mode what keyboard a phone shows
     * @param rows lines of a text; 0 for a single line
     */
    public record Input(
            String name, String label, String value, String mode, int rows, int longest) {}

    /** The fields of the record, as far as the public page shows them. */
    List<Input> of(Target target, Locale locale) {
        Words words = pages.words(locale);
        var inputs = new ArrayList<Input>();
        inputs.add(line(NAME, words.say("suggestion.field.name"), target.name(), "text", 255));
        ServiceView service = target.service();
        OrganizationView organization = target.organization();
        if (service != null) {
            rest(
                    inputs,
                    words,
                    service.phones(),
                    service.email(),
                    service.url(),
                    service.places(),
                    service.description());
            inputs.add(
                    new Input(
                            HOURS,
                            words.say("suggestion.field.hours"),
                            String.join("\n", lines.hours(service, locale)),
                            "text",
                            HOURS_ROWS,
                            LONGEST_HOURS));
        } else if (organization != null) {
            rest(
                    inputs,
                    words,
                    organization.phones(),
                    organization.email(),
                    organization.url(),
                    organization.places(),
                    organization.description());
        }
        return inputs;
    }

    private static void rest(
            List<Input> inputs,
            Words words,
            List<PhonePart> phones,
            @Nullable String email,
            @Nullable String url,
            List<PlacePart> places,
            @Nullable String description) {
        for (int i = 0; i < Math.min(phones.size(), MOST_PHONES); i++) {
            PhoneText phone = PhoneText.of(phones.get(i), words);
            String label =
                    phone.description() == null
                            ? words.say("suggestion.field.phone", phone.kind())
                            : words.say(
                                    "suggestion.field.phoneFor", phone.kind(), phone.description());
            inputs.add(line(PHONE + i, label, phone.display(), "tel", 60));
        }
        inputs.add(line(ANOTHER, words.say("suggestion.field.another"), "", "tel", 60));
        inputs.add(line(EMAIL, words.say("suggestion.field.orgEmail"), text(email), "email", 254));
        inputs.add(line(URL, words.say("suggestion.field.url"), text(url), "url", 1000));
        shown(places)
                .forEach(
                        place -> {
                            String name = place.name() == null ? "" : place.name();
                            for (String part : ADDRESS) {
                                String label = words.say("suggestion.field." + part);
                                inputs.add(
                                        line(
                                                part + "." + place.id(),
                                                name.isEmpty()
                                                        ? label
                                                        : words.say(
                                                                "suggestion.field.at", label, name),
                                                text(part(place, part)),
                                                part.equals("zip") ? "numeric" : "text",
                                                200));
                            }
                        });
        inputs.add(
                new Input(
                        DESCRIPTION,
                        words.say("suggestion.field.description"),
                        text(description),
                        "text",
                        6,
                        OrganizationDraft.DESCRIPTION));
    }

    /** The names under which the fields come back, and what they showed. */
    static List<String> names(List<Input> inputs) {
        return inputs.stream()
                .map(Input::name)
                .flatMap(name -> Stream.of(name, WAS + name))
                .toList();
    }

    /** What was changed; what cannot be accepted is said in the form. */
    OutsideEdit read(Target target, List<Input> inputs, SuggestionForm form) {
        var texts = new EnumMap<Field, String>(Field.class);
        if (isChanged(form, NAME)) {
            form.require(NAME, 255);
            texts.put(Field.NAME, form.text(NAME));
        }
        if (isChanged(form, DESCRIPTION)) {
            form.limit(DESCRIPTION, OrganizationDraft.DESCRIPTION);
            texts.put(Field.DESCRIPTION, form.text(DESCRIPTION));
        }
        if (isChanged(form, URL)) {
            form.value(URL, Url::parse);
            texts.put(Field.URL, form.text(URL));
        }
        if (isChanged(form, EMAIL)) {
            form.value(EMAIL, Email::parse);
            texts.put(Field.EMAIL, form.text(EMAIL));
        }
        form.limit(HOURS, LONGEST_HOURS);
        var phones = new LinkedHashMap<Phone, Optional<Phone>>();
        for (Input input : inputs) {
            String name = input.name();
            if (name.matches(PHONE + "\\d") && isChanged(form, name)) {
                shown(form.text(WAS + name))
                        .ifPresent(
                                was ->
                                        phones.put(
                                                was,
                                                Optional.ofNullable(
                                                        form.value(name, Phone::parse))));
            }
        }
        return new OutsideEdit(
                target.kind(),
                target.id(),
                texts,
                phones,
                Optional.ofNullable(form.value(ANOTHER, Phone::parse)),
                addresses(target, form));
    }

    private static Map<UUID, PostalAddress> addresses(Target target, SuggestionForm form) {
        ServiceView service = target.service();
        OrganizationView organization = target.organization();
        List<PlacePart> places =
                service != null
                        ? service.places()
                        : organization != null ? organization.places() : List.of();
        var addresses = new LinkedHashMap<UUID, PostalAddress>();
        for (PlacePart place : shown(places)) {
            String end = "." + place.id();
            if (ADDRESS.stream().anyMatch(part -> isChanged(form, part + end))) {
                try {
                    addresses.put(
                            place.id(),
                            PostalAddress.of(
                                    form.text("line1" + end),
                                    form.text("line2" + end),
                                    form.text("city" + end),
                                    form.text("state" + end),
                                    form.text("zip" + end)));
                } catch (InvalidValue e) {
                    String part = e.messageKey().equals("invalid.state") ? "state" : "zip";
                    form.fail(part + end, e.messageKey(), e.arguments());
                }
            }
        }
        return addresses;
    }

    /** What a field says now, if it was changed; otherwise nothing. */
    static String changedText(SuggestionForm form, String name) {
        return isChanged(form, name) ? form.text(name) : "";
    }

    private static boolean isChanged(SuggestionForm form, String name) {
        return form.knows(name) && !form.text(name).equals(form.text(WAS + name));
    }

    // What is written into the hidden field by hand is no number that was shown.
    private static Optional<Phone> shown(String text) {
        try {
            return Optional.of(Phone.parse(text));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private static List<PlacePart> shown(List<PlacePart> places) {
        return places.stream()
                .filter(place -> place.visibility() == AddressVisibility.FULL)
                .limit(MOST_PLACES)
                .toList();
    }

    private static @Nullable String part(PlacePart place, String part) {
        return switch (part) {
            case "line1" -> place.line1();
            case "line2" -> place.line2();
            case "city" -> place.city();
            case "state" -> place.state();
            default -> place.zip();
        };
    }

    private static Input line(String name, String label, String value, String mode, int longest) {
        return new Input(name, label, value, mode, 0, longest);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
