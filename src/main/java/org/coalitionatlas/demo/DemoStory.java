package org.coalitionatlas.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.assessment.Answer;
import org.coalitionatlas.assessment.Finding;
import org.coalitionatlas.assessment.NarrativeTopic;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.common.BrokenReferenceData;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.ReferenceFile;
import org.coalitionatlas.common.ReferenceFile.Entry;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.AssuranceMethod;
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
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.SpecialHours;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.directory.Training;
import org.coalitionatlas.directory.TrainingTopic;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.identity.SystemActor;
import org.coalitionatlas.partnership.Agreement;
import org.coalitionatlas.partnership.HeldDraft;
import org.coalitionatlas.partnership.PartnershipDraft;
import org.coalitionatlas.partnership.PartnershipKind;
import org.coalitionatlas.partnership.Side;
import org.coalitionatlas.partnership.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Tells {@code data/demo/coalition.yaml}, entry by entry, to whoever takes it: to the services
 * people use, or, before that, to somebody who only listens for mistakes.
 */
final class DemoStory {

    static final String FILE = "demo/coalition.yaml";

    private static final String ADMINISTRATOR = "admin@demo.example.org";
    private static final String COORDINATOR = "coordinator@demo.example.org";

    private final DemoDesk desk;
    private final DemoClock clock;
    private final DemoResponses responses;

    private final Map<String, UUID> organizations = new HashMap<>();
    private final Map<String, UUID> contacts = new HashMap<>();

    DemoStory(DemoDesk desk, DemoClock clock) {
        this.desk = desk;
        this.clock = clock;
        this.responses = new DemoResponses(desk, clock);
    }

    /**
     * Tells all of it.
     *
     * @throws BrokenReferenceData with line and reason, when the file contradicts itself or the
     *     desk refuses something
     */
    void tell() {
        Entry file =
                ReferenceFile.yaml(FILE)
                        .only(
                                "coalition",
                                "organizations",
                                "partnerships",
                                "contacts_held",
                                "people",
                                "assessments",
                                "responses",
                                "rounds");
        Entry.requireUnique(file.list("organizations"), "key");
        Entry.requireUnique(file.list("people"), "email");
        SystemActor.call(
                "Demo",
                () -> {
                    Entry described = file.get("coalition").only("name", "counties");
                    explain(
                            described,
                            () ->
                                    desk.describe(
                                            described.text("name"), described.texts("counties")));
                    file.list("organizations").forEach(this::loadOrganization);
                    file.list("partnerships").forEach(this::loadPartnership);
                    file.list("contacts_held").forEach(this::loadContactHeld);
                    file.list("people").forEach(e -> explain(e, () -> loadPerson(e)));
                    return true;
                });
        file.list("assessments").forEach(e -> explain(e, () -> loadAssessment(e)));
        Map<String, SignedIn> accounts = accounts(file);
        file.list("responses")
                .forEach(
                        e ->
                                explain(
                                        e,
                                        () ->
                                                responses.load(
                                                        e,
                                                        organization(e, e.text("organization")),
                                                        accounts)));
        file.list("rounds").forEach(this::loadRound);
    }

    private void loadOrganization(Entry e) {
        e.only(
                "key",
                "name",
                "alternate_name",
                "kind",
                "description",
                "url",
                "email",
                "parent",
                "audience",
                "publication",
                "status",
                "assured",
                "phones",
                "trainings",
                "locations",
                "contacts",
                "services");
        explain(
                e,
                () -> {
                    String url = e.optionalText("url");
                    String email = e.optionalText("email");
                    String parent = e.optionalText("parent");
                    UUID id =
                            desk.organization(
                                    new OrganizationDraft(
                                            e.text("name"),
                                            e.optionalText("alternate_name"),
                                            e.text("kind"),
                                            e.optionalText("description"),
                                            url == null ? null : Url.parse(url),
                                            email == null ? null : Email.parse(email),
                                            parent == null ? null : organization(e, parent),
                                            value(Status.class, e, "status", Status.ACTIVE),
                                            value(Audience.class, e, "audience", Audience.PUBLIC),
                                            phones(e),
                                            trainings(e)));
                    organizations.put(e.text("key"), id);
                    Map<String, UUID> locations = new HashMap<>();
                    Entry.requireUnique(e.list("locations"), "key");
                    Entry.requireUnique(e.list("contacts"), "key");
                    Entry.requireUnique(e.list("services"), "key");
                    e.list("locations")
                            .forEach(
                                    l ->
                                            locations.put(
                                                    l.text("key"),
                                                    l.checked(() -> loadLocation(id, l))));
                    e.list("contacts")
                            .forEach(
                                    c ->
                                            contacts.put(
                                                    e.text("key") + "/" + c.text("key"),
                                                    c.checked(() -> loadContact(id, c))));
                    e.list("services").forEach(s -> loadService(e.text("key"), id, locations, s));
                    if (isPublished(e)) {
                        desk.publishOrganization(id);
                    }
                    Entry assured = e.find("assured");
                    if (assured != null) {
                        desk.verifyOrganization(id, day(assured), assured.text("by"), how(assured));
                    }
                });
    }

