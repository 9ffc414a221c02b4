/** Answers those who suggested something on a published page, and forgets their addresses. */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "directory", "mail"})
package org.coalitionatlas.suggestion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
