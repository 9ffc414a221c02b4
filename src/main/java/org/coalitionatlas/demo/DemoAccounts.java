package org.coalitionatlas.demo;

import java.util.List;
import java.util.Locale;
import org.coalitionatlas.common.ReferenceFile;
import org.coalitionatlas.identity.DemoLogins;
import org.coalitionatlas.identity.Role;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The people of the demo coalition, as the sign-in page and the console name them. */
@Component
@Profile("demo")
class DemoAccounts implements DemoLogins {

    private final DemoPassword password;
    private int port;

    DemoAccounts(DemoPassword password) {
        this.password = password;
    }

    @Override
    public List<Login> logins() {
        return ReferenceFile.yaml(DemoStory.FILE).list("people").stream()
                .map(
                        person ->
                                new Login(
                                        person.text("name"),
                                        Role.valueOf(person.text("role").toUpperCase(Locale.ROOT)),
                                        person.text("email"),
                                        password.get()))
                .toList();
    }

    @EventListener
    void remember(WebServerInitializedEvent event) {
        if (event.getApplicationContext().getServerNamespace() == null) {
            port = event.getWebServer().getPort();
        }
    }

    /** Whoever starts the demo from a console finds there how to get in. */
    @EventListener(ApplicationReadyEvent.class)
    void print() {
        System.out.printf("%n  Coalition Atlas (demo): http://localhost:%d%n%n", port);
        System.out.printf("  Sign in at http://localhost:%d/login with one of%n", port);
        logins().forEach(
                        l ->
                                System.out.printf(
                                        "    %-32s %s, %s%n",
                                        l.email(),
                                        l.name(),
                                        l.role().name().toLowerCase(Locale.ROOT)));
        System.out.printf("  The password of all of them: %s%n%n", password.get());
    }
}
