/**
 * Answers those who suggested something on a published page, and forgets their addresses; alarms
 * coordinators when something reported as unsafe is still shown.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "directory", "identity", "mail"})
package org.coalitionatlas.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
