package org.coalitionatlas.directory;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A few codes of a closed list, sorted, kept in one column. Such sets are read whole and searched
 * through the index, so rows of their own would only cost.
 */
public record CodeSet(List<String> codes) {

    /** No code. */
    public static final CodeSet EMPTY = new CodeSet(List.of());

    /** The codes, sorted and each once. */
    public static CodeSet of(Collection<String> codes) {
        return codes.isEmpty() ? EMPTY : new CodeSet(List.copyOf(new TreeSet<>(codes)));
    }

    /** Whether the code is in the set. */
    public boolean contains(String code) {
        return codes.contains(code);
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return codes.isEmpty();
    }

    /** Reads the stored form: codes separated by a blank. */
    public static CodeSet parse(@Nullable String stored) {
        return stored == null || stored.isEmpty()
                ? EMPTY
                : new CodeSet(List.copyOf(Arrays.asList(stored.split(" "))));
    }

    /** Maps the set to its column. */
    @Converter(autoApply = true)
    static class AsColumn implements AttributeConverter<CodeSet, String> {

        @Override
        public String convertToDatabaseColumn(@Nullable CodeSet set) {
            return set == null ? "" : String.join(" ", set.codes);
        }

        @Override
        public CodeSet convertToEntityAttribute(@Nullable String stored) {
            return parse(stored);
        }
    }
}
