package org.coalitionatlas.directory.web;

import java.time.LocalDate;
import java.util.List;
import org.coalitionatlas.directory.AssuranceWords;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.directory.VerificationCycle;
import org.jspecify.annotations.Nullable;

/** How an organization stands, in words. Adds nothing to the view it is made of. */
public final class OrganizationText implements Verified {

    private final OrganizationView view;
    private final VerificationCycle cycle;
    private final LocalDate today;
    private final Words words;

    OrganizationText(OrganizationView view, VerificationCycle cycle, LocalDate today, Words words) {
        this.view = view;
        this.cycle = cycle;
        this.today = today;
        this.words = words;
    }

    /** "Temporarily closed"; {@code null} for one that is open as usual. */
    public @Nullable String closed() {
        return view.status() == Status.ACTIVE
                ? null
                : words.say("published.status." + view.status());
    }

    /** "Verified 3 weeks ago (Oct 30, 2026) by phone", or that nobody did for too long. */
    @Override
    public String verified() {
        return AssuranceWords.of(
                RecordKind.ORGANIZATION,
                view.assuredOn(),
                view.assuredHow(),
                cycle,
                today,
                words.locale(),
                words::say);
    }

    /** Whether the reader should ask whether the record is still right. */
    @Override
    public boolean isStale() {
        LocalDate due = cycle.dueOn(RecordKind.ORGANIZATION, view.assuredOn());
        return due == null || due.isBefore(today);
    }

    /** The people who answer for it, as far as they may be shown. */
    public List<ContactText> contacts() {
        return ContactText.of(view.contacts(), cycle, today, words);
    }
}
