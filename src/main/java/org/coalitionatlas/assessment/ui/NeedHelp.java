package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.coalitionatlas.taxonomy.Need;
import org.coalitionatlas.taxonomy.SupportCategory;

/** What a need means, and whom to think of. */
final class NeedHelp extends Composite<Div> {

    NeedHelp(SheetWords words, Need need) {
        getContent().addClassName("need-help");
        getContent().add(new Paragraph(words.of(need.help())));
        for (SupportCategory category : need.categories()) {
            var kind = new Paragraph();
            kind.add(
                    Markup.span("category", words.of(category.label())),
                    new Span(words.of(category.help())));
            getContent().add(kind);
        }
        getContent().add(new Paragraph(words.text("assessment.populations")));
    }
}
