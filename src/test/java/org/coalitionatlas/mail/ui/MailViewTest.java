package org.coalitionatlas.mail.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.Locale;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.mail.MailMessage;
import org.coalitionatlas.mail.MailPurpose;
import org.coalitionatlas.mail.Mailer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;

@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.ADMINISTRATOR)
class MailViewTest extends SpringBrowserlessTest {

    @Autowired private Mailer mailer;

    @Test
    void an_administrator_reads_what_waits_and_why_but_no_text() {
        String subject = "Is this still right? " + UUID.randomUUID();
        send(subject);
        waiting();
        assertThat(text())
                .contains("ATLAS_SMTP_HOST", "ATLAS_MAIL_FROM", "ATLAS_PUBLIC_URL")
                .contains(subject, "To intake@shelter.example.org")
                .doesNotContain("secret-link");
    }

    @Test
    void more_than_a_page_is_shown_on_request() {
        for (int i = 0; i < 30; i++) {
            send("Many " + i);
        }
        waiting();
        assertThat($(ListItem.class).all()).hasSize(25);
        test($(com.vaadin.flow.component.button.Button.class).withText("Show more").single())
                .click();
        assertThat($(ListItem.class).all()).hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void a_spanish_reader_reads_spanish() {
        UI.getCurrent().setLocale(Locale.forLanguageTag("es"));
        navigate(MailView.class);
        assertThat(text()).contains("Correo electrónico", "faltan estos ajustes");
    }

    @Test
    @WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
    void a_coordinator_is_kept_out() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> navigate(MailView.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void waiting() {
        UI.getCurrent().navigate("admin/mail", QueryParameters.of("state", "waiting"));
        assertThat(
                        $(RouterLink.class).all().stream()
                                .filter(link -> link.getElement().hasAttribute("aria-current"))
                                .map(RouterLink::getHref))
                .containsExactly("admin/mail?state=waiting");
    }

    private void send(String subject) {
        mailer.send(
                new MailMessage(
                        new Email("intake@shelter.example.org"),
                        Locale.ENGLISH,
                        MailPurpose.VERIFICATION,
                        "test/" + UUID.randomUUID(),
                        subject,
                        "secret-link"));
    }

    private String text() {
        return getCurrentView().getElement().getTextRecursively();
    }
}
