package org.coalitionatlas.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.mail.internet.MimeMessage;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Email;
import org.coalitionatlas.common.InvalidValue;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * E-mail against a real server: sent once, held while the server is away, never to the unwilling.
 */
@DemoTest
class MailTest {

    private static final Locale SPANISH = Locale.forLanguageTag("es");

    @Autowired Mailer mailer;
    @Autowired MailStore store;
    @Autowired Outbox outbox;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationContext product;
    @Autowired Clock clock;
    @Autowired SignedInAs signedInAs;
    @Autowired MockMvc web;

    private GreenPost post;
    private String address;

    @BeforeEach
    void open() {
        post = new GreenPost(product);
        address = "intake-" + UUID.randomUUID() + "@shelter.example.org";
        drainOthers();
    }

    @AfterEach
    void close() {
        post.deliver();
        post.close();
    }

    @Test
    void a_message_arrives_with_both_parts_and_whole_links() throws Exception {
        mailer.send(
                message(
                        "¿Sigue igual, Casa & Co.?",
                        "Buenos días:\n\nAbra " + MailMessage.link("/check/abc") + ".\n\n1 < 2",
                        SPANISH));
        assertThat(post.deliver()).isPositive();

        MimeMessage arrived = only();
        assertThat(arrived.getSubject()).isEqualTo("¿Sigue igual, Casa & Co.?");
        assertThat(arrived.getFrom()[0].toString())
                .isEqualTo("Rock River Coalition <directory@example.org>");
        assertThat(GreenPost.text(arrived))
                .startsWith("Buenos días:\n\nAbra https://directory.example.org/check/abc.")
                .contains("Solicitudes para revisar una ficha", "/mail/stop/verification/")
                .contains("?lang=es");
        assertThat(GreenPost.html(arrived))
                .contains("<a href=\"https://directory.example.org/check/abc\">", "1 &lt; 2", "<p>")
                .doesNotContain("<script", "<img");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getHeader("List-Unsubscribe-Post"))
                .containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void a_message_of_a_change_that_was_rolled_back_is_not_sent() {
        transaction.executeWithoutResult(
                status -> {
                    mailer.send(message("Never", "Never", Locale.ENGLISH));
                    status.setRollbackOnly();
                });
        post.deliver();
        assertThat(post.to(address)).isEmpty();
    }

    @Test
    void the_second_message_of_one_occasion_is_not_taken_and_breaks_nothing() {
        var first = message("One", "Text", Locale.ENGLISH);
        var again = transaction.execute(status -> List.of(mailer.send(first), mailer.send(first)));
        assertThat(again).containsExactly(true, false);
        post.deliver();
        post.deliver();
        assertThat(post.to(address)).hasSize(1);
    }

    @Test
    void two_senders_at_once_send_it_once() throws Exception {
        mailer.send(message("Once", "Text", Locale.ENGLISH));
        var senders =
                Stream.generate(() -> Thread.ofPlatform().unstarted(post::deliver))
                        .limit(4)
                        .toList();
        senders.forEach(Thread::start);
        for (Thread sender : senders) {
            sender.join();
        }
        assertThat(post.to(address)).hasSize(1);
    }

    @Test
    void while_the_server_is_down_messages_wait_and_go_out_when_it_is_back() {
        int port = post.port();
        post.goDown();
        mailer.send(message("Patience", "Text", Locale.ENGLISH));
        assertThat(post.delivery(port).round()).isZero();

        OutboxEntry waiting = entry();
        assertThat(waiting.state()).isEqualTo(MailState.WAITING);
        assertThat(waiting.failure()).isEqualTo("mail.failure.server");
        assertThat(waiting.nextAttemptAt()).isAfter(clock.instant().plusSeconds(30));

        post.comeBack(port);
        post.deliver();
        assertThat(post.to(address)).as("not before its time").isEmpty();
        post.delivery(port, in(Duration.ofMinutes(2))).round();
        assertThat(post.to(address)).hasSize(1);
        assertThat(entry().state()).isEqualTo(MailState.SENT);
    }

