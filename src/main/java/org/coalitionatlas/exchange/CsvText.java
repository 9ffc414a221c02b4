package org.coalitionatlas.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Finds out what a file is before anybody trusts its name: whether it is text at all, and in which
 * encoding. Reads in pieces; a large file costs time, not memory.
 *
 * @param charset how the bytes are to be read
 * @param mark bytes of a byte order mark to leave out at the start
 * @param assumed whether the encoding is a guess, because the file is not valid UTF-8
 */
public record CsvText(Charset charset, int mark, boolean assumed) {

    private static final int PIECE = 1 << 16;

    /** Windows-1252: what spreadsheet programs in the United States write when it is not UTF-8. */
    private static final Charset WESTERN = Charset.forName("windows-1252");

    /**
     * Looks at the whole file once.
     *
     * @throws UnusableFile when it is empty, or a spreadsheet, PDF, web page, archive or picture
     */
    public static CsvText of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(PIECE);
            refuseOtherKinds(head);
            CsvText marked = byMark(head);
            if (marked != null) {
                return marked;
            }
            CsvText wide = byZeroes(head);
            if (wide != null) {
                return wide;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return isUtf8(file)
                ? new CsvText(StandardCharsets.UTF_8, 0, false)
                : new CsvText(WESTERN, 0, true);
    }

    /** The characters of the file; bytes that mean nothing become U+FFFD. */
    public Reader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), PIECE);
        in.skipNBytes(mark);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** The name people know it by: {@code UTF-8}, {@code windows-1252}. */
    public String displayName() {
        return charset.name();
    }

    private static void refuseOtherKinds(byte[] head) {
        if (head.length == 0) {
            throw new UnusableFile("exchange.file.empty");
        }
        String start =
                new String(head, 0, Math.min(head.length, 1024), StandardCharsets.ISO_8859_1);
        String words = start.replace("\u00EF\u00BB\u00BF", "").strip().toLowerCase(Locale.ROOT);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            throw new UnusableFile("exchange.file.spreadsheet");
        }
        if (start.startsWith("%PDF")) {
            throw new UnusableFile("exchange.file.pdf");
        }
        if (words.startsWith("<!doctype")
                || words.startsWith("<html")
                || words.startsWith("<?xml")) {
            throw new UnusableFile("exchange.file.webPage");
        }
        if (words.startsWith("{") || words.startsWith("[{")) {
            throw new UnusableFile("exchange.file.json");
        }
        boolean binary =
                start.startsWith("\u001F\u008B")
                        || start.startsWith("\u0089PNG")
                        || start.startsWith("\u00FF\u00D8\u00FF")
                        || start.startsWith("GIF8")
                        || start.startsWith("Rar!")
                        || start.startsWith("7z\u00BC\u00AF")
                        || start.startsWith("SQLite format");
        if (binary) {
            throw new UnusableFile("exchange.file.binary");
        }
        if (words.isEmpty() && head.length < PIECE) {
            throw new UnusableFile("exchange.file.empty");
        }
    }

    private static @org.jspecify.annotations.Nullable CsvText byMark(byte[] head) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new CsvText(StandardCharsets.UTF_8, 3, false);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new CsvText(StandardCharsets.UTF_16LE, 2, false);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new CsvText(StandardCharsets.UTF_16BE, 2, false);
        }
        return null;
    }

    // Text in UTF-16 without a mark has a zero in every second byte; other text has hardly any.
    private static @org.jspecify.annotations.Nullable CsvText byZeroes(byte[] head) {
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        int half = head.length / 2;
        if (odd > half * 3 / 4 && even < half / 8) {
            return new CsvText(StandardCharsets.UTF_16LE, 0, true);
        }
        if (even > half * 3 / 4 && odd < half / 8) {
            return new CsvText(StandardCharsets.UTF_16BE, 0, true);
        }
        if (even + odd > head.length / 10) {
            throw new UnusableFile("exchange.file.binary");
        }
        return null;
    }

    private static boolean isUtf8(Path file) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(PIECE);
        var characters = CharBuffer.allocate(PIECE);
        try (InputStream in = Files.newInputStream(file)) {
            while (true) {
                int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
                boolean end = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                characters.clear();
                if (decoder.decode(bytes, characters, end).isError()) {
                    return false;
                }
                bytes.compact();
                if (end) {
                    return true;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsWith(byte[] head, int... mark) {
        return head.length >= mark.length
                && Arrays.equals(
                        Arrays.stream(mark).toArray(),
                        java.util.stream.IntStream.range(0, mark.length)
                                .map(i -> head[i] & 0xFF)
                                .toArray());
    }
}
