package org.coalitionatlas.directory;

import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurationContext;
import org.hibernate.search.backend.lucene.analysis.LuceneAnalysisConfigurer;
import org.springframework.stereotype.Component;

/**
 * How texts become words: cut at blanks and punctuation, without accents and case, plurals of both
 * languages cut by the same light rule so that one index serves both.
 */
@Component("atlasAnalysis")
class Analysis implements LuceneAnalysisConfigurer {

    @Override
    public void configure(LuceneAnalysisConfigurationContext context) {
        context.analyzer(IndexFields.ANALYZER)
                .custom()
                .tokenizer("standard")
                .tokenFilter("lowercase")
                .tokenFilter("englishPossessive")
                .tokenFilter("asciiFolding")
                .tokenFilter("englishMinimalStem");
        context.normalizer(IndexFields.SORTABLE)
                .custom()
                .tokenFilter("lowercase")
                .tokenFilter("asciiFolding");
    }
}