    @Test
    void pauses_double_up_to_half_a_day() {
        assertThat(Stream.of(1, 2, 5, 14, 40).map(MailDelivery::pause))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(2),
                        Duration.ofMinutes(16),
                        Duration.ofHours(12),
                        Duration.ofHours(12));
    }

    @Test
    void a_server_that_never_comes_back_ends_in_a_failure_an_administrator_can_retry() {
        int port = post.port();
        post.goDown();
        mailer.send(message("Too long", "Text", Locale.ENGLISH));
        Duration later = Duration.ZERO;
        for (int i = 1; i <= 14; i++) {
            post.delivery(port, in(later)).round();
            later = later.plus(MailDelivery.pause(i)).plusSeconds(1);
        }
        assertThat(entry().state()).isEqualTo(MailState.FAILED);

        post.comeBack(port);
        boolean retried =
                signedInAs.call(SignedInAs.ADMINISTRATOR, () -> outbox.retry(entry().id()));
        assertThat(retried).isTrue();
        post.deliver();
        assertThat(post.to(address)).hasSize(1);
        assertThat(signedInAs.call(SignedInAs.ADMINISTRATOR, () -> outbox.retry(entry().id())))
                .as("what was sent is not sent again")
                .isFalse();
    }

    @Test
    void a_line_that_breaks_before_the_answer_is_told_and_never_repeated() throws Exception {
        try (var server = new BrokenLineServer("250 fine")) {
            mailer.send(message("Perhaps", "Text", Locale.ENGLISH));
            post.delivery(server.port()).round();
            assertThat(entry().state()).isEqualTo(MailState.FAILED);
            assertThat(entry().failure()).isEqualTo("mail.failure.uncertain");
            post.delivery(server.port(), in(Duration.ofDays(2))).round();
            assertThat(server.messagesRead()).isEqualTo(1);
        }
    }

    @Test
    void a_refused_address_fails_at_once_with_the_servers_words() throws Exception {
        try (var server = new BrokenLineServer("550 5.1.1 no such mailbox")) {
            mailer.send(message("Nobody", "Text", Locale.ENGLISH));
            post.delivery(server.port()).round();
        }
        assertThat(entry().state()).isEqualTo(MailState.FAILED);
        assertThat(entry().failure()).isEqualTo("mail.failure.refused");
        assertThat(entry().detail()).contains("no such mailbox");
    }

    @Test
    void a_server_that_is_busy_is_asked_again() throws Exception {
        try (var server = new BrokenLineServer("450 4.2.0 greylisted")) {
            mailer.send(message("Later", "Text", Locale.ENGLISH));
            post.delivery(server.port()).round();
        }
        assertThat(entry().state()).isEqualTo(MailState.WAITING);
        assertThat(entry().failure()).isEqualTo("mail.failure.later");
    }

    @Test
    void a_sender_that_died_in_between_leaves_a_message_that_nobody_repeats() {
        mailer.send(message("Interrupted", "Text", Locale.ENGLISH));
        UUID id = entry().id();
        assertThat(store.claim(id, clock.instant())).isPresent();

        post.deliver();
        assertThat(entry().state()).isEqualTo(MailState.SENDING);
        post.delivery(post.port(), in(Duration.ofMinutes(20))).round();
        assertThat(entry().state()).isEqualTo(MailState.FAILED);
        assertThat(entry().failure()).isEqualTo("mail.failure.uncertain");
        assertThat(post.to(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Hello\r\nBcc: all@example.org", "Hello\nX", "Hello\u0000", "Hello\u2028X"})
    void a_subject_of_more_than_one_line_is_refused(String subject) {
        assertThatThrownBy(() -> message(subject, "Text", Locale.ENGLISH))
                .isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@example.org\r\nBcc: b@example.org",
                "a@example.org, b@example.org",
                "<a@example.org>",
                "a b@example.org",
                "nobody"
            })
    void an_address_that_is_more_than_an_address_is_refused(String text) {
        assertThatThrownBy(
                        () ->
                                new MailMessage(
                                        new Email(text),
                                        Locale.ENGLISH,
                                        MailPurpose.VERIFICATION,
                                        "key",
                                        "Subject",
                                        "Text"))
                .isInstanceOf(InvalidValue.class);
    }

    @Test
    void whoever_stops_a_kind_of_message_gets_no_more_of_it_until_asked_again() throws Exception {
        mailer.send(message("First", "Text", Locale.ENGLISH));
        post.deliver();
        String stop = GreenPost.path(only(), "/mail/stop/");

        web.perform(get(stop))
                .andExpect(status().isOk())
                .andExpect(content().string(Matchers.containsString("Stop these messages")));
        assertThat(mailer.isStopped(new Email(address), MailPurpose.VERIFICATION))
                .as("looking changes nothing")
                .isFalse();

        web.perform(post(stop).param("List-Unsubscribe", "One-Click")).andExpect(status().isOk());
        assertThat(
                        mailer.isStopped(
                                new Email(address.toUpperCase(Locale.ROOT)),
                                MailPurpose.VERIFICATION))
                .isTrue();
        assertThat(mailer.isStopped(new Email(address), MailPurpose.SAVED_SEARCH)).isFalse();

        mailer.send(message("Second", "Text", Locale.ENGLISH));
        post.deliver();
        assertThat(post.to(address)).hasSize(1);
        assertThat(entry().state()).isEqualTo(MailState.DECLINED);

        web.perform(post(stop).param("again", "1"))
                .andExpect(content().string(Matchers.containsString("again")));
        mailer.send(message("Third", "Text", Locale.ENGLISH));
        post.deliver();
        assertThat(post.to(address)).hasSize(2);
    }

    @Test
    void a_stop_link_somebody_made_up_is_not_found_and_stops_nothing() throws Exception {
        mailer.send(message("First", "Text", Locale.ENGLISH));
        post.deliver();
        String stop = GreenPost.path(only(), "/mail/stop/").replaceFirst("\\?.*", "");
        for (String forged :
                List.of(
                        stop.replace("verification", "saved-search"),
                        stop.substring(0, stop.length() - 1) + "x",
                        "/mail/stop/verification/0/0")) {
            web.perform(get(forged)).andExpect(status().isNotFound());
            web.perform(post(forged)).andExpect(status().isNotFound());
        }
    }

    @Test
    void the_stop_page_speaks_the_language_of_the_message_and_makes_no_session() throws Exception {
        mailer.send(message("Hola", "Texto", SPANISH));
        post.deliver();
        var answer =
                web.perform(get(GreenPost.path(only(), "/mail/stop/")))
                        .andExpect(content().string(Matchers.containsString("Dejar de recibirlos")))
                        .andReturn();
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(answer.getResponse().getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void old_texts_are_erased_and_what_waits_keeps_its_own() {
        mailer.send(message("Old", "A one-time link", Locale.ENGLISH));
        post.deliver();
        UUID sent = entry().id();
        store.eraseBodies(clock.instant().minus(Duration.ofDays(30)));
        assertThat(body(sent)).contains("one-time");
        store.eraseBodies(clock.instant().plusSeconds(1));
        assertThat(body(sent)).isNull();

        mailer.send(message("New", "Still to go", Locale.ENGLISH));
        store.eraseBodies(clock.instant().plus(Duration.ofDays(90)));
        assertThat(body(entry().id())).isEqualTo("Still to go");
    }

    @Test
    void only_administrators_see_the_outbox() {
        assertThatThrownBy(
                        () ->
                                signedInAs.run(
                                        SignedInAs.COORDINATOR,
                                        () -> outbox.list(MailState.SENT, 0, 5)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(
                        () -> signedInAs.run(SignedInAs.MEMBER_OF_SHELTER, () -> outbox.counts()))
                .isInstanceOf(AccessDeniedException.class);
    }

    private MailMessage message(String subject, String text, Locale locale) {
        return new MailMessage(
                new Email(address),
                locale,
                MailPurpose.VERIFICATION,
                "test/" + UUID.randomUUID(),
                subject,
                text);
    }

    private MimeMessage only() {
        List<MimeMessage> arrived = post.to(address);
        assertThat(arrived).hasSize(1);
        return arrived.getFirst();
    }

    // The newest message to this test's own address.
    private OutboxEntry entry() {
        return Stream.of(MailState.values())
                .flatMap(state -> store.list(state, 0, 50).stream())
                .filter(entry -> entry.to().equals(address))
                .max(Comparator.comparing(OutboxEntry::createdAt))
                .orElseThrow();
    }

    private String body(UUID id) {
        return product.getBean(JdbcTemplate.class)
                .queryForObject(
                        "select body from mail_message where id = ?",
                        String.class,
                        (Object) bytes(id));
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    // Messages other tests left waiting would meet the odd server of this one.
    private void drainOthers() {
        product.getBean(JdbcTemplate.class)
                .update(
                        "update mail_message set state = 'DECLINED' where state = 'WAITING' and"
                                + " recipient <> ?",
                        address);
    }

    private Clock in(Duration later) {
        return Clock.fixed(Instant.now().plus(later), ZoneOffset.UTC);
    }
}
