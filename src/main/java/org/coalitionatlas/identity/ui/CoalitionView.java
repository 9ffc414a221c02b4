package org.coalitionatlas.identity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.coalitionatlas.common.InvalidValue;
import org.coalitionatlas.common.TimeOfDay;
import org.coalitionatlas.common.ui.Notices;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.CoalitionProfile;

/** What the coalition is called and which counties it serves. */
@Route("admin/coalition")
@RolesAllowed("ADMINISTRATOR")
@Menu(title = "identity.coalition.title", order = 91, icon = "vaadin:cog")
final class CoalitionView extends Composite<Div> implements HasDynamicTitle {

    private final CoalitionProfile coalition;
    private final TextField name = new TextField();
    private final CountiesField counties;
    private final Paragraph zone = new Paragraph();
    private final transient Clock clock;

    CoalitionView(CoalitionProfile coalition, Geography geography, Clock clock) {
        this.coalition = coalition;
        this.clock = clock;
        counties = new CountiesField(CountiesField.existing(geography, LocalDate.now(clock)));

        name.setLabel(getTranslation("identity.coalition.name"));
        name.setRequiredIndicatorVisible(true);
        name.setMaxLength(200);
        name.setWidthFull();
        name.setValue(coalition.name());
        counties.setLabel(getTranslation("identity.coalition.counties"));
        counties.setHelperText(getTranslation("identity.counties.hint"));
        counties.setValue(coalition.counties());
        var save = new Button(getTranslation("common.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);

        Div form = getContent();
        form.addClassName("narrow-form");
        form.add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("identity.coalition.text")),
                name,
                counties,
                zone,
                save);
        showZone();
    }

    private void showZone() {
        Locale region = TimeOfDay.region(getLocale());
        zone.setText(
                getTranslation(
                        "identity.coalition.zone",
                        clock.getZone().getDisplayName(TextStyle.FULL, region)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("identity.coalition.title");
    }

    private void save() {
        name.setInvalid(false);
        counties.setInvalid(counties.getValue().isEmpty());
        counties.setErrorMessage(getTranslation("identity.coalition.counties.none"));
        if (counties.isInvalid()) {
            counties.focus();
            return;
        }
        try {
            coalition.describe(name.getValue(), counties.fips());
            showZone();
            Notices.done("identity.coalition.saved");
        } catch (InvalidValue e) {
            name.setErrorMessage(getTranslation(e.messageKey(), e.arguments()));
            name.setInvalid(true);
            name.focus();
        }
    }
}
