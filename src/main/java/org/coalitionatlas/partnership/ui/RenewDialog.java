package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.partnership.Agreement;
import org.coalitionatlas.partnership.PartnershipList.Line;
import org.coalitionatlas.partnership.Span;
import org.coalitionatlas.partnership.Terms;
import org.jspecify.annotations.Nullable;

/** Begins another term of an MOU, or signs the first one of what was informal. */
final class RenewDialog extends FormDialog {

    private final PartnershipTools tools;
    private final Line line;
    private final Runnable done;
    private final DatePicker signed;
    private final DatePicker expires;
    private final TextField document;

    RenewDialog(PartnershipTools tools, Line line, Runnable done) {
        super(
                tools.words(),
                tools.words().text(title(line), line.provider(), line.partner()),
                tools.words().text(verb(line)));
        this.tools = tools;
        this.line = line;
        this.done = done;
        signed = words().day("partnership.field.signedOn");
        signed.setValue(words().today());
        signed.setManualValidation(true);
        expires = words().day("partnership.field.expiresOn");
        expires.setHelperText(words().text("partnership.field.expiresOn.help"));
        expires.setValue(proposed(line.span(), words().today()));
        expires.setManualValidation(true);
        document = new TextField(words().text("partnership.field.document"));
        document.setHelperText(words().text("partnership.field.document.help"));
        document.setWidthFull();
        document.setMaxLength(500);
        document.setManualValidation(true);
        document.setValue(line.document() == null ? "" : line.document());
        says("partnership.invalid.signed", signed);
        says("partnership.invalid.future", signed);
        says("partnership.invalid.term", expires);
        says("partnership.invalid.notLonger", expires);
        says("partnership.invalid.https", document);
        says("invalid.url", document);
        content(
                new Paragraph(
                        words().text(
                                        "partnership.renew.text",
                                        words().term(
                                                        line.agreement(),
                                                        line.span().signedOn(),
                                                        line.span().expiresOn()))),
                signed,
                expires,
                document);
    }

    static String verb(Line line) {
        return line.agreement() == Agreement.MOU ? "partnership.renew" : "partnership.sign";
    }

    private static String title(Line line) {
        return line.agreement() == Agreement.MOU
                ? "partnership.renew.title"
                : "partnership.sign.title";
    }

    /** As long again as it ran. */
    private static @Nullable LocalDate proposed(Span span, LocalDate today) {
        if (span.expiresOn() == null) {
            return null;
        }
        LocalDate from = span.expiresOn().isAfter(today) ? span.expiresOn() : today;
        long days =
                span.signedOn() == null
                        ? 365
                        : ChronoUnit.DAYS.between(span.signedOn(), span.expiresOn());
        return from.plusDays(days);
    }

    @Override
    void save() {
        var terms =
                new Terms(
                        Agreement.MOU,
                        signed.getValue(),
                        expires.getValue(),
                        PartnershipDialog.url(document.getValue()));
        long now = tools.partnerships().renew(line.id(), line.version(), terms);
        Notices.undoable(
                "partnership.renewed",
                () -> tools.takeBackRenewal(line.id(), now, done),
                line.provider(),
                line.partner());
        done.run();
    }
}
