package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.coalitionatlas.common.InvalidValue;
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
}
