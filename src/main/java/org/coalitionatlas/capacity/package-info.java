/** Capacity checklists of organizations: instruments as data, responses, results, cycles. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "common::ui",
            "taxonomy",
            "geography",
            "directory::ui", // a section on the record of an organization
            "identity",
            "mail"
        })
package org.coalitionatlas.capacity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
