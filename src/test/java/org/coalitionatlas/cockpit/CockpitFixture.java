package org.coalitionatlas.cockpit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.OrganizationId;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.People;
import org.coalitionatlas.identity.Role;
import org.springframework.context.ApplicationContext;

/** Organizations, people and rounds of a test's own. */
public final class CockpitFixture {

    public static final String CHECKLIST = "capacity-checklist";

    private final DirectoryCommands directory;
    private final People people;
    private final Rounds rounds;
    private final SignedInAs signedInAs;
    private final Clock clock;

    public CockpitFixture(ApplicationContext product) {
        directory = product.getBean(DirectoryCommands.class);
        people = product.getBean(People.class);
        rounds = product.getBean(Rounds.class);
        signedInAs = product.getBean(SignedInAs.class);
        clock = product.getBean(Clock.class);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** An organization with one service in those areas; without any, it is not placed. */
    public UUID organization(String name, ServiceArea... areas) {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    UUID id = directory.addOrganization(OrganizationDraft.named(name, "other"));
                    if (areas.length > 0) {
                        directory.addService(
                                id,
                                ServiceDraft.named("Service of " + name)
                                        .meeting(CodeSet.of(List.of("L3")), Set.of(areas)));
                    }
                    return id;
                });
    }

    /** Somebody with an account who speaks for it; returns the e-mail address. */
    public String member(UUID organization, String name, Locale language) {
        String email = "cockpit-" + UUID.randomUUID() + "@example.org";
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () ->
                        people.add(
                                name,
                                new Email(email),
                                "a long enough test phrase",
                                Role.MEMBER,
                                new OrganizationId(organization),
                                Set.of()));
        signedInAs.run(email, () -> people.chooseLanguage(language));
        return email;
    }

    /** A round with a cycle name of its own, due in so many days. */
    public UUID round(int dueInDays, UUID... asked) {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () ->
                        rounds.open(
                                        CHECKLIST,
                                        "T" + UUID.randomUUID().toString().substring(0, 12),
                                        today().plusDays(dueInDays),
                                        List.of(asked))
                                .round());
    }

    public List<UUID> organizations(int count, String name) {
        var made = new ArrayList<UUID>();
        for (int i = 0; i < count; i++) {
            made.add(organization(name + " " + i));
        }
        return made;
    }
}
