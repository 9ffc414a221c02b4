package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.common.Phone;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.yaml.snakeyaml.Yaml;

/** Reads every published page a link leads to, as anybody could. */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishedCrawlTest {

    private static final int MOST_PAGES = 1_500;
    private static final int HEAVIEST_PAGE = 60 * 1024;
    private static final int MOST_STATEMENTS = 5;

    /** Where a crawl begins; the sitemap and what no page links to included. */
    private static final List<String> SEEDS =
            List.of(
                    "/",
                    "/es",
                    "/directory",
                    "/es/directory",
                    "/embed/search",
                    "/es/embed/search?county=17201",
                    "/robots.txt",
                    "/sitemap.xml",
                    "/sitemap-pages.xml",
                    "/sitemap-services-1.xml",
                    "/sitemap-organizations-1.xml");

    /** Addresses that lead nowhere, among them those of records that are not public. */
    private static final List<String> NOWHERE =
            List.of(
                    "/directory/elm-street-shelter",
                    "/es/directory/winnebago/vivienda",
                    "/directory/county/99999",
                    "/directory/need/Z9",
                    "/directory/services/018f0000-0000-7000-8000-000000000000");

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern LOCATION = Pattern.compile("<loc>http://localhost(/[^<]*)</loc>");
    private static final Pattern LOADED =
            Pattern.compile(
                    "<(?:script|img|iframe|link rel=\"stylesheet\")[^>]*?(?:src|href)=\"([^\"]*)\"");

    private final Map<String, MvcResult> pages = new LinkedHashMap<>();
    private final Map<String, MvcResult> missing = new LinkedHashMap<>();
    private final Map<String, List<String>> asked = new LinkedHashMap<>();

    @Autowired private MockMvc mvc;
    @Autowired private SqlStatements statements;

    @BeforeAll
    void crawl(@Autowired IndexCaughtUp index) {
        index.await();
        var queue = new ArrayDeque<>(SEEDS);
        Set<String> seen = new LinkedHashSet<>(queue);
        while (!queue.isEmpty() && pages.size() < MOST_PAGES) {
            String address = queue.remove();
            MvcResult result = read(address);
            pages.put(address, result);
            for (Pattern pattern : List.of(LINK, LOCATION)) {
                Matcher links = pattern.matcher(body(result));
                while (links.find()) {
                    String next = links.group(1).replace("&amp;", "&");
                    // Sheets are combinations without end; the pages behind them are here anyway.
                    boolean makesSheets = next.matches(".*[?&]sheet=.*|.*/call-sheet.*");
                    if (!makesSheets && isPage(next) && seen.add(next)) {
                        queue.add(next);
                    }
                }
            }
        }
        for (String address : NOWHERE) {
            missing.put(address, read(address));
        }
    }

    private MvcResult read(String address) {
        var answer = new AtomicReference<@Nullable MvcResult>();
        asked.put(
                address,
                statements.during(
                        () -> {
                            try {
                                answer.set(mvc.perform(get(URI.create(address))).andReturn());
                            } catch (Exception e) {
                                throw new IllegalStateException(address, e);
                            }
                        }));
        return Objects.requireNonNull(answer.get());
    }

    @Test
    void every_link_leads_somewhere() {
        assertThat(pages).hasSizeGreaterThan(300);
        assertThat(pages.keySet())
                .anyMatch(address -> address.startsWith("/es/directory/services/"));
        pages.forEach(
                (address, result) ->
                        assertThat(result.getResponse().getStatus())
                                .as(address)
                                .isIn(isRedirected(address) ? List.of(301, 302) : List.of(200)));
        missing.forEach(
                (address, result) ->
                        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(404));
    }

    @Test
    void every_kind_of_page_was_read() {
        for (String kind :
                List.of(
                        "/directory/county/17201-winnebago-county-il",
                        "/es/directory/county/17201-winnebago-county-il",
                        "/directory/county/17201-winnebago-county-il/changes.atom",
                        "/es/directory/changes.atom",
                        "/directory/counties",
                        "/directory/needs",
                        "/es/directory/need/L9-child-care",
                        "/es/help/embed",
                        "/embed/search",
                        "/sitemap-services-1.xml")) {
            assertThat(pages).containsKey(kind);
        }
        for (String kind : List.of("map", "suggest/services/.*", "suggest/organizations/.*")) {
            assertThat(pages.keySet()).anyMatch(address -> address.matches("/directory/" + kind));
        }
        for (String kind : List.of("unsafe/services/.*", "services/.*", "organizations/.*")) {
            assertThat(pages.keySet()).anyMatch(address -> address.matches("/directory/" + kind));
        }
        assertThat(pages.values()).anyMatch(page -> body(page).contains("application/ld+json"));
    }

    @Test
    void no_page_shows_what_is_not_public() throws IOException {
        Set<String> secrets = secrets();
        assertThat(secrets)
                .contains(
                        "48 Wrenfield Court",
                        "6 Oxbow Hollow Road",
                        "214 Juniper Mill Street",
                        "Maria Delgado",
                        "+17795550103",
                        "(779) 555-0103",
                        "Night Watch Response Team",
                        "Lakeview House",
                        "Wrenfield house",
                        "Shabbona",
                        " 60550",
                        " 61126",
                        "One ground-floor bedroom with accessible bath",
                        "Elena Brandt");
        var everything = new LinkedHashMap<>(pages);
        everything.putAll(missing);
        everything.forEach(
                (address, result) -> {
                    String body = body(result);
                    for (String secret : secrets) {
                        assertThat(body.contains(secret))
                                .as("%s shows %s", address, secret)
                                .isFalse();
                    }
                });
    }

    @Test
    void no_page_makes_a_session_or_sets_a_cookie() {
        pages.forEach(
                (address, result) -> {
                    assertThat(result.getResponse().getHeaders(HttpHeaders.SET_COOKIE))
                            .as(address)
                            .isEmpty();
                    assertThat(result.getRequest().getSession(false)).as(address).isNull();
                });
    }

    @Test
    void every_page_loads_only_from_here_and_is_light() throws IOException {
        for (Map.Entry<String, MvcResult> page : pages.entrySet()) {
            String body = body(page.getValue());
            Matcher loaded = LOADED.matcher(body);
            while (loaded.find()) {
                assertThat(loaded.group(1)).as(page.getKey()).startsWith("/assets/");
            }
            assertThat(body).doesNotContain(" style=\"").doesNotContain(" onclick=");
            assertThat(zipped(body)).as(page.getKey()).isLessThanOrEqualTo(HEAVIEST_PAGE);
        }
    }

    @Test
    void no_page_asks_the_database_more_than_five_times() {
        asked.forEach(
                (address, sql) ->
                        assertThat(sql).as(address).hasSizeLessThanOrEqualTo(MOST_STATEMENTS));
    }

    // A form holds a token of its own, and a page that is not there may be there in a minute.
    @Test
    void every_page_says_how_long_it_may_be_kept_and_by_what_it_is_known() {
        pages.forEach(
                (address, result) -> {
                    String kept = result.getResponse().getHeader(HttpHeaders.CACHE_CONTROL);
                    String tag = result.getResponse().getHeader(HttpHeaders.ETAG);
                    boolean isForm = address.matches(".*/directory/(suggest|unsafe)/.*");
                    assertThat(kept).as(address).isNotNull();
                    if (isForm) {
                        assertThat(kept).as(address).isEqualTo("no-store");
                    } else if (!isRedirected(address) && !address.equals("/robots.txt")) {
                        assertThat(kept).as(address).doesNotContain("no-store");
                        assertThat(tag).as(address).startsWith("W/");
                    }
                });
        missing.forEach(
                (address, result) ->
                        assertThat(result.getResponse().getHeader(HttpHeaders.CACHE_CONTROL))
                                .as(address)
                                .isEqualTo("no-store"));
    }

    @Test
    void no_page_shows_a_missing_text() {
        pages.forEach(
                (address, result) ->
                        assertThat(body(result))
                                .as(address)
                                .doesNotContain("??")
                                .doesNotContainPattern("published\\.[a-z]+\\.")
                                .doesNotContain("{0"));
    }

    private static boolean isPage(String address) {
        return address.equals("/")
                || address.matches("/(\\?.*|es|es\\?.*|(es/)?help(/.*)?|(es/)?embed/.*)")
                || address.matches("/sitemap.*")
                || address.matches("/(es/)?directory([/?].*)?");
    }

    // Counties can be asked for by name; no link does.
    private static boolean isRedirected(String address) {
        return address.matches("(/es)?/directory/counties\\?find=.*");
    }

    private static String body(MvcResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static int zipped(String body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    /** Everything the demo coalition keeps from the public, as its file has it. */
    private static Set<String> secrets() throws IOException {
        Map<String, Object> demo =
                new Yaml().load(Files.readString(Path.of("data/demo/coalition.yaml")));
        Set<String> secrets = new LinkedHashSet<>();
        Set<String> told = townsTold(demo);
        // "Magnolia House" is a place one must ask for, and half of an organization's name.
        String names =
                list(demo, "organizations").stream()
                        .map(organization -> text(organization, "name"))
                        .collect(Collectors.joining("\n"));
        for (Map<String, Object> organization : list(demo, "organizations")) {
            boolean open = isOpen(organization);
            if (!open) {
                secrets.add(text(organization, "name"));
                list(organization, "services").forEach(s -> secrets.add(text(s, "name")));
            }
            for (Map<String, Object> location : list(organization, "locations")) {
                if (!open || !text(location, "address_visibility").equals("full")) {
                    secrets.add(text(map(location, "address"), "line1"));
                    if (!names.contains(text(location, "name"))) {
                        secrets.add(text(location, "name"));
                    }
                    secrets.add(text(location, "accessibility"));
                }
                if (!open || text(location, "address_visibility").equals("hidden")) {
                    for (String part : List.of("city", "zip")) {
                        String town = text(map(location, "address"), part);
                        if (!town.isEmpty() && !told.contains(town)) {
                            // Five digits alone could be part of an id.
                            secrets.add(part.equals("zip") ? " " + town : town);
                            secrets.add("\"" + town + "\"");
                        }
                    }
                }
            }
            for (Map<String, Object> contact : list(organization, "contacts")) {
                boolean published = open && text(contact, "visibility").equals("public");
                if (!published) {
                    secrets.add(text(contact, "name"));
                    secrets.add(text(contact, "email"));
                }
                addPhones(contact, published, secrets);
            }
            addPhones(organization, open, secrets);
            addAssurer(organization, secrets);
            for (Map<String, Object> service : list(organization, "services")) {
                addPhones(service, open && isOpen(service), secrets);
                addAssurer(service, secrets);
            }
        }
        for (String room : List.of("partnerships", "contacts_held", "assessments")) {
            everyText(
                    demo.get(room),
                    text -> {
                        if (text.length() > 30) {
                            secrets.add(text.strip());
                        }
                    });
        }
        secrets.remove("");
        return secrets;
    }

    /** Cities and ZIP codes that places have which are not confidential. */
    private static Set<String> townsTold(Map<String, Object> demo) {
        Set<String> told = new LinkedHashSet<>();
        for (Map<String, Object> organization : list(demo, "organizations")) {
            for (Map<String, Object> location : list(organization, "locations")) {
                if (!text(location, "address_visibility").equals("hidden")) {
                    told.add(text(map(location, "address"), "city"));
                    told.add(text(map(location, "address"), "zip"));
                }
            }
        }
        return told;
    }

    private static boolean isOpen(Map<String, Object> record) {
        return text(record, "audience").equals("public")
                && text(record, "publication").equals("published");
    }

    private static void addPhones(Map<String, Object> record, boolean open, Set<String> secrets) {
        for (Map<String, Object> phone : list(record, "phones")) {
            if (!open || !text(phone, "visibility").equals("public")) {
                Phone number = Phone.parse(text(phone, "number"));
                secrets.add(number.number());
                secrets.add(number.display());
            }
        }
    }

    private static void addAssurer(Map<String, Object> record, Set<String> secrets) {
        if (record.containsKey("assured")) {
            secrets.add(text(map(record, "assured"), "by"));
        }
    }

    private static void everyText(Object node, Consumer<String> consumer) {
        switch (node) {
            case Map<?, ?> map -> map.values().forEach(value -> everyText(value, consumer));
            case List<?> list -> list.forEach(value -> everyText(value, consumer));
            case String text -> consumer.accept(text);
            case null, default -> {}
        }
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> record, String key) {
        return (List<Map<String, Object>>) record.getOrDefault(key, List.of());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Map<String, Object> record, String key) {
        return (Map<String, Object>) record.getOrDefault(key, Map.of());
    }

    private static String text(Map<String, Object> record, String key) {
        Object value = record.get(key);
        return value == null ? "" : value.toString();
    }
}
