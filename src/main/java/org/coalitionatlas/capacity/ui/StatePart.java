package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.coalitionatlas.capacity.AnswerKey;
import org.coalitionatlas.capacity.PutOffPlaces;
import org.coalitionatlas.capacity.ResponseEvent;
import org.coalitionatlas.capacity.ResponseSheet;
import org.coalitionatlas.capacity.ResponseVerb;
import org.coalitionatlas.capacity.Responses;
import org.coalitionatlas.capacity.ReviewComment;
import org.coalitionatlas.capacity.StillMissing;
import org.coalitionatlas.common.ui.Notices;

/**
 * What can be done with the response as a whole, what others see of it, and what happened so far.
 */
final class StatePart extends Composite<Section> {

    private final transient Responses responses;
    private final ResponseSheet sheet;
    private final ResponseWords words;
    private final SerializableRunnable reload;
    private final SerializableRunnable missing;
    private final SerializableConsumer<SerializableRunnable> putOff;
    private final Paragraph problem = new Paragraph();

    /**
     * @param reload shows the response as it now stands
     * @param missing shows what is missing
     * @param putOff shows what is put off, and asks whether to hand in without it
     */
    StatePart(
            Responses responses,
            ResponseSheet sheet,
            ResponseWords words,
            SerializableRunnable reload,
            SerializableRunnable missing,
            SerializableConsumer<SerializableRunnable> putOff) {
        this.responses = responses;
        this.sheet = sheet;
        this.words = words;
        this.reload = reload;
        this.missing = missing;
        this.putOff = putOff;
        getContent().addClassName("response-state");
        problem.addClassName("place-problem");
        problem.getElement().setAttribute("role", "alert");
        Set<ResponseVerb> may = sheet.may();
        var verbs = new Div();
        verbs.addClassName("response-verbs");
        UUID id = sheet.head().id();
        for (ResponseVerb verb : may) {
            switch (verb) {
                case SUBMIT -> verbs.add(primary(verb, () -> submit(Set.of())));
                case ACCEPT -> verbs.add(primary(verb, () -> responses.accept(id)));
                case RETURN -> verbs.add(button(verb, () -> responses.giveBack(id)));
                case CLOSE -> verbs.add(button(verb, () -> responses.close(id)));
                case TAKE_BACK -> verbs.add(asking(verb, reason -> responses.takeBack(id, reason)));
                case REOPEN -> verbs.add(asking(verb, reason -> responses.reopen(id, reason)));
                default -> {}
            }
        }
        getContent().add(new H2(words.text("response.next")));
        getContent().add(new Paragraph(words.text(explanation())));
        if (may.contains(ResponseVerb.COMMENT)) {
            getContent()
                    .add(
                            ItemPanel.commentField(
                                    ReviewComment.WHOLE,
                                    words.text("response.comment.whole"),
                                    untold(),
                                    words));
        }
        getContent().add(problem, verbs);
        if (may.contains(ResponseVerb.SHARE)) {
            getContent().add(sharing());
        }
        getContent().add(trail());
    }

    private String untold() {
        return sheet.comments().stream()
                .filter(c -> c.told() == null && c.item().equals(ReviewComment.WHOLE))
                .map(ReviewComment::text)
                .findFirst()
                .orElse("");
    }

    private String explanation() {
        boolean own = sheet.may().contains(ResponseVerb.SHARE);
        return (own ? "response.next.own." : "response.next.coordinator.")
                + sheet.head().state().name();
    }

    private Button primary(ResponseVerb verb, Runnable work) {
        Button button = button(verb, work);
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private Button button(ResponseVerb verb, Runnable work) {
        var button = new Button(words.text("response.verb." + verb.name()));
        button.setDisableOnClick(true); // a second click before the answer does nothing
        button.addClickListener(
                click -> {
                    run(verb, work);
                    button.setEnabled(true);
                });
        button.addClassName("verb-" + verb.name());
        return button;
    }

    private Button asking(ResponseVerb verb, Consumer<String> work) {
        String act = "response.verb." + verb.name();
        return new Button(
                words.text(act),
                click ->
                        new AskReason(
                                        words,
                                        act,
                                        reason -> {
                                            work.accept(reason);
                                            Notices.done("response.done." + verb.name());
                                            reload.run();
                                        })
                                .open());
    }

    private void run(ResponseVerb verb, Runnable work) {
        problem.setText("");
        try {
            work.run();
        } catch (StillMissing e) {
            missing.run();
            return;
        } catch (PutOffPlaces e) {
            putOff.accept(() -> run(ResponseVerb.SUBMIT, () -> submit(Set.copyOf(e.places()))));
            return;
        } catch (RuntimeException e) {
            problem.setText(ResponseKeeper.inWords(e));
            return;
        }
        Notices.done("response.done." + verb.name());
        reload.run();
    }

    private void submit(Set<AnswerKey> putOff) {
        responses.submit(sheet.head().id(), putOff);
    }

    private Div sharing() {
        var result = new Checkbox(words.text("response.share.result"));
        result.setValue(sheet.head().resultShared());
        var narratives = new Checkbox(words.text("response.share.narratives"));
        narratives.setValue(sheet.head().narrativesShared());
        var said = new Paragraph();
        said.getElement().setAttribute("role", "status");
        Runnable save =
                () -> {
                    try {
                        responses.share(
                                sheet.head().id(), result.getValue(), narratives.getValue());
                        said.setText(words.text("response.share.saved"));
                    } catch (RuntimeException e) {
                        said.setText(ResponseKeeper.inWords(e));
                    }
                };
        result.addValueChangeListener(change -> save.run());
        narratives.addValueChangeListener(change -> save.run());
        var box =
                new Div(
                        new H2(words.text("response.share")),
                        new Paragraph(words.text("response.share.text")),
                        result,
                        narratives,
                        said);
        box.addClassName("response-sharing");
        return box;
    }

    private String told(ResponseEvent event) {
        boolean opened = event.verb().equals(ResponseEvent.OPEN);
        return opened && sheet.head().openedByCoordinator() ? event.verb() + ".for" : event.verb();
    }

    private NativeDetails trail() {
        var list = new OrderedList();
        for (ResponseEvent event : sheet.events()) {
            var item =
                    new ListItem(
                            words.text(
                                    "response.event." + told(event),
                                    words.stamp(event.happened())));
            if (event.reason() != null) {
                item.add(new Paragraph(words.text("response.event.reason", event.reason())));
            }
            list.add(item);
        }
        var details = new NativeDetails(words.text("response.events"), list);
        details.addClassName("response-trail");
        return details;
    }
}
