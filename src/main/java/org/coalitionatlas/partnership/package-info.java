/** Who knows whom: contacts held and partnerships, informal or signed. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "common::ui", "directory", "directory::ui", "identity"})
package org.coalitionatlas.partnership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
