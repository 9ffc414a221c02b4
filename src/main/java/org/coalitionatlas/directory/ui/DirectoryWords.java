package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.AssuranceWords;
import org.coalitionatlas.directory.OpenState;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.directory.VerificationCycle;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.taxonomy.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes and values of the directory in the words and the language of the current person. */
@Component
class DirectoryWords {

    private final Taxonomy taxonomy;
    private final Geography geography;
    private final VerificationCycle cycle;
    private final Clock clock;

    DirectoryWords(Taxonomy taxonomy, Geography geography, VerificationCycle cycle, Clock clock) {
        this.cycle = cycle;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.clock = clock;
    }

    Taxonomy taxonomy() {
        return taxonomy;
    }

    Geography geography() {
        return geography;
    }

    Locale locale() {
        return UI.getCurrent().getLocale();
    }

    String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    String yesNo(boolean value) {
        return text(value ? "common.yes" : "common.no");
    }

    /** The word of an enum's value: {@code directory.<list>.<value>}. */
    String of(String list, @Nullable Enum<?> value) {
        return value == null
                ? text("common.notStated")
                : text("directory." + list + "." + value.name().toLowerCase(Locale.ROOT));
    }

    /** The word of an enum's value in the review: {@code review.<list>.<value>}. */
    String ofReview(String list, Enum<?> value) {
        return text("review." + list + "." + value.name().toLowerCase(Locale.ROOT));
    }

    /** Code and label: labels alone are not unique. */
    String need(String code) {
        return taxonomy.need(code).map(need -> code + " " + need.label().in(locale())).orElse(code);
    }

    String phase(String code) {
        return taxonomy.phases().stream()
                .filter(phase -> phase.code().equals(code))
                .map(phase -> phase.label().in(locale()))
                .findFirst()
                .orElse(code);
    }

    String needLabel(String code) {
        return taxonomy.need(code).map(need -> need.label().in(locale())).orElse(code);
    }

    String kind(String code) {
        return label(taxonomy.organizationKind(code), code);
    }

    String language(String code) {
        return label(taxonomy.language(code), code);
    }

    /** An axis value or a further population. */
    String population(String code) {
        return taxonomy.axisValue(code)
                .map(value -> value.label().in(locale()))
                .orElseGet(() -> label(taxonomy.population(code), code));
    }

    String needs(Collection<String> codes) {
        return codes.stream().map(this::need).collect(Collectors.joining("; "));
    }

    String languages(Collection<String> codes) {
        return String.join(", ", Texts.running(codes.stream().map(this::language), locale()));
    }

    String populations(Collection<String> codes) {
        return String.join(", ", Texts.running(codes.stream().map(this::population), locale()));
    }

    String area(String code) {
        var area = new ServiceArea(code);
        return area.countyFips()
                .flatMap(geography::county)
                .map(County::nameWithState)
                .or(
                        () ->
                                area.stateUsps()
                                        .flatMap(geography::state)
                                        .map(
                                                state ->
                                                        text(
                                                                "directory.area.state",
                                                                state.name().in(locale()))))
                .orElseGet(() -> text("directory.area.nationwide"));
    }

    String areas(Collection<String> codes) {
        return codes.stream().map(this::area).collect(Collectors.joining("; "));
    }

    String ages(@Nullable Integer from, @Nullable Integer to) {
        if (from == null && to == null) {
            return "";
        }
        if (to == null) {
            return text("directory.ages.from", String.valueOf(from));
        }
        return from == null
                ? text("directory.ages.upTo", String.valueOf(to))
                : text("directory.ages.between", String.valueOf(from), String.valueOf(to));
    }

    /** What the number is for: type and description, without the usual "voice", nothing twice. */
    String purpose(PhonePart phone) {
        String type =
                phone.type() == org.coalitionatlas.directory.PhoneType.VOICE
                        ? ""
                        : of("phoneType", phone.type());
        String description = phone.description() == null ? "" : phone.description();
        return type.isEmpty() || description.isEmpty() || description.equalsIgnoreCase(type)
                ? (type.isEmpty() ? description : type)
                : type + " · " + description;
    }

    /** The place as far as it may be shown: address, city, or only the county. */
    String place(PlacePart place) {
        String street =
                List.of(or(place.line1()), or(place.line2())).stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        String city =
                List.of(or(place.city()), (or(place.state()) + " " + or(place.zip())).strip())
                        .stream()
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
        String county =
                Optional.ofNullable(place.countyFips())
                        .flatMap(geography::county)
                        .map(County::nameWithState)
                        .orElse("");
        return switch (place.visibility()) {
            case FULL ->
                    List.of(or(place.name()), street, city).stream()
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "));
            case CITY_ONLY -> text("directory.place.cityOnly", city);
            case HIDDEN ->
                    county.isEmpty()
                            ? text("directory.place.confidential")
                            : text("directory.place.confidentialIn", county);
        };
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String ago(LocalDate day) {
        return RelativeDate.ago(day, today(), locale());
    }

    String day(LocalDate day) {
        return RelativeDate.plain(day, locale());
    }

    /** Day and time of the coalition: "yesterday (Nov 20, 2026), 5:04 PM". */
    String moment(Instant moment) {
        ZonedDateTime there = moment.atZone(clock.getZone());
        return RelativeDate.ago(there.toLocalDate(), today(), locale())
                + ", "
                + OpenState.time(there.toLocalTime().truncatedTo(ChronoUnit.MINUTES), locale());
    }

    /** "Verified 3 weeks ago (…) by phone · Elena Brandt", or that nobody has for too long. */
    String verified(@Nullable LocalDate on, @Nullable String by, @Nullable AssuranceMethod how) {
        String said =
                AssuranceWords.of(
                        RecordKind.SERVICE, on, how, cycle, today(), locale(), this::text);
        return by == null ? said : text("verification.byWhom", said, by);
    }

    /** That nobody made sure of the service for too long; {@code null} when somebody did. */
    @Nullable String unsure(ServiceView service) {
        return unsure(RecordKind.SERVICE, service.assuredOn(), service.assuredHow());
    }

    /** The same of an organization. */
    @Nullable String unsure(OrganizationView organization) {
        return unsure(RecordKind.ORGANIZATION, organization.assuredOn(), organization.assuredHow());
    }

    /** The same of any record that was made sure of then. */
    @Nullable String unsure(
            RecordKind kind, @Nullable LocalDate on, @Nullable AssuranceMethod how) {
        return AssuranceWords.unsure(kind, on, how, cycle, today(), locale(), this::text);
    }

    /** When somebody made sure of a contact, or that nobody did. */
    String verifiedContact(@Nullable LocalDate on, @Nullable AssuranceMethod how) {
        return AssuranceWords.of(RecordKind.CONTACT, on, how, cycle, today(), locale(), this::text);
    }

    /** Whether a contact that was made sure of then must be marked. */
    boolean isUnsureContact(@Nullable LocalDate on) {
        return cycle.isUnsure(RecordKind.CONTACT, on, today());
    }

    /** What can be said of the service's hours at this moment. */
    OpenState openState(ServiceView service) {
        return service.openState(clock.instant());
    }

    /** Whether somebody answers at this moment. */
    boolean isReachable(ServiceView service) {
        return service.reachable(clock.instant());
    }

    private String label(Optional<Term> term, String code) {
        return term.map(known -> known.label().in(locale())).orElse(code);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
