package org.coalitionatlas.directory.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.DemoTest;
import org.coalitionatlas.SignedInAs;
import org.coalitionatlas.common.Phone;
import org.coalitionatlas.common.WeeklyHours;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.DirectoryCommands;
import org.coalitionatlas.directory.OpeningHours;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.PhoneLine;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.ServiceArea;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.SpecialHours;
import org.coalitionatlas.directory.SpecialHours.DateException;
import org.coalitionatlas.directory.SpecialHours.Season;
import org.coalitionatlas.directory.SpecialHours.Times;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithUserDetails;
import tools.jackson.databind.node.ObjectNode;

/** The hours of a service in its form. */
@DemoTest
@WithUserDetails(userDetailsServiceBeanName = "people", value = SignedInAs.COORDINATOR)
class HoursFieldTest extends SpringBrowserlessTest {

    private static final WeeklyHours OFFICE = WeeklyHours.parse("540-1020,1980-2460");
    private static final LocalTime NINE = LocalTime.of(9, 0);

    @Autowired private DirectoryCommands commands;

    private UUID service;

    @Test
    void everythingSaidOfHoursSurvivesTheForm() {
        var everything =
                OpeningHours.of(OFFICE, true, "Ring twice")
                        .with(
                                new SpecialHours(
                                        true,
                                        List.of(
                                                new Season(
                                                        MonthDay.of(11, 1),
                                                        MonthDay.of(3, 31),
                                                        WeeklyHours.ALWAYS),
                                                new Season(
                                                        MonthDay.of(7, 1),
                                                        MonthDay.of(7, 31),
                                                        WeeklyHours.NEVER)),
                                        List.of(
                                                new DateException(
                                                        LocalDate.of(2031, 12, 24),
                                                        LocalDate.of(2031, 12, 31),
                                                        List.of(),
                                                        "Moving"),
                                                new DateException(
                                                        LocalDate.of(2032, 2, 2),
                                                        LocalDate.of(2032, 2, 2),
                                                        List.of(
                                                                new Times(NINE, LocalTime.NOON),
                                                                new Times(
                                                                        LocalTime.of(13, 0),
                                                                        LocalTime.of(2, 0))),
                                                        null)),
                                        PhoneLine.of(
                                                Phone.parse("815 555 0155"),
                                                PhoneType.HOTLINE,
                                                "Ask for Lee",
                                                Audience.COORDINATORS)));
        edit(everything);
        test($(TextField.class).withLabel("Name").first()).setValue("Renamed");
        click("Save");
        assertThat(saved()).isEqualTo(everything);
        String sheet = DirectoryViewTest.text($(ServiceSheet.class).single());
        assertThat(sheet)
                .contains("After hours call", "(815) 555-0155", "Ask for Lee")
                .contains("November 1 to March 31: Open 24 hours, 7 days")
                .contains("July 1 to July 31: closed")
                .contains("(Moving): closed")
                .contains("Closed on federal holidays. Next: ");
    }

    @Test
    void twoTimesOfADayMayTouchButNotOverlap() {
        edit(OpeningHours.of(OFFICE, false, null));
        icon("Add hours on Monday");
        TimePicker opens = times("Monday opens").getLast();
        TimePicker closes = times("Monday closes").getLast();
        click("Save");
        assertThat(problem())
                .isEqualTo("Please give both an opening and a closing time, or remove the line.");
        test(opens).setValue(LocalTime.of(16, 0));
        test(closes).setValue(LocalTime.of(20, 0));
        click("Save");
        assertThat(plain(problem()))
                .isEqualTo("Monday: 9:00 AM–5:00 PM and 4:00 PM–8:00 PM overlap.");
        assertThat(opens.isInvalid()).isTrue();
        test(opens).setValue(LocalTime.of(18, 0));
        click("Save");
        assertThat(saved().hours().code()).isEqualTo("540-1020,1080-1200,1980-2460");
    }

