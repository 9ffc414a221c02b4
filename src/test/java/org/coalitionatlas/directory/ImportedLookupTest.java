package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.directory.DirectoryImport.LocationRow;
import org.coalitionatlas.directory.DirectoryImport.Options;
import org.coalitionatlas.directory.DirectoryImport.OrganizationRow;
import org.coalitionatlas.directory.DirectoryImport.Outcome;
import org.coalitionatlas.directory.DirectoryImport.Result;
import org.coalitionatlas.directory.DirectoryImport.ServiceRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a batch finds is the same however many statements it is asked for with. */
@DemoTest
class ImportedLookupTest {

    private static final String SOURCE = "lookup";

    /** More than two statements' worth, and no whole number of them. */
    private static final int MANY = 2 * ImportedLookup.CHUNK + 7;

    @Autowired private DirectoryImport imports;
    @Autowired private DirectoryCommands commands;
    @Autowired private ImportedLookup lookup;
    @Autowired private SignedInAs signedInAs;
    @Autowired private SqlStatements statements;
    @Autowired private TransactionTemplate transaction;
    @Autowired private IndexCaughtUp index;

    @Test
    void everyRecordOfALargeBatchIsFoundAgain() {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    assertThat(outcomes(imports.organizations(options(SOURCE), organizations())))
                            .containsExactly(Outcome.CREATED);
                    assertThat(outcomes(imports.locations(options(SOURCE), locations("Main"))))
                            .containsExactly(Outcome.CREATED);
                    assertThat(outcomes(imports.services(options(SOURCE), services())))
                            .containsExactly(Outcome.CREATED);
                    assertThat(outcomes(imports.organizations(options(SOURCE), organizations())))
                            .containsExactly(Outcome.UNCHANGED);
                    assertThat(outcomes(imports.locations(options(SOURCE), locations("Main"))))
                            .containsExactly(Outcome.UNCHANGED);
                    assertThat(outcomes(imports.services(options(SOURCE), services())))
                            .containsExactly(Outcome.UNCHANGED);
                    assertThat(lookup.services(SOURCE, keys("s"))).hasSize(MANY);
                });
        index.await();
    }

    @Test
    void aPlaceThatTheLastOfManyHidesIsShownByNoFile() {
        String source = SOURCE + "-hidden";
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    imports.organizations(options(source), organizations());
                    for (int i = 0; i < MANY; i += MANY - 1) {
                        commands.addLocation(organization(source, i), hidden(i));
                    }
                    List<Result> taken = imports.locations(options(source), locations("Main"));
                    for (int i = 0; i < MANY; i++) {
                        boolean hides = i == 0 || i == MANY - 1;
                        assertThat(taken.get(i).outcome())
                                .as("row %s", i)
                                .isEqualTo(hides ? Outcome.REJECTED : Outcome.CREATED);
                    }
                });
        index.await();
    }

    @Test
    void whatTheCallerHasChangedButNotYetWrittenCounts() {
        String source = SOURCE + "-pending";
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    imports.organizations(options(source), organizations().subList(0, 1));
                    UUID owner = organization(source, 0);
                    Result taken =
                            transaction.execute(
                                    status -> {
                                        commands.addLocation(owner, hidden(0));
                                        return imports.locations(
                                                        options(source),
                                                        locations("Main").subList(0, 1))
                                                .getFirst();
                                    });
                    assertThat(taken.outcome()).isEqualTo(Outcome.REJECTED);
                    assertThat(taken.problem())
                            .extracting(InvalidValue::messageKey)
                            .isEqualTo("invalid.import.discloses");
                });
        index.await();
    }

    @Test
    void aStatementIsAlwaysTheSameTextAndAsksForManyKeys() {
        List<String> heard = statements.during(() -> lookup.locations(SOURCE, keys("none")));
        assertThat(heard).hasSize(3);
        assertThat(Set.copyOf(heard)).hasSize(1);
    }

    private static List<String> keys(String kind) {
        return IntStream.range(0, MANY).mapToObj(i -> kind + i).toList();
    }

    private UUID organization(String source, int number) {
        return lookup.organizations(source, List.of("o" + number)).getFirst().id();
    }

    private static Set<Outcome> outcomes(List<Result> results) {
        assertThat(results).hasSize(MANY);
        return results.stream().map(Result::outcome).collect(Collectors.toSet());
    }

    private static Options options(String source) {
        return new Options(source, false, true, "other", WhenAlike.ADD);
    }

    private static List<OrganizationRow> organizations() {
        return IntStream.range(0, MANY)
                .mapToObj(
                        i ->
                                new OrganizationRow(
                                        "o" + i,
                                        standing ->
                                                OrganizationDraft.named(
                                                        "Found again " + i, "other"),
                                        null))
                .toList();
    }

    private static List<LocationRow> locations(String name) {
        return IntStream.range(0, MANY)
                .mapToObj(
                        i ->
                                new LocationRow(
                                        "l" + i,
                                        "o" + i,
                                        "Found again " + i,
                                        standing -> place(name, i, AddressVisibility.FULL)))
                .toList();
    }

    private static List<ServiceRow> services() {
        return IntStream.range(0, MANY)
                .mapToObj(
                        i ->
                                new ServiceRow(
                                        "s" + i,
                                        "o" + i,
                                        "Found again " + i,
                                        Set.of("l" + i),
                                        null,
                                        standing -> {
                                            ServiceDraft named =
                                                    ServiceDraft.named("Found again " + i);
                                            return standing == null ? named : standing;
                                        }))
                .toList();
    }

    private static LocationDraft hidden(int number) {
        return place("Night house", number, AddressVisibility.HIDDEN);
    }

    private static LocationDraft place(String name, int number, AddressVisibility visibility) {
        return new LocationDraft(
                name,
                new PostalAddress(number + 100 + " Foxglove Street", null, null, "IL", null),
                null,
                null,
                visibility,
                null,
                OpeningHours.NOT_STATED,
                List.of());
    }
}
