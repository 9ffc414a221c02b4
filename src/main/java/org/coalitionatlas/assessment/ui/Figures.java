package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.assessment.Worksheet.Line;
import org.coalitionatlas.taxonomy.Phase;

/** How many needs are assessed: in all and by phase, as bars and in words. */
final class Figures extends Composite<Div> {

    private final SheetWords words;
    private final List<Phase> phases;
    private final Map<String, Span> texts = new HashMap<>();
    private final Map<String, Element> bars = new HashMap<>();
    private final Span said = Markup.span("sheet-said", "");

    Figures(SheetWords words, List<Phase> phases) {
        this.words = words;
        this.phases = phases;
        getContent().addClassName("figures");
        figure("");
        phases.forEach(phase -> figure(phase.code()));
        said.getElement().setAttribute("role", "status");
        getContent().add(said);
    }

    void show(List<Line> lines) {
        show("", words.text("assessment.all"), lines);
        for (Phase phase : phases) {
            show(
                    phase.code(),
                    words.of(phase.label()),
                    lines.stream()
                            .filter(line -> line.need().phase().code().equals(phase.code()))
                            .toList());
        }
    }

    /** Announces what was just saved or could not be. */
    void say(String text, boolean problem) {
        said.setText(text);
        said.setClassName("unsaved", problem);
    }

    private void figure(String code) {
        var text = new Span();
        Element bar = new Element("progress").setAttribute("aria-hidden", "true");
        var figure = new Div(text);
        figure.addClassName(code.isEmpty() ? "figure-all" : "figure");
        figure.getElement().appendChild(bar);
        texts.put(code, text);
        bars.put(code, bar);
        getContent().add(figure);
    }

    private void show(String code, String label, List<Line> lines) {
        long assessed = lines.stream().filter(Line::isAssessed).count();
        Element bar = bars.get(code);
        Span text = texts.get(code);
        if (bar == null || text == null) {
            return;
        }
        bar.setAttribute("max", String.valueOf(lines.size()));
        bar.setAttribute("value", String.valueOf(assessed));
        text.setText(words.text("assessment.figure", label, assessed, lines.size()));
    }
}
