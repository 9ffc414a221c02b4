package org.coalitionatlas.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;

/**
 * Loads the published pages of a running product from this, a second process, over 64 connections,
 * beside a static file that the same server gives in the same run.
 */
final class PublishedBench {

    private static final double GOAL = 300;
    private static final double WARM_UP_SECONDS = 75;
    private static final double SECONDS = 15;
    private static final int ADDRESSES = 500;
    private static final long MOST_GROWTH = 8L << 20;
    private static final List<String> WORDS =
            List.of(
                    "shelter",
                    "legal aid",
                    "housing minor spanish",
                    "counsleing",
                    "food tonight",
                    "refugio",
                    "abogado",
                    "job training",
                    "dentist",
                    "transportation");

    private final Path home;
    private final SplittableRandom random;

    /**
     * @param home with the data and the index of a product that has been closed
     */
    PublishedBench(Path home, long seed) {
        this.home = home;
        this.random = new SplittableRandom(seed);
    }

    void run(Report report) throws Exception {
        try (var product = new LoadedProcess(home)) {
            String front = read(product, "/directory");
            List<String> search = searches();
            List<String> service = locations(read(product, "/sitemap-services-1.xml"), ADDRESSES);
            List<String> county =
                    locations(read(product, "/sitemap-pages.xml"), Integer.MAX_VALUE).stream()
                            .filter(address -> address.contains("/county/"))
                            .limit(ADDRESSES)
                            .toList();
            var file = Pattern.compile("/assets/site[^\"]*\\.css").matcher(front);
            if (!file.find()) {
                throw new IllegalStateException("the search page has no stylesheet");
            }
            var load = new Load(product.port());
            load.run(search, WARM_UP_SECONDS);
            for (List<String> addresses : List.of(service, county, List.of(file.group()))) {
                load.run(addresses, WARM_UP_SECONDS / 5);
            }
            load.run(search, SECONDS);
            long heapBefore = product.heap();
            report.title(
                    "Published pages loaded from a second process: 64 connections, "
                            + (LoadedProcess.isPinned()
                                    ? "the server on one core"
                                    : "both on all cores")
                            + ", gzip");
            var rows = new ArrayList<List<String>>();
            rows.add(row("static file (stylesheet)", product, load, List.of(file.group())));
            Figures searching = measure(product, load, search);
            rows.add(searching.row("search page, 500 searches"));
            rows.add(row("service page, " + service.size() + " services", product, load, service));
            rows.add(row("county page, " + county.size() + " counties", product, load, county));
            report.table(
                    List.of("page", "per s", "p50 ms", "p95 ms", "kB", "CPU ms", "per CPU s"),
                    rows);
            long heapAfter = product.heap();
            long sessions = product.sessions();
            report.line(
                    "Heap after a collection: %.1f MB before, %.1f MB after; sessions made: %d"
                            .formatted(heapBefore / 1e6, heapAfter / 1e6, sessions));
            report.verdict(
                    searching.round().perSecond() >= GOAL,
                    "search page at least 300 requests/s on one core",
                    "%.0f requests/s, %.0f for each second of processor time"
                            .formatted(searching.round().perSecond(), searching.perCpuSecond()));
            report.verdict(
                    heapAfter - heapBefore <= MOST_GROWTH,
                    "no growth of the heap under load",
                    "%+.1f MB".formatted((heapAfter - heapBefore) / 1e6));
            report.verdict(sessions == 0, "no session made", String.valueOf(sessions));
        }
    }

    private record Figures(Load.Round round, Duration cpu) {

        double perCpuSecond() {
            return round.answers() / (cpu.toNanos() / 1e9);
        }

        List<String> row(String page) {
            return List.of(
                    page,
                    "%.0f".formatted(round.perSecond()),
                    "%.1f".formatted(round.p50()),
                    "%.1f".formatted(round.p95()),
                    "%.1f".formatted(round.bytes() / 1024.0),
                    "%.2f".formatted(cpu.toNanos() / 1e6 / round.answers()),
                    "%.0f".formatted(perCpuSecond()));
        }
    }

    private static List<String> row(
            String page, LoadedProcess product, Load load, List<String> addresses)
            throws Exception {
        return measure(product, load, addresses).row(page);
    }

    private static Figures measure(LoadedProcess product, Load load, List<String> addresses)
            throws Exception {
        Duration before = product.cpu();
        Load.Round round = load.run(addresses, SECONDS);
        return new Figures(round, product.cpu().minus(before));
    }

    // As people search: words, a need, a county, a filter or two, in both languages.
    private List<String> searches() {
        List<Need> needs = List.copyOf(new Taxonomy().needs());
        List<County> counties =
                new Geography().counties().stream().filter(c -> c.valid().until() == null).toList();
        var addresses = new ArrayList<String>(ADDRESSES);
        for (int i = 0; i < ADDRESSES; i++) {
            var address = new StringBuilder(i % 4 == 3 ? "/es/directory" : "/directory");
            String county = "county=" + pick(counties).fips();
            switch (i % 5) {
                case 0 -> address.append("?q=").append(encode(pick(WORDS)));
                case 1 ->
                        address.append("?need=")
                                .append(pick(needs).code())
                                .append('&')
                                .append(county);
                case 2 ->
                        address.append("?q=")
                                .append(encode(pick(WORDS)))
                                .append('&')
                                .append(county);
                case 3 -> address.append("?need=").append(pick(needs).code()).append("&open=1");
                default -> address.append("?").append(county).append("&language=es");
            }
            addresses.add(address.toString());
        }
        return addresses;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static List<String> locations(String sitemap, int most) {
        return Pattern.compile("<loc>https?://[^/]+(/[^<]*)</loc>")
                .matcher(sitemap)
                .results()
                .map(found -> found.group(1))
                .limit(most)
                .toList();
    }

    private static String read(LoadedProcess product, String address)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(
                                    URI.create("http://localhost:" + product.port() + address))
                            .build();
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }
}
