package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.CallSheet;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OwnRecord;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.SearchRequest.Sort;
import org.coalitionatlas.directory.SearchResult.Hit;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.Status;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@DemoTest
class CallSheetPagesTest {

    private static final SearchRequest EVERYTHING =
            new SearchRequest(
                    "",
                    Set.of(),
                    Set.of(),
                    null,
                    Set.of(),
                    Set.of(),
                    false,
                    false,
                    false,
                    Set.of(),
                    null,
                    null,
                    Sort.NAME,
                    0,
                    SearchRequest.MOST);

    @Autowired private ApplicationContext product;
    @Autowired private MockMvc mvc;
    @Autowired private IndexCaughtUp index;
    @Autowired private DirectorySearch directory;
    @Autowired private SqlStatements statements;

    private List<ServiceView> some = List.of();

    @BeforeEach
    void everythingIsIndexed() {
        index.await();
        some =
                directory.searchPublished(SearchRequest.of("")).hits().stream()
                        .map(Hit::service)
                        .limit(3)
                        .toList();
    }

    @Test
    void a_card_adds_its_service_and_the_search_goes_on_with_the_sheet() throws Exception {
        Document search = page("/directory?q=shelter&language=es");
        Element add = search.selectFirst(".card .pick a");
        assertThat(add).isNotNull();
        assertThat(add.attr("href")).startsWith("/directory?q=shelter&language=es&sheet=");
        assertThat(add.attr("aria-label")).startsWith(add.text());

        Document again = page(add.attr("href"));
        assertThat(again.select(".card .pick b")).hasSize(1);
        assertThat(again.select(".sheetbar").text()).contains("1 service");
        assertThat(again.select("form input[name=sheet]")).isNotEmpty();
        assertThat(again.select(".chips a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(href -> href.contains("sheet="));
        assertThat(again.select(".card h3 a, .card .org a").eachAttr("href"))
                .allMatch(href -> href.contains("?sheet="));

        Document service = page(again.select(".card h3 a").last().attr("href"));
        Document two = page(service.select(".callbox .pick a").attr("href"));
        assertThat(two.select(".sheetbar").text()).contains("2 services");
        Document sheet = page(two.select(".sheetbar .open-sheet").attr("href"));
        assertThat(sheet.select(".entry")).hasSize(2);
    }

    @Test
    void a_sheet_is_put_in_order_by_links_alone() throws Exception {
        String address = address(some.stream().map(ServiceView::id).toList());
        Document sheet = page(address);
        assertThat(names(sheet)).containsExactlyElementsOf(names(some));
        assertThat(sheet.select("form")).isEmpty();

        Document up = page(tool(sheet, 2, "Up"));
        assertThat(names(up))
                .containsExactly(some.get(0).name(), some.get(2).name(), some.get(1).name());
        Document down = page(tool(up, 0, "Down"));
        assertThat(names(down))
                .containsExactly(some.get(2).name(), some.get(0).name(), some.get(1).name());
        Document fewer = page(tool(down, 1, "Remove"));
        assertThat(names(fewer)).containsExactly(some.get(2).name(), some.get(1).name());
    }

    @Test
    void an_entry_says_whom_to_call_when_and_for_what() throws Exception {
        Document sheet = page(address(List.of(some.getFirst().id())));
        String text = sheet.select(".entry").text();
        assertThat(text)
                .contains(
                        some.getFirst().name(),
                        some.getFirst().phones().getFirst().phone().display(),
                        "Helps with",
                        "Hours");
        assertThat(page("/es" + address(List.of(some.getFirst().id()))).select(".entry").text())
                .contains("Ayuda con", "Horario");
    }

    @Test
    void a_confidential_shelter_shows_its_intake_phone_and_never_its_place() throws Exception {
        ServiceView shelter =
                directory.searchPublished(EVERYTHING).hits().stream()
                        .map(Hit::service)
                        .filter(
                                service ->
                                        service.places().stream()
                                                .anyMatch(
                                                        place ->
                                                                place.visibility()
                                                                        == AddressVisibility
                                                                                .HIDDEN))
                        .findFirst()
                        .orElseThrow();
        Document sheet = page(address(List.of(shelter.id())));
        assertThat(sheet.text())
                .contains("The location is confidential")
                .contains("They will tell you how to come")
                .contains(shelter.phones().getFirst().phone().display());
        for (String secret : List.of("48 Wrenfield Court", "6 Oxbow Hollow Road", "214 Juniper")) {
            assertThat(sheet.html()).doesNotContain(secret);
        }
    }

    @Test
    void what_is_not_listed_is_said_and_the_same_for_unknown_and_not_public() throws Exception {
        UUID unknown = UUID.randomUUID();
        Document sheet = page(address(List.of(some.getFirst().id(), unknown)));
        assertThat(names(sheet).get(1)).contains("No longer listed");
        assertThat(names(page(tool(sheet, 1, "Remove")))).hasSize(1);
    }

    @Test
    void a_broken_or_overlong_address_is_explained() throws Exception {
        String good = CallSheet.shortId(some.getFirst().id());
        assertThat(page("/directory/call-sheet?ids=" + good + ".cutoff").select(".notices").text())
                .contains("One part of this address could not be read");
        String many =
                java.util.stream.Stream.generate(UUID::randomUUID)
                        .limit(22)
                        .map(CallSheet::shortId)
                        .collect(java.util.stream.Collectors.joining("."));
        Document full = page("/directory/call-sheet?ids=" + many);
        assertThat(full.select(".notices").text()).contains("20 services", "last 2 were");
        assertThat(full.select(".entry")).hasSize(20);
        assertThat(page("/directory/call-sheet").text()).contains("nothing on this call sheet yet");
        assertThat(page("/directory?sheet=" + many).select(".card .pick").text())
                .contains("The call sheet is full");
    }

    @Test
    void the_sheet_leaves_no_trace_on_the_server_and_in_caches() throws Exception {
        String address = address(some.stream().map(ServiceView::id).toList());
        assertThat(statements.during(() -> quietly(address))).isEmpty();
        MvcResult result = result(address);
        MockHttpServletResponse response = result.getResponse();
        assertThat(response.getHeaders(HttpHeaders.SET_COOKIE)).isEmpty();
        assertThat(result.getRequest().getSession(false)).isNull();
        assertThat(response.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
        assertThat(response.getHeader("X-Robots-Tag")).contains("noindex");
        assertThat(response.getHeader("Content-Security-Policy")).contains("script-src 'self'");
    }

    @Test
    void wallet_cards_carry_the_same_services_and_the_hotline() throws Exception {
        Document sheet = page(address(some.stream().map(ServiceView::id).toList()));
        Document wallet = page(sheet.select("a[href*='size=wallet']").attr("href"));
        assertThat(wallet.select(".wallet-card")).hasSize(4);
        assertThat(wallet.text()).contains("911").contains(some.getFirst().name());
        assertThat(wallet.select("a[href$='ids=" + ids() + "']")).isNotEmpty();
    }

    @Test
    void a_wallet_card_says_when_in_the_year_a_seasonal_service_is_open() throws Exception {
        String card = card("Winter warming room", "");
        assertThat(card)
                .contains("November 1 to March 31")
                .contains("Rest of the year: closed")
                .contains("erified");
        assertThat(card("Winter warming room", "/es"))
                .contains("Del 1 de noviembre al 31 de marzo");
    }

    @Test
    void a_wallet_card_that_has_no_room_for_all_hours_says_so() throws Exception {
        assertThat(card("Primary care and dental", ""))
                .contains("More hours and numbers: see the full sheet");
        assertThat(card("Primary care and dental", "/es"))
                .contains("Más horarios y teléfonos: vea la hoja completa");
    }

    @Test
    void a_wallet_card_names_the_line_on_call_before_the_hours() throws Exception {
        String card = card("Trauma therapy", "");
        assertThat(card).contains("(815) 555-0150");
        assertThat(card.indexOf("(815) 555-0150")).isLessThan(card.indexOf("Mon"));
    }

    @Test
    void a_wallet_card_of_a_closed_service_says_so_and_not_the_usual_hours() throws Exception {
        var made =
                OwnRecord.named("Shut Wallet")
                        .service(Status.TEMPORARILY_CLOSED)
                        .verified(365 + 61)
                        .make(product);
        index.await();
        Document sheet = page(address(List.of(made.service())) + "&size=wallet");
        assertThat(sheet.select(".wallet-card").getLast().text())
                .contains("Temporarily closed", "Not verified since", "Please ask", OwnRecord.PHONE)
                .doesNotContain("24 hours", "day and night", "Mon");
        made.archive(product);
        index.await();
    }

    private String card(String name, String base) throws Exception {
        UUID id =
                directory.searchPublished(SearchRequest.of(name)).hits().stream()
                        .map(hit -> hit.service())
                        .filter(service -> service.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .id();
        return page(base + address(List.of(id)) + "&size=wallet")
                .select(".wallet-card")
                .getLast()
                .text()
                .replace('\u00a0', ' ');
    }

    @Test
    void a_note_is_never_part_of_a_form() throws Exception {
        Document sheet = page(address(some.stream().map(ServiceView::id).toList()));
        assertThat(sheet.select("textarea")).isEmpty();
        assertThat(sheet.select("[data-note] .note-line")).hasSize(3);
        assertThat(sheet.select(".sheet-notes").text()).contains("no birth dates");
    }

    private String ids() {
        return new CallSheet(some.stream().map(ServiceView::id).toList()).toString();
    }

    private static String tool(Document sheet, int entry, String label) {
        return sheet.select(".entry").get(entry).select(".entry-tools a").stream()
                .filter(link -> link.text().equals(label))
                .findFirst()
                .orElseThrow()
                .attr("href");
    }

    private static List<String> names(Document sheet) {
        return sheet.select(".entry h2").stream()
                .map(title -> title.text().replaceFirst("^\\d+\\. ", ""))
                .toList();
    }

    private static List<String> names(List<ServiceView> services) {
        return services.stream().map(ServiceView::name).toList();
    }

    private static String address(List<UUID> ids) {
        return "/directory/call-sheet?ids=" + new CallSheet(ids);
    }

    private Document page(String address) throws Exception {
        MvcResult result = result(address.replaceFirst("#.*", ""));
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }

    private void quietly(String address) {
        try {
            page(address);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private MvcResult result(String address) throws Exception {
        return mvc.perform(get(URI.create(address))).andReturn();
    }
}
