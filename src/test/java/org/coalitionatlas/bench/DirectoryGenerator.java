package org.coalitionatlas.bench;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.coalitionatlas.bench.GeneratedOrganization.Offer;
import org.coalitionatlas.bench.GeneratedOrganization.Person;
import org.coalitionatlas.bench.GeneratedOrganization.Place;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.Capacity;
import org.coalitionatlas.directory.CapacityValue;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.Eligibility;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.directory.Training;
import org.coalitionatlas.directory.TrainingTopic;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.taxonomy.Axis;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.taxonomy.Term;

/**
 * Invents a directory of realistic shape and any size. The organization of a number depends on the
 * seed and that number alone, so the same seed gives the same directory, and any part of it can be
 * made without what comes before.
 */
final class DirectoryGenerator {

    /** Exponent of the number of services per organization: about 2.5 on average. */
    private static final double TAIL = 1.47;

    private static final int MOST_SERVICES = 80;
    private static final long FIRST_ID_MILLIS = 1_700_000_000_000L;
    private static final List<String> AREA_CODES =
            List.of("202", "213", "305", "312", "404", "512", "602", "615", "701", "815", "907");
    private static final List<String> OTHER_LANGUAGES =
            List.of("zh", "vi", "ar", "fr", "ko", "ru", "pl", "tl", "ht", "hi");

    private final long seed;
    private final LocalDate today;
    private final Geography geography;
    private final Taxonomy taxonomy;
    private final List<ZipCode> zips = new ArrayList<>();
    private final double[] zipWeights;
    private final List<Need> needs;
    private final double[] needWeights;
    private final List<String> kinds;

    /**
     * @param today the day that verifications, trainings and capacities are counted back from
     */
    DirectoryGenerator(long seed, LocalDate today, Geography geography, Taxonomy taxonomy) {
        this.seed = seed;
        this.today = today;
        this.geography = geography;
        this.taxonomy = taxonomy;
        for (int number = 501; number < 100_000; number++) {
            geography.zip("%05d".formatted(number)).ifPresent(zips::add);
        }
        this.zipWeights = zipWeights();
        this.needs = List.copyOf(taxonomy.needs());
        this.needWeights = needWeights();
        this.kinds = taxonomy.organizationKinds().stream().map(Term::code).toList();
    }

    /** Organizations without end, made when asked for; none is kept. */
    Stream<GeneratedOrganization> organizations() {
        return LongStream.iterate(0, n -> n + 1).mapToObj(this::organization);
    }

    /** As many organizations as have at least that many services together. */
    Stream<GeneratedOrganization> organizations(long services) {
        var made = new long[1];
        return organizations()
                .takeWhile(
                        organization -> {
                            boolean wanted = made[0] < services;
                            made[0] += organization.services().size();
                            return wanted;
                        });
    }

