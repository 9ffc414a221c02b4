package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.common.ui.FreeText;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.coalitionatlas.partnership.HeldDraft;
import org.coalitionatlas.partnership.PartnershipList.Held;
import org.coalitionatlas.partnership.ui.OrganizationBox.Choice;
import org.jspecify.annotations.Nullable;

/** Records who knows whom at a provider, or says it anew. */
final class HeldDialog extends FormDialog {

    private final PartnershipTools tools;
    private @Nullable Held held;
    private final Runnable done;
    private final OrganizationBox provider;
    private final ComboBox<ContactPart> contact = new ComboBox<>();
    private final TextArea note = new TextArea();
    private final OrganizationBox holder;
    private final TextField heldBy = new TextField();
    private final DatePicker since;

    /**
     * @param held what is on record, or {@code null} for something new
     * @param at the organization whose record is open, for something new
     */
    HeldDialog(PartnershipTools tools, @Nullable Held held, @Nullable Choice at, Runnable done) {
        super(
                tools.words(),
                tools.words()
                        .text(
                                held == null
                                        ? "partnership.contact.record"
                                        : "partnership.contact.edit.title"),
                tools.words().text("common.save"));
        this.tools = tools;
        this.held = held;
        this.done = done;
        provider = tools.organizationBox("partnership.field.knownAt");
        holder = tools.organizationBox("partnership.field.holder");
        since = words().day("partnership.field.heldSince");
        label();
        provider.addValueChangeListener(e -> offerContacts());
        fill(at);
        says("partnership.invalid.provider", provider);
        says("partnership.invalid.member", holder);
        says("partnership.invalid.notYours", holder);
        says("partnership.invalid.own", holder);
        says("partnership.invalid.holder", heldBy);
        says("partnership.invalid.somebody", contact);
        says("invalid.contact", contact);
        says("partnership.invalid.future", since);
        content(provider, contact, note, holder, heldBy, since);
    }

    private void label() {
        provider.setRequiredIndicatorVisible(true);
        holder.setRequiredIndicatorVisible(true);
        contact.setLabel(words().text("partnership.field.contact"));
        contact.setHelperText(words().text("partnership.field.contact.help"));
        contact.setItemLabelGenerator(
                c ->
                        c.title() == null
                                ? c.name()
                                : words().text("partnership.contact.titled", c.name(), c.title()));
        contact.setWidthFull();
        contact.setClearButtonVisible(true);
        contact.setManualValidation(true);
        note.setLabel(words().text("partnership.field.note"));
        note.setHelperText(words().text("partnership.field.note.help"));
        FreeText.watched(note);
        note.setMaxLength(HeldDraft.LONGEST_NOTE);
        note.setWidthFull();
        heldBy.setLabel(words().text("partnership.field.heldBy"));
        heldBy.setHelperText(words().text("partnership.field.heldBy.help"));
        heldBy.setMaxLength(200);
        heldBy.setWidthFull();
        heldBy.setRequiredIndicatorVisible(true);
        heldBy.setManualValidation(true);
        since.setManualValidation(true);
    }

    private void fill(@Nullable Choice at) {
        if (held == null) {
            Choice own = tools.own().orElse(null);
            holder.setValue(own);
            heldBy.setValue(own == null ? "" : tools.person().name());
            if (at != null && !at.equals(own)) {
                provider.setValue(at);
            }
            offerContacts();
            return;
        }
        provider.setValue(new Choice(held.providerId(), held.provider()));
        holder.setValue(new Choice(held.holderId(), held.holder()));
        provider.setReadOnly(true);
        holder.setReadOnly(true);
        heldBy.setValue(held.heldBy());
        note.setValue(held.note() == null ? "" : held.note());
        since.setValue(held.since());
    }

    // Somebody whom the person at the screen may not see is not forgotten by saving the rest.
    private @Nullable UUID hiddenContact() {
        return held != null && held.contact() == null && !held.left() ? held.contactId() : null;
    }

    private void offerContacts() {
        Choice at = provider.getValue();
        List<ContactPart> contacts = at == null ? List.of() : tools.contactsOf(at.id());
        contact.setItems(contacts);
        contact.setEnabled(!contacts.isEmpty());
        if (held != null) {
            contacts.stream()
                    .filter(c -> c.id().equals(held.contactId()))
                    .findFirst()
                    .ifPresent(contact::setValue);
        }
    }

    @Override
    List<Difference> takeUpChange() {
        Held now = held == null ? null : tools.list().contact(held.id()).orElse(null);
        if (now == null) {
            return List.of();
        }
        held = now;
        ContactPart whom = contact.getValue();
        var all = new Differences();
        all.add("partnership.field.heldBy", now.heldBy(), heldBy.getValue());
        all.add("partnership.field.contact", now.contact(), whom == null ? null : whom.name());
        all.add("partnership.field.note", now.note(), note.getValue());
        all.add("partnership.field.heldSince", now.since(), since.getValue());
        all.add("partnership.field.endedOn", now.endedOn(), (LocalDate) null);
        return all.found();
    }

    @Override
    void save() {
        UUID at = PartnershipDialog.required(provider, "partnership.invalid.provider");
        UUID by = PartnershipDialog.required(holder, "partnership.invalid.member");
        tools.requireOwn(at, by);
        ContactPart whom = contact.getValue();
        var draft =
                new HeldDraft(
                        at,
                        by,
                        heldBy.getValue(),
                        whom == null ? hiddenContact() : whom.id(),
                        note.getValue(),
                        since.getValue());
        if (held == null) {
            tools.partnerships().recordContact(draft);
        } else {
            tools.partnerships().reviseContact(held.id(), held.version(), draft);
        }
        Notices.done("partnership.contact.recorded", draft.heldBy(), provider.getValue().name());
        done.run();
    }
}
