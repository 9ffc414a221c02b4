package org.coalitionatlas.demo;

import java.util.List;
import java.util.Locale;
import org.coalitionatlas.common.ReferenceFile;
import org.coalitionatlas.identity.DemoLogins;
import org.coalitionatlas.identity.Role;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows the demo's accounts on the sign-in page and on the console. */
@Component
@Profile("demo")
class DemoAccounts implements DemoLogins {

    private final List<Login> logins;

    DemoAccounts(DemoPassword password) {
        this.logins =
                ReferenceFile.yaml(DemoLoader.FILE).list("people").stream()
                        .map(
                                person ->
                                        new Login(
                                                person.text("name"),
                                                Role.valueOf(
                                                        person.text("role")
                                                                .toUpperCase(Locale.ROOT)),
                                                person.text("email"),
                                                password.get()))
                        .toList();
    }

    @Override
    public List<Login> logins() {
        return logins;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        System.out.printf(
                "%n  Demo sign-ins, all with the password %s%n", logins.getFirst().password());
        for (Login login : logins) {
            System.out.printf("    %-30s %s%n", login.email(), login.name());
        }
        System.out.println();
    }
}
