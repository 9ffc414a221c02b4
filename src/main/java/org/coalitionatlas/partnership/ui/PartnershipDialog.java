package org.coalitionatlas.partnership.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.Url;
import org.coalitionatlas.common.ui.FreeText;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.partnership.Agreement;
import org.coalitionatlas.partnership.PartnershipDraft;
import org.coalitionatlas.partnership.PartnershipKind;
import org.coalitionatlas.partnership.PartnershipList.Line;
import org.coalitionatlas.partnership.Side;
import org.coalitionatlas.partnership.Terms;
import org.coalitionatlas.partnership.ui.OrganizationBox.Choice;
import org.jspecify.annotations.Nullable;

/** Records a partnership, or says it anew. */
final class PartnershipDialog extends FormDialog {

    private final PartnershipTools tools;
    private @Nullable Line line;
    private final Runnable done;
    private final OrganizationBox provider;
    private final OrganizationBox partner;
    private final RadioButtonGroup<Side> stated = new RadioButtonGroup<>();
    private final CheckboxGroup<PartnershipKind> kinds = new CheckboxGroup<>();
    private final RadioButtonGroup<Agreement> agreement = new RadioButtonGroup<>();
    private final DatePicker signed;
    private final DatePicker expires;
    private final TextArea providerRole = new TextArea();
    private final TextArea partnerRole = new TextArea();
    private final TextField document = new TextField();

    /**
     * @param line what is on record, or {@code null} for something new
     * @param with the organization whose record is open, for something new
     */
    PartnershipDialog(
            PartnershipTools tools, @Nullable Line line, @Nullable Choice with, Runnable done) {
        super(
                tools.words(),
                tools.words().text(line == null ? "partnership.record" : "partnership.edit.title"),
                tools.words().text("common.save"));
        this.tools = tools;
        this.line = line;
        this.done = done;
        provider = tools.organizationBox("partnership.field.provider");
        partner = tools.organizationBox("partnership.field.partner");
        signed = words().day("partnership.field.signedOn");
        expires = words().day("partnership.field.expiresOn");
        label();
        fill(with);
        belong();
        var days = new Div(signed, expires);
        days.addClassName("form-columns");
        content(
                provider,
                partner,
                stated,
                kinds,
                agreement,
                days,
                providerRole,
                partnerRole,
                document);
    }

    private void label() {
        provider.setHelperText(words().text("partnership.field.provider.help"));
        partner.setHelperText(words().text("partnership.field.partner.help"));
        provider.setRequiredIndicatorVisible(true);
        partner.setRequiredIndicatorVisible(true);
        stated.setLabel(words().text("partnership.field.stated"));
        stated.setItems(Side.values());
        stated.setItemLabelGenerator(side -> words().text("partnership.side." + side));
        stated.setVisible(tools.isCoordinator());
        kinds.setLabel(words().text("partnership.field.kinds"));
        kinds.setItems(PartnershipKind.values());
        kinds.setItemLabelGenerator(words()::kind);
        kinds.setManualValidation(true);
        // A group of boxes cannot be told to be required in ARIA, so words say it.
        kinds.setHelperText(words().text("partnership.field.kinds.help"));
        agreement.setLabel(words().text("partnership.field.agreement"));
        agreement.setItems(Agreement.values());
        agreement.setItemLabelGenerator(a -> words().text("partnership.agreement." + a));
        signed.setManualValidation(true);
        expires.setManualValidation(true);
        expires.setHelperText(words().text("partnership.field.expiresOn.help"));
        agreement.addValueChangeListener(
                e ->
                        signed.setLabel(
                                words().text(
                                                e.getValue() == Agreement.MOU
                                                        ? "partnership.field.signedOn"
                                                        : "partnership.field.since")));
        providerRole.setLabel(words().text("partnership.field.providerRole"));
        partnerRole.setLabel(words().text("partnership.field.partnerRole"));
        for (TextArea role : Set.of(providerRole, partnerRole)) {
            role.setMaxLength(PartnershipDraft.LONGEST_ROLE);
            role.setWidthFull();
            FreeText.watched(role);
        }
        document.setLabel(words().text("partnership.field.document"));
        document.setHelperText(words().text("partnership.field.document.help"));
        document.setMaxLength(500);
        document.setWidthFull();
        document.setManualValidation(true);
    }

