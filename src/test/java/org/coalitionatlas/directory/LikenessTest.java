package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import com.opencsv.CSVReader;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.PostalAddress;
import org.coalitionatlas.common.Url;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule by which two records are taken for one, against pairs that people judged. */
class LikenessTest {

    private record Judged(boolean same, Traits one, Traits other, String names) {}

    @Test
    void ofTheJudgedPairsNearlyAllAreToldApartAndNearlyAllAreFound() throws Exception {
        List<Judged> pairs = judged();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(40);
        var wrong = new ArrayList<String>();
        int found = 0;
        int rightly = 0;
        for (Judged pair : pairs) {
            Likeness likeness = Likeness.of(pair.one, pair.other);
            assertThat(Likeness.of(pair.other, pair.one).score())
                    .as("the rule does not mind who comes first: %s", pair.names)
                    .isEqualTo(likeness.score());
            if (likeness.isLikely()) {
                found++;
                rightly += pair.same ? 1 : 0;
            }
            if (likeness.isLikely() != pair.same) {
                wrong.add(pair.names + " " + likeness);
            }
        }
        long same = pairs.stream().filter(Judged::same).count();
        assertThat((double) rightly / found).as("precision, wrong: %s", wrong).isGreaterThan(0.95);
        assertThat(rightly / (double) same).as("recall, wrong: %s", wrong).isGreaterThan(0.95);
    }

    @Test
    void whatThePairsShareIsFoundByOneOfTheirKeys() throws Exception {
        assertThat(judged().stream().filter(Judged::same))
                .allSatisfy(
                        pair ->
                                assertThat(Traits.share(pair.one.keys(), pair.other.keys()))
                                        .as(pair.names)
                                        .isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "'The St. Anne Ctr., Inc.', Saint Anne Center, 1",
        "Y.W.C.A., YWCA, 1",
        "Safe Harbor, SafeHarbor, 1",
        "Rockford Sexual Assault Counseling, RSAC, 0.9",
        "Catholic Charities, Catholic Charities Diocese of Rockford, 0.8",
        "Unit 5, Unit 6, 0.35"
    })
    void namesAreComparedByTheWordsThatTellThemApart(String one, String other, double likeness) {
        assertThat(NameWords.of(one).likeness(NameWords.of(other)))
                .isCloseTo(likeness, org.assertj.core.api.Assertions.within(0.01));
    }

    @Test
    void aConfidentialPlaceIsNoSignSoNobodyFindsItByGuessing() {
        LocationDraft hidden = place("12 Elm Street", "61101", AddressVisibility.HIDDEN);
        LocationDraft shown = place("12 Elm St.", "61101", AddressVisibility.FULL);
        Traits shelter =
                Traits.of(OrganizationDraft.named("Safe Harbor", "other"), null, List.of(hidden));
        Traits guess =
                Traits.of(OrganizationDraft.named("Safe Harbor", "other"), null, List.of(shown));
        assertThat(shelter.keys()).noneMatch(key -> key.startsWith("a:"));
        assertThat(Likeness.of(guess, shelter).signs()).isEmpty();
    }

    @Test
    void streetsAreTheSameHoweverTheyAreWritten() {
        assertThat(Traits.place("4990 East State Street, Suite 2", "61108-1234"))
                .isEqualTo(Traits.place("4990 E. State St.", "61108"));
        assertThat(Traits.place("4990 E State St", null)).isNull();
    }

    @Test
    void sitesThatEverybodySharesSayNothing() {
        Traits one = organization("A", null, "https://www.facebook.com/alpha", null);
        Traits other = organization("B", null, "https://facebook.com/beta", null);
        assertThat(Traits.share(one.keys(), other.keys())).isFalse();
        assertThat(
                        Traits.share(
                                organization("A", null, null, "x@gmail.com").domains(),
                                organization("B", null, null, "y@gmail.com").domains()))
                .isFalse();
    }

