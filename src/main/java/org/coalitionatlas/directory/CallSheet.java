package org.coalitionatlas.directory;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Services somebody means to call, in their order. Lives in the address of a page and nowhere else:
 * 22 letters and digits for each service, with points between. Never changes; its copies do.
 *
 * @param ids each once, at most {@link #MOST}
 */
public record CallSheet(List<UUID> ids) {

    /** Most services on a sheet: more are no list to call through, and addresses have an end. */
    public static final int MOST = 20;

    /** A sheet without services. */
    public static final CallSheet EMPTY = new CallSheet(List.of());

    private static final String BETWEEN = ".";
    private static final int LONGEST = 2_000;
    private static final int SHORT_LENGTH = 22;

    /** Cuts what is too much and what comes twice. */
    public CallSheet {
        ids = new LinkedHashSet<>(ids).stream().limit(MOST).toList();
    }

    /**
     * A sheet as it was read from an address.
     *
     * @param broken how many of its parts name nothing, as when a mail program cut it off
     * @param tooMany how many services beyond the limit it names
     */
    public record Read(CallSheet sheet, int broken, int tooMany) {}

    /** Reads a sheet with forbearance; {@code null} is an empty one. */
    public static Read read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return new Read(EMPTY, 0, 0);
        }
        int broken = 0;
        var ids = new LinkedHashSet<UUID>();
        String kept = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        for (String part : kept.strip().split("[.,\\s]+")) {
            Optional<UUID> id = id(part);
            if (id.isPresent()) {
                ids.add(id.get());
            } else if (!part.isEmpty()) {
                broken++;
            }
        }
        return new Read(
                new CallSheet(new ArrayList<>(ids)), broken, Math.max(0, ids.size() - MOST));
    }

    /** The short form of an id. */
    public static String shortId(UUID id) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * Long.BYTES);
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** The id a short or long form stands for; empty for anything else. */
    public static Optional<UUID> id(String text) {
        try {
            if (text.length() != SHORT_LENGTH) {
                return Optional.of(UUID.fromString(text)).filter(id -> text.length() == 36);
            }
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean isEmpty() {
        return ids.isEmpty();
    }

    /** How many services are on it. */
    public int size() {
        return ids.size();
    }

    /** Whether another service fits. */
    public boolean hasRoom() {
        return ids.size() < MOST;
    }

    public boolean contains(UUID id) {
        return ids.contains(id);
    }

    /** With the service at its end. */
    public CallSheet with(UUID id) {
        var copy = new ArrayList<>(ids);
        copy.add(id);
        return new CallSheet(copy);
    }

    public CallSheet without(UUID id) {
        return new CallSheet(ids.stream().filter(other -> !other.equals(id)).toList());
    }

    /**
     * With the service nearer to the top or to the end.
     *
     * @param steps −1 is one up, 1 one down
     */
    public CallSheet moved(UUID id, int steps) {
        int from = ids.indexOf(id);
        if (from < 0) {
            return this;
        }
        var copy = new ArrayList<>(ids);
        copy.remove(from);
        copy.add(Math.clamp((long) from + steps, 0, copy.size()), id);
        return new CallSheet(copy);
    }

    /**
     * With the records that others were merged into in the place of these.
     *
     * @param movedTo where records went
     */
    public CallSheet following(Map<UUID, UUID> movedTo) {
        return movedTo.isEmpty()
                ? this
                : new CallSheet(ids.stream().map(id -> movedTo.getOrDefault(id, id)).toList());
    }

    /** As it stands in an address. */
    @Override
    public String toString() {
        return ids.stream().map(CallSheet::shortId).collect(Collectors.joining(BETWEEN));
    }
}
