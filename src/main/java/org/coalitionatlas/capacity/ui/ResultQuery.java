package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.coalitionatlas.capacity.CapacityNavigation;
import org.coalitionatlas.capacity.Judged;
import org.coalitionatlas.capacity.Outcome;
import org.coalitionatlas.capacity.Result;
import org.jspecify.annotations.Nullable;

/**
 * Which places of a result are shown. Stands in the address; what cannot be read is left out.
 *
 * @param outcome {@code null} for all
 * @param section number of the section, {@code null} for all
 */
record ResultQuery(boolean board, @Nullable Outcome outcome, @Nullable String section) {

    private static final String OUTCOME = "outcome";

    static final ResultQuery EVERYTHING = new ResultQuery(false, null, null);

    static ResultQuery of(QueryParameters parameters) {
        return new ResultQuery(
                parameters.getSingleParameter("view").filter("board"::equals).isPresent(),
                parameters.getSingleParameter(OUTCOME).map(ResultQuery::outcome).orElse(null),
                parameters.getSingleParameter(CapacityNavigation.SECTION).orElse(null));
    }

    private static @Nullable Outcome outcome(String name) {
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    boolean isFiltered() {
        return outcome != null || section != null;
    }

    /** The places it asks for, in the order of the paper. */
    List<Judged> places(Result result) {
        return result.sections().stream()
                .filter(of -> section == null || of.section().number().equals(section))
                .flatMap(of -> of.places().stream())
                .filter(place -> outcome == null || place.outcome() == outcome)
                .toList();
    }

    /** The address of the result with these places. */
    String address(UUID response) {
        var parts = new ArrayList<String>();
        if (outcome != null) {
            parts.add(OUTCOME + "=" + outcome);
        }
        if (section != null) {
            parts.add(
                    CapacityNavigation.SECTION
                            + "="
                            + URLEncoder.encode(section, StandardCharsets.UTF_8));
        }
        String address = CapacityNavigation.result(response);
        return parts.isEmpty() ? address : address + "?" + String.join("&", parts);
    }
}
