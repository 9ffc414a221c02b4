package org.coalitionatlas.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FuzzyTermsEnum;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.coalitionatlas.common.LocalText;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.Reader;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the word that was meant: among needs, synonyms and other labels, and among the words of the
 * records its reader may see. A word that only stands in records that are gone, or that others see,
 * is never proposed: the index forgets words late, so each is looked up in a living record first.
 */
@Component
class Spelling {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}'’]+");
    private static final int SHORTEST = 4;
    private static final int LONG = 6;
    private static final int MOST_CANDIDATES = 25;

    private final SearchPass pass;
    private final IndexWords indexWords;
    private final CoalitionProfile coalition;

    /** Words of the closed lists, by their folded form. */
    private final Map<String, String> listed = new HashMap<>();

    Spelling(
            SearchPass pass, IndexWords indexWords, Taxonomy taxonomy, CoalitionProfile coalition) {
        this.pass = pass;
        this.indexWords = indexWords;
        this.coalition = coalition;
        for (Need need : taxonomy.needs()) {
            add(need.label());
            need.synonyms().forEach(this::add);
            need.categories().forEach(category -> add(category.label()));
        }
        taxonomy.synonymGroups().forEach(group -> group.forEach(this::add));
        Stream.of(taxonomy.populations(), taxonomy.languages(), taxonomy.organizationKinds())
                .flatMap(terms -> terms.stream())
                .forEach(
                        term -> {
                            add(term.label());
                            term.synonyms().forEach(this::add);
                        });
        taxonomy.profileValues()
                .forEach(
                        value -> {
                            add(value.label());
                            value.synonyms().forEach(this::add);
                        });
    }

    private void add(LocalText label) {
        add(label.en());
        add(label.es());
    }

    private void add(String text) {
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            if (word.length() >= SHORTEST) {
                listed.putIfAbsent(Texts.folded(word), word);
            }
        }
    }

    /** The text with the words that nobody knows put right; empty when there is nothing to do. */
    Optional<String> corrected(String text, Reader reader) {
        var corrected = new StringBuilder();
        int at = 0;
        boolean changed = false;
        try (IndexReader index = pass.scope().extension(LuceneExtension.get()).openIndexReader()) {
            Matcher words = WORD.matcher(text);
            while (words.find()) {
                String better = better(words.group(), reader, index);
                if (better != null) {
                    corrected.append(text, at, words.start()).append(better);
                    at = words.end();
                    changed = true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return changed
                ? Optional.of(corrected.append(text.substring(at)).toString())
                : Optional.empty();
    }

    private @Nullable String better(String typed, Reader reader, IndexReader index)
            throws IOException {
        String folded = Texts.folded(typed).replace('’', '\'');
        if (folded.length() < SHORTEST
                || folded.chars().anyMatch(Character::isDigit)
                || QueryWords.saysNothing(folded)
                || isListed(folded)) {
            return null;
        }
        List<String> terms = indexWords.terms(folded);
        if (terms.size() != 1 || isKnown(terms.getFirst(), reader, index)) {
            return null;
        }
        int mistakes = folded.length() >= LONG ? 2 : 1;
        Optional<String> fromLists = nearestListed(folded, mistakes);
        int ofLists = fromLists.map(word -> distance(folded, Texts.folded(word))).orElse(99);
        if (ofLists <= 1) {
            return fromLists.orElseThrow();
        }
        Optional<String> fromRecords = nearestInRecords(terms.getFirst(), mistakes, reader, index);
        int ofRecords = fromRecords.map(word -> distance(folded, Texts.folded(word))).orElse(99);
        return ofRecords < ofLists ? fromRecords.orElseThrow() : fromLists.orElse(null);
    }

    private boolean isListed(String folded) {
        return listed.containsKey(folded)
                || (folded.endsWith("s")
                        && listed.containsKey(folded.substring(0, folded.length() - 1)))
                || coalition.counties().stream()
                        .map(Geography::shortName)
                        .flatMap(name -> Stream.of(Texts.folded(name).split("[^\\p{L}]+")))
                        .anyMatch(folded::equals);
    }

    private Optional<String> nearestListed(String folded, int mistakes) {
        Stream<String> counties =
                coalition.counties().stream()
                        .map(Geography::shortName)
                        .flatMap(name -> Stream.of(name.split("[^\\p{L}]+")));
        return Stream.concat(listed.values().stream(), counties)
                .filter(word -> Texts.folded(word).charAt(0) == folded.charAt(0))
                .filter(word -> Math.abs(word.length() - folded.length()) <= mistakes)
                .filter(word -> distance(folded, Texts.folded(word)) <= mistakes)
                .min(
                        Comparator.comparingInt(
                                        (String word) -> distance(folded, Texts.folded(word)))
                                .thenComparing(Comparator.naturalOrder()));
    }

    private Optional<String> nearestInRecords(
            String term, int mistakes, Reader reader, IndexReader index) throws IOException {
        var frequency = new HashMap<String, Integer>();
        for (String field : fields(reader)) {
            for (LeafReaderContext leaf : index.leaves()) {
                Terms terms = leaf.reader().terms(field);
                if (terms == null) {
                    continue;
                }
                TermsEnum near =
                        new FuzzyTermsEnum(terms, new Term(field, term), mistakes, 1, true);
                for (BytesRef found = near.next(); found != null; found = near.next()) {
                    String word = found.utf8ToString();
                    if (word.chars().noneMatch(Character::isDigit)) {
                        frequency.merge(word, near.docFreq(), Integer::sum);
                    }
                }
            }
        }
        List<String> best =
                frequency.keySet().stream()
                        .sorted(
                                Comparator.comparingInt((String word) -> distance(term, word))
                                        .thenComparing(word -> -frequency.getOrDefault(word, 0))
                                        .thenComparing(Comparator.naturalOrder()))
                        .limit(MOST_CANDIDATES)
                        .toList();
        for (String word : best) {
            Optional<String> asWritten = asWritten(word, reader, index);
            if (asWritten.isPresent()) {
                return asWritten;
            }
        }
        return Optional.empty();
    }

    private boolean isKnown(String term, Reader reader, IndexReader index) throws IOException {
        for (String field : fields(reader)) {
            for (LeafReaderContext leaf : index.leaves()) {
                if (livingDocument(leaf, field, term) != DocIdSetIterator.NO_MORE_DOCS) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The word as a living record of that reader spells it: the index keeps only its stem. */
    private Optional<String> asWritten(String term, Reader reader, IndexReader index)
            throws IOException {
        for (String field : fields(reader)) {
            for (LeafReaderContext leaf : index.leaves()) {
                int document = livingDocument(leaf, field, term);
                if (document != DocIdSetIterator.NO_MORE_DOCS) {
                    String stored =
                            SearchPass.stored(
                                    leaf.reader().storedFields(),
                                    document,
                                    IndexFields.view(reader));
                    Matcher words = WORD.matcher(stored);
                    while (words.find()) {
                        String word = words.group();
                        if (Math.abs(word.length() - term.length()) <= 2
                                && indexWords.terms(word).equals(List.of(term))) {
                            return Optional.of(word.toLowerCase(Locale.ROOT));
                        }
                    }
                    return Optional.of(term);
                }
            }
        }
        return Optional.empty();
    }

    private static int livingDocument(LeafReaderContext leaf, String field, String term)
            throws IOException {
        PostingsEnum postings = leaf.reader().postings(new Term(field, term), PostingsEnum.NONE);
        if (postings == null) {
            return DocIdSetIterator.NO_MORE_DOCS;
        }
        Bits living = leaf.reader().getLiveDocs();
        int document = postings.nextDoc();
        while (document != DocIdSetIterator.NO_MORE_DOCS
                && living != null
                && !living.get(document)) {
            document = postings.nextDoc();
        }
        return document;
    }

    private static List<String> fields(Reader reader) {
        return List.of(
                IndexFields.name(reader),
                IndexFields.organizationName(reader),
                IndexFields.needWords(reader),
                IndexFields.facts(reader),
                IndexFields.body(reader));
    }

    /** Mistakes between two words; two letters that changed places are one. */
    static int distance(String one, String other) {
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + same);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = row;
            row = spare;
        }
        return last[other.length()];
    }
}