    private UUID loadLocation(UUID organization, Entry e) {
        e.only(
                "key",
                "name",
                "address",
                "county",
                "latitude",
                "longitude",
                "address_visibility",
                "accessibility",
                "hours",
                "phones");
        Entry a = e.get("address").only("line1", "line2", "city", "state", "zip");
        Double latitude = e.optionalNumber("latitude");
        Double longitude = e.optionalNumber("longitude");
        return desk.location(
                organization,
                new LocationDraft(
                        e.optionalText("name"),
                        PostalAddress.of(
                                a.optionalText("line1"),
                                a.optionalText("line2"),
                                a.optionalText("city"),
                                a.optionalText("state"),
                                a.optionalText("zip")),
                        e.optionalText("county"),
                        latitude == null || longitude == null
                                ? null
                                : new Point(latitude, longitude),
                        switch (e.text("address_visibility")) {
                            case "full" -> AddressVisibility.FULL;
                            case "city" -> AddressVisibility.CITY_ONLY;
                            case "hidden" -> AddressVisibility.HIDDEN;
                            default ->
                                    throw e.get("address_visibility")
                                            .broken("unknown address_visibility");
                        },
                        e.optionalText("accessibility"),
                        hours(e),
                        phones(e)));
    }

    private static boolean isPublished(Entry e) {
        Entry given = e.find("publication");
        if (given != null && !given.text().equals("published") && !given.text().equals("draft")) {
            throw given.broken("publication is \"published\" or \"draft\"");
        }
        return given != null && given.text().equals("published");
    }

    private static @Nullable AssuranceMethod how(Entry assured) {
        assured.only("days_ago", "by", "how");
        return assured.optionalText("how") == null
                ? null
                : value(AssuranceMethod.class, assured, "how", null);
    }

    private UUID loadContact(UUID organization, Entry e) {
        e.only("key", "name", "title", "email", "phones", "visibility", "trainings");
        String email = e.optionalText("email");
        return desk.contact(
                organization,
                new ContactDraft(
                        e.text("name"),
                        e.optionalText("title"),
                        email == null ? null : Email.parse(email),
                        value(Audience.class, e, "visibility", Audience.MEMBERS),
                        phones(e),
                        trainings(e)));
    }

    private List<Training> trainings(Entry e) {
        return e.list("trainings").stream()
                .map(t -> t.only("topic", "days_ago", "provider", "evidence"))
                .map(
                        t ->
                                new Training(
                                        value(TrainingTopic.class, t, "topic", null),
                                        day(t),
                                        t.optionalText("provider"),
                                        Training.USUAL_MONTHS,
                                        null,
                                        t.optionalText("evidence")))
                .toList();
    }

    private void loadService(
            String organizationKey, UUID organization, Map<String, UUID> locations, Entry e) {
        e.only(
                "key",
                "name",
                "alternate_name",
                "description",
                "url",
                "email",
                "status",
                "audience",
                "publication",
                "needs",
                "areas",
                "locations",
                "remote",
                "languages",
                "interpretation",
                "populations",
                "eligibility",
                "hours",
                "capacity",
                "fees",
                "application_process",
                "phones",
                "contacts",
                "assured");
        explain(
                e,
                () -> {
                    String url = e.optionalText("url");
                    String email = e.optionalText("email");
                    UUID id =
                            desk.service(
                                    organization,
                                    new ServiceDraft(
                                            e.text("name"),
                                            e.optionalText("alternate_name"),
                                            e.optionalText("description"),
                                            url == null ? null : Url.parse(url),
                                            email == null ? null : Email.parse(email),
                                            value(Status.class, e, "status", Status.ACTIVE),
                                            value(Audience.class, e, "audience", Audience.PUBLIC),
                                            CodeSet.of(e.texts("needs")),
                                            areas(e),
                                            references(e, "locations", locations, ""),
                                            e.flag("remote"),
                                            CodeSet.of(e.texts("languages")),
                                            e.optionalText("interpretation"),
                                            eligibility(e),
                                            hours(e),
                                            capacity(e),
                                            e.optionalText("fees"),
                                            e.optionalText("application_process"),
                                            phones(e),
                                            references(
                                                    e,
                                                    "contacts",
                                                    contacts,
                                                    organizationKey + "/")));
                    if (isPublished(e)) {
                        desk.publishService(id);
                    }
                    Entry assured = e.find("assured");
                    if (assured != null) {
                        desk.verifyService(id, day(assured), assured.text("by"), how(assured));
                    }
                });
    }

