package org.coalitionatlas.directory.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.TimeOfDay;
import org.coalitionatlas.common.WeeklyHours.Span;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.AssuranceWords;
import org.coalitionatlas.directory.CapacityValue;
import org.coalitionatlas.directory.HoursSentences;
import org.coalitionatlas.directory.OpenState;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.SearchResult.Hit;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.directory.SpecialHours;
import org.coalitionatlas.directory.VerificationCycle;
import org.coalitionatlas.directory.WhyFound.Marked.Part;
import org.coalitionatlas.directory.WhyFound.Why;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Axis;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.taxonomy.Term;
import org.jspecify.annotations.Nullable;

/**
 * A service in words, for the templates. Holds a view and adds nothing to it: what the view leaves
 * out cannot appear.
 */
public final class ServiceText implements Verified {

    private static final double PRECISE_MILES = 10;

    private final ServiceView view;
    private final Words words;
    private final String base;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final VerificationCycle cycle;
    private final SpecialHours rules;
    private final OpenState open;
    private final @Nullable Hit hit;
    private final @Nullable Why why;
    private final List<PhoneText> phones;
    private final List<Need> needs;
    private final List<String> accepts;
    private final List<String> rejects;
    private final List<String> notStated;
    private final List<String> populations;
    private final List<String> languages;

    ServiceText(
            ServiceView view,
            @Nullable Hit hit,
            @Nullable Why why,
            Words words,
            String base,
            Taxonomy taxonomy,
            Geography geography,
            VerificationCycle cycle,
            Clock clock) {
        this.cycle = cycle;
        this.view = view;
        this.hit = hit;
        this.why = why;
        this.words = words;
        this.base = base;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.rules = view.hours().specialHours();
        this.phones = PhoneText.of(view.phones(), words);
        this.needs = view.needs().stream().flatMap(code -> taxonomy.need(code).stream()).toList();
        // Templates ask for each of these several times.
        this.accepts = values(value -> view.accepts().contains(value.code()));
        this.rejects = values(value -> view.rejects().contains(value.code()));
        this.notStated =
                values(
                        value ->
                                !view.accepts().contains(value.code())
                                        && !view.rejects().contains(value.code()));
        this.populations =
                labels(
                        view.populations().stream()
                                .flatMap(code -> taxonomy.population(code).stream()));
        this.languages =
                labels(view.languages().stream().flatMap(code -> taxonomy.language(code).stream()));
        this.open = view.openState(clock.instant());
    }

    /** The service itself, for what needs no words. */
    public ServiceView view() {
        return view;
    }

    /** The name in parts, of which some matched. */
    public List<Part> name() {
        return why == null ? List.of(new Part(view.name(), false)) : why.name().parts();
    }

    /** The organization's name in parts, of which some matched. */
    public List<Part> organizationName() {
        return why == null
                ? List.of(new Part(view.organization().name(), false))
                : why.organization().parts();
    }

    /** The part of the description that matched; empty when none did. */
    public List<Part> excerpt() {
        return why == null || why.excerpt() == null ? List.of() : why.excerpt().parts();
    }

    /** Why it is in the list, beyond what its name and description show. */
    public List<ReasonText> reasons() {
        return why == null
                ? List.of()
                : why.reasons().stream()
                        .map(
                                reason ->
                                        new ReasonText(
                                                words.say(
                                                        "seeking.why."
                                                                + reason.fact()
                                                                        .name()
                                                                        .toLowerCase(Locale.ROOT)),
                                                reason.code(),
                                                reason.label().parts(),
                                                reason.through() == null
                                                        ? null
                                                        : words.say(
                                                                "seeking.why.through",
                                                                reason.through())))
                        .toList();
    }

    /** "need", "A3", "Housing", "(shelter)". */
    public record ReasonText(
            String fact, @Nullable String code, List<Part> label, @Nullable String through) {}

