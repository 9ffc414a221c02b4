package org.coalitionatlas.directory.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.springframework.stereotype.Component;

/**
 * Where somebody may have wanted to go whose address leads nowhere, from the words in it. An
 * address of a record has no words: about records nothing is guessed.
 */
@Component
class WaysOn {

    private static final int MOST = 5;
    private static final int LONGEST_WORDS = 60;

    private final Taxonomy taxonomy;

    WaysOn(Taxonomy taxonomy) {
        this.taxonomy = taxonomy;
    }

    /** A page that exists. */
    public record Way(String label, String href) {}

    List<Way> from(Page page, Words words, CoalitionProfile coalition) {
        String path = page.english();
        if (path.matches("/directory/(services|organizations)(/.*)?")) {
            return List.of();
        }
        Set<String> said =
                Stream.of(Texts.folded(path).split("[^\\p{L}]+"))
                        .filter(word -> word.length() > 3)
                        .filter(
                                word ->
                                        !Set.of("directory", "county", "need", "html", "help")
                                                .contains(word))
                        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        var ways = new ArrayList<Way>();
        coalition.counties().stream()
                .filter(
                        county ->
                                said.contains(Texts.folded(Geography.shortName(county)))
                                        || path.contains(county.fips()))
                .forEach(
                        county ->
                                ways.add(
                                        new Way(
                                                county.nameWithState(),
                                                Addresses.county(page.base(), county))));
        taxonomy.needs().stream()
                .filter(need -> isAbout(need, said))
                .forEach(
                        need ->
                                ways.add(
                                        new Way(
                                                words.of(need.label()),
                                                Addresses.need(page.base(), need))));
        List<Way> best = new ArrayList<>(ways.stream().limit(MOST).toList());
        if (!said.isEmpty()) {
            String text = String.join(" ", said);
            String shown = text.length() > LONGEST_WORDS ? text.substring(0, LONGEST_WORDS) : text;
            best.add(
                    new Way(
                            words.say("published.notfound.search", shown),
                            Addresses.search(page.base(), Query.of("q", shown))));
        }
        return best;
    }

    private static boolean isAbout(Need need, Set<String> said) {
        return Stream.of(need.label().in(Locale.ENGLISH), need.label().in(Locale.of("es")))
                .flatMap(label -> Stream.of(Texts.folded(label).split("[^\\p{L}]+")))
                .anyMatch(word -> word.length() > 4 && said.contains(word));
    }
}
