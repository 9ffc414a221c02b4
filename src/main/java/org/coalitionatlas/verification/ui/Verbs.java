package org.coalitionatlas.verification.ui;

import org.coalitionatlas.common.SaidInWords;
import org.coalitionatlas.common.ui.Notices;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.security.access.AccessDeniedException;

/** Runs what a person pressed; what goes wrong becomes words, and the screen stays. */
final class Verbs {

    private Verbs() {}

    /** Whether it was done. */
    static boolean run(Runnable verb) {
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