    public String href() {
        return base + "/directory/services/" + view.id();
    }

    public String organizationHref() {
        return base + "/directory/organizations/" + view.organization().id();
    }

    public String organizationKind() {
        return taxonomy.organizationKind(view.organization().kind())
                .map(Term::label)
                .map(words::of)
                .orElse("");
    }

    public List<PhoneText> phones() {
        return phones;
    }

    /** The number to call first; {@code null} when none may be shown. */
    public @Nullable PhoneText firstPhone() {
        return phones.stream().filter(phone -> phone.href() != null).findFirst().orElse(null);
    }

    /** A number for text messages, when it is not the first one anyway. */
    public @Nullable PhoneText textLine() {
        return phones.stream()
                .skip(1)
                .filter(phone -> phone.type() == PhoneType.SMS)
                .findFirst()
                .orElse(null);
    }

    public boolean isClosedForNow() {
        return !view.active();
    }

    /** One of open, closed, unknown: picks the icon; the words say the same. */
    public String openMark() {
        return switch (open.kind()) {
            case OPEN, ALWAYS -> "open";
            case CLOSED, SUSPENDED -> "closed";
            case NOT_STATED -> "unknown";
        };
    }

    /** "Temporarily closed"; {@code null} for what is given as usual. */
    public @Nullable String closed() {
        return isClosedForNow() ? words.say("published.status." + view.status()) : null;
    }

    public String openWords() {
        String closed = closed();
        if (closed != null) {
            return closed;
        }
        if (open.kind() == OpenState.Kind.NOT_STATED && view.byAppointment()) {
            return words.say("published.open.appointment");
        }
        return words.say(open.messageKey(), open.arguments(words.locale()));
    }

    /** Whether somebody is there at every hour, today included. */
    public boolean isAlways() {
        return open.kind() == OpenState.Kind.ALWAYS;
    }

    /** Whether its usual hours are all hours, even while it is closed for now. */
    public boolean isUsuallyAlways() {
        return view.hours().isAlways();
    }

    public boolean isTrained() {
        return view.trainedOn(open.today());
    }

    /** A day of the week with its hours. */
    public record Day(String name, boolean today, List<String> hours) {}

    /** The week from Monday on that holds today; empty when not stated. */
    public List<Day> week() {
        List<Span> spans = view.hours().weekOn(open.today()).spans();
        if (spans.isEmpty()) {
            return List.of();
        }
        return Stream.of(java.time.DayOfWeek.values())
                .map(
                        day ->
                                new Day(
                                        OpenState.dayName(day, words.locale()),
                                        day == open.today().getDayOfWeek(),
                                        spans.stream()
                                                .filter(span -> span.day() == day)
                                                .map(this::span)
                                                .toList()))
                .toList();
    }

    /** Between which days the week of today holds; {@code null} when no season does. */
    public @Nullable String seasonNow() {
        HoursSentences sentences = sentences();
        return rules.seasonOn(open.today())
                .map(
                        season ->
                                words.say(
                                        "hours.page.now",
                                        sentences.monthDay(season.from()),
                                        sentences.monthDay(season.to())))
                .orElse(null);
    }

