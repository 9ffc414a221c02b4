package org.coalitionatlas.directory;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.coalitionatlas.directory.IndexWords.Word;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Axis;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.coalitionatlas.taxonomy.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says why a service was found: the words of the search where they stand in what its reader sees.
 * Looks at the reader's own view and nothing else, so that it can name nothing that is not in it.
 * Asked for the hits of a page only; the search itself never pays for it.
 */
@Component
public class WhyFound {

    private static final int MOST_REASONS = 3;
    private static final int EXCERPT = 160;
    private static final int BEFORE = 60;
    private static final long MOST_LETTERS_KEPT = 500_000;
    private static final long MOST_NEEDS_KEPT = 5_000;

    private final QueryWords queryWords;
    private final IndexWords indexWords;
    private final Taxonomy taxonomy;
    private final Geography geography;

    /** Labels, names and descriptions come up again and again; taking one apart is what costs. */
    private final LoadingCache<String, List<Word>> words;

    /** Whether a word says a need depends on neither service nor reader, and people ask alike. */
    private final Cache<NeedSought, Optional<Reason>> needs =
            Caffeine.newBuilder().maximumSize(MOST_NEEDS_KEPT).build();

    WhyFound(QueryWords queryWords, IndexWords indexWords, Taxonomy taxonomy, Geography geography) {
        this.queryWords = queryWords;
        this.indexWords = indexWords;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.words =
                Caffeine.newBuilder()
                        .maximumWeight(MOST_LETTERS_KEPT)
                        .weigher((String text, List<Word> words) -> text.length() + 1)
                        .build(text -> List.copyOf(indexWords.of(text)));
    }

    /** A text in parts, of which some matched. */
    public record Marked(List<Part> parts) {

        /** A piece of the text as it stands there; to be escaped by whoever shows it. */
        public record Part(String text, boolean matched) {}

        /** Whether anything matched. */
        public boolean any() {
            return parts.stream().anyMatch(Part::matched);
        }

        static Marked plain(String text) {
            return new Marked(List.of(new Part(text, false)));
        }
    }

    /** What kind of fact matched. */
    public enum Fact {
        NEED,
        LANGUAGE,
        POPULATION,
        KIND,
        PLACE,
        PHONE,
        CONTACT
    }

    /**
     * A fact that matched outside of name and description.
     *
     * @param code of the need, for {@link Fact#NEED}; otherwise {@code null}
     * @param label the fact in the reader's language
     * @param through the synonym or kind of support that was recognized, or {@code null} when the
     *     label itself has the word
     */
    public record Reason(
            Fact fact, @Nullable String code, Marked label, @Nullable String through) {}

    /**
     * Why one service was found.
     *
     * @param excerpt the part of the description that has the words, or {@code null}
     */
    public record Why(
            Marked name, Marked organization, @Nullable Marked excerpt, List<Reason> reasons) {}

    /** The words of a search, ready to be looked for in many services. */
    public Sought seek(String text, Locale locale) {
        QueryWords.Understood understood = queryWords.understand(text);
        List<Wanted> wanted =
                understood.units().stream()
                        .map(
                                unit ->
                                        new Wanted(
                                                indexWords.terms(unit.phrase()),
                                                unit.equivalents().stream()
                                                        .map(indexWords::terms)
                                                        .filter(terms -> !terms.isEmpty())
                                                        .toList(),
                                                unit.isOneWord()
                                                        && unit.phrase().length()
                                                                >= QueryWords.SHORTEST_FORGIVEN))
                        .filter(one -> !one.terms.isEmpty())
                        .toList();
        return new Sought(wanted, locale);
    }

    /**
     * A unit of the search.
     *
     * @param forgiving whether a mistyped word counts where nothing else does
     */
    private record Wanted(List<String> terms, List<List<String>> same, boolean forgiving) {}

    private record NeedSought(String code, Wanted wanted, Locale locale) {}

    /** The words of one search. */
    public final class Sought {

        private final List<Wanted> wanted;
        private final Locale locale;

        // The hits of a page share organizations and languages.
        private final Map<String, List<Word>> texts = new HashMap<>();

        private Sought(List<Wanted> wanted, Locale locale) {
            this.wanted = wanted;
            this.locale = locale;
        }

        /** Why the service was found; nothing is marked when the search had no words. */
        public Why why(ServiceView view) {
            String name = view.name();
            String organization = view.organization().name();
            if (wanted.isEmpty()) {
                return new Why(Marked.plain(name), Marked.plain(organization), null, List.of());
            }
            Marked markedName = mark(name);
            Marked markedOrganization = mark(organization);
            return new Why(markedName, markedOrganization, excerpt(view), reasons(view));
        }

