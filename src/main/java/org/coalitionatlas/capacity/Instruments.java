package org.coalitionatlas.capacity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All questionnaires in all their versions, read from {@code data/instruments} when the product
 * starts. A file that contradicts itself stops the start with file, line and reason.
 */
@Component
public class Instruments {

    private static final String FOLDER = "instruments";

    private final Map<String, List<Instrument>> versions;

    /** Reads and validates all files. */
    @Autowired
    Instruments() {
        this(FOLDER);
    }

    /**
     * @param folders folders below {@code data/}
     */
    Instruments(String... folders) {
        var read = new ArrayList<InstrumentFile>();
        for (String folder : folders) {
            files(folder).forEach(file -> read.add(InstrumentFile.read(file)));
        }
        read.sort(
                Comparator.comparingInt(InstrumentFile::order)
                        .thenComparing(file -> file.instrument().code())
                        .thenComparingInt(file -> file.instrument().version()));
        InstrumentFile.requireOneHistory(read);
        var byCode = new LinkedHashMap<String, List<Instrument>>();
        for (InstrumentFile file : read) {
            byCode.computeIfAbsent(file.instrument().code(), code -> new ArrayList<>())
                    .add(file.instrument());
        }
        versions = byCode;
    }

    /** The questionnaire in that version. */
    public Optional<Instrument> find(String code, int version) {
        return versions.getOrDefault(code, List.of()).stream()
                .filter(instrument -> instrument.version() == version)
                .findFirst();
    }

    /** The version a response is answered in. */
    public Instrument of(ResponseHead head) {
        return find(head.instrumentCode(), head.instrumentVersion())
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "no version "
                                                + head.instrumentVersion()
                                                + " of "
                                                + head.instrumentCode()));
    }

    /**
     * The newest version of a questionnaire.
     *
     * @throws IllegalArgumentException when there is none with that code
     */
    public Instrument latest(String code) {
        List<Instrument> found = versions.get(code);
        if (found == null) {
            throw new IllegalArgumentException("no instrument \"" + code + "\"");
        }
        return found.getLast();
    }

    /** The newest version of each questionnaire, in the order people are offered them. */
    public List<Instrument> latest() {
        return versions.values().stream().map(List::getLast).toList();
    }

    /** The newest version of a questionnaire that has that item; an answer may outlive it. */
    public Optional<Instrument> asking(String code, String item) {
        return versions.getOrDefault(code, List.of()).reversed().stream()
                .filter(instrument -> instrument.item(item).isPresent())
                .findFirst();
    }

    private static List<String> files(String folder) {
        try {
            var resources =
                    new PathMatchingResourcePatternResolver(Instruments.class.getClassLoader())
                            .getResources("classpath*:data/" + folder + "/*.yaml");
            var names = new ArrayList<String>();
            for (var resource : resources) {
                names.add(folder + "/" + resource.getFilename());
            }
            return names.stream().distinct().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
