package org.coalitionatlas.common.ui;

import org.coalitionatlas.common.SaidInWords;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/** Runs what a person pressed; what goes wrong becomes words, and the screen stays. */
public final class Verbs {

    private Verbs() {}

    /** Whether it was done. */
    public static boolean run(Runnable verb) {
        try {
            verb.run();
            return true;
        } catch (OptimisticLockingFailureException e) {
            Notices.problem("common.recordChanged");
        } catch (AccessDeniedException e) {
            Notices.problem("directory.state.denied");
        } catch (RuntimeException e) {
            if (!(e instanceof SaidInWords said)) {
                throw e;
            }
            Notices.problem(said.messageKey(), said.arguments());
        }
        return false;
    }
}
