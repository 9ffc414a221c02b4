package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.directory.SearchSuggestions.Kind;
import org.coalitionatlas.directory.SearchSuggestions.Suggestion;
import org.coalitionatlas.directory.WhyFound.Fact;
import org.coalitionatlas.directory.WhyFound.Marked;
import org.coalitionatlas.directory.WhyFound.Why;
import org.coalitionatlas.geography.Geography;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What surrounds a search: counts, help, spelling, reasons, suggestions. */
@DemoTest
class SearchAidTest {

    private static final String WINNEBAGO = "17201";
    private static final String STEPHENSON = "17177";
    private static final String OGLE = "17141";

    @Autowired DirectorySearch search;
    @Autowired SearchAid aid;
    @Autowired SearchSuggestions suggestions;
    @Autowired WhyFound whyFound;
    @Autowired NeedWords needWords;
    @Autowired DirectoryCommands commands;
    @Autowired Geography geography;
    @Autowired SignedInAs signedInAs;
    @Autowired SqlStatements sql;
    @Autowired IndexCaughtUp index;

    @BeforeEach
    void caughtUp() {
        index.await();
    }

    // ---- alternatives and counts ----

    @Test
    void values_of_one_filter_add_up_and_filters_narrow_each_other() {
        Set<String> housing = names(request("", Set.of("A3"), null, Set.of(), false));
        Set<String> food = names(request("", Set.of("A4"), null, Set.of(), false));
        Set<String> either = names(request("", Set.of("A3", "A4"), null, Set.of(), false));
        var union = new HashSet<>(housing);
        union.addAll(food);
        assertThat(either).isEqualTo(union);

        Set<String> there = names(request("", Set.of("A3", "A4"), OGLE, Set.of(), false));
        assertThat(there).isNotEmpty().isSubsetOf(either).hasSizeLessThan(either.size());
    }

    @Test
    void populations_are_asked_for_together() {
        Set<String> minors = names(request("", Set.of(), null, Set.of("minor"), false));
        Set<String> both = names(request("", Set.of(), null, Set.of("minor", "male"), false));
        assertThat(both).isNotEmpty().isSubsetOf(minors);
    }

