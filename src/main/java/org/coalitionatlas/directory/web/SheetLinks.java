package org.coalitionatlas.directory.web;

import java.util.UUID;
import org.coalitionatlas.directory.CallSheet;

/**
 * The call sheet somebody is making while they look around: every link of a page carries it on, and
 * nothing else remembers it.
 */
public final class SheetLinks {

    /** Name of the sheet in the address of every page but its own. */
    static final String PARAMETER = "sheet";

    private final String base;
    private final String path;
    private final Query query;
    private final CallSheet sheet;

    /**
     * @param base beginning of links in the page's language
     * @param path of the page itself
     * @param query of the page itself
     */
    SheetLinks(String base, String path, Query query) {
        this.base = base;
        this.path = path;
        this.query = query;
        this.sheet = CallSheet.read(query.first(PARAMETER).orElse(null)).sheet();
    }

    public boolean isEmpty() {
        return sheet.isEmpty();
    }

    public int size() {
        return sheet.size();
    }

    public boolean isFull() {
        return !sheet.hasRoom();
    }

    public boolean has(UUID id) {
        return sheet.contains(id);
    }

    /** For a hidden field of a form. */
    public String value() {
        return sheet.toString();
    }

    /** For the end of a link without a query of its own. */
    public String carry() {
        return sheet.isEmpty() ? "" : Query.of(PARAMETER, value()).toString();
    }

    /** This page with the service on the sheet, at the place where it stands. */
    public String add(UUID id) {
        return here(sheet.with(id)) + "#n-" + id;
    }

    /** This page with the service off the sheet. */
    public String remove(UUID id) {
        return here(sheet.without(id)) + "#n-" + id;
    }

    /** This page with an empty sheet. */
    public String empty() {
        return here(CallSheet.EMPTY);
    }

    /** The sheet itself. */
    public String open() {
        return base + "/directory/call-sheet" + Query.of("ids", value());
    }

    private String here(CallSheet other) {
        return path
                + (other.isEmpty()
                        ? query.without(PARAMETER)
                        : query.with(PARAMETER, other.toString()));
    }
}