    /** The organization of that number. */
    GeneratedOrganization organization(long number) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
        var ids = new IdSource(number, random.split());
        ZipCode home = zip(random);
        String kind = Vocabulary.pick(random, kinds);
        String name = Vocabulary.organizationName(random, home.city());
        String host = "o" + number + ".example.org";
        UUID id = ids.next();
        List<Place> places = places(random, ids, home);
        List<Person> people = people(random, ids, host);
        int count = (int) Math.min(MOST_SERVICES, Math.pow(1 - random.nextDouble(), -1 / TAIL));
        var services = new ArrayList<Offer>(count);
        for (int i = 0; i < count; i++) {
            services.add(service(random, ids, home.county(), places, people, host));
        }
        var draft =
                new OrganizationDraft(
                        name,
                        chance(random, 0.15) ? initials(name) : null,
                        kind,
                        Vocabulary.description(random, needs(random), chance(random, 0.1)),
                        chance(random, 0.85) ? new Url("https://" + host) : null,
                        chance(random, 0.7) ? new Email("info@" + host) : null,
                        null,
                        chance(random, 0.98) ? Status.ACTIVE : Status.INACTIVE,
                        audience(random, 0.98),
                        phones(random, 1 + random.nextInt(2)));
        return new GeneratedOrganization(
                id,
                draft,
                chance(random, 0.98) ? Publication.PUBLISHED : Publication.DRAFT,
                daysAgo(random, 0.85, 800),
                places,
                people,
                services);
    }

    private Offer service(
            RandomGenerator random,
            IdSource ids,
            County home,
            List<Place> places,
            List<Person> people,
            String host) {
        List<Need> met = needs(random);
        boolean spanish = chance(random, 0.4);
        var languages = new TreeSet<String>();
        languages.add("en");
        if (spanish) {
            languages.add("es");
        }
        if (chance(random, 0.15)) {
            languages.add(Vocabulary.pick(random, OTHER_LANGUAGES));
        }
        var locationIds = new HashSet<UUID>();
        // A hotline has no place; nearly everything else has one or two.
        if (!places.isEmpty() && chance(random, 0.9)) {
            locationIds.add(Vocabulary.pick(random, places).id());
            if (chance(random, 0.15)) {
                locationIds.add(Vocabulary.pick(random, places).id());
            }
        }
        var contactIds = new HashSet<UUID>();
        if (!people.isEmpty() && chance(random, 0.7)) {
            contactIds.add(Vocabulary.pick(random, people).id());
        }
        LocalDate asked = daysAgo(random, 0.35, 120);
        var draft =
                new ServiceDraft(
                        Vocabulary.serviceName(random, met.getFirst()),
                        null,
                        Vocabulary.description(random, met, spanish && chance(random, 0.4)),
                        chance(random, 0.4) ? new Url("https://" + host + "/services") : null,
                        null,
                        chance(random, 0.97) ? Status.ACTIVE : Status.TEMPORARILY_CLOSED,
                        audience(random, 0.95),
                        CodeSet.of(met.stream().map(Need::code).toList()),
                        areas(random, home),
                        locationIds,
                        locationIds.isEmpty() || chance(random, 0.2),
                        CodeSet.of(languages),
                        chance(random, 0.25) ? "Telephone interpreters in many languages" : null,
                        eligibility(random),
                        hours(random),
                        asked == null
                                ? Capacity.NOT_STATED
                                : Capacity.of(
                                        Vocabulary.pick(random, List.of(CapacityValue.values())),
                                        asked,
                                        null),
                        chance(random, 0.3) ? "No charge" : null,
                        chance(random, 0.4) ? "Call or walk in; a short intake follows." : null,
                        phones(random, random.nextInt(3)),
                        contactIds);
        Publication publication =
                chance(random, 0.95)
                        ? Publication.PUBLISHED
                        : chance(random, 0.6) ? Publication.DRAFT : Publication.ARCHIVED;
        return new Offer(ids.next(), draft, publication, daysAgo(random, 0.8, 800));
    }

    private List<Place> places(RandomGenerator random, IdSource ids, ZipCode home) {
        int count = chance(random, 0.05) ? 0 : chance(random, 0.8) ? 1 : 2 + random.nextInt(3);
        var places = new ArrayList<Place>(count);
        for (int i = 0; i < count; i++) {
            ZipCode zip = home;
            if (i > 0) {
                List<ZipCode> near =
                        geography.zipsOfCity(home.city(), home.county().state().usps());
                zip = near.isEmpty() ? home : Vocabulary.pick(random, near);
            }
            double roll = random.nextDouble();
            places.add(
                    new Place(
                            ids.next(),
                            new LocationDraft(
                                    i == 0 ? null : zip.city() + " office",
                                    PostalAddress.of(
                                            Vocabulary.street(random),
                                            chance(random, 0.2)
                                                    ? "Suite " + (100 + random.nextInt(400))
                                                    : null,
                                            zip.city(),
                                            zip.county().state().usps(),
                                            zip.zip()),
                                    zip.county().fips(),
                                    zip.center(),
                                    roll < 0.90
                                            ? AddressVisibility.FULL
                                            : roll < 0.95
                                                    ? AddressVisibility.CITY_ONLY
                                                    : AddressVisibility.HIDDEN,
                                    chance(random, 0.3) ? "Step-free entrance" : null,
                                    OpeningHours.NOT_STATED,
                                    chance(random, 0.2) ? phones(random, 1) : List.of()),
                            zip.county().zone().getId()));
        }
        return places;
    }

    private List<Person> people(RandomGenerator random, IdSource ids, String host) {
        int count = random.nextInt(4);
        var people = new ArrayList<Person>(count);
        for (int i = 0; i < count; i++) {
            double roll = random.nextDouble();
            var trainings = new ArrayList<Training>();
            if (chance(random, 0.3)) {
                trainings.add(
                        Training.taken(
                                TrainingTopic.IDENTIFICATION_RESPONSE,
                                today.minusDays(random.nextInt(600)),
                                "State task force"));
                if (chance(random, 0.5)) {
                    trainings.add(
                            Training.taken(
                                    TrainingTopic.TRAUMA_INFORMED_CARE,
                                    today.minusDays(random.nextInt(600)),
                                    null));
                }
            }
            people.add(
                    new Person(
                            ids.next(),
                            new ContactDraft(
                                    Vocabulary.person(random),
                                    Vocabulary.title(random),
                                    new Email("staff" + i + "@" + host),
                                    roll < 0.35
                                            ? Audience.PUBLIC
                                            : roll < 0.8 ? Audience.MEMBERS : Audience.COORDINATORS,
                                    phones(random, 1),
                                    trainings)));
        }
        return people;
    }

    private Set<ServiceArea> areas(RandomGenerator random, County home) {
        double roll = random.nextDouble();
        if (roll < 0.05) {
            return Set.of(ServiceArea.NATIONWIDE);
        }
        if (roll < 0.25) {
            return Set.of(ServiceArea.state(home.state().usps()));
        }
        int wanted = 1 + random.nextInt(8);
        var chosen = new LinkedHashSet<ServiceArea>();
        var open = new ArrayDeque<County>();
        open.add(home);
        while (!open.isEmpty() && chosen.size() < wanted) {
            County county = open.poll();
            if (chosen.add(ServiceArea.county(county.fips()))) {
                open.addAll(geography.neighboursOf(county));
            }
        }
        return chosen;
    }

    private Eligibility eligibility(RandomGenerator random) {
        var accepts = new TreeSet<String>();
        var rejects = new TreeSet<String>();
        for (Axis axis : taxonomy.axes()) {
            if (!axis.inProfile() || chance(random, 0.4)) {
                continue;
            }
            for (Axis.Value value : axis.values()) {
                if (chance(random, 0.8)) {
                    accepts.add(value.code());
                } else if (chance(random, 0.5)) {
                    rejects.add(value.code());
                }
            }
        }
        var populations = new TreeSet<String>();
        for (Term population : taxonomy.populations()) {
            if (chance(random, 0.12)) {
                populations.add(population.code());
            }
        }
        boolean adultsOnly = chance(random, 0.2);
        return new Eligibility(
                CodeSet.of(accepts),
                CodeSet.of(rejects),
                CodeSet.of(populations),
                adultsOnly ? 18 : null,
                null,
                chance(random, 0.2) ? "Residents of the area served" : null);
    }

    private static OpeningHours hours(RandomGenerator random) {
        double roll = random.nextDouble();
        if (roll < 0.20) {
            return OpeningHours.of(null, chance(random, 0.3), null);
        }
        if (roll < 0.30) {
            return OpeningHours.of(WeeklyHours.ALWAYS, false, null);
        }
        var spans = new ArrayList<WeeklyHours.Span>();
        if (roll < 0.38) {
            for (DayOfWeek day : DayOfWeek.values()) {
                spans.add(new WeeklyHours.Span(day, LocalTime.of(17, 0), LocalTime.of(8, 0)));
            }
        } else {
            LocalTime opens = LocalTime.of(7 + random.nextInt(3), 30 * random.nextInt(2));
            LocalTime closes = LocalTime.of(16 + random.nextInt(3), 30 * random.nextInt(2));
            boolean lunch = chance(random, 0.15);
            for (int day = 1; day <= 5; day++) {
                if (lunch) {
                    spans.add(new WeeklyHours.Span(DayOfWeek.of(day), opens, LocalTime.NOON));
                    spans.add(new WeeklyHours.Span(DayOfWeek.of(day), LocalTime.of(13, 0), closes));
                } else {
                    spans.add(new WeeklyHours.Span(DayOfWeek.of(day), opens, closes));
                }
            }
            if (chance(random, 0.2)) {
                spans.add(
                        new WeeklyHours.Span(
                                DayOfWeek.SATURDAY, LocalTime.of(9, 0), LocalTime.NOON));
            }
        }
        return OpeningHours.of(
                WeeklyHours.of(spans),
                chance(random, 0.1),
                chance(random, 0.1) ? "Closed on federal holidays" : null);
    }

    // Numbers 555-0100 to 555-0199 are kept free for invented people.
    private static List<PhoneLine> phones(RandomGenerator random, int count) {
        var lines = new ArrayList<PhoneLine>(count);
        for (int i = 0; i < count; i++) {
            String number =
                    "+1"
                            + Vocabulary.pick(random, AREA_CODES)
                            + "55501"
                            + "%02d".formatted(random.nextInt(100));
            lines.add(
                    new PhoneLine(
                            number,
                            chance(random, 0.1) ? String.valueOf(10 + random.nextInt(90)) : null,
                            chance(random, 0.15) ? PhoneType.HOTLINE : PhoneType.VOICE,
                            i > 0 ? "After hours" : null,
                            audience(random, 0.85)));
        }
        return lines;
    }

    private List<Need> needs(RandomGenerator random) {
        double roll = random.nextDouble();
        int count = roll < 0.45 ? 1 : roll < 0.75 ? 2 : roll < 0.9 ? 3 : 4;
        var met = new LinkedHashSet<Need>();
        while (met.size() < count) {
            met.add(needs.get(weighted(random, needWeights)));
        }
        return List.copyOf(met);
    }

    private ZipCode zip(RandomGenerator random) {
        return zips.get(weighted(random, zipWeights));
    }

    // Counties with many ZIP codes have many people, and cities more than their share of agencies.
    private double[] zipWeights() {
        var perCounty = new java.util.HashMap<String, Integer>();
        zips.forEach(zip -> perCounty.merge(zip.county().fips(), 1, Integer::sum));
        var sums = new double[zips.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += Math.sqrt(perCounty.get(zips.get(i).county().fips()));
            sums[i] = sum;
        }
        return sums;
    }

    // Some needs are met everywhere, some by hardly anybody: a few times more of the first than of
    // the last, in an order that has nothing to do with the codes.
    private double[] needWeights() {
        var sums = new double[needs.size()];
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            int rank = i * 14 % sums.length;
            sum += 1.0 / (rank + 3);
            sums[i] = sum;
        }
        return sums;
    }

    private static int weighted(RandomGenerator random, double[] sums) {
        double wanted = random.nextDouble() * sums[sums.length - 1];
        int at = java.util.Arrays.binarySearch(sums, wanted);
        return at >= 0 ? Math.min(at + 1, sums.length - 1) : -at - 1;
    }

    private LocalDate daysAgo(RandomGenerator random, double known, int most) {
        return chance(random, known) ? today.minusDays(random.nextInt(most)) : null;
    }

    private static Audience audience(RandomGenerator random, double open) {
        return chance(random, open)
                ? Audience.PUBLIC
                : chance(random, 0.7) ? Audience.MEMBERS : Audience.COORDINATORS;
    }

    private static String initials(String name) {
        var initials = new StringBuilder();
        for (String word : name.split(" ")) {
            initials.append(word.charAt(0));
        }
        return initials.toString();
    }

    private static boolean chance(RandomGenerator random, double share) {
        return random.nextDouble() < share;
    }

    /** Ids of version 7 that grow with the organization's number, as the product's own do. */
    private static final class IdSource {

        private final long millis;
        private final RandomGenerator random;
        private int made;

        IdSource(long number, RandomGenerator random) {
            this.millis = FIRST_ID_MILLIS + number;
            this.random = random;
        }

        UUID next() {
            long high = (millis << 16) | 0x7000L | (made++ & 0xFFF);
            long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low);
        }
    }
}
