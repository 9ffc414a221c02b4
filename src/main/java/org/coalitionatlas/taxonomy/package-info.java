/** Needs, phases, support categories, population axes and profiles, matrix rows and columns. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "common::ui"})
package org.coalitionatlas.taxonomy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
