package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.directory.CallSheet;
import org.coalitionatlas.directory.ServiceView;

/**
 * The call sheet while somebody searches: a box to tick beside every service, and how many are
 * ticked. Kept in the address, so that going back and reloading lose nothing.
 */
final class SheetPicker extends Composite<Div> {

    static final String PARAMETER = "sheet";

    private final DirectoryWords words;
    private final Span count = new Span();
    private final RouterLink open = new RouterLink();
    private final List<Box> boxes = new ArrayList<>();

    private CallSheet sheet = CallSheet.EMPTY;
    private Location address = new Location("");

    private record Box(Checkbox checkbox, ServiceView service) {}

    SheetPicker(DirectoryWords words) {
        this.words = words;
        count.getElement().setAttribute("role", "status");
        open.setText(words.text("callsheet.open"));
        var empty = new Button(words.text("callsheet.empty"), click -> change(CallSheet.EMPTY));
        empty.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getContent().add(count, open, empty);
        getContent().addClassName("sheet-picker");
        showState();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        showState();
    }

    /** Takes the sheet from the address of the search; the boxes of the last one are forgotten. */
    void read(Location location) {
        address = location;
        sheet =
                CallSheet.read(
                                location.getQueryParameters()
                                        .getSingleParameter(PARAMETER)
                                        .orElse(null))
                        .sheet();
        boxes.clear();
        showState();
    }

    /** The box that puts the service on the sheet. */
    Checkbox box(ServiceView service) {
        var box = new Checkbox(words.text("callsheet.portal.pick"));
        box.setAriaLabel(words.text("callsheet.portal.pick.of", service.name()));
        box.addClassNames("pick-service", "no-print");
        boxes.add(new Box(box, service));
        box.addValueChangeListener(
                event -> {
                    if (event.isFromClient()) {
                        change(
                                event.getValue()
                                        ? sheet.with(service.id())
                                        : sheet.without(service.id()));
                    }
                });
        showState();
        return box;
    }

    /** The parameters of another search, with this sheet. */
    QueryParameters carriedBy(QueryParameters parameters) {
        return with(parameters, sheet);
    }

    private static QueryParameters with(QueryParameters parameters, CallSheet sheet) {
        Map<String, List<String>> all = new HashMap<>(parameters.getParameters());
        all.remove(PARAMETER);
        if (!sheet.isEmpty()) {
            all.put(PARAMETER, List.of(sheet.toString()));
        }
        return new QueryParameters(all);
    }

    private void change(CallSheet changed) {
        sheet = changed;
        address = new Location(address.getPath(), with(address.getQueryParameters(), sheet));
        // The list below stays as it is: only the address is another.
        UI.getCurrent().getPage().getHistory().replaceState(null, address);
        showState();
    }

    private void showState() {
        setVisible(!sheet.isEmpty());
        count.setText(words.text("callsheet.bar", sheet.size()));
        if (!sheet.isEmpty()) {
            open.setRoute(CallSheetView.class);
            open.setQueryParameters(QueryParameters.of(CallSheetView.IDS, sheet.toString()));
        }
        boxes.forEach(
                box -> {
                    boolean on = sheet.contains(box.service.id());
                    box.checkbox.setValue(on);
                    box.checkbox.setEnabled(on || sheet.hasRoom());
                });
    }
}
