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
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.Taxonomy;

/**
 * Loads the published pages of a running product from this, a second process, over 64 connections,
 * beside a static file that the same server gives in the same run. Searches are measured three
 * ways, because pages are remembered for the running minute: one search again and again, 500
 * searches in turns, and a stream in which none comes twice, where each page is made anew.
 */
final class PublishedBench {

    private static final double GOAL = 300;
    private static final double WARM_UP_SECONDS = 75;
    private static final double SECONDS = 15;
    private static final long MINUTE = 60_000;
    private static final int ADDRESSES = 500;
    private static final int DISTINCT = 40_000;
    private static final String ONE_SEARCH = "/directory?q=shelter&need=A3";
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
            List<String> distinct = distinctSearches();
            List<String> full = distinct.subList(DISTINCT / 2, DISTINCT);
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
            load.run(full, WARM_UP_SECONDS);
            for (List<String> addresses : List.of(service, county, List.of(file.group()))) {
                load.run(addresses, WARM_UP_SECONDS / 5);
            }
            product.awaitRest();
            long heapBefore = heap(product, load, full);
            report.title(
                    "Published pages loaded from a second process: 64 connections, "
                            + (LoadedProcess.isPinned()
                                    ? "the server on one core"
                                    : "both on all cores")
                            + ", gzip");
            var rows = new ArrayList<List<String>>();
            Figures still = measure(product, load, List.of(file.group()));
            rows.add(still.row("static file (stylesheet)", still));
            Figures different = measure(product, load, distinct.subList(0, DISTINCT / 2));
            rows.add(different.row("search page, no search twice", still));
            Figures searching = measure(product, load, search);
            rows.add(searching.row("search page, 500 searches in turns", still));
            rows.add(
                    measure(product, load, List.of(ONE_SEARCH))
                            .row("search page, one search", still));
            rows.add(
                    measure(product, load, service)
                            .row("service page, " + service.size() + " services", still));
            rows.add(
                    measure(product, load, county)
                            .row("county page, " + county.size() + " counties", still));
            report.table(
                    List.of(
                            "page",
                            "per s",
                            "p50 ms",
                            "p95 ms",
                            "kB",
                            "CPU ms",
                            "per CPU s",
                            "CPU, files"),
                    rows);
            report.line(
                    "\"CPU, files\": for one page, the processor time of so many static files.");
            long heapAfter = heap(product, load, full);
            long sessions = product.sessions();
            report.line(
                    "Heap after a collection, with no page remembered: %.1f MB before, %.1f MB after; sessions made: %d"
                            .formatted(heapBefore / 1e6, heapAfter / 1e6, sessions));
            verdict(report, "500 searches in turns", searching);
            verdict(report, "no search twice", different);
            report.verdict(
                    heapAfter - heapBefore <= MOST_GROWTH,
                    "no growth of the heap under load",
                    "%+.1f MB".formatted((heapAfter - heapBefore) / 1e6));
            report.verdict(sessions == 0, "no session made", String.valueOf(sessions));
        }
    }

    // Pages are remembered for the running minute and take their eight megabytes or not, as the
    // clock has it. The heap is looked at when a minute has just begun and nothing is remembered.
    private static long heap(LoadedProcess product, Load load, List<String> addresses)
            throws Exception {
        load.run(addresses, SECONDS);
        Thread.sleep(MINUTE - System.currentTimeMillis() % MINUTE + 1_000);
        read(product, addresses.getFirst());
        return product.heap();
    }

    private record Figures(Load.Round round, Duration cpu) {

        double perCpuSecond() {
            return round.answers() / (cpu.toNanos() / 1e9);
        }

        private double cpuMillis() {
            return cpu.toNanos() / 1e6 / round.answers();
        }

        List<String> row(String page, Figures file) {
            return List.of(
                    page,
                    "%.0f".formatted(round.perSecond()),
                    "%.1f".formatted(round.p50()),
                    "%.1f".formatted(round.p95()),
                    "%.1f".formatted(round.bytes() / 1024.0),
                    "%.2f".formatted(cpuMillis()),
                    "%.0f".formatted(perCpuSecond()),
                    "%.1f".formatted(cpuMillis() / file.cpuMillis()));
        }
    }

    private static void verdict(Report report, String searches, Figures figures) {
        report.verdict(
                figures.round().perSecond() >= GOAL,
                "search page, " + searches + ": at least 300 requests/s on one core",
                "%.0f requests/s, %.0f for each second of processor time"
                        .formatted(figures.round().perSecond(), figures.perCpuSecond()));
    }

    private static Figures measure(LoadedProcess product, Load load, List<String> addresses)
            throws Exception {
        Duration before = product.cpu();
        Load.Round round = load.run(addresses, SECONDS);
        return new Figures(round, product.cpu().minus(before));
    }

    private List<String> searches() {
        return searches(ADDRESSES, new ArrayList<>());
    }

    private List<String> distinctSearches() {
        return List.copyOf(searches(DISTINCT, new LinkedHashSet<>()));
    }

    // As people search: words, a need, a county, a filter or two, in both languages.
    private <C extends Collection<String>> C searches(int wanted, C addresses) {
        List<Need> needs = List.copyOf(new Taxonomy().needs());
        List<County> counties =
                new Geography().counties().stream().filter(c -> c.valid().until() == null).toList();
        // A set does not grow by what it has: the few searches without a county are soon all in it.
        for (int i = 0; addresses.size() < wanted; i++) {
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