    // Said by a person of the partner on the day it was signed, as a member would have done.
    private void loadPartnership(Entry e) {
        e.only(
                "provider",
                "with",
                "kind",
                "kinds",
                "agreement",
                "signed_days_ago",
                "expires_in_days",
                "said_by",
                "provider_role",
                "partner_role",
                "document",
                "ended_days_ago",
                "end_reason");
        Integer signed = e.optionalInteger("signed_days_ago");
        Integer expires = e.optionalInteger("expires_in_days");
        Integer ended = e.optionalInteger("ended_days_ago");
        String document = e.optionalText("document");
        LocalDate today = today();
        var kinds = EnumSet.noneOf(PartnershipKind.class);
        e.list("kinds").forEach(k -> kinds.add(kind(k)));
        if (kinds.isEmpty()) {
            kinds.add(value(PartnershipKind.class, e, "kind", PartnershipKind.REFERRAL));
        }
        String by = e.optionalText("said_by") == null ? "Elena Brandt" : e.text("said_by");
        explain(
                e,
                () -> {
                    var draft =
                            new PartnershipDraft(
                                    organization(e, e.text("provider")),
                                    organization(e, e.text("with")),
                                    Side.PARTNER,
                                    kinds,
                                    new Terms(
                                            value(
                                                    Agreement.class,
                                                    e,
                                                    "agreement",
                                                    Agreement.INFORMAL),
                                            signed == null ? null : today.minusDays(signed),
                                            expires == null ? null : today.plusDays(expires),
                                            document == null ? null : Url.parse(document)),
                                    e.optionalText("provider_role"),
                                    e.optionalText("partner_role"));
                    UUID id =
                            saidBy(by, signed == null ? 0 : signed, () -> desk.partnership(draft));
                    if (ended != null) {
                        then(
                                by,
                                ended,
                                () ->
                                        desk.endPartnership(
                                                id, today.minusDays(ended), e.text("end_reason")));
                    }
                });
    }

    private void loadContactHeld(Entry e) {
        e.only(
                "provider",
                "holder",
                "held_by",
                "contact",
                "note",
                "since_days_ago",
                "confirmed_days_ago",
                "ended_days_ago",
                "end_reason");
        String contact = e.optionalText("contact");
        Integer since = e.optionalInteger("since_days_ago");
        Integer confirmed = e.optionalInteger("confirmed_days_ago");
        Integer ended = e.optionalInteger("ended_days_ago");
        LocalDate today = today();
        String by = e.text("held_by");
        explain(
                e,
                () -> {
                    var draft =
                            new HeldDraft(
                                    organization(e, e.text("provider")),
                                    organization(e, e.text("holder")),
                                    by,
                                    known(e, contact),
                                    e.optionalText("note"),
                                    since == null ? null : today.minusDays(since));
                    UUID id =
                            saidBy(
                                    by,
                                    confirmed == null ? 30 : confirmed,
                                    () -> desk.contactHeld(draft));
                    if (ended != null) {
                        then(
                                by,
                                ended,
                                () ->
                                        desk.endContactHeld(
                                                id, today.minusDays(ended), e.text("end_reason")));
                    }
                });
    }

    private @Nullable UUID known(Entry e, @Nullable String contact) {
        if (contact == null) {
            return null;
        }
        UUID id = contacts.get(e.text("provider") + "/" + contact);
        if (id == null) {
            throw e.get("contact").broken("unknown contact \"" + contact + "\"");
        }
        return id;
    }

    private void then(String name, int daysAgo, Runnable work) {
        saidBy(
                name,
                daysAgo,
                () -> {
                    work.run();
                    return name;
                });
    }

