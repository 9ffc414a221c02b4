/**
 * Keeps the directory right: what is due, asking for it thing by thing or by e-mail, and what
 * happens when nobody can make sure.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "common",
            "common::ui",
            "directory",
            "directory::ui",
            "directory::web",
            "geography",
            "identity",
            "mail"
        })
package org.coalitionatlas.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
