package org.coalitionatlas.taxonomy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.BrokenReferenceData;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.ReferenceFile;
import org.coalitionatlas.common.ReferenceFile.Entry;
import org.coalitionatlas.common.Url;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The closed lists the product speaks in, read from {@code data/taxonomy} when it starts. A file
 * that contradicts itself or the source documents stops the start with file, line and reason.
 */
@Component
public final class Taxonomy {

    private static final int NEEDS = 33;
    private static final int PROFILES = 16;
    private static final int PHASES = 3;
    private static final int CATEGORIES = 14;
    private static final int MATRIX_ROWS = 8;
    private static final int MATRIX_COLUMNS = 12;

    private final List<Phase> phases;
    private final LocalText principle;
    private final Map<String, SupportCategory> categories;
    private final Map<String, Need> needs;
    private final List<Axis> axes;
    private final Map<String, Axis.Value> axisValues;
    private final List<Profile> profiles;
    private final Map<String, Term> populations;
    private final Map<String, Term> organizationKinds;
    private final Map<String, Term> languages;
    private final List<MatrixRow> matrixRows;
    private final List<MatrixColumn> matrixColumns;
    private final List<Hotline> hotlines;
    private final List<List<String>> synonymGroups;

    /** Reads and validates all files. */
    public Taxonomy() {
        phases = readPhases();
        Entry categoryFile =
                ReferenceFile.yaml("taxonomy/categories.yaml").only("principle", "categories");
        principle = categoryFile.localText("principle");
        categories = readCategories(categoryFile);
        Entry matrix =
                ReferenceFile.yaml("taxonomy/matrix.yaml")
                        .only("source", "credit", "rows", "columns");
        matrixRows = readMatrixRows(matrix);
        needs = readNeeds();
        Entry axisFile = ReferenceFile.yaml("taxonomy/axes.yaml").only("axes", "populations");
        axes = readAxes(axisFile);
        axisValues =
                axes.stream()
                        .flatMap(axis -> axis.values().stream())
                        .collect(byKey(Axis.Value::code));
        profiles = combine(axisFile, axes);
        populations = readTerms(axisFile, "populations");
        matrixColumns = readMatrixColumns(matrix);
        organizationKinds =
                readTerms(
                        ReferenceFile.yaml("taxonomy/organization-kinds.yaml").only("kinds"),
                        "kinds");
        languages =
                readTerms(
                        ReferenceFile.yaml("taxonomy/languages.yaml").only("languages"),
                        "languages");
        hotlines = readHotlines();
        synonymGroups =
                ReferenceFile.yaml("taxonomy/synonyms.yaml").only("groups").list("groups").stream()
                        .map(Taxonomy::readGroup)
                        .toList();
    }

    /** The three phases in order. */
    public List<Phase> phases() {
        return phases;
    }

    /** The survivor leads: the sentence that stands before the support categories (003). */
    public LocalText principle() {
        return principle;
    }

    /** The 14 support categories in the order of 003. */
    public Collection<SupportCategory> categories() {
        return categories.values();
    }

    /** The 33 needs, by phase and order. */
    public Collection<Need> needs() {
        return needs.values();
    }

    /** The needs of that phase, in order. */
    public List<Need> needs(Phase phase) {
        return needs.values().stream().filter(need -> need.phase().equals(phase)).toList();
    }

    /** The need with that code. */
    public Optional<Need> need(String code) {
        return Optional.ofNullable(needs.get(code));
    }

    /** All axes; those of the profiles first. */
    public List<Axis> axes() {
        return axes;
    }

    /** The values of the four profile axes, in order: eight of them. */
    public List<Axis.Value> profileValues() {
        return axes.stream()
                .filter(Axis::inProfile)
                .flatMap(axis -> axis.values().stream())
                .toList();
    }

    /** The axis value with that code. */
    public Optional<Axis.Value> axisValue(String code) {
        return Optional.ofNullable(axisValues.get(code));
    }

    /** The 16 profiles. */
    public List<Profile> profiles() {
        return profiles;
    }

    /** Further populations: attributes of a service, never part of a profile. */
    public Collection<Term> populations() {
        return populations.values();
    }

    /** The population with that code. */
    public Optional<Term> population(String code) {
        return Optional.ofNullable(populations.get(code));
    }

    /** Kinds of organization. */
    public Collection<Term> organizationKinds() {
        return organizationKinds.values();
    }

    /** The organization kind with that code. */
    public Optional<Term> organizationKind(String code) {
        return Optional.ofNullable(organizationKinds.get(code));
    }

    /** Languages services are given in. */
    public Collection<Term> languages() {
        return languages.values();
    }

    /** The language with that ISO 639 code. */
    public Optional<Term> language(String code) {
        return Optional.ofNullable(languages.get(code));
    }

