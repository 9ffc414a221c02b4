package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OwnRecord;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.ServiceView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

@DemoTest
class PublishedPagesTest {

    @Autowired private MockMvc mvc;
    @Autowired private IndexCaughtUp index;
    @Autowired private SignedInAs signedInAs;
    @Autowired private DirectorySearch directory;
    @Autowired private SqlStatements statements;
    @Autowired private ApplicationContext product;

    @BeforeEach
    void everythingIsIndexed() {
        index.await();
    }

    @Test
    void the_home_page_leads_to_a_search_for_every_need_and_county_in_both_languages()
            throws Exception {
        String english = page("/");
        assertThat(english)
                .contains("lang=\"en\"")
                .contains("href=\"/directory?need=A3\"")
                .contains("href=\"/directory?phase=acute\"")
                .contains("href=\"/directory/county/17201-winnebago-county-il\"")
                .contains("Rock River Coalition (demo)")
                .contains("href=\"tel:911\"")
                .contains("href=\"tel:+18883737888\"")
                .contains("href=\"sms:233733\"")
                .contains("href=\"tel:+18007873224\"")
                .contains("TTY: 1-800-787-3224")
                .contains("Checked on")
                .contains("href=\"/login\"")
                .contains("hreflang=\"es\" href=\"http://localhost/es\"");
        assertThat(english.split("\\?need=", -1)).hasSize(34);

        assertThat(page("/es"))
                .contains("lang=\"es\"")
                .contains("href=\"/es/directory?need=A3\"")
                .contains("Llame al 911")
                .contains("TTY (teléfono de texto): 711")
                .contains("href=\"/?lang=en\"")
                .doesNotContain("Members sign in");
    }

    @Test
    void the_home_page_answers_in_the_language_the_browser_prefers_unless_english_was_chosen()
            throws Exception {
        mvc.perform(get("/").header(HttpHeaders.ACCEPT_LANGUAGE, "es-MX,es;q=0.9,en;q=0.5"))
                .andExpect(redirectedUrl("/es"));
        mvc.perform(get("/").header(HttpHeaders.ACCEPT_LANGUAGE, "en;q=0.4, es;q=0.9"))
                .andExpect(redirectedUrl("/es"));
        mvc.perform(get("/").header(HttpHeaders.ACCEPT_LANGUAGE, "en-US,es;q=0.9"))
                .andExpect(status().isOk());
        mvc.perform(get("/").header(HttpHeaders.ACCEPT_LANGUAGE, "@@@")).andExpect(status().isOk());
        mvc.perform(get("/?lang=en").header(HttpHeaders.ACCEPT_LANGUAGE, "es"))
                .andExpect(status().isOk());
    }

    @Test
    void words_and_filters_find_call_cards() throws Exception {
        String found = page("/directory?q=shelter&need=A3&county=17201");
        assertThat(found)
                .contains("Confidential <mark>shelter</mark>")
                .contains("(“shelter”)")
                .contains("href=\"tel:+18005550101\"")
                .contains("(800) 555-0101")
                .contains("Open now, always open")
                .contains("Does not accept")
                .contains("Verified ")
                .contains("Has room");

        String inSpanish = page("/es/directory?q=refugio&need=A3&county=17201");
        assertThat(inSpanish)
                .contains("href=\"tel:+18005550101\"")
                .contains("Abierto ahora, siempre abierto")
                .contains("No acepta")
                .contains("Verificado hace");
    }

    @Test
    void a_filter_that_is_on_can_be_taken_off_by_a_link() throws Exception {
        assertThat(page("/directory?q=legal&need=T7&language=es&open=1"))
                .contains("href=\"/directory?q=legal&amp;need=T7&amp;open=1\"")
                .contains("href=\"/directory?q=legal\"");
    }

    @Test
    void the_language_link_keeps_the_page_and_its_query() throws Exception {
        assertThat(page("/directory?need=A3&county=17201"))
                .contains("href=\"/es/directory?need=A3&amp;county=17201\"");
        assertThat(page("/es/directory?need=A3&county=17201"))
                .contains("href=\"/directory?need=A3&amp;county=17201\"");
    }

    @Test
    void nothing_found_says_what_to_try() throws Exception {
        assertThat(page("/directory?need=L9&county=17201&language=pl"))
                .containsPattern("<h2 id=\"count\">No services found</h2>")
                .contains("<h3>What you can try</h3>")
                .contains("Without one of the filters")
                .contains("1-888-373-7888");
        assertThat(page("/es/directory?q=xyzzyqwv"))
                .containsPattern("<h2 id=\"count\">No se encontraron servicios</h2>")
                .contains("<h3>Lo que puede intentar</h3>");
    }

