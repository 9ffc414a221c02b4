package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** The page exists, and this person's role does not open it. */
@PermitAll
@ParentLayout(PortalLayout.class)
final class AccessDeniedView extends Composite<Div>
        implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    private final ErrorPanel panel = new ErrorPanel();

    AccessDeniedView() {
        getContent().add(panel);
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<AccessDeniedException> parameter) {
        panel.say(getPageTitle(), getTranslation("shell.denied.text"));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.denied.title");
    }
}
