package org.coalitionatlas.verification.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import org.coalitionatlas.directory.AssuranceWords;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.VerificationCycle;
import org.coalitionatlas.verification.CheckSheet;
import org.jspecify.annotations.Nullable;

/** Which record is being checked, when it was checked last, and the way to it. */
final class CheckAbout extends Composite<Div> {

    /**
     * @param ask asks the organization itself instead; {@code null} for whoever may not
     */
    CheckAbout(
            CheckSheet found,
            VerificationCycle cycle,
            Days days,
            @Nullable SerializableRunnable ask) {
        String kind = getTranslation("verification.kind." + found.kind());
        getContent().addClassName("verify-about");
        getContent()
                .add(
                        new Span(
                                found.kind() == RecordKind.ORGANIZATION
                                        ? kind
                                        : kind + " · " + found.organization()),
                        new Span(
                                AssuranceWords.of(
                                        found.kind(),
                                        found.assuredOn(),
                                        found.assuredHow(),
                                        cycle,
                                        days.today(),
                                        getLocale(),
                                        this::getTranslation)),
                        new Anchor(path(found), getTranslation("verification.sheet.record")));
        if (ask != null) {
            getContent().add(new Button(getTranslation("verification.ask"), click -> ask.run()));
        }
    }

    private static String path(CheckSheet found) {
        return found.kind() == RecordKind.SERVICE
                ? DirectoryNavigation.service(found.id())
                : DirectoryNavigation.organization(found.organizationId());
    }
}
