package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.directory.TrainingExpiries;
import org.coalitionatlas.directory.TrainingExpiry;

/** Trainings to be taken again: what ends within two months or has ended, the earliest first. */
@Route("trainings")
@PermitAll
@StyleSheet("portal-directory.css")
class TrainingsView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 50;

    private final TrainingExpiries expiries;
    private final DirectoryWords words;
    private final UnorderedList list = new UnorderedList();
    private final Button more;
    private List<TrainingExpiry> due = List.of();
    private int shown;

    TrainingsView(TrainingExpiries expiries, DirectoryWords words) {
        this.expiries = expiries;
        this.words = words;
        this.more = new Button(words.text("training.more"), click -> showMore());
        list.addClassNames("review-list", "trainings");
        getContent().addClassName("review");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        due = expiries.due();
        shown = 0;
        list.removeAll();
        getContent().removeAll();
        getContent().add(new H1(words.text("training.title")));
        if (due.isEmpty()) {
            getContent()
                    .add(
                            new EmptyState(
                                    words.text("training.empty.title"),
                                    words.text("training.empty.text")));
            return;
        }
        getContent().add(new Paragraph(words.text("training.help")), list, more);
        showMore();
    }

    @Override
    public String getPageTitle() {
        return words.text("training.title");
    }

    private void showMore() {
        due.stream().skip(shown).limit(PAGE).forEach(line -> list.add(item(line)));
        shown = Math.min(due.size(), shown + PAGE);
        more.setVisible(shown < due.size());
    }

    private ListItem item(TrainingExpiry line) {
        String who = line.contact() == null ? words.text("training.wholeStaff") : line.contact();
        boolean over = !words.today().isBefore(line.until());
        var when =
                new Span(
                        words.text(
                                over ? "training.ended" : "training.ends",
                                words.ago(line.until().minusDays(1))));
        when.addClassName(over ? "over" : "soon");
        return new ListItem(
                new RouterLink(
                        words.text("training.line", who, line.organization()),
                        OrganizationRecordView.class,
                        new RouteParameters("id", line.organizationId().toString())),
                new Span(words.of("topic", line.topic())),
                when);
    }
}
