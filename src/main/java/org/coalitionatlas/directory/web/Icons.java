package org.coalitionatlas.directory.web;

import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The line drawings beside the words of the published pages, on a grid of 24. Looked up rather than
 * chosen in the template: a page of results has more than a hundred of them.
 */
@Component("icons")
public final class Icons {

    private static final Map<String, String> PATHS =
            Map.ofEntries(
                    Map.entry(
                            "phone",
                            "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2z"),
                    Map.entry("text", "M4 5h16v11H9l-5 4z"),
                    Map.entry("open", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12l3 3 5-6"),
                    Map.entry("closed", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM8 12h8"),
                    Map.entry("unknown", "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 3"),
                    Map.entry(
                            "trained",
                            "M12 3l2.6 5.6 6 .7-4.5 4.1 1.2 6L12 16.400l-5.300 3 1.200-6L3.400 9.300l6-.7z"),
                    Map.entry(
                            "place",
                            "M12 21s7-6.200 7-11.500a7 7 0 0 0-14 0C5 14.800 12 21 12 21zM12 7.200a2.400 2.400 0 1 0 0 4.800 2.400 2.400 0 0 0 0-4.800z"),
                    Map.entry("yes", "M5 13l4 4L19 7"),
                    Map.entry("no", "M6 6l12 12M18 6L6 18"),
                    Map.entry(
                            "ask",
                            "M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 18h.01"),
                    Map.entry("search", "M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM16 16l5 5"),
                    Map.entry("room", "M4 19v-9l8-6 8 6v9zM10 19v-5h4v5"),
                    Map.entry("check", "M4 12l5 5L20 6"));

    /** The path of the drawing of that name, such as {@code phone}. */
    public String path(String name) {
        String path = PATHS.get(name);
        if (path == null) {
            throw new IllegalArgumentException("no icon " + name);
        }
        return path;
    }
}