    /** The hours of the year for a service with seasons; empty for all others. */
    public List<String> seasons() {
        if (rules.seasons().isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>(sentences().seasons(view.hours()));
        if (view.hours().weekly() != null) {
            lines.add(
                    words.say(
                            "hours.page.rest",
                            String.join("; ", sentences().week(view.hours().hours()))));
        }
        return lines;
    }

    /** Dates to come with other hours, and that it is closed on holidays. */
    public List<String> dates() {
        var lines = new ArrayList<String>(sentences().exceptions(rules, open.today()));
        if (rules.closedOnHolidays()) {
            lines.add(sentences().holidays(open.today()));
        }
        return lines;
    }

    /** Whether hours are stated at all. */
    public boolean hasHours() {
        return view.hours().isStated();
    }

    /** The number that is answered while it is closed; {@code null} when none may be shown. */
    public @Nullable PhoneText onCall() {
        PhoneLine line = rules.onCall();
        return line == null ? null : PhoneText.of(PhonePart.of(line), words);
    }

    /** The same as a sentence. */
    public @Nullable String onCallSentence() {
        PhoneLine line = rules.onCall();
        return line == null ? null : sentences().onCall(line);
    }

    /** The same, but only while it is closed. */
    public @Nullable PhoneText onCallNow() {
        return open.onCall() == null ? null : onCall();
    }

    private HoursSentences sentences() {
        return new HoursSentences(words::say, words.locale());
    }

    private String span(Span span) {
        if (span.opens().equals(span.closes())) {
            return words.say("published.hours.wholeDay");
        }
        boolean nextDay =
                span.closes().isBefore(span.opens())
                        && !span.closes().equals(java.time.LocalTime.MIDNIGHT);
        return words.say(
                nextDay ? "published.hours.overnight" : "published.hours.span",
                OpenState.time(span.opens(), words.locale()),
                OpenState.time(span.closes(), words.locale()));
    }

    /** The clock the hours are told by: "Central Time". */
    public String clockName() {
        return ZoneId.of(view.zone())
                .getDisplayName(java.time.format.TextStyle.FULL, TimeOfDay.region(words.locale()));
    }

    /** A need with its help and the search for it. */
    public record NeedText(String label, String help, String phase, String href) {}

    public List<NeedText> needs() {
        return needs.stream().map(this::need).toList();
    }

    /** The same by name only. */
    List<String> needLabels() {
        return needs.stream().map(need -> words.of(need.label())).toList();
    }

    private NeedText need(Need need) {
        return new NeedText(
                words.of(need.label()),
                words.of(need.help()),
                words.of(need.phase().label()),
                base + "/directory" + Query.of("need", need.code()));
    }

    /** What it helps with, in one line. */
    public String summaryOfNeeds() {
        return String.join(" · ", needLabels());
    }

    /** What it helps with, of whom and where, in one line. */
    String summary() {
        return Stream.of(String.join(", ", needLabels()), view.organization().name(), whereabouts())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** "minors, adults": what the service says it accepts; empty when nothing. */
    public List<String> accepts() {
        return accepts;
    }

    public List<String> rejects() {
        return rejects;
    }

    public List<String> notStated() {
        return notStated;
    }

    /** Whether all eight values are accepted, so that a card may say it shorter. */
    public boolean acceptsAll() {
        return rejects().isEmpty() && notStated().isEmpty();
    }

    private List<String> values(java.util.function.Predicate<Axis.Value> wanted) {
        return taxonomy.profileValues().stream()
                .filter(wanted)
                .map(value -> Texts.withinSentence(words.of(value.label())))
                .toList();
    }

    public List<String> populations() {
        return populations;
    }

    public List<String> languages() {
        return languages;
    }

    private List<String> labels(Stream<Term> terms) {
        return Texts.running(
                terms.map(Term::label).map((LocalText label) -> words.of(label)), words.locale());
    }

    /** "18 and over", "4 to 17"; {@code null} when not stated. */
    public @Nullable String ages() {
        Integer from = view.minAge();
        Integer to = view.maxAge();
        if (from != null && to != null) {
            return words.say("published.ages.between", from, to);
        }
        if (from != null) {
            return words.say("published.ages.from", from);
        }
        return to == null ? null : words.say("published.ages.to", to);
    }

    /** City or county of the places, never more; "by phone" for a service without one. */
    public String whereabouts() {
        Set<String> names = new LinkedHashSet<>();
        for (PlacePart place : view.places()) {
            String county = countyName(place);
            if (place.visibility() != AddressVisibility.HIDDEN && place.city() != null) {
                names.add(place.city());
            } else if (county != null) {
                names.add(county);
            }
        }
        if (names.isEmpty()) {
            return words.say(
                    view.remote() ? "published.place.remote" : "published.place.notStated");
        }
        return String.join(", ", names);
    }

    /**
     * "3.2 miles" to a place whose point is known, "about 3 miles" to any other; {@code null}
     * without an origin or a place that may be shown.
     */
    public @Nullable String distance() {
        Double miles = hit == null ? null : hit.miles();
        if (hit == null || miles == null) {
            return null;
        }
        long whole = Math.round(miles);
        if (!hit.exact()) {
            return words.say("published.miles.about", Math.max(1, whole));
        }
        return words.say(
                "published.miles",
                miles < PRECISE_MILES ? (Object) (Math.round(miles * 10) / 10.0) : whole);
    }

    public List<PlaceText> places() {
        return PlaceText.of(view.places(), words, geography);
    }

    private @Nullable String countyName(PlacePart place) {
        return PlaceText.countyName(place, geography);
    }

    /** Where people may live to be helped: county names, states, or the whole country. */
    public List<String> areas() {
        var counties = new ArrayList<String>();
        var wider = new ArrayList<String>();
        for (String code : view.areas()) {
            var area = new ServiceArea(code);
            if (area.equals(ServiceArea.NATIONWIDE)) {
                wider.add(words.say("published.area.nation"));
            }
            area.stateUsps()
                    .flatMap(geography::state)
                    .ifPresent(
                            state ->
                                    wider.add(
                                            words.say(
                                                    "published.area.state",
                                                    words.of(state.name()))));
            area.countyFips()
                    .flatMap(geography::county)
                    .map(County::nameWithState)
                    .ifPresent(counties::add);
        }
        wider.addAll(counties);
        return wider;
    }

    /** One of room, ask, wait, none; {@code null} when not stated, or closed for now anyway. */
    public @Nullable String capacityMark() {
        CapacityValue value = view.capacity();
        if (value == null || isClosedForNow()) {
            return null;
        }
        return switch (value) {
            case CAPACITY -> "room";
            case ASK_FIRST -> "ask";
            case WAITLIST -> "wait";
            case NO_CAPACITY -> "none";
        };
    }

    public @Nullable String capacityWords() {
        CapacityValue value = view.capacity();
        if (value == null) {
            return null;
        }
        String said = words.say("published.capacity." + value);
        LocalDate asOf = view.capacityAsOf();
        return asOf == null ? said : words.say("published.capacity.asOf", said, ago(asOf));
    }

    /** "Verified 3 weeks ago (Oct 30, 2026) by phone", or that nobody did for too long. */
    @Override
    public String verified() {
        return AssuranceWords.of(
                RecordKind.SERVICE,
                view.assuredOn(),
                view.assuredHow(),
                cycle,
                open.today(),
                words.locale(),
                words::say);
    }

    /** "Not verified since Oct 30, 2025"; {@code null} when somebody made sure in time. */
    public @Nullable String unsure() {
        return AssuranceWords.unsure(
                RecordKind.SERVICE,
                view.assuredOn(),
                view.assuredHow(),
                cycle,
                open.today(),
                words.locale(),
                words::say);
    }

    /** The people who answer for it, as far as they may be shown. */
    public List<ContactText> contacts() {
        return ContactText.of(view.contacts(), cycle, open.today(), words);
    }

    /** The day on its clock. */
    LocalDate today() {
        return open.today();
    }

    /** Whether the reader should ask whether the record is still right. */
    @Override
    public boolean isStale() {
        LocalDate on = view.assuredOn();
        return on == null || on.plusDays(cycle.days()).isBefore(open.today());
    }

    private String ago(LocalDate day) {
        return RelativeDate.ago(day, open.today(), words.locale());
    }

    /** The host of the web address, as people recognise it. */
    public @Nullable String host() {
        return Links.host(view.url());
    }
}
