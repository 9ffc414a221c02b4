/** The calendar as a file. */
@NullMarked
package org.coalitionatlas.cockpit.web;

import org.jspecify.annotations.NullMarked;
