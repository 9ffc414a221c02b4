package org.coalitionatlas.directory;

import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.hibernate.search.backend.lucene.LuceneBackend;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.stereotype.Component;

/** Takes a text apart exactly as the index does, so that what matched there is found again here. */
@Component
class IndexWords {

    private final EntityManagerFactory factory;

    IndexWords(EntityManagerFactory factory) {
        this.factory = factory;
    }

    /**
     * A word of a text as the index writes it.
     *
     * @param start where it begins in the text
     * @param end where it ends, exclusive
     */
    record Word(String term, int start, int end) {}

    /** The words of the text in order. */
    List<Word> of(String text) {
        var words = new ArrayList<Word>();
        try (TokenStream tokens = analyzer().tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                words.add(new Word(term.toString(), offset.startOffset(), offset.endOffset()));
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** The words alone. */
    List<String> terms(String text) {
        return of(text).stream().map(Word::term).toList();
    }

    private Analyzer analyzer() {
        return Search.mapping(factory)
                .backend()
                .unwrap(LuceneBackend.class)
                .analyzer(IndexFields.ANALYZER)
                .orElseThrow();
    }
}
