/** The page behind a one-time link, on which an organization checks its entry. */
@NullMarked
package org.coalitionatlas.verification.web;

import org.jspecify.annotations.NullMarked;
