package org.coalitionatlas.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.IndexCaughtUp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a caseworker types and what must come first. Each row: the words, then the services of which
 * one must be the first hit ({@code |} between alternatives; organization, slash, service).
 */
@DemoTest
class RelevanceTest {

    @Autowired DirectorySearch search;
    @Autowired IndexCaughtUp index;

    @BeforeEach
    void caughtUp() {
        index.await();
    }

    @ParameterizedTest(name = "\"{0}\" finds {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "safe harbor; Safe Harbor/*",
                "saf harbor; Safe Harbor/*",
                "confidential shelter; Safe Harbor/Confidential shelter",
                "shelter men; City Mission/Night shelter for men",
                "shelter for women; Magnolia House for Women/Night shelter for women",
                "shelter women dekalb; Magnolia House for Women/Night shelter for women|Sycamore Tree Domestic Violence Services/Emergency shelter",
                "youth beds; Youth Bridge/Emergency beds",
                "shelter teen; Youth Bridge/Emergency beds",
                "runaway youth; Youth Bridge/*",
                "housing minor spanish; Youth Bridge/*|Homestead Transitional Housing/*",
                "vivienda menores español; Youth Bridge/*|Homestead Transitional Housing/*",
                "refugio mujeres; Safe Harbor/Confidential shelter|Magnolia House for Women/Night shelter for women|Sycamore Tree Domestic Violence Services/Emergency shelter",
                "abogado visa; Puentes Immigrant Alliance/T and U visa help",
                "u visa; Puentes Immigrant Alliance/T and U visa help",
                "imigration visa lawyer; Puentes Immigrant Alliance/T and U visa help",
                "legal aid; Blackhawk Hills Legal Aid/*",
                "guardianship; Blackhawk Hills Legal Aid/Guardianship for relatives",
                "rape crisis; Willow Path Sexual Assault Center/*",
                "dv; Safe Harbor/*|Sycamore Tree Domestic Violence Services/*|Castle Bluff Domestic Violence Outreach/*|Prairie Rivers Sheriff's Department/Domestic violence unit",
                "detox; Second Shore Recovery/Medical detox",
                "rehab women; Second Shore Recovery/Women's residence",
                "dentist; Bright Mile Dental Van/Mobile dental care",
                "dental care rockford; Bright Mile Dental Van/*|Riverbend Community Health/Primary care and dental",
                "therapy; Stillwater Counseling/*",
                "counselling dekalb; Northern Fields Counseling/Counseling|Sycamore Tree Domestic Violence Services/Counseling",
                "ged; Bell Tower Adult Learning Center/GED classes|Prairie Path Adult Education/GED and English classes",
                "english classes; Bell Tower Adult Learning Center/English classes|Prairie Path Adult Education/GED and English classes|Puentes Immigrant Alliance/English evenings",
                "food pantry ogle; Hub Pantry & Clothing Closet/Pantry and closet",
                "clothes 61101; Grace Street Fellowship Network/Pantry and clothing room|Youth Bridge/Drop-in|Harvest Table Kitchen/*|City Mission/*",
                "child care; Little Sparrows Child Care Network/Child care",
                "guardería; Little Sparrows Child Care Network/Child care",
                "wage claim; Rock River Worker Center/Wage claims and workplace rights",
                "task force; Rock River Anti-Trafficking Task Force/*",
                "victim witness; Rock River State's Attorney, Victim-Witness Office/Victim-witness help",
                "food stamps; Rock River Public Benefits Office/*|Puentes Immigrant Alliance/Benefits for newcomers",
                "k'iche'; Puentes Immigrant Alliance/*|Rock River Worker Center/*",
                "8155550100; Rock River Survivor Advocates/*",
                "lgbtq teens; Prism Commons/Peer groups|Youth Bridge/*|Northern Fields Counseling/Peer groups",
                "lgbtq group; Prism Commons/Peer groups|Northern Fields Counseling/Peer groups",
                "lgbtq shelter; Safe Harbor/Confidential shelter|Youth Bridge/Emergency beds|Sycamore Tree Domestic Violence Services/Emergency shelter",
                "t visa; Puentes Immigrant Alliance/T and U visa help",
                "asylum; Puentes Immigrant Alliance/T and U visa help",
                "op; Safe Harbor/Court advocacy|Blackhawk Hills Legal Aid/Family and civil law|Corn Belt Law Clinic/Cases for survivors",
                "order of protection dekalb; Corn Belt Law Clinic/*",
                "orden de protección; Safe Harbor/Court advocacy|Blackhawk Hills Legal Aid/Family and civil law|Corn Belt Law Clinic/Cases for survivors",
                "asl interpreter; Signal Deaf Advocacy/*|Many Voices Interpreting/*",
                "emergency asl; Signal Deaf Advocacy/Emergency ASL",
                "interpreter arabic; Many Voices Interpreting/*|LinguaBridge Illinois/Interpreter by phone or video",
                "intérprete somalí; LinguaBridge Illinois/Interpreter by phone or video",
                "rape kit; Northgate Memorial Hospital/*|Willow Path Sexual Assault Center/Medical advocacy",
                "sane exam; Northgate Memorial Hospital/*|Willow Path Sexual Assault Center/Medical advocacy",
                "comida 61101; Grace Street Fellowship Network/*|City Mission/Dining room|Youth Bridge/Drop-in|Harvest Table Kitchen/*",
                "refugio para hombres; City Mission/Night shelter for men",
                "shelter near 61101 open now; Safe Harbor/Confidential shelter|Youth Bridge/Emergency beds|City Mission/Night shelter for men",
                "case manager sycamore; Prairie Light Survivor Services/*|Sycamore Tree Domestic Violence Services/*",
                "rrattf; Rock River Anti-Trafficking Task Force/*",
                "puentes; Puentes Immigrant Alliance/*",
                "willow path; Willow Path Sexual Assault Center/*",
                "prism; Prism Commons/*",
                "northgate emergancy; Northgate Memorial Hospital/Emergency department",
                "conseling; Stillwater Counseling/*|Sycamore Tree Domestic Violence Services/Counseling|Northern Fields Counseling/Counseling|Willow Path Sexual Assault Center/Trauma counseling|Safe Harbor/Children's counseling",
                "birth certificate; Belvidere Neighbors Center/Forms and ID desk|Rock River Survivor Advocates/Papers and first-month basics|Many Voices Interpreting/Certified translations|Prairie Light Survivor Services/Papers and household start",
                "acta de nacimiento; Belvidere Neighbors Center/Forms and ID desk|Rock River Survivor Advocates/Papers and first-month basics|Many Voices Interpreting/Certified translations|Prairie Light Survivor Services/Papers and household start",
                "clear record; Blackhawk Hills Legal Aid/Clearing criminal records|Corn Belt Law Clinic/Cases for survivors",
                "vacatur; Blackhawk Hills Legal Aid/Clearing criminal records|Corn Belt Law Clinic/Cases for survivors",
                "motel ogle; Castle Bluff Domestic Violence Outreach/Motel nights",
                "support group stephenson; Yellow Barn Women's Resource Center/Thursday group",
                "clases de inglés belvidere; Casa Abierta Belvidere/Inglés para todos",
                "budget; Field & Main Financial Coaching/Money coaching",
                "foster care; Northern Region Child Protection Office/*",
                "trabajo; Rock River Works Career Center/*|Rock River Worker Center/*",
                "veterans shelter; City Mission/Night shelter for men",
                "pregnant 61103; Riverbend Community Health/Pregnancy care",
                "suboxone; Second Shore Recovery/*",
                "crime victim compensation; Rock River State's Attorney, Victim-Witness Office/Crime victim compensation",
                "rides; Rock River Rides/*|Grace Street Fellowship Network/Volunteer drivers",
            })
    void the_first_hit_is_what_was_meant(String words, String expected) {
        SearchResult result = search.searchPublished(SearchRequest.of(words));

        List<String> found =
                result.hits().stream()
                        .map(h -> h.service().organization().name() + "/" + h.service().name())
                        .toList();
        assertThat(found).as("hits for \"%s\"", words).isNotEmpty();
        assertThat(List.of(expected.split("\\|")))
                .as("hits for \"%s\": %s", words, found)
                .anyMatch(wanted -> matches(wanted, found.getFirst()));
    }

    private static boolean matches(String wanted, String found) {
        return wanted.endsWith("/*")
                ? found.startsWith(wanted.substring(0, wanted.length() - 1))
                : found.equals(wanted);
    }
}
