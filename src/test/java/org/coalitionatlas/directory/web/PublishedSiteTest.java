package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.SearchRequest;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.identity.EmbedOrigins;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Counties, needs, feeds, sitemaps, structured data and the search field for partners. */
@DemoTest
class PublishedSiteTest {

    private static final String WINNEBAGO = "/directory/county/17201-winnebago-county-il";
    private static final Pattern DATA_BLOCK =
            Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>");

    @Autowired private MockMvc mvc;
    @Autowired private IndexCaughtUp index;
    @Autowired private SignedInAs signedInAs;
    @Autowired private DirectorySearch directory;
    @Autowired private DirectoryCommands commands;
    @Autowired private SqlStatements statements;

    @BeforeEach
    void everythingIsIndexed() {
        index.await();
    }

    @Test
    void the_tiles_of_the_home_page_say_how_many_services_there_are() throws Exception {
        assertThat(page("/"))
                .containsPattern("need=A3\"><span>Housing</span> <span class=\"n\">\\d+<")
                .containsPattern("<span class=\"n\">\\d+ services<");
    }

    @Test
    void a_search_page_has_boxes_for_what_may_be_narrowed_and_says_why_a_service_is_there()
            throws Exception {
        assertThat(page("/directory?q=spanish&need=A3"))
                .containsPattern(
                        "<label class=\"option\"><input type=\"checkbox\" form=\"f\" name=\"need\""
                                + " value=\"A3\" checked=\"checked\"><span>Housing</span>"
                                + " <span class=\"n\">\\d+</span></label>")
                .containsPattern("name=\"open\" value=\"1\"><span>Open now</span>")
                .containsPattern("name=\"language\" value=\"es\"><span>Spanish</span>")
                .containsPattern("language\\s*<mark>Spanish</mark>");
    }

    @Test
    void a_county_page_tells_what_there_is_who_is_open_and_where_else_to_ask() throws Exception {
        assertThat(page(WINNEBAGO))
                .contains("Help in Winnebago County, IL")
                .containsPattern("\\d+ services help people from this county")
                .contains("href=\"/directory?county=17201&amp;need=A3\"")
                .contains("as of ")
                .contains("Central Time")
                .contains("Statewide, nationwide, by phone or online")
                .contains("href=\"tel:+18883737888\"")
                .contains("/directory/county/17007-boone-county-il")
                .contains("href=\"" + WINNEBAGO + "/changes.atom\"");
        assertThat(page("/es" + WINNEBAGO))
                .contains("Ayuda en Winnebago County, IL")
                .contains("Condados vecinos")
                .contains("href=\"/es/directory?county=17201&amp;need=A3\"");
    }

    @Test
    void a_need_nobody_helps_with_is_said_together_with_the_nearest_county_that_has_it()
            throws Exception {
        assertThat(page(WINNEBAGO))
                .contains("Nobody in this directory yet")
                .containsPattern(
                        "Child Care</a>\\s*<span class=\"fine\"><span>Nearest:</span> <a"
                                + " href=\"/directory\\?county=\\d{5}&amp;need=L9\">[^<]+, IL, about"
                                + " \\d+ miles away \\(1 service\\)")
                .contains("call a hotline and ask");
    }

    @Test
    void a_county_far_from_the_coalition_has_a_page_that_says_so() throws Exception {
        assertThat(page("/directory/county/06037-los-angeles-county-ca"))
                .contains("This county is not one that Rock River Coalition (demo) works in")
                .contains("tel:+18883737888");
    }

    @ParameterizedTest
    @CsvSource({
        "/directory/county/17201, /directory/county/17201-winnebago-county-il",
        "/es/directory/county/17201-old-name, /es/directory/county/17201-winnebago-county-il",
        "/directory/need/a3, /directory/need/A3-housing",
        "/directory/counties?find=61101, /directory/county/17201-winnebago-county-il",
        "/directory/counties?find=Winnebago, /directory/county/17201-winnebago-county-il",
        "'/es/directory/counties?find=Lee,%20IL', /es/directory/county/17103-lee-county-il"
    })
    void every_way_of_naming_a_county_or_need_leads_to_its_one_page(String from, String to)
            throws Exception {
        mvc.perform(get(URI.create(from))).andExpect(redirectedUrl(to));
    }

