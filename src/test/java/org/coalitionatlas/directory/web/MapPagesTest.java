package org.coalitionatlas.directory.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.coalitionatlas.SqlStatements;
import org.coalitionatlas.directory.DirectoryMap.Places;
import org.coalitionatlas.directory.web.CountyMaps.MapText;
import org.coalitionatlas.geography.Geography;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

@DemoTest
class MapPagesTest {

    @Autowired private MockMvc mvc;
    @Autowired private IndexCaughtUp index;
    @Autowired private SqlStatements statements;
    @Autowired private CountyMaps maps;
    @Autowired private Geography geography;
    @Autowired private MessageSource messages;
    @Autowired private Pages pages;
    @Autowired private ThymeleafViewResolver views;
    @Autowired private LocaleResolver locales;

    @BeforeEach
    void everythingIsIndexed() {
        index.await();
    }

    @Test
    void the_list_says_everything_the_map_says() throws Exception {
        for (String address :
                List.of("/directory/map", "/directory/map?county=17201", "/es/directory/map")) {
            Document page = page(address, 200);
            List<String> pins = page.select("svg .pin").eachText();
            assertThat(pins).as(address).isNotEmpty();
            assertThat(page.select(".map-list .number").eachText()).isEqualTo(pins);
            assertThat(page.select("svg .pin").eachAttr("href"))
                    .allMatch(href -> page.selectFirst(href) != null);
            assertThat(page.select(".map-list .number").eachAttr("href"))
                    .allMatch(href -> page.selectFirst("svg " + href) != null);
        }
    }

    @Test
    void counties_are_told_in_figures_and_nothing_finer() throws Exception {
        Document page = page("/directory/map", 200);
        int unpinned = 0;
        for (var row : page.select(".map-figures tbody tr")) {
            List<String> cells = row.select("td").eachText();
            int places = Integer.parseInt(cells.get(0));
            assertThat(Integer.parseInt(cells.get(1)) + Integer.parseInt(cells.get(2)))
                    .isEqualTo(places);
            unpinned += Integer.parseInt(cells.get(2));
        }
        assertThat(unpinned).isPositive();
        for (String secret :
                List.of("48 Wrenfield Court", "6 Oxbow Hollow Road", "214 Juniper Mill Street")) {
            assertThat(page.html()).doesNotContain(secret);
        }
    }

    @Test
    void the_map_stands_alone() throws Exception {
        assertThat(statements.during(() -> quietly("/directory/map?county=17201")))
                .hasSizeLessThanOrEqualTo(5);
        Document page = page("/directory/map?county=17201", 200);
        String svg = page.select("svg.atlas-map").outerHtml();
        assertThat(svg).doesNotContain("<image", "style=", "url(");
        assertThat(page.select("script").eachAttr("src"))
                .allMatch(source -> source.startsWith("/assets/"));
        assertThat(page.select("nav.zooms a").eachAttr("href")).contains("/directory/map");
    }

    @Test
    void a_county_that_is_not_known_or_not_valid_any_more_has_no_map() throws Exception {
        page("/directory/map?county=99999", 404);
        page("/directory/map?county=09001", 404);
    }

    @Test
    void what_a_map_has_no_room_for_is_told_with_the_way_to_the_list() {
        MapText english = withoutRoomFor(1234, Locale.ENGLISH, "");
        assertThat(english.more()).contains("1,234 more services have a place here", "400");
        assertThat(english.list()).isEqualTo("/directory?county=17201");
        assertThat(withoutRoomFor(1, Locale.ENGLISH, "").more())
                .startsWith("1 more service has a place here and is neither");
        MapText spanish = withoutRoomFor(12, Locale.of("es"), "/es");
        assertThat(spanish.more()).startsWith("Otros 12 servicios tienen un lugar aquí");
        assertThat(spanish.list()).isEqualTo("/es/directory?county=17201");
        assertThat(withoutRoomFor(0, Locale.ENGLISH, "").more()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "en, '', '1,234 more services have a place here'",
        "es, /es, 'Otros 1,234 servicios'"
    })
    void the_page_says_what_its_map_has_no_room_for(String language, String base, String words)
            throws Exception {
        Locale locale = Locale.of(language);
        var request = new MockHttpServletRequest("GET", base + "/directory/map");
        var answer = new MockHttpServletResponse();
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        LocaleContextHolder.setLocale(locale);
        try {
            var model = new ExtendedModelMap();
            Page page = pages.open(request, answer, model);
            model.addAttribute("area", "Winnebago County, IL");
            model.addAttribute("map", withoutRoomFor(1234, locale, base));
            View view = views.resolveViewName("published/mappage", locale);
            assertThat(view).isNotNull();
            request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
            view.render(model, request, answer);
            assertThat(page.lang()).isEqualTo(language);
        } finally {
            LocaleContextHolder.resetLocaleContext();
            RequestContextHolder.resetRequestAttributes();
        }
        Document page = Jsoup.parse(answer.getContentAsString(StandardCharsets.UTF_8));
        assertThat(page.select(".map-more").text()).contains(words, "400");
        assertThat(page.select(".map-more a").attr("href"))
                .isEqualTo(base + "/directory?county=17201");
    }

    @ParameterizedTest
    @CsvSource({
        "'/directory/map?county=17201', that serve Winnebago County",
        "/directory/map, that serve these counties",
        "/directory/county/17201-winnebago-county-il, that serve Winnebago County",
        "'/es/directory/map?county=17201', que atienden Winnebago County",
        "/es/directory/map, que atienden estos condados"
    })
    void a_map_says_that_it_goes_by_place_and_the_list_by_who_is_served(
            String address, String words) throws Exception {
        assertThat(page(address, 200).select(".map-stands").text()).contains(words);
    }

    private MapText withoutRoomFor(long services, Locale locale, String base) {
        return maps.text(
                new Places(List.of(), List.of(), services),
                List.of(geography.county("17201").orElseThrow()),
                new Page(
                        locale.getLanguage(),
                        base,
                        "/",
                        "/",
                        "https://directory.example.org",
                        "/directory/map",
                        "/es/directory/map",
                        true,
                        "Coalition",
                        List.of(),
                        List.of()),
                new Words(messages, locale));
    }

    private void quietly(String address) {
        try {
            page(address, 200);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Document page(String address, int status) throws Exception {
        MvcResult result = mvc.perform(get(URI.create(address))).andReturn();
        assertThat(result.getResponse().getStatus()).as(address).isEqualTo(status);
        return Jsoup.parse(result.getResponse().getContentAsString(StandardCharsets.UTF_8));
    }
}
