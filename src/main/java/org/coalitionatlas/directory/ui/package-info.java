/** The directory's screens in the portal: search, records and the forms that change them. */
@NullMarked
package org.coalitionatlas.directory.ui;

import org.jspecify.annotations.NullMarked;
