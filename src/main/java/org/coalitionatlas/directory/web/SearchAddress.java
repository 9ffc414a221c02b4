package org.coalitionatlas.directory.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.coalitionatlas.directory.Narrowing;
import org.coalitionatlas.directory.SearchFilter;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.Point;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;

/**
 * The address of a search, understood. What makes no sense is left out with a sentence that says
 * so, because addresses are typed, cut off by mail programs and made up by robots.
 */
public final class SearchAddress {

    static final int PAGE_SIZE = 20;

    /** As deep as {@link SearchRequest} reads. */
    static final int DEEPEST_PAGE = 500;

    static final List<Integer> DISTANCES = List.of(5, 10, 25, 50, 100);

    static final SequencedMap<String, Sort> SORTS = sorts();

    private static final int FARTHEST = 500;
    private static final int LONGEST_ECHO = 40;
    private static final Pattern ZIP = Pattern.compile("\\b\\d{5}(-\\d{4})?\\b");

    private final Taxonomy taxonomy;
    private final Geography geography;
    private final Words words;
    private final List<String> notices = new ArrayList<>();

    private final String text;
    private final Set<String> needs;
    private final Set<String> phases;
    private final @Nullable County county;
    private final Set<String> serves;
    private final Set<String> languages;
    private final boolean open;
    private final boolean always;
    private final boolean trained;
    private final Set<String> kinds;
    private final @Nullable ZipCode near;
    private final @Nullable Integer within;
    private final String sort;
    private final int page;
    private final Query query;

    SearchAddress(Query given, Taxonomy taxonomy, Geography geography, Words words) {
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.words = words;
        text = given.first("q").orElse("");
        needs = known(given, "need", code -> taxonomy.need(code).isPresent());
        phases =
                known(
                        given,
                        "phase",
                        code -> taxonomy.phases().stream().anyMatch(p -> p.code().equals(code)));
        county = county(given);
        serves = known(given, "serves", code -> population(code) != null);
        languages = known(given, "language", code -> taxonomy.language(code).isPresent());
        open = flag(given, "open");
        always = flag(given, "always");
        trained = flag(given, "trained");
        kinds = known(given, "kind", code -> taxonomy.organizationKind(code).isPresent());
        near = near(given);
        within = within(given);
        sort = sort(given);
        page = page(given);
        query = rewritten().with(SheetLinks.PARAMETER, given.all(SheetLinks.PARAMETER));
    }

    /** What was not understood, in sentences. */
    List<String> notices() {
        return notices;
    }

    public String text() {
        return text;
    }

    @Nullable County county() {
        return county;
    }

    public @Nullable ZipCode near() {
        return near;
    }

    public @Nullable Integer within() {
        return within;
    }

    public String sort() {
        return sort;
    }

    boolean has(String name, String value) {
        return query.all(name).contains(value);
    }

    /** The address again, with only what was understood and without the page. */
    Query query() {
        return query;
    }

    /** The page asked for, from 1. */
    int page() {
        return page;
    }

    SearchRequest request() {
        return request(page - 1, PAGE_SIZE);
    }

    /** The search when only its figures matter. */
    SearchRequest countsOnly() {
        return request(0, 1);
    }

    private SearchRequest request(int fromZero, int size) {
        return new SearchRequest(
                text,
                needs,
                phases,
                county == null ? null : county.fips(),
                serves,
                languages,
                open,
                always,
                trained,
                kinds,
                origin(),
                within,
                SORTS.getOrDefault(sort, Sort.RELEVANCE),
                fromZero,
                size);
    }

    /** The same search with another query. */
    SearchAddress with(Query other) {
        return new SearchAddress(other, taxonomy, geography, words);
    }

    /**
     * A filter that is on, and how the address looks without it.
     *
     * @param value which one, where a filter has several
     */
    public record Chip(SearchFilter filter, String value, String label, Query without) {}

