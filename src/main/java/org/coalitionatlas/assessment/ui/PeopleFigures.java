package org.coalitionatlas.assessment.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.Statement;
import org.coalitionatlas.assessment.Worksheet.Line;

/** Who has answered how much: progress by person. */
final class PeopleFigures extends Composite<Section> {

    private final SheetWords words;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nobody = new Paragraph();

    PeopleFigures(SheetWords words, List<Line> lines) {
        this.words = words;
        getContent().addClassName("people-figures");
        nobody.setText(words.text("cycle.people.nobody"));
        getContent().add(new H2(words.text("cycle.people")), nobody, list);
        show(lines);
    }

    void show(List<Line> lines) {
        var byPerson = new HashMap<String, Share>();
        for (Line line : lines) {
            Stream.concat(
                            line.said().stream(),
                            line.rows().stream().flatMap(row -> row.said().stream()))
                    .forEach(
                            said ->
                                    byPerson.computeIfAbsent(
                                                    said.speakerId() + said.speaker(),
                                                    key -> new Share(said.speaker()))
                                            .add(line.need().code(), said));
        }
        list.removeAll();
        byPerson.values().stream()
                .sorted(Comparator.comparing((Share share) -> -share.answers))
                .map(this::inWords)
                .forEach(list::add);
        nobody.setVisible(byPerson.isEmpty());
    }

    private ListItem inWords(Share share) {
        return new ListItem(
                words.text(
                        "cycle.people.share",
                        share.name,
                        share.answers,
                        share.needs.size(),
                        words.ago(share.last)));
    }

    /** What one person has said so far. */
    private static final class Share {

        private final String name;
        private final Set<String> needs = new HashSet<>();
        private int answers;
        private Instant last = Instant.EPOCH;

        Share(String name) {
            this.name = name;
        }

        void add(String need, Statement said) {
            needs.add(need);
            answers += said.finding() == null ? 0 : 1;
            for (Question question : Question.values()) {
                answers += said.to(question) == null ? 0 : 1;
            }
            last = said.saidAt().isAfter(last) ? said.saidAt() : last;
        }
    }
}
