package org.coalitionatlas.directory;

import java.util.List;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.coalitionatlas.identity.Reader;
import org.hibernate.search.backend.lucene.search.spi.LuceneMigrationUtils;

/** Tells measurements what a search of anybody is in terms of the engine below. */
public final class SearchProbe {

    /** Folder of the services' index below the index directory. */
    public static final String FOLDER = IndexKeeper.folder() + "/Service";

    /** The stored field with the view. */
    public static final String VIEW = IndexFields.view(Reader.PUBLIC);

    /** Fields whose values are counted by term. */
    public static final List<String> TERMS = SearchPass.COUNTED;

    public static final String ALWAYS = IndexFields.ALWAYS;
    public static final String TRAINED_UNTIL = IndexFields.trainedUntil(Reader.PUBLIC);

    private SearchProbe() {}

    /** The very queries the product runs. */
    public record Lucene(Query where, Query openNow, Sort order) {}

    /** The queries of that search as anybody. */
    public static Lucene lucene(DirectorySearch search, SearchRequest request, boolean relaxed) {
        DirectorySearch.Plan plan = search.plan(request, Reader.PUBLIC, relaxed);
        return new Lucene(
                LuceneMigrationUtils.toLuceneQuery(plan.where()),
                LuceneMigrationUtils.toLuceneQuery(plan.openNow().get()),
                LuceneMigrationUtils.toLuceneSort(plan.order()));
    }
}