    /** A condition of the search in words; the empty text when it is none of the address. */
    String label(Narrowing narrowing) {
        return switch (narrowing.filter()) {
            case TEXT -> text;
            case ZIP -> words.say("published.search.near");
            default ->
                    chips().stream()
                            .filter(chip -> isOf(chip, narrowing))
                            .map(Chip::label)
                            .collect(Collectors.joining(", "));
        };
    }

    /** The address without a condition. */
    Query without(Narrowing narrowing) {
        return switch (narrowing.filter()) {
            case TEXT -> query.without("q");
            case ZIP -> query.with("q", List.of(ZIP.matcher(text).replaceAll("").strip()));
            default -> {
                Query rest = query;
                for (Chip chip : chips()) {
                    if (isOf(chip, narrowing)) {
                        rest = rest.without(nameOf(chip.filter()), chip.value());
                    }
                }
                yield rest;
            }
        };
    }

    private static boolean isOf(Chip chip, Narrowing narrowing) {
        return chip.filter() == narrowing.filter()
                && (narrowing.value() == null || narrowing.value().equals(chip.value()));
    }

    private static String nameOf(SearchFilter filter) {
        return switch (filter) {
            case TEXT, ZIP -> "q";
            case NEED -> "need";
            case PHASE -> "phase";
            case COUNTY -> "county";
            case SERVES -> "serves";
            case LANGUAGE -> "language";
            case KIND -> "kind";
            case OPEN_NOW -> "open";
            case ALWAYS -> "always";
            case TRAINED -> "trained";
            case DISTANCE -> "within";
        };
    }

    /** All filters that are on; the words searched for are not one. */
    List<Chip> chips() {
        var chips = new ArrayList<Chip>();
        for (String code : phases) {
            chips.add(chip(SearchFilter.PHASE, code, phaseLabel(code)));
        }
        for (String code : needs) {
            taxonomy.need(code)
                    .ifPresent(
                            need ->
                                    chips.add(
                                            chip(SearchFilter.NEED, code, words.of(need.label()))));
        }
        if (county != null) {
            chips.add(chip(SearchFilter.COUNTY, county.fips(), county.nameWithState()));
        }
        for (String code : serves) {
            chips.add(chip(SearchFilter.SERVES, code, String.valueOf(population(code))));
        }
        for (String code : languages) {
            taxonomy.language(code)
                    .ifPresent(
                            term ->
                                    chips.add(
                                            chip(
                                                    SearchFilter.LANGUAGE,
                                                    code,
                                                    words.of(term.label()))));
        }
        if (open) {
            chips.add(chip(SearchFilter.OPEN_NOW, "1", words.say("published.search.open")));
        }
        if (always) {
            chips.add(chip(SearchFilter.ALWAYS, "1", words.say("published.search.always")));
        }
        if (trained) {
            chips.add(chip(SearchFilter.TRAINED, "1", words.say("published.search.trained")));
        }
        for (String code : kinds) {
            taxonomy.organizationKind(code)
                    .ifPresent(
                            term ->
                                    chips.add(
                                            chip(SearchFilter.KIND, code, words.of(term.label()))));
        }
        if (within != null) {
            chips.add(
                    new Chip(
                            SearchFilter.DISTANCE,
                            within.toString(),
                            words.say("published.search.withinOf", within, originName()),
                            query.without("within")));
        } else if (near != null) {
            chips.add(
                    new Chip(
                            SearchFilter.DISTANCE,
                            near.zip(),
                            words.say("published.search.nearOf", originName()),
                            query.without("near")));
        }
        return chips;
    }

    private Chip chip(SearchFilter filter, String value, String label) {
        return new Chip(filter, value, label, query.without(nameOf(filter), value));
    }

    private String phaseLabel(String code) {
        return taxonomy.phases().stream()
                .filter(phase -> phase.code().equals(code))
                .map((Phase phase) -> words.of(phase.label()))
                .findFirst()
                .orElse(code);
    }

    /** The label of an axis value or population; {@code null} for neither. */
    private @Nullable String population(String code) {
        return taxonomy.profileValues().stream()
                .filter(value -> value.code().equals(code))
                .map(value -> words.of(value.label()))
                .findFirst()
                .or(() -> taxonomy.population(code).map(term -> words.of(term.label())))
                .orElse(null);
    }