        private List<Reason> reasons(ServiceView view) {
            var reasons = new LinkedHashMap<String, Reason>();
            for (Wanted one : wanted) {
                for (String code : view.needs()) {
                    taxonomy.need(code)
                            .flatMap(need -> reason(need, one))
                            .ifPresent(reason -> reasons.putIfAbsent("need " + code, reason));
                }
            }
            for (Wanted one : wanted) {
                boolean elsewhere =
                        isIn(view.name(), one)
                                || isIn(view.organization().name(), one)
                                || view.needs().stream()
                                        .flatMap(code -> taxonomy.need(code).stream())
                                        .anyMatch(need -> reason(need, one).isPresent());
                if (!elsewhere) {
                    fact(view, one)
                            .ifPresent(
                                    reason ->
                                            reasons.putIfAbsent(
                                                    reason.fact() + reason.label().toString(),
                                                    reason));
                }
            }
            return reasons.values().stream().limit(MOST_REASONS).toList();
        }

        private Optional<Reason> reason(Need need, Wanted one) {
            return needs.get(new NeedSought(need.code(), one, locale), at -> worked(need, one));
        }

        private List<Word> words(String text) {
            return texts.computeIfAbsent(text, words::get);
        }

        private Optional<Reason> worked(Need need, Wanted one) {
            String label = need.label().in(locale);
            if (isIn(label, one)) {
                return Optional.of(new Reason(Fact.NEED, need.code(), mark(label), null));
            }
            return Stream.concat(
                            need.synonyms().stream(),
                            Stream.concat(
                                    Stream.of(need.label().en(), need.label().es()),
                                    need.categories().stream()
                                            .map(category -> category.label().in(locale))))
                    .filter(synonym -> isIn(synonym, one))
                    .findFirst()
                    .map(
                            synonym ->
                                    new Reason(
                                            Fact.NEED, need.code(), Marked.plain(label), synonym));
        }

        private Optional<Reason> fact(ServiceView view, Wanted one) {
            return terms(Fact.LANGUAGE, view.languages(), taxonomy::language, one)
                    .or(() -> axisValue(view, one))
                    .or(() -> terms(Fact.POPULATION, view.populations(), taxonomy::population, one))
                    .or(
                            () ->
                                    terms(
                                            Fact.KIND,
                                            List.of(view.organization().kind()),
                                            taxonomy::organizationKind,
                                            one))
                    .or(() -> place(view, one))
                    .or(() -> phone(view, one))
                    .or(() -> contact(view, one));
        }

        private Optional<Reason> axisValue(ServiceView view, Wanted one) {
            return view.accepts().stream()
                    .flatMap(code -> taxonomy.axisValue(code).stream())
                    .flatMap(
                            (Axis.Value value) ->
                                    through(
                                            Fact.POPULATION,
                                            value.label().in(locale),
                                            Stream.concat(
                                                    value.synonyms().stream(),
                                                    Stream.of(
                                                            value.label().en(),
                                                            value.label().es())),
                                            one)
                                            .stream())
                    .findFirst();
        }

        private Optional<Reason> terms(
                Fact fact,
                List<String> codes,
                java.util.function.Function<String, Optional<Term>> lookup,
                Wanted one) {
            return codes.stream()
                    .flatMap(code -> lookup.apply(code).stream())
                    .flatMap(
                            term ->
                                    through(
                                            fact,
                                            term.label().in(locale),
                                            Stream.concat(
                                                    term.synonyms().stream(),
                                                    Stream.of(
                                                            term.label().en(), term.label().es())),
                                            one)
                                            .stream())
                    .findFirst();
        }

        private Optional<Reason> through(
                Fact fact, String label, Stream<String> synonyms, Wanted one) {
            if (isIn(label, one)) {
                return Optional.of(new Reason(fact, null, mark(label), null));
            }
            return synonyms.filter(synonym -> isIn(synonym, one))
                    .findFirst()
                    .map(synonym -> new Reason(fact, null, Marked.plain(label), synonym));
        }

        private Optional<Reason> place(ServiceView view, Wanted one) {
            Stream<String> areas =
                    view.areas().stream()
                            .map(ServiceArea::new)
                            .flatMap(
                                    area ->
                                            area
                                                    .countyFips()
                                                    .flatMap(geography::county)
                                                    .map(county -> county.nameWithState())
                                                    .or(
                                                            () ->
                                                                    area.stateUsps()
                                                                            .flatMap(
                                                                                    geography
                                                                                            ::state)
                                                                            .map(
                                                                                    state ->
                                                                                            state.name()
                                                                                                    .in(
                                                                                                            locale)))
                                                    .stream());
            Stream<String> places =
                    view.places().stream()
                            .flatMap(
                                    (PlacePart part) ->
                                            Stream.of(
                                                            Optional.ofNullable(part.name()),
                                                            Optional.ofNullable(part.line1()),
                                                            Optional.ofNullable(part.city()),
                                                            Optional.ofNullable(part.zip()))
                                                    .flatMap(Optional::stream));
            return Stream.concat(places, areas)
                    .filter(text -> isIn(text, one))
                    .findFirst()
                    .map(text -> new Reason(Fact.PLACE, null, mark(text), null));
        }

        private Optional<Reason> phone(ServiceView view, Wanted one) {
            String digits = String.join("", one.terms);
            if (!digits.matches("\\d{3,}")) {
                return Optional.empty();
            }
            return Stream.concat(
                            view.phones().stream(),
                            view.contacts().stream().flatMap(contact -> contact.phones().stream()))
                    .filter(phone -> phone.number().contains(digits))
                    .findFirst()
                    .map(
                            phone ->
                                    new Reason(
                                            Fact.PHONE,
                                            null,
                                            Marked.plain(phone.phone().display()),
                                            null));
        }

