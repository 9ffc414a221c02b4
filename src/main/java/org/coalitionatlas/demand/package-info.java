/** What people look for: counted searches and saved searches. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "common::ui",
            "taxonomy",
            "geography",
            "directory",
            "identity",
            "mail"
        })
package org.coalitionatlas.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
