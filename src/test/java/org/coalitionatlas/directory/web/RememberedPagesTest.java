package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.Proposer;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.SearchAid;
import org.coalitionatlas.directory.Searched;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.UnsafeReason;
import org.coalitionatlas.directory.UnsafeReports;
import org.coalitionatlas.directory.WhyFound;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** A search page sent a second time is the same page, counts the same, and shows nothing old. */
@DemoTest
@RecordApplicationEvents
class RememberedPagesTest {

    @Autowired private MockMvc mvc;
    @Autowired private IndexCaughtUp index;
    @Autowired private SignedInAs signedInAs;
    @Autowired private DirectoryCommands commands;
    @Autowired private UnsafeReports reports;
    @Autowired private ApplicationEvents events;

    private String word = "";
    private UUID service = new UUID(0, 0);

    @BeforeEach
    void aServiceOfItsOwn() {
        word = "remembered" + UUID.randomUUID().toString().replaceAll("[^a-f]", "");
        service =
                signedInAs.call(
                        SignedInAs.COORDINATOR,
                        () -> {
                            UUID id =
                                    commands.addService(
                                            signedInAs
                                                    .person(SignedInAs.MEMBER_OF_LEGAL_AID)
                                                    .organizationId(),
                                            ServiceDraft.named("Clinic " + word)
                                                    .meeting(
                                                            CodeSet.of(List.of("T7")),
                                                            Set.of(ServiceArea.county("17201"))));
                            commands.publishService(id);
                            return id;
                        });
        index.await();
    }

    @Test
    void the_second_answer_is_the_first_one_again_and_is_counted_like_it() throws Exception {
        MvcResult first = ask("/directory?need=T7&q=" + word);
        MvcResult second = ask("/directory?need=T7&q=" + word);
        assertThat(body(second)).isEqualTo(body(first)).contains(service.toString());
        for (String header :
                List.of(
                        HttpHeaders.ETAG,
                        HttpHeaders.CACHE_CONTROL,
                        HttpHeaders.CONTENT_TYPE,
                        HttpHeaders.VARY,
                        "Content-Security-Policy")) {
            assertThat(second.getResponse().getHeaders(header))
                    .as(header)
                    .isNotEmpty()
                    .isEqualTo(first.getResponse().getHeaders(header));
        }
        assertThat(second.getResponse().getCookies()).isEmpty();
        assertThat(events.stream(Searched.class))
                .containsExactly(
                        new Searched(Set.of("T7"), null, true),
                        new Searched(Set.of("T7"), null, true));
        assertThat(
                        mvc.perform(
                                        get("/directory?need=T7&q=" + word)
                                                .header(
                                                        HttpHeaders.IF_NONE_MATCH,
                                                        first.getResponse()
                                                                .getHeader(HttpHeaders.ETAG)))
                                .andReturn()
                                .getResponse()
                                .getStatus())
                .isEqualTo(304);
    }

    @Test
    void language_page_sheet_and_host_each_make_another_page() throws Exception {
        assertThat(body(ask("/directory?q=" + word))).contains("lang=\"en\"");
        assertThat(body(ask("/es/directory?q=" + word))).contains("lang=\"es\"");
        assertThat(body(ask("/directory?q=" + word + "&sheet=" + service)))
                .contains("/directory/call-sheet?ids=");
        assertThat(body(ask("/directory?q=" + word))).doesNotContain("call-sheet?ids=");
        assertThat(
                        body(
                                mvc.perform(
                                                get("/directory")
                                                        .header(HttpHeaders.HOST, "one.example"))
                                        .andReturn()))
                .isNotEmpty();
        assertThat(body(ask("/directory"))).contains("rel=\"canonical\" href=\"http://localhost/");
    }

