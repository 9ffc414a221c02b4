/** Needs-by-provider resource assessment of a county for a cycle. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "common::ui",
            "taxonomy",
            "geography",
            "directory",
            "directory::ui",
            "partnership",
            "identity",
            "mail"
        })
package org.coalitionatlas.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
