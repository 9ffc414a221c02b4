package org.coalitionatlas.cockpit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.coalitionatlas.assessment.NeedAssignments;
import org.coalitionatlas.assessment.NeedAssignments.Given;
import org.coalitionatlas.cockpit.Reminders.About;
import org.coalitionatlas.cockpit.Reminders.Item;
import org.coalitionatlas.cockpit.Reminders.Wanted;
import org.coalitionatlas.cockpit.Reminders.Why;
import org.coalitionatlas.cockpit.Reminders.Withheld;
import org.coalitionatlas.identity.Correspondents;
import org.coalitionatlas.identity.Correspondents.Correspondent;
import org.coalitionatlas.identity.OrganizationNames;
import org.coalitionatlas.identity.OrganizationNames.Place;
import org.coalitionatlas.identity.Role;
import org.springframework.stereotype.Component;

/**
 * What is open for whom. A checklist is open for the members who speak for the organization. Of a
 * county's assessment, a person who was given needs is asked for those that wait for them and for
 * nothing else; everybody else who works there, and its coordinators, for the county. A member who
 * has answered all they were given is done; a coordinator never is while needs are open.
 */
@Component
class OpenMatters {

    private final Cockpit cockpit;
    private final NeedAssignments assignments;
    private final Correspondents correspondents;
    private final OrganizationNames organizations;

    OpenMatters(
            Cockpit cockpit,
            NeedAssignments assignments,
            Correspondents correspondents,
            OrganizationNames organizations) {
        this.cockpit = cockpit;
        this.assignments = assignments;
        this.correspondents = correspondents;
        this.organizations = organizations;
    }

    /**
     * By person what they are asked for, and who is asked for nothing although something is open.
     */
    record Found(Map<Correspondent, List<Item>> ofPerson, List<Withheld> withheld) {}

    Found find(Wanted wanted, LocalDate today) {
        List<Asked> checklists =
                wanted.about() == About.COUNTIES
                        ? List.of()
                        : cockpit.asked(wanted.round()).stream().filter(Asked::isOpen).toList();
        List<CountyStanding> counties =
                wanted.about() == About.CHECKLISTS
                        ? List.of()
                        : cockpit.counties(false).stream().filter(CountyStanding::isOpen).toList();
        if (checklists.isEmpty() && counties.isEmpty()) {
            return new Found(Map.of(), List.of());
        }
        var finding = new Finding(wanted, today);
        checklists.forEach(finding::checklist);
        Map<String, Map<UUID, Given>> given =
                assignments.given(counties.stream().map(one -> one.county().fips()).toList());
        counties.forEach(
                one -> finding.county(one, given.getOrDefault(one.county().fips(), Map.of())));
        return new Found(finding.ofPerson, finding.withheld);
    }

    /** Goes through everybody once for each thing that is open. */
    private final class Finding {

        private final Wanted wanted;
        private final LocalDate today;
        private final List<Correspondent> everybody = correspondents.all();
        private final Map<UUID, Place> places =
                organizations.places(
                        everybody.stream()
                                .map(Correspondent::organization)
                                .flatMap(Stream::ofNullable)
                                .collect(Collectors.toSet()));
        private final Map<Correspondent, List<Item>> ofPerson = new LinkedHashMap<>();
        private final List<Withheld> withheld = new ArrayList<>();

        Finding(Wanted wanted, LocalDate today) {
            this.wanted = wanted;
            this.today = today;
        }

        void checklist(Asked asked) {
            var item = new Item(asked, null, null);
            if (!item.isWanted(wanted.choice(), today)) {
                return;
            }
            List<Correspondent> to =
                    everybody.stream()
                            .filter(who -> who.role() == Role.MEMBER)
                            .filter(who -> asked.organization().equals(who.organization()))
                            .toList();
            to.forEach(who -> ask(who, item));
            if (to.isEmpty()) {
                nobody(item);
            }
        }

        void county(CountyStanding county, Map<UUID, Given> given) {
            var whole = new Item(null, county, null);
            boolean open =
                    county.assessed() < CountyStanding.NEEDS
                            && whole.isWanted(wanted.choice(), today);
            boolean somebody = false;
            for (Correspondent who : everybody) {
                Given own = given.get(who.id());
                if (own != null && !own.waiting().isEmpty()) {
                    var item = new Item(null, county, own);
                    if (item.isWanted(wanted.choice(), today)) {
                        ask(who, item);
                    }
                    somebody = true;
                } else if (open && worksIn(who, county)) {
                    if (own != null && who.role() == Role.MEMBER) {
                        withheld.add(new Withheld(who.name(), Why.ANSWERED, null));
                    } else {
                        ask(who, whole);
                    }
                    somebody = true;
                }
            }
            if (open && !somebody) {
                nobody(whole);
            }
        }

        private void ask(Correspondent who, Item item) {
            ofPerson.computeIfAbsent(who, w -> new ArrayList<>()).add(item);
        }

        private void nobody(Item item) {
            withheld.add(new Withheld(item.name(), Why.NO_ADDRESS, null));
        }

        private boolean worksIn(Correspondent who, CountyStanding standing) {
            var county = standing.county();
            if (who.role() == Role.COORDINATOR) {
                return who.counties().contains(county.fips());
            }
            Place place = who.organization() == null ? null : places.get(who.organization());
            return who.role() == Role.MEMBER && place != null && place.reaches(county);
        }
    }
}
