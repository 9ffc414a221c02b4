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
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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

    private final Map<String, State> states = new LinkedHashMap<>();
    private final Map<String, County> counties = new LinkedHashMap<>();
    private final NavigableMap<String, ZipCode> zips = new TreeMap<>();
    private final Set<Point> zipCenters = new HashSet<>();
    private final Map<String, List<County>> countiesByState = new HashMap<>();
    private final Map<String, List<String>> neighbours = new HashMap<>();
    private final Map<String, List<ZipCode>> zipsByCity = new HashMap<>();

    /** Reads and validates the files. */
    public Geography() {
        ReferenceFile.csv(
                "geography/states.csv", "fips,usps,name,name_es,time_zone", this::addState);
        ReferenceFile.csv(
                "geography/counties.csv",
                "fips,state,name,kind,latitude,longitude,time_zone,valid_from,valid_to",
                this::addCounty);
        long current = counties.values().stream().filter(c -> c.valid().until() == null).count();
        if (current != CURRENT_COUNTIES) {
            throw new IllegalStateException(
                    "data/geography/counties.csv: "
                            + CURRENT_COUNTIES
                            + " current counties expected, "
                            + current
                            + " found");
        }
        ReferenceFile.csv("geography/adjacent.csv", "fips,neighbour", this::addNeighbour);
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
        states.put(
                row.text(1),
                new State(
                        row.text(0),
                        row.text(1),
                        new LocalText(row.text(2), row.text(3)),
                        zone(row, 4)));
    }

    private void addCounty(Row row) {
        State state = states.get(row.text(1));
        if (state == null || !row.text(0).startsWith(state.fips())) {
            throw row.broken("county " + row.text(0) + " is not in state " + row.text(1));
        }
        var county =
                new County(
                        row.text(0),
                        state,
                        row.text(2),
                        row.text(3),
                        new Point(row.number(4), row.number(5)),
                        zone(row, 6),
                        new DateRange(row.date(7), row.date(8)));
        if (counties.put(county.fips(), county) != null) {
            throw row.broken("county " + county.fips() + " occurs twice");
        }
        List<County> ofState =
                countiesByState.computeIfAbsent(state.usps(), usps -> new ArrayList<>());
        ofState.add(county);
        ofState.sort(Comparator.comparing(County::name));
    }

    private void addNeighbour(Row row) {
        if (!counties.containsKey(row.text(0)) || !counties.containsKey(row.text(1))) {
            throw row.broken("unknown county");
        }
        neighbours.computeIfAbsent(row.text(0), fips -> new ArrayList<>()).add(row.text(1));
    }

    private void addZip(Row row) {
        County county = counties.get(row.text(3));
        if (county == null) {
            throw row.broken("unknown county " + row.text(3));
        }
        var zip =
                new ZipCode(
                        row.text(0), row.text(1), county, new Point(row.number(4), row.number(5)));
        if (zips.put(zip.zip(), zip) != null) {
            throw row.broken("ZIP code " + zip.zip() + " occurs twice");
        }
        zipCenters.add(zip.center());
        zipsByCity
                .computeIfAbsent(row.text(2) + "|" + key(zip.city()), city -> new ArrayList<>())
                .add(zip);
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