    @Test
    void the_nearest_counties_that_have_it_are_named_with_their_distance() throws Exception {
        // Child care: DeKalb has it, Boone beside it does not (the demo's README).
        assertThat(page("/directory?need=L9&county=17007"))
                .contains("Nearest counties that have something")
                .containsPattern("DeKalb County, IL, about [0-9]+ miles away");
    }

    @Test
    void a_mistyped_word_is_put_right_and_needs_can_be_chosen_without_script() throws Exception {
        assertThat(page("/directory?q=sehlter"))
                .contains("Did you mean:")
                .contains("href=\"/directory?q=shelter\"")
                .contains("<datalist id=\"listed\">")
                .contains("<option value=\"DeKalb County\">");
        assertThat(page("/es/directory?q=sehlter")).contains("Quizás quiso decir:");
    }

    @Test
    void what_matched_is_text_and_never_markup() throws Exception {
        assertThat(page("/directory?q=%3Cb%3Eshelter%3C/b%3E"))
                .doesNotContain("<b>shelter")
                .contains("<mark>shelter</mark>");
    }

    @Test
    void distance_is_measured_from_a_zip_code() throws Exception {
        assertThat(page("/directory?need=A3&near=61104&within=25&sort=distance"))
                .contains("Within 25 miles of 61104 Rockford")
                .containsPattern("[0-9.]+ miles");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "near=99999",
                "near=abc",
                "county=00000",
                "county=%27%3B--",
                "need=Z9&need=",
                "phase=never",
                "serves=ghosts",
                "language=xx",
                "kind=none",
                "within=-3",
                "within=1e9",
                "within=10",
                "sort=random",
                "sort=distance",
                "page=0",
                "page=99999999999999",
                "page=77",
                "page=x"
            })
    void what_makes_no_sense_is_left_out_with_a_sentence(String parameter) throws Exception {
        assertThat(page("/directory?" + parameter)).contains("class=\"notices\"");
        assertThat(page("/es/directory?" + parameter)).contains("class=\"notices\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown=1",
                "open=perhaps",
                "always=2",
                "trained=",
                "q=%22%5B%5D%7B%7D%28%29%2A%3F%3A%2F%5C~%5E%2B-%21",
                "q=%00%1f",
                "q=%F0%9F%98%80",
                "lang=xx"
            })
    void odd_addresses_still_give_a_page(String parameter) throws Exception {
        assertThat(page("/directory?" + parameter)).contains("<main");
    }

    @Test
    void an_unknown_zip_code_is_named() throws Exception {
        assertThat(page("/directory?near=99999")).contains("We do not know the ZIP code 99999");
        assertThat(page("/es/directory?near=99999"))
                .contains("No conocemos el código postal 99999");
    }

    @Test
    void an_address_that_cannot_be_read_leads_to_what_can() throws Exception {
        mvc.perform(
                        get("/directory")
                                .with(
                                        request -> {
                                            request.setServletPath("/directory");
                                            request.setQueryString("q=100%&need=A3");
                                            return request;
                                        }))
                .andExpect(redirectedUrl("/directory?q=100%25&need=A3"));
    }

    @Test
    void what_a_record_says_is_never_markup() throws Exception {
        var made = OwnRecord.named("Veldspar <b>\"Q\"</b> & 'Co'").make(product);
        index.await();
        String card = page("/directory?q=Veldspar");
        assertThat(card)
                .contains(
                        "<mark>Veldspar</mark> &lt;b&gt;&quot;Q&quot;&lt;/b&gt; &amp; &#39;Co&#39;")
                // Its name is also the label of a link, where a quotation mark would end it.
                .contains("Veldspar &lt;b&gt;&quot;Q&quot;");
        for (String page :
                List.of(
                        card,
                        page("/directory/services/" + made.service()),
                        page("/directory/organizations/" + made.organization()),
                        page("/directory/call-sheet?ids=" + made.service()))) {
            assertThat(page).contains("Veldspar").doesNotContain("Veldspar <b>", "<b>\"Q\"</b>");
        }
        made.archive(product);
        index.await();
    }

    @Test
    void what_is_searched_for_is_never_markup() throws Exception {
        assertThat(page("/directory?q=%3Cscript%3Ealert(1)%3C/script%3E&near=%3Cb%3E"))
                .doesNotContain("<script>alert")
                .doesNotContain("<b>&")
                .contains("&lt;script&gt;");
    }

    @Test
    void a_confidential_shelter_shows_its_county_and_phone_but_no_place() throws Exception {
        String shelter = page("/directory/services/" + idOf("Confidential shelter", "A3"));
        assertThat(shelter)
                .contains("(800) 555-0101")
                .contains("Winnebago County, IL")
                .contains("The location is confidential.")
                .doesNotContain("Wrenfield")
                .doesNotContain("Rockford")
                .doesNotContain("61104", "61126");
        assertThat(page("/es/directory/services/" + idOf("Confidential shelter", "A3")))
                .contains("El lugar es confidencial.")
                .doesNotContain("Wrenfield")
                .doesNotContain("Rockford");
    }

    @Test
    void a_service_page_tells_all_that_is_public() throws Exception {
        assertThat(page("/directory/services/" + idOf("Outreach advocacy", "T2")))
                .contains("530 Larkspur Avenue")
                .contains("Rockford, IL 61104")
                .contains("Monday")
                .contains("9:00\u00a0AM – 5:00\u00a0PM")
                .contains("Continued, updated safety planning")
                .contains("18 years and over")
                .contains("Court advocacy")
                .contains("Central Time");
    }

    @Test
    void an_organization_page_lists_its_services() throws Exception {
        Matcher link =
                Pattern.compile("/directory/organizations/[0-9a-f-]{36}")
                        .matcher(page("/directory/services/" + idOf("Outreach advocacy", "T2")));
        assertThat(link.find()).isTrue();
        assertThat(page(link.group()))
                .contains("Safe Harbor")
                .contains("(815) 555-0102")
                .contains("Crisis line")
                .contains("Next Home apartments");
    }

    @Test
    void members_only_and_draft_records_are_as_absent_as_unknown_ones() throws Exception {
        UUID membersOnly = restricted("Night drivers");
        UUID draft = restricted("Sober home for men");
        UUID membersOrganization = restrictedOrganization("Night drivers");
        String unknown = missing("/directory/services/" + UUID.randomUUID());
        assertThat(missing("/directory/services/" + membersOnly)).isEqualTo(unknown);
        assertThat(missing("/directory/services/" + draft)).isEqualTo(unknown);
        assertThat(missing("/directory/organizations/" + membersOrganization)).isEqualTo(unknown);
        assertThat(missing("/directory/services/nonsense")).isEqualTo(unknown);
        assertThat(missing("/es/directory/organizations/" + membersOrganization))
                .contains("Esta página no está en el directorio")
                .contains("1-888-373-7888");
    }

    @Test
    void somebody_signed_in_sees_no_more_here_than_anybody() throws Exception {
        String address = "/directory/services/" + restricted("Night drivers");
        mvc.perform(
                        get(address)
                                .with(
                                        org.springframework.security.test.web.servlet.request
                                                .SecurityMockMvcRequestPostProcessors.user(
                                                signedInAs.person(SignedInAs.ADMINISTRATOR))))
                .andExpect(status().isNotFound());
    }

    @Test
    void a_page_that_has_not_changed_is_not_sent_again() throws Exception {
        String address = "/directory/services/" + idOf("Confidential shelter", "A3");
        MvcResult first =
                mvc.perform(get(address))
                        .andExpect(header().string(HttpHeaders.CACHE_CONTROL, "no-cache"))
                        .andReturn();
        String tag = first.getResponse().getHeader(HttpHeaders.ETAG);
        assertThat(tag).startsWith("W/");
        mvc.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, tag))
                .andExpect(status().isNotModified());
    }

    @Test
    void searching_does_not_ask_the_database() {
        assertThat(
                        statements.during(
                                () -> {
                                    found("/directory?q=housing&need=A3&county=17201&near=61104");
                                    found("/directory?need=L9&county=17007");
                                }))
                .hasSizeLessThanOrEqualTo(3);
    }

    private void found(String address) {
        try {
            page(address);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(java.net.URI.create(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The page that says something is not there, without the address it was asked under. */
    private String missing(String address) throws Exception {
        return mvc.perform(get(address))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8)
                .replace(address.replaceFirst("^/es", ""), "…");
    }

    private String idOf(String service, String need) throws Exception {
        Matcher link =
                Pattern.compile("/directory/services/([0-9a-f-]{36})\">" + service + "<")
                        .matcher(page("/directory?need=" + need));
        assertThat(link.find()).as(service).isTrue();
        return link.group(1).toLowerCase(Locale.ROOT);
    }

    private UUID restricted(String service) {
        return view(service).id();
    }

    private UUID restrictedOrganization(String service) {
        return view(service).organization().id();
    }

    private ServiceView view(String service) {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () ->
                        directory.search(SearchRequest.of(service)).hits().stream()
                                .map(hit -> hit.service())
                                .filter(view -> view.name().equals(service))
                                .findFirst()
                                .orElseThrow());
    }
}
