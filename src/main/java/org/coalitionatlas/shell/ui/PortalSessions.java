package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Locale;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.SignedIn;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/**
 * Prepares every portal session and screen: its language, its error handling, what it says when the
 * connection is lost, and the way out in the head of the page.
 */
@Component
final class PortalSessions implements VaadinServiceInitListener {

    /** The language chosen in this session; the person's stored one otherwise. */
    static final String CHOSEN_LANGUAGE = PortalSessions.class.getName() + ".language";

    private final transient CurrentPerson currentPerson;
    private final transient Translations texts;
    private final transient ResourceUrlProvider resources;
    private final transient OpenScreens openScreens;
    private final transient CoalitionProfile coalition;

    PortalSessions(
            CurrentPerson currentPerson,
            Translations texts,
            ResourceUrlProvider mvcResourceUrlProvider,
            OpenScreens openScreens,
            CoalitionProfile coalition) {
        this.currentPerson = currentPerson;
        this.texts = texts;
        this.resources = mvcResourceUrlProvider;
        this.openScreens = openScreens;
        this.coalition = coalition;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        var service = event.getSource();
        service.setSystemMessagesProvider(this::systemMessages);
        service.addSessionInitListener(
                init -> init.getSession().setErrorHandler(new PortalErrors()));
        service.addUIInitListener(init -> prepare(init.getUI()));
        event.addIndexHtmlRequestListener(
                response -> {
                    Locale language =
                            language(
                                    VaadinSession.getCurrent(),
                                    response.getVaadinRequest().getLocale());
                    response.getDocument()
                            .getElementsByTag("html")
                            .attr("lang", language.toLanguageTag());
                    Element head = response.getDocument().head();
                    String root = response.getVaadinRequest().getContextPath();
                    // Not deferred: a page somebody left must stay covered from its first frame.
                    head.prependElement("script").attr("src", root + asset("leave.js"));
                    head.appendElement("link")
                            .attr("rel", "stylesheet")
                            .attr("href", root + asset("leave.css"));
                    head.appendElement("script")
                            .attr("src", root + asset("portal.js"))
                            .attr("defer", true);
                    head.appendElement("script")
                            .attr("src", root + asset("suggest.js"))
                            .attr("defer", true);
                    head.appendElement("link")
                            .attr("rel", "icon")
                            .attr("type", "image/svg+xml")
                            .attr("href", root + "/favicon.svg");
                });
    }

    private void prepare(UI ui) {
        Locale language = language(ui.getSession(), ui.getLocale());
        ui.getSession().setLocale(language);
        ui.setLocale(language);
        var lost = ui.getReconnectDialogConfiguration();
        lost.setDialogText(texts.getTranslation("shell.connection.lost", language));
        lost.setDialogTextGaveUp(texts.getTranslation("shell.connection.gaveUp", language));
        ui.addAfterNavigationListener(
                navigated -> ui.beforeClientResponse(ui, response -> nameCoalition(ui)));
        currentPerson.find().ifPresent(person -> openScreens.add(ui, person));
    }

    // Among the tabs of a browser the screen's name comes first, then whose portal it is. The
    // screen
    // gives its title after the listeners of the navigation have run.
    private void nameCoalition(UI ui) {
        String title = ui.getInternals().getTitle();
        String ending = " · " + coalition.name();
        if (title != null && !title.endsWith(ending)) {
            ui.getPage().setTitle(title + ending);
        }
    }

    private Locale language(@Nullable VaadinSession session, Locale browser) {
        if (session != null && session.getAttribute(CHOSEN_LANGUAGE) instanceof Locale chosen) {
            return chosen;
        }
        return Translations.spoken(currentPerson.find().map(SignedIn::locale).orElse(browser));
    }

    // An ended session reloads the same address: a remembered browser is back at once, anybody
    // else is back after signing in.
    private SystemMessages systemMessages(SystemMessagesInfo info) {
        Locale language = Translations.spoken(info.getLocale());
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(false);
        messages.setSessionExpiredURL(null);
        messages.setSyncErrorNotificationEnabled(true);
        messages.setSyncErrorCaption(texts.getTranslation("shell.sync.title", language));
        messages.setSyncErrorMessage(texts.getTranslation("shell.sync.text", language));
        messages.setInternalErrorCaption(texts.getTranslation("shell.failed.title", language));
        messages.setInternalErrorMessage(texts.getTranslation("shell.failed.reload", language));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(texts.getTranslation("shell.cookies.title", language));
        messages.setCookiesDisabledMessage(texts.getTranslation("shell.cookies.text", language));
        return messages;
    }

    // With the fingerprint of the content in its name, so that browsers may keep it for long.
    private String asset(String name) {
        String plain = "/assets/" + name;
        String versioned = resources.getForLookupPath(plain);
        return versioned == null ? plain : versioned;
    }
}
