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

    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";

    private final Random random;
    private final Map<String, Set<Reader>> words = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<UUID> services = new ArrayList<>();
    private @Nullable UUID organization;

    private RandomRecord(Random random) {
        this.random = random;
    }

    /** Writes the record and takes it to a random state, as a coordinator. */
    static RandomRecord written(DirectoryCommands commands, Random random) {
        var record = new RandomRecord(random);
        record.write(commands);
        return record;
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

    private void write(DirectoryCommands commands) {
        Audience audience = any(Audience.values());
        Publication end = end();
        Set<Reader> readers = end == Publication.PUBLISHED ? readers(audience) : coordinators();
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
                                Status.ACTIVE,
                                audience,
                                List.of(phone(seen))));
        organization = id;
        var places = new ArrayList<UUID>();
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            places.add(commands.addLocation(id, place(seen)).id());
        }
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            commands.addContact(id, contact(seen));
        }
        if (end != Publication.DRAFT) {
            commands.publishOrganization(id);
        }
        for (int i = 0; i < 1 + random.nextInt(2); i++) {
            service(commands, id, seen, places);
        }
        commands.verifyOrganization(
                id,
                java.time.LocalDate.of(2026, 1, 2),
                word("Verifier ", withoutPublic(seen)),
                AssuranceMethod.PHONE);
        finish(commands, RecordKind.ORGANIZATION, id, end);
    }

    private void service(
            DirectoryCommands commands, UUID owner, Set<Reader> ofOwner, List<UUID> places) {
        Audience audience = any(Audience.values());
        Publication end = end();
        Set<Reader> seen = EnumSet.copyOf(coordinators());
        if (end == Publication.PUBLISHED) {
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
                                Status.ACTIVE,
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
                                                        phone("On call ", seen))),
                                Capacity.NOT_STATED,
                                word("Costs ", seen),
                                word("Ask ", seen),
                                List.of(phone(seen)),
                                Set.of()));
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
        return new LocationDraft(
                word("Building ", street),
                PostalAddress.of(
                        word("9 ", street) + " Street",
                        word("Suite ", street),
                        "Riverton",
                        "WY",
                        "82501"),
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
                Phone.parse("307-555-01%02d".formatted(random.nextInt(100))),
                PhoneType.VOICE,
                word(label, readers),
                visibility);
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
        words.put(text.toString(), Set.copyOf(readers));
        labels.put(text.toString(), label);
        return label + text;
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
