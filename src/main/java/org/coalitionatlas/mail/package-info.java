/**
 * Outgoing e-mail: messages wait in the database, as part of the change that caused them, until a
 * server takes them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"common", "common::ui", "geography", "identity"})
package org.coalitionatlas.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
