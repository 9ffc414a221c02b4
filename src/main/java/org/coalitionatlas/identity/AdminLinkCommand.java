package org.coalitionatlas.identity;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code --atlas.command=admin-link}: prints a new one-time link for the first administrator and
 * ends. The link works in the product that runs on the same database.
 */
@Component
@ConditionalOnProperty(name = "atlas.command", havingValue = "admin-link")
class AdminLinkCommand implements ApplicationRunner {

    private final FirstAdministrator firstAdministrator;
    private final People people;
    private final ConfigurableApplicationContext context;
    private final SetupAddress address;

    AdminLinkCommand(
            FirstAdministrator firstAdministrator,
            People people,
            ConfigurableApplicationContext context,
            SetupAddress address) {
        this.firstAdministrator = firstAdministrator;
        this.people = people;
        this.context = context;
        this.address = address;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int status = print();
        System.exit(SpringApplication.exit(context, () -> status));
    }

    private int print() {
        if (people.hasAdministrator()) {
            System.err.println("There is an administrator already: no link was made.");
            return 1;
        }
        System.out.printf(
                "Make the first administrator within 24 hours, once, at:%n%s%n",
                address.of(firstAdministrator.issueToken()));
        return 0;
    }
}
