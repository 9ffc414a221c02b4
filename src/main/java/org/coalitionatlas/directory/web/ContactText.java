package org.coalitionatlas.directory.web;

import java.time.LocalDate;
import java.util.List;
import org.coalitionatlas.directory.AssuranceWords;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.coalitionatlas.directory.VerificationCycle;

/**
 * A contact in words, for the templates.
 *
 * @param verified "Verified 3 weeks ago", or that nobody did for too long
 * @param isStale whether the reader should ask whether the contact is still right
 */
public record ContactText(ContactPart view, String verified, boolean isStale) implements Verified {

    static List<ContactText> of(
            List<ContactPart> contacts, VerificationCycle cycle, LocalDate today, Words words) {
        return contacts.stream()
                .map(
                        contact ->
                                new ContactText(
                                        contact,
                                        AssuranceWords.of(
                                                RecordKind.CONTACT,
                                                contact.assuredOn(),
                                                contact.assuredHow(),
                                                cycle,
                                                today,
                                                words.locale(),
                                                words::say),
                                        cycle.isUnsure(
                                                RecordKind.CONTACT, contact.assuredOn(), today)))
                .toList();
    }
}
