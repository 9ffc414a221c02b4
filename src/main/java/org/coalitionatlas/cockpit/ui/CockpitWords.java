package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.coalitionatlas.capacity.Instrument;
import org.coalitionatlas.capacity.Instruments;
import org.coalitionatlas.cockpit.Asked;
import org.coalitionatlas.cockpit.CountyStanding;
import org.coalitionatlas.cockpit.Round;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.common.ui.DayField;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.identity.CoalitionProfile;
import org.springframework.stereotype.Component;

/** The words of the cockpit's screens, in the language of the screen that asks. */
@Component
class CockpitWords {

    private final Instruments instruments;
    private final CoalitionProfile coalition;
    private final Clock clock;

    CockpitWords(Instruments instruments, CoalitionProfile coalition, Clock clock) {
        this.instruments = instruments;
        this.coalition = coalition;
        this.clock = clock;
    }

    String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    /** "Capacity checklist 2026". */
    String title(Round round) {
        return titled(round.instrumentCode(), round.cycle());
    }

    String titled(String instrument, String cycle) {
        return text("cockpit.titled", instrument(instrument), cycle);
    }

    String title(CountyStanding county) {
        return text(
                "cockpit.county.titled",
                county.county().nameWithState(),
                Objects.requireNonNullElse(county.cycle(), ""));
    }

    String instrument(String code) {
        return instruments.latest().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(Instrument::title)
                .map(title -> title.in(locale()))
                .orElse(code);
    }

    List<String> instrumentCodes() {
        return instruments.latest().stream().map(Instrument::code).toList();
    }

    /** "in 18 days (Dec 9, 2026)". */
    String when(LocalDate day, LocalDate today) {
        return RelativeDate.ago(day, today, locale());
    }

    String when(Instant at, LocalDate today) {
        return when(LocalDate.ofInstant(at, clock.getZone()), today);
    }

    String day(LocalDate day) {
        return RelativeDate.plain(day, locale());
    }

    /** The counties in which an organization counts, or why in none. */
    String where(Asked asked) {
        if (asked.counties().isEmpty()) {
            return text(asked.isWider() ? "cockpit.where.wider" : "cockpit.where.nowhere");
        }
        return names(asked.counties());
    }

    private String names(Set<String> counties) {
        return coalition.counties().stream()
                .filter(county -> counties.contains(county.fips()))
                .map(County::nameWithState)
                .collect(Collectors.joining("; "));
    }

    /** A button that prints without asking the server. */
    Button print() {
        var print = new Button(text("cockpit.print"), VaadinIcon.PRINT.create());
        print.addClassName("no-print");
        print.getElement().executeJs("this.addEventListener('click', () => window.print())");
        return print;
    }

    /** A field for a day, in the person's language. */
    DatePicker day(String labelKey, LocalDate today) {
        var picker = new DayField(text(labelKey));
        picker.getI18n()
                .setRequiredErrorMessage(text("cockpit.problem.day"))
                .setMinErrorMessage(text("cockpit.problem.past"));
        picker.setMin(today);
        picker.setRequired(true);
        picker.setWidthFull();
        return picker;
    }

    Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
