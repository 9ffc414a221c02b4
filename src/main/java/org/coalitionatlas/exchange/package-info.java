/** Data in and out: the CSV import, which goes through the directory's own commands. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "common::ui",
            "directory",
            "taxonomy",
            "geography",
            "identity"
        })
package org.coalitionatlas.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