    @Test
    void who_takes_gzip_gets_the_same_page_compressed() throws Exception {
        String plain = body(ask("/directory?q=" + word));
        MvcResult compressed =
                mvc.perform(
                                get("/directory?q=" + word)
                                        .header(HttpHeaders.ACCEPT_ENCODING, "br, gzip;q=0.8"))
                        .andReturn();
        assertThat(compressed.getResponse().getHeader(HttpHeaders.CONTENT_ENCODING))
                .isEqualTo("gzip");
        byte[] sent = compressed.getResponse().getContentAsByteArray();
        try (var in = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(plain);
        }
        var refusing = new MockHttpServletRequest();
        refusing.addHeader(HttpHeaders.ACCEPT_ENCODING, "gzip;q=0, identity");
        assertThat(EtagFilter.takesGzip(refusing)).isFalse();
        assertThat(EtagFilter.takesGzip(new MockHttpServletRequest())).isFalse();
    }

    @Test
    void what_is_reported_as_unsafe_is_gone_from_the_page_that_showed_it() throws Exception {
        String address = "/directory?q=" + word;
        assertThat(body(ask(address))).contains(service.toString());
        assertThat(body(ask(address))).contains(service.toString());
        assertThat(
                        reports.report(
                                RecordKind.SERVICE,
                                service,
                                UnsafeReason.PLACE,
                                "It shows a place",
                                new Proposer(null, "A reader", null, Locale.ENGLISH)))
                .isEqualTo(UnsafeReports.Outcome.HIDDEN);
        index.await();
        assertThat(body(ask(address))).doesNotContain(service.toString(), "Clinic");
    }

    @Test
    void what_is_hidden_while_a_page_is_made_is_not_kept_with_it(
            @Autowired RememberedPages remembered) {
        var request = new MockHttpServletRequest("GET", "/directory");
        var key = new RememberedPages.Key("en", "http://localhost", "/directory", "q=" + word);
        assertThat(remembered.find(request, key)).isNull();
        signedInAs.run(SignedInAs.COORDINATOR, () -> commands.archiveService(service));
        index.await();
        assertThat(remembered.keep(request, "made before".getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
        assertThat(remembered.find(new MockHttpServletRequest("GET", "/directory"), key)).isNull();
    }

    @Test
    void a_flood_of_one_remembered_search_is_stopped_like_any_other(
            @Autowired RememberedPages remembered,
            @Autowired DirectorySearch directory,
            @Autowired SearchAid aid,
            @Autowired WhyFound whyFound,
            @Autowired CoalitionProfile coalition,
            @Autowired Pages pages,
            @Autowired ServiceTexts texts,
            @Autowired SearchFilters filters,
            @Autowired Taxonomy taxonomy,
            @Autowired Geography geography,
            @Autowired ThymeleafViewResolver views)
            throws Exception {
        var strict =
                new SearchController(
                        directory,
                        aid,
                        whyFound,
                        coalition,
                        pages,
                        texts,
                        filters,
                        new SearchThrottle(new PublishedProperties(3, true, 0)),
                        remembered,
                        taxonomy,
                        geography);
        MockMvc limited =
                MockMvcBuilders.standaloneSetup(strict)
                        .setViewResolvers(views::resolveViewName)
                        .addFilters(new EtagFilter(() -> remembered))
                        .build();
        String address = "/directory?q=" + word;
        for (int i = 0; i < 3; i++) {
            assertThat(body(limited.perform(get(address)).andReturn()))
                    .contains(service.toString());
        }
        var fourth = new MockHttpServletRequest("GET", "/directory");
        assertThat(
                        remembered.find(
                                fourth,
                                new RememberedPages.Key(
                                        "en", "http://localhost", "/directory", "q=" + word)))
                .as("the page is remembered")
                .isNotNull();
        MvcResult stopped = limited.perform(get(address)).andReturn();
        assertThat(stopped.getResponse().getStatus()).isEqualTo(429);
        assertThat(stopped.getResponse().getHeader(HttpHeaders.RETRY_AFTER)).isNotNull();
        assertThat(stopped.getResponse().getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
        assertThat(body(stopped)).doesNotContain(service.toString());
        assertThat(events.stream(Searched.class)).hasSize(3);
    }

    private MvcResult ask(String address) throws Exception {
        MvcResult result = mvc.perform(get(address)).andReturn();
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(200);
        return result;
    }

    private static String body(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
