package org.coalitionatlas.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coalitionatlas.directory.SearchResult;
import org.coalitionatlas.directory.SearchResult.Facets;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Axis;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Phase;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.taxonomy.Term;
import org.springframework.stereotype.Component;

/** The filters beside the results, each with the number of services it would leave or add. */
@Component
class SearchFilters {

    private final Taxonomy taxonomy;
    private final CoalitionProfile coalition;

    SearchFilters(Taxonomy taxonomy, CoalitionProfile coalition) {
        this.taxonomy = taxonomy;
        this.coalition = coalition;
    }

    /** One value to tick. */
    public record Option(String name, String value, String label, long count, boolean on) {}

    /**
     * Values under a heading.
     *
     * @param active how many of them are on
     */
    public record Group(String heading, List<Option> options) {

        public long active() {
            return options.stream().filter(Option::on).count();
        }
    }

    /** All of them. */
    public record Filters(
            List<Option> moments,
            List<Option> counties,
            List<Group> needs,
            List<Group> populations,
            Group languages,
            Group kinds) {

        public long activeNeeds() {
            return needs.stream().mapToLong(Group::active).sum();
        }

        public long activePopulations() {
            return populations.stream().mapToLong(Group::active).sum();
        }
    }

    Filters of(SearchAddress address, SearchResult result, Words words) {
        Facets facets = result.choices();
        return new Filters(
                moments(address, facets, words),
                counties(address, facets),
                needs(address, facets.needs(), facets.phases(), words),
                populations(address, facets.serves(), words),
                terms(
                        address,
                        "language",
                        words.say("published.search.language"),
                        taxonomy.languages().stream(),
                        facets.languages(),
                        words),
                terms(
                        address,
                        "kind",
                        words.say("published.search.kind"),
                        taxonomy.organizationKinds().stream(),
                        facets.kinds(),
                        words));
    }

    private static List<Option> moments(SearchAddress address, Facets facets, Words words) {
        return Stream.of(
                        option(
                                address,
                                "open",
                                words.say("published.search.open"),
                                facets.openNow()),
                        option(
                                address,
                                "always",
                                words.say("published.search.always"),
                                facets.always()),
                        option(
                                address,
                                "trained",
                                words.say("published.search.trained"),
                                facets.trained()))
                .filter(SearchFilters::isOfUse)
                .toList();
    }

    private static Option option(SearchAddress address, String name, String label, long count) {
        return new Option(name, "1", label, count, address.has(name, "1"));
    }

    private List<Option> counties(SearchAddress address, Facets facets) {
        var counties = new ArrayList<County>(coalition.counties());
        County chosen = address.county();
        if (chosen != null && !counties.contains(chosen)) {
            counties.addFirst(chosen);
        }
        return counties.stream()
                .map(
                        county ->
                                new Option(
                                        "county",
                                        county.fips(),
                                        county.nameWithState(),
                                        facets.counties().of(county),
                                        county.equals(chosen)))
                .toList();
    }

    private List<Group> needs(
            SearchAddress address,
            Map<String, Long> byNeed,
            Map<String, Long> byPhase,
            Words words) {
        var groups = new ArrayList<Group>();
        for (Phase phase : taxonomy.phases()) {
            var options = new ArrayList<Option>();
            options.add(
                    option(
                            address,
                            "phase",
                            phase.code(),
                            words.say("published.search.anyOfPhase"),
                            byPhase));
            for (Need need : taxonomy.needs(phase)) {
                options.add(option(address, "need", need.code(), words.of(need.label()), byNeed));
            }
            groups.add(group(words.of(phase.label()), options));
        }
        return groups;
    }

    private List<Group> populations(SearchAddress address, Map<String, Long> counts, Words words) {
        var groups = new ArrayList<Group>();
        for (Axis axis : taxonomy.axes()) {
            if (axis.inProfile()) {
                groups.add(
                        group(
                                words.of(axis.label()),
                                axis.values().stream()
                                        .map(
                                                value ->
                                                        option(
                                                                address,
                                                                "serves",
                                                                value.code(),
                                                                words.of(value.label()),
                                                                counts))
                                        .toList()));
            }
        }
        groups.add(
                terms(
                        address,
                        "serves",
                        words.say("published.search.further"),
                        taxonomy.populations().stream(),
                        counts,
                        words));
        return groups;
    }

    private static Group terms(
            SearchAddress address,
            String name,
            String heading,
            Stream<Term> terms,
            Map<String, Long> counts,
            Words words) {
        Function<Term, Option> toOption =
                term -> option(address, name, term.code(), words.of(term.label()), counts);
        return group(heading, terms.map(toOption).toList());
    }

    private static Option option(
            SearchAddress address,
            String name,
            String value,
            String label,
            Map<String, Long> counts) {
        return new Option(
                name, value, label, counts.getOrDefault(value, 0L), address.has(name, value));
    }

    private static Group group(String heading, List<Option> options) {
        return new Group(heading, options.stream().filter(SearchFilters::isOfUse).toList());
    }

    // What would lead to an empty page is not offered; what is on can always be taken off.
    private static boolean isOfUse(Option option) {
        return option.count() > 0 || option.on();
    }
}
