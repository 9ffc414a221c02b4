package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.directory.CallSheet;
import org.coalitionatlas.directory.OwnRecord;
import org.coalitionatlas.directory.OwnRecord.Made;
import org.coalitionatlas.directory.Status;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Wherever a published page or feed names a record, it says that nobody made sure of it for too
 * long, and that it is closed for now.
 */
@DemoTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MarkedEverywhereTest {

    private static final int LAPSED = 365 + 60 + 1;

    @Autowired private ApplicationContext product;
    @Autowired private IndexCaughtUp index;
    @Autowired private MockMvc mvc;

    private Made lapsed;
    private Made never;
    private Made shut;
    private Made lapsedLine;
    private Made shutLine;
    private final Map<Made, UUID> sibling = new HashMap<>();

    // Names that come first in every list.
    @BeforeAll
    void records() {
        lapsed = OwnRecord.named("00 Meadowlark").verified(LAPSED).make(product);
        never = OwnRecord.named("00 Bobolink").verified(null).make(product);
        shut =
                OwnRecord.named("00 Dickcissel")
                        .organization(Status.TEMPORARILY_CLOSED)
                        .make(product);
        lapsedLine = OwnRecord.named("00 Kingbird").verified(LAPSED).statewideLine().make(product);
        shutLine =
                OwnRecord.named("01 Phoebe")
                        .service(Status.TEMPORARILY_CLOSED)
                        .statewideLine()
                        .make(product);
        index.await();
    }

    @AfterAll
    void leaveNothing() {
        List.of(lapsed, never, shut, lapsedLine, shutLine).forEach(one -> one.archive(product));
        index.await();
    }

    static List<Arguments> surfaces() {
        return List.of("", "/es").stream()
                .flatMap(
                        base ->
                                List.of(
                                                "county",
                                                "need",
                                                "card",
                                                "map",
                                                "wallet",
                                                "letter",
                                                "line",
                                                "others",
                                                "service",
                                                "organization",
                                                "feed of services",
                                                "feed of organizations")
                                        .stream()
                                        .map(surface -> Arguments.of(base, surface)))
                .toList();
    }

    @ParameterizedTest(name = "{1} in \"{0}\"")
    @MethodSource("surfaces")
    void whatNobodyMadeSureOfIsMarked(String base, String surface) throws Exception {
        Made made = surface.equals("line") ? lapsedLine : lapsed;
        String words = base.isEmpty() ? "Not verified since" : "Sin verificar desde";
        assertThat(said(base, surface, made)).contains(words);
        if (!surface.equals("line")) {
            assertThat(said(base, surface, never))
                    .contains(base.isEmpty() ? "Never verified" : "Nunca verificado");
        }
    }

    @ParameterizedTest(name = "{1} in \"{0}\"")
    @MethodSource("surfaces")
    void whatIsClosedForNowIsMarked(String base, String surface) throws Exception {
        if (surface.equals("county") || surface.equals("need")) {
            // They name what is open now.
            assertThat(between(page(address(base, surface, shut)), "class=\"calls\"", "</ul>"))
                    .doesNotContain(shut.serviceName());
            return;
        }
        Made made = surface.equals("line") ? shutLine : shut;
        assertThat(said(base, surface, made))
                .contains(base.isEmpty() ? "Temporarily closed" : "Cerrado temporalmente")
                .doesNotContain("24/7", "las 24 horas");
    }

    @Test
    void theOrganizationAsksTheReaderToAsk() throws Exception {
        assertThat(said("", "organization", lapsed))
                .contains("verified stale")
                .contains("Please ask whether this is still right.");
    }

    /** What the surface says of the record, from its name on. */
    private String said(String base, String surface, Made made) throws Exception {
        String page = page(address(base, surface, made));
        return switch (surface) {
            case "county", "need", "line" -> between(page, ">" + made.serviceName(), "</li>");
            case "others" ->
                    between(
                            between(page, "class=\"others\"", "</section>"),
                            made.serviceName(),
                            "</li>");
            case "map" -> between(between(page, "map-list", "</ol>"), made.serviceName(), "</p>");
            case "card" ->
                    between(page, "n-" + made.service(), "</article>").replace("24/7</span>", "");
            case "wallet" ->
                    between(between(page, "wallet-cards", "</ul>"), made.serviceName(), "</li>");
            case "letter" -> between(page, "sheet-entries", "note-box");
            case "service", "organization" -> between(page, "callbox", "</section>");
            case "feed of services" -> entry(page, made.service());
            default -> entry(page, made.organization());
        };
    }

    private String address(String base, String surface, Made made) {
        UUID service = made.service();
        return switch (surface) {
            case "county" -> base + "/directory/county/" + OwnRecord.COUNTY;
            case "need" -> base + "/directory/need/l3";
            case "card" -> base + "/directory?sort=name&county=" + OwnRecord.COUNTY;
            case "map" -> base + "/directory/map?county=" + OwnRecord.COUNTY;
            case "wallet" ->
                    base + "/directory/call-sheet?size=wallet&ids=" + CallSheet.shortId(service);
            case "letter" -> base + "/directory/call-sheet?ids=" + CallSheet.shortId(service);
            case "line" -> base + "/directory?q=xqzyw&county=" + OwnRecord.COUNTY;
            case "others" -> base + "/directory/services/" + beside(made);
            case "service" -> base + "/directory/services/" + service;
            case "organization" -> base + "/directory/organizations/" + made.organization();
            default -> base + "/directory/changes.atom";
        };
    }

    // The page of a service names the other services of its organization.
    private UUID beside(Made made) {
        return sibling.computeIfAbsent(
                made,
                one -> {
                    UUID id = one.beside(product);
                    index.await();
                    return id;
                });
    }

    private static String entry(String feed, UUID id) {
        return between(feed, "urn:uuid:" + id, "</entry>");
    }

    private String page(String path) throws Exception {
        var response = mvc.perform(get(path)).andReturn().getResponse();
        String moved = response.getRedirectedUrl();
        return moved == null
                ? response.getContentAsString(StandardCharsets.UTF_8)
                : page(moved.replaceFirst("^https?://[^/]+", ""));
    }

    private static String between(String text, String from, String to) {
        int start = text.indexOf(from);
        assertThat(start).as("\"%s\" in %s", from, text).isNotNegative();
        int end = text.indexOf(to, start);
        return end < 0 ? text.substring(start) : text.substring(start, end);
    }
}
