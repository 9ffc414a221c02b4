/**
 * Loads the demo coalition through the same services people use, only in the demo profile; and
 * keeps demo data apart from people's own, always.
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