    @Test
    void servicesOfOneOrganizationAreAlikeByNameOnlyAndOfTwoOnlyWhenTheseAre() {
        UUID owner = UUID.randomUUID();
        Traits intake = service("Emergency shelter", owner, "Safe Harbor");
        assertThat(Likeness.of(intake, service("Emergency shelters", owner, "Safe Harbor")))
                .satisfies(likeness -> assertThat(likeness.isLikely()).isTrue());
        assertThat(Likeness.of(intake, service("Transitional housing", owner, "Safe Harbor")))
                .satisfies(likeness -> assertThat(likeness.isLikely()).isFalse());
        UUID stranger = UUID.randomUUID();
        assertThat(Likeness.of(intake, service("Emergency shelter", stranger, "Hope House")))
                .satisfies(likeness -> assertThat(likeness.isLikely()).isFalse());
        assertThat(Likeness.of(intake, service("Emergency shelter", stranger, "Safe Harbor Inc")))
                .satisfies(likeness -> assertThat(likeness.isLikely()).isTrue());
    }

    @Test
    void anImportTakesARecordForTheSameOnlyWhenNameAndPhoneAgree() {
        Traits one = organization("Blackhawk Legal Aid", "8155550104", null, null);
        assertThat(
                        Likeness.of(
                                        one,
                                        organization(
                                                "Blackhawk Legal Aid Inc",
                                                "8155550104",
                                                null,
                                                null))
                                .isSame())
                .isTrue();
        assertThat(
                        Likeness.of(
                                        one,
                                        organization(
                                                "Blackhawk Legal Aid Inc",
                                                "8155550105",
                                                null,
                                                null))
                                .isSame())
                .isFalse();
    }

    private static Traits service(String name, UUID owner, String ownerName) {
        return new Traits(
                List.of(NameWords.of(name)),
                List.of(NameWords.of(ownerName)),
                owner,
                Set.of("+18155550101"),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of());
    }

    private static Traits organization(
            String name, @Nullable String phone, @Nullable String url, @Nullable String email) {
        return traits(name, "", phone == null ? "" : phone, "", "", or(url), or(email), "");
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static List<Judged> judged() throws Exception {
        var pairs = new ArrayList<Judged>();
        try (Reader in =
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        LikenessTest.class.getResourceAsStream(
                                                "/duplicates/organizations.csv")),
                                StandardCharsets.UTF_8);
                var rows = new CSVReader(in)) {
            rows.skip(1);
            for (String[] row : rows) {
                if (row[0].startsWith("#")) {
                    continue;
                }
                pairs.add(
                        new Judged(
                                row[0].equals("yes"),
                                traits(
                                        row[1], row[2], row[3], row[4], row[5], row[6], row[7],
                                        row[8]),
                                traits(
                                        row[9], row[10], row[11], row[12], row[13], row[14],
                                        row[15], row[16]),
                                row[1] + " / " + row[9]));
            }
        }
        return pairs;
    }

    private static Traits traits(
            String name,
            String alternate,
            String phone,
            String line1,
            String zip,
            String url,
            String email,
            String parent) {
        List<PhoneLine> phones =
                phone.isEmpty()
                        ? List.of()
                        : List.of(
                                PhoneLine.of(
                                        Phone.parse(phone),
                                        PhoneType.VOICE,
                                        null,
                                        Audience.PUBLIC));
        var draft =
                new OrganizationDraft(
                        name,
                        alternate.isEmpty() ? null : alternate,
                        "other",
                        null,
                        url.isEmpty() ? null : Url.parse(url),
                        email.isEmpty() ? null : Email.parse(email),
                        parent.isEmpty()
                                ? null
                                : UUID.nameUUIDFromBytes(parent.getBytes(StandardCharsets.UTF_8)),
                        Status.ACTIVE,
                        Audience.PUBLIC,
                        phones);
        List<LocationDraft> places =
                zip.isEmpty()
                        ? List.of()
                        : List.of(
                                place(line1.isEmpty() ? null : line1, zip, AddressVisibility.FULL));
        return Traits.of(draft, null, places);
    }

    private static LocationDraft place(
            @Nullable String line1, String zip, AddressVisibility visibility) {
        return new LocationDraft(
                null,
                PostalAddress.of(line1, null, null, "IL", zip),
                null,
                null,
                visibility,
                null,
                OpeningHours.NOT_STATED,
                List.of());
    }
}
