package org.coalitionatlas.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayOutTests {

    @Test
    void itLeadsToAWebPage() {
        assertThat(new WayOut("https://weather.gov").getUrl()).isEqualTo("https://weather.gov");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "/directory",
                "weather.gov",
                "https:///x",
                "file:///etc"
            })
    void anythingElseStopsTheStart(String target) {
        assertThatThrownBy(() -> new WayOut(target))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("atlas.leave-to");
    }
}
