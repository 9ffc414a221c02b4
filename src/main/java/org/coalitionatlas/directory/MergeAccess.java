package org.coalitionatlas.directory;

import java.util.UUID;
import org.coalitionatlas.identity.CurrentPerson;
import org.coalitionatlas.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may make two records one and two again: a coordinator who may write both. */
@Component
class MergeAccess {

    private final DirectoryAccess access;
    private final CurrentPerson currentPerson;
    private final MergeStore store;

    MergeAccess(DirectoryAccess access, CurrentPerson currentPerson, MergeStore store) {
        this.access = access;
        this.currentPerson = currentPerson;
        this.store = store;
    }

    @Transactional(readOnly = true)
    public boolean mayMerge(@Nullable RecordKind kind, UUID one, UUID other) {
        return currentPerson.find().map(who -> who.role() != Role.MEMBER).orElse(false)
                && access.mayEditRecord(kind, one)
                && access.mayEditRecord(kind, other);
    }

    @Transactional(readOnly = true)
    public boolean maySeparate(UUID mergeId) {
        return store.find(mergeId)
                .map(merge -> mayMerge(merge.kind(), merge.fromId(), merge.intoId()))
                .orElse(false);
    }
}