    private <T> T saidBy(String name, int daysAgo, Supplier<T> work) {
        var said = new ArrayList<T>();
        clock.daysAgo(daysAgo, () -> said.add(SystemActor.call(name, work)));
        return said.getFirst();
    }

    private static PartnershipKind kind(Entry e) {
        return named(PartnershipKind.class, e, e.text(), "kind of partnership");
    }

    private void loadPerson(Entry e) {
        String organization = e.optionalText("organization");
        e.only("name", "email", "role", "organization", "counties");
        desk.person(
                e.text("name"),
                Email.parse(e.text("email")),
                value(Role.class, e, "role", null),
                organization == null ? null : new OrganizationId(organization(e, organization)),
                Set.copyOf(e.texts("counties")));
    }

    private Map<String, SignedIn> accounts(Entry file) {
        var accounts = new HashMap<String, SignedIn>();
        for (Entry person : file.list("people")) {
            accounts.put(
                    person.text("name"),
                    SystemActor.call("Demo", () -> desk.account(person.text("email"))));
        }
        return accounts;
    }

    private void loadRound(Entry e) {
        e.only("instrument", "cycle", "by", "opened_days_ago", "due_in_days", "organizations");
        explain(
                e,
                () ->
                        as(
                                e.text("by"),
                                e.integer("opened_days_ago"),
                                () ->
                                        desk.openRound(
                                                e.text("instrument"),
                                                e.text("cycle"),
                                                today().plusDays(
                                                                e.integer("opened_days_ago")
                                                                        + e.integer("due_in_days")),
                                                e.texts("organizations").stream()
                                                        .map(key -> organization(e, key))
                                                        .toList())));
    }

    private void loadAssessment(Entry e) {
        e.only(
                "county",
                "cycle",
                "opened_days_ago",
                "closed_days_ago",
                "due_in_days",
                "carry_forward",
                "answers",
                "not_applicable",
                "assigned",
                "invitations",
                "earlier_narratives",
                "narratives");
        Integer due = e.optionalInteger("due_in_days");
        Integer closed = e.optionalInteger("closed_days_ago");
        LocalDate dueOn = due == null ? null : today().plusDays(due);
        UUID[] id = new UUID[1];
        as(
                COORDINATOR,
                e.integer("opened_days_ago"),
                () ->
                        id[0] =
                                desk.openAssessment(
                                        e.text("county"),
                                        e.text("cycle"),
                                        dueOn,
                                        e.flag("carry_forward")));
        for (Entry a : e.list("answers")) {
            explain(a, () -> as(a.text("by"), a.integer("days_ago"), () -> loadAnswer(id[0], a)));
        }
        for (Entry a : e.list("not_applicable")) {
            as(
                    COORDINATOR,
                    10,
                    () ->
                            desk.find(
                                    id[0],
                                    a.only("need", "reason").text("need"),
                                    Finding.NOT_APPLICABLE,
                                    a.text("reason")));
        }
        for (Entry a : e.list("assigned")) {
            as(
                    COORDINATOR,
                    a.integer("days_ago"),
                    () -> explain(a, () -> loadAssignment(id[0], a)));
        }
        for (Entry a : e.list("invitations")) {
            as(
                    ADMINISTRATOR,
                    a.integer("days_ago"),
                    () -> explain(a, () -> loadInvitation(id[0], a)));
        }
        int last = closed == null ? 9 : closed + 1;
        loadNarratives(e.find("earlier_narratives"), COORDINATOR, last + 3, id[0]);
        loadNarratives(e.find("narratives"), COORDINATOR, last, id[0]);
        if (closed != null) {
            as(COORDINATOR, closed, () -> desk.closeAssessment(e.text("county"), id[0]));
        }
    }

    private void loadNarratives(
            @Nullable Entry narratives, String writer, int daysAgo, UUID assessment) {
        if (narratives != null) {
            narratives
                    .fields()
                    .forEach(
                            (topic, text) ->
                                    as(
                                            writer,
                                            daysAgo,
                                            () ->
                                                    desk.write(
                                                            assessment,
                                                            topic(topic, text),
                                                            text.text())));
        }
    }

    private void loadAnswer(UUID assessment, Entry a) {
        a.only("need", "provider", "nobody", "contact", "partner", "trained", "days_ago", "by");
        if (a.flag("nobody")) {
            desk.find(assessment, a.text("need"), Finding.NOBODY, null);
            return;
        }
        UUID provider = organization(a, a.text("provider"));
        for (Question question : Question.values()) {
            String given = a.optionalText(question.name().toLowerCase(Locale.ROOT));
            if (given != null) {
                desk.answer(assessment, a.text("need"), provider, question, answer(a, question));
            }
        }
    }

