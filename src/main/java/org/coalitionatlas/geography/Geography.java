package org.coalitionatlas.geography;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.coalitionatlas.common.BrokenReferenceData;
import org.coalitionatlas.common.DateRange;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.ReferenceFile;
import org.coalitionatlas.common.ReferenceFile.Row;
import org.coalitionatlas.common.Texts;
import org.springframework.stereotype.Component;

/**
 * States, counties and ZIP codes, read from {@code data/geography} when the product starts and kept
 * in memory (about 6 MB).
 */
@Component
public final class Geography {

    /** County equivalents of the Census 2023 atlas that are valid now. */
    private static final int CURRENT_COUNTIES = 3_233;

    private static final String COUNTIES = "geography/counties.csv";
    private static final Pattern STATE_FIPS = Pattern.compile("\\d{2}");
    private static final Pattern USPS = Pattern.compile("[A-Z]{2}");
    private static final Pattern COUNTY_FIPS = Pattern.compile("\\d{5}");
    private static final Pattern ZIP = Pattern.compile("\\d{5}");

    private final Map<String, State> states = new LinkedHashMap<>();
    private final Map<String, County> counties = new LinkedHashMap<>();
    private final Map<String, List<String>> overlapping = new HashMap<>();
    private final NavigableMap<String, ZipCode> zips = new TreeMap<>();
    private final Set<Point> zipCenters = new HashSet<>();
    private final Map<String, List<County>> countiesByState = new HashMap<>();
    private final Map<String, List<String>> neighbours = new HashMap<>();
    private final Map<String, List<ZipCode>> zipsByCity = new HashMap<>();

    /** Reads and validates the files. */
    public Geography() {
        ReferenceFile.csv(
                "geography/states.csv", "fips,usps,name,name_es,time_zone", this::addState);
        var successions = new ArrayList<Row>();
        ReferenceFile.csv("geography/successors.csv", "fips,successor,towns", successions::add);
        successions.forEach(this::addSuccession);
        int lines =
                ReferenceFile.csv(
                        COUNTIES,
                        "fips,state,name,kind,latitude,longitude,time_zone,valid_from,valid_to",
                        this::addCounty);
        long current = counties.values().stream().filter(County::isCurrent).count();
        if (current != CURRENT_COUNTIES) {
            throw new BrokenReferenceData(
                    COUNTIES,
                    lines,
                    CURRENT_COUNTIES + " current counties expected, " + current + " found");
        }
        successions.forEach(this::requireSuccession);
        var borders = new LinkedHashMap<List<String>, Row>();
        ReferenceFile.csv(
                "geography/adjacent.csv", "fips,neighbour", row -> addNeighbour(row, borders));
        countiesByState.values().forEach(all -> all.sort(Comparator.comparing(County::name)));
        borders.forEach(
                (pair, row) -> {
                    if (!borders.containsKey(pair.reversed())) {
                        throw row.broken("the pair is not there the other way round");
                    }
                });
        ReferenceFile.csv(
                "geography/zips.csv", "zip,city,state,county,latitude,longitude", this::addZip);
    }

    /** All states and territories. */
    public Collection<State> states() {
        return states.values();
    }

    /** The state with that two-letter code. */
    public Optional<State> state(String usps) {
        return Optional.ofNullable(states.get(usps));
    }

    /** The county with that FIPS code, whether still valid or not. */
    public Optional<County> county(String fips) {
        return Optional.ofNullable(counties.get(fips));
    }

    /** All counties ever known, by FIPS code. */
    public Collection<County> counties() {
        return counties.values();
    }

    /** The counties of a state that are valid on that day, by name. */
    public List<County> countiesOf(String usps, LocalDate day) {
        return countiesByState.getOrDefault(usps, List.of()).stream()
                .filter(county -> county.valid().contains(day))
                .toList();
    }

    /**
     * The county a person means by a name, with or without its kind ("winnebago", "St. Clair
     * County").
     *
     * @param usps the state to look in
     */
    public Optional<County> countyByName(String name, String usps) {
        String wanted = key(name);
        return countiesByState.getOrDefault(usps, List.of()).stream()
                .filter(c -> key(c.name()).equals(wanted) || key(shortName(c)).equals(wanted))
                .max(Comparator.comparing(c -> c.valid().until() == null));
    }

    /** The counties that share a border with it. */
    public List<County> neighboursOf(County county) {
        return neighbours.getOrDefault(county.fips(), List.of()).stream()
                .map(counties::get)
                .toList();
    }

    /** The ZIP code; {@code 61101-1234} is read as {@code 61101}. */
    public Optional<ZipCode> zip(String zip) {
        return Optional.ofNullable(zips.get(zip.length() > 5 ? zip.substring(0, 5) : zip));
    }

    /**
     * Whether the point is the middle of a ZIP code, to the last digit: nobody has measured such a
     * point at a house, it was read off the ZIP code.
     */
    public boolean isZipCenter(Point point) {
        return zipCenters.contains(point);
    }

    /** The ZIP codes that begin with these digits, in order. */
    public Collection<ZipCode> zipsBeginning(String digits) {
        return zips.subMap(digits, true, digits + Character.MAX_VALUE, false).values();
    }

    /** The ZIP codes of a city in a state, by its name in any case. */
    public List<ZipCode> zipsOfCity(String city, String usps) {
        return zipsByCity.getOrDefault(usps + "|" + key(city), List.of());
    }

