package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.directory.DirectoryImport.Options;
import org.coalitionatlas.directory.DirectoryImport.OrganizationRow;
import org.coalitionatlas.directory.DirectoryImport.Outcome;
import org.coalitionatlas.directory.DirectoryImport.Result;
import org.coalitionatlas.directory.DirectoryImport.ServiceRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an import does with rows that look like records of another source. */
@DemoTest
class ImportLookalikesTest {

    private static final String COORDINATOR = SignedInAs.COORDINATOR;

    @Autowired DirectoryCommands commands;
    @Autowired DirectoryImport imports;
    @Autowired DirectoryRecords records;
    @Autowired Merges merges;
    @Autowired SignedInAs signedInAs;
    @Autowired IndexCaughtUp index;

    @Test
    void byDefaultSuchARowIsAddedWithARemark() {
        add("Willow Creek Advocates", "8155550801");
        Result result =
                take(WhenAlike.ADD, "w1", "Willow Creek Advocates Inc", "8155550899", "w-add");
        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(result.remarks())
                .singleElement()
                .satisfies(
                        remark -> {
                            assertThat(remark.messageKey()).isEqualTo("invalid.import.alike");
                            assertThat(remark.arguments())
                                    .containsExactly(
                                            "Willow Creek Advocates Inc",
                                            "Willow Creek Advocates",
                                            "100");
                        });
        assertThat(
                        take(
                                        WhenAlike.ADD,
                                        "w1",
                                        "Willow Creek Advocates Inc",
                                        "8155550899",
                                        "w-add")
                                .outcome())
                .isEqualTo(Outcome.UNCHANGED);
    }

    @Test
    void onRequestSuchARowIsOnlyReported() {
        add("Sycamore Hill Mission", "8155550802");
        Result result =
                take(WhenAlike.REPORT, "s1", "Sycamore Hill Mission", "8155550802", "s-report");
        assertThat(result.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.problem())
                .extracting(InvalidValue::messageKey)
                .isEqualTo("invalid.import.alikeReported");
        assertThat(
                        take(WhenAlike.REPORT, "s2", "Nothing Like It At All", null, "s-report")
                                .outcome())
                .isEqualTo(Outcome.CREATED);
    }

    @Test
    void onRequestItIsMatchedWhenNameAndPhoneAgreeAndFillsWhatIsMissing() {
        UUID known = add("Hawthorn Legal Desk", "8155550803");
        Options options = options(WhenAlike.MATCH, "h-match");
        OrganizationRow row =
                new OrganizationRow(
                        "h1",
                        standing ->
                                new OrganizationDraft(
                                        "HAWTHORN LEGAL DESK, INC.",
                                        null,
                                        "other",
                                        "Told by the file.",
                                        null,
                                        null,
                                        null,
                                        Status.ACTIVE,
                                        Audience.PUBLIC,
                                        DuplicatesTest.phones("8155550803")),
                        null);
        index.await();
        Result first = take(options, row);
        assertThat(first.outcome()).isEqualTo(Outcome.UPDATED);
        assertThat(first.remarks())
                .extracting(InvalidValue::messageKey)
                .containsExactly("invalid.import.matched");
        OrganizationDraft after = call(() -> commands.organization(known).draft());
        assertThat(after.name()).isEqualTo("Hawthorn Legal Desk");
        assertThat(after.description()).isEqualTo("Told by the file.");
        assertThat(take(options, row).outcome()).isEqualTo(Outcome.UNCHANGED);
        Result other = take(WhenAlike.MATCH, "h2", "Hawthorn Legal Desk", "8155550899", "h-match");
        assertThat(other.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(other.remarks())
                .extracting(InvalidValue::messageKey)
                .containsExactly("invalid.import.alike");
    }

    @Test
    void theServicesOfAMatchedOrganizationComeToIt() {
        UUID known = add("Basswood Shelter Group", "8155550804");
        Options options = options(WhenAlike.MATCH, "b-match");
        take(WhenAlike.MATCH, "b1", "Basswood Shelter Group", "8155550804", "b-match");
        Result result =
                call(() ->
                                imports.services(
                                        options,
                                        List.of(
                                                new ServiceRow(
                                                        "bs1",
                                                        "b1",
                                                        "Basswood",
                                                        null,
                                                        null,
                                                        standing ->
                                                                ServiceDraft.named("Warm beds")))))
                        .getFirst();
        assertThat(result.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(call(() -> commands.services(known)))
                .extracting(one -> one.draft().name())
                .containsExactly("Warm beds");
    }

    @Test
    void afterAMergeTheKeyOfTheOneThatWentMeansTheOneThatStays() {
        UUID stays = add("Cottonwood Hotline", "8155550805");
        take(WhenAlike.ADD, "c1", "Cottonwood Hotline Inc", "8155550805", "c-merge");
        UUID goes = call(() -> records.organization(find("c1", "c-merge")).id());
        call(
                () -> {
                    MergeCase seen = merges.look(RecordKind.ORGANIZATION, stays, goes);
                    return merges.merge(
                            RecordKind.ORGANIZATION,
                            stays,
                            seen.stays().version(),
                            goes,
                            seen.goes().version(),
                            merges.combined(seen, seen.best()));
                });
        assertThat(
                        take(WhenAlike.ADD, "c1", "Cottonwood Hotline Inc", "8155550805", "c-merge")
                                .outcome())
                .isEqualTo(Outcome.UNCHANGED);
        assertThat(call(() -> commands.organization(stays).draft().name()))
                .isEqualTo("Cottonwood Hotline");
    }

    @Autowired ImportedLookup lookup;

    private UUID find(String key, String source) {
        return lookup.organizations(source, List.of(key)).getFirst().id();
    }

    private Result take(WhenAlike whenAlike, String key, String name, String phone, String source) {
        index.await();
        return take(
                options(whenAlike, source),
                new OrganizationRow(key, standing -> DuplicatesTest.draft(name, phone), null));
    }

    private Result take(Options options, OrganizationRow row) {
        return call(() -> imports.organizations(options, List.of(row))).getFirst();
    }

    private static Options options(WhenAlike whenAlike, String source) {
        return new Options(source, false, true, "other", whenAlike);
    }

    private UUID add(String name, String phone) {
        return call(() -> commands.addOrganization(DuplicatesTest.draft(name, phone)));
    }

    private <T> T call(java.util.function.Supplier<T> work) {
        return signedInAs.call(COORDINATOR, work);
    }
}
