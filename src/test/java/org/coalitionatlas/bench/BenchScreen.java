package org.coalitionatlas.bench;

import com.vaadin.browserless.BrowserlessTestSpringLookupInitializer;
import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.communication.UidlWriter;
import java.util.function.Function;
import org.coalitionatlas.identity.SignedIn;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * A person's portal without a browser: what it does is what the server does for a request of
 * theirs, from the event or the address to the characters of the response.
 */
final class BenchScreen extends SpringBrowserlessTest implements AutoCloseable {

    private final SecurityContext before = SecurityContextHolder.getContext();

    BenchScreen(BenchProduct product, SignedIn person) {
        BrowserlessTestSpringLookupInitializer.setApplicationContext(product.context());
        product.context().getAutowireCapableBeanFactory().autowireBean(this);
        SecurityContext theirs = SecurityContextHolder.createEmptyContext();
        theirs.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        person, null, person.getAuthorities()));
        SecurityContextHolder.setContext(theirs);
        initVaadinEnvironment();
    }

    /**
     * Opens a screen.
     *
     * @param address relative to the portal, with its query
     * @return how many characters the response has
     */
    int open(String address) {
        int query = address.indexOf('?');
        if (query < 0) {
            UI.getCurrent().navigate(address);
        } else {
            UI.getCurrent()
                    .navigate(
                            address.substring(0, query),
                            QueryParameters.fromString(address.substring(query + 1)));
        }
        return response();
    }

    /** Does what a browser reports of a component on the screen; the length of the response. */
    <C extends Component> int report(Class<C> where, Function<C, ComponentEvent<?>> event) {
        C component = find(where).single();
        ComponentUtil.fireEvent(component, event.apply(component));
        return response();
    }

    private static int response() {
        UI ui = UI.getCurrent();
        ui.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return new UidlWriter().createUidl(ui, false).toString().length();
    }

    @Override
    public void close() {
        cleanVaadinEnvironment();
        BrowserlessTestSpringLookupInitializer.clearApplicationContext();
        SecurityContextHolder.setContext(before);
    }
}