    /** The eight matrix rows in order. */
    public List<MatrixRow> matrixRows() {
        return matrixRows;
    }

    /** The twelve matrix columns in order. */
    public List<MatrixColumn> matrixColumns() {
        return matrixColumns;
    }

    /** National hotlines. */
    public List<Hotline> hotlines() {
        return hotlines;
    }

    /** Groups of words and phrases that mean the same to somebody searching. */
    public List<List<String>> synonymGroups() {
        return synonymGroups;
    }

    private static List<Phase> readPhases() {
        List<Entry> entries =
                ReferenceFile.yaml("taxonomy/phases.yaml")
                        .only("phases")
                        .list("phases", PHASES, "phases");
        Entry.requireUnique(entries, "code");
        Entry.requireUnique(entries, "order");
        return entries.stream()
                .map(e -> e.only("code", "order", "label", "source_label", "help"))
                .map(
                        e ->
                                new Phase(
                                        e.text("code"),
                                        e.integer("order"),
                                        e.localText("label"),
                                        e.text("source_label"),
                                        e.localText("help")))
                .sorted(Comparator.comparingInt(Phase::order))
                .toList();
    }

    private static Map<String, SupportCategory> readCategories(Entry file) {
        List<Entry> entries = file.list("categories", CATEGORIES, "categories");
        Entry.requireUnique(entries, "code");
        return entries.stream()
                .map(e -> e.only("code", "label", "help", "source"))
                .map(
                        e ->
                                new SupportCategory(
                                        e.text("code"), e.localText("label"), e.localText("help")))
                .collect(byKey(SupportCategory::code));
    }

    private Map<String, Need> readNeeds() {
        Entry file = ReferenceFile.yaml("taxonomy/needs.yaml").only("needs");
        List<Entry> entries = file.list("needs", NEEDS, "needs");
        Entry.requireUnique(entries, "code");
        var places = new HashSet<String>();
        for (Entry e : entries) {
            if (!places.add(e.text("phase") + " " + e.integer("order"))) {
                throw e.get("order")
                        .broken("order " + e.integer("order") + " occurs twice in its phase");
            }
        }
        return entries.stream()
                .map(this::readNeed)
                .sorted(
                        Comparator.comparingInt((Need need) -> need.phase().order())
                                .thenComparingInt(Need::order))
                .collect(byKey(Need::code));
    }

    private Need readNeed(Entry e) {
        e.only(
                "code",
                "phase",
                "order",
                "label",
                "categories",
                "matrix_rows",
                "all_hours",
                "help",
                "synonyms",
                "source");
        String phaseCode = e.text("phase");
        Phase phase =
                phases.stream()
                        .filter(p -> p.code().equals(phaseCode))
                        .findFirst()
                        .orElseThrow(
                                () -> e.get("phase").broken("unknown phase \"" + phaseCode + "\""));
        var supports = new ArrayList<SupportCategory>();
        for (Entry code : e.list("categories")) {
            SupportCategory category = categories.get(code.text());
            if (category == null) {
                throw code.broken("unknown category \"" + code.text() + "\"");
            }
            supports.add(category);
        }
        for (Entry code : e.list("matrix_rows")) {
            if (matrixRows.stream().noneMatch(row -> row.code().equals(code.text()))) {
                throw code.broken("unknown matrix row \"" + code.text() + "\"");
            }
        }
        return new Need(
                e.text("code"),
                phase,
                e.integer("order"),
                e.localText("label"),
                List.copyOf(supports),
                e.texts("matrix_rows"),
                e.flag("all_hours"),
                e.localText("help"),
                bothLanguages(e),
                e.text("source"));
    }

    private static List<Axis> readAxes(Entry file) {
        List<Entry> entries = file.list("axes");
        Entry.requireUnique(entries, "code");
        Entry.requireUnique(
                entries.stream().flatMap(e -> e.list("values").stream()).toList(), "code");
        return entries.stream()
                .map(
                        e -> {
                            e.only("code", "in_profile", "label", "values");
                            List<Entry> values = e.list("values");
                            values.forEach(v -> v.only("code", "label", "synonyms"));
                            return new Axis(
                                    e.text("code"),
                                    e.flag("in_profile"),
                                    e.localText("label"),
                                    values.stream()
                                            .map(
                                                    v ->
                                                            new Axis.Value(
                                                                    v.text("code"),
                                                                    v.localText("label"),
                                                                    bothLanguages(v)))
                                            .toList());
                        })
                .toList();
    }

    private static Map<String, Term> readTerms(Entry file, String key) {
        List<Entry> entries = file.list(key);
        Entry.requireUnique(entries, "code");
        return entries.stream()
                .map(e -> e.only("code", "label", "synonyms"))
                .map(e -> new Term(e.text("code"), e.localText("label"), bothLanguages(e)))
                .collect(byKey(Term::code));
    }

