package org.coalitionatlas.partnership.ui;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.common.ui.Verbs;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.coalitionatlas.identity.SignedIn;
import org.coalitionatlas.partnership.PartnershipList;
import org.coalitionatlas.partnership.PartnershipList.Held;
import org.coalitionatlas.partnership.PartnershipList.Line;
import org.coalitionatlas.partnership.Partnerships;
import org.coalitionatlas.partnership.ui.OrganizationBox.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the list, the record of an organization and the dialogs do, each in the same way. */
@Component
class PartnershipTools {

    private final PartnershipList list;
    private final Partnerships partnerships;
    private final DirectorySearch search;
    private final CurrentPerson currentPerson;
    private final PartnershipWords words;

    PartnershipTools(
            PartnershipList list,
            Partnerships partnerships,
            DirectorySearch search,
            CurrentPerson currentPerson,
            PartnershipWords words) {
        this.list = list;
        this.partnerships = partnerships;
        this.search = search;
        this.currentPerson = currentPerson;
        this.words = words;
    }

    PartnershipList list() {
        return list;
    }

    Partnerships partnerships() {
        return partnerships;
    }

    PartnershipWords words() {
        return words;
    }

    OrganizationBox organizationBox(String labelKey) {
        return new OrganizationBox(words.text(labelKey), search);
    }

    Optional<Choice> organization(UUID id) {
        return search.organization(id).map(view -> new Choice(view.id(), view.name()));
    }

    List<ContactPart> contactsOf(UUID organization) {
        return search.organization(organization).map(OrganizationView::contacts).orElse(List.of());
    }

    /** The organization a member speaks for; empty for coordinators. */
    Optional<Choice> own() {
        UUID own = currentPerson.get().organizationId();
        return own == null || isCoordinator() ? Optional.empty() : organization(own);
    }

    boolean isCoordinator() {
        return currentPerson.get().role() != Role.MEMBER;
    }

    SignedIn person() {
        return currentPerson.get();
    }

    /** A member speaks for one of the two; said before anything is sent. */
    void requireOwn(UUID one, UUID other) {
        if (!isCoordinator() && !person().speaksFor(one) && !person().speaksFor(other)) {
            throw new InvalidValue("partnership.invalid.notYours");
        }
    }

    // ---- verbs ----

    void record(@Nullable Choice with, Runnable done) {
        new PartnershipDialog(this, null, with, done).open();
    }

    void edit(Line line, Runnable done) {
        new PartnershipDialog(this, line, null, done).open();
    }

    void renew(Line line, Runnable done) {
        new RenewDialog(this, line, done).open();
    }

    void end(Line line, Runnable done) {
        new EndDialog(
                        words,
                        words.text("partnership.end.title", line.provider(), line.partner()),
                        (on, reason) -> {
                            long now = partnerships.end(line.id(), line.version(), on, reason);
                            Notices.undoable(
                                    "partnership.ended",
                                    () -> resume(line.id(), now, done),
                                    line.provider(),
                                    line.partner());
                            done.run();
                        })
                .open();
    }

    void resume(UUID id, long version, Runnable done) {
        if (Verbs.run(() -> partnerships.resume(id, version))) {
            Notices.done("partnership.resumed");
        }
        done.run();
    }

    void takeBackRenewal(UUID id, long version, Runnable done) {
        if (Verbs.run(() -> partnerships.takeBackRenewal(id, version))) {
            Notices.done("partnership.renewalTakenBack");
        }
        done.run();
    }

    void recordContact(@Nullable Choice at, Runnable done) {
        new HeldDialog(this, null, at, done).open();
    }

    void editContact(Held held, Runnable done) {
        new HeldDialog(this, held, null, done).open();
    }

    void confirmContact(Held held, Runnable done) {
        if (Verbs.run(() -> partnerships.confirmContact(held.id(), held.version()))) {
            Notices.done("partnership.contact.confirmed", held.heldBy(), held.provider());
        }
        done.run();
    }

    void endContact(Held held, Runnable done) {
        new EndDialog(
                        words,
                        words.text("partnership.contact.end.title", held.heldBy(), held.provider()),
                        (on, reason) -> {
                            long now =
                                    partnerships.endContact(held.id(), held.version(), on, reason);
                            Notices.undoable(
                                    "partnership.contact.ended",
                                    () -> resumeContact(held.id(), now, done),
                                    held.heldBy(),
                                    held.provider());
                            done.run();
                        })
                .open();
    }

    void resumeContact(UUID id, long version, Runnable done) {
        if (Verbs.run(() -> partnerships.resumeContact(id, version))) {
            Notices.done("partnership.contact.resumed");
        }
        done.run();
    }
}
