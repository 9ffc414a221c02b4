package org.coalitionatlas.cockpit.ui;

import com.vaadin.flow.router.QueryParameters;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.coalitionatlas.cockpit.AnswerState;
import org.coalitionatlas.cockpit.Asked;
import org.coalitionatlas.cockpit.CockpitNavigation;
import org.jspecify.annotations.Nullable;

/**
 * What the cockpit shows, as its address says it.
 *
 * @param round {@code null} for all open ones
 * @param county FIPS code, {@link #WIDER}, {@link #NOWHERE}, or empty for all
 * @param show empty for all, {@link #OVERDUE}, {@link #NEVER}, {@link #ANSWERED} or a state
 */
record CockpitQuery(@Nullable UUID round, String county, String show, int page) {

    static final String WIDER = "wider";
    static final String NOWHERE = "none";
    static final String OVERDUE = "overdue";
    static final String NEVER = "never";
    static final String ANSWERED = "answered";

    static CockpitQuery of(QueryParameters query) {
        return new CockpitQuery(
                query.getSingleParameter("round")
                        .filter(
                                id ->
                                        id.matches(
                                                "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"))
                        .map(UUID::fromString)
                        .orElse(null),
                query.getSingleParameter("county").orElse(""),
                query.getSingleParameter("show").filter(CockpitQuery::isKnown).orElse(""),
                query.getSingleParameter("page")
                        .filter(n -> n.matches("[1-9]\\d{0,4}"))
                        .map(Integer::parseInt)
                        .orElse(1));
    }

    private static boolean isKnown(String show) {
        return List.of(OVERDUE, NEVER, ANSWERED).contains(show)
                || Arrays.stream(AnswerState.values()).anyMatch(state -> state.name().equals(show));
    }

    CockpitQuery withRound(@Nullable UUID other) {
        return new CockpitQuery(other, county, show, 1);
    }

    CockpitQuery withCounty(String other) {
        return new CockpitQuery(round, other, show, 1);
    }

    CockpitQuery withShow(String other) {
        return new CockpitQuery(round, county, other, 1);
    }

    CockpitQuery withPage(int other) {
        return new CockpitQuery(round, county, show, other);
    }

    /** Whether the organization counts in that county, or in that group without one. */
    boolean isThere(Asked asked) {
        return switch (county) {
            case "" -> true;
            case WIDER -> asked.counties().isEmpty() && asked.isWider();
            case NOWHERE -> asked.counties().isEmpty() && !asked.isWider();
            default -> asked.counties().contains(county);
        };
    }

    boolean isShown(Asked asked) {
        return isThere(asked)
                && switch (show) {
                    case "" -> true;
                    case OVERDUE -> asked.isOverdue();
                    case NEVER -> asked.hasNeverAnswered();
                    case ANSWERED -> asked.state().isAnswered();
                    default -> asked.state().name().equals(show);
                };
    }

    QueryParameters parameters() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (round != null) {
            values.put("round", List.of(round.toString()));
        }
        if (!county.isEmpty()) {
            values.put("county", List.of(county));
        }
        if (!show.isEmpty()) {
            values.put("show", List.of(show));
        }
        if (page > 1) {
            values.put("page", List.of(String.valueOf(page)));
        }
        return new QueryParameters(values);
    }

    String address() {
        String query = parameters().getQueryString();
        return query.isEmpty()
                ? CockpitNavigation.COCKPIT
                : CockpitNavigation.COCKPIT + "?" + query;
    }
}
