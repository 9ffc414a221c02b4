package org.coalitionatlas.directory.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.coalitionatlas.directory.Audience;
import org.coalitionatlas.directory.CodeSet;
import org.coalitionatlas.directory.ContactDraft;
import org.coalitionatlas.directory.DirectoryCommands.Current;
import org.coalitionatlas.directory.LocationDraft;
import org.coalitionatlas.directory.OrganizationDraft;
import org.coalitionatlas.directory.ServiceDraft;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Term;

/** The fields of a service, in the order in which somebody on the phone would answer them. */
final class ServiceForm extends RecordForm<ServiceDraft> {

    private final TextField name;
    private final PhonesField phones;
    private final Map<UUID, String> places = new LinkedHashMap<>();
    private final Map<UUID, String> people = new LinkedHashMap<>();

    /**
     * @param nearest counties offered first
     * @param locations of the service's organization
     * @param contacts of the service's organization
     */
    ServiceForm(
            DirectoryWords words,
            List<County> nearest,
            List<Current<LocationDraft>> locations,
            List<Current<ContactDraft>> contacts) {
        super(ServiceDraft.class, words);
        locations.forEach(l -> places.put(l.id(), placeName(l.draft(), words)));
        contacts.forEach(c -> people.put(c.id(), personName(c.draft())));
        name = DirectoryFields.line(words, "directory.field.name", 255);
        phones = new PhonesField(words, Audience.PUBLIC);
        about();
        reach(nearest);
        eligibility();
        hoursAndRoom();
        asking();
        visibility();
    }

    // Services of one organization share its numbers and pages: the name says most.
    @Override
    Optional<ServiceDraft> soFar() {
        if (name.isEmpty() || name.getValue().isBlank()) {
            return Optional.empty();
        }
        return Optional.of(ServiceDraft.named(name.getValue()).reachedBy(phones.getValue()));
    }

    /** An empty service, meant for everybody once it is published. */
    void showNew() {
        show(ServiceDraft.named("-"));
        startEmpty(name);
    }

    private void about() {
        name.setRequiredIndicatorVisible(true);
        field(name).withConverter(ValueObjectConverter.requiredText(255)).bind("name");
        var other = DirectoryFields.line(words(), "directory.field.alternateName", 255);
        field(other).withConverter(ValueObjectConverter.text(255)).bind("alternateName");
        var description =
                DirectoryFields.prose(
                        words(), "directory.field.description", OrganizationDraft.DESCRIPTION);
        field(description)
                .withConverter(ValueObjectConverter.text(OrganizationDraft.DESCRIPTION))
                .bind("description");
        section("directory.section.about", null, name, other, description);
        var needs = new NeedsField(words());
        field(needs).bind("needs");
        section("directory.section.needs", "directory.needs.help", needs);
    }

    private void reach(List<County> nearest) {
        var areas = new AreasField(words(), nearest);
        field(areas).bind("areas");
        var remote = new Checkbox(words().text("directory.field.remote"));
        field(remote).bind("remote");
        var locationIds = choices("directory.field.locations", places);
        field(locationIds).bind("locationIds");
        section("directory.section.where", null, areas, remote, locationIds);
        field(phones).bind("phones");
        var contactIds = choices("directory.field.contacts", people);
        field(contactIds).bind("contactIds");
        var url = DirectoryFields.line(words(), "directory.field.url", 500);
        field(url).withConverter(ValueObjectConverter.url()).bind("url");
        var email = DirectoryFields.line(words(), "directory.field.email", 254);
        field(email).withConverter(ValueObjectConverter.email()).bind("email");
        section(
                "directory.section.reach",
                "directory.service.phonesHelp",
                phones,
                contactIds,
                url,
                email);
    }

    private void eligibility() {
        var eligibility = new EligibilityField(words());
        field(eligibility).bind("eligibility");
        section("directory.section.eligibility", null, eligibility);
        var languages = new MultiSelectComboBox<String>(words().text("directory.field.languages"));
        languages.setItems(
                DirectoryFields.startsAnyWord(words()::language),
                words().taxonomy().languages().stream().map(Term::code).toList());
        languages.setItemLabelGenerator(words()::language);
        field(languages)
                .withConverter(CodeSet::of, set -> (Set<String>) new TreeSet<>(set.codes()))
                .bind("languages");
        var interpretation = DirectoryFields.prose(words(), "directory.field.interpretation", 500);
        field(interpretation).withConverter(ValueObjectConverter.text(500)).bind("interpretation");
        section("directory.section.languages", null, languages, interpretation);
    }

    private void hoursAndRoom() {
        var hours = new HoursField(words());
        field(hours).bind("hours");
        section("directory.section.hours", "directory.service.hoursHelp", hours);
        var capacity = new CapacityField(words());
        field(capacity).bind("capacity");
        section("directory.section.capacity", null, capacity);
    }

    private void asking() {
        var fees = DirectoryFields.prose(words(), "directory.field.fees", 500);
        field(fees).withConverter(ValueObjectConverter.text(500)).bind("fees");
        var application = DirectoryFields.prose(words(), "directory.field.application", 2000);
        field(application)
                .withConverter(ValueObjectConverter.text(2000))
                .bind("applicationProcess");
        section("directory.section.asking", null, fees, application);
    }

    private void visibility() {
        var audience =
                DirectoryFields.choice(
                        words(), "directory.field.audience", "audience", Audience.values());
        audience.setHelperText(words().text("directory.audience.help"));
        field(audience).bind("audience");
        var status =
                DirectoryFields.choice(
                        words(), "directory.field.status", "status", Status.values());
        field(status).bind("status");
        section("directory.section.visibility", null, audience, status);
    }

    @Override
    DraftFacts<ServiceDraft> facts() {
        return DraftFacts.service(
                words(), id -> places.getOrDefault(id, "?"), id -> people.getOrDefault(id, "?"));
    }

    private CheckboxGroup<UUID> choices(String labelKey, Map<UUID, String> items) {
        var group = new CheckboxGroup<UUID>(words().text(labelKey));
        group.setItems(items.keySet());
        group.setItemLabelGenerator(id -> items.getOrDefault(id, ""));
        if (items.isEmpty()) {
            group.setHelperText(words().text("directory.form.noneYet"));
        }
        return group;
    }

    /** A location as people tell it from its siblings. */
    static String placeName(LocationDraft draft, DirectoryWords words) {
        String address = FactWords.address(draft.address());
        if (draft.name() == null) {
            return address.isEmpty() ? words.text("directory.location.unnamed") : address;
        }
        return address.isEmpty() ? draft.name() : draft.name() + " (" + address + ")";
    }

    /** A contact as people tell it from its colleagues. */
    static String personName(ContactDraft draft) {
        return draft.title() == null ? draft.name() : draft.name() + ", " + draft.title();
    }
}