    /**
     * The county a point lies in, as far as that can be told without borders: the one on which the
     * five nearest ZIP code centres agree; empty near a border and far from any ZIP code.
     */
    public Optional<County> countyAround(Point point) {
        List<ZipCode> nearest =
                zips.values().stream()
                        .filter(
                                zip ->
                                        Math.abs(zip.center().latitude() - point.latitude()) < 0.4
                                                && Math.abs(
                                                                zip.center().longitude()
                                                                        - point.longitude())
                                                        < 0.5)
                        .sorted(Comparator.comparingDouble(zip -> zip.center().milesTo(point)))
                        .limit(5)
                        .toList();
        return nearest.size() == 5 && nearest.stream().map(ZipCode::county).distinct().count() == 1
                ? Optional.of(nearest.getFirst().county())
                : Optional.empty();
    }

    /** The county's name without its kind: "Winnebago". */
    public static String shortName(County county) {
        return county.name()
                .replaceFirst(
                        " (County|Parish|City and Borough|Borough|Census Area|Municipality|Municipio|Planning Region|Island|District|city)$",
                        "");
    }

    private void addState(Row row) {
        var state =
                new State(
                        row.text(0, STATE_FIPS, "two-digit FIPS code"),
                        row.text(1, USPS, "two-letter state code"),
                        new LocalText(named(row, 2), named(row, 3)),
                        zone(row, 4));
        if (states.values().stream().anyMatch(other -> other.fips().equals(state.fips()))
                || states.put(state.usps(), state) != null) {
            throw row.broken("state " + state.usps() + " occurs twice");
        }
    }

    private void addCounty(Row row) {
        row.text(0, COUNTY_FIPS, "five-digit FIPS code");
        State state = states.get(row.text(1));
        if (state == null || !row.text(0).startsWith(state.fips())) {
            throw row.broken("county " + row.text(0) + " is not in state " + row.text(1));
        }
        LocalDate from = row.date(7);
        LocalDate until = row.date(8);
        if (from != null && until != null && !from.isBefore(until)) {
            throw row.broken("the county ends on " + until + ", before it begins");
        }
        var county =
                new County(
                        row.text(0),
                        state,
                        named(row, 2),
                        named(row, 3),
                        point(row, 4),
                        zone(row, 6),
                        new DateRange(from, until),
                        overlapping.getOrDefault(row.text(0), List.of()));
        if (counties.put(county.fips(), county) != null) {
            throw row.broken("county " + county.fips() + " occurs twice");
        }
        countiesByState.computeIfAbsent(state.usps(), usps -> new ArrayList<>()).add(county);
    }

    private void addSuccession(Row row) {
        List<String> regions = overlapping.computeIfAbsent(row.text(0), f -> new ArrayList<>());
        if (regions.contains(row.text(1))) {
            throw row.broken("the pair occurs twice");
        }
        if (row.integer(2) < 1) {
            throw row.broken("at least one town is shared");
        }
        regions.add(row.text(1));
        overlapping.computeIfAbsent(row.text(1), f -> new ArrayList<>()).add(row.text(0));
    }

    private void requireSuccession(Row row) {
        County former = counties.get(row.text(0));
        County successor = counties.get(row.text(1));
        if (former == null || former.isCurrent()) {
            throw row.broken(row.text(0) + " is no former county");
        }
        if (successor == null
                || !Objects.equals(former.valid().until(), successor.valid().from())) {
            throw row.broken(row.text(1) + " does not begin when " + row.text(0) + " ends");
        }
    }

    private void addNeighbour(Row row, Map<List<String>, Row> borders) {
        for (String fips : row.values()) {
            if (!counties.containsKey(fips)) {
                throw row.broken("unknown county " + fips);
            }
        }
        if (row.text(0).equals(row.text(1))) {
            throw row.broken("county " + row.text(0) + " is no neighbour of itself");
        }
        if (borders.put(row.values(), row) != null) {
            throw row.broken("the pair occurs twice");
        }
        neighbours.computeIfAbsent(row.text(0), fips -> new ArrayList<>()).add(row.text(1));
    }

    private void addZip(Row row) {
        County county = counties.get(row.text(3));
        if (county == null) {
            throw row.broken("unknown county " + row.text(3));
        }
        if (!county.state().usps().equals(row.text(2))) {
            throw row.broken("county " + county.fips() + " is not in state " + row.text(2));
        }
        var zip =
                new ZipCode(
                        row.text(0, ZIP, "five-digit ZIP code"),
                        named(row, 1),
                        county,
                        point(row, 4));
        if (zips.put(zip.zip(), zip) != null) {
            throw row.broken("ZIP code " + zip.zip() + " occurs twice");
        }
        zipCenters.add(zip.center());
        zipsByCity
                .computeIfAbsent(row.text(2) + "|" + key(zip.city()), city -> new ArrayList<>())
                .add(zip);
    }

    private static String named(Row row, int column) {
        if (row.text(column).isBlank()) {
            throw row.broken("value " + (column + 1) + " is missing");
        }
        return row.text(column);
    }

    // Also tells latitude and longitude in the wrong order, and a lost sign.
    private static Point point(Row row, int column) {
        var point = new Point(row.number(column), row.number(column + 1));
        if (!point.isInTheUnitedStates()) {
            throw row.broken(
                    point.latitude()
                            + ", "
                            + point.longitude()
                            + " is no place in the United States");
        }
        return point;
    }

    private static ZoneId zone(Row row, int column) {
        try {
            return ZoneId.of(row.text(column));
        } catch (DateTimeException e) {
            throw row.broken("unknown time zone \"" + row.text(column) + "\"");
        }
    }

    private static String key(String name) {
        return Texts.folded(name)
                .replaceAll("\\bsaint\\b", "st")
                .replaceAll("[^a-z0-9]+", "")
                .replaceAll("county$", "");
    }
}
