package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.coalitionatlas.common.SaidInWords;
import org.springframework.security.access.AccessDeniedException;

/**
 * A view could not be opened: a record that is not there, a service that refuses, or something
 * nobody foresaw.
 */
@PermitAll
@ParentLayout(PortalLayout.class)
final class FailureView extends Composite<Div>
        implements HasErrorParameter<Exception>, HasDynamicTitle {

    private final ErrorPanel panel = new ErrorPanel();
    private String titleKey = "shell.failed.title";

    FailureView() {
        getContent().add(panel);
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Exception failure = parameter.getException();
        Optional<SaidInWords> words = PortalErrors.words(failure);
        if (words.isPresent()) {
            titleKey = "shell.notFound.title";
            panel.say(
                    getPageTitle(),
                    getTranslation(words.get().messageKey(), words.get().arguments()));
            return HttpServletResponse.SC_NOT_FOUND;
        }
        if (PortalErrors.find(failure, AccessDeniedException.class).isPresent()) {
            titleKey = "shell.denied.title";
            panel.say(getPageTitle(), getTranslation("shell.denied.text"));
            return HttpServletResponse.SC_FORBIDDEN;
        }
        panel.say(
                getPageTitle(),
                getTranslation("shell.failed.happened"),
                getTranslation("shell.failed.kept"),
                getTranslation("shell.failed.reference", PortalErrors.logged(failure)));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation(titleKey);
    }
}
