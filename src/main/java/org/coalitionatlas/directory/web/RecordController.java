package org.coalitionatlas.directory.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.coalitionatlas.directory.AssuranceWords;
import org.coalitionatlas.directory.DirectoryRecords;
import org.coalitionatlas.directory.DirectorySearch;
import org.coalitionatlas.directory.OrganizationView;
import org.coalitionatlas.directory.PublishedRecords;
import org.coalitionatlas.directory.RecordKind;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.Status;
import org.coalitionatlas.directory.VerificationCycle;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.taxonomy.Taxonomy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a service and of an organization. */
@Controller
class RecordController {

    private final DirectorySearch directory;
    private final PublishedRecords published;
    private final StructuredData structured;
    private final DirectoryRecords records;
    private final Pages pages;
    private final ServiceTexts texts;
    private final Taxonomy taxonomy;
    private final Geography geography;
    private final VerificationCycle cycle;
    private final Clock clock;

    RecordController(
            DirectorySearch directory,
            PublishedRecords published,
            StructuredData structured,
            DirectoryRecords records,
            Pages pages,
            ServiceTexts texts,
            Taxonomy taxonomy,
            Geography geography,
            VerificationCycle cycle,
            Clock clock) {
        this.cycle = cycle;
        this.directory = directory;
        this.records = records;
        this.published = published;
        this.structured = structured;
        this.pages = pages;
        this.texts = texts;
        this.taxonomy = taxonomy;
        this.geography = geography;
        this.clock = clock;
    }

    @GetMapping({"/directory/services/{id}", "/es/directory/services/{id}"})
    @Nullable String service(
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<ServiceView> found = uuid(id).flatMap(directory::publishedService);
        if (found.isEmpty()) {
            return missing(id, directory::publishedService, request, response, model);
        }
        Page page = pages.open(request, response, model);
        Words words = pages.words(locale);
        ServiceView view = found.get();
        ServiceText text = texts.of(view, words, page.base());
        model.addAttribute("service", text);
        model.addAttribute("structured", structured.of(text, page, words));
        Pages.describe(model, view.description() == null ? text.summary() : view.description());
        model.addAttribute(
                "others",
                directory.publishedServicesOf(view.organization().id()).stream()
                        .filter(other -> !other.id().equals(view.id()))
                        .map(other -> texts.of(other, words, page.base()))
                        .toList());
        return "published/service";
    }

    @GetMapping({"/directory/organizations/{id}", "/es/directory/organizations/{id}"})
    @Nullable String organization(
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model model) {
        Optional<OrganizationView> found = uuid(id).flatMap(directory::publishedOrganization);
        if (found.isEmpty()) {
            return missing(id, directory::publishedOrganization, request, response, model);
        }
        Page page = pages.open(request, response, model);
        Words words = pages.words(locale);
        OrganizationView view = found.get();
        model.addAttribute("organization", view);
        model.addAttribute("structured", structured.of(view, page, words));
        Pages.describe(model, view.description());
        model.addAttribute(
                "kind",
                taxonomy.organizationKind(view.kind())
                        .map(kind -> words.of(kind.label()))
                        .orElse(""));
        model.addAttribute("phones", PhoneText.of(view.phones(), words));
        model.addAttribute("places", PlaceText.of(view.places(), words, geography));
        model.addAttribute("host", Links.host(view.url()));
        model.addAttribute(
                "closed",
                view.status() == Status.ACTIVE
                        ? null
                        : words.say("published.status." + view.status()));
        model.addAttribute("verified", verified(view, words));
        model.addAttribute(
                "services",
                directory.publishedServicesOf(view.id()).stream()
                        .map(service -> texts.of(service, words, page.base()))
                        .toList());
        return "published/organization";
    }

    private @Nullable String missing(
            String id,
            Function<UUID, Optional<?>> find,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Optional<UUID> moved = uuid(id).flatMap(records::movedTo);
        if (moved.isPresent() && find.apply(moved.get()).isPresent()) {
            return Moved.to(request, response, id, moved.get());
        }
        return uuid(id).filter(published::isTakenOut).isPresent()
                ? pages.gone(request, response, model)
                : pages.notFound(request, response, model);
    }

    private String verified(OrganizationView view, Words words) {
        return AssuranceWords.of(
                RecordKind.ORGANIZATION,
                view.assuredOn(),
                view.assuredHow(),
                cycle,
                today(),
                words.locale(),
                words::say);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
