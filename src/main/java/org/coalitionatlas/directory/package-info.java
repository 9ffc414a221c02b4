/**
 * Organizations, services, locations and contacts: kept, made visible to the right readers, indexed
 * and searched here.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"common", "common::ui", "taxonomy", "geography", "identity"})
package org.coalitionatlas.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
