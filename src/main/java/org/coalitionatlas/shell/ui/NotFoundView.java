package org.coalitionatlas.shell.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletResponse;

/** No such page, or none this person may know of. */
@PermitAll
@ParentLayout(PortalLayout.class)
final class NotFoundView extends Composite<Div>
        implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    private final ErrorPanel panel = new ErrorPanel();

    NotFoundView() {
        getContent().add(panel);
    }

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        panel.say(getPageTitle(), getTranslation("shell.notFound.text"));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.notFound.title");
    }
}
