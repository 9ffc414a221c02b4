package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.coalitionatlas.common.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * A form as it came back: everything that was typed, so that nothing has to be typed twice, and
 * what is wrong with it.
 */
final class SuggestionForm {

    /** A field nobody sees: only programs that fill in every field write into it. */
    static final String TRAP = "subject";

    static final String TOKEN = "token";
    static final String CONFIRMED = "confirmed";

    /** Nobody types more into a field; what is longer is refused in words. */
    private static final int KEPT = 8_000;

    private static final int MOST_OPTIONS = 20;

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Words words;
    private boolean suspicious;

    /** An empty form. */
    SuggestionForm(Words words) {
        this.words = words;
    }

    /** The form in the request. */
    SuggestionForm(HttpServletRequest request, List<String> fields, Words words) {
        this.words = words;
        for (String field : fields) {
            String[] given = request.getParameterValues(field);
            if (given != null) {
                values.put(
                        field,
                        Arrays.stream(given)
                                .limit(MOST_OPTIONS)
                                .map(SuggestionForm::plain)
                                .toList());
            }
        }
    }

    /** The text of a field; empty when nothing was typed. */
    public String text(String field) {
        List<String> given = values.getOrDefault(field, List.of());
        return given.isEmpty() ? "" : given.getFirst();
    }

    public boolean has(String field, String option) {
        return values.getOrDefault(field, List.of()).contains(option);
    }

    List<String> all(String field) {
        return values.getOrDefault(field, List.of());
    }

    /** What is wrong with a field, or {@code null}. */
    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** What is wrong, by field. */
    public Map<String, String> errors() {
        return errors;
    }

    /** Whether the form asks to look again for what must not be told about a survivor. */
    public boolean isSuspicious() {
        return suspicious;
    }

    void askToLookAgain() {
        suspicious = true;
    }

    boolean isGood() {
        return errors.isEmpty() && !suspicious;
    }

    /** A sentence in the language of the form. */
    String say(String key, Object... arguments) {
        return words.say(key, arguments);
    }

    /** Names a field that is not called by its key alone. */
    void name(String field, String label) {
        labels.put(field, label);
    }

    /** The name given to a field, or {@code null}. */
    public @Nullable String label(String field) {
        return labels.get(field);
    }

    /** Whether the form came back with that field, be it empty. */
    public boolean knows(String field) {
        return values.containsKey(field);
    }

    void fail(String field, String key, Object... arguments) {
        errors.putIfAbsent(field, words.say(key, arguments));
    }

    /** The field as a value; {@code null} when it is empty or wrong, which is then said. */
    <T> @Nullable T value(String field, Function<String, T> reading) {
        String text = text(field);
        if (text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text);
        } catch (InvalidValue e) {
            fail(field, e.messageKey(), e.arguments());
            return null;
        }
    }

    /** Says so when a field is empty or longer than that. */
    void require(String field, int longest) {
        if (text(field).isBlank()) {
            fail(field, "invalid.missing");
        }
        limit(field, longest);
    }

    void limit(String field, int longest) {
        int length = text(field).length();
        if (length > longest) {
            fail(field, "invalid.tooLong", longest, length);
        }
    }

    // Browsers send line ends as CR LF, which would count twice.
    private static String plain(String text) {
        String cut = text.length() > KEPT ? text.substring(0, KEPT) : text;
        return cut.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\n\t]]", "").strip();
    }
}
