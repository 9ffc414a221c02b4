package org.coalitionatlas.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.directory.AssuranceMethod;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.HistoryReason;
import org.coalitionatlas.directory.OwnRecord;
import org.coalitionatlas.directory.OwnRecord.Made;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.directory.RecordAction;
import org.coalitionatlas.directory.RecordHistory;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.ServiceView.ContactPart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/** People change posts sooner than places close: what is said of a contact, and when nothing is. */
@DemoTest
class ContactVerificationTest {

    private static final int LAPSED = 180 + 60 + 1;
    private static final int GONE = 180 + 180 + 1;

    @Autowired VerificationRounds rounds;
    @Autowired DirectoryCommands commands;
    @Autowired DirectorySearch search;
    @Autowired RecordHistory history;
    @Autowired SignedInAs signedInAs;
    @Autowired IndexCaughtUp index;
    @Autowired ApplicationContext product;
    @Autowired MockMvc mvc;

    private @Nullable Made made;

    @AfterEach
    void leaveNothing() {
        if (made != null) {
            made.archive(product);
            index.await();
        }
    }

    @Test
    void a_page_says_when_somebody_made_sure_of_a_contact() throws Exception {
        Made one = make(21);
        for (String path : pages(one)) {
            assertThat(contact("", path, one)).contains("Verified 3 weeks ago");
            assertThat(contact("", path, one)).doesNotContain("stale");
            assertThat(contact("/es", path, one)).contains("hace 3 semanas");
        }
    }

    @Test
    void a_contact_nobody_ever_verified_is_marked() throws Exception {
        Made one = make(null);
        for (String path : pages(one)) {
            assertThat(contact("", path, one))
                    .contains("Not verified yet", "Please ask whether this is still right.");
            assertThat(contact("/es", path, one)).contains("Aún sin verificar");
        }
    }

    @Test
    void a_contact_nobody_verified_in_time_is_marked() throws Exception {
        Made one = make(LAPSED);
        for (String path : pages(one)) {
            assertThat(contact("", path, one)).contains("Not verified since", "stale");
            assertThat(contact("/es", path, one)).contains("Sin verificar desde", "stale");
        }
    }

    @Test
    void after_the_configured_time_the_public_sees_it_no_more_until_it_is_verified()
            throws Exception {
        Made one = make(GONE);
        assertThat(page(pages(one).getFirst())).contains(one.person());
        rounds.at(now());
        index.await();
        for (String path : pages(one)) {
            assertThat(page(path)).contains(one.name()).doesNotContain(one.person());
        }
        assertThat(isFound(one)).isFalse();
        for (String reader : List.of(SignedInAs.COORDINATOR, SignedInAs.MEMBER_OF_LEGAL_AID)) {
            assertThat(seenBy(reader, one))
                    .singleElement()
                    .satisfies(
                            contact -> {
                                assertThat(contact.name()).isEqualTo(one.person());
                                assertThat(contact.withheld()).isTrue();
                            });
        }
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> {
                    var change = history.of(RecordKind.CONTACT, one.contact(), 0).getFirst();
                    assertThat(change.action()).isEqualTo(RecordAction.WITHHELD);
                    assertThat(commands.contacts(one.organization()).getFirst().publication())
                            .isEqualTo(Publication.WITHHELD);
                    commands.verifyContact(
                            one.contact(), DueFixture.today(), "Elena", AssuranceMethod.PHONE);
                });
        index.await();
        for (String path : pages(one)) {
            assertThat(page(path)).contains(one.person());
        }
        assertThat(isFound(one)).isTrue();
        assertThat(seenBy(SignedInAs.COORDINATOR, one).getFirst().withheld()).isFalse();
        assertThat(rounds.at(now())).as("nothing is left to do").isZero();
    }

    @Test
    void a_day_less_and_it_stays() throws Exception {
        Made one = make(GONE - 1);
        rounds.at(now());
        index.await();
        assertThat(page(pages(one).getFirst())).contains(one.person());
    }

    @Test
    void the_reason_is_told_in_the_language_of_the_reader_and_old_notes_as_they_stand() {
        String code = new HistoryReason(java.time.LocalDate.of(2025, 10, 30)).code();
        assertThat(words(code, Locale.ENGLISH)).isEqualTo("Not verified since Oct 30, 2025");
        assertThat(words(code, Locale.of("es")))
                .startsWith("Sin verificar desde")
                .contains("30", "2025");
        assertThat(words(new HistoryReason(null).code(), Locale.of("es")))
                .isEqualTo("Nunca verificado");
        for (String written :
                List.of("Not verified since Oct 30, 2025", "verification: ask Ana", "Moved away")) {
            assertThat(words(written, Locale.of("es"))).isEqualTo(written);
        }
    }

    private String words(String note, Locale locale) {
        return HistoryReason.words(
                note, locale, (key, arguments) -> product.getMessage(key, arguments, locale));
    }

    private Made make(@Nullable Integer daysAgo) {
        Made one =
                OwnRecord.named("Contact of " + daysAgo)
                        .contact(daysAgo, Audience.PUBLIC, true)
                        .make(product);
        made = one;
        index.await();
        return one;
    }

    private static List<String> pages(Made one) {
        return List.of(
                "/directory/services/" + one.service(),
                "/directory/organizations/" + one.organization());
    }

    private String contact(String base, String path, Made one) throws Exception {
        String page = page(base + path);
        int start = page.indexOf(one.person());
        assertThat(start).isNotNegative();
        return page.substring(start, page.indexOf("</li>", start));
    }

    private boolean isFound(Made one) {
        return search.searchPublished(SearchRequest.of(one.person())).hits().stream()
                .anyMatch(
                        hit ->
                                hit.service().id().equals(one.service())
                                        && hit.service().contacts().size() == 1);
    }

    private List<ContactPart> seenBy(String reader, Made one) {
        return signedInAs.call(
                reader, () -> search.service(one.service()).orElseThrow().contacts());
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private static Clock now() {
        return Clock.fixed(Instant.now(), ZoneOffset.UTC);
    }
}
