/**
 * Value objects every form and import shares, and the reader of reference files; depends on no
 * other room.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.coalitionatlas.common;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