    private void loadAssignment(UUID assessment, Entry a) {
        a.only("person", "needs", "due_in_days", "days_ago");
        UUID person = desk.account(a.text("person")).id();
        LocalDate due = today().plusDays(a.integer("due_in_days"));
        desk.assign(assessment, a.texts("needs"), person, due);
    }

    private void loadInvitation(UUID assessment, Entry a) {
        a.only("provider", "email", "language", "days_ago", "answers");
        var answers = new HashMap<String, Map<Question, Answer>>();
        Entry given = a.find("answers");
        if (given != null) {
            given.fields().forEach((need, row) -> answers.put(need, said(row)));
        }
        desk.takeUp(
                assessment,
                organization(a, a.text("provider")),
                Email.parse(a.text("email")),
                Locale.forLanguageTag(a.text("language")),
                answers);
    }

    private static Answer answer(Entry row, Question question) {
        return value(Answer.class, row, question.name().toLowerCase(Locale.ROOT), null);
    }

    private static NarrativeTopic topic(String name, Entry text) {
        for (NarrativeTopic topic : NarrativeTopic.values()) {
            if (topic.name().toLowerCase(Locale.ROOT).equals(name)) {
                return topic;
            }
        }
        throw text.broken("unknown narrative \"" + name + "\"");
    }

    private static Map<Question, Answer> said(Entry row) {
        row.only("contact", "partner", "trained");
        var said = new EnumMap<Question, Answer>(Question.class);
        for (Question question : Question.values()) {
            String answer = row.optionalText(question.name().toLowerCase(Locale.ROOT));
            if (answer != null) {
                said.put(question, answer(row, question));
            }
        }
        return said;
    }

    private void as(String email, int daysAgo, Runnable work) {
        SignedIn person = SystemActor.call("Demo", () -> desk.account(email));
        SystemActor.callAs(
                person,
                () -> {
                    clock.daysAgo(daysAgo, work);
                    return true;
                });
    }

    private static Set<ServiceArea> areas(Entry e) {
        var areas = new HashSet<ServiceArea>();
        Entry given = e.find("areas");
        if (given != null) {
            given.only("counties", "states", "nationwide");
            given.texts("counties").forEach(fips -> areas.add(ServiceArea.county(fips)));
            given.texts("states").forEach(usps -> areas.add(ServiceArea.state(usps)));
            if (given.flag("nationwide")) {
                areas.add(ServiceArea.NATIONWIDE);
            }
        }
        return areas;
    }

    private static Eligibility eligibility(Entry e) {
        Entry given = e.find("eligibility");
        CodeSet populations = CodeSet.of(e.texts("populations"));
        if (given == null) {
            return new Eligibility(CodeSet.EMPTY, CodeSet.EMPTY, populations, null, null, null);
        }
        given.only("accepts", "rejects", "min_age", "max_age", "note");
        return new Eligibility(
                CodeSet.of(given.texts("accepts")),
                CodeSet.of(given.texts("rejects")),
                populations,
                given.optionalInteger("min_age"),
                given.optionalInteger("max_age"),
                given.optionalText("note"));
    }

    private OpeningHours hours(Entry e) {
        Entry given = e.find("hours");
        if (given == null) {
            return OpeningHours.NOT_STATED;
        }
        if (given.isScalar()) {
            return OpeningHours.of(aroundTheClock(given), false, null);
        }
        given.only(
                "weekly",
                "by_appointment",
                "note",
                "closed_on_holidays",
                "seasons",
                "exceptions",
                "on_call");
        Entry onCall = given.find("on_call");
        return OpeningHours.of(
                        week(given), given.flag("by_appointment"), given.optionalText("note"))
                .with(
                        new SpecialHours(
                                given.flag("closed_on_holidays"),
                                given.list("seasons").stream().map(DemoStory::season).toList(),
                                given.list("exceptions").stream().map(this::exception).toList(),
                                onCall == null ? null : phone(onCall)));
    }

