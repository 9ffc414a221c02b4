package org.coalitionatlas.directory;

import java.util.ArrayList;
import java.util.List;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Reader;
import org.hibernate.search.engine.search.predicate.SearchPredicate;
import org.hibernate.search.engine.search.predicate.dsl.BooleanPredicateClausesStep;
import org.hibernate.search.engine.search.predicate.dsl.SearchPredicateFactory;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;

/**
 * Published services with somebody to call, in the order in which to call: those with a contact
 * trained on human trafficking before the others, and of each those that can be reached now first.
 * What is left out of a long list is therefore never better than what is in it. Reads the index
 * only.
 */
@Component
public class ReferralSearch {

    private final DirectorySearch directory;
    private final SearchPass pass;
    private final CurrentPerson currentPerson;

    ReferralSearch(DirectorySearch directory, SearchPass pass, CurrentPerson currentPerson) {
        this.directory = directory;
        this.pass = pass;
        this.currentPerson = currentPerson;
    }

    /**
     * The services found.
     *
     * @param total how many there are, with those left out
     */
    public record Found(List<ServiceView> services, long total) {

        /** Whether there are more than were read. */
        public boolean more() {
            return total > services.size();
        }
    }

    /**
     * The first services of a search, as the current reader may see them. For members.
     *
     * @param request its order holds among those that are equally good to call; its page and size
     *     do not matter
     * @param most how many at most
     */
    @PreAuthorize("isAuthenticated()")
    public Found find(SearchRequest request, int most) {
        Reader reader = currentPerson.reader();
        DirectorySearch.Plan plan = directory.plan(request, reader, false);
        SearchPredicateFactory f = pass.scope().predicate();
        SearchPredicate listed =
                f.bool()
                        .filter(plan.where())
                        .filter(
                                f.match()
                                        .field(IndexFields.PUBLICATION)
                                        .matching(Publication.PUBLISHED.name()))
                        .filter(f.match().field(IndexFields.people(reader)).matching(true))
                        .toPredicate();
        SearchPredicate trained =
                f.range()
                        .field(IndexFields.trainedUntil(reader))
                        .greaterThan(directory.today())
                        .toPredicate();
        SearchPredicate reachable =
                f.bool()
                        .should(plan.openNow().get())
                        .should(f.match().field(IndexFields.onCall(reader)).matching(true))
                        .toPredicate();
        var found = new ArrayList<ServiceView>();
        for (boolean isTrained : new boolean[] {true, false}) {
            for (boolean isReachable : new boolean[] {true, false}) {
                if (found.size() < most) {
                    BooleanPredicateClausesStep<?, ?> tier = f.bool().filter(listed);
                    narrow(tier, trained, isTrained);
                    narrow(tier, reachable, isReachable);
                    found.addAll(
                            pass.hits(
                                    tier.toPredicate(), plan.order(), reader, most - found.size()));
                }
            }
        }
        long total = found.size() < most ? found.size() : pass.count(listed);
        return new Found(found, total);
    }

    private static void narrow(
            BooleanPredicateClausesStep<?, ?> tier, SearchPredicate condition, boolean holds) {
        if (holds) {
            tier.filter(condition);
        } else {
            tier.mustNot(condition);
        }
    }
}
