package org.coalitionatlas.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Ids;
import org.coalitionatlas.directory.ProposalDetail;
import org.coalitionatlas.directory.Proposals;
import org.coalitionatlas.directory.Proposer;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Suggestion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DemoTest
class SuggestionAnswersTest {

    @Autowired private Proposals proposals;
    @Autowired private SuggestionAnswers answers;
    @Autowired private SignedInAs signedInAs;
    @Autowired private JdbcTemplate jdbc;
    @Autowired private Clock clock;

    @Test
    void whoever_left_an_address_is_told_in_their_language_what_became_of_it() {
        UUID proposal = suggested("persona@example.org", Locale.of("es"));
        decide(proposal, false);
        assertThat(messagesTo("persona@example.org"))
                .singleElement()
                .satisfies(
                        message -> {
                            assertThat(message.get("purpose")).isEqualTo("SUGGESTION");
                            assertThat(message.get("subject").toString())
                                    .startsWith("Qué pasó con su sugerencia");
                            assertThat(message.get("body").toString())
                                    .contains("no fue aceptada", "We called them.", "30 días");
                        });
    }

    @Test
    void an_approval_is_told_as_one_and_no_address_means_no_message() {
        decide(suggested("reader2@example.org", Locale.ENGLISH), true);
        assertThat(messagesTo("reader2@example.org"))
                .singleElement()
                .satisfies(
                        message ->
                                assertThat(message.get("body").toString())
                                        .contains("was taken up"));
        long before = messages();
        decide(suggested(null, Locale.ENGLISH), true);
        assertThat(messages()).isEqualTo(before);
    }

    @Test
    void the_address_is_forgotten_thirty_days_after_the_answer_and_not_before() {
        UUID proposal = suggested("reader3@example.org", Locale.ENGLISH);
        decide(proposal, true);
        answers.forget();
        assertThat(address(proposal)).isEqualTo("reader3@example.org");
        jdbc.update(
                "update proposal set decided_at = ? where id = ?",
                java.time.LocalDateTime.ofInstant(
                        clock.instant().minus(SuggestionAnswers.KEPT).minusSeconds(60),
                        java.time.ZoneOffset.UTC),
                Ids.bytes(proposal));
        answers.forget();
        assertThat(address(proposal)).isNull();
    }

    private String address(UUID proposal) {
        return jdbc.queryForObject(
                "select proposer_email from proposal where id = ?",
                String.class,
                Ids.bytes(proposal));
    }

    private UUID suggested(String email, Locale locale) {
        UUID organization = signedInAs.person(SignedInAs.MEMBER_OF_LEGAL_AID).organizationId();
        return signedInAs.anonymously(
                () ->
                        proposals.suggest(
                                new Suggestion(
                                        RecordKind.ORGANIZATION,
                                        organization,
                                        organization,
                                        null,
                                        null,
                                        "The number changed.",
                                        new Proposer(null, "Somebody", email, locale))));
    }

    private void decide(UUID proposal, boolean yes) {
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    ProposalDetail detail = proposals.detail(proposal);
                    if (yes) {
                        proposals.approve(
                                proposal,
                                detail.line().version(),
                                detail.recordVersion(),
                                "We called them.");
                    } else {
                        proposals.sendBack(proposal, detail.line().version(), "We called them.");
                    }
                });
    }

    private List<Map<String, Object>> messagesTo(String recipient) {
        return jdbc.queryForList(
                "select purpose, subject, body from mail_message where recipient = ?", recipient);
    }

    private long messages() {
        return jdbc.queryForObject("select count(*) from mail_message", Long.class);
    }
}
