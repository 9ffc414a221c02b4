package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.identity.Reader;
import org.jspecify.annotations.Nullable;

/**
 * An organization with random places, people, services and visibilities, in which every text is a
 * word that occurs nowhere else, and what each kind of reader may know of it. The expectations are
 * worked out here from PRODUCT and ASSURANCE, not from the code that decides.
 */
final class RandomRecord {

    /** Fremont County, Wyoming: the demo coalition has nothing there. */
    static final String COUNTY = "56013";

    /** A number of a location: shown with the services given there, not by itself. */
    static final String DESK = "Desk ";

    /** A line on call of a service that is closed for now: kept, and not said on its page. */
    static final String CLOSED_ON_CALL = "On call, closed ";

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";

    private final Random random;
    private final Map<String, Set<Reader>> words = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final List<UUID> services = new ArrayList<>();
    private @Nullable UUID organization;

    private RandomRecord(Random random) {
        this.random = random;
    }

    /** A location or contact with its words. */
    private record Part(RecordKind kind, UUID id, List<String> words) {}

    /** Writes the record and takes it to a random state, as a coordinator. */
    static RandomRecord written(
            DirectoryCommands commands, RetiredParts retiredParts, Random random) {
        var record = new RandomRecord(random);
        record.write(commands, retiredParts);
        return record;
    }

    /**
     * What somebody would type to find each word; a word that is not there is no word to a search,
     * such as a number with brackets.
     */
    Map<String, String> asked() {
        return asked;
    }

    /** Every word of the record with the kinds of readers who may see it. */
    Map<String, Set<Reader>> words() {
        return words;
    }

    /** Which fact each word belongs to. */
    Map<String, String> labels() {
        return labels;
    }

    UUID organization() {
        return java.util.Objects.requireNonNull(organization);
    }

    List<UUID> services() {
        return services;
    }

