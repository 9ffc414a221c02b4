package org.coalitionatlas.directory.web;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** A sitemap (sitemaps.org protocol) on its way out: nothing of it stays in memory. */
final class Sitemap {

    private static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    private static final String SPANISH = "/es";

    private final String site;
    private final XMLStreamWriter xml;

    private Sitemap(OutputStream out, String site, String root, boolean alternates)
            throws XMLStreamException {
        this.site = site;
        this.xml =
                XMLOutputFactory.newFactory()
                        .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement(root);
        xml.writeDefaultNamespace(SITEMAP);
        if (alternates) {
            xml.writeNamespace("xhtml", XHTML);
        }
    }

    static Sitemap ofPages(OutputStream out, String site) throws XMLStreamException {
        return new Sitemap(out, site, "urlset", true);
    }

    static Sitemap ofSitemaps(OutputStream out, String site) throws XMLStreamException {
        return new Sitemap(out, site, "sitemapindex", false);
    }

    /** One of the sitemaps. */
    void part(String path, @Nullable Instant changedAt) throws XMLStreamException {
        xml.writeStartElement("sitemap");
        element("loc", site + path);
        changed(changedAt);
        xml.writeEndElement();
    }

    /**
     * A page: two addresses, each naming both.
     *
     * @param path in English
     */
    void page(String path, @Nullable Instant changedAt) throws XMLStreamException {
        String english = site + path;
        String spanish = site + SPANISH + (path.equals("/") ? "" : path);
        for (String address : new String[] {english, spanish}) {
            xml.writeStartElement("url");
            element("loc", address);
            changed(changedAt);
            alternate("en", english);
            alternate("es", spanish);
            xml.writeEndElement();
        }
    }

    void end() throws XMLStreamException {
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.close();
    }

    private void alternate(String language, String address) throws XMLStreamException {
        xml.writeEmptyElement("xhtml", "link", XHTML);
        xml.writeAttribute("rel", "alternate");
        xml.writeAttribute("hreflang", language);
        xml.writeAttribute("href", address);
    }

    private void changed(@Nullable Instant at) throws XMLStreamException {
        if (at != null) {
            element("lastmod", at.truncatedTo(ChronoUnit.SECONDS).toString());
        }
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }
}
