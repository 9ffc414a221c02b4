package org.coalitionatlas.directory.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of an address after the question mark, read with forbearance: what cannot be decoded is
 * taken as it stands, what is too much is left out. Never changes; its copies do.
 */
final class Query {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})|(?:^|&)=");
    private static final int LONGEST = 4_000;
    private static final int MOST = 100;

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    static Query parse(@Nullable String raw) {
        var values = new LinkedHashMap<String, List<String>>();
        if (raw != null) {
            String text = raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
            String[] parts = text.split("&");
            for (int i = 0; i < Math.min(parts.length, MOST); i++) {
                int equals = parts[i].indexOf('=');
                if (equals > 0) {
                    String value = printable(decode(parts[i].substring(equals + 1)));
                    if (!value.isEmpty()) {
                        values.computeIfAbsent(
                                        decode(parts[i].substring(0, equals)),
                                        name -> new ArrayList<>())
                                .add(value);
                    }
                }
            }
        }
        return new Query(values);
    }

    static Query of(String name, String value) {
        return new Query(Map.of()).with(name, value);
    }

    /**
     * Whether it is written as addresses must be; servers refuse others before a page sees them.
     */
    static boolean isWellFormed(@Nullable String raw) {
        return raw == null || !BROKEN_ESCAPE.matcher(raw).find();
    }

    /** Only the values of that name. */
    Query only(String name) {
        return new Query(Map.of()).with(name, all(name));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Sets the only value of that name. */
    Query with(String name, String value) {
        Map<String, List<String>> copy = copy();
        copy.put(name, List.of(value));
        return new Query(copy);
    }

    /** Sets the values of that name; none removes it. */
    Query with(String name, Collection<String> all) {
        if (all.stream().allMatch(String::isEmpty)) {
            return without(name);
        }
        Map<String, List<String>> copy = copy();
        copy.put(name, List.copyOf(all));
        return new Query(copy);
    }

    Query without(String name) {
        Map<String, List<String>> copy = copy();
        copy.remove(name);
        return new Query(copy);
    }

    Query without(String name, String value) {
        List<String> rest = all(name).stream().filter(v -> !v.equals(value)).toList();
        return with(name, rest);
    }

    /** For the end of a link: empty, or from the question mark on. */
    @Override
    public String toString() {
        var text = new StringBuilder();
        values.forEach(
                (name, all) ->
                        all.forEach(
                                value ->
                                        text.append(text.isEmpty() ? '?' : '&')
                                                .append(encode(name))
                                                .append('=')
                                                .append(encode(value))));
        return text.toString();
    }

    private Map<String, List<String>> copy() {
        return new LinkedHashMap<>(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").strip();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
