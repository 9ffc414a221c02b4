package org.coalitionatlas.identity.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithUserDetails;

/** The people of the portal as an administrator has them on the screen. */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.ADMINISTRATOR)
class PeopleViewTest extends SpringBrowserlessTest {

    @Test
    void every_person_stands_in_a_row_with_what_they_speak_for_and_what_can_be_done() {
        navigate(PeopleView.class);

        assertThat(getCurrentView().getElement().getTextRecursively())
                .contains("Elena Brandt", "coordinator@demo.example.org", "Winnebago County, IL")
                .contains("Speaks for");
        assertThat(labels())
                .contains("Change the account of Elena Brandt", "Close the account of Elena Brandt")
                .contains("Change the account of Ruth Okafor")
                .doesNotContain("Close the account of Ruth Okafor");
    }

    @Test
    void the_title_of_a_screen_names_the_coalition_after_it() {
        navigate(PeopleView.class);
        roundTrip();

        assertThat(UI.getCurrent().getInternals().getTitle())
                .isEqualTo("People · Rock River Coalition (demo)");
    }

    private List<String> labels() {
        return $(Button.class).all().stream()
                .flatMap(button -> button.getAriaLabel().stream())
                .toList();
    }
}
