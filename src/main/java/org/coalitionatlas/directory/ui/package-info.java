/** The directory's screens in the portal: search, records and the forms that change them. */
@NullMarked
@NamedInterface("ui")
package org.coalitionatlas.directory.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