    @Test
    void a_name_of_several_counties_asks_which_and_an_unknown_one_says_so() throws Exception {
        assertThat(page("/directory/counties?find=Lee"))
                .contains("Several counties are called")
                .contains("Lee County, FL");
        assertThat(page("/directory/counties?find=zzz")).contains("We do not know a county");
        assertThat(page("/directory/counties?state=IL")).contains("Cook County, IL");
    }

    @Test
    void a_need_page_explains_the_need_in_plain_words_and_counts_by_county() throws Exception {
        assertThat(page("/directory/need/A3-housing"))
                .contains("A safe bed tonight")
                .contains("Emergency Essentials")
                .contains("Survivors know their own lives best")
                .contains("href=\"/directory?need=A3&amp;county=17201\"")
                .contains("Related needs");
        assertThat(page("/es/directory/need/L9-child-care"))
                .contains("Todavía nadie en este directorio")
                .contains("Lo más cercano:");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/es",
                WINNEBAGO,
                "/directory/counties?state=IL",
                "/directory/needs",
                "/directory/need/L9-child-care",
                "/directory/changes.atom",
                WINNEBAGO + "/changes.atom",
                "/embed/search",
                "/help/embed",
                "/sitemap.xml",
                "/sitemap-services-1.xml",
                "/directory/nowhere"
            })
    void pages_do_not_ask_the_database(String address) {
        assertThat(statements.during(() -> read(address))).isEmpty();
    }

    @Test
    void the_page_of_a_record_asks_the_database_at_most_five_times() throws Exception {
        String service = "/directory/services/" + service("Outreach advocacy");
        assertThat(statements.during(() -> read(service))).hasSizeLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/es/help",
                WINNEBAGO,
                "/es/directory/needs",
                "/directory/need/A3-housing",
                "/directory/counties",
                "/directory/changes.atom",
                WINNEBAGO + "/changes.atom",
                "/embed/search",
                "/help/embed",
                "/sitemap.xml",
                "/sitemap-pages.xml",
                "/sitemap-services-1.xml"
            })
    void what_has_not_changed_is_not_sent_again(String address) throws Exception {
        MvcResult first = mvc.perform(get(address)).andExpect(status().isOk()).andReturn();
        String tag = first.getResponse().getHeader(HttpHeaders.ETAG);
        assertThat(tag).startsWith("W/");
        // A minute may end between the two; the second answer must then be whole.
        MvcResult second =
                mvc.perform(get(address).header(HttpHeaders.IF_NONE_MATCH, tag)).andReturn();
        if (first.getResponse().getContentAsString().equals(read(address))) {
            assertThat(second.getResponse().getStatus()).isEqualTo(304);
            assertThat(second.getResponse().getContentAsByteArray()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/, no-cache",
        "/es, no-cache",
        "/directory/counties, no-cache",
        "/directory/needs, no-cache",
        "/directory/need/A3-housing, no-cache",
        "/directory/map, no-cache",
        "/directory/changes.atom, no-cache",
        WINNEBAGO + ", no-cache",
        WINNEBAGO + "/changes.atom, no-cache",
        "/directory, 'no-cache, private'",
        "/directory?q=shelter, 'no-cache, private'",
        "/directory/nowhere, no-store",
        "/help, 'max-age=600, public'",
        "/es/help, 'max-age=600, public'",
        "/help/embed, 'max-age=600, public'",
        "/embed/search, 'max-age=600, public'",
        "/robots.txt, 'max-age=3600, public'",
        "/sitemap.xml, 'max-age=3600, public'",
        "/sitemap-services-1.xml, 'max-age=3600, public'"
    })
    void only_what_shows_nothing_of_a_record_is_shown_again_without_asking(
            String address, String kept) throws Exception {
        mvc.perform(get(address)).andExpect(header().string(HttpHeaders.CACHE_CONTROL, kept));
    }

    @Test
    void a_page_kept_by_a_browser_is_not_called_the_same_once_its_record_is_hidden()
            throws Exception {
        UUID service =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> {
                            UUID id =
                                    commands.addService(
                                            signedInAs
                                                    .person(SignedInAs.MEMBER_OF_LEGAL_AID)
                                                    .organizationId(),
                                            ServiceDraft.named("Quillon doorway")
                                                    .meeting(
                                                            CodeSet.of(List.of("T7")),
                                                            Set.of(ServiceArea.county("17201"))));
                            commands.publishService(id);
                            return id;
                        });
        index.await();
        List<String> showing =
                List.of(
                        "/directory/services/" + service,
                        "/es/directory/services/" + service,
                        "/directory?q=quillon",
                        "/directory/changes.atom");
        var tags = new ArrayList<String>();
        for (String address : showing) {
            MvcResult kept = mvc.perform(get(address)).andExpect(status().isOk()).andReturn();
            assertThat(kept.getResponse().getContentAsString()).contains("Quillon");
            assertThat(kept.getResponse().getHeader(HttpHeaders.CACHE_CONTROL))
                    .as(address)
                    .startsWith("no-cache");
            tags.add(kept.getResponse().getHeader(HttpHeaders.ETAG));
        }
        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> commands.withhold(RecordKind.SERVICE, service, "checked again"));
        index.await();
        for (int i = 0; i < showing.size(); i++) {
            MvcResult again =
                    mvc.perform(get(showing.get(i)).header(HttpHeaders.IF_NONE_MATCH, tags.get(i)))
                            .andReturn();
            assertThat(again.getResponse().getStatus()).as(showing.get(i)).isNotEqualTo(304);
            assertThat(again.getResponse().getContentAsString()).doesNotContain("Quillon");
        }
    }

    @Test
    void a_page_in_one_language_varies_by_nothing_but_the_home_page_by_the_language_preferred()
            throws Exception {
        mvc.perform(get(WINNEBAGO)).andExpect(header().doesNotExist(HttpHeaders.VARY));
        mvc.perform(get("/")).andExpect(header().string(HttpHeaders.VARY, "Accept-Language"));
    }

    @Test
    void pages_name_their_lasting_address_in_both_languages_and_searches_none() throws Exception {
        assertThat(page("/es" + WINNEBAGO))
                .contains("rel=\"canonical\" href=\"http://localhost/es" + WINNEBAGO + "\"")
                .contains("hreflang=\"en\" href=\"http://localhost" + WINNEBAGO + "\"")
                .containsPattern("<meta name=\"description\" content=\"[^\"]{30,}\"");
        mvc.perform(get("/directory?q=shelter"))
                .andExpect(header().string("X-Robots-Tag", "noindex"));
        assertThat(page("/directory?q=shelter")).doesNotContain("rel=\"canonical\"");
    }

    @Test
    void structured_data_says_what_the_page_says() throws Exception {
        JsonNode service = data("/directory/services/" + service("Outreach advocacy"));
        assertThat(service.get("@type").asString()).isEqualTo("Service");
        assertThat(service.get("name").asString()).isEqualTo("Outreach advocacy");
        assertThat(service.toString())
                .contains("\"@type\":\"Organization\"")
                .contains("\"@type\":\"ContactPoint\"")
                .contains("\"telephone\":\"+18155550102\"")
                .contains("\"streetAddress\":\"530 Larkspur Avenue\"")
                .contains("https://schema.org/Monday")
                .contains("\"opens\":\"09:00\"");
    }

    @Test
    void structured_data_of_a_confidential_shelter_has_no_place() throws Exception {
        JsonNode shelter = data("/directory/services/" + service("Confidential shelter"));
        assertThat(shelter.toString())
                .contains("+18005550101")
                .contains("Winnebago County, IL")
                .doesNotContain("PostalAddress")
                .doesNotContain("Rockford")
                .doesNotContain("Geo");
    }

    @Test
    void a_public_agency_gives_a_government_service() throws Exception {
        assertThat(
                        data("/directory/services/" + service("Emergency custody"))
                                .get("@type")
                                .asString())
                .isEqualTo("GovernmentService");
    }

    @Test
    void feeds_are_atom_and_lead_to_public_records() throws Exception {
        Document feed = xml("/directory/changes.atom");
        assertThat(feed.getDocumentElement().getNodeName()).isEqualTo("feed");
        assertThat(feed.getElementsByTagName("entry").getLength()).isPositive();
        for (String href : hrefs(feed, "entry")) {
            mvc.perform(get(href.replace("http://localhost", ""))).andExpect(status().isOk());
        }
        assertThat(page("/es" + WINNEBAGO + "/changes.atom"))
                .contains("xml:lang=\"es\"")
                .contains("http://localhost/es/directory/services/");
        mvc.perform(get("/directory/county/00000/changes.atom")).andExpect(status().isNotFound());
    }

    @Test
    void sitemaps_list_every_public_record_in_both_languages_and_no_other() throws Exception {
        assertThat(page("/sitemap.xml"))
                .contains("http://localhost/sitemap-services-1.xml")
                .contains("http://localhost/sitemap-organizations-1.xml");
        String services = page("/sitemap-services-1.xml");
        long total = directory.searchPublished(SearchRequest.of("")).total();
        assertThat(services.split("<url>", -1)).hasSize((int) (2 * total) + 1);
        assertThat(services)
                .contains("hreflang=\"es\"")
                .contains("/es/directory/services/" + service("Outreach advocacy"))
                .doesNotContain(restricted("Night drivers").toString())
                .doesNotContain(restricted("Sober home for men").toString());
        xml("/sitemap-services-1.xml");
        xml("/sitemap-pages.xml");
        mvc.perform(get("/sitemap-services-2.xml")).andExpect(status().isNotFound());
        mvc.perform(get("/sitemap-persons-1.xml")).andExpect(status().isNotFound());
    }

    @Test
    void robots_are_told_what_to_read_or_to_stay_away() throws Exception {
        assertThat(page("/robots.txt"))
                .contains("Disallow: /directory?")
                .contains("Sitemap: http://localhost/sitemap.xml");
        assertThat(SitemapController.robots("https://help.example.org", false))
                .isEqualTo("User-agent: *\nDisallow: /\n");
        var answer = new MockHttpServletResponse();
        new RobotsFilter(false)
                .doFilter(new MockHttpServletRequest("GET", "/"), answer, new MockFilterChain());
        assertThat(answer.getHeader("X-Robots-Tag")).isEqualTo("noindex, nofollow");
    }

    @Test
    void only_named_sites_may_frame_the_search_field_and_nothing_else() throws Exception {
        for (String address : List.of("/embed/search", "/es/embed/search?county=17201")) {
            MvcResult field = mvc.perform(get(address)).andExpect(status().isOk()).andReturn();
            assertThat(field.getResponse().getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .endsWith("frame-ancestors https://partner.example.org")
                    .doesNotContain("unsafe");
            assertThat(field.getResponse().getHeader("X-Frame-Options")).isNull();
            assertThat(field.getResponse().getHeader("X-Robots-Tag")).isEqualTo("noindex");
            assertThat(field.getResponse().getContentAsString())
                    .contains("target=\"_top\"")
                    .contains("tel:+18883737888")
                    .doesNotContain("<script");
            assertThat(field.getRequest().getSession(false)).isNull();
        }
        mvc.perform(get("/directory")).andExpect(header().string("X-Frame-Options", "DENY"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "https://*.example.org",
                "http://partner.example.org",
                "https://partner.example.org/path",
                "'self'",
                "https://a.example.org; script-src *"
            })
    void a_setting_that_would_allow_more_than_one_site_stops_the_start(String origin) {
        assertThatThrownBy(() -> new EmbedOrigins(List.of(origin)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("atlas.embed.origins");
    }

    @Test
    void coordinators_find_lines_to_copy() throws Exception {
        assertThat(page("/help/embed"))
                .contains("&lt;iframe src=&quot;http://localhost/embed/search&quot;")
                .contains("?county=17201");
    }

    @Test
    void an_address_that_leads_nowhere_offers_what_its_words_may_have_meant() throws Exception {
        assertThat(missing("/directory/winnebago-housing"))
                .contains("href=\"" + WINNEBAGO + "\"")
                .contains("href=\"/directory/need/A3-housing\"")
                .contains("href=\"/directory?q=winnebago+housing\"")
                .contains("What may have happened");
        assertThat(missing("/es/directory/%3Cscript%3Ealert(1)"))
                .contains("Qué puede haber pasado")
                .doesNotContain("<script>alert");
    }

    @Test
    void of_a_record_taken_out_no_more_is_said_than_that_it_was() throws Exception {
        UUID organization =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> {
                            UUID id =
                                    commands.addOrganization(
                                            OrganizationDraft.named("Quenby Lantern", "other"));
                            commands.addService(
                                    id,
                                    ServiceDraft.named("Lantern beds")
                                            .meeting(
                                                    CodeSet.of(List.of("A3")),
                                                    Set.of(ServiceArea.county("17201"))));
                            return id;
                        });
        String address = "/directory/organizations/" + organization;
        index.await();
        String never = missing(address);

        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    commands.publishOrganization(organization);
                    commands.withhold(RecordKind.ORGANIZATION, organization, "checked again");
                });
        index.await();
        assertThat(missing(address)).isEqualTo(never);

        signedInAs.run(
                SignedInAs.COORDINATOR,
                () -> {
                    commands.publishOrganization(organization);
                    commands.archiveOrganization(organization);
                });
        index.await();
        for (String language : List.of("", "/es")) {
            MvcResult gone =
                    mvc.perform(get(language + address)).andExpect(status().isGone()).andReturn();
            assertThat(gone.getResponse().getContentAsString(StandardCharsets.UTF_8))
                    .contains("tel:+18883737888")
                    .doesNotContain("Quenby")
                    .doesNotContain("rel=\"canonical\"");
            assertThat(gone.getResponse().getHeader(HttpHeaders.CACHE_CONTROL))
                    .isEqualTo("no-store");
        }
    }

    private JsonNode data(String address) throws Exception {
        Matcher block = DATA_BLOCK.matcher(page(address));
        assertThat(block.find()).isTrue();
        assertThat(block.group(1)).doesNotContain("<").doesNotContain("&");
        return JsonMapper.builder().build().readTree(block.group(1));
    }

    private Document xml(String address) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(page(address).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> hrefs(Document feed, String below) {
        var hrefs = new ArrayList<String>();
        var links = feed.getElementsByTagName("link");
        for (int i = 0; i < links.getLength(); i++) {
            if (links.item(i).getParentNode().getNodeName().equals(below)) {
                hrefs.add(links.item(i).getAttributes().getNamedItem("href").getNodeValue());
            }
        }
        return hrefs;
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(URI.create(address)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String missing(String address) throws Exception {
        return mvc.perform(get(URI.create(address)))
                .andExpect(status().isNotFound())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private String read(String address) {
        try {
            return mvc.perform(get(URI.create(address)))
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID service(String name) {
        return directory.searchPublished(SearchRequest.of(name)).hits().stream()
                .map(hit -> hit.service())
                .filter(view -> view.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private UUID restricted(String name) {
        return signedInAs.call(
                SignedInAs.ADMINISTRATOR,
                () ->
                        directory.search(SearchRequest.of(name)).hits().stream()
                                .map(hit -> hit.service())
                                .filter(view -> view.name().equals(name))
                                .findFirst()
                                .orElseThrow()
                                .id());
    }
}