    private static List<MatrixRow> readMatrixRows(Entry matrix) {
        List<Entry> rows = matrix.list("rows", MATRIX_ROWS, "rows");
        Entry.requireUnique(rows, "code");
        Entry.requireUnique(rows, "order");
        return rows.stream()
                .map(e -> e.only("code", "order", "label", "source_label"))
                .map(e -> new MatrixRow(e.text("code"), e.integer("order"), e.localText("label")))
                .toList();
    }

    private List<MatrixColumn> readMatrixColumns(Entry matrix) {
        List<Entry> columns = matrix.list("columns", MATRIX_COLUMNS, "columns");
        Entry.requireUnique(columns, "code");
        Entry.requireUnique(columns, "order");
        Entry.requireUnique(columns, "value");
        return columns.stream().map(this::readMatrixColumn).toList();
    }

    private MatrixColumn readMatrixColumn(Entry e) {
        e.only("code", "order", "axis", "value", "label", "source_label");
        Axis axis =
                axes.stream()
                        .filter(known -> known.code().equals(e.text("axis")))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        e.get("axis")
                                                .broken("unknown axis \"" + e.text("axis") + "\""));
        if (axis.values().stream().noneMatch(value -> value.code().equals(e.text("value")))) {
            throw e.get("value")
                    .broken("unknown value \"" + e.text("value") + "\" of " + axis.code());
        }
        return new MatrixColumn(
                e.text("code"),
                e.integer("order"),
                e.text("axis"),
                e.text("value"),
                e.localText("label"));
    }

    private static List<String> readGroup(Entry group) {
        List<String> words = group.items().stream().map(Entry::text).toList();
        if (words.size() < 2) {
            throw group.broken("a group has at least two words");
        }
        return words;
    }

    private static List<Hotline> readHotlines() {
        List<Entry> entries =
                ReferenceFile.yaml("taxonomy/hotlines.yaml").only("hotlines").list("hotlines");
        if (entries.isEmpty()) {
            throw new BrokenReferenceData("taxonomy/hotlines.yaml", 1, "no hotline is listed");
        }
        Entry.requireUnique(entries, "code");
        return entries.stream().map(Taxonomy::readHotline).toList();
    }

    private static Hotline readHotline(Entry e) {
        e.only(
                "code",
                "name",
                "phone",
                "display",
                "text",
                "tty",
                "url",
                "hours",
                "languages",
                "note",
                "checked_on",
                "source");
        return new Hotline(
                e.text("code"),
                e.localText("name"),
                e.get("phone").checked(() -> Phone.parse(e.text("phone"))).number(),
                e.text("display"),
                number(e, "text"),
                number(e, "tty"),
                url(e),
                e.text("hours"),
                e.find("languages") == null ? null : e.localText("languages"),
                e.localText("note"),
                e.date("checked_on"));
    }

    // As printed, once it is known to be a number people can dial.
    private static @Nullable String number(Entry e, String key) {
        Entry given = e.find(key);
        if (given != null) {
            given.checked(() -> Phone.parse(given.text()));
        }
        return given == null ? null : given.text();
    }

    private static @Nullable String url(Entry e) {
        Entry given = e.find("url");
        return given == null ? null : given.checked(() -> Url.parse(given.text())).address();
    }

    private static List<Profile> combine(Entry file, List<Axis> axes) {
        List<List<Axis.Value>> combinations = List.of(List.of());
        for (Axis axis : axes) {
            if (axis.inProfile()) {
                combinations =
                        combinations.stream()
                                .flatMap(
                                        head ->
                                                axis.values().stream()
                                                        .map(
                                                                value ->
                                                                        Stream.concat(
                                                                                        head
                                                                                                .stream(),
                                                                                        Stream.of(
                                                                                                value))
                                                                                .toList()))
                                .toList();
            }
        }
        if (combinations.size() != PROFILES) {
            throw file.get("axes")
                    .broken(
                            "the profile axes give "
                                    + combinations.size()
                                    + " profiles, not "
                                    + PROFILES);
        }
        var numbered = new ArrayList<Profile>();
        for (List<Axis.Value> values : combinations) {
            numbered.add(new Profile(numbered.size(), values));
        }
        return List.copyOf(numbered);
    }

    private static List<String> bothLanguages(Entry e) {
        Entry synonyms = e.find("synonyms");
        if (synonyms == null) {
            return List.of();
        }
        synonyms.only("en", "es");
        return Stream.concat(synonyms.texts("en").stream(), synonyms.texts("es").stream()).toList();
    }

    private static <T> java.util.stream.Collector<T, ?, Map<String, T>> byKey(
            Function<T, String> key) {
        return Collectors.toMap(key, Function.identity(), (a, b) -> a, LinkedHashMap::new);
    }
}