        private Optional<Reason> contact(ServiceView view, Wanted one) {
            return view.contacts().stream()
                    .flatMap(
                            contact ->
                                    Stream.concat(
                                            Stream.of(contact.name()),
                                            Stream.ofNullable(contact.title())))
                    .filter(text -> isIn(text, one))
                    .findFirst()
                    .map(text -> new Reason(Fact.CONTACT, null, mark(text), null));
        }

        private @Nullable Marked excerpt(ServiceView view) {
            String description = view.description();
            if (description == null) {
                return null;
            }
            List<int[]> spans = spans(words(description));
            if (spans.isEmpty()) {
                return null;
            }
            int first = spans.getFirst()[0];
            int from = first <= BEFORE ? 0 : wordStart(description, first - BEFORE);
            int to = Math.min(description.length(), from + EXCERPT);
            to =
                    to == description.length()
                            ? to
                            : Math.max(wordEnd(description, to), spans.getFirst()[1]);
            var parts = new ArrayList<Marked.Part>();
            if (from > 0) {
                parts.add(new Marked.Part("… ", false));
            }
            addParts(parts, description, spans, from, to);
            if (to < description.length()) {
                parts.add(new Marked.Part(" …", false));
            }
            return new Marked(parts);
        }

        private Marked mark(String text) {
            var parts = new ArrayList<Marked.Part>();
            addParts(parts, text, spans(words(text)), 0, text.length());
            return new Marked(parts);
        }

        private static void addParts(
                List<Marked.Part> parts, String text, List<int[]> spans, int from, int to) {
            int at = from;
            for (int[] span : spans) {
                if (span[0] >= at && span[1] <= to) {
                    if (span[0] > at) {
                        parts.add(new Marked.Part(text.substring(at, span[0]), false));
                    }
                    parts.add(new Marked.Part(text.substring(span[0], span[1]), true));
                    at = span[1];
                }
            }
            if (at < to) {
                parts.add(new Marked.Part(text.substring(at, to), false));
            }
        }

        // Overlapping and touching finds become one mark.
        private List<int[]> spans(List<Word> words) {
            var marked = new TreeSet<Integer>();
            for (Wanted one : wanted) {
                marked.addAll(positions(words, one));
            }
            var spans = new ArrayList<int[]>();
            int last = -2;
            for (int position : marked) {
                Word word = words.get(position);
                if (position == last + 1) {
                    spans.getLast()[1] = word.end();
                } else {
                    spans.add(new int[] {word.start(), word.end()});
                }
                last = position;
            }
            return spans;
        }

        private boolean isIn(String text, Wanted one) {
            return WhyFound.isIn(words(text), one);
        }

        // What was typed and what means the same; a mistyped word only where neither stands.
        private Set<Integer> positions(List<Word> words, Wanted one) {
            var found = new TreeSet<Integer>();
            addPhrase(found, words, one.terms);
            one.same.forEach(phrase -> addPhrase(found, words, phrase));
            if (found.isEmpty() && one.forgiving) {
                for (int at = 0; at < words.size(); at++) {
                    if (isMistyped(one.terms.getFirst(), words.get(at).term())) {
                        found.add(at);
                    }
                }
            }
            return found;
        }

        private static void addPhrase(Set<Integer> found, List<Word> words, List<String> phrase) {
            for (int at = find(words, phrase, 0); at >= 0; at = find(words, phrase, at + 1)) {
                for (int i = 0; i < phrase.size(); i++) {
                    found.add(at + i);
                }
            }
        }
    }

    private static boolean isIn(List<Word> words, Wanted one) {
        if (find(words, one.terms, 0) >= 0) {
            return true;
        }
        for (List<String> phrase : one.same) {
            if (find(words, phrase, 0) >= 0) {
                return true;
            }
        }
        return one.forgiving
                && words.stream().anyMatch(word -> isMistyped(one.terms.getFirst(), word.term()));
    }

    // Where the phrase stands next; -1 when it does not.
    private static int find(List<Word> words, List<String> phrase, int from) {
        for (int at = from; at + phrase.size() <= words.size(); at++) {
            boolean here = true;
            for (int i = 0; i < phrase.size() && here; i++) {
                here = words.get(at + i).term().equals(phrase.get(i));
            }
            if (here) {
                return at;
            }
        }
        return -1;
    }

    private static int wordStart(String text, int at) {
        int start = at;
        while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int wordEnd(String text, int at) {
        int end = at;
        while (end > 0 && !Character.isWhitespace(text.charAt(end))) {
            end--;
        }
        return end;
    }

    // As the index forgives: two letters right at the start, one or two mistakes after them.
    private static boolean isMistyped(String typed, String word) {
        return typed.length() >= 2
                && word.length() >= 2
                && typed.startsWith(word.substring(0, 2))
                && Spelling.distance(typed, word) <= (typed.length() >= 8 ? 2 : 1);
    }
}
