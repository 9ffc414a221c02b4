package org.coalitionatlas.capacity.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.coalitionatlas.capacity.EvidenceShelf;
import org.coalitionatlas.capacity.EvidenceShelf.Download;
import org.coalitionatlas.capacity.FileType;
import org.coalitionatlas.capacity.NoSuchResponse;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * Hands out files that organizations attached: always as a download, never shown in the page, under
 * an address of their own whose policy forbids them everything (see {@code SecurityConfiguration}).
 */
@Controller
class EvidenceController {

    private final EvidenceShelf shelf;

    EvidenceController(EvidenceShelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping("/portal-files/{id:[0-9a-fA-F-]{36}}")
    ResponseEntity<Resource> file(@PathVariable String id) {
        Download download = download(id);
        FileType type = download.evidence().file();
        if (type == null || !Files.isRegularFile(download.file())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        MediaType media = MediaType.parseMediaType(type.mediaType());
        return ResponseEntity.ok()
                .contentType(
                        media.getType().equals("text")
                                ? new MediaType(media, StandardCharsets.UTF_8)
                                : media)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(download.evidence().title(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(download.file()));
    }

    // Whoever may not know of a file hears what a stranger to it hears.
    private Download download(String id) {
        try {
            return shelf.download(UUID.fromString(id));
        } catch (NoSuchResponse | IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
