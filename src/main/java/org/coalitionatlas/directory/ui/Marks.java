package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.directory.WhyFound.Marked;
import org.coalitionatlas.directory.WhyFound.Reason;

/** Shows what matched; every piece is text, never markup. */
final class Marks {

    private Marks() {}

    /** Adds the text with its matching words marked. */
    static <T extends HasComponents> T into(T target, Marked marked) {
        for (Marked.Part part : marked.parts()) {
            if (part.matched()) {
                var mark = new HtmlContainer("mark");
                mark.setText(part.text());
                target.add(mark);
            } else {
                target.add(new Text(part.text()));
            }
        }
        return target;
    }

    /** "Matched: need A3 Housing (“shelter”)". */
    static Paragraph reasons(List<Reason> reasons, DirectoryWords words) {
        var line = new Paragraph(new Span(words.text("seeking.why")));
        line.addClassName("why-found");
        for (Reason reason : reasons) {
            var one = new Span();
            one.add(
                    new Text(
                            words.text(
                                            "seeking.why."
                                                    + reason.fact().name().toLowerCase(Locale.ROOT))
                                    + " "));
            if (reason.code() != null) {
                one.add(new Text(reason.code() + " "));
            }
            into(one, reason.label());
            if (reason.through() != null) {
                one.add(new Text(" " + words.text("seeking.why.through", reason.through())));
            }
            line.add(new Text(line.getChildren().count() > 1 ? "; " : " "), one);
        }
        return line;
    }
}
