package org.coalitionatlas.directory;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.geography.ZipCode;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Reader;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.SupportCategory;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody may mean while still typing: closed lists from memory, names from the index, as far
 * as the reader may see them. Never asks the database.
 */
@Component
public class SearchSuggestions {

    private static final int SHORTEST = 2;
    private static final int SHORTEST_ZIP = 3;
    private static final int MOST_NEEDS = 3;
    private static final int MOST_COUNTIES = 2;
    private static final int MOST_ZIPS = 4;
    private static final int MOST_NAMES = 3;
    private static final int LOOKED_AT = 12;
    private static final float FROM_THE_START = 10;

    private final SearchScope<Organization> organizations;
    private final SearchScope<Service> services;
    private final CurrentPerson currentPerson;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final CoalitionProfile coalition;
    private final JsonMapper json;
    private final List<Listed<Need>> needs;
    private final List<Listed<SupportCategory>> categories;

    SearchSuggestions(
            EntityManagerFactory factory,
            CurrentPerson currentPerson,
            Taxonomy taxonomy,
            Geography geography,
            CoalitionProfile coalition,
            ViewJson viewJson) {
        this.organizations = Search.mapping(factory).scope(Organization.class);
        this.services = Search.mapping(factory).scope(Service.class);
        this.currentPerson = currentPerson;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.coalition = coalition;
        this.json = viewJson.mapper();
        this.needs =
                taxonomy.needs().stream()
                        .map(need -> Listed.of(need, need.label(), need.synonyms()))
                        .toList();
        this.categories =
                taxonomy.categories().stream()
                        .map(category -> Listed.of(category, category.label(), List.<String>of()))
                        .toList();
    }

    /** What a suggestion is. */
    public enum Kind {
        NEED,
        CATEGORY,
        COUNTY,
        ZIP,
        ORGANIZATION,
        SERVICE
    }

    /**
     * Something the typed text may mean.
     *
     * @param label as it is shown
     * @param detail what makes it plainer: the synonym recognized, the city, the organization; or
     *     {@code null}
     * @param values what it stands for: need codes, a FIPS code, a ZIP code or a record's id
     * @param standing of a record; {@code null} for everything else
     */
    public record Suggestion(
            Kind kind,
            String label,
            @Nullable String detail,
            List<String> values,
            @Nullable Standing standing) {

        Suggestion(Kind kind, String label, @Nullable String detail, List<String> values) {
            this(kind, label, detail, values, null);
        }
    }

    /** What a reader must be told of a record before they rely on it. */
    public record Standing(
            Publication publication,
            Status status,
            @Nullable LocalDate assuredOn,
            @Nullable AssuranceMethod assuredHow) {}

    /** An entry of a closed list with the folded texts it answers to; labels come first. */
    private record Listed<T>(T entry, List<String> labels, List<String> synonyms) {

        static <T> Listed<T> of(T entry, LocalText label, List<String> synonyms) {
            return new Listed<>(
                    entry,
                    List.of(Texts.folded(label.en()), Texts.folded(label.es())),
                    List.copyOf(synonyms));
        }

        /**
         * 0 when a label begins so, 1 for a synonym or a word of a label, 2 within one, 3 never.
         */
        int rank(String typed) {
            if (labels.stream().anyMatch(label -> label.startsWith(typed))) {
                return 0;
            }
            Optional<String> synonym = synonym(typed);
            if (isInLabel(typed)
                    || synonym.filter(s -> Texts.folded(s).startsWith(typed)).isPresent()) {
                return 1;
            }
            return synonym.isPresent() ? 2 : 3;
        }

        boolean isInLabel(String typed) {
            return labels.stream().anyMatch(label -> hasWord(label, typed));
        }

        Optional<String> synonym(String typed) {
            return synonyms.stream()
                    .filter(synonym -> hasWord(Texts.folded(synonym), typed))
                    .findFirst();
        }
    }

    /**
     * At most a dozen suggestions, best first; none for less than two letters. For members.
     *
     * @param locale of the labels
     */
    @PreAuthorize("isAuthenticated()")
    public List<Suggestion> suggest(String text, Locale locale) {
        String typed = Texts.folded(text).replaceAll("\\s+", " ").strip();
        if (typed.length() < SHORTEST) {
            return List.of();
        }
        if (typed.matches("\\d{" + SHORTEST_ZIP + ",5}")) {
            return zips(typed);
        }
        Reader reader = currentPerson.reader();
        var all = new ArrayList<Suggestion>();
        needs(typed, locale).forEach(all::add);
        categories.stream()
                .filter(category -> category.isInLabel(typed))
                .limit(1)
                .map(category -> category(category.entry(), locale))
                .filter(suggestion -> !suggestion.values().isEmpty())
                .forEach(all::add);
        counties(typed).forEach(all::add);
        names(typed, reader).forEach(all::add);
        return all;
    }

    private Stream<Suggestion> needs(String typed, Locale locale) {
        return needs.stream()
                .filter(need -> need.rank(typed) < 3)
                .sorted(Comparator.comparingInt(need -> need.rank(typed)))
                .limit(MOST_NEEDS)
                .map(
                        need ->
                                new Suggestion(
                                        Kind.NEED,
                                        need.entry().code() + " " + need.entry().label().in(locale),
                                        need.isInLabel(typed)
                                                ? null
                                                : need.synonym(typed).orElse(null),
                                        List.of(need.entry().code())));
    }

