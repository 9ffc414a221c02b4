package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Collectors;
import org.coalitionatlas.common.RelativeDate;
import org.coalitionatlas.common.ui.DayField;
import org.coalitionatlas.partnership.Agreement;
import org.coalitionatlas.partnership.PartnershipKind;
import org.coalitionatlas.partnership.PartnershipState;
import org.coalitionatlas.partnership.Span;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The room's values in the words and the language of the current person. */
@Component
class PartnershipWords {

    private final Clock clock;

    PartnershipWords(Clock clock) {
        this.clock = clock;
    }

    String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    String ago(LocalDate day) {
        return RelativeDate.ago(day, today(), locale());
    }

    String ago(Instant when) {
        return ago(LocalDate.ofInstant(when, clock.getZone()));
    }

    String plain(LocalDate day) {
        return RelativeDate.plain(day, locale());
    }

    String kind(PartnershipKind kind) {
        return text("partnership.kind." + kind);
    }

    String kinds(Collection<PartnershipKind> kinds) {
        return EnumSet.copyOf(kinds).stream().map(this::kind).collect(Collectors.joining(", "));
    }

    PartnershipState state(Span span) {
        return PartnershipState.of(span, today());
    }

    /** "In force", "Expires in 6 weeks (…)", "Ended 3 months ago (…)". */
    String stateWords(Span span) {
        LocalDate ended = span.endedOn();
        LocalDate expires = span.expiresOn();
        return switch (state(span)) {
            case IN_FORCE -> text("partnership.state.IN_FORCE");
            case ENDS_SOON ->
                    ended != null && (expires == null || ended.isBefore(expires))
                            ? text("partnership.state.willEnd", ago(ended))
                            : text("partnership.state.ENDS_SOON", day(expires));
            case EXPIRED -> text("partnership.state.EXPIRED", day(expires));
            case ENDED -> text("partnership.state.ENDED", day(ended));
            case NOT_BEGUN -> text("partnership.state.NOT_BEGUN", day(span.signedOn()));
        };
    }

    private String day(@Nullable LocalDate day) {
        return day == null ? text("common.notStated") : ago(day);
    }

    /** "MOU, signed Apr 3, 2026, expires Apr 3, 2028". */
    String term(Agreement agreement, @Nullable LocalDate signed, @Nullable LocalDate expires) {
        String from =
                signed == null
                        ? text("partnership.term.unknown")
                        : text(
                                agreement == Agreement.MOU
                                        ? "partnership.term.signed"
                                        : "partnership.term.since",
                                plain(signed));
        String until =
                expires == null
                        ? text("partnership.term.open")
                        : text("partnership.term.expires", plain(expires));
        return text("partnership.term", text("partnership.agreement." + agreement), from, until);
    }

    /** A field for a day, in the person's language. */
    DatePicker day(String labelKey) {
        var picker = new DayField(text(labelKey));
        picker.setWidthFull();
        return picker;
    }

    private Locale locale() {
        return UI.getCurrent().getLocale();
    }
}
