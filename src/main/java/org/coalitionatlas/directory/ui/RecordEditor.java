package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeLeaveEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.coalitionatlas.common.SaidInWords;
import org.coalitionatlas.directory.DirectoryCommands.Current;
import org.coalitionatlas.directory.Lookalike;
import org.coalitionatlas.directory.RecordChanged;
import org.coalitionatlas.directory.RecordKind;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/**
 * A form with its buttons, filling the page. It never drops what was typed: not when the record was
 * changed by somebody else meanwhile, not when the person is about to leave.
 */
final class RecordEditor<T> extends Composite<Div> {

    private final DirectoryWords words;
    private final RecordForm<T> form;
    private final @Nullable Supplier<Current<T>> reload;
    private final Save<T> save;
    private final Runnable close;
    private final @Nullable Function<T, List<Lookalike>> lookalikes;
    private final Map<UUID, Lookalike> told;
    private final LookalikePanel panel;
    private final Div alert = new Div();
    private final Div others = new Div();
    private Runnable saved = () -> {};
    private long version;

    /** Gives the draft to whoever keeps it. */
    interface Save<T> {

        /**
         * @param version the version the draft was written against; 0 for a new record
         */
        void save(T draft, long version);
    }

    private RecordEditor(
            DirectoryWords words,
            String title,
            RecordForm<T> form,
            @Nullable Supplier<Current<T>> reload,
            Save<T> save,
            Runnable close,
            @Nullable Function<T, List<Lookalike>> lookalikes,
            Map<UUID, Lookalike> told) {
        this.words = words;
        this.form = form;
        this.reload = reload;
        this.save = save;
        this.close = close;
        this.lookalikes = lookalikes;
        this.told = told;
        this.panel = new LookalikePanel(words);
        alert.addClassName("record-alert");
        alert.getElement().setAttribute("role", "alert");
        others.addClassName("record-others");
        others.getElement().setAttribute("role", "status");
        var keep = new Button(words.text("common.save"), click -> save(version));
        keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var cancel = new Button(words.text("common.cancel"), click -> cancel());
        var buttons = new Div(keep, cancel);
        buttons.addClassName("record-buttons");
        getContent().addClassName("record-editor");
        getContent().add(new H1(title), others, form, panel, alert, buttons);
        if (lookalikes != null) {
            form.onTyped(() -> panel.show(form.soFar().map(lookalikes).orElse(List.of())));
        }
    }

    /** For a record that is not there yet; the form already shows its empty draft. */
    static <T> RecordEditor<T> forNew(
            DirectoryWords words,
            String title,
            RecordForm<T> form,
            java.util.function.Consumer<T> add,
            Runnable close) {
        return forNew(words, title, form, null, (draft, told) -> add.accept(draft), close);
    }

    /**
     * The same, comparing what is written with what is there already, before it is saved.
     *
     * @param lookalikes what a draft looks like; {@code null} compares nothing
     * @param add gets the draft, and the records of which somebody said that it is none of them
     */
    static <T> RecordEditor<T> forNew(
            DirectoryWords words,
            String title,
            RecordForm<T> form,
            @Nullable Function<T, List<Lookalike>> lookalikes,
            BiConsumer<T, List<Lookalike>> add,
            Runnable close) {
        var told = new LinkedHashMap<UUID, Lookalike>();
        return new RecordEditor<>(
                words,
                title,
                form,
                null,
                (draft, version) -> add.accept(draft, List.copyOf(told.values())),
                close,
                lookalikes,
                told);
    }

    /**
     * For a record that is there.
     *
     * @param reload reads what stands now
     */
    static <T> RecordEditor<T> forExisting(
            DirectoryWords words,
            String title,
            RecordForm<T> form,
            Supplier<Current<T>> reload,
            Save<T> save,
            Runnable close) {
        var editor = new RecordEditor<>(words, title, form, reload, save, close, null, Map.of());
        Current<T> current = reload.get();
        editor.version = current.version();
        form.show(current.draft());
        return editor;
    }

    /** Whoever else has the record's form open and this person are told of each other. */
    RecordEditor<T> besides(OpenForms forms, RecordKind kind, UUID id) {
        saved = forms.besides(kind, id, this, this::tell);
        return this;
    }

