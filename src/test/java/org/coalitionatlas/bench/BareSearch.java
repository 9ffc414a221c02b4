package org.coalitionatlas.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollector;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.LongValues;
import org.coalitionatlas.directory.SearchProbe;

/**
 * The search page's work done on Lucene by hand, over the same index folder: the measure that the
 * product's own search is held against. One pass collects the best hits, the exact total and all
 * counts; a second query counts what is open now.
 */
final class BareSearch implements AutoCloseable {

    /** What a search page needs, with the views still as stored text. */
    record Page(
            List<String> views,
            long total,
            Map<String, Map<String, Long>> counts,
            long always,
            long trained,
            long openNow) {}

    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final List<TermField> fields = new ArrayList<>();

    BareSearch(Path folder) throws IOException {
        directory = FSDirectory.open(folder);
        reader = DirectoryReader.open(directory);
        searcher = new IndexSearcher(reader);
        for (String name : SearchProbe.TERMS) {
            fields.add(new TermField(name));
        }
    }

    int segments() {
        return reader.leaves().size();
    }

    int documents() {
        return reader.numDocs();
    }

    Page search(SearchProbe.Lucene query, int size, long firstUntrainedDay) throws IOException {
        var top = new TopFieldCollectorManager(query.order(), size, null, Integer.MAX_VALUE);
        var best = top.newCollector();
        var counting = new Counting(firstUntrainedDay);
        searcher.search(query.where(), MultiCollector.wrap(best, counting));
        TopDocs found = best.topDocs();
        long openNow = 0;
        if (found.totalHits.value() > 0) {
            openNow =
                    searcher.count(
                            new BooleanQuery.Builder()
                                    .add(query.where(), BooleanClause.Occur.MUST)
                                    .add(query.openNow(), BooleanClause.Occur.FILTER)
                                    .build());
        }
        var views = new ArrayList<String>(size);
        StoredFields stored = searcher.storedFields();
        Set<String> wanted = Set.of(SearchProbe.VIEW);
        for (ScoreDoc hit : found.scoreDocs) {
            views.add(stored.document(hit.doc, wanted).get(SearchProbe.VIEW));
        }
        return new Page(
                views,
                found.totalHits.value(),
                counting.byTerm(),
                counting.always,
                counting.trained,
                openNow);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }

    /** A field's terms, numbered alike in all segments. */
    private final class TermField {

        final String name;
        final SortedSetDocValues all;
        final MultiDocValues.MultiSortedSetDocValues segments;

        TermField(String name) throws IOException {
            this.name = name;
            this.all = MultiDocValues.getSortedSetValues(reader, name);
            this.segments =
                    all instanceof MultiDocValues.MultiSortedSetDocValues multi ? multi : null;
        }

        int size() {
            return all == null ? 0 : (int) all.getValueCount();
        }

        LongValues globalNumbers(LeafReaderContext leaf) {
            return segments == null ? null : segments.mapping.getGlobalOrds(leaf.ord);
        }
    }

    /** Counts the values of every hit. */
    private final class Counting extends SimpleCollector {

        private final int[][] counts = new int[fields.size()][];
        private final SortedSetDocValues[] values = new SortedSetDocValues[fields.size()];
        private final LongValues[] global = new LongValues[fields.size()];
        private final long firstUntrainedDay;
        private SortedNumericDocValues alwaysValues;
        private SortedNumericDocValues trainedValues;
        private long always;
        private long trained;

        Counting(long firstUntrainedDay) {
            this.firstUntrainedDay = firstUntrainedDay;
            for (int f = 0; f < counts.length; f++) {
                counts[f] = new int[fields.get(f).size()];
            }
        }

        @Override
        protected void doSetNextReader(LeafReaderContext leaf) throws IOException {
            for (int f = 0; f < counts.length; f++) {
                values[f] = DocValues.getSortedSet(leaf.reader(), fields.get(f).name);
                global[f] = fields.get(f).globalNumbers(leaf);
            }
            alwaysValues = DocValues.getSortedNumeric(leaf.reader(), SearchProbe.ALWAYS);
            trainedValues = DocValues.getSortedNumeric(leaf.reader(), SearchProbe.TRAINED_UNTIL);
        }

        @Override
        public void collect(int doc) throws IOException {
            for (int f = 0; f < counts.length; f++) {
                SortedSetDocValues ofField = values[f];
                if (ofField.advanceExact(doc)) {
                    int[] into = counts[f];
                    LongValues mapping = global[f];
                    for (int i = ofField.docValueCount(); i > 0; i--) {
                        long term = ofField.nextOrd();
                        into[(int) (mapping == null ? term : mapping.get(term))]++;
                    }
                }
            }
            if (alwaysValues.advanceExact(doc) && alwaysValues.nextValue() == 1) {
                always++;
            }
            if (trainedValues.advanceExact(doc) && trainedValues.nextValue() >= firstUntrainedDay) {
                trained++;
            }
        }

        Map<String, Map<String, Long>> byTerm() throws IOException {
            var result = new HashMap<String, Map<String, Long>>();
            for (int f = 0; f < counts.length; f++) {
                var ofField = new HashMap<String, Long>();
                for (int term = 0; term < counts[f].length; term++) {
                    if (counts[f][term] > 0) {
                        ofField.put(
                                fields.get(f).all.lookupOrd(term).utf8ToString(),
                                (long) counts[f][term]);
                    }
                }
                result.put(fields.get(f).name, ofField);
            }
            return result;
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }
    }
}
