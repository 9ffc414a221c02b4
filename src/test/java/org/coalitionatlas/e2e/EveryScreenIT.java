package org.coalitionatlas.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.vaadin.flow.router.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Every screen of the portal, opened by its address: it stands, has a title of its own, nothing
 * wider than the window, no key in place of a text, and axe has nothing to say. A screen that is
 * new is missing here until it is named.
 */
class EveryScreenIT {

    private static final String HOME = "";

    /** Shown for a file that was sent a moment ago; {@link ImportPathIT} walks through it. */
    private static final String IMPORT = "exchange/import/job";

    /** Where a screen of one record is linked from, by its route. */
    private static final Map<String, Linked> OF_A_RECORD =
            Map.ofEntries(
                    Map.entry(
                            "directory/organization/:id",
                            new Linked("directory", "directory/organization/")),
                    Map.entry(
                            "directory/service/:id", new Linked("directory", "directory/service/")),
                    Map.entry(
                            "directory/history/:kind/:id",
                            new Linked("directory", "directory/organization/")
                                    .but(
                                            "directory/organization",
                                            "directory/history/organization")),
                    Map.entry(
                            "duplicates/merge/:kind/:id/:other?",
                            new Linked("directory", "directory/organization/")
                                    .but(
                                            "directory/organization",
                                            "duplicates/merge/organization")),
                    Map.entry(
                            "verification/:kind/:id", new Linked("verification", "verification/")),
                    Map.entry("review/:id", new Linked("review", "review/")),
                    Map.entry("gaps/:fips/:need", Linked.at("gaps/17201/A3")),
                    Map.entry("assessment/:county", Linked.at("assessment/17201")),
                    Map.entry(
                            "assessment/:county/compare",
                            new Linked("assessment/17201", "assessment/17201/compare")),
                    Map.entry(
                            "assessment/:county/invitations",
                            Linked.at("assessment/17201/invitations")),
                    Map.entry("capacity/:response", new Linked("capacity", "capacity/0")),
                    Map.entry(
                            "capacity/:response/result",
                            new Linked("capacity", "capacity/0").then("/result")),
                    Map.entry(
                            "capacity/:response/compare",
                            new Linked("capacity", "capacity/0").then("/compare")),
                    Map.entry(
                            "capacity/:response/paper",
                            new Linked("capacity", "capacity/0").then("/paper")),
                    Map.entry(
                            "capacity/paper/:instrument",
                            Linked.at("capacity/paper/capacity-checklist")));

    /**
     * Where to find the address of a record's screen.
     *
     * @param list the screen that links it, or the address itself
     * @param link how the link's address begins, or nothing
     */
    private record Linked(String list, String link, Function<String, String> change) {

        Linked(String list, String link) {
            this(list, link, Function.identity());
        }

        static Linked at(String path) {
            return new Linked(path, "");
        }

        Linked but(String from, String to) {
            return new Linked(list, link, path -> path.replace(from, to));
        }

        Linked then(String rest) {
            return new Linked(list, link, path -> path + rest);
        }
    }

    @Test
    void a_key_or_a_placeholder_that_is_shown_is_found() throws IOException {
        Page page = Browsers.visitor(360, "en");
        page.setContent(
                "<p>gaps.map.none</p><p>Of {0} counties</p><p>!any.key!</p><button"
                        + " aria-label='directory.menu'></button><p>mail.example.org/x,"
                        + " https://x.org/map.html, Review. Training.</p>");
        assertThat(unsaid(page))
                .containsExactlyInAnyOrder(
                        "unsaid: gaps.map.none",
                        "unsaid: {0}",
                        "unsaid: !any.key!",
                        "unsaid: directory.menu");
        page.context().close();
    }

