package org.coalitionatlas.capacity;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.coalitionatlas.common.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Tells by its content what a file is, and refuses whatever is not exactly one of the kinds taken:
 * the name must claim what the bytes are, and a file that is two things at once is neither.
 */
final class FileSniffer {

    private static final int MOST_PARTS = 2_000;
    private static final long LARGEST_UNPACKED = 100L * 1024 * 1024;
    private static final int ZIP_END = 0x06054b50;
    private static final int ZIP_ENTRY = 0x02014b50;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    /** Text that a browser or a shell would run rather than show. */
    private static final Pattern ACTIVE =
            Pattern.compile(
                    "<\\s*(?:!doctype|html|head|body|script|svg|iframe|object|embed|math|xml"
                            + "|\\?xml|\\?php)|^#!|^MZ",
                    Pattern.CASE_INSENSITIVE);

    private FileSniffer() {}

    /**
     * What the file is.
     *
     * @param name as its owner called it; only its ending counts
     * @throws InvalidValue {@code response.file.type} when it is of no kind that is taken, {@code
     *     response.file.empty}, or {@code response.file.notWhatItSays} when name and content differ
     */
    static FileType sniff(String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw new InvalidValue("response.file.empty");
        }
        FileType claimed =
                FileType.claimedBy(name)
                        .orElseThrow(() -> new InvalidValue("response.file.type", name));
        if (!is(claimed, bytes)) {
            throw new InvalidValue("response.file.notWhatItSays", name);
        }
        return claimed;
    }

    /** The name without folders and control characters, short enough to be shown. */
    static String displayName(String name) {
        String last = name.replace('\\', '/');
        last = last.substring(last.lastIndexOf('/') + 1);
        var kept = new StringBuilder();
        last.codePoints()
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT)
                .forEach(kept::appendCodePoint);
        String shown = kept.toString().strip();
        if (shown.length() > 150) {
            int dot = shown.lastIndexOf('.');
            shown = shown.substring(0, 140) + (dot < 0 ? "" : shown.substring(dot));
        }
        return shown.isEmpty() || shown.length() > 200 ? "file" : shown;
    }

    private static boolean is(FileType type, byte[] bytes) {
        return switch (type) {
            case PDF -> isPdf(bytes);
            case PNG -> isPng(bytes);
            case JPEG -> isJpeg(bytes);
            case DOCX -> isOffice(bytes, "word/document.xml");
            case XLSX -> isOffice(bytes, "xl/workbook.xml");
            case CSV, TXT -> isText(bytes);
        };
    }

    private static boolean isPdf(byte[] bytes) {
        return startsWith(bytes, "%PDF-".getBytes(StandardCharsets.US_ASCII))
                && tail(bytes, 2048).contains("%%EOF")
                && zipEnd(bytes) == null;
    }

    // Walks through the chunks: nothing may follow the last.
    private static boolean isPng(byte[] bytes) {
        if (!startsWith(bytes, PNG)) {
            return false;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long at = PNG.length;
        while (at + 12 <= bytes.length) {
            long length = Integer.toUnsignedLong(in.getInt((int) at));
            String chunk = new String(bytes, (int) at + 4, 4, StandardCharsets.ISO_8859_1);
            at += 12 + length;
            if (chunk.equals("IEND")) {
                return at == bytes.length;
            }
        }
        return false;
    }

    private static boolean isJpeg(byte[] bytes) {
        int last = bytes.length;
        while (last > 0 && bytes[last - 1] == 0) {
            last--; // some cameras fill up
        }
        return bytes.length > 4
                && (bytes[0] & 0xff) == 0xff
                && (bytes[1] & 0xff) == 0xd8
                && (bytes[2] & 0xff) == 0xff
                && last > 4
                && (bytes[last - 2] & 0xff) == 0xff
                && (bytes[last - 1] & 0xff) == 0xd9
                && zipEnd(bytes) == null;
    }

    private static boolean isOffice(byte[] bytes, String main) {
        if (!startsWith(bytes, new byte[] {'P', 'K', 3, 4})) {
            return false;
        }
        Set<String> parts = parts(bytes);
        return parts != null
                && parts.contains("[content_types].xml")
                && parts.contains(main)
                && parts.stream().noneMatch(FileSniffer::isHarmful);
    }

    private static boolean isHarmful(String part) {
        return part.contains("..")
                || part.startsWith("/")
                || part.contains("\\")
                || part.endsWith("vbaproject.bin")
                || part.contains("/activex/")
                || part.endsWith(".exe")
                || part.endsWith(".js")
                || part.endsWith(".html");
    }

    /**
     * Names of the parts in the archive, in lower case, read from its directory; {@code null} when
     * that does not hold together or promises more than a document has. Nothing is unpacked.
     */
    private static @Nullable Set<String> parts(byte[] bytes) {
        Integer end = zipEnd(bytes);
        if (end == null) {
            return null;
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int count = Short.toUnsignedInt(in.getShort(end + 10));
        long at = Integer.toUnsignedLong(in.getInt(end + 16));
        int comment = Short.toUnsignedInt(in.getShort(end + 20));
        if (count > MOST_PARTS || end + 22 + comment != bytes.length) {
            return null;
        }
        var names = new HashSet<String>();
        long unpacked = 0;
        for (int i = 0; i < count; i++) {
            if (at + 46 > end || in.getInt((int) at) != ZIP_ENTRY) {
                return null;
            }
            unpacked += Integer.toUnsignedLong(in.getInt((int) at + 24));
            int name = Short.toUnsignedInt(in.getShort((int) at + 28));
            int extra = Short.toUnsignedInt(in.getShort((int) at + 30));
            int remark = Short.toUnsignedInt(in.getShort((int) at + 32));
            if (at + 46 + name > end) {
                return null;
            }
            names.add(
                    new String(bytes, (int) at + 46, name, StandardCharsets.UTF_8)
                            .toLowerCase(Locale.ROOT));
            at += 46L + name + extra + remark;
        }
        return unpacked > LARGEST_UNPACKED ? null : names;
    }

    /** Where the archive's directory ends, if the file has one. */
    private static @Nullable Integer zipEnd(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = bytes.length - 22; at >= Math.max(0, bytes.length - 66_000); at--) {
            if (bytes[at] == 'P' && in.getInt(at) == ZIP_END) {
                return at;
            }
        }
        return null;
    }

    private static boolean isText(byte[] bytes) {
        for (byte b : bytes) {
            if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
                return false;
            }
        }
        return !ACTIVE.matcher(decoded(bytes)).find();
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replace("\uFEFF", "");
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    private static String tail(byte[] bytes, int length) {
        int from = Math.max(0, bytes.length - length);
        return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && java.util.Arrays.equals(
                        bytes, 0, beginning.length, beginning, 0, beginning.length);
    }
}
