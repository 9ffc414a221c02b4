package org.coalitionatlas.mail.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.coalitionatlas.common.TimeOfDay;
import org.coalitionatlas.common.ui.EmptyState;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.mail.MailState;
import org.coalitionatlas.mail.Outbox;
import org.coalitionatlas.mail.OutboxEntry;
import org.jspecify.annotations.Nullable;

/** Outgoing e-mail: what waits, what went out, what failed and why. Never a message's text. */
@Route("admin/mail")
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "mail.title", order = 92, icon = "vaadin:envelope-o")
@StyleSheet("portal-mail.css")
final class MailView extends Composite<Div> implements HasDynamicTitle, BeforeEnterObserver {

    private static final String STATE = "state";

    private static final int PAGE = 25;
    private static final List<MailState> SHOWN =
            List.of(MailState.FAILED, MailState.WAITING, MailState.SENT, MailState.DECLINED);

    private final Outbox outbox;
    private final ZoneId zone;
    private final Nav states = new Nav();
    private final Div entries = new Div();
    private MailState state;
    private int shown;

    MailView(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.zone = clock.getZone();
        this.state = MailState.WAITING;
        getContent().addClassName("mail-outbox");
        getContent().add(new H1(getPageTitle()), new Paragraph(getTranslation("mail.text")));
        List<String> missing = outbox.missingSettings();
        if (!missing.isEmpty()) {
            var notice =
                    new Paragraph(getTranslation("mail.notConfigured", String.join(", ", missing)));
            notice.addClassName("mail-notice");
            getContent().add(notice);
        }
        states.addClassName("mail-states");
        states.getElement().setAttribute("aria-label", getTranslation("mail.states"));
        getContent().add(states, entries);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("mail.title");
    }

    /** What failed is shown first, else what waits, unless the address names a state. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String named =
                event.getLocation().getQueryParameters().getSingleParameter(STATE).orElse("");
        state =
                SHOWN.stream()
                        .filter(each -> code(each).equals(named))
                        .findFirst()
                        .orElseGet(
                                () ->
                                        outbox.counts().containsKey(MailState.FAILED)
                                                ? MailState.FAILED
                                                : MailState.WAITING);
        refresh();
    }

    private static String code(MailState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private RouterLink link(MailState each, long count) {
        var link = new RouterLink(getTranslation("mail.state." + each, count), MailView.class);
        link.setQueryParameters(QueryParameters.of(STATE, code(each)));
        if (each == state) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private void refresh() {
        Map<MailState, Long> counts = outbox.counts();
        states.removeAll();
        SHOWN.forEach(each -> states.add(link(each, counts.getOrDefault(each, 0L))));
        entries.removeAll();
        shown = 0;
        if (!counts.containsKey(state)) {
            entries.add(
                    new EmptyState(
                            getTranslation("mail.none"), getTranslation("mail.none." + state)));
            return;
        }
        more();
    }

    private void more() {
        List<OutboxEntry> next = outbox.list(state, shown, PAGE + 1);
        var list = new UnorderedList();
        list.addClassName("mail-list");
        next.stream().limit(PAGE).map(this::item).forEach(list::add);
        entries.add(list);
        shown += PAGE;
        if (next.size() > PAGE) {
            var button = new Button(getTranslation("mail.more"));
            button.addClickListener(
                    click -> {
                        entries.remove(button);
                        more();
                    });
            entries.add(button);
        }
    }

    private ListItem item(OutboxEntry entry) {
        var subject = new Span(entry.subject());
        subject.addClassName("mail-subject");
        var about =
                new Span(
                        getTranslation(
                                "mail.entry",
                                entry.to(),
                                getTranslation("mail.purpose." + entry.purpose()),
                                moment(entry.createdAt())));
        var item = new ListItem(subject, about);
        String said = happened(entry);
        if (said != null) {
            item.add(new Span(said));
        }
        if (entry.failure() != null) {
            item.add(reason(entry.failure(), entry.detail()));
        }
        if (entry.retryable()) {
            var retry = new Button(getTranslation("mail.retry"), click -> retry(entry));
            retry.setAriaLabel(getTranslation("mail.retry.label", entry.subject(), entry.to()));
            item.add(retry);
        }
        return item;
    }

    private @Nullable String happened(OutboxEntry entry) {
        if (entry.state() == MailState.WAITING) {
            return entry.attempts() == 0
                    ? null
                    : getTranslation("mail.tried", entry.attempts(), moment(entry.nextAttemptAt()));
        }
        return entry.doneAt() == null
                ? null
                : getTranslation("mail.done." + entry.state(), moment(entry.doneAt()));
    }

    private Component reason(String failure, @Nullable String detail) {
        var reason = new Div(new Span(getTranslation(failure)));
        reason.addClassName("mail-reason");
        if (detail != null) {
            // The server's own words: never translated.
            var words = new Span(detail);
            words.getElement().setAttribute("lang", "en");
            words.addClassName("mail-detail");
            reason.add(words);
        }
        return reason;
    }

    private void retry(OutboxEntry entry) {
        if (outbox.retry(entry.id())) {
            Notices.done("mail.retried");
        } else {
            Notices.problem("mail.retry.not");
        }
        refresh();
    }

    private String moment(Instant instant) {
        Locale region = TimeOfDay.region(getLocale());
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(region)
                .format(LocalDateTime.ofInstant(instant, zone));
    }
}
