package org.coalitionatlas.shell.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.SaidInWords;
import org.junit.jupiter.api.Test;

class PortalErrorsTests {

    @Test
    void theSentenceIsFoundBelowTheExceptionsThatWrapIt() {
        var cause = new InvalidValue("invalid.phone", "12");
        var failure = new RuntimeException(new IllegalStateException(cause));

        assertThat(PortalErrors.words(failure)).containsSame(cause);
    }

    @Test
    void whatCarriesNoSentenceIsUnforeseen() {
        assertThat(PortalErrors.words(new IllegalStateException("secret"))).isEmpty();
        assertThat(PortalErrors.find(null, SaidInWords.class)).isEmpty();
    }

    @Test
    void aReferenceSaysNothingAboutTheFailure() {
        assertThat(PortalErrors.logged(new IllegalStateException("secret"))).matches("[0-9a-f]{8}");
    }
}
