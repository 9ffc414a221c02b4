package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.geography.Geography;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAreaTest {

    private static final Geography GEOGRAPHY = new Geography();
    private static final ServiceArea WINNEBAGO = ServiceArea.county("17201");
    private static final ServiceArea COOK = ServiceArea.county("17031");
    private static final ServiceArea ROCK_WISCONSIN = ServiceArea.county("55105");
    private static final ServiceArea ILLINOIS = ServiceArea.state("IL");

    @Test
    void aCountyInsideAStateThatIsServedIsNotCountedTwice() {
        assertThat(
                        ServiceArea.normalized(
                                Set.of(WINNEBAGO, COOK, ILLINOIS, ROCK_WISCONSIN), GEOGRAPHY))
                .containsExactlyInAnyOrder(ILLINOIS, ROCK_WISCONSIN);
    }

    @Test
    void theWholeCountrySwallowsEverything() {
        assertThat(
                        ServiceArea.normalized(
                                Set.of(WINNEBAGO, ILLINOIS, ServiceArea.NATIONWIDE), GEOGRAPHY))
                .containsExactly(ServiceArea.NATIONWIDE);
    }

    @Test
    void countiesAloneStay() {
        assertThat(ServiceArea.normalized(Set.of(WINNEBAGO, COOK), GEOGRAPHY))
                .containsExactlyInAnyOrder(WINNEBAGO, COOK);
        assertThat(ServiceArea.normalized(Set.of(), GEOGRAPHY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"co:99999", "st:ZZ", "winnebago", "US", ""})
    void whatIsNoPartOfTheCountryIsRefused(String code) {
        assertThatThrownBy(() -> ServiceArea.normalized(Set.of(new ServiceArea(code)), GEOGRAPHY))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        e -> assertThat(e.messageKey()).isEqualTo("invalid.area"));
    }

    @Test
    void aCountyIsCoveredByItselfItsStateAndTheCountry() {
        var county = GEOGRAPHY.county("17201").orElseThrow();
        assertThat(ServiceArea.codesCovering(county)).containsExactly("co:17201", "st:IL", "us");
    }

    @Test
    void aFormerCountyIsFoundWhereItsTownsAreNow() {
        String hartford = "co:09003";
        var capitol = GEOGRAPHY.county("09110").orElseThrow();
        assertThat(ServiceArea.codesCovering(capitol))
                .containsExactly("co:09110", hartford, "co:09013", "st:CT", "us");
        assertThat(
                        GEOGRAPHY.countiesOf("CT", LocalDate.of(2026, 11, 1)).stream()
                                .filter(c -> ServiceArea.codesCovering(c).contains(hartford))
                                .map(County::fips))
                .containsExactlyInAnyOrder("09110", "09140", "09160");
        // Who asks for the former county by an old address finds what names the regions.
        var former = GEOGRAPHY.county("09003").orElseThrow();
        assertThat(ServiceArea.codesCovering(former))
                .contains(hartford, "co:09110", "co:09140", "co:09160");
    }

    @Test
    void aServiceForTwoFormerCountiesIsCountedOnceInTheRegionThatHasTownsOfBoth() {
        assertThat(ServiceArea.counted(List.of("co:09003", "co:09013"), GEOGRAPHY))
                .containsExactly(
                        "co:09003", "co:09013", "co:09110", "co:09140", "co:09150", "co:09160");
        assertThat(ServiceArea.counted(List.of("co:17201", "st:WI"), GEOGRAPHY))
                .containsExactly("co:17201", "st:WI");
    }
}
