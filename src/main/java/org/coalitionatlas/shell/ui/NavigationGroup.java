package org.coalitionatlas.shell.ui;

import com.vaadin.flow.server.menu.MenuEntry;

/**
 * The parts of the navigation, by the order that a view states in its {@code @Menu}: looking up
 * help, knowing how ready the coalition is, keeping the records, and running the product.
 */
enum NavigationGroup {
    FIND(0, 2),
    READY(2, 4),
    KEEP(4, 90),
    ADMINISTER(90, Double.POSITIVE_INFINITY);

    private final double from;
    private final double until;

    NavigationGroup(double from, double until) {
        this.from = from;
        this.until = until;
    }

    /** Whether the entry stands in this part; one that states no order stands in the first. */
    boolean holds(MenuEntry entry) {
        double order = entry.order() == null ? 0 : entry.order();
        return order >= from && order < until;
    }

    String messageKey() {
        return "shell.navigation." + name();
    }
}
