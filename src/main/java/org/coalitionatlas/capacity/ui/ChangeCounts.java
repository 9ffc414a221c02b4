package org.coalitionatlas.capacity.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.coalitionatlas.capacity.Change;
import org.coalitionatlas.capacity.Comparison;
import org.jspecify.annotations.Nullable;

/** How many items changed in which way; each figure opens to its items. */
final class ChangeCounts extends Composite<Nav> {

    /** What matters first. */
    private static final List<Change> ORDER =
            List.of(
                    Change.BETTER,
                    Change.WORSE,
                    Change.NEWLY_ANSWERED,
                    Change.NO_LONGER_ANSWERED,
                    Change.OTHERWISE,
                    Change.SAME,
                    Change.WITHHELD,
                    Change.NEWLY_ASKED,
                    Change.NO_LONGER_ASKED,
                    Change.STILL_UNANSWERED);

    /** The address with only that change; {@code null} is every item. */
    interface Address extends Serializable {
        String of(@Nullable Change change);
    }

    ChangeCounts(Comparison comparison, @Nullable Change only, Address address) {
        getContent().addClassNames("capacity-changes", "no-print");
        getContent()
                .getElement()
                .setAttribute("aria-label", getTranslation("capacity.compare.counts"));
        Map<Change, Integer> counts = comparison.counts();
        add(
                getTranslation("capacity.compare.everything"),
                comparison.lines().size(),
                address.of(null),
                only == null);
        for (Change change : ORDER) {
            Integer count = counts.get(change);
            if (count != null) {
                add(
                        getTranslation("capacity.change." + change),
                        count,
                        address.of(change),
                        change == only);
            }
        }
    }

    private void add(String label, int count, String address, boolean current) {
        var link = new Anchor(address, getTranslation("capacity.compare.count", label, count));
        link.addClassName("capacity-chip");
        if (current) {
            link.getElement().setAttribute("aria-current", "true");
        }
        getContent().add(link);
    }
}
