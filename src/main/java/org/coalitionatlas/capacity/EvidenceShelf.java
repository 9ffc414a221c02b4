package org.coalitionatlas.capacity;

import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Texts;
import org.coalitionatlas.common.Url;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links and small files that show what an answer says. Files are told by their content, lie outside
 * the web root under their id, and leave the product only as a download.
 */
@Component
public class EvidenceShelf {

    /** How many an item may have. */
    static final int MOST = 20;

    private final ResponseStore store;
    private final EvidenceStore evidence;
    private final ResponseHold hold;
    private final ResponseAccess access;
    private final EvidenceFiles files;
    private final FileScan scan;

    EvidenceShelf(
            ResponseStore store,
            EvidenceStore evidence,
            ResponseHold hold,
            ResponseAccess access,
            EvidenceFiles files,
            FileScan scan) {
        this.store = store;
        this.evidence = evidence;
        this.hold = hold;
        this.access = access;
        this.files = files;
        this.scan = scan;
    }

    /** A file on its way out. */
    public record Download(Evidence evidence, Path file) {}

    /**
     * Puts a link to an item. For people who speak for the organization, while it is open.
     *
     * @param title what the link is called; its host when empty
     * @throws InvalidValue {@code invalid.url}, {@code response.link.https}, {@code
     *     response.evidence.tooMany}
     */
    @PreAuthorize("isAuthenticated()")
    public Evidence link(UUID response, String item, @Nullable String title, String address) {
        Url url = Url.parse(Texts.required(address, 2_000));
        if (!"https".equals(URI.create(url.address()).getScheme())) {
            throw new InvalidValue("response.link.https", url.address());
        }
        String called = Texts.tidy(title, 200);
        return added(
                response,
                item,
                () ->
                        new Evidence(
                                Ids.newId(),
                                response,
                                item,
                                called == null ? url.host() : called,
                                url.address(),
                                null,
                                0,
                                hold.now()));
    }

    /**
     * Keeps a file with an item. For people who speak for the organization, while it is open.
     *
     * @param name as its owner calls it
     * @param content read to its end unless it is too large
     * @throws InvalidValue {@code response.file.*}, {@code response.evidence.tooMany}
     */
    @PreAuthorize("isAuthenticated()")
    public Evidence file(UUID response, String item, String name, InputStream content) {
        String shown = FileSniffer.displayName(name);
        byte[] bytes = EvidenceFiles.read(content);
        FileType type = FileSniffer.sniff(shown, bytes);
        scan.check(bytes);
        UUID id = Ids.newId();
        try {
            return added(
                    response,
                    item,
                    () -> {
                        // The file first: a row without its file would be a lie after a crash.
                        files.delete(id);
                        files.store(id, bytes);
                        return new Evidence(
                                id, response, item, shown, null, type, bytes.length, hold.now());
                    });
        } catch (RuntimeException e) {
            files.delete(id);
            throw e;
        }
    }

    private Evidence added(UUID response, String item, Supplier<Evidence> made) {
        return hold.held(
                response,
                ResponseVerb.FILL_IN,
                head -> {
                    hold.requireItem(head, item);
                    long already =
                            evidence.of(response).stream()
                                    .filter(e -> e.item().equals(item))
                                    .count();
                    if (already >= MOST) {
                        throw new InvalidValue("response.evidence.tooMany", MOST);
                    }
                    Evidence added = made.get();
                    evidence.insert(added);
                    return added;
                });
    }

    /**
     * Takes evidence off; {@link #putBack} undoes it. For people who speak for the organization.
     */
    @PreAuthorize("isAuthenticated()")
    public void remove(UUID response, UUID id) {
        hold.held(
                response,
                ResponseVerb.FILL_IN,
                head -> {
                    evidence.remove(response, id, hold.now());
                    return true;
                });
    }

    /** Puts evidence back that was taken off. For people who speak for the organization. */
    @PreAuthorize("isAuthenticated()")
    public void putBack(UUID response, UUID id) {
        hold.held(
                response,
                ResponseVerb.FILL_IN,
                head -> {
                    evidence.remove(response, id, null);
                    return true;
                });
    }

    /**
     * A file to download. For people who speak for the organization, and, once it is handed in, its
     * coordinators when the organization shares its words.
     *
     * @throws NoSuchResponse when there is none, or the person may not know of it
     */
    @Transactional(readOnly = true)
    @PreAuthorize("isAuthenticated()")
    public Download download(UUID id) {
        Evidence found =
                evidence.one(id)
                        .filter(e -> e.file() != null)
                        .orElseThrow(() -> new NoSuchResponse(id));
        ResponseHead head = store.head(found.response()).orElseThrow(() -> new NoSuchResponse(id));
        var sides = access.sides(head.organization());
        if (sides.isEmpty() || !ResponseAccess.readsWords(head, sides)) {
            throw new NoSuchResponse(id);
        }
        return new Download(found, files.path(id));
    }
}
