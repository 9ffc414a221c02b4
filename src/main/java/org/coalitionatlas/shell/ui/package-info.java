/** The frame around every portal view: navigation, way out, home, languages and error views. */
@NullMarked
package org.coalitionatlas.shell.ui;

import org.jspecify.annotations.NullMarked;