    @Test
    void aRowHalfWrittenIsNotWrongUntilItIsLeftOrSaved() {
        edit(OpeningHours.of(OFFICE, false, null));
        icon("Add hours on Monday");
        TimePicker opens = times("Monday opens").getLast();
        TimePicker closes = times("Monday closes").getLast();
        test(opens).setValue(LocalTime.of(18, 0));
        click("Add a date");
        test($(TextField.class).withLabel("Reason, as readers see it").single())
                .setValue("Staff training");
        DatePicker date = $(DatePicker.class).withLabel("Date").single();
        assertThat(closes.isInvalid()).as("another field was changed").isFalse();
        assertThat(date.isInvalid()).as("its own row is being written").isFalse();
        assertThat($(HoursField.class).single().isInvalid()).isFalse();

        leave(closes);
        assertThat(closes.isInvalid()).as("it was left").isTrue();
        assertThat(opens.isInvalid()).isFalse();
        assertThat(date.isInvalid()).isFalse();
        test(closes).setValue(LocalTime.of(20, 0));
        assertThat(closes.isInvalid()).isFalse();

        click("Save");
        assertThat(date.isInvalid()).as("it was saved").isTrue();
        assertThat(problem()).isEqualTo("Dates with other hours: please give the date.");
    }

    // As the browser tells that the focus went from within the row to somewhere else.
    private static void leave(Component field) {
        Element row = field.getParent().orElseThrow().getElement();
        ObjectNode told = JacksonUtils.createObjectNode();
        told.put(HoursPart.LEAVES, true);
        row.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(row, "focusout", told));
    }

    @Test
    void aNightThatRunsIntoTheNextDaysHoursIsNamed() {
        edit(OpeningHours.of(WeeklyHours.parse("1980-2460"), false, null));
        icon("Add hours on Monday");
        test(times("Monday opens").getFirst()).setValue(LocalTime.of(22, 0));
        test(times("Monday closes").getFirst()).setValue(LocalTime.of(10, 0));
        click("Save");
        assertThat(plain(problem())).contains("overlap", "Tuesday 9:00 AM–5:00 PM");
    }

    @Test
    void oneDayWrittenIsCopiedToTheWorkingWeek() {
        edit(OpeningHours.NOT_STATED);
        icon("Add hours on Monday");
        click("Same hours Monday to Friday");
        click("Save");
        assertThat(saved().hours().spans()).hasSize(5);
        assertThat(saved().hours().minutes()).isEqualTo(40 * 60);
    }

    @Test
    void aDateNeedsItsDayAndItsTimesAndSaysWhichFieldIsMissing() {
        edit(OpeningHours.of(OFFICE, false, null));
        click("Add a date");
        assertThat($(DatePicker.class).withLabel("Date").single().isInvalid())
                .as("before a word is typed")
                .isFalse();
        assertThat($(HoursField.class).single().getLabel()).isNullOrEmpty();
        click("Save");
        assertThat(problem()).isEqualTo("Dates with other hours: please give the date.");
        DatePicker from = $(DatePicker.class).withLabel("Date").single();
        assertThat(from.isInvalid()).isTrue();
        test(from).setValue(LocalDate.of(2031, 5, 5));
        DatePicker to = $(DatePicker.class).withLabel("To (if several days)").single();
        test(to).setValue(LocalDate.of(2031, 5, 4));
        click("Save");
        assertThat(problem())
                .isEqualTo("Dates with other hours: the last date lies before the first.");
        test(to).setValue(null);
        test($(Select.class).withLabel("On these dates").single()).selectItem("Other hours");
        click("Save");
        assertThat(problem()).contains("please give an opening and a closing time");
        test($(TimePicker.class).withLabel("Opens on that date").single()).setValue(NINE);
        test($(TimePicker.class).withLabel("Closes on that date").single())
                .setValue(LocalTime.NOON);
        test($(TextField.class).withLabel("Reason, as readers see it").single())
                .setValue("Staff training");
        click("Save");
        assertThat(saved().specialHours().exceptions())
                .containsExactly(
                        new DateException(
                                LocalDate.of(2031, 5, 5),
                                LocalDate.of(2031, 5, 5),
                                List.of(new Times(NINE, LocalTime.NOON)),
                                "Staff training"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void aSeasonWithADayThatDoesNotExistIsRefused() {
        edit(OpeningHours.of(OFFICE, false, null));
        click("Add a season");
        assertThat($(Select.class).withLabel("First month").single().isInvalid())
                .as("before anything is chosen")
                .isFalse();
        test($(Select.class).withLabel("First month").single()).selectItem("February");
        test($(IntegerField.class).withLabel("First day").single()).setValue(30);
        test($(Select.class).withLabel("Last month").single()).selectItem("March");
        test($(IntegerField.class).withLabel("Last day").single()).setValue(31);
        click("Save");
        assertThat(problem()).isEqualTo("Seasons: February has no day 30.");
        test($(IntegerField.class).withLabel("First day").single()).setValue(29);
        click("Save");
        assertThat(saved().specialHours().seasons())
                .containsExactly(
                        new Season(
                                MonthDay.of(Month.FEBRUARY, 29),
                                MonthDay.of(Month.MARCH, 31),
                                WeeklyHours.NEVER));
    }

    @Test
    void aLineOnCallIsForMembersUnlessSaidOtherwiseAndAWrongNumberIsSaid() {
        edit(OpeningHours.of(OFFICE, false, null));
        TextField number = $(TextField.class).withLabel("Number after hours").single();
        test(number).setValue("12");
        click("Save");
        assertThat(problem())
                .isEqualTo("After hours: \"12\" is not a phone number that can be dialed.");
        test(number).setValue("815 555 0156");
        test($(Checkbox.class).withLabel("Closed on federal holidays").single()).click();
        click("Save");
        assertThat(saved().specialHours())
                .isEqualTo(
                        new SpecialHours(
                                true,
                                List.of(),
                                List.of(),
                                PhoneLine.of(
                                        Phone.parse("815 555 0156"),
                                        PhoneType.VOICE,
                                        null,
                                        Audience.MEMBERS)));
    }

    private void edit(OpeningHours hours) {
        UUID organization =
                commands.addOrganization(OrganizationDraft.named("Keeps hours", "other"));
        service = commands.addService(organization, draft(hours));
        navigate(ServiceRecordView.class, Map.of("id", service.toString()));
        click("Edit");
    }

    private OpeningHours saved() {
        assertThat($(HoursField.class).exists()).as("the form is closed").isFalse();
        return commands.service(service).draft().hours();
    }

    private String problem() {
        assertThat($(HoursField.class).single().isInvalid()).isTrue();
        return $(HoursField.class).single().getErrorMessage();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private List<TimePicker> times(String label) {
        return $(TimePicker.class).all().stream()
                .filter(picker -> picker.getAriaLabel().filter(label::equals).isPresent())
                .toList();
    }

    private void icon(String name) {
        Button button =
                $(Button.class).all().stream()
                        .filter(b -> b.getAriaLabel().filter(name::equals).isPresent())
                        .filter(Component::isVisible)
                        .findFirst()
                        .orElseThrow();
        test(button).click();
    }

    private void click(String label) {
        test($(Button.class).withText(label).first()).click();
    }

    private static ServiceDraft draft(OpeningHours hours) {
        ServiceDraft draft =
                ServiceDraft.named("Keeps hours")
                        .meeting(CodeSet.of(List.of("L4")), Set.of(ServiceArea.county("17201")));
        return new ServiceDraft(
                draft.name(),
                null,
                null,
                null,
                null,
                draft.status(),
                draft.audience(),
                draft.needs(),
                draft.areas(),
                Set.of(),
                false,
                draft.languages(),
                null,
                draft.eligibility(),
                hours,
                draft.capacity(),
                null,
                null,
                List.of(),
                Set.of());
    }
}
