/**
 * The published directory: plain pages for anybody, made on the server, without script, session or
 * cookie. Only {@code Reader.PUBLIC} views come here.
 */
@NullMarked
@NamedInterface("web")
package org.coalitionatlas.directory.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
