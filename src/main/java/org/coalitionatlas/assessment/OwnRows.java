package org.coalitionatlas.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.coalitionatlas.directory.ProviderFacts;
import org.coalitionatlas.directory.ProviderFacts.ServiceFacts;
import org.coalitionatlas.directory.Publication;
import org.coalitionatlas.geography.Geography;
import org.coalitionatlas.identity.Reader;
import org.springframework.stereotype.Component;

/**
 * The needs a provider may be asked about by e-mail: those it is listed for in the county in
 * services that members may know of. A link travels further than a screen, so what only
 * coordinators know, drafts included, never gets into one.
 */
@Component
class OwnRows {

    private final ProviderFacts providerFacts;
    private final Geography geography;

    OwnRows(ProviderFacts providerFacts, Geography geography) {
        this.providerFacts = providerFacts;
        this.geography = geography;
    }

    /**
     * A provider of the county.
     *
     * @param needs codes of the needs it is listed for
     */
    record Provider(UUID id, String name, Set<String> needs) {}

    /** The provider; empty when members know of no service of it in the county. */
    Optional<Provider> of(String countyFips, UUID provider) {
        return all(countyFips).stream().filter(one -> one.id().equals(provider)).findFirst();
    }

    /** All providers that may be asked in the county, by name; one statement. */
    Collection<Provider> all(String countyFips) {
        Map<UUID, List<ServiceFacts>> services = new LinkedHashMap<>();
        geography
                .county(countyFips)
                .ifPresent(
                        county ->
                                providerFacts.servicesFor(List.of(county)).stream()
                                        .filter(OwnRows::mayTravel)
                                        .forEach(
                                                service ->
                                                        services.computeIfAbsent(
                                                                        service.organizationId(),
                                                                        id -> new ArrayList<>())
                                                                .add(service)));
        return services.values().stream()
                .map(
                        all -> {
                            var needs = new TreeSet<String>();
                            all.forEach(service -> needs.addAll(service.needs().codes()));
                            ServiceFacts any = all.getFirst();
                            return new Provider(
                                    any.organizationId(), any.organizationName(), needs);
                        })
                .filter(provider -> !provider.needs().isEmpty())
                .toList();
    }

    private static boolean mayTravel(ServiceFacts service) {
        return service.publication() == Publication.PUBLISHED
                && service.audience().includes(Reader.MEMBERS);
    }
}
