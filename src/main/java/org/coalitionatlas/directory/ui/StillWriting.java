package org.coalitionatlas.directory.ui;

import java.io.Serial;

/**
 * A row in which somebody is writing makes no value yet, and nothing in it is wrong until they
 * leave it or save.
 */
final class StillWriting extends RuntimeException {

    @Serial private static final long serialVersionUID = 1L;

    StillWriting() {
        super(null, null, false, false);
    }
}
