/**
 * People who sign in, the organizations they speak for, their roles, and the security
 * configuration.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "common::ui", "geography"})
package org.coalitionatlas.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
