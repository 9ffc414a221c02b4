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
import org.coalitionatlas.assessment.NeedAssignments.Assignment;
import org.coalitionatlas.assessment.Question;
import org.coalitionatlas.assessment.SaidBy;
import org.coalitionatlas.assessment.Statement;
import org.coalitionatlas.assessment.Worksheet.Line;

/** Who has answered how much: progress by person. */
final class PeopleFigures extends Composite<Section> {

    private final SheetWords words;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph nobody = new Paragraph();
    private List<Assignment> assigned = List.of();
    private List<Line> lines;

    PeopleFigures(SheetWords words, List<Line> lines) {
        this.words = words;
        this.lines = lines;
        getContent().addClassName("people-figures");
        nobody.setText(words.text("cycle.people.nobody"));
        getContent().add(new H2(words.text("cycle.people")), nobody, list);
    }

    /** What was given to whom: counted beside what each has answered; shows it first. */
    void assigned(List<Assignment> given) {
        assigned = given;
        show(lines);
    }

    void show(List<Line> now) {
        lines = now;
        var byPerson = new HashMap<String, Share>();
        for (Assignment one : assigned) {
            byPerson.computeIfAbsent(one.personId() + one.person(), key -> new Share(one.person()))
                    .asked
                    .add(one.needCode());
        }
        for (Line line : lines) {
            Stream.concat(
                            line.said().stream(),
                            line.rows().stream().flatMap(row -> row.said().stream()))
                    .forEach(
                            said ->
                                    byPerson.computeIfAbsent(
                                                    said.speakerId() + said.speaker(),
                                                    key -> new Share(name(said)))
                                            .add(line.need().code(), said));
        }
        list.removeAll();
        byPerson.values().stream()
                .sorted(Comparator.comparing((Share share) -> -share.answers))
                .map(this::inWords)
                .forEach(list::add);
        nobody.setVisible(byPerson.isEmpty());
    }

    private String name(Statement said) {
        return said.saidBy() == SaidBy.PROVIDER
                ? words.text("invitation.people.provider", said.speaker())
                : said.speaker();
    }

    private ListItem inWords(Share share) {
        String said =
                share.answers == 0
                        ? words.text("invitation.people.none", share.name)
                        : words.text(
                                "cycle.people.share",
                                share.name,
                                share.answers,
                                share.needs.size(),
                                words.ago(share.last));
        if (share.asked.isEmpty()) {
            return new ListItem(said);
        }
        long answered = share.asked.stream().filter(share.needs::contains).count();
        return new ListItem(
                words.text("invitation.people.assigned", said, answered, share.asked.size()));
    }

    /** What one person has said so far. */
    private static final class Share {

        private final String name;
        private final Set<String> needs = new HashSet<>();
        private final Set<String> asked = new HashSet<>();
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
