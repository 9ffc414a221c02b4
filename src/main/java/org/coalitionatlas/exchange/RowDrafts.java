package org.coalitionatlas.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.coalitionatlas.common.AgeRange;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.Capacity;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryImport.Patch;
import org.coalitionatlas.directory.Eligibility;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.taxonomy.Axis;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.taxonomy.Term;
import org.jspecify.annotations.Nullable;

/**
 * Makes drafts out of a row's texts. A value that cannot be read is reported and left out, and what
 * stands in its field stays; only a missing key or name costs the row.
 */
final class RowDrafts {

    private static final Pattern CODES = Pattern.compile("[;,\\r\\n]+");
    private static final Pattern SHORT_ZIP = Pattern.compile("\\d{3,4}");
    private static final Pattern FIPS = Pattern.compile("\\d{5}");

    private final Geography geography;
    private final ImportMapping mapping;
    private final Map<String, String> kinds;
    private final Map<String, String> needs;
    private final Map<String, String> languages;
    private final Map<String, String> populations;
    private final Map<String, String> axisValues;
    private final Map<String, Optional<County>> counties = new HashMap<>();

    /** Weeks by the text they were read from: many rows of a file keep the same office hours. */
    private final Map<String, WeeklyHours> weeks =
            new LinkedHashMap<>(512, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, WeeklyHours> eldest) {
                    return size() > 500;
                }
            };

    RowDrafts(Geography geography, Taxonomy taxonomy, ImportMapping mapping) {
        this.geography = geography;
        this.mapping = mapping;
        kinds = names(taxonomy.organizationKinds(), Term::code, Term::label);
        needs = names(taxonomy.needs(), Need::code, Need::label);
        languages = names(taxonomy.languages(), Term::code, Term::label);
        populations = names(taxonomy.populations(), Term::code, Term::label);
        axisValues =
                names(
                        taxonomy.axes().stream().flatMap(axis -> axis.values().stream()).toList(),
                        Axis.Value::code,
                        Axis.Value::label);
    }

    /**
     * A field of a row after reading.
     *
     * @param spoken whether the row says something about it that could be read
     * @param value what it says, {@code null} to empty the field
     */
    private record Given<T>(boolean spoken, @Nullable T value) {

        @Nullable T over(@Nullable T standing) {
            return spoken ? value : standing;
        }
    }

    private <T> Given<T> given(RowValues row, ImportField field, Function<String, T> reading) {
        if (!row.speaksOf(field)) {
            return new Given<>(false, null);
        }
        String text = row.joined(field);
        if (text == null) {
            return new Given<>(true, null);
        }
        try {
            return new Given<>(true, reading.apply(text));
        } catch (InvalidValue problem) {
            row.report(ImportProblem.of(row.line(), false, field, text, problem));
            return new Given<>(false, null);
        }
    }

    private Given<String> text(RowValues row, ImportField field, int limit) {
        return given(row, field, text -> Texts.required(text, limit));
    }

    private static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static <T> @Nullable T either(@Nullable T value, @Nullable T otherwise) {
        return value == null ? otherwise : value;
    }

    Patch<OrganizationDraft> organization(RowValues row) {
        Given<String> name = text(row, ImportField.NAME, 255);
        Given<String> alternate = text(row, ImportField.ALTERNATE_NAME, 255);
        Given<String> kind =
                given(row, ImportField.KIND, text -> code(text, kinds, "invalid.kind"));
        Given<String> description =
                text(row, ImportField.DESCRIPTION, OrganizationDraft.DESCRIPTION);
        Given<Url> url = given(row, ImportField.URL, Url::parse);
        Given<Email> email = given(row, ImportField.EMAIL, Email::parse);
        Given<Status> status = given(row, ImportField.STATUS, RowDrafts::status);
        Given<List<PhoneLine>> phones = phones(row);
        return standing -> {
            OrganizationDraft base =
                    standing == null
                            ? OrganizationDraft.named(
                                    or(name.over(null), ""), or(kind.over(null), "other"))
                            : standing;
            return new OrganizationDraft(
                    or(name.over(base.name()), base.name()),
                    alternate.over(base.alternateName()),
                    or(kind.over(base.kind()), base.kind()),
                    description.over(base.description()),
                    url.over(base.url()),
                    email.over(base.email()),
                    base.parentId(),
                    or(status.over(base.status()), base.status()),
                    base.audience(),
                    or(phones.over(base.phones()), List.of()),
                    base.trainings());
        };
    }

    /** The organization's own address, when the file speaks of one. */
    @Nullable Patch<LocationDraft> placeOfOrganization(RowValues row) {
        boolean any = ADDRESS_FIELDS.stream().anyMatch(field -> !row.texts(field).isEmpty());
        return any ? location(row, false) : null;
    }

    Patch<LocationDraft> location(RowValues row) {
        return location(row, true);
    }

    private static final List<ImportField> ADDRESS_FIELDS =
            List.of(ImportField.ADDRESS, ImportField.LINE1, ImportField.CITY, ImportField.ZIP);

    // An organization's name and phones are its own, not those of its address.
    private Patch<LocationDraft> location(RowValues row, boolean whole) {
        Given<String> name = whole ? text(row, ImportField.NAME, 255) : new Given<>(false, null);
        Given<PostalAddress> address = address(row);
        Given<String> county = given(row, ImportField.COUNTY, text -> county(text).fips());
        Given<Point> point = point(row);
        Given<AddressVisibility> visibility =
                given(row, ImportField.ADDRESS_VISIBILITY, RowDrafts::visibility);
        Given<String> accessibility = text(row, ImportField.ACCESSIBILITY, 500);
        Given<OpeningHours> hours = whole ? hours(row) : new Given<>(false, null);
        Given<List<PhoneLine>> phones = whole ? phones(row) : new Given<>(false, null);
        return standing -> {
            LocationDraft base = standing == null ? EMPTY_LOCATION : standing;
            return new LocationDraft(
                    name.over(base.name()),
                    or(address.over(base.address()), PostalAddress.UNKNOWN),
                    either(county.over(base.countyFips()), base.countyFips()),
                    either(point.over(base.point()), base.point()),
                    or(visibility.over(base.addressVisibility()), base.addressVisibility()),
                    accessibility.over(base.accessibility()),
                    keepingDates(hours.over(base.hours()), base.hours()),
                    or(phones.over(base.phones()), List.of()));
        };
    }

    private static final LocationDraft EMPTY_LOCATION =
            new LocationDraft(
                    null,
                    PostalAddress.UNKNOWN,
                    null,
                    null,
                    AddressVisibility.FULL,
                    null,
                    OpeningHours.NOT_STATED,
                    List.of());

    /** A service, given the areas that the file of locations gave for this row's locations. */
    Function<Set<ServiceArea>, Patch<ServiceDraft>> service(RowValues row) {
        Given<String> name = text(row, ImportField.NAME, 255);
        Given<String> alternate = text(row, ImportField.ALTERNATE_NAME, 255);
        Given<String> description =
                text(row, ImportField.DESCRIPTION, OrganizationDraft.DESCRIPTION);
        Given<Url> url = given(row, ImportField.URL, Url::parse);
        Given<Email> email = given(row, ImportField.EMAIL, Email::parse);
        Given<Status> status = given(row, ImportField.STATUS, RowDrafts::status);
        Given<CodeSet> meets =
                codes(row, ImportField.NEEDS, text -> code(text, needs, "invalid.need"));
        Given<Set<ServiceArea>> named =
                speaksOfAreas(row) ? new Given<>(true, areas(row)) : new Given<>(false, null);
        Given<Boolean> remote = yesNo(row, ImportField.REMOTE);
        Given<CodeSet> spoken =
                codes(
                        row,
                        ImportField.LANGUAGES,
                        text -> code(text, languages, "invalid.language"));
        Given<String> interpretation = text(row, ImportField.INTERPRETATION, 500);
        Given<CodeSet> accepts =
                codes(
                        row,
                        ImportField.ACCEPTS,
                        text -> code(text, axisValues, "invalid.axisValue"));
        Given<CodeSet> rejects =
                codes(
                        row,
                        ImportField.REJECTS,
                        text -> code(text, axisValues, "invalid.axisValue"));
        Given<CodeSet> people =
                codes(
                        row,
                        ImportField.POPULATIONS,
                        text -> code(text, populations, "invalid.population"));
        Given<Integer> minAge = age(row, ImportField.MIN_AGE);
        Given<Integer> maxAge = age(row, ImportField.MAX_AGE);
        Given<String> note = text(row, ImportField.ELIGIBILITY_NOTE, 1000);
        Given<OpeningHours> hours = hours(row);
        Given<String> fees = text(row, ImportField.FEES, 500);
        Given<String> application = text(row, ImportField.APPLICATION, 2000);
        Given<List<PhoneLine>> phones = phones(row);
        return areasOfLocations -> {
            Given<Set<ServiceArea>> areas =
                    named.spoken()
                            ? named
                            : new Given<>(!areasOfLocations.isEmpty(), areasOfLocations);
            return standing -> {
                ServiceDraft base =
                        standing == null ? ServiceDraft.named(or(name.over(null), "")) : standing;
                Eligibility e = base.eligibility();
                AgeRange ages = AgeRange.of(minAge.over(e.minAge()), maxAge.over(e.maxAge()));
                return new ServiceDraft(
                        or(name.over(base.name()), base.name()),
                        alternate.over(base.alternateName()),
                        description.over(base.description()),
                        url.over(base.url()),
                        email.over(base.email()),
                        or(status.over(base.status()), base.status()),
                        base.audience(),
                        or(meets.over(base.needs()), CodeSet.EMPTY),
                        or(areas.over(base.areas()), Set.of()),
                        base.locationIds(),
                        or(remote.over(base.remote()), base.remote()),
                        or(spoken.over(base.languages()), CodeSet.EMPTY),
                        interpretation.over(base.interpretation()),
                        new Eligibility(
                                or(accepts.over(e.accepts()), CodeSet.EMPTY),
                                or(rejects.over(e.rejects()), CodeSet.EMPTY),
                                or(people.over(e.populations()), CodeSet.EMPTY),
                                ages.minAge(),
                                ages.maxAge(),
                                note.over(e.note())),
                        keepingDates(hours.over(base.hours()), base.hours()),
                        or(base.capacity(), Capacity.NOT_STATED),
                        fees.over(base.fees()),
                        application.over(base.applicationProcess()),
                        or(phones.over(base.phones()), List.of()),
                        base.contactIds());
            };
        };
    }

    /** Whether the mapping has a column about where a service serves. */
    static boolean speaksOfAreas(RowValues row) {
        return AREA_FIELDS.stream().anyMatch(row::speaksOf);
    }

    private static final List<ImportField> AREA_FIELDS =
            List.of(
                    ImportField.AREA_COUNTIES,
                    ImportField.AREA_CITIES,
                    ImportField.AREA_ZIPS,
                    ImportField.AREA_STATES,
                    ImportField.NATIONWIDE);

    /** The areas a row names; what no county or state is called is reported and left out. */
    Set<ServiceArea> areas(RowValues row) {
        var areas = new TreeSet<ServiceArea>();
        eachItem(row, ImportField.AREA_STATES, item -> areas.add(ServiceArea.state(state(item))));
        eachItem(
                row,
                ImportField.AREA_COUNTIES,
                item -> areas.add(ServiceArea.county(county(item).fips())));
        eachItem(
                row,
                ImportField.AREA_CITIES,
                item -> {
                    var zips = geography.zipsOfCity(item, mapping.state());
                    if (zips.isEmpty()) {
                        throw new InvalidValue("invalid.import.city", item);
                    }
                    zips.forEach(zip -> areas.add(ServiceArea.county(zip.county().fips())));
                });
        eachItem(
                row,
                ImportField.AREA_ZIPS,
                item ->
                        areas.add(
                                ServiceArea.county(
                                        geography
                                                .zip(item)
                                                .orElseThrow(
                                                        () -> new InvalidValue("invalid.zip", item))
                                                .county()
                                                .fips())));
        eachItem(
                row,
                ImportField.NATIONWIDE,
                item -> {
                    if (CellTexts.yesNo(item).orElse(false)) {
                        areas.add(ServiceArea.NATIONWIDE);
                    }
                });
        return areas;
    }

    private static void eachItem(
            RowValues row, ImportField field, java.util.function.Consumer<String> reading) {
        for (String text : row.texts(field)) {
            for (String item : CellTexts.items(text)) {
                try {
                    reading.accept(item);
                } catch (InvalidValue problem) {
                    row.report(ImportProblem.of(row.line(), false, field, item, problem));
                }
            }
        }
    }

    /** Where the row's place stands, from one cell or two. */
    @Nullable Point pointOf(RowValues row) {
        return point(row).over(null);
    }

    private Given<Point> point(RowValues row) {
        Given<Point> whole = given(row, ImportField.POINT, CellTexts::point);
        if (whole.value() != null) {
            return whole;
        }
        Given<Double> latitude = given(row, ImportField.LATITUDE, RowDrafts::number);
        Given<Double> longitude = given(row, ImportField.LONGITUDE, RowDrafts::number);
        Double north = latitude.value();
        Double east = longitude.value();
        return north == null || east == null
                ? new Given<>(false, null)
                : new Given<>(true, new Point(north, east));
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue("invalid.import.number", text);
        }
    }

    private Given<PostalAddress> address(RowValues row) {
        Given<PostalAddress> whole = given(row, ImportField.ADDRESS, CellTexts::address);
        boolean parts =
                row.speaksOf(ImportField.LINE1)
                        || row.speaksOf(ImportField.CITY)
                        || row.speaksOf(ImportField.ZIP);
        if (whole.spoken() || !parts) {
            return whole;
        }
        try {
            String zip = row.first(ImportField.ZIP);
            String state = row.first(ImportField.STATE);
            return new Given<>(
                    true,
                    PostalAddress.of(
                            row.first(ImportField.LINE1),
                            row.first(ImportField.LINE2),
                            row.first(ImportField.CITY),
                            state == null ? null : state(state),
                            zip == null ? null : padded(zip)));
        } catch (InvalidValue problem) {
            ImportField field =
                    problem.messageKey().equals("invalid.zip")
                            ? ImportField.ZIP
                            : problem.messageKey().equals("invalid.import.state")
                                    ? ImportField.STATE
                                    : ImportField.LINE1;
            row.report(ImportProblem.of(row.line(), false, field, row.first(field), problem));
            return new Given<>(false, null);
        }
    }

    // Spreadsheets drop the zeroes with which ZIP codes of the north-east begin.
    private static String padded(String zip) {
        return SHORT_ZIP.matcher(zip).matches() ? "0".repeat(5 - zip.length()) + zip : zip;
    }

    private Given<OpeningHours> hours(RowValues row) {
        boolean speaks =
                row.speaksOf(ImportField.HOURS)
                        || row.speaksOf(ImportField.HOURS_NOTE)
                        || row.speaksOf(ImportField.BY_APPOINTMENT);
        if (!speaks) {
            return new Given<>(false, null);
        }
        String text = row.first(ImportField.HOURS);
        String note = row.joined(ImportField.HOURS_NOTE);
        if (note != null && note.length() > 500) {
            note = note.substring(0, 499) + "…";
        }
        WeeklyHours week = null;
        if (text != null) {
            try {
                week = weeks.get(text);
                if (week == null) {
                    week = CellTexts.hours(text);
                    weeks.put(text, week);
                }
            } catch (InvalidValue problem) {
                row.report(ImportProblem.of(row.line(), false, ImportField.HOURS, text, problem));
                // A person can still read what the product cannot.
                String words = text.length() > 400 ? text.substring(0, 400) + "…" : text;
                note = note == null ? words : shortened(words + "\n" + note, 500);
            }
        }
        boolean appointment = or(yesNo(row, ImportField.BY_APPOINTMENT).value(), false);
        return new Given<>(true, OpeningHours.of(week, appointment, note));
    }

    // Files know weeks; holidays, seasons, exceptions and the line on call were written here.
    private static OpeningHours keepingDates(@Nullable OpeningHours given, OpeningHours standing) {
        return or(given, OpeningHours.NOT_STATED).withSpecialOf(standing);
    }

    private static String shortened(String text, int limit) {
        return text.length() <= limit ? text : text.substring(0, limit - 1) + "…";
    }

    private Given<List<PhoneLine>> phones(RowValues row) {
        boolean speaks = PHONE_FIELDS.stream().anyMatch(row::speaksOf);
        if (!speaks) {
            return new Given<>(false, null);
        }
        PhoneType main = PhoneType.VOICE;
        String type = row.first(ImportField.PHONE_TYPE);
        if (type != null) {
            try {
                main = PhoneType.valueOf(type.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                row.report(
                        ImportProblem.of(
                                row.line(),
                                false,
                                ImportField.PHONE_TYPE,
                                type,
                                new InvalidValue("invalid.import.phoneType", type)));
            }
        }
        var lines = new ArrayList<PhoneLine>();
        for (ImportField field : PHONE_FIELDS) {
            for (String text : row.texts(field)) {
                addPhones(row, field, text, main, lines);
            }
        }
        return new Given<>(true, List.copyOf(lines));
    }

    private static void addPhones(
            RowValues row, ImportField field, String text, PhoneType main, List<PhoneLine> lines) {
        try {
            for (CellTexts.NumberWithNote found : CellTexts.phones(text)) {
                PhoneLine line =
                        PhoneLine.of(
                                found.phone(), type(field, main), found.note(), Audience.PUBLIC);
                boolean known =
                        lines.stream()
                                .anyMatch(
                                        other ->
                                                other.number().equals(line.number())
                                                        && other.type() == line.type());
                if (!known) {
                    lines.add(line);
                }
            }
        } catch (InvalidValue problem) {
            row.report(ImportProblem.of(row.line(), false, field, text, problem));
        }
    }

    private static final List<ImportField> PHONE_FIELDS =
            List.of(
                    ImportField.PHONE,
                    ImportField.TOLL_FREE,
                    ImportField.HOTLINE,
                    ImportField.SMS,
                    ImportField.TTY,
                    ImportField.FAX);

    private static PhoneType type(ImportField field, PhoneType main) {
        return switch (field) {
            case HOTLINE -> PhoneType.HOTLINE;
            case SMS -> PhoneType.SMS;
            case TTY -> PhoneType.TTY;
            case FAX -> PhoneType.FAX;
            case TOLL_FREE -> PhoneType.VOICE;
            default -> main;
        };
    }

    private Given<Boolean> yesNo(RowValues row, ImportField field) {
        if (!row.speaksOf(field)) {
            return new Given<>(false, null);
        }
        boolean yes = false;
        for (String text : row.texts(field)) {
            Optional<Boolean> answer = CellTexts.yesNo(text);
            if (answer.isEmpty()) {
                row.report(
                        ImportProblem.of(
                                row.line(),
                                false,
                                field,
                                text,
                                new InvalidValue("invalid.import.yesNo", text)));
            }
            yes |= answer.orElse(false);
        }
        return new Given<>(true, yes);
    }

    private Given<Integer> age(RowValues row, ImportField field) {
        return given(
                row,
                field,
                text -> {
                    try {
                        int age = Integer.parseInt(text.strip());
                        AgeRange.of(age, null);
                        return age;
                    } catch (NumberFormatException e) {
                        throw new InvalidValue("invalid.import.number", text);
                    }
                });
    }

    private Given<CodeSet> codes(
            RowValues row, ImportField field, Function<String, String> reading) {
        if (!row.speaksOf(field)) {
            return new Given<>(false, null);
        }
        var codes = new LinkedHashSet<String>();
        for (String text : row.texts(field)) {
            for (String item : CODES.split(text)) {
                if (item.isBlank()) {
                    continue;
                }
                try {
                    codes.add(reading.apply(item.strip()));
                } catch (InvalidValue problem) {
                    row.report(ImportProblem.of(row.line(), false, field, item, problem));
                }
            }
        }
        return new Given<>(true, CodeSet.of(codes));
    }

    private static String code(String text, Map<String, String> names, String messageKey) {
        String code = names.get(text);
        if (code == null) {
            throw new InvalidValue(messageKey, text);
        }
        return code;
    }

    // Codes and labels of both languages, whatever their case: read once, not for each cell.
    private static <T> Map<String, String> names(
            Collection<T> all, Function<T, String> code, Function<T, LocalText> label) {
        var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        for (T one : all) {
            for (String name :
                    List.of(code.apply(one), label.apply(one).en(), label.apply(one).es())) {
                names.putIfAbsent(name, code.apply(one));
            }
        }
        return names;
    }

    private static Status status(String text) {
        return Arrays.stream(Status.values())
                .filter(status -> status.name().equalsIgnoreCase(text.strip().replace(' ', '_')))
                .findFirst()
                .orElseGet(
                        () ->
                                CellTexts.yesNo(text)
                                        .map(yes -> yes ? Status.ACTIVE : Status.INACTIVE)
                                        .orElseThrow(
                                                () ->
                                                        new InvalidValue(
                                                                "invalid.import.status", text)));
    }

    // "May the address be shown? No" still leaves the city; only HIDDEN hides that too.
    private static AddressVisibility visibility(String text) {
        return Arrays.stream(AddressVisibility.values())
                .filter(
                        visibility ->
                                visibility.name().equalsIgnoreCase(text.strip().replace(' ', '_')))
                .findFirst()
                .orElseGet(
                        () ->
                                CellTexts.yesNo(text)
                                        .map(
                                                yes ->
                                                        yes
                                                                ? AddressVisibility.FULL
                                                                : AddressVisibility.CITY_ONLY)
                                        .orElse(AddressVisibility.HIDDEN));
    }

    private String state(String text) {
        String wanted = text.strip();
        return geography.states().stream()
                .filter(
                        state ->
                                state.usps().equalsIgnoreCase(wanted)
                                        || state.name().en().equalsIgnoreCase(wanted)
                                        || state.name().es().equalsIgnoreCase(wanted))
                .map(org.coalitionatlas.geography.State::usps)
                .findFirst()
                .orElseThrow(() -> new InvalidValue("invalid.import.state", text));
    }

    // A FIPS code, or a name, with its state ("Cook, IL") or in the mapping's state.
    private County county(String text) {
        String wanted = text.strip();
        if (FIPS.matcher(wanted).matches()) {
            return geography
                    .county(wanted)
                    .orElseThrow(() -> new InvalidValue("invalid.county", text));
        }
        int comma = wanted.lastIndexOf(',');
        String usps = comma < 0 ? mapping.state() : wanted.substring(comma + 1).strip();
        String name = comma < 0 ? wanted : wanted.substring(0, comma);
        // Comparing a name with every county of a state costs more than the rest of a row.
        return counties.computeIfAbsent(
                        name + "|" + usps.toUpperCase(Locale.ROOT),
                        key -> geography.countyByName(name, usps.toUpperCase(Locale.ROOT)))
                .orElseThrow(() -> new InvalidValue("invalid.county", text));
    }
}
