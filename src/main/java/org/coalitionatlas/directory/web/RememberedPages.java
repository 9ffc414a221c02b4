package org.coalitionatlas.directory.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.Searched;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Search pages as they were sent, for as long as they would come out the same: through the running
 * minute, because "open now" and "closes in" go by the minute, and only while the index and the
 * coalition's profile are what they were. A page is made for anybody: no cookie and no sign-in
 * changes it, so everything it depends on beyond that is in its address. What is kept is lost with
 * the process and never written.
 */
@Component
class RememberedPages {

    private static final String PENDING = RememberedPages.class.getName() + ".pending";
    private static final String KNOWN = RememberedPages.class.getName() + ".known";
    private static final int BYTES_BESIDES = 200;
    private static final int LONGEST_QUERY = 500;
    private static final long SECONDS = 60;

    private final DirectorySearch directory;
    private final CoalitionProfile coalition;
    private final Clock clock;
    private final @Nullable Cache<Key, Kept> pages;
    private volatile @Nullable Moment current;

    RememberedPages(
            DirectorySearch directory,
            CoalitionProfile coalition,
            PublishedProperties properties,
            Clock clock) {
        this.directory = directory;
        this.coalition = coalition;
        this.clock = clock;
        long most = properties.rememberedMegabytes() * 1_000_000L;
        this.pages =
                most <= 0
                        ? null
                        : Caffeine.newBuilder()
                                .maximumWeight(most)
                                .weigher((Key key, Kept page) -> page.sent().weight(key))
                                .build();
    }

    /**
     * What the page is asked for by.
     *
     * @param site scheme and host, which the page's lasting links name
     */
    record Key(String language, String site, String path, @Nullable String query) {}

    /** What holds for all pages at once; pages of another moment are no longer true. */
    private record Moment(long minute, Object index, String coalition, List<County> counties) {}

    /** A page and the moment of which it is true. */
    private record Kept(Moment moment, Sent sent) {}

    /** A page that is being made and will be kept if nothing has changed until then. */
    private record Pending(Key key, Moment moment, @Nullable Searched searched) {}

    /**
     * A page as it went out.
     *
     * @param compressed the body with gzip, as nearly everybody takes it
     * @param searched what is counted when it is asked for again
     */
    record Sent(byte[] compressed, String tag, @Nullable Searched searched) {

        byte[] body() {
            try (var in = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private int weight(Key key) {
            int letters = key.path().length() + key.site().length();
            String query = key.query();
            return compressed.length
                    + letters
                    + (query == null ? 0 : query.length())
                    + BYTES_BESIDES;
        }
    }

    /**
     * The page as it went out a moment ago; {@link EtagFilter} sends it. Without one, nothing: the
     * caller makes the page and {@link #expect} keeps it.
     */
    @Nullable Sent find(HttpServletRequest request, Key key) {
        Cache<Key, Kept> cache = pages;
        if (cache == null || !isKept(request, key)) {
            return null;
        }
        Moment now = moment();
        if (!now.equals(current)) {
            cache.invalidateAll();
            current = now;
        }
        Kept kept = cache.getIfPresent(key);
        // Kept in the very moment in which all were dropped, it may be older than that.
        if (kept == null || !kept.moment().equals(now)) {
            request.setAttribute(PENDING, new Pending(key, now, null));
            return null;
        }
        request.setAttribute(KNOWN, kept.sent());
        return kept.sent();
    }

    /** Says what is counted with the page that is being made. */
    void expect(HttpServletRequest request, Searched searched) {
        if (request.getAttribute(PENDING) instanceof Pending(Key key, Moment moment, var before)) {
            request.setAttribute(PENDING, new Pending(key, moment, searched));
        }
    }

    /** The page to send instead of a new one, if {@link #find} found it. */
    static @Nullable Sent known(HttpServletRequest request) {
        return (Sent) request.getAttribute(KNOWN);
    }

    /**
     * Keeps the page that was made, when its maker asked for that.
     *
     * @return as it is kept, or {@code null} when nobody asked
     */
    @Nullable Sent keep(HttpServletRequest request, byte[] body) {
        Cache<Key, Kept> cache = pages;
        if (cache == null || !(request.getAttribute(PENDING) instanceof Pending pending)) {
            return null;
        }
        var sent = new Sent(compressed(body), tag(body), pending.searched());
        // Made from an index that has changed since, it may show what is hidden by now.
        if (pending.moment().equals(current) && pending.moment().equals(moment())) {
            cache.put(pending.key(), new Kept(pending.moment(), sent));
        }
        return sent;
    }

    private static boolean isKept(HttpServletRequest request, Key key) {
        String query = key.query();
        return request.getMethod().equals("GET")
                && (query == null || query.length() <= LONGEST_QUERY);
    }

    private Moment moment() {
        return new Moment(
                Math.floorDiv(clock.instant().getEpochSecond(), SECONDS),
                directory.state(),
                coalition.name(),
                coalition.counties());
    }

    private static byte[] compressed(byte[] body) {
        var out = new ByteArrayOutputStream(body.length / 4);
        try (var gzip = new QuickGzip(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Gzip with the last of the quick levels: a page of results takes a third of the time that the
     * usual level takes and goes out an eighth larger, some ten kilobytes.
     */
    private static final class QuickGzip extends GZIPOutputStream {

        private static final int LEVEL = 3;

        QuickGzip(OutputStream out) throws IOException {
            super(out, 8192);
            def.setLevel(LEVEL);
        }
    }

    /**
     * A page's tag. Weak, because a strong tag forbids gzip. Two sums of 32 bits and the length: a
     * page changed by accident is told apart, and nobody gains anything by making two that are not.
     */
    static String tag(byte[] body) {
        var first = new CRC32();
        first.update(body);
        var second = new CRC32C();
        second.update(body);
        return "W/\"%x-%08x%08x\"".formatted(body.length, first.getValue(), second.getValue());
    }
}
