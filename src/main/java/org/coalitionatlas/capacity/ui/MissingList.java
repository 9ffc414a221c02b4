package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.Answered;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.jspecify.annotations.Nullable;

/**
 * What is missing for handing in, once somebody tried to, or what they put off, which they are
 * asked about; it shrinks with every answer.
 */
final class MissingList extends Composite<Div> {

    private final OnScreen screen;

    /** Hands it in with what is put off; {@code null} unless that is being asked. */
    private @Nullable SerializableRunnable asked;

    MissingList(OnScreen screen) {
        this.screen = screen;
        getContent().addClassName("response-banner");
    }

    /**
     * Asks whether to hand in without what is put off.
     *
     * @param submit does
     */
    void ask(Answered answered, SerializableRunnable submit) {
        asked = submit;
        show(answered);
    }

    /** Shows what is missing or put off as the answers now stand. */
    void show(Answered answered) {
        getContent().removeAll();
        if (asked != null && answered.missing().stream().allMatch(p -> answered.at(p).later())) {
            putOff(answered.missing(), asked);
            return;
        }
        List<AnswerKey> places =
                answered.missing().stream().filter(place -> !answered.at(place).later()).toList();
        if (!places.isEmpty()) {
            var title = new H2(screen.words().text("response.submit.missing", places.size()));
            title.getElement().setAttribute("tabindex", "-1");
            getContent().add(title, links(screen, places));
        }
    }

    private void putOff(List<AnswerKey> places, SerializableRunnable submit) {
        var title = new H2(screen.words().text("response.submit.putOff", places.size()));
        title.getElement().setAttribute("tabindex", "-1");
        var goOn = new Button(screen.words().text("response.submit.anyway"), click -> submit.run());
        goOn.setDisableOnClick(true);
        goOn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        goOn.addClassName("submit-anyway");
        var back =
                new Button(
                        screen.words().text("response.submit.notYet"),
                        click -> {
                            asked = null;
                            getContent().removeAll();
                        });
        var ways = new Div(goOn, back);
        ways.addClassName("response-verbs");
        getContent().add(title);
        if (!places.isEmpty()) {
            getContent().add(links(screen, places));
        }
        getContent().add(ways);
    }

    void focus() {
        getContent()
                .getChildren()
                .findFirst()
                .ifPresent(
                        title ->
                                title.getElement()
                                        .executeJs(
                                                "this.scrollIntoView({block: 'center'});"
                                                        + " this.focus()"));
    }

    /** The ways to those places. */
    static UnorderedList links(OnScreen screen, List<AnswerKey> places) {
        var list = new UnorderedList();
        for (AnswerKey place : places) {
            RouterLink link =
                    SectionNav.link(screen.id(), CapacityNavigation.ITEM, AnswerGiven.code(place));
            link.setText(screen.words().place(screen.instrument(), place));
            list.add(new ListItem(link));
        }
        return list;
    }
}