    private void tell(OpenForms.News news) {
        others.removeAll();
        if (news.savedBy() != null && news.savedAt() != null) {
            others.add(
                    new Paragraph(
                            words.text(
                                    "directory.others.saved",
                                    news.savedBy(),
                                    words.moment(news.savedAt()))));
        }
        if (!news.writing().isEmpty()) {
            others.add(
                    new Paragraph(
                            words.text(
                                    "directory.others.writing",
                                    String.join(", ", news.writing()))));
        }
    }

    /** Asks before something typed is left behind. */
    void beforeLeave(BeforeLeaveEvent event) {
        if (form.isDirty()) {
            BeforeLeaveEvent.ContinueNavigationAction leave = event.postpone();
            askToDiscard(
                    () -> {
                        form.settled();
                        leave.proceed();
                    },
                    leave::cancel);
        }
    }

    private void cancel() {
        if (form.isDirty()) {
            askToDiscard(
                    () -> {
                        form.settled();
                        close.run();
                    },
                    () -> {});
        } else {
            close.run();
        }
    }

    private void save(long against) {
        alert.removeAll();
        Optional<T> draft = form.read();
        if (draft.isEmpty()) {
            alert.add(new Paragraph(words.text("directory.form.invalid")));
            return;
        }
        if (isToldOfLookalikes(draft.get(), against)) {
            return;
        }
        try {
            save.save(draft.get(), against);
        } catch (RecordChanged | OptimisticLockingFailureException e) {
            showConflict(draft.get());
            return;
        } catch (AccessDeniedException e) {
            alert.add(new Paragraph(words.text("directory.state.denied")));
            return;
        } catch (RuntimeException e) {
            if (!(e instanceof SaidInWords said)) {
                throw e;
            }
            alert.add(new Paragraph(words.text(said.messageKey(), said.arguments())));
            return;
        }
        saved.run();
        form.settled();
        close.run();
    }

    // Whoever has said that it is another one is not asked about the same records again.
    private boolean isToldOfLookalikes(T draft, long against) {
        if (lookalikes == null) {
            return false;
        }
        List<Lookalike> found = lookalikes.apply(draft);
        panel.show(found);
        Set<UUID> ids = found.stream().map(Lookalike::id).collect(Collectors.toSet());
        if (told.keySet().containsAll(ids)) {
            return false;
        }
        var anyway =
                new Button(
                        words.text("duplicates.entry.anyway"),
                        click -> {
                            found.forEach(one -> told.put(one.id(), one));
                            save(against);
                        });
        var buttons = new Div(anyway);
        buttons.addClassName("record-buttons");
        alert.add(new Paragraph(words.text("duplicates.entry.ask")), buttons);
        return true;
    }

    private void showConflict(T mine) {
        if (reload == null) {
            throw new IllegalStateException("a new record cannot have been changed");
        }
        Current<T> now = reload.get();
        List<DraftFacts.Difference> differences = form.facts().differences(now.draft(), mine);
        alert.add(
                new H2(words.text("directory.conflict.title")),
                new Paragraph(words.text("directory.conflict.text")));
        if (!differences.isEmpty()) {
            alert.add(
                    new DifferenceTable(
                            words,
                            differences,
                            words.text("directory.conflict.theirs"),
                            words.text("directory.conflict.mine"),
                            List.of(),
                            ""));
        }
        var overwrite =
                new Button(
                        words.text("directory.conflict.overwrite"), click -> save(now.version()));
        var take =
                new Button(
                        words.text("directory.conflict.take"),
                        click -> {
                            version = now.version();
                            form.show(now.draft());
                            alert.removeAll();
                        });
        var buttons = new Div(overwrite, take);
        buttons.addClassName("record-buttons");
        alert.add(buttons);
    }

    private void askToDiscard(Runnable discard, Runnable stay) {
        var ask =
                new ConfirmDialog(
                        words.text("directory.leave.title"),
                        words.text("directory.leave.text"),
                        words.text("directory.leave.discard"),
                        confirm -> discard.run(),
                        words.text("directory.leave.stay"),
                        cancel -> stay.run());
        ask.open();
    }
}
