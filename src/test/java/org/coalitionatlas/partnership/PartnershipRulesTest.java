package org.coalitionatlas.partnership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.partnership.Fragility.Hold;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What counts as a partnership, when it is to be renewed, and what hangs on one person. */
class PartnershipRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final UUID SHELTER = UUID.randomUUID();
    private static final UUID CLINIC = UUID.randomUUID();
    private static final UUID ADVOCATES = UUID.randomUUID();
    private static final UUID LAWYERS = UUID.randomUUID();

    @Test
    void itHoldsFromTheFirstDayAndNoLongerOnTheDayItExpiresOrEnds() {
        Span year = new Span(TODAY, TODAY.plusYears(1), null);
        assertThat(year.inForce(TODAY.minusDays(1))).isFalse();
        assertThat(year.inForce(TODAY)).isTrue();
        assertThat(year.inForce(TODAY.plusYears(1).minusDays(1))).isTrue();
        assertThat(year.inForce(TODAY.plusYears(1))).isFalse();
        assertThat(new Span(null, null, null).inForce(TODAY)).isTrue();
        assertThat(new Span(null, null, TODAY).inForce(TODAY)).isFalse();
        assertThat(new Span(null, null, TODAY.plusDays(1)).inForce(TODAY)).isTrue();
    }

    @Test
    void theStateSaysWhatIsTrueOfTheDay() {
        assertThat(state(null, null)).isEqualTo(PartnershipState.IN_FORCE);
        assertThat(state(61, null)).isEqualTo(PartnershipState.IN_FORCE);
        assertThat(state(60, null)).isEqualTo(PartnershipState.ENDS_SOON);
        assertThat(state(1, null)).isEqualTo(PartnershipState.ENDS_SOON);
        assertThat(state(null, 10)).isEqualTo(PartnershipState.ENDS_SOON);
        assertThat(state(0, null)).isEqualTo(PartnershipState.EXPIRED);
        assertThat(state(300, 0)).isEqualTo(PartnershipState.ENDED);
        assertThat(state(-10, -20)).isEqualTo(PartnershipState.ENDED);
        assertThat(PartnershipState.of(new Span(TODAY.plusDays(1), null, null), TODAY))
                .isEqualTo(PartnershipState.NOT_BEGUN);
        for (PartnershipState state : PartnershipState.values()) {
            assertThat(state.isInForce())
                    .isEqualTo(
                            state == PartnershipState.IN_FORCE
                                    || state == PartnershipState.ENDS_SOON);
        }
    }

    @Test
    void anMouIsRenewedFromSixtyDaysBeforeItsEndUntilHalfAYearAfter() {
        assertThat(isDue(Agreement.MOU, 61, null)).isFalse();
        assertThat(isDue(Agreement.MOU, 60, null)).isTrue();
        assertThat(isDue(Agreement.MOU, 0, null)).isTrue();
        assertThat(isDue(Agreement.MOU, -179, null)).isTrue();
        assertThat(isDue(Agreement.MOU, -180, null)).isFalse();
        assertThat(isDue(Agreement.MOU, null, null)).isFalse();
        assertThat(isDue(Agreement.INFORMAL, 10, null)).isFalse();
        assertThat(isDue(Agreement.MOU, 10, -3)).isFalse();
    }

    @Test
    void oneBusyPersonAtOneMemberIsFragileHoweverManyTheyKnow() {
        assertThat(Fragility.isFragile(List.of())).isFalse();
        assertThat(Fragility.isFragile(List.of(hold(ADVOCATES, "Jamal Pruitt")))).isTrue();
        assertThat(
                        Fragility.isFragile(
                                List.of(
                                        hold(ADVOCATES, "José  Peña"),
                                        hold(ADVOCATES, "jose pena "))))
                .isTrue();
        assertThat(Fragility.isFragile(List.of(hold(ADVOCATES, "Jamal"), hold(ADVOCATES, "Elena"))))
                .isFalse();
        assertThat(Fragility.isFragile(List.of(hold(ADVOCATES, "Jamal"), hold(LAWYERS, "Jamal"))))
                .as("a namesake at another member is somebody else")
                .isFalse();
    }

    @Test
    void fragileProvidersAreToldApart() {
        assertThat(
                        Fragility.fragileProviders(
                                List.of(
                                        new Hold(SHELTER, ADVOCATES, "Jamal"),
                                        new Hold(CLINIC, ADVOCATES, "Jamal"),
                                        new Hold(CLINIC, LAWYERS, "Priya"))))
                .containsExactly(SHELTER);
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        refused("invalid.partner.self", () -> draft(SHELTER, SHELTER, PartnershipKind.REFERRAL));
        refused("partnership.invalid.kinds", () -> draft(SHELTER, ADVOCATES));
        refused("partnership.invalid.signed", () -> new Terms(Agreement.MOU, null, TODAY, null));
        refused("partnership.invalid.term", () -> new Terms(Agreement.MOU, TODAY, TODAY, null));
        refused(
                "partnership.invalid.https",
                () ->
                        new Terms(
                                Agreement.INFORMAL,
                                null,
                                null,
                                Url.parse("http://example.org/mou.pdf")));
        refused(
                "partnership.invalid.future",
                () -> Terms.informal(TODAY).signedBy(TODAY.minusDays(1)));
        refused(
                "partnership.invalid.own",
                () -> new HeldDraft(SHELTER, SHELTER, "Maria", null, "The desk", null));
        refused(
                "partnership.invalid.holder",
                () -> new HeldDraft(SHELTER, ADVOCATES, "  ", null, "The desk", null));
        refused(
                "partnership.invalid.somebody",
                () -> new HeldDraft(SHELTER, ADVOCATES, "Jamal", null, " ", null));
    }

    @Test
    void kindsAreKeptInOneColumnAndReadAsTheyWere() {
        Set<PartnershipKind> all = Set.of(PartnershipKind.values());
        assertThat(PartnershipKind.stored(all))
                .isEqualTo("REFERRAL INFORMATION_SHARING JOINT_PROGRAMMING")
                .hasSizeLessThanOrEqualTo(80);
        assertThat(PartnershipKind.read(PartnershipKind.stored(all))).isEqualTo(all);
    }

    private static PartnershipDraft draft(UUID one, UUID other, PartnershipKind... kinds) {
        return new PartnershipDraft(
                one, other, Side.PARTNER, Set.of(kinds), Terms.informal(null), null, null);
    }

    private static void refused(String key, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        InvalidValue.class, e -> assertThat(e.messageKey()).isEqualTo(key));
    }

    private static Hold hold(UUID holder, String by) {
        return new Hold(SHELTER, holder, by);
    }

    private static PartnershipState state(@Nullable Integer expires, @Nullable Integer ends) {
        return PartnershipState.of(span(expires, ends), TODAY);
    }

    private static boolean isDue(
            Agreement agreement, @Nullable Integer expires, @Nullable Integer ends) {
        return MouRenewals.isDue(agreement, span(expires, ends), TODAY);
    }

    private static Span span(@Nullable Integer expires, @Nullable Integer ends) {
        return new Span(
                TODAY.minusYears(2),
                expires == null ? null : TODAY.plusDays(expires),
                ends == null ? null : TODAY.plusDays(ends));
    }
}