    @Test
    void the_count_of_another_value_is_what_ticking_it_alone_would_show() {
        SearchRequest request = request("", Set.of("A3"), WINNEBAGO, Set.of(), false);
        SearchResult result = search.searchPublished(request);
        SearchResult.Facets facets = result.choices();
        for (String other : List.of("A3", "A4", "T10", "T7")) {
            assertThat(facets.needs().getOrDefault(other, 0L))
                    .as(other)
                    .isEqualTo(
                            search.searchPublished(
                                            request("", Set.of(other), WINNEBAGO, Set.of(), false))
                                    .total());
        }
        for (String fips : List.of(WINNEBAGO, OGLE, STEPHENSON, "17037")) {
            assertThat(facets.counties().of(geography.county(fips).orElseThrow()))
                    .as(fips)
                    .isEqualTo(
                            search.searchPublished(request("", Set.of("A3"), fips, Set.of(), false))
                                    .total());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shelter", "legal"})
    void every_choice_counts_what_choosing_it_alone_would_find(String words) {
        var all =
                new Choices(
                        words,
                        Set.of("A3", "T12"),
                        Set.of("acute"),
                        WINNEBAGO,
                        Set.of("es"),
                        Set.of("shelter", "legal"));
        for (Choices some :
                List.of(
                        all.with("", Set.of()),
                        all.with("need", Set.of()).with("kind", Set.of()),
                        all.with("county", Set.of()).with("phase", Set.of()),
                        all.with("language", Set.of()).with("kind", Set.of()),
                        all)) {
            SearchResult.Facets choices = search.searchPublished(some.request()).choices();
            isCounted(choices.needs(), List.of("A1", "A3", "T7", "T12"), some, "need");
            isCounted(choices.phases(), List.of("acute", "transitional"), some, "phase");
            isCounted(choices.languages(), List.of("es", "en", "fr"), some, "language");
            isCounted(choices.kinds(), List.of("shelter", "legal", "health"), some, "kind");
            for (String fips : List.of(WINNEBAGO, OGLE, STEPHENSON)) {
                assertThat(choices.counties().of(geography.county(fips).orElseThrow()))
                        .as("%s in %s", some, fips)
                        .isEqualTo(total(some.with("county", Set.of(fips))));
            }
        }
    }

    private void isCounted(
            Map<String, Long> counts, List<String> values, Choices all, String filter) {
        // A filter that is off counts hits; one that is on, what each value would find by itself.
        for (String value : values) {
            assertThat(counts.getOrDefault(value, 0L))
                    .as("%s with %s %s", all, filter, value)
                    .isEqualTo(total(all.with(filter, Set.of(value))));
        }
    }

    private long total(Choices some) {
        return search.searchPublished(some.request()).total();
    }

    /** A search by its filters of alternatives. */
    private record Choices(
            String words,
            Set<String> needs,
            Set<String> phases,
            @Nullable String county,
            Set<String> languages,
            Set<String> kinds) {

        Choices with(String filter, Set<String> values) {
            return new Choices(
                    words,
                    filter.equals("need") ? values : needs,
                    filter.equals("phase") ? values : phases,
                    filter.equals("county") ? values.stream().findFirst().orElse(null) : county,
                    filter.equals("language") ? values : languages,
                    filter.equals("kind") ? values : kinds);
        }

        SearchRequest request() {
            return new SearchRequest(
                    words,
                    needs,
                    phases,
                    county,
                    Set.of(),
                    languages,
                    false,
                    false,
                    false,
                    kinds,
                    null,
                    null,
                    SearchRequest.Sort.NAME,
                    0,
                    SearchRequest.MOST);
        }
    }

    @Test
    void counts_are_those_of_the_reader() {
        SearchRequest request = request("", Set.of("T12"), WINNEBAGO, Set.of(), false);
        long anybody = search.searchPublished(request).choices().needs().getOrDefault("A4", 0L);
        long member =
                signedInAs.call(
                        SignedInAs.MEMBER_OF_LEGAL_AID,
                        () -> search.search(request).choices().needs().getOrDefault("A4", 0L));
        assertThat(member).isGreaterThan(anybody);
    }

    // ---- nothing found ----

    @Test
    void nothing_found_says_what_to_leave_out_and_the_figures_hold() {
        SearchRequest request = request("", Set.of("A3"), STEPHENSON, Set.of("veterans"), false);
        SearchResult nothing = search.searchPublished(request);
        assertThat(nothing.total()).isZero();

        SearchHelp help = aid.publishedHelp(request, nothing);
        assertThat(help.without()).isNotEmpty();
        for (SearchHelp.Without one : help.without()) {
            assertThat(one.count())
                    .as(one.toString())
                    .isEqualTo(search.searchPublished(dropped(request, one.dropped())).total());
        }
    }

    @Test
    void the_nearest_county_that_has_it_comes_first_with_its_distance() {
        SearchRequest request = request("", Set.of("A3"), STEPHENSON, Set.of(), false);
        SearchHelp help = aid.publishedHelp(request, search.searchPublished(request));
        assertThat(help.near()).isNotEmpty();
        assertThat(help.near().getFirst().county().fips()).isIn(OGLE, WINNEBAGO);
        assertThat(help.near().getFirst().miles()).isBetween(10.0, 60.0);
        assertThat(help.near()).isSortedAccordingTo((a, b) -> Double.compare(a.miles(), b.miles()));
        SearchHelp.NearCounty first = help.near().getFirst();
        assertThat(first.count())
                .isEqualTo(
                        search.searchPublished(
                                        request(
                                                "",
                                                Set.of("A3"),
                                                first.county().fips(),
                                                Set.of(),
                                                false))
                                .total());
    }

    @Test
    void lines_of_the_whole_state_and_related_needs_are_named() {
        SearchRequest request = request("", Set.of("A3"), STEPHENSON, Set.of(), false);
        SearchHelp help = aid.publishedHelp(request, search.searchPublished(request));
        assertThat(help.lines())
                .extracting(line -> line.organization().name())
                .contains("Lantern Line");
        assertThat(help.related()).allSatisfy(one -> assertThat(one.count()).isPositive());
    }

    @Test
    void help_reads_no_database() {
        SearchRequest request = request("shelter zzzz", Set.of("A3"), STEPHENSON, Set.of(), true);
        SearchResult result = search.searchPublished(request);
        assertThat(sql.during(() -> aid.publishedHelp(request, result))).isEmpty();
    }

    @Test
    void a_zip_code_among_the_words_has_its_nearest_county_too() {
        SearchRequest request = SearchRequest.of("motel 61032"); // Freeport, Stephenson County
        SearchResult result = search.searchPublished(request);
        assertThat(result.total()).isZero();
        assertThat(aid.publishedHelp(request, result).near())
                .extracting(near -> near.county().fips())
                .contains(OGLE);
    }

    // ---- spelling ----

    @ParameterizedTest
    @CsvSource({
        "sehlter, shelter",
        "huosing Srephenson, housing Stephenson",
        "wlilow path, willow path"
    })
    void what_was_meant_is_proposed_when_little_is_found(String typed, String meant) {
        assertThat(spelled(typed)).isEqualToIgnoringCase(meant);
    }

    @Test
    void a_name_only_members_see_is_never_proposed_to_anybody_else() {
        SearchRequest request = SearchRequest.of("nightt wacth");
        SearchHelp anybody = aid.publishedHelp(request, search.searchPublished(request));
        assertThat(String.valueOf(anybody.corrected())).doesNotContainIgnoringCase("watch");
        assertThat(suggestionsFor(SignedInAs.MEMBER_OF_LEGAL_AID, "night w"))
                .extracting(Suggestion::label)
                .contains("Night Watch Response Team");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wernfield", "wrenfeild court", "Wrenfield"})
    void the_street_of_a_confidential_shelter_is_proposed_to_nobody(String typed) {
        SearchRequest request = SearchRequest.of(typed);
        assertThat(
                        String.valueOf(
                                aid.publishedHelp(request, search.searchPublished(request))
                                        .corrected()))
                .doesNotContainIgnoringCase("wrenfield");
        String toCoordinators =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () ->
                                aid.help(request, search.search(request)).corrected()
                                        + suggestions.suggest(typed, Locale.ENGLISH));
        assertThat(toCoordinators).doesNotContainIgnoringCase("wrenfield");
    }

    @Test
    void a_name_that_is_gone_is_proposed_no_more() {
        UUID organization =
                signedInAs.call(
                        SignedInAs.ADMINISTRATOR,
                        () -> {
                            UUID id =
                                    commands.addOrganization(
                                            OrganizationDraft.named("Quillfeather", "other"));
                            commands.publishOrganization(id);
                            commands.publishService(
                                    commands.addService(
                                            id, ServiceDraft.named("Quillfeather room")));
                            return id;
                        });
        index.await();
        assertThat(spelled("uqillfeather")).isNull(); // another first letter is another word
        assertThat(spelled("qiullfeather")).isEqualTo("quillfeather");
        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> commands.archiveOrganization(organization));
        index.await();
        assertThat(spelled("qiullfeather")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelter", "61101", "zzzzqqqqxx", "housing minor spanish"})
    void what_is_spelled_right_or_like_nothing_is_left_alone(String typed) {
        SearchRequest request = SearchRequest.of(typed);
        assertThat(aid.publishedHelp(request, search.searchPublished(request)).corrected())
                .isNull();
    }

    // ---- reasons ----

    @Test
    void a_synonym_is_named_with_the_need_it_stands_for() {
        Why why = why("shelter", "Safe Harbor", "Confidential shelter", Locale.ENGLISH);
        assertThat(marked(why.name())).containsExactly("shelter");
        assertThat(why.reasons())
                .anySatisfy(
                        reason -> {
                            assertThat(reason.fact()).isEqualTo(Fact.NEED);
                            assertThat(reason.code()).isEqualTo("A3");
                            assertThat(reason.through()).isEqualTo("shelter");
                        });
    }

    @Test
    void words_of_the_description_are_shown_where_they_stand() {
        Why why = why("petition", "Safe Harbor", "Court advocacy", Locale.ENGLISH);
        assertThat(why.excerpt()).isNotNull();
        assertThat(marked(why.excerpt())).containsExactly("petition");
    }

    @Test
    void accents_plurals_and_the_other_language_are_recognized() {
        Why why = why("guarderías", "Little Sparrows", "Child care", Locale.of("es"));
        assertThat(why.reasons()).anySatisfy(reason -> assertThat(reason.code()).isEqualTo("L9"));
        assertThat(marked(why("counselings", "Stillwater", null, Locale.ENGLISH).organization()))
                .containsExactly("Counseling");
    }

    @Test
    void languages_and_places_are_reasons() {
        Why why = why("polish boone", "Safe Harbor", "Confidential shelter", Locale.ENGLISH);
        assertThat(why.reasons())
                .extracting(WhyFound.Reason::fact)
                .contains(Fact.LANGUAGE, Fact.PLACE);
    }

    @Test
    void parts_put_together_are_the_text() {
        Why why = why("beds advocate", "Safe Harbor", "Confidential shelter", Locale.ENGLISH);
        assertThat(text(why.name())).isEqualTo("Confidential shelter");
        assertThat(text(why.organization())).isEqualTo("Safe Harbor");
        assertThat(text(why.excerpt())).contains("beds in private rooms");
    }

    // ---- suggestions ----

    @Test
    void needs_counties_zip_codes_categories_and_names_are_suggested() {
        assertThat(suggestionsFor(SignedInAs.COORDINATOR, "shelt"))
                .anySatisfy(
                        one -> {
                            assertThat(one.kind()).isEqualTo(Kind.NEED);
                            assertThat(one.values()).containsExactly("A3");
                            assertThat(one.detail()).isEqualTo("shelter");
                        });
        assertThat(suggestionsFor(SignedInAs.COORDINATOR, "steph"))
                .extracting(Suggestion::values)
                .contains(List.of(STEPHENSON));
        assertThat(suggestionsFor(SignedInAs.COORDINATOR, "611"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.label()).startsWith("611"));
        assertThat(suggestionsFor(SignedInAs.COORDINATOR, "health"))
                .anySatisfy(one -> assertThat(one.kind()).isEqualTo(Kind.CATEGORY));
        assertThat(suggestionsFor(SignedInAs.COORDINATOR, "safe h"))
                .filteredOn(one -> one.kind() == Kind.ORGANIZATION)
                .extracting(Suggestion::label)
                .containsExactly("Safe Harbor");
        assertThat(suggestionsFor(SignedInAs.COORDINATOR, "s")).isEmpty();
    }

    @Test
    void a_draft_is_suggested_to_coordinators_alone() {
        assertThat(suggestionsFor(SignedInAs.COORDINATOR, "lakeview"))
                .extracting(Suggestion::label)
                .contains("Lakeview House");
        assertThat(suggestionsFor(SignedInAs.MEMBER_OF_LEGAL_AID, "lakeview"))
                .extracting(Suggestion::label)
                .doesNotContain("Lakeview House");
    }

    @Test
    void suggestions_read_no_database() {
        List<String> statements =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> sql.during(() -> suggestions.suggest("safe h", Locale.ENGLISH)));
        assertThat(statements).isEmpty();
    }

    // ---- what a search was about ----

    @ParameterizedTest
    @CsvSource({
        "a place to stay tonight, A3",
        "albergue, A3",
        "dentist, T9",
        "Maria Delgado 815-555-0100, ''"
    })
    void free_text_becomes_needs_and_nothing_else(String typed, String need) {
        Set<String> needs = needWords.needs(typed);
        if (need.isEmpty()) {
            assertThat(needs).isEmpty();
        } else {
            assertThat(needs).contains(need);
        }
    }

    @Test
    void a_search_is_told_by_need_county_and_outcome_only() {
        SearchRequest request = SearchRequest.of("shelter for Maria in DeKalb");
        Searched about = aid.about(request, search.searchPublished(request));
        assertThat(about.needs()).contains("A3");
        assertThat(about.countyFips()).isEqualTo("17037");
        assertThat(about.toString()).doesNotContain("Maria");
    }

    private String spelled(String typed) {
        SearchRequest request = SearchRequest.of(typed);
        return aid.publishedHelp(request, search.searchPublished(request)).corrected();
    }

    private List<Suggestion> suggestionsFor(String person, String typed) {
        return signedInAs.call(person, () -> suggestions.suggest(typed, Locale.ENGLISH));
    }

    private Why why(String words, String organization, String service, Locale locale) {
        ServiceView view =
                search.searchPublished(SearchRequest.of(words)).hits().stream()
                        .map(SearchResult.Hit::service)
                        .filter(one -> one.organization().name().startsWith(organization))
                        .filter(one -> service == null || one.name().equals(service))
                        .findFirst()
                        .orElseThrow();
        return whyFound.seek(words, locale).why(view);
    }

    private static List<String> marked(Marked marked) {
        return marked.parts().stream().filter(Marked.Part::matched).map(Marked.Part::text).toList();
    }

    private static String text(Marked marked) {
        return marked.parts().stream().map(Marked.Part::text).collect(Collectors.joining());
    }

    private Set<String> names(SearchRequest request) {
        return search.searchPublished(request).hits().stream()
                .map(hit -> hit.service().id().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static SearchRequest dropped(SearchRequest request, Narrowing narrowing) {
        return switch (narrowing.filter()) {
            case NEED -> request("", Set.of(), request.countyFips(), request.serves(), false);
            case COUNTY -> request("", request.needs(), null, request.serves(), false);
            case SERVES -> request("", request.needs(), request.countyFips(), Set.of(), false);
            default -> throw new AssertionError(narrowing);
        };
    }

    private static SearchRequest request(
            String text, Set<String> needs, String county, Set<String> serves, boolean open) {
        return new SearchRequest(
                text,
                needs,
                Set.of(),
                county,
                serves,
                Set.of(),
                open,
                false,
                false,
                Set.of(),
                null,
                null,
                SearchRequest.Sort.NAME,
                0,
                SearchRequest.MOST);
    }
}