    private void write(DirectoryCommands commands, RetiredParts retiredParts) {
        Audience audience = any(Audience.values());
        Publication end = end();
        Status status = status();
        Set<Reader> readers =
                end == Publication.PUBLISHED && status != Status.DEFUNCT
                        ? readers(audience)
                        : coordinators();
        Set<Reader> seen = EnumSet.copyOf(coordinators());
        seen.addAll(readers);
        UUID id =
                commands.addOrganization(
                        new OrganizationDraft(
                                word("House ", seen),
                                word("Alias ", seen),
                                "other",
                                word("About ", seen),
                                null,
                                new Email(word("", seen) + "@example.org"),
                                null,
                                status,
                                audience,
                                List.of(phone(seen))));
        organization = id;
        var places = new ArrayList<UUID>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            int before = words.size();
            UUID place = commands.addLocation(id, place(seen)).id();
            parts.add(new Part(RecordKind.LOCATION, place, wordsSince(before)));
            places.add(place);
        }
        var people = new ArrayList<UUID>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            int before = words.size();
            UUID person = commands.addContact(id, contact(seen)).id();
            parts.add(new Part(RecordKind.CONTACT, person, wordsSince(before)));
            people.add(person);
        }
        if (end != Publication.DRAFT) {
            commands.publishOrganization(id);
        }
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            service(commands, id, status, seen, places, people);
        }
        for (Part part : parts) {
            if (random.nextInt(4) == 0) {
                retiredParts.retire(part.kind(), part.id());
                part.words().forEach(word -> words.put(word, Set.of()));
            }
        }
        commands.verifyOrganization(
                id,
                java.time.LocalDate.of(2026, 1, 2),
                word("Verifier ", withoutPublic(seen)),
                AssuranceMethod.PHONE);
        finish(commands, RecordKind.ORGANIZATION, id, end);
    }

    private void service(
            DirectoryCommands commands,
            UUID owner,
            Status ofOrganization,
            Set<Reader> ofOwner,
            List<UUID> places,
            List<UUID> people) {
        Audience audience = any(Audience.values());
        Publication end = end();
        Status status = status();
        Set<Reader> seen = EnumSet.copyOf(coordinators());
        if (end == Publication.PUBLISHED && status != Status.DEFUNCT) {
            seen.addAll(readers(audience));
        }
        seen.retainAll(ofOwner);
        ServiceDraft plain = ServiceDraft.named(word("Service ", seen));
        UUID id =
                commands.addService(
                        owner,
                        new ServiceDraft(
                                plain.name(),
                                null,
                                word("Offers ", seen),
                                null,
                                null,
                                status,
                                audience,
                                CodeSet.of(List.of("A3")),
                                Set.of(ServiceArea.county(COUNTY)),
                                Set.copyOf(places),
                                false,
                                CodeSet.EMPTY,
                                word("Interprets ", seen),
                                Eligibility.NOT_STATED,
                                OpeningHours.of(null, false, word("Rings ", seen))
                                        .with(
                                                new SpecialHours(
                                                        false,
                                                        List.of(),
                                                        List.of(),
                                                        phone(
                                                                status.within(ofOrganization)
                                                                                == Status.ACTIVE
                                                                        ? "On call "
                                                                        : CLOSED_ON_CALL,
                                                                seen))),
                                Capacity.NOT_STATED,
                                word("Costs ", seen),
                                word("Ask ", seen),
                                List.of(phone(seen)),
                                Set.copyOf(people.subList(0, random.nextInt(people.size() + 1)))));
        services.add(id);
        if (end != Publication.DRAFT) {
            commands.publishService(id);
        }
        finish(commands, RecordKind.SERVICE, id, end);
    }

    private void finish(DirectoryCommands commands, RecordKind kind, UUID id, Publication end) {
        switch (end) {
            case WITHHELD -> commands.withhold(kind, id, word("Withheld ", coordinators()));
            case ARCHIVED -> {
                if (kind == RecordKind.SERVICE) {
                    commands.archiveService(id);
                } else {
                    commands.archiveOrganization(id);
                }
            }
            default -> {
                // it stays where it is
            }
        }
    }

    private LocationDraft place(Set<Reader> seen) {
        AddressVisibility visibility = any(AddressVisibility.values());
        Set<Reader> street = visibility == AddressVisibility.FULL ? seen : Set.of();
        Set<Reader> town = visibility == AddressVisibility.HIDDEN ? Set.of() : seen;
        return new LocationDraft(
                word("Building ", street),
                PostalAddress.of(
                        word("9 ", street) + " Street",
                        word("Suite ", street),
                        word("Fort ", town),
                        "WY",
                        zip(street)),
                COUNTY,
                new Point(42.9 + random.nextDouble() / 5, -108.5 + random.nextDouble() / 5),
                visibility,
                word("Ramp ", street),
                OpeningHours.NOT_STATED,
                List.of(phone(DESK, seen)));
    }

    private ContactDraft contact(Set<Reader> seen) {
        Audience visibility = any(Audience.values());
        Set<Reader> readers = EnumSet.copyOf(seen);
        readers.retainAll(readers(visibility));
        return new ContactDraft(
                word("Person ", readers),
                word("Title ", readers),
                new Email(word("", readers) + "@example.org"),
                visibility,
                List.of(phone(readers)),
                List.of());
    }

    private PhoneLine phone(Set<Reader> seen) {
        return phone("Line ", seen);
    }

    private PhoneLine phone(String label, Set<Reader> seen) {
        Audience visibility = any(Audience.values());
        Set<Reader> readers = EnumSet.noneOf(Reader.class);
        readers.addAll(seen);
        readers.retainAll(readers(visibility));
        return PhoneLine.of(
                number(label, readers), PhoneType.VOICE, word(label, readers), visibility);
    }

    // Ten digits, as they stand in links and as people type them, and as pages print them.
    private Phone number(String label, Set<Reader> readers) {
        String digits = "3075" + digits(6);
        Phone number = Phone.parse(digits);
        add(digits, label, readers, digits);
        add(number.display(), label, readers, null);
        return number;
    }

    // Of no post office, and with four digits more: five alone could be part of an id.
    private String zip(Set<Reader> readers) {
        String five = "00" + digits(3);
        String zip = five + "-" + digits(4);
        add(zip, "ZIP ", readers, five);
        return zip;
    }

    private String digits(int many) {
        var digits = new StringBuilder();
        for (int i = 0; i < many; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }

    private Status status() {
        return random.nextInt(3) > 0 ? Status.ACTIVE : any(Status.values());
    }

    private List<String> wordsSince(int before) {
        return words.keySet().stream().skip(before).toList();
    }

    private Publication end() {
        return random.nextInt(3) > 0
                ? Publication.PUBLISHED
                : any(
                        new Publication[] {
                            Publication.DRAFT, Publication.WITHHELD, Publication.ARCHIVED
                        });
    }

    private String word(String label, Set<Reader> readers) {
        var text = new StringBuilder("q");
        for (int i = 0; i < 13; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        add(text.toString(), label, readers, text.toString());
        return label + text;
    }

    private void add(String word, String label, Set<Reader> readers, @Nullable String typedSo) {
        words.put(word, Set.copyOf(readers));
        labels.put(word, label);
        if (typedSo != null) {
            asked.put(word, typedSo);
        }
    }

    private static Set<Reader> readers(Audience audience) {
        var readers = new LinkedHashSet<Reader>();
        readers.add(Reader.COORDINATORS);
        if (audience != Audience.COORDINATORS) {
            readers.add(Reader.MEMBERS);
        }
        if (audience == Audience.PUBLIC) {
            readers.add(Reader.PUBLIC);
        }
        return readers;
    }

    private static Set<Reader> coordinators() {
        return Set.of(Reader.COORDINATORS);
    }

    private static Set<Reader> withoutPublic(Set<Reader> readers) {
        Set<Reader> known = EnumSet.copyOf(readers);
        known.remove(Reader.PUBLIC);
        return known;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
