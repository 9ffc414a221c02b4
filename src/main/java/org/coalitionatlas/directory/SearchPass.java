package org.coalitionatlas.directory;

import static java.util.stream.Collectors.toMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;
import org.coalitionatlas.identity.Reader;
import org.hibernate.search.backend.lucene.LuceneExtension;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.sort.SearchSort;
import org.hibernate.search.mapper.orm.Search;
import org.hibernate.search.mapper.orm.scope.SearchScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectReader;

/**
 * Runs a search for services on the index in a single pass: the best hits, the exact total and the
 * counts of every facet. Predicates, orders and readers are Hibernate Search's; only the pass is
 * our own, because its aggregations took three to eight times as long as the counting itself.
 */
@Component
class SearchPass {

    /** Fields whose values are counted by term. */
    static final List<String> COUNTED =
            List.of(
                    IndexFields.NEEDS,
                    IndexFields.PHASES,
                    IndexFields.AREAS,
                    IndexFields.SERVES,
                    IndexFields.LANGUAGES,
                    IndexFields.KIND);

    private static final long MOST_LETTERS_KEPT = 4_000_000;

    private final SearchScope<Service> scope;

    /** What was worked out for the segments last seen; replaced whenever the index has changed. */
    private volatile Terms terms = Terms.OF_AN_EMPTY_INDEX;

    private volatile Dated dated = new Dated(List.of(), DatedHours.NONE);

    private volatile Expanded expanded = Expanded.in(List.of());

    private volatile OpenNow open = new OpenNow(Long.MIN_VALUE, Map.of());

    /** Reading a hit's view anew takes as long as finding it; a stored document never changes. */
    private final Cache<StoredView, ReadView> read =
            Caffeine.newBuilder()
                    .maximumWeight(MOST_LETTERS_KEPT)
                    .weigher((StoredView at, ReadView view) -> view.letters)
                    .build();

    private final ObjectReader views;

    SearchPass(EntityManagerFactory factory, ViewJson json) {
        this.scope = Search.mapping(factory).scope(Service.class);
        this.views = json.mapper().readerFor(ServiceView.class);
    }

    /** Where predicates and orders for this pass are made. */
    SearchScope<Service> scope() {
        return scope;
    }

    /**
     * What a pass found.
     *
     * @param views of the page's hits as their reader sees them, best first
     * @param counts by field of {@link #COUNTED} and term; terms without a hit are absent
     * @param missed for each choice, what meets everything but that choice, counted in the fields
     *     that the choice is about
     * @param openNow hits open at the asked minute
     * @param always hits open every hour of the week
     * @param trained hits with a contact that counts as trained on the asked day
     */
    record Found(
            List<ServiceView> views,
            long total,
            Map<String, Map<String, Long>> counts,
            Map<Narrowing, Map<String, Map<String, Long>>> missed,
            long openNow,
            long always,
            long trained) {}

