/** The queue of due verifications and the screen for a call. */
@NullMarked
package org.coalitionatlas.verification.ui;

import org.jspecify.annotations.NullMarked;
