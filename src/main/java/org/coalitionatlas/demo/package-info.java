/**
 * Loads the demo coalition through the same services people use; only present in the demo profile.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "cockpit",
            "common::ui",
            "taxonomy",
            "geography",
            "identity",
            "directory",
            "partnership",
            "assessment",
            "capacity"
        })
package org.coalitionatlas.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
