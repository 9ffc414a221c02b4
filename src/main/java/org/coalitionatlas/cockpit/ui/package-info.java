/** Screens of the cockpit, the reminders and the calendar. */
@NullMarked
package org.coalitionatlas.cockpit.ui;

import org.jspecify.annotations.NullMarked;
