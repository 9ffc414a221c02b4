/** Layout, home, error pages, languages and the way out. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "common::ui", "geography", "taxonomy", "identity"})
package org.coalitionatlas.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
