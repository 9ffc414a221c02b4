package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.ui.SearchHints.Hint;
import org.coalitionatlas.demand.SavedSearches;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.CallSheet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectoryNavigation;
import org.coalitionatlas.directory.HistoryReason;
import org.coalitionatlas.directory.OwnRecord;
import org.coalitionatlas.directory.OwnRecord.Made;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.Status;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.context.support.WithUserDetails;

/**
 * Whatever screen of the portal names a service says that nobody made sure of it, that it is closed
 * for now, and that it is not published; lists of whom to call leave out what is not published.
 */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class MarkedInPortalTest extends SpringBrowserlessTest {

    private static final int LAPSED = 365 + 60 + 1;
    private static final String NAME = "00 Whippoorwill";

    @Autowired private ApplicationContext product;
    @Autowired private DirectoryCommands commands;
    @Autowired private SignedInAs signedInAs;
    @Autowired private IndexCaughtUp index;
    @Autowired private DirectoryHints hints;
    @Autowired private SavedSearches saved;

    private @Nullable Made made;

    @AfterEach
    void leaveNothing() {
        if (made != null) {
            Made left = made;
            made = null;
            left.archive(product);
            index.await();
        }
    }

    static List<Arguments> surfaces() {
        return List.of("en", "es").stream()
                .flatMap(
                        language ->
                                List.of(
                                                "card",
                                                "record",
                                                "organization",
                                                "list of an organization",
                                                "map",
                                                "call sheet",
                                                "referral",
                                                "suggestion",
                                                "line",
                                                "news")
                                        .stream()
                                        .map(surface -> Arguments.of(language, surface)))
                .toList();
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("surfaces")
    void whatNobodyMadeSureOfAndIsClosedIsMarked(String language, String surface) {
        boolean english = language.equals("en");
        UI.getCurrent().setLocale(Locale.of(language));
        OwnRecord wished =
                OwnRecord.named(NAME)
                        .organization(Status.TEMPORARILY_CLOSED)
                        .verified(LAPSED)
                        .contact(0, Audience.MEMBERS, false);
        UUID told = surface.equals("news") ? saved.save(NAME, "county=31001", true, false) : null;
        Made one = (surface.equals("line") ? wished.statewideLine() : wished).make(product);
        made = one;
        index.await();
        if (told != null) {
            saved.look(told);
        }
        String said = said(surface, one);
        if (told != null) {
            saved.delete(told);
        }
        assertThat(said)
                .contains(english ? "Not verified since" : "Sin verificar desde")
                .contains(english ? "Temporarily closed" : "Cerrado temporalmente")
                .doesNotContain(english ? "Can be reached now" : "Puede atender ahora");
    }

    @Test
    void aContactSaysWhenSomebodyMadeSureOfIt() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        Made verified = OwnRecord.named(NAME).contact(21, Audience.MEMBERS, false).make(product);
        Made never =
                OwnRecord.named(NAME + " too").contact(null, Audience.MEMBERS, false).make(product);
        made = verified;
        index.await();
        assertThat(said("record", verified)).contains("Verified 3 weeks ago");
        assertThat(said("record", never)).contains("Not verified yet");
        never.archive(product);
    }

    @Test
    void anEntryOfTheHistorySaysWhyInTheLanguageOfTheReader() {
        Made one = make();
        LocalDate lapsed = LocalDate.of(2024, 10, 30);
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () ->
                        commands.withhold(
                                RecordKind.SERVICE,
                                one.service(),
                                new HistoryReason(lapsed).code()));
        UI.getCurrent().setLocale(Locale.of("es"));
        assertThat(
                        signedInAs.call(
                                SignedInAs.ADMINISTRATOR,
                                () -> page("directory/history/service/" + one.service(), "")))
                .contains("Sin verificar desde")
                .doesNotContain("verification:");
    }

    @Test
    void aContactOfWhatIsNotPublishedIsNobodyToCall() {
        Made one = make();
        assertThat(said("referral", one)).contains(one.person());
        withhold(one);
        assertThat(page("referral-contacts", "county=31001")).doesNotContain(one.person());
    }

    @Test
    void whatIsNotPublishedIsOnNoMap() {
        Made one = make();
        assertThat(said("map", one)).contains(NAME);
        withhold(one);
        assertThat(page("directory/map", "county=31001")).doesNotContain(NAME);
    }

    @Test
    void theCallSheetSaysThatAServiceIsNotPublished() {
        Made one = make();
        withhold(one);
        assertThat(said("call sheet", one)).contains("Withheld from view");
        archiveService(one);
        assertThat(said("call sheet", one)).contains("Archived");
    }

    @Test
    void suggestionsSayWhatIsNotPublishedAndLeaveOutWhatIsArchived() {
        Made one = make();
        withhold(one);
        assertThat(said("suggestion", one)).contains("Withheld from view");
        archiveService(one);
        assertThat(said("suggestion", one)).doesNotContain(one.serviceName()).contains(NAME);
    }

    private Made make() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        Made one = OwnRecord.named(NAME).make(product);
        made = one;
        index.await();
        return one;
    }

    private void withhold(Made one) {
        signedInAs.run(
                SignedInAs.ADMINISTRATOR,
                () -> commands.withhold(RecordKind.SERVICE, one.service(), "Looked at"));
        index.await();
    }

    private void archiveService(Made one) {
        signedInAs.run(SignedInAs.ADMINISTRATOR, () -> commands.archiveService(one.service()));
        index.await();
    }

    private String said(String surface, Made one) {
        return switch (surface) {
            case "card" -> page("directory", "q=whippoorwill");
            case "record" -> page(DirectoryNavigation.service(one.service()), "");
            case "organization" -> {
                String all = page(DirectoryNavigation.organization(one.organization()), "");
                yield all.substring(0, all.indexOf(one.serviceName()));
            }
            case "list of an organization" -> {
                String all = page(DirectoryNavigation.organization(one.organization()), "");
                yield all.substring(all.lastIndexOf(one.serviceName()));
            }
            case "map" -> page("directory/map", "county=31001");
            case "call sheet" ->
                    page(
                            DirectoryNavigation.SEARCH + "/call-sheet",
                            "ids=" + CallSheet.shortId(one.service()));
            case "referral" -> {
                String all = page("referral-contacts", "county=31001");
                yield all.substring(all.indexOf(one.person()));
            }
            case "suggestion" ->
                    hints.hints("00 whippoor", UI.getCurrent().getLocale()).stream()
                            .map(Hint::toString)
                            .collect(Collectors.joining("\n"));
            case "line" -> page("directory", "q=xqzyw&county=31001");
            default -> page("saved", "");
        };
    }

    private String page(String path, String query) {
        UI.getCurrent().navigate(path, QueryParameters.fromString(query));
        return DirectoryViewTest.text((Component) getCurrentView());
    }
}