    @Test
    void each_screen_is_known_here() {
        assertThat(OF_A_RECORD.keySet()).isSubsetOf(routes());
        assertThat(routes().stream().filter(route -> route.contains(":")))
                .containsExactlyInAnyOrderElementsOf(OF_A_RECORD.keySet());
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "es, 320"})
    void each_screen_stands_fits_and_is_accessible(String language, int width) throws IOException {
        var wrong = new LinkedHashMap<String, List<String>>();
        var titles = new LinkedHashMap<String, String>();
        somebodySuggestsAnOrganization(width, language);
        try (InPortal ruth = InPortal.signedIn("admin", width, language)) {
            Page page = ruth.page();
            for (String route : routes()) {
                ruth.open("/portal/" + address(ruth, route));
                var problems = new ArrayList<String>(Browsers.violations(page));
                if (Browsers.overflows(page)) {
                    problems.add("scrolls sideways");
                }
                if (page.locator(".error-panel").count() > 0) {
                    problems.add("says: " + page.locator(".error-panel").innerText());
                }
                if (page.locator("h1").count() != 1) {
                    problems.add(page.locator("h1").count() + " main headings");
                }
                problems.addAll(unsaid(page));
                titles.put(route, page.title());
                if (!problems.isEmpty()) {
                    wrong.put(route, problems);
                }
            }
            signInAndOwnPages(page, wrong);
        }
        assertThat(wrong).isEmpty();
        assertThat(titles.values()).noneMatch(String::isBlank);
    }

    /**
     * Keys and placeholders that stand where a text should: a text that is missing, or was not
     * given what it speaks of.
     */
    private static List<String> unsaid(Page page) {
        return ((List<?>) page.evaluate(UNSAID, ROOMS))
                .stream().map(text -> "unsaid: " + text).toList();
    }

    /** What people see, and what is read to them instead. */
    private static final String UNSAID =
            """
            rooms => {
              const said = [document.title, document.body.innerText];
              for (const element of document.querySelectorAll(
                  '[aria-label], [title], [placeholder], [alt], [label], [helper-text]')) {
                for (const name of
                    ['aria-label', 'title', 'placeholder', 'alt', 'label', 'helper-text']) {
                  said.push(element.getAttribute(name) ?? '');
                }
              }
              const unsaid = new RegExp(
                  String.raw`!\\w+(\\.\\w+)+!|(?<![\\w@./-])(${rooms})(\\.\\w+)+(?![\\w@/]|\\.\\w)|\\{\\d+[},]`,
                  'g');
              return said.flatMap(text => text.match(unsaid) ?? []);
            }
            """;

    /** The names of the message bundles, with which all keys begin. */
    private static final String ROOMS = rooms();

    private static String rooms() {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/messages"))) {
            return Stream.concat(
                            Stream.of("invalid"),
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.contains("_"))
                                    .map(name -> name.replace(".properties", "")))
                    .sorted()
                    .collect(Collectors.joining("|"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // The review of a suggestion is a screen, too, and the demo has none waiting.
    static void somebodySuggestsAnOrganization(int width, String language) throws IOException {
        Page page = Browsers.visitor(width, language);
        SuggestionIT.suggest(page, language, "Kishwaukee Night Pantry " + language);
        page.context().close();
    }

    // The doors before the portal, read by somebody who is not signed in.
    private static void signInAndOwnPages(Page page, Map<String, List<String>> wrong)
            throws IOException {
        page.context().clearCookies();
        for (String door : List.of("/login", "/setup/no-such-link")) {
            page.navigate(Browsers.product().url(door));
            page.locator("h1").first().waitFor();
            var problems = new ArrayList<String>(Browsers.violations(page));
            if (Browsers.overflows(page)) {
                problems.add("scrolls sideways");
            }
            if (!problems.isEmpty()) {
                wrong.put(door, problems);
            }
        }
    }

    static String address(InPortal person, String route) {
        Linked where = OF_A_RECORD.get(route);
        if (where == null) {
            return route;
        }
        if (where.link().isEmpty()) {
            return where.list();
        }
        person.open("/portal/" + where.list());
        Locator link = person.page().locator("#content a[href*='" + where.link() + "']").first();
        link.waitFor();
        String path = Objects.requireNonNull(link.getAttribute("href"));
        if (!path.contains("/compare?")) {
            path = path.replaceFirst("[?#].*", "");
        }
        return where.change().apply(path.substring(path.indexOf(where.link())));
    }

    /** The routes of all screens, in a lasting order. */
    static List<String> routes() {
        var screens = new ClassPathScanningCandidateComponentProvider(false);
        screens.addIncludeFilter(new AnnotationTypeFilter(Route.class));
        return screens.findCandidateComponents("org.coalitionatlas").stream()
                .map(found -> route(Objects.requireNonNull(found.getBeanClassName())))
                .filter(route -> !route.equals(HOME) && !route.equals(IMPORT))
                .sorted()
                .collect(
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                routes ->
                                        Stream.concat(Stream.of(HOME), routes.stream()).toList()));
    }

    private static String route(String screen) {
        try {
            return Class.forName(screen, false, EveryScreenIT.class.getClassLoader())
                    .getAnnotation(Route.class)
                    .value();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
