/** What the plain HTML pages of every room share: their language, the way out, error pages. */
@NullMarked
package org.coalitionatlas.shell.web;

import org.jspecify.annotations.NullMarked;
