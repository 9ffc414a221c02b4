/**
 * What coordinators see of the work under way: rounds of checklists with their due dates, counties'
 * cycles, who has answered, reminders and the calendar.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "common::ui",
            "identity",
            "geography",
            "taxonomy",
            "capacity",
            "assessment",
            "mail"
        })
package org.coalitionatlas.cockpit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
