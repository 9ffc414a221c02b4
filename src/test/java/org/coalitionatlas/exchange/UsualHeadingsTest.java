package org.coalitionatlas.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.coalitionatlas.exchange.ImportField.*;
import static org.coalitionatlas.exchange.RecordKind.LOCATION;
import static org.coalitionatlas.exchange.RecordKind.ORGANIZATION;
import static org.coalitionatlas.exchange.RecordKind.SERVICE;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Spreadsheets as helplines and offices keep them are understood by their first row. */
class UsualHeadingsTest {

    private final UsualHeadings headings = new UsualHeadings();

    @Test
    void a_plain_list_needs_no_choosing() {
        assertThat(
                        headings.proposed(
                                ORGANIZATION,
                                List.of(
                                        "ID",
                                        "Agency",
                                        "Phone",
                                        "Toll-Free",
                                        "Address",
                                        "City",
                                        "State",
                                        "ZIP",
                                        "Email",
                                        "Website",
                                        "Contact person")))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "ID", ID,
                                "Agency", NAME,
                                "Phone", PHONE,
                                "Toll-Free", TOLL_FREE,
                                "Address", LINE1,
                                "City", CITY,
                                "State", STATE,
                                "ZIP", ZIP,
                                "Email", EMAIL,
                                "Website", URL));
    }

    @Test
    void case_accents_spaces_and_punctuation_do_not_count() {
        for (String heading : List.of("telefono", "TELÉFONO:", "Teléfono ", "Núm. de teléfono")) {
            assertThat(headings.proposed(SERVICE, List.of(heading))).containsEntry(heading, PHONE);
        }
        for (String heading : List.of("ZIP Code", "zip_code", "ZipCode", "Zip/Postal Code")) {
            assertThat(headings.proposed(LOCATION, List.of(heading))).containsEntry(heading, ZIP);
        }
        assertThat(headings.proposed(ORGANIZATION, List.of("E-Mail")))
                .containsEntry("E-Mail", EMAIL);
    }

    @Test
    void a_spanish_list_is_understood_too() {
        assertThat(
                        headings.proposed(
                                SERVICE,
                                List.of(
                                        "Clave",
                                        "ID de la organización",
                                        "Nombre del servicio",
                                        "Descripción",
                                        "Horario de atención",
                                        "Idiomas",
                                        "Correo electrónico",
                                        "Sitio web",
                                        "Requisitos",
                                        "Costo",
                                        "Condados que atiende")))
                .containsValues(
                        ID,
                        ORGANIZATION_ID,
                        NAME,
                        DESCRIPTION,
                        HOURS,
                        LANGUAGES,
                        EMAIL,
                        URL,
                        ELIGIBILITY_NOTE,
                        FEES,
                        AREA_COUNTIES)
                .hasSize(11);
        assertThat(
                        headings.proposed(
                                LOCATION,
                                List.of("Dirección", "Ciudad", "Código postal", "Condado")))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "Dirección", LINE1,
                                "Ciudad", CITY,
                                "Código postal", ZIP,
                                "Condado", COUNTY));
    }

    @Test
    void the_heads_of_a_helplines_export_are_understood() {
        List<String> agency =
                List.of(
                        "ResourceAgencyNum",
                        "PublicName",
                        "AlternateName",
                        "AgencyStatus",
                        "AgencyDescription",
                        "MailingAddress1",
                        "MailingCity",
                        "PhysicalAddress1",
                        "PhysicalAddress2",
                        "PhysicalCity",
                        "PhysicalStateProvince",
                        "PhysicalPostalCode",
                        "Phone1Number",
                        "Phone2Number",
                        "PhoneFax",
                        "PhoneTTY",
                        "PhoneTollFree",
                        "PhoneNumberHotline",
                        "EmailAddressMain",
                        "WebsiteAddress",
                        "InternalNotes");
        assertThat(headings.proposed(ORGANIZATION, agency).values())
                .containsExactly(
                        ID,
                        NAME,
                        ALTERNATE_NAME,
                        STATUS,
                        DESCRIPTION,
                        LINE1,
                        LINE2,
                        CITY,
                        STATE,
                        ZIP,
                        PHONE,
                        PHONE,
                        FAX,
                        TTY,
                        TOLL_FREE,
                        HOTLINE,
                        EMAIL,
                        URL);
        List<String> program =
                List.of(
                        "Program ID",
                        "Agency ID",
                        "Site ID",
                        "Program Name",
                        "Hours of Operation",
                        "Eligibility",
                        "Languages Offered",
                        "Coverage Area",
                        "Intake Procedure",
                        "Fee Structure",
                        "Minimum Age",
                        "Target Population");
        assertThat(headings.proposed(SERVICE, program).values())
                .containsExactly(
                        ID,
                        ORGANIZATION_ID,
                        LOCATION_ID,
                        NAME,
                        HOURS,
                        ELIGIBILITY_NOTE,
                        LANGUAGES,
                        AREA_COUNTIES,
                        APPLICATION,
                        FEES,
                        MIN_AGE,
                        POPULATIONS);
        List<String> site =
                List.of(
                        "Site ID",
                        "Agency ID",
                        "Site Name",
                        "Physical Address",
                        "County",
                        "Latitude",
                        "Longitude",
                        "Disabilities Access",
                        "Business Hours");
        assertThat(headings.proposed(LOCATION, site).values())
                .containsExactly(
                        ID,
                        ORGANIZATION_ID,
                        NAME,
                        ADDRESS,
                        COUNTY,
                        LATITUDE,
                        LONGITUDE,
                        ACCESSIBILITY,
                        HOURS);
    }

    @Test
    void the_same_word_means_what_the_rows_are_about() {
        assertThat(headings.proposed(LOCATION, List.of("County"))).containsValue(COUNTY);
        assertThat(headings.proposed(SERVICE, List.of("County"))).containsValue(AREA_COUNTIES);
        assertThat(headings.proposed(ORGANIZATION, List.of("County"))).isEmpty();
        assertThat(headings.proposed(ORGANIZATION, List.of("Agency ID"))).containsValue(ID);
        assertThat(headings.proposed(SERVICE, List.of("Agency ID"))).containsValue(ORGANIZATION_ID);
    }

    @Test
    void a_field_with_one_value_is_proposed_once_and_phones_as_often_as_there_are() {
        assertThat(headings.proposed(ORGANIZATION, List.of("Name", "Agency name")))
                .containsOnlyKeys("Name");
        assertThat(headings.proposed(ORGANIZATION, List.of("Phone 1", "Phone 2")).values())
                .containsExactly(PHONE, PHONE);
    }

    @Test
    void an_address_in_one_cell_stays_whole_where_nothing_else_speaks_of_the_place() {
        assertThat(headings.proposed(LOCATION, List.of("Address"))).containsValue(ADDRESS);
        assertThat(headings.proposed(LOCATION, List.of("Address", "Street", "City")))
                .containsOnlyKeys("Street", "City");
    }
}
