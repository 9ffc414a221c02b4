package org.coalitionatlas.verification.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import java.util.Map;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.verification.DueFixture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithUserDetails;

/** The queue and a call, as the coordinator at the screen has them. */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class VerificationViewTest extends SpringBrowserlessTest {

    @Autowired private DirectoryCommands directory;
    @Autowired private SignedInAs signedInAs;
    @Autowired private ApplicationContext product;

    @Test
    void the_queue_says_why_a_record_is_due_and_leads_to_the_call() {
        DueFixture.Made made = made("View House", true);
        open("county=17141&kind=SERVICE");
        assertThat(text()).contains("Service of View House", "Trained contact", "Due since");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("verification/service/" + made.service());
    }

    @Test
    void a_spanish_reader_reads_spanish() {
        UI.getCurrent().setLocale(Locale.forLanguageTag("es"));
        open("show=soon");
        assertThat(text()).contains("Por verificar", "Pendiente");
    }

    @Test
    void a_call_is_four_answers_and_a_last_press() {
        DueFixture.Made made = made("Called House", false);
        call(made);
        assertThat(finish().isEnabled()).isFalse();
        for (Button right : $(Button.class).withText("Still right").all()) {
            test(right).click();
        }
        assertThat(text()).contains("5 of 5 asked");
        test(finish()).click();
        var assurance =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> directory.service(made.service()).assurance());
        assertThat(assurance.on()).isEqualTo(DueFixture.today());
        assertThat(assurance.how()).isEqualTo(AssuranceMethod.PHONE);
    }

    @Test
    void what_was_answered_is_there_when_the_screen_is_opened_again() {
        DueFixture.Made made = made("Interrupted House", false);
        call(made);
        test($(Button.class).withText("Still right").all().getFirst()).click();
        call(made);
        assertThat(text()).contains("1 of 5 asked");
        assertThat(
                        $(Button.class)
                                .withText("Still right")
                                .all()
                                .getFirst()
                                .getElement()
                                .getAttribute("aria-pressed"))
                .isEqualTo("true");
    }

    @Test
    void what_has_changed_is_corrected_in_the_records_own_form() {
        DueFixture.Made made = made("Renamed House", false);
        call(made);
        test($(Button.class).withText("Changed").all().getFirst()).click();
        TextField name =
                $(TextField.class).all().stream()
                        .filter(field -> field.getValue().equals("Service of Renamed House"))
                        .findFirst()
                        .orElseThrow();
        test(name).setValue("Service of Renamed Home");
        test($(Button.class).withText("Save").single()).click();
        assertThat(text()).contains("Service of Renamed Home", "Corrected", "1 of 5 asked");
    }

    @Test
    void nobody_reached_is_noted_with_the_tries() {
        DueFixture.Made made = made("Silent line", false);
        call(made);
        test($(Button.class).withText("Nobody could be reached").single()).click();
        assertThat(text()).contains("Earlier tries", "Nobody was reached, Elena Brandt");
        open("county=17141&kind=SERVICE");
        assertThat(text()).contains("Not reached once");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.MEMBER_OF_LEGAL_AID)
    void another_organizations_record_is_not_there_for_a_member() {
        DueFixture.Made made = made("Not yours", false);
        assertThatThrownBy(() -> call(made)).isInstanceOf(IllegalArgumentException.class);
    }

    private DueFixture.Made made(String name, boolean trained) {
        return new DueFixture(product).make(name, "17141", 400, "L3", trained);
    }

    private void open(String query) {
        UI.getCurrent().navigate("verification", QueryParameters.fromString(query));
        roundTrip();
    }

    private void call(DueFixture.Made made) {
        navigate(CheckView.class, Map.of("kind", "service", "id", made.service().toString()));
    }

    private Button finish() {
        return $(Button.class).withText("Verified today").single();
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
