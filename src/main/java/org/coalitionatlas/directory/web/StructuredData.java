package org.coalitionatlas.directory.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.coalitionatlas.directory.AddressVisibility;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.PhoneType;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.ServiceView.PhonePart;
import org.coalitionatlas.directory.ServiceView.PlacePart;
import org.coalitionatlas.geography.Point;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records in the words of schema.org, for search engines and assistants, as JSON-LD in a data block
 * of the page. Made of the same views as the page: a place whose address is not shown in full is
 * its town at most, a confidential one is not there at all, and people are left out.
 */
@Component
class StructuredData {

    private static final Set<String> GOVERNMENT =
            Set.of("law_enforcement", "prosecutor", "public_agency");

    private final JsonMapper json = JsonMapper.builder().build();

    /** The service, its provider and where and when to reach it. */
    String of(ServiceText text, Page page, Words words) {
        ServiceView view = text.view();
        boolean government = GOVERNMENT.contains(view.organization().kind());
        Node service = new Node(government ? "GovernmentService" : "Service");
        service.put("@context", "https://schema.org");
        service.put("@id", page.canonical());
        service.put("url", page.canonical());
        service.put("name", view.name());
        service.put("alternateName", view.alternateName());
        service.put("description", view.description());
        service.put("serviceType", text.needs().stream().map(ServiceText.NeedText::label).toList());
        Node provider = new Node(organizationType(view.organization().kind()));
        provider.put("name", view.organization().name());
        provider.put(
                "url", page.site() + Addresses.organization(page.base(), view.organization().id()));
        service.put("provider", provider.fields());
        service.put(
                "areaServed",
                text.areas().stream()
                        .map(area -> new Node("AdministrativeArea").with("name", area))
                        .toList());
        // What is closed for now has no hours anybody should plan with.
        StructuredHours hours =
                view.active() ? new StructuredHours(view.hours(), text.today()) : null;
        if (hours != null) {
            service.put(
                    "hoursAvailable",
                    Stream.concat(hours.weeks().stream(), hours.dates().stream()).toList());
        }
        var channels = new ArrayList<Map<String, Object>>();
        for (PhonePart phone : view.phones()) {
            channels.add(
                    new Node("ServiceChannel")
                            .with("servicePhone", contact(phone, view.languages(), words)));
        }
        for (Map<String, Object> place : places(view.places())) {
            if (hours != null && !hours.dates().isEmpty()) {
                place.put("specialOpeningHoursSpecification", hours.dates());
            }
            channels.add(new Node("ServiceChannel").with("serviceLocation", place));
        }
        if (Links.host(view.url()) != null) {
            channels.add(new Node("ServiceChannel").with("serviceUrl", view.url()));
        }
        service.put("availableChannel", channels);
        return block(service);
    }

    /** The organization with its numbers and the places that may be shown. */
    String of(OrganizationView view, Page page, Words words) {
        Node organization = new Node(organizationType(view.kind()));
        organization.put("@context", "https://schema.org");
        organization.put("@id", page.canonical());
        organization.put("name", view.name());
        organization.put("alternateName", view.alternateName());
        organization.put("description", view.description());
        organization.put("url", Links.host(view.url()) == null ? page.canonical() : view.url());
        organization.put("email", view.email());
        String parent = view.parentName();
        if (parent != null) {
            organization.put("parentOrganization", new Node("Organization").with("name", parent));
        }
        organization.put(
                "contactPoint",
                view.phones().stream().map(phone -> contact(phone, List.of(), words)).toList());
        organization.put("location", places(view.places()));
        return block(organization);
    }

    private static String organizationType(String kind) {
        return GOVERNMENT.contains(kind) ? "GovernmentOrganization" : "Organization";
    }

    private static Map<String, Object> contact(
            PhonePart phone, List<String> languages, Words words) {
        Node contact = new Node("ContactPoint");
        contact.put(
                phone.type() == PhoneType.FAX ? "faxNumber" : "telephone", phone.phone().number());
        contact.put("contactType", words.say("published.phone." + phone.type()));
        contact.put("description", phone.description());
        contact.put("availableLanguage", languages);
        if (phone.type() == PhoneType.TTY) {
            contact.put("contactOption", "HearingImpairedSupported");
        }
        return contact.fields();
    }

    private static List<Map<String, Object>> places(List<PlacePart> parts) {
        return parts.stream()
                .filter(part -> part.visibility() != AddressVisibility.HIDDEN)
                .filter(part -> part.city() != null)
                .map(StructuredData::place)
                .toList();
    }

    private static Map<String, Object> place(PlacePart part) {
        boolean full = part.visibility() == AddressVisibility.FULL;
        Node address = new Node("PostalAddress");
        if (full && part.line1() != null) {
            address.put(
                    "streetAddress",
                    part.line2() == null ? part.line1() : part.line1() + ", " + part.line2());
        }
        address.put("addressLocality", part.city());
        address.put("addressRegion", part.state());
        address.put("postalCode", full ? part.zip() : null);
        address.put("addressCountry", "US");
        Node place = new Node("Place");
        place.put("name", full ? part.name() : null);
        place.put("address", address.fields());
        Point point = part.point();
        if (full && part.exact() && point != null) {
            place.put(
                    "geo",
                    new Node("GeoCoordinates")
                            .with("latitude", point.latitude(), "longitude", point.longitude()));
        }
        return place.fields();
    }

    private String block(Node node) {
        return inElement(json.writeValueAsString(node.fields()));
    }

    /** The JSON such that nothing in it can end the element it stands in, or begin another. */
    static String inElement(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /** A thing of schema.org; what is not known of it is left out. */
    private record Node(Map<String, Object> fields) {

        Node(String type) {
            this(new LinkedHashMap<>());
            fields.put("@type", type);
        }

        void put(String name, @Nullable Object value) {
            if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
                fields.put(name, value);
            }
        }

        Map<String, Object> with(String name, @Nullable Object value) {
            put(name, value);
            return fields;
        }

        Map<String, Object> with(String one, Object first, String two, Object second) {
            put(one, first);
            put(two, second);
            return fields;
        }
    }
}