    /**
     * Runs the search.
     *
     * @param where what every hit must match besides the choices
     * @param choices what a hit must match too; what misses one of them alone is counted as well,
     *     in the same pass, for the counts beside the other values of that filter
     * @param openNow matches what is open at {@code minute}
     * @param minute minutes since the epoch; what is open is worked out once in each
     * @param trainedAfter epoch day after which a training must still count
     */
    Found run(
            SearchPredicate where,
            Map<Narrowing, SearchPredicate> choices,
            SearchSort order,
            Supplier<SearchPredicate> openNow,
            long minute,
            long trainedAfter,
            Reader reader,
            int from,
            int size) {
        Query query = LuceneMigrationUtils.toLuceneQuery(where);
        try (IndexReader index = scope.extension(LuceneExtension.get()).openIndexReader()) {
            var searcher = new IndexSearcher(index);
            Terms current = terms(index);
            var counting =
                    new Counting(index, current, trainedAfter, IndexFields.trainedUntil(reader));
            var top =
                    new TopFieldCollectorManager(
                                    LuceneMigrationUtils.toLuceneSort(order),
                                    from + size,
                                    null,
                                    Integer.MAX_VALUE)
                            .newCollector();
            Collector hits = MultiCollector.wrap(top, counting);
            List<Dropping> dropping = dropping(searcher, choices, current);
            searcher.search(
                    expand(searcher, query),
                    dropping.isEmpty() ? hits : new Choosing(dropping, hits));
            TopDocs found = top.topDocs(from, size);
            long total = top.getTotalHits();
            return new Found(
                    views(searcher, found.scoreDocs, IndexFields.view(reader)),
                    total,
                    counting.byTerm(),
                    dropping.stream().collect(toMap(one -> one.narrowing, Dropping::byField)),
                    total == 0 ? 0 : counting.among(open(searcher, openNow, minute)),
                    counting.always,
                    counting.trained);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a search would find without one of its conditions.
     *
     * @param without hits that meet all the other conditions
     * @param counts of those hits, by field and term, for the fields the condition is about
     */
    record Sideways(
            Map<Narrowing, Long> without, Map<Narrowing, Map<String, Map<String, Long>>> counts) {}

    /**
     * Drops each condition by itself, all in one pass: a document counts for a condition when it
     * meets every other one.
     *
     * @param base what every hit must match
     */
    Sideways sideways(SearchPredicate base, Map<Narrowing, SearchPredicate> conditions) {
        try (IndexReader index = scope.extension(LuceneExtension.get()).openIndexReader()) {
            var searcher = new IndexSearcher(index);
            List<Dropping> dropping = dropping(searcher, conditions, terms(index));
            searcher.search(
                    expand(searcher, LuceneMigrationUtils.toLuceneQuery(base)),
                    new SidewaysCounting(dropping));
            var without = new HashMap<Narrowing, Long>();
            var counts = new HashMap<Narrowing, Map<String, Map<String, Long>>>();
            for (Dropping one : dropping) {
                without.put(one.narrowing, one.total);
                counts.put(one.narrowing, one.byField());
            }
            return new Sideways(without, counts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Dropping> dropping(
            IndexSearcher searcher, Map<Narrowing, SearchPredicate> conditions, Terms current)
            throws IOException {
        var dropping = new ArrayList<Dropping>(conditions.size());
        for (var condition : conditions.entrySet()) {
            Query query = LuceneMigrationUtils.toLuceneQuery(condition.getValue());
            dropping.add(
                    new Dropping(
                            condition.getKey(),
                            searcher.createWeight(
                                    expanded(searcher, query), ScoreMode.COMPLETE_NO_SCORES, 1),
                            current));
        }
        return dropping;
    }

    /** The views of the best hits, for lists that need neither total nor counts. */
    List<ServiceView> hits(SearchPredicate where, SearchSort order, Reader reader, int most) {
        try (IndexReader index = scope.extension(LuceneExtension.get()).openIndexReader()) {
            var searcher = new IndexSearcher(index);
            TopDocs found =
                    searcher.search(
                            LuceneMigrationUtils.toLuceneQuery(where),
                            most,
                            LuceneMigrationUtils.toLuceneSort(order));
            return views(searcher, found.scoreDocs, IndexFields.view(reader));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are, for lists that are cut. */
    long count(SearchPredicate where) {
        try (IndexReader index = scope.extension(LuceneExtension.get()).openIndexReader()) {
            return new IndexSearcher(index).count(LuceneMigrationUtils.toLuceneQuery(where));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What tells this state of the index from every other one; changes with every change of it. */
    Object state() {
        try (IndexReader index = scope.extension(LuceneExtension.get()).openIndexReader()) {
            List<Object> segments = new ArrayList<>(index.leaves().size());
            for (LeafReaderContext leaf : index.leaves()) {
                segments.add(leaf.reader().getReaderCacheHelper().getKey());
            }
            return segments;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ServiceView> views(IndexSearcher searcher, ScoreDoc[] hits, String field)
            throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        StoredFields stored = searcher.storedFields();
        var found = new ArrayList<ServiceView>(hits.length);
        for (ScoreDoc hit : hits) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            var at = new StoredView(segment(leaf), hit.doc - leaf.docBase, field);
            ReadView known = read.getIfPresent(at);
            if (known == null) {
                String json = stored(stored, hit.doc, field);
                known = new ReadView(views.readValue(json), json.length());
                read.put(at, known);
            }
            found.add(known.view);
        }
        return found;
    }

    /**
     * Where a view is stored. A segment's documents are never written again: what changes is added
     * to another segment, and what is deleted is no hit.
     *
     * @param field the view's, one for each kind of reader
     */
    private record StoredView(Object segment, int document, String field) {}

    private record ReadView(ServiceView view, int letters) {}

    /** One stored field of a document, which must have it. */
    static String stored(StoredFields fields, int document, String field) throws IOException {
        var one = new OneField(field);
        fields.document(document, one);
        return Objects.requireNonNull(one.value);
    }

    /**
     * The terms of {@link IndexFields#SPECIAL_HOURS} that are open.
     *
     * @param minute minutes since the epoch
     */
    List<String> openTerms(long minute) {
        try (IndexReader index = scope.extension(LuceneExtension.get()).openIndexReader()) {
            List<Object> segments = segments(index);
            Dated known = dated;
            if (!known.segments.equals(segments)) {
                known =
                        new Dated(
                                segments,
                                new DatedHours(
                                        FieldTerms.read(index, IndexFields.SPECIAL_HOURS).terms()));
                dated = known;
            }
            return known.hours.openAt(minute);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Object> segments(IndexReader index) {
        List<Object> segments = new ArrayList<>(index.leaves().size());
        for (LeafReaderContext leaf : index.leaves()) {
            segments.add(segment(leaf));
        }
        return segments;
    }

    private Terms terms(IndexReader index) throws IOException {
        List<Object> segments = segments(index);
        Terms known = terms;
        if (!known.segments.equals(segments)) {
            known = Terms.read(index, segments);
            terms = known;
        }
        return known;
    }

    // Working out which words of the index a mistyped one may mean takes longer than the search
    // itself; other filters with the same words, and the counts beside them, need not do it again.
    private Query expand(IndexSearcher searcher, Query query) throws IOException {
        if (!(query instanceof BooleanQuery all)) {
            return query;
        }
        var same = new BooleanQuery.Builder();
        same.setMinimumNumberShouldMatch(all.getMinimumNumberShouldMatch());
        for (BooleanClause clause : all) {
            same.add(
                    clause.occur() == BooleanClause.Occur.MUST
                            ? expanded(searcher, clause.query())
                            : clause.query(),
                    clause.occur());
        }
        return same.build();
    }

    private Query expanded(IndexSearcher searcher, Query words) throws IOException {
        List<Object> segments = segments(searcher.getIndexReader());
        Expanded known = expanded;
        if (!known.segments.equals(segments)) {
            known = Expanded.in(segments);
            expanded = known;
        }
        Query ready = known.queries.getIfPresent(words);
        if (ready == null) {
            ready = searcher.rewrite(words);
            known.queries.put(words, ready);
        }
        return ready;
    }

    // The hours of all services change only with their segment and the clock, not with the search.
    private OpenNow open(IndexSearcher searcher, Supplier<SearchPredicate> predicate, long minute)
            throws IOException {
        OpenNow known = open;
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        if (known.minute == minute
                && leaves.stream().allMatch(leaf -> known.bySegment.containsKey(segment(leaf)))) {
            return known;
        }
        Weight weight =
                searcher.createWeight(
                        searcher.rewrite(LuceneMigrationUtils.toLuceneQuery(predicate.get())),
                        ScoreMode.COMPLETE_NO_SCORES,
                        1);
        var bySegment = new HashMap<Object, FixedBitSet>();
        for (LeafReaderContext leaf : leaves) {
            var bits = new FixedBitSet(leaf.reader().maxDoc());
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                bits.or(scorer.iterator());
            }
            bySegment.put(segment(leaf), bits);
        }
        var fresh = new OpenNow(minute, bySegment);
        open = fresh;
        return fresh;
    }

    private static Object segment(LeafReaderContext leaf) {
        return leaf.reader().getCoreCacheHelper().getKey();
    }

    /**
     * The hours that depend on the date.
     *
     * @param segments the segments whose hours they are
     */
    private record Dated(List<Object> segments, DatedHours hours) {}

    /**
     * Queries written out in the words of the index.
     *
     * @param segments the segments whose words they are
     */
    private record Expanded(List<Object> segments, Cache<Query, Query> queries) {

        private static final int MOST = 500;

        static Expanded in(List<Object> segments) {
            return new Expanded(segments, Caffeine.newBuilder().maximumSize(MOST).build());
        }
    }

    /** The documents of each segment that are open in a minute. */
    private record OpenNow(long minute, Map<Object, FixedBitSet> bySegment) {}

    /**
     * The terms of the counted fields, numbered alike in all segments.
     *
     * @param segments the segments it is true of
     */
    private record Terms(List<Object> segments, Map<String, FieldTerms> byField) {

        /** What holds before the first record: every field is there, without a term. */
        static final Terms OF_AN_EMPTY_INDEX =
                new Terms(
                        List.of(),
                        COUNTED.stream()
                                .collect(
                                        toMap(
                                                field -> field,
                                                field -> new FieldTerms(List.of(), new int[0][]))));

        static Terms read(IndexReader index, List<Object> segments) throws IOException {
            var byField = new HashMap<String, FieldTerms>();
            for (String field : COUNTED) {
                byField.put(field, FieldTerms.read(index, field));
            }
            return new Terms(segments, byField);
        }
    }

    /**
     * @param numbers for each segment, the number of each of its own terms
     */
    private record FieldTerms(List<String> terms, int[][] numbers) {

        static FieldTerms read(IndexReader index, String field) throws IOException {
            var numberOf = new HashMap<String, Integer>();
            var terms = new ArrayList<String>();
            var numbers = new int[index.leaves().size()][];
            for (LeafReaderContext leaf : index.leaves()) {
                SortedSetDocValues values = DocValues.getSortedSet(leaf.reader(), field);
                var ofLeaf = new int[(int) values.getValueCount()];
                for (int term = 0; term < ofLeaf.length; term++) {
                    ofLeaf[term] =
                            numberOf.computeIfAbsent(
                                    values.lookupOrd(term).utf8ToString(),
                                    text -> {
                                        terms.add(text);
                                        return terms.size() - 1;
                                    });
                }
                numbers[leaf.ord] = ofLeaf;
            }
            return new FieldTerms(List.copyOf(terms), numbers);
        }
    }

    /** Counts the values of every hit and remembers the hits. */
    private static final class Counting extends SimpleCollector {

        private final long trainedAfter;
        private final String trainedField;
        private final List<FieldCount> fields = new ArrayList<>();
        private final List<LeafReaderContext> leaves;
        private final @Nullable FixedBitSet[] hits;
        private @Nullable FixedBitSet hitsOfLeaf;
        private @Nullable SortedNumericDocValues alwaysValues;
        private @Nullable SortedNumericDocValues trainedValues;
        private long always;
        private long trained;

        Counting(IndexReader index, Terms terms, long trainedAfter, String trainedField) {
            this.trainedAfter = trainedAfter;
            this.trainedField = trainedField;
            this.leaves = index.leaves();
            this.hits = new FixedBitSet[leaves.size()];
            for (String field : COUNTED) {
                fields.add(
                        new FieldCount(field, Objects.requireNonNull(terms.byField().get(field))));
            }
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            LeafReader reader = leaf.reader();
            for (FieldCount field : fields) {
                field.enter(leaf);
            }
            alwaysValues = DocValues.getSortedNumeric(reader, IndexFields.ALWAYS);
            trainedValues = DocValues.getSortedNumeric(reader, trainedField);
            hitsOfLeaf = new FixedBitSet(reader.maxDoc());
            hits[leaf.ord] = hitsOfLeaf;
        }

        @Override
        public void collect(int doc) throws IOException {
            Objects.requireNonNull(hitsOfLeaf).set(doc);
            for (FieldCount field : fields) {
                field.count(doc);
            }
            if (valueOf(alwaysValues, doc, 0) == 1) {
                always++;
            }
            if (valueOf(trainedValues, doc, Long.MIN_VALUE) > trainedAfter) {
                trained++;
            }
        }

        private static long valueOf(@Nullable SortedNumericDocValues values, int doc, long none)
                throws IOException {
            return values != null && values.advanceExact(doc) ? values.nextValue() : none;
        }

        Map<String, Map<String, Long>> byTerm() {
            var counts = new HashMap<String, Map<String, Long>>();
            fields.forEach(field -> counts.put(field.name, field.byTerm()));
            return counts;
        }

        long among(OpenNow open) {
            long count = 0;
            for (LeafReaderContext leaf : leaves) {
                FixedBitSet found = hits[leaf.ord];
                if (found != null) {
                    count +=
                            FixedBitSet.intersectionCount(
                                    found,
                                    Objects.requireNonNull(open.bySegment.get(segment(leaf))));
                }
            }
            return count;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** One condition that is dropped, and what is counted then. */
    private static final class Dropping {

        private final Narrowing narrowing;
        private final Weight weight;
        private final List<FieldCount> fields;
        private FixedBitSet meeting = new FixedBitSet(0);
        private long total;

        Dropping(Narrowing narrowing, Weight weight, Terms terms) {
            this.narrowing = narrowing;
            this.weight = weight;
            this.fields =
                    fieldsOf(narrowing.filter()).stream()
                            .map(
                                    field ->
                                            new FieldCount(
                                                    field,
                                                    Objects.requireNonNull(
                                                            terms.byField().get(field))))
                            .toList();
        }

        private static List<String> fieldsOf(SearchFilter filter) {
            return switch (filter) {
                case NEED, TEXT -> List.of(IndexFields.NEEDS);
                case PHASE -> List.of(IndexFields.PHASES);
                case COUNTY, ZIP -> List.of(IndexFields.AREAS);
                case LANGUAGE -> List.of(IndexFields.LANGUAGES);
                case KIND -> List.of(IndexFields.KIND);
                case SERVES, OPEN_NOW, ALWAYS, TRAINED, DISTANCE -> List.of();
            };
        }

        void enter(LeafReaderContext leaf) throws IOException {
            meeting = new FixedBitSet(leaf.reader().maxDoc());
            Scorer scorer = weight.scorer(leaf);
            if (scorer != null) {
                meeting.or(scorer.iterator());
            }
            for (FieldCount field : fields) {
                field.enter(leaf);
            }
        }

        void count(int doc) throws IOException {
            total++;
            for (FieldCount field : fields) {
                field.count(doc);
            }
        }

        Map<String, Map<String, Long>> byField() {
            var byField = new HashMap<String, Map<String, Long>>();
            fields.forEach(field -> byField.put(field.name, field.byTerm()));
            return byField;
        }
    }

    /** Tells documents that meet all conditions from those that miss a single one of them. */
    private abstract static class Missing extends SimpleCollector {

        final List<Dropping> all;

        Missing(List<Dropping> all) {
            this.all = all;
        }

        abstract void collectHit(int doc) throws IOException;

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            for (Dropping one : all) {
                one.enter(leaf);
            }
        }

        @Override
        public final void collect(int doc) throws IOException {
            Dropping missed = null;
            for (Dropping one : all) {
                if (!one.meeting.get(doc)) {
                    if (missed != null) {
                        return;
                    }
                    missed = one;
                }
            }
            if (missed == null) {
                collectHit(doc);
            } else {
                missed.count(doc);
            }
        }
    }

    /** Collects what meets all choices, and counts what misses one for that choice. */
    private static final class Choosing extends Missing {

        private final Collector hits;
        private @Nullable LeafCollector hitsOfLeaf;

        Choosing(List<Dropping> choices, Collector hits) {
            super(choices);
            this.hits = hits;
        }

        @Override
        public void setWeight(Weight weight) {
            hits.setWeight(weight);
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            super.doSetNextReader(leaf);
            hitsOfLeaf = hits.getLeafCollector(leaf);
        }

        @Override
        public void setScorer(Scorable scorer) throws IOException {
            Objects.requireNonNull(hitsOfLeaf).setScorer(scorer);
        }

        @Override
        void collectHit(int doc) throws IOException {
            Objects.requireNonNull(hitsOfLeaf).collect(doc);
        }

        @Override
        public void finish() throws IOException {
            Objects.requireNonNull(hitsOfLeaf).finish();
        }

        @Override
        public ScoreMode scoreMode() {
            return hits.scoreMode();
        }
    }

    /** Counts a document for every condition that is the only one it may miss. */
    private static final class SidewaysCounting extends Missing {

        SidewaysCounting(List<Dropping> all) {
            super(all);
        }

        @Override
        void collectHit(int doc) throws IOException {
            for (Dropping one : all) {
                one.count(doc);
            }
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }

    /** Counts one field's terms. */
    private static final class FieldCount {

        private final String name;
        private final FieldTerms terms;
        private final int[] counts;
        private int[] numbers = {};
        private @Nullable SortedSetDocValues values;

        FieldCount(String name, FieldTerms terms) {
            this.name = name;
            this.terms = terms;
            this.counts = new int[terms.terms().size()];
        }

        void enter(LeafReaderContext leaf) throws IOException {
            values = DocValues.getSortedSet(leaf.reader(), name);
            numbers = terms.numbers()[leaf.ord];
        }

        void count(int doc) throws IOException {
            SortedSetDocValues current = values;
            if (current == null || !current.advanceExact(doc)) {
                return;
            }
            for (int left = current.docValueCount(); left > 0; left--) {
                counts[numbers[(int) current.nextOrd()]]++;
            }
        }

        Map<String, Long> byTerm() {
            var byTerm = new HashMap<String, Long>();
            for (int term = 0; term < counts.length; term++) {
                if (counts[term] > 0) {
                    byTerm.put(terms.terms().get(term), (long) counts[term]);
                }
            }
            return byTerm;
        }
    }

    /** Reads one stored field and no further. */
    private static final class OneField extends StoredFieldVisitor {

        private final String name;
        private @Nullable String value;

        OneField(String name) {
            this.name = name;
        }

        @Override
        public Status needsField(FieldInfo field) {
            if (value != null) {
                return Status.STOP;
            }
            return field.name.equals(name) ? Status.YES : Status.NO;
        }

        @Override
        public void stringField(FieldInfo field, String text) {
            value = text;
        }
    }
}
