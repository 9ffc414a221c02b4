package org.coalitionatlas.directory.web;

import java.util.List;
import java.util.Set;
import org.springframework.context.MessageSource;
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

/**
 * What stands on a page of results many times over, said by one attribute each: {@code atlas:card}
 * is a service's card, {@code atlas:marks}, {@code atlas:acceptance}, {@code atlas:verified} and
 * {@code atlas:pick} are its parts, {@code atlas:ticks} the options of a filter. Built from the
 * usual attributes they were most of the work of such a page (decision 046).
 */
@Component
class PublishedDialect extends AbstractProcessorDialect {

    private static final String PREFIX = "atlas";

    /** The variable that every page with cards has. */
    private static final String SHEET = "sheet";

    /** With those that replace the body, such as th:text. */
    private static final int PRECEDENCE = 1300;

    private final MessageSource messages;

    // Of the standard dialect's own rank: what comes after it no longer finds a th:block.
    PublishedDialect(MessageSource messages) {
        super("Coalition Atlas", PREFIX, StandardDialect.PROCESSOR_PRECEDENCE);
        this.messages = messages;
    }

    @Override
    public Set<IProcessor> getProcessors(String dialectPrefix) {
        return Set.of(
                new Body<ServiceText>(
                        dialectPrefix,
                        "card",
                        (service, context) ->
                                CardHtml.card(service, words(context), sheet(context))),
                new Body<ServiceText>(
                        dialectPrefix,
                        "marks",
                        (service, context) -> CardHtml.marks(service, words(context))),
                new Body<ServiceText>(
                        dialectPrefix,
                        "acceptance",
                        (service, context) -> CardHtml.acceptance(service, words(context))),
                new Body<Verified>(
                        dialectPrefix,
                        "verified",
                        (one, context) -> CardHtml.verified(one, words(context))),
                new Body<ServiceText>(
                        dialectPrefix,
                        "pick",
                        (service, context) ->
                                CardHtml.pick(service, words(context), sheet(context))),
                new Body<List<SearchFilters.Option>>(
                        dialectPrefix, "ticks", (options, context) -> ticks(options)));
    }

    // The form stands beside the list, so each box says which one it belongs to.
    private static String ticks(List<SearchFilters.Option> options) {
        var html = new StringBuilder();
        for (SearchFilters.Option option : options) {
            html.append("<label class=\"option\"><input type=\"checkbox\" form=\"f\" name=\"")
                    .append(CardHtml.escaped(option.name()))
                    .append("\" value=\"")
                    .append(CardHtml.escaped(option.value()))
                    .append(option.on() ? "\" checked=\"checked\"><span>" : "\"><span>")
                    .append(CardHtml.escaped(option.label()))
                    .append("</span> <span class=\"n\">")
                    .append(option.count())
                    .append("</span></label>");
        }
        return html.toString();
    }

    /**
     * Writes the value of an attribute.
     *
     * @param <T> what the attribute is given
     */
    private interface Writer<T> {
        String html(T value, ITemplateContext context);
    }

    private Words words(ITemplateContext context) {
        return new Words(messages, context.getLocale());
    }

    private static SheetLinks sheet(ITemplateContext context) {
        return (SheetLinks) context.getVariable(SHEET);
    }

    /** Puts what is made of the attribute's value into its element. */
    private static final class Body<T> extends AbstractStandardExpressionAttributeTagProcessor {

        private final Writer<T> writer;

        Body(String prefix, String attribute, Writer<T> writer) {
            super(TemplateMode.HTML, prefix, attribute, PRECEDENCE, true);
            this.writer = writer;
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
            structure.setBody(writer.html((T) value, context), false);
        }
    }
}
