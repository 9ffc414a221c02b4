package org.coalitionatlas.directory.web;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.coalitionatlas.directory.WhyFound.Marked;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.processor.AbstractStandardExpressionAttributeTagProcessor;
import org.thymeleaf.templatemode.TemplateMode;
import org.unbescape.html.HtmlEscape;

/**
 * What stands on a page of results a hundred times over, said by one attribute each: {@code
 * atlas:marked} is a text with the words of the search marked in it, {@code atlas:ticks} the
 * options of a filter. Built from the usual attributes they were most of the work of such a page.
 */
@Component
class PublishedDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "atlas";

    /** With those that replace the body, such as th:text. */
    private static final int PRECEDENCE = 1300;

    // Of the standard dialect's own rank: what comes after it no longer finds a th:block.
    PublishedDialect() {
        super("Coalition Atlas", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(
                new Body<List<Marked.Part>>(dialectPrefix, "marked", PublishedDialect::marked),
                new Body<List<SearchFilters.Option>>(
                        dialectPrefix, "ticks", PublishedDialect::ticks));
    }

    private static String marked(List<Marked.Part> parts) {
        var html = new StringBuilder();
        for (Marked.Part part : parts) {
            String text = escaped(part.text());
            if (part.matched()) {
                html.append("<mark>").append(text).append("</mark>");
            } else {
                html.append(text);
            }
        }
        return html.toString();
    }

    // The form stands beside the list, so each box says which one it belongs to.
    private static String ticks(List<SearchFilters.Option> options) {
        var html = new StringBuilder();
        for (SearchFilters.Option option : options) {
            html.append("<label class=\"option\"><input type=\"checkbox\" form=\"f\" name=\"")
                    .append(escaped(option.name()))
                    .append("\" value=\"")
                    .append(escaped(option.value()))
                    .append(option.on() ? "\" checked=\"checked\"><span>" : "\"><span>")
                    .append(escaped(option.label()))
                    .append("</span> <span class=\"n\">")
                    .append(option.count())
                    .append("</span></label>");
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return HtmlEscape.escapeHtml4Xml(text);
    }

    /** Puts what is made of the attribute's value into its element. */
    private static final class Body<T> extends AbstractStandardExpressionAttributeTagProcessor {

        private final Function<T, String> html;

        Body(String prefix, String attribute, Function<T, String> html) {
            super(TemplateMode.HTML, prefix, attribute, PRECEDENCE, true);
            this.html = html;
        }

        // The templates are ours: an attribute is given what it is made for.
        @Override
        @SuppressWarnings("unchecked")
        protected void doProcess(
                ITemplateContext context,
                IProcessableElementTag tag,
                AttributeName attribute,
                String expression,
                Object value,
                IElementTagStructureHandler structure) {
            structure.setBody(html.apply((T) value), false);
        }
    }
}
