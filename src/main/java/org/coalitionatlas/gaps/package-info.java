/**
 * Coverage and gap rules over assessment and directory; the heat map and what stands behind each
 * cell.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "common::ui",
            "taxonomy",
            "geography",
            "directory",
            "assessment",
            "partnership",
            "identity",
            "demand"
        })
package org.coalitionatlas.gaps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
