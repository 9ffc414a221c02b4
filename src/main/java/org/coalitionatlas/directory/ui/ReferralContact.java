package org.coalitionatlas.directory.ui;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.coalitionatlas.directory.ServiceView;
import org.coalitionatlas.directory.ServiceView.ContactPart;

/**
 * Somebody to call, with the services they answer for.
 *
 * @param services at least one; those that can be reached now first
 * @param reachable whether one of them can be reached now
 */
record ReferralContact(ContactPart contact, List<ServiceView> services, boolean reachable) {

    /**
     * The contacts of those services in the order in which to call: trained on human trafficking
     * first, then who can be reached now, then whose service was verified last.
     *
     * @param open whether a service can be reached now
     */
    static List<ReferralContact> of(
            Collection<ServiceView> services, Predicate<ServiceView> open, LocalDate today) {
        Map<UUID, ContactPart> people = new LinkedHashMap<>();
        Map<UUID, List<ServiceView>> answered = new LinkedHashMap<>();
        for (ServiceView service : services) {
            for (ContactPart contact : service.contacts()) {
                people.putIfAbsent(contact.id(), contact);
                answered.computeIfAbsent(contact.id(), id -> new ArrayList<>()).add(service);
            }
        }
        return people.values().stream()
                .map(
                        contact -> {
                            List<ServiceView> theirs =
                                    answered.getOrDefault(contact.id(), List.of());
                            return new ReferralContact(
                                    contact,
                                    theirs.stream()
                                            .sorted(
                                                    Comparator.comparing(
                                                            service -> !open.test(service)))
                                            .toList(),
                                    theirs.stream().anyMatch(open));
                        })
                .sorted(
                        Comparator.comparing((ReferralContact one) -> !one.contact.trainedOn(today))
                                .thenComparing(one -> !one.reachable)
                                .thenComparing(
                                        ReferralContact::verified,
                                        Comparator.nullsLast(Comparator.reverseOrder()))
                                .thenComparing(one -> one.contact.name()))
                .toList();
    }

    private @org.jspecify.annotations.Nullable LocalDate verified() {
        return services.getFirst().assuredOn();
    }
}
