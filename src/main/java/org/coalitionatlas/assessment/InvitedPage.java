package org.coalitionatlas.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.geography.County;
import org.coalitionatlas.taxonomy.Need;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's link opens: its own rows and its own words, nothing else.
 *
 * @param rows the needs it is listed for in the county
 * @param others the needs it is not listed for
 * @param also codes of needs it said it meets too
 * @param until when the link stops working
 */
public record InvitedPage(
        String provider,
        County county,
        List<Own> rows,
        List<Need> others,
        List<String> also,
        @Nullable String note,
        @Nullable Instant answeredAt,
        Instant until) {

    /**
     * One of its rows.
     *
     * @param said its own answers so far
     * @param noLonger whether it said it no longer meets the need
     */
    public record Own(Need need, Map<Question, Answer> said, boolean noLonger) {}
}