    private @Nullable Point origin() {
        if (near != null) {
            return near.center();
        }
        return county == null ? null : county.center();
    }

    private String originName() {
        if (near != null) {
            return near.zip() + " " + near.city();
        }
        return county == null ? "" : county.nameWithState();
    }

    private Set<String> known(Query given, String name, Predicate<String> exists) {
        Set<String> good = new LinkedHashSet<>();
        Set<String> bad = new LinkedHashSet<>();
        given.all(name).forEach(code -> (exists.test(code) ? good : bad).add(code));
        bad.stream()
                .limit(1)
                .forEach(code -> notices.add(words.say("published.unknown." + name, echo(code))));
        return good;
    }

    private @Nullable County county(Query given) {
        Optional<String> fips = given.first("county");
        Optional<County> found = fips.flatMap(geography::county);
        if (fips.isPresent() && found.isEmpty()) {
            notices.add(words.say("published.unknown.county", echo(fips.get())));
        }
        return found.orElse(null);
    }

    private @Nullable ZipCode near(Query given) {
        Optional<String> zip = given.first("near");
        Optional<ZipCode> found =
                zip.filter(z -> z.matches("\\d{5}(-\\d{4})?")).flatMap(geography::zip);
        if (zip.isPresent() && found.isEmpty()) {
            notices.add(words.say("published.unknown.zip", echo(zip.get())));
        }
        return found.orElse(null);
    }

    private @Nullable Integer within(Query given) {
        Optional<String> miles = given.first("within");
        if (miles.isEmpty()) {
            return null;
        }
        Integer number = number(miles.get());
        if (number == null || number < 1 || number > FARTHEST) {
            notices.add(words.say("published.unknown.within", echo(miles.get()), FARTHEST));
            return null;
        }
        if (origin() == null) {
            notices.add(words.say("published.unknown.origin"));
            return null;
        }
        return number;
    }

    private String sort(Query given) {
        String wanted = given.first("sort").orElse("relevance");
        if (!SORTS.containsKey(wanted)) {
            notices.add(words.say("published.unknown.sort", echo(wanted)));
            return "relevance";
        }
        if (wanted.equals("distance") && origin() == null && !text.matches(".*\\b\\d{5}\\b.*")) {
            notices.add(words.say("published.unknown.origin"));
            return "relevance";
        }
        return wanted;
    }

    private int page(Query given) {
        String wanted = given.first("page").orElse("1");
        Integer number = number(wanted);
        if (number == null || number < 1) {
            notices.add(words.say("published.unknown.page", echo(wanted)));
            return 1;
        }
        return number;
    }

    private boolean flag(Query given, String name) {
        return given.first(name)
                .filter(v -> Set.of("1", "true", "on", "yes").contains(v))
                .isPresent();
    }

    private Query rewritten() {
        Query kept = Query.parse(null);
        kept = text.isEmpty() ? kept : kept.with("q", text);
        kept = kept.with("phase", phases).with("need", needs);
        kept = county == null ? kept : kept.with("county", county.fips());
        kept = kept.with("serves", serves).with("language", languages);
        kept = open ? kept.with("open", "1") : kept;
        kept = always ? kept.with("always", "1") : kept;
        kept = trained ? kept.with("trained", "1") : kept;
        kept = kept.with("kind", kinds);
        kept = near == null ? kept : kept.with("near", near.zip());
        kept = within == null ? kept : kept.with("within", within.toString());
        return sort.equals("relevance") ? kept : kept.with("sort", sort);
    }

    private static SequencedMap<String, Sort> sorts() {
        var sorts = new LinkedHashMap<String, Sort>();
        sorts.put("relevance", Sort.RELEVANCE);
        sorts.put("distance", Sort.DISTANCE);
        sorts.put("name", Sort.NAME);
        sorts.put("verified", Sort.LAST_VERIFIED);
        return Collections.unmodifiableSequencedMap(sorts);
    }

    private static @Nullable Integer number(String text) {
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static String echo(String text) {
        return text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "…" : text;
    }
}
