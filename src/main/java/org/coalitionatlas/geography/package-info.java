/** States, counties (dated) and ZIP codes with their places on the map. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "common::ui"})
package org.coalitionatlas.geography;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