    // A mapping without "weekly" is never open.
    private static WeeklyHours week(Entry e) {
        Entry given = e.find("weekly");
        if (given == null) {
            return WeeklyHours.NEVER;
        }
        if (given.isScalar()) {
            return aroundTheClock(given);
        }
        var spans = new ArrayList<WeeklyHours.Span>();
        for (Entry line : e.list("weekly")) {
            line.only("days", "opens", "closes");
            for (Entry day : line.list("days")) {
                spans.add(
                        new WeeklyHours.Span(
                                dayOfWeek(day), time(line, "opens"), time(line, "closes")));
            }
        }
        return WeeklyHours.of(spans);
    }

    private static WeeklyHours aroundTheClock(Entry given) {
        if (!given.text().equals("24/7")) {
            throw given.broken("hours are \"24/7\" or a mapping");
        }
        return WeeklyHours.ALWAYS;
    }

    private static SpecialHours.Season season(Entry e) {
        e.only("from", "to", "weekly");
        return new SpecialHours.Season(monthDay(e, "from"), monthDay(e, "to"), week(e));
    }

    private static MonthDay monthDay(Entry e, String key) {
        try {
            return MonthDay.parse("--" + e.text(key));
        } catch (DateTimeParseException exception) {
            throw e.get(key).broken("\"" + e.text(key) + "\" is not a day such as 06-01");
        }
    }

    private SpecialHours.DateException exception(Entry e) {
        e.only("in_days", "days", "times", "label");
        LocalDate from = today().plusDays(e.integer("in_days"));
        Integer days = e.optionalInteger("days");
        return new SpecialHours.DateException(
                from,
                days == null ? from : from.plusDays(days - 1),
                e.list("times").stream()
                        .map(t -> new SpecialHours.Times(time(t, "opens"), time(t, "closes")))
                        .toList(),
                e.optionalText("label"));
    }

    private Capacity capacity(Entry e) {
        Entry given = e.find("capacity");
        if (given == null) {
            return Capacity.NOT_STATED;
        }
        given.only("value", "as_of_days_ago", "note");
        return Capacity.of(
                value(CapacityValue.class, given, "value", null),
                today().minusDays(given.integer("as_of_days_ago")),
                given.optionalText("note"));
    }

    private static List<PhoneLine> phones(Entry e) {
        return e.list("phones").stream().map(DemoStory::phone).toList();
    }

    private static PhoneLine phone(Entry p) {
        p.only("number", "extension", "type", "description", "visibility");
        Phone phone = p.get("number").checked(() -> Phone.parse(p.text("number")));
        return PhoneLine.of(
                new Phone(phone.number(), p.optionalText("extension")),
                value(PhoneType.class, p, "type", PhoneType.VOICE),
                p.optionalText("description"),
                value(Audience.class, p, "visibility", Audience.PUBLIC));
    }

    private static Set<UUID> references(
            Entry e, String key, Map<String, UUID> known, String prefix) {
        var ids = new HashSet<UUID>();
        for (Entry reference : e.list(key)) {
            UUID id = known.get(prefix + reference.text());
            if (id == null) {
                throw reference.broken("unknown \"" + reference.text() + "\"");
            }
            ids.add(id);
        }
        return ids;
    }

    private UUID organization(Entry e, String key) {
        UUID id = organizations.get(key);
        if (id == null) {
            throw e.broken("unknown organization \"" + key + "\"");
        }
        return id;
    }

    private LocalDate day(Entry e) {
        return today().minusDays(e.integer("days_ago"));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static LocalTime time(Entry e, String key) {
        try {
            return LocalTime.parse(e.text(key));
        } catch (DateTimeParseException exception) {
            throw e.broken("\"" + e.text(key) + "\" is not a time such as 09:00");
        }
    }

    private static DayOfWeek dayOfWeek(Entry e) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(e.text())) {
                return day;
            }
        }
        throw e.broken("\"" + e.text() + "\" is not a day such as mo");
    }

    private static <T extends Enum<T>> T value(
            Class<T> type, Entry e, String key, @Nullable T otherwise) {
        Entry given = e.find(key);
        if (given == null) {
            if (otherwise == null) {
                throw e.broken("\"" + key + "\" is missing");
            }
            return otherwise;
        }
        return named(type, given, given.text(), key);
    }

    /** The constant of that name in any case. */
    static <T extends Enum<T>> T named(Class<T> type, Entry at, String name, String what) {
        try {
            return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException exception) {
            throw at.broken("unknown " + what + " \"" + name + "\"");
        }
    }

    // The services refuse a value without knowing of files; whoever edits the file needs the line.
    private static void explain(Entry e, Runnable work) {
        e.checked(
                () -> {
                    work.run();
                    return e;
                });
    }
}
