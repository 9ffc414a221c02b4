package org.coalitionatlas.directory.web;

import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An Atom feed (RFC 4287) being written. */
final class Feed {

    static final String TYPE = "application/atom+xml";

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    /**
     * @param page address of the page the feed belongs to
     * @param self address of the feed, which is also its name for ever
     */
    Feed(String language, String title, String author, String page, String self, Instant updated) {
        try {
            xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language);
            element("title", title);
            element("id", self);
            link("self", self, TYPE);
            link("alternate", page, "text/html");
            element("updated", timestamp(updated));
            xml.writeStartElement("author");
            element("name", author);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    void entry(String id, String title, String href, Instant updated, String summary) {
        try {
            xml.writeStartElement("entry");
            element("id", id);
            element("title", title);
            link("alternate", href, "text/html");
            element("updated", timestamp(updated));
            element("summary", summary);
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The whole feed. */
    String end() {
        try {
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void link(String relation, String href, String type) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private void element(String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(printable(content));
        xml.writeEndElement();
    }

    /** Without the characters that XML 1.0 cannot hold, which typed and imported texts may have. */
    static String printable(String content) {
        return content.replaceAll(
                "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "");
    }

    private static String timestamp(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }
}