    private void fill(@Nullable Choice with) {
        if (line == null) {
            Choice own = tools.own().orElse(null);
            partner.setValue(own);
            if (with != null && !with.equals(own)) {
                provider.setValue(with);
            }
            stated.setValue(Side.PARTNER);
            agreement.setValue(Agreement.INFORMAL);
            return;
        }
        provider.setValue(new Choice(line.providerId(), line.provider()));
        partner.setValue(new Choice(line.partnerId(), line.partner()));
        provider.setReadOnly(true);
        partner.setReadOnly(true);
        stated.setValue(line.stated());
        kinds.setValue(line.kinds());
        agreement.setValue(line.agreement());
        signed.setValue(line.span().signedOn());
        expires.setValue(line.span().expiresOn());
        providerRole.setValue(line.providerRole() == null ? "" : line.providerRole());
        partnerRole.setValue(line.partnerRole() == null ? "" : line.partnerRole());
        document.setValue(line.document() == null ? "" : line.document());
    }

    private void belong() {
        says("partnership.invalid.provider", provider);
        says("partnership.invalid.partner", partner);
        says("partnership.invalid.notYours", partner);
        says("invalid.partner.self", partner);
        says("partnership.invalid.kinds", kinds);
        says("partnership.invalid.signed", signed);
        says("partnership.invalid.future", signed);
        says("partnership.invalid.term", expires);
        says("partnership.invalid.https", document);
        says("invalid.url", document);
    }

    @Override
    List<Difference> takeUpChange() {
        Line now = line == null ? null : tools.list().partnership(line.id()).orElse(null);
        if (now == null) {
            return List.of();
        }
        line = now;
        var all = new Differences();
        all.add(
                "partnership.field.stated",
                words().text("partnership.side." + now.stated()),
                words().text("partnership.side." + stated.getValue()));
        all.add(
                "partnership.field.kinds",
                words().kinds(now.kinds()),
                kinds.isEmpty() ? null : words().kinds(kinds.getValue()));
        all.add(
                "partnership.field.agreement",
                words().text("partnership.agreement." + now.agreement()),
                words().text("partnership.agreement." + agreement.getValue()));
        all.add("partnership.field.signedOn", now.span().signedOn(), signed.getValue());
        all.add("partnership.field.expiresOn", now.span().expiresOn(), expires.getValue());
        all.add("partnership.field.endedOn", now.span().endedOn(), (LocalDate) null);
        all.add("partnership.field.providerRole", now.providerRole(), providerRole.getValue());
        all.add("partnership.field.partnerRole", now.partnerRole(), partnerRole.getValue());
        all.add("partnership.field.document", now.document(), document.getValue());
        return all.found();
    }

    @Override
    void save() {
        UUID one = required(provider, "partnership.invalid.provider");
        UUID other = required(partner, "partnership.invalid.partner");
        tools.requireOwn(one, other);
        var draft =
                new PartnershipDraft(
                        one,
                        other,
                        stated.getValue() == null ? Side.PARTNER : stated.getValue(),
                        kinds.getValue(),
                        new Terms(
                                agreement.getValue() == null
                                        ? Agreement.INFORMAL
                                        : agreement.getValue(),
                                signed.getValue(),
                                expires.getValue(),
                                url(document.getValue())),
                        providerRole.getValue(),
                        partnerRole.getValue());
        if (line == null) {
            tools.partnerships().record(draft);
        } else {
            tools.partnerships().revise(line.id(), line.version(), draft);
        }
        Notices.done("partnership.recorded", provider.getValue().name(), partner.getValue().name());
        done.run();
    }

    static UUID required(OrganizationBox box, String key) {
        if (box.getValue() == null) {
            throw new InvalidValue(key);
        }
        return box.getValue().id();
    }

    static @Nullable Url url(String text) {
        return text.isBlank() ? null : Url.parse(text);
    }
}
