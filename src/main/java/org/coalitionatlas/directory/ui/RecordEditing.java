package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryCommands.Current;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Saved;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.CoalitionProfile;
import org.jspecify.annotations.Nullable;

/**
 * Records of the directory on other rooms' screens: what they say, and the form that corrects them.
 */
@org.springframework.stereotype.Component
public class RecordEditing {

    private final DirectoryCommands commands;
    private final DirectorySearch search;
    private final CoalitionProfile coalition;
    private final OpenForms openForms;
    private final DirectoryWords words;

    RecordEditing(
            DirectoryCommands commands,
            DirectorySearch search,
            CoalitionProfile coalition,
            OpenForms openForms,
            DirectoryWords words) {
        this.commands = commands;
        this.search = search;
        this.coalition = coalition;
        this.openForms = openForms;
        this.words = words;
    }

    /** How the form was left. */
    public enum Outcome {
        /** What was typed stands in the record. */
        SAVED,
        /** What was typed waits for a coordinator. */
        WAITS,
        /** Nothing was changed. */
        CANCELLED
    }

    /**
     * A fact of a record in the words of the current person.
     *
     * @param field name of the draft's field
     */
    public record Fact(String field, String label, String text) {}

    /** What the draft says, without what it leaves open. */
    public List<Fact> facts(Object draft) {
        List<DraftFacts.Difference> stated =
                switch (draft) {
                    case OrganizationDraft organization ->
                            DraftFacts.organization(words, UUID::toString)
                                    .differences(null, organization);
                    case ServiceDraft service ->
                            DraftFacts.service(words, UUID::toString, UUID::toString)
                                    .differences(null, service);
                    case LocationDraft location ->
                            DraftFacts.location(words).differences(null, location);
                    case ContactDraft contact ->
                            DraftFacts.contact(words).differences(null, contact);
                    default -> throw new IllegalArgumentException(draft.getClass().getName());
                };
        return stated.stream()
                .map(fact -> new Fact(fact.field(), fact.label(), fact.other()))
                .toList();
    }

    /** The form for the record; it never drops what was typed without asking. */
    public Editor editor(RecordKind kind, UUID id, Consumer<Outcome> closed) {
        return new Editor(opened(kind, id, closed).besides(openForms, kind, id));
    }

    /** An open form. */
    public static final class Editor extends Composite<Div> {

        private final RecordEditor<?> form;

        private Editor(RecordEditor<?> form) {
            this.form = form;
            getContent().add(form);
        }

        /** To be told when the person is about to leave the screen. */
        public void beforeLeave(BeforeLeaveEvent event) {
            form.beforeLeave(event);
        }
    }

    private RecordEditor<?> opened(RecordKind kind, UUID id, Consumer<Outcome> closed) {
        var outcome = new Outcome[] {Outcome.CANCELLED};
        Runnable close = () -> closed.accept(outcome[0]);
        Consumer<Saved> saved = done -> outcome[0] = done.waits() ? Outcome.WAITS : Outcome.SAVED;
        UUID organization = commands.record(kind, id).organizationId();
        return switch (kind) {
            case ORGANIZATION ->
                    form(
                            new OrganizationForm(words, search),
                            () -> commands.organization(id),
                            OrganizationDraft::name,
                            (draft, version) ->
                                    saved.accept(commands.reviseOrganization(id, version, draft)),
                            close);
            case SERVICE ->
                    form(
                            new ServiceForm(
                                    words,
                                    coalition.counties(),
                                    commands.locations(organization),
                                    commands.contacts(organization)),
                            () -> commands.service(id),
                            ServiceDraft::name,
                            (draft, version) ->
                                    saved.accept(commands.reviseService(id, version, draft)),
                            close);
            case LOCATION ->
                    form(
                            new LocationForm(words),
                            () -> one(commands.locations(organization), id),
                            LocationDraft::name,
                            (draft, version) ->
                                    saved.accept(commands.reviseLocation(id, version, draft)),
                            close);
            case CONTACT ->
                    form(
                            new ContactForm(words),
                            () -> one(commands.contacts(organization), id),
                            ContactDraft::name,
                            (draft, version) ->
                                    saved.accept(commands.reviseContact(id, version, draft)),
                            close);
        };
    }

    private <T> RecordEditor<T> form(
            RecordForm<T> form,
            java.util.function.Supplier<Current<T>> current,
            Function<T, @Nullable String> name,
            RecordEditor.Save<T> save,
            Runnable close) {
        String called = name.apply(current.get().draft());
        return RecordEditor.forExisting(
                words,
                words.text(
                        "directory.edit.title",
                        called == null ? words.text("directory.location.unnamed") : called),
                form,
                current,
                save,
                close);
    }

    private static <T> Current<T> one(List<Current<T>> all, UUID id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }
}
