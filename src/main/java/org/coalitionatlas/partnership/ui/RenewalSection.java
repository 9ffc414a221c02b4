package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import org.coalitionatlas.common.ui.DueSection;
import org.coalitionatlas.partnership.MouRenewals;
import org.coalitionatlas.partnership.MouRenewals.Due;
import org.coalitionatlas.partnership.PartnershipList.Show;
import org.coalitionatlas.partnership.PartnershipNavigation;

/** MOUs to be renewed, beside the queue of verifications. */
@org.springframework.stereotype.Component
class RenewalSection implements DueSection {

    private static final int MOST = 5;

    private final MouRenewals renewals;
    private final PartnershipWords words;

    RenewalSection(MouRenewals renewals, PartnershipWords words) {
        this.renewals = renewals;
        this.words = words;
    }

    @Override
    public Optional<Component> due() {
        List<Due> due = renewals.due();
        return due.isEmpty() ? Optional.empty() : Optional.of(new Lines(due, words));
    }

    @StyleSheet("portal-partnership.css")
    private static final class Lines extends Composite<Section> {

        Lines(List<Due> due, PartnershipWords words) {
            getContent().addClassNames("partner", "partner-section");
            getContent()
                    .add(
                            new H2(words.text("partnership.renewals")),
                            new Paragraph(
                                    words.text(
                                            "partnership.renewals.text", MouRenewals.LATE_DAYS)));
            var list = new UnorderedList();
            list.addClassName("partner-due");
            due.stream().limit(MOST).forEach(line -> list.add(item(line, words)));
            getContent()
                    .add(
                            list,
                            new Anchor(
                                    PartnershipNavigation.list(Show.RENEW),
                                    words.text("partnership.renewals.all", due.size())));
        }

        private static ListItem item(Due due, PartnershipWords words) {
            boolean over = !words.today().isBefore(due.expiresOn());
            var when =
                    new Span(
                            words.text(
                                    over
                                            ? "partnership.state.EXPIRED"
                                            : "partnership.state.ENDS_SOON",
                                    words.ago(due.expiresOn())));
            when.addClassNames("partner-badge", over ? "state-expired" : "state-ends-soon");
            return new ListItem(
                    new Anchor(
                            PartnershipNavigation.list(Show.RENEW, due.providerId()),
                            words.text("partnership.renewals.line", due.provider(), due.partner())),
                    when);
        }
    }
}