    private Suggestion category(SupportCategory category, Locale locale) {
        return new Suggestion(
                Kind.CATEGORY,
                category.label().in(locale),
                null,
                taxonomy.needs().stream()
                        .filter(need -> need.categories().contains(category))
                        .map(Need::code)
                        .toList());
    }

    private Stream<Suggestion> counties(String typed) {
        List<County> own = coalition.counties();
        Set<String> states =
                own.stream().map(county -> county.state().usps()).collect(Collectors.toSet());
        Stream<County> others =
                typed.length() <= SHORTEST
                        ? Stream.of()
                        : geography.counties().stream()
                                .filter(county -> begins(county, typed))
                                .filter(county -> county.valid().until() == null)
                                .filter(county -> !own.contains(county))
                                .sorted(
                                        Comparator.comparing(
                                                county -> !states.contains(county.state().usps())));
        return Stream.concat(own.stream().filter(county -> begins(county, typed)), others)
                .limit(MOST_COUNTIES)
                .map(
                        county ->
                                new Suggestion(
                                        Kind.COUNTY,
                                        county.nameWithState(),
                                        null,
                                        List.of(county.fips())));
    }

    private static boolean begins(County county, String typed) {
        return Texts.folded(county.nameWithState()).startsWith(typed);
    }

    private List<Suggestion> zips(String digits) {
        List<County> own = coalition.counties();
        return geography.zipsBeginning(digits).stream()
                .sorted(Comparator.comparing((ZipCode zip) -> !own.contains(zip.county())))
                .limit(MOST_ZIPS)
                .map(
                        zip ->
                                new Suggestion(
                                        Kind.ZIP,
                                        zip.zip(),
                                        zip.city() + ", " + zip.county().nameWithState(),
                                        List.of(zip.zip())))
                .toList();
    }

    private Stream<Suggestion> names(String typed, Reader reader) {
        Stream<Suggestion> ofOrganizations =
                named(
                        organizations,
                        typed,
                        reader,
                        stored -> {
                            var view = json.readValue(stored, OrganizationView.class);
                            return new Suggestion(
                                    Kind.ORGANIZATION,
                                    view.name(),
                                    view.alternateName(),
                                    List.of(view.id().toString()),
                                    new Standing(
                                            view.publication(),
                                            view.status(),
                                            view.assuredOn(),
                                            view.assuredHow()));
                        });
        Stream<Suggestion> ofServices =
                named(
                        services,
                        typed,
                        reader,
                        stored -> {
                            var view = json.readValue(stored, ServiceView.class);
                            return new Suggestion(
                                    Kind.SERVICE,
                                    view.name(),
                                    view.organization().name(),
                                    List.of(view.id().toString()),
                                    new Standing(
                                            view.publication(),
                                            view.status(),
                                            view.assuredOn(),
                                            view.assuredHow()));
                        });
        return Stream.concat(ofOrganizations, ofServices);
    }

    // A name is asked of the field that holds only what this reader sees.
    private static <T> Stream<Suggestion> named(
            SearchScope<T> scope,
            String typed,
            Reader reader,
            Function<String, Suggestion> suggestion) {
        SearchPredicateFactory f = scope.predicate();
        BooleanPredicateClausesStep<?, ?> root =
                f.bool().filter(f.match().field(IndexFields.READERS).matching(reader.name()));
        // What was merged away or archived leads nowhere a person who types wants to go.
        root.mustNot(
                f.match().field(IndexFields.PUBLICATION).matching(Publication.ARCHIVED.name()));
        String field = IndexFields.name(reader);
        for (String word : typed.split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                root.filter(
                        f.or(
                                f.prefix().field(field).matching(word),
                                f.match().field(field).matching(word)));
            }
        }
        root.should(
                f.prefix()
                        .field(IndexFields.NAME_SORT)
                        .matching(typed)
                        .constantScore()
                        .boost(FROM_THE_START));
        try (IndexReader index = scope.extension(LuceneExtension.get()).openIndexReader()) {
            var searcher = new IndexSearcher(index);
            ScoreDoc[] found =
                    searcher.search(
                                    LuceneMigrationUtils.toLuceneQuery(root.toPredicate()),
                                    LOOKED_AT)
                            .scoreDocs;
            var suggestions = new ArrayList<Suggestion>();
            for (ScoreDoc hit : found) {
                suggestions.add(
                        suggestion.apply(
                                SearchPass.stored(
                                        searcher.storedFields(),
                                        hit.doc,
                                        IndexFields.view(reader))));
            }
            return suggestions.stream()
                    .sorted(
                            Comparator.comparing(
                                            (Suggestion one) ->
                                                    !Texts.folded(one.label()).startsWith(typed))
                                    .thenComparing(one -> Objects.toString(one.label())))
                    .limit(MOST_NAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasWord(String text, String beginning) {
        int at = text.indexOf(beginning);
        while (at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))) {
            at = text.indexOf(beginning, at + 1);
        }
        return at >= 0;
    }
}
